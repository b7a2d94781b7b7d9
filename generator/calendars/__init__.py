"""Dates as people write them in full: in header lines, bylines, addresses and front matter.

`explicit` finds them in a text, in nine languages and in figures; `dateline` finds the one in front of a report;
`suggest` proposes the ISO form of one that was mistyped. What needs a context ("Wednesday", "this March") is not
found here but in `generator.understand.dates`.
"""

from generator.calendars.dateline import dateline
from generator.calendars.explicit import ExplicitDate, explicit
from generator.calendars.names import MONTHS, WEEKDAYS, month, weekday
from generator.calendars.partial import is_day, iso
from generator.calendars.suggestion import suggest
from generator.calendars.wording import in_words, order

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "ExplicitDate",
    "dateline",
    "explicit",
    "in_words",
    "is_day",
    "iso",
    "month",
    "order",
    "suggest",
    "weekday",
]
