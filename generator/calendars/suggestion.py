"""What a mistyped date was probably meant to be, for the text of an error."""

import re
from difflib import SequenceMatcher

from generator.calendars.explicit import explicit
from generator.calendars.names import MONTHS, folded, month
from generator.calendars.partial import FIRST_YEAR, LAST_YEAR

_WORD = re.compile(r"[^\W\d_]{3,12}")
_YEAR = re.compile(r"[0-9]{4}")
_NAMES = tuple(dict.fromkeys(folded(name.split()[0]) for names in MONTHS.values() for name in names))
_CLOSE = 0.6
_LONGEST = 60


def suggest(text: str) -> str | None:
    """The partial ISO date that a person meant by this, `2017-06-07` for `7 Juny 2017`; None where it is not certain.

    Month names may be mistyped. A date that the calendar does not have, or that can be read in two ways, has none.
    """
    text = text.strip()[:_LONGEST]
    if _YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return text
    dates = explicit(text) or explicit(_WORD.sub(_nearest_month, text))
    return dates[0].value if len(dates) == 1 and not dates[0].ambiguous else None


def _nearest_month(found: re.Match[str]) -> str:
    """The month whose name is most like the word; among equals, that which begins like it, as people err at the end."""
    word = folded(found[0])
    if month(word):
        return found[0]
    (likeness, _), name = max((_likeness(word, name), name) for name in _NAMES)
    return name if likeness >= _CLOSE else found[0]


def _likeness(word: str, name: str) -> tuple[float, bool]:
    return SequenceMatcher(None, word, name).ratio(), word[:3] == name[:3]
