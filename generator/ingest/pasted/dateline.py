"""The dateline in front of a report: `PORT ARLEN, Norland, June 7, 2017 (Agency) -- `: place, day and agency."""

import re
from dataclasses import dataclass

from generator import calendars
from generator.ingest.pasted.names import is_agency

_PLACE = r"(?P<place>[A-ZÀ-ÞА-Я][\w.’'-]+(?:\s[A-ZÀ-ÞА-Я][\w.’'-]+){0,3}(?:,\s[A-ZÀ-Þ][\w. ]{1,25}?){0,2}?)"
_DAY = r"(?:,?\s(?P<day>(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?)(?:,?\s\d{4})?))"
_DATELINE = re.compile(
    rf"{_PLACE}{_DAY}?(?:\s?[(/](?P<inside>[^()/]{{2,40}})[)/])?(?:,?\s?(?P<dash>(?:(?<=[)/])\.)?\s?(?:--?|[–—:])|(?<=[)/])\.)\s?(?=[\"“‘«\w]|$)|$)"
)
# `新华社北京6月7日电`: agency, place and day without anything between them.
_CHINESE = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{1,4}[社网])?(?P<place>[\u4e00-\u9fff]{2,8}?)(?:(?P<year>\d{4})年)?(?P<day>\d{1,2}月\d{1,2}日)(?:电|電|讯|訊)"
)
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
    chinese = _CHINESE.match(text[:_LONGEST].lstrip("（( "))
    if chinese:
        return _in_chinese(chinese)
    found = _DATELINE.match(text[:_LONGEST])
    if not found or (not found["dash"] and len(text) > _LONGEST):
        return None
    inside = found["inside"] or ""
    # `(Nov. 2)` is a day too, though it leaves the year to the reader.
    inner = calendars.explicit(inside) or calendars.explicit(f"{inside}, 2000")
    agency = "" if inner else inside
    if found["dash"] == ":" and not (inside or found["day"]):
        return None  # somebody speaks, or is warned
    if not (found["place"].partition(",")[0].isupper() or agency) or not (found["dash"] or inner or found["day"]):
        return None
    dates = calendars.explicit(inside) or calendars.explicit(found["day"] or "")
    published = dates[0].value if dates and dates[0].precision == "day" and not dates[0].ambiguous else ""
    place, stop, behind = found["place"].partition(". ")
    if stop and behind.isupper() and not agency and is_agency(behind):
        return Dateline(place, published, behind, not found["dash"])
    return Dateline(found["place"].strip(" ,"), published, agency, not found["dash"])


def _in_chinese(found: re.Match[str]) -> Dateline:
    dates = calendars.explicit(f"{found['year']}年{found['day']}") if found["year"] else ()
    return Dateline(found["place"], dates[0].value if dates else "", found["agency"] or "", alone=False)
