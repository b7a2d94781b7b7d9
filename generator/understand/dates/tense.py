"""Whether an expression stands in the past or the future tense, by the nearest word of its sentence that tells."""

import re
from typing import Literal

from generator.understand.dates.expression import Grammar

Tense = Literal["past", "future", ""]

# Farther than this a verb hardly belongs to the expression, in sentences of ordinary length.
_REACH = 200
_STOP = re.compile(r"[.!?;]['\"”’)]*\s+(?=['\"“‘(]*[^\W\da-zа-я])|\n")


def tense(body: str, start: int, end: int, grammar: Grammar) -> Tense:
    """The tense of the words before `start` in the sentence, or failing these of the words after `end`; empty where none tell."""
    before = _STOP.split(body[max(0, start - _REACH) : start])[-1]
    if grammar.until.search(before):
        return "future"
    cues = list(grammar.tense.finditer(before)) or list(grammar.tense.finditer(_STOP.split(body[end : end + _REACH])[0]))[:1]
    if not cues:
        return ""
    return "future" if cues[-1].lastgroup == "future" else "past"
