"""Whether an expression stands in the past or the future tense, by the nearest word of its sentence that tells."""

import re
from typing import Literal

from generator.understand.dates.expression import Grammar

Tense = Literal["past", "future", ""]

# Farther than this a verb hardly belongs to the expression, in sentences of ordinary length.
_REACH = 200
_STOP = re.compile(r"[.!?;]['\"”’)]*\s+(?=['\"“‘(]*[^\W\da-zа-я])|\n")


def tense(body: str, start: int, end: int, grammar: Grammar) -> Tense:
    """The tense of the verb right behind `end`, else of the last one before, else of the first one after."""
    before = _STOP.split(body[max(0, start - _REACH) : start])[-1]
    after = _STOP.split(body[end : end + _REACH])[0]
    if grammar.until.search(before):
        return "future"
    cue = grammar.tense.match(after, 1) or _last(grammar.tense, before) or grammar.tense.search(after)
    return "" if not cue else "future" if cue.lastgroup == "future" else "past"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def one_sentence(text: str) -> bool:
    """Whether the text does not reach over the end of a sentence."""
    return not _STOP.search(text)
