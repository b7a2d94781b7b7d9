"""The day in a dateline: "KABUL, Afghanistan (Sept. 1, 2010) –", "ASTANA, June 7 (Xinhua) --"; before a headline."""

import re
from dataclasses import replace

from generator.calendars.explicit import ExplicitDate, explicit
from generator.calendars.names import MONTHS, alternation
from generator.pattern import lazy

# A dateline stands in front of the text; so far into it there may be a header.
_REACH = 1500
_DAY = rf"(?:{alternation(MONTHS)})\b\.? ?[0-3]?[0-9]|[0-3]?[0-9]\.? (?:{alternation(MONTHS)})\b\.?"
_DATE = rf"(?P<date>(?i:{_DAY})(?:,? ?(?P<year>[12][0-9]{{3}}))?)"
# A place in capitals, perhaps its country, and the day, in brackets or before the agency or the dash.
_PLACE = r"(?<![^\W\d_])[^\W\d_a-zà-ÿа-я][^\W\d_a-zà-ÿа-я .'’-]{2,40}(?:, ?[^\W\d_][\w .'’-]{1,30})?"
# What follows the brackets: a dash, the end of the line, or a sentence.
_TEXT = r"(?=\s{0,5}(?:[-–—:\n]|\Z|[\"“]?[^\W\d_a-zà-ÿа-я]))"
_DATELINE = lazy(
    rf"{_PLACE}(?:, ?{_DATE}(?= ?[-–—(/])| ?\({_DATE.replace('date', 'day').replace('year', 'of')}\){_TEXT})"
)
# "June 7: Two ferries collide", in front of everything; a numbered release says the year: "No. 2017-06-A-12".
_HEADED = lazy(rf"\s*(?P<day>(?i:{_DAY})):\s(?=\S)")
_NUMBER = re.compile(r"(?<![\w-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01]?[0-9])-[A-Z]")
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def dateline(text: str) -> ExplicitDate | None:
    """The day in the dateline at the front of a text, or before its headline; None where there is none.

    A dateline that leaves the year out has the year that the header above it names, if that is one.
    """
    head = text[:_REACH]
    found = _DATELINE.search(head)
    if not found:
        return _before_headline(head)
    name = "date" if found["date"] else "day"
    year = found["year"] or found["of"] or _only_year(head[: found.end()])
    start, end = found.span(name)
    words = head[start:end] if found["year"] or found["of"] else f"{head[start:end]}, {year}"
    dates = explicit(words) if year else ()
    return replace(dates[0], text=head[start:end], start=start, end=end) if dates else None


def _before_headline(head: str) -> ExplicitDate | None:
    """The day in front of the headline, where the release's number begins with a year and the same month."""
    found = _HEADED.match(head)
    number = _NUMBER.search(head, found.end()) if found else None
    dates = explicit(f"{found['day']}, {number['year']}") if found and number else ()
    if not (dates and found and number and int(dates[0].value[5:7]) == int(number["month"])):
        return None
    start, end = found.span("day")
    return replace(dates[0], text=found["day"], start=start, end=end)


def _only_year(head: str) -> str | None:
    years = set(_YEARS.findall(head))
    return years.pop() if len(years) == 1 else None
