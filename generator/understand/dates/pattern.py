"""The notation that a language's patterns are written in: regular expressions, made readable.

`{name}` stands for a piece that the language names, a blank for white space within a line, and parentheses only
group. Every pattern begins and ends at the edge of a word, and does not tell capitals from small letters.
"""

import re
from collections.abc import Mapping

from generator.pattern import lazy
from generator.understand.dates.expression import Reading, Rule, Rules

_PIECE = re.compile(r"\{([a-z_]+)\}")
_NAME = re.compile(r"\(\?P<\w+>")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


def rules(pieces: Mapping[str, str], *pairs: tuple[str, Reading]) -> tuple[Rule, ...]:
    """The rules that the patterns and their readings make."""
    return tuple(Rule(compiled(pieces, text, re.IGNORECASE, edges=True), read) for text, read in pairs)


def gated(*rules: Rule) -> Rules:
    """The rules behind one gate."""
    anything = "|".join(_NAME.sub("(?:", rule.pattern.pattern) for rule in rules)
    return Rules(lazy(anything, re.IGNORECASE), rules)


def compiled(pieces: Mapping[str, str], text: str, flags: int = 0, *, edges: bool = False) -> re.Pattern[str]:
    """The pattern as the regular expression that it stands for; with word edges around it if so asked."""
    while _PIECE.search(text):
        text = _PIECE.sub(lambda found: f"({pieces[found[1]]})", text)
    text = _GROUP.sub("(?:", text).replace(" ", r"[^\S\n]{1,2}")
    return lazy(rf"(?<!\w)(?:{text})(?!\w)" if edges else text, flags)


def any_of(words: Mapping[str, object] | list[str]) -> str:
    """Any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
