"""The place in front of the first sentence: the dateline."""

import re
from itertools import islice

from generator.ingest.pasted.classed import Classed
from generator.model import Found

# `ASTANA, Kazakhstan, June 7 (Agency) --`: a place in capitals, or one before an agency in parentheses, then a dash.
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÞА-Я][\w.’' -]{1,40}(?:,\s[A-ZÀ-Þ][\w. ]{1,25}){0,2}?)"
    r"(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:\s?\((?P<agency>[^()]{2,30})\))?,?\s?(?:--?|[–—:])\s?(?=[\"“‘«A-Z])"
)
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’' -]+(?:,|$|\s)")
_STARTS = 3


def place(page: Classed) -> Found[str] | None:
    """The dateline's place, looked for in the first paragraphs."""
    for at, text in islice(page.of_kind("body"), _STARTS):
        found = _DATELINE.match(text)
        if found and (found["agency"] or _CAPITALS.match(found["place"] + " ")):
            return Found(found["place"].strip(" ,"), "dateline", 0.9, page.lines[at])
    return None
