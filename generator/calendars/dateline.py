"""The day in a dateline: "KABUL, Afghanistan (Sept. 1, 2010) –", "ASTANA, June 7 (Xinhua) --"."""

import re
from dataclasses import replace

from generator.calendars.explicit import ExplicitDate, explicit
from generator.calendars.names import MONTHS, alternation

# A dateline stands in front of the text; so far into it there may be a header.
_REACH = 1500
_DAY = rf"(?:{alternation(MONTHS)})\b\.? ?[0-3]?[0-9]|[0-3]?[0-9]\.? (?:{alternation(MONTHS)})\b\.?"
_DATE = rf"(?P<date>(?i:{_DAY})(?:,? ?(?P<year>[12][0-9]{{3}}))?)"
# A place in capitals, perhaps its country, and the day, in brackets or before the agency or the dash.
_PLACE = r"(?<![^\W\d_])[^\W\d_a-zà-ÿа-я][^\W\d_a-zà-ÿа-я .'’-]{2,40}(?:, ?[^\W\d_][\w .'’-]{1,30})?"
# What follows the brackets: a dash, the end of the line, or a sentence.
_TEXT = r"(?=\s{0,5}(?:[-–—:\n]|\Z|[\"“]?[^\W\d_a-zà-ÿа-я]))"
_DATELINE = re.compile(
    rf"{_PLACE}(?:, ?{_DATE}(?= ?[-–—(/])| ?\({_DATE.replace('date', 'day').replace('year', 'of')}\){_TEXT})"
)
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def dateline(text: str) -> ExplicitDate | None:
    """The day in the dateline at the front of a text, where its words stand; None where there is none.

    A dateline that leaves the year out has the year that the header above it names, if that is one.
    """
    head = text[:_REACH]
    found = _DATELINE.search(head)
    if not found:
        return None
    name = "date" if found["date"] else "day"
    year = found["year"] or found["of"] or _only_year(head[: found.end()])
    start, end = found.span(name)
    words = head[start:end] if found["year"] or found["of"] else f"{head[start:end]}, {year}"
    dates = explicit(words) if year else ()
    return replace(dates[0], text=head[start:end], start=start, end=end) if dates else None


def _only_year(head: str) -> str | None:
    years = set(_YEARS.findall(head))
    return years.pop() if len(years) == 1 else None
