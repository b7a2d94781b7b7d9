"""References at the foot of a text: `Source: Daily Example, carried by Example Info, “The talks”, June 7, 2017`.

What a text is based on was written by others, and on other days: a reference tells neither author nor date.
"""

import re

from generator import calendars
from generator.calendars import ExplicitDate

_CITES = re.compile(
    r"\W*(?:Sources?|Based on|Adapted from|References?|Quellen?|Nach|Fuentes?|Fonti?e?s?|D’après|D'après|Источники?"
    r"|По материалам"
    r"|来源|來源|参考)\s?[:：]?\s",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„「《][^“”\"«»„「」《》]{8,200}[”\"»“」》]")
_FULL = len("2017-06-07")
_LONGEST = 1200
_TAIL = 4
# Punctuation between the quoted title and the day.
_NEAR = 12


def cited(text: str) -> ExplicitDate | None:
    """The last day that a reference gives; None where the row is no reference.

    A reference opens with a word such as `Source`, quotes a title and gives the day at its end or behind the title.
    """
    if len(text) > _LONGEST or not _CITES.match(text):
        return None
    days = [date for date in calendars.explicit(text) if len(date.value) == _FULL]
    titles = [found.end() for found in _QUOTED.finditer(text)]
    if not days or not titles:
        return None
    behind = any(0 <= days[-1].start - end <= _NEAR for end in titles)
    return days[-1] if behind or len(text) - days[-1].end <= _TAIL else None


def is_reference(text: str) -> bool:
    """Whether the row says what a text is based on, with title and day."""
    return cited(text) is not None
