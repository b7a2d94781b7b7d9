"""The place in front of the first sentence: the dateline."""

import re
from collections.abc import Sequence

from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.rows import Row
from generator.model import Found

# `ASTANA, Kazakhstan, June 7 (Agency) --`: a place in capitals, or one before an agency in parentheses, then a dash.
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÞА-Я][\w.’' -]{1,40}(?:,\s[A-ZÀ-Þ][\w. ]{1,25}){0,2}?)"
    r"(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:\s?\((?P<agency>[^()]{2,30})\))?,?\s?(?:--?|[–—:])\s?(?=[\"“‘«A-Z])"
)
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’' -]+(?:,|$|\s)")
_STARTS = 3


def place(rows: Sequence[Row], labels: Sequence[Label], lines: Sequence[int]) -> Found[str] | None:
    """The dateline's place, looked for in the first paragraphs."""
    prose = [(row, line) for row, (kind, _), line in zip(rows, labels, lines, strict=True) if kind == "body"]
    for row, line in prose[:_STARTS]:
        found = _DATELINE.match(row.text)
        if found and (found["agency"] or _CAPITALS.match(found["place"] + " ")):
            return Found(found["place"].strip(" ,"), "dateline", 0.9, line)
    return None
