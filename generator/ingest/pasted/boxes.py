"""Rows that speak of other texts: boxes of links, comments. Names and days in them are none of the article's."""

import re

from generator.ingest.pasted.classed import Classed

_SAYS = re.compile(
    r"\b(?:says|said|wrote|schrieb|écrit|dice|escribió|disse|пишет|написал[аи]?)\W*$|^@\w", re.IGNORECASE
)
# Words of a row that is a paragraph of the article rather than a stray sentence.
_PARAGRAPH = 12
# So many rows belong to a box of links, or to a reader's comment.
_BOX = 14


def boxes(page: Classed) -> frozenset[int]:
    """The rows that follow a call to other articles or to comments below the text's start, up to the next paragraph."""
    start = next((at for at, _ in page.of_kind("body")), len(page.rows))
    found: set[int] = set()
    left = 0
    for at in range(start, len(page.rows)):
        text = page.rows[at].text
        if page.kind(at) == "body":
            left = left if len(text.split()) < _PARAGRAPH else 0
        elif page.rule(at) in ("related-articles", "comments") or _SAYS.search(text):
            left = _BOX
        if left:
            found.add(at)
        left = max(0, left - 1)
    return frozenset(found)
