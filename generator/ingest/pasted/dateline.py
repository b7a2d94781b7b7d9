"""The dateline in front of a report: `PORT ARLEN, Norland, June 7, 2017 (Agency) -- `: place, day and agency."""

import re
from dataclasses import dataclass

from generator import calendars

_PLACE = r"(?P<place>[A-ZÀ-ÞА-Я][\w.’'-]+(?:\s[A-ZÀ-ÞА-Я][\w.’'-]+){0,3}(?:,\s[A-ZÀ-Þ][\w. ]{1,25}?){0,2})"
_DAY = r"(?:,?\s(?P<day>(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?))"
_DATELINE = re.compile(
    rf"{_PLACE}{_DAY}?(?:\s?[(/](?P<inside>[^()/]{{2,40}})[)/])?(?:,?\s?(?P<dash>--?|[–—:])\s?(?=[\"“‘«\w])|$)"
)
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-Я]{3}|[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’'-]+(?=[\s,]|$)")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says.

    Attributes:
        place: Where the report was written, as it stands.
        published: The day as an ISO date, where the year is given too; else empty.
        agency: Who is named in parentheses; empty where nobody is.
        alone: Whether nothing follows it in the row.
    """

    place: str
    published: str
    agency: str
    alone: bool


def dateline(text: str) -> Dateline | None:
    """The dateline that the row begins with: a place in capitals or before an agency, then a dash or nothing."""
    found = _DATELINE.match(text[:_LONGEST])
    if not found or (not found["dash"] and len(text) > _LONGEST):
        return None
    inside = found["inside"] or ""
    dates = calendars.explicit(inside or found["day"] or "")
    dated = bool(dates or found["day"] or calendars.explicit(f"{inside}, 2000"))
    known = _CAPITALS.match(found["place"]) or (inside and not dated)
    if not known or not (found["dash"] or dated) or found["place"].isdecimal():
        return None
    published = dates[0].value if dates and dates[0].precision == "day" and not dates[0].ambiguous else ""
    return Dateline(
        found["place"].strip(" ,"), published, "" if dated and not found["day"] else inside, not found["dash"]
    )
