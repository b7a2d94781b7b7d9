"""Whether a page writes the day or the month first in `04/02/2020`, by what else it says."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from generator import calendars
from generator.ingest.pasted.classed import Classed

_FIGURES = re.compile(r"(?<![\w.,/$€£-])([0-3]?\d)([/-])([0-3]?\d)\2(?:[12]\d{3}|\d\d)(?![\w/-])")
_AMERICAN_ZONE = re.compile(r"\b(?:E|C|M|P)[SD]?T\b")
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
_MONTHS = 12
_FULL = len("2017-06-07")
# Of two readings one is near the other dates of the page, within an edit or a night, and the other is far from them.
_NEAR = 2
_LONGEST = 250
# Rows that are asked: what more says otherwise is a list of something else.
_ENOUGH = 500


def day_first(page: Classed, name: str = "") -> bool | None:
    """How figures on this page are read: True for the day first; None where nothing tells.

    Args:
        page: The rows; prose is not asked, it may quote other papers.
        name: The file's name without its suffix, which may begin with the day.
    """
    rows = (text for _, text in page.of_kind("metadata", "byline", "title", "junk") if len(text) < _LONGEST)
    texts = [*islice(rows, _ENOUGH), name]
    told = _only(_by_size(texts))
    told = _only(_by_agreement(texts)) if told is None else told
    # Only English writes the month first.
    return True if told is None and page.language not in ("", "en") else told


def of_row(text: str, order: bool | None) -> bool | None:
    """The same for one row, whose American time zone or weekday counts for more than the page."""
    if _AMERICAN_ZONE.search(text):
        return False
    told = _only(_by_weekday(text))
    return order if told is None else told


def _only(votes: Iterable[bool]) -> bool | None:
    """What all the votes say; None where there are none, or two kinds of them."""
    kinds = set(votes)
    return kinds.pop() if len(kinds) == 1 else None


def _by_size(texts: Iterable[str]) -> Iterator[bool]:
    """A number above twelve is no month."""
    for text in texts:
        for found in _FIGURES.finditer(text):
            first, second = int(found[1]), int(found[3])
            if (first > _MONTHS) != (second > _MONTHS):
                yield first > _MONTHS


def _by_agreement(texts: Iterable[str]) -> Iterator[bool]:
    """One of the two readings is a day that the page also gives in words, or the day after."""
    dates = [found for text in texts for found in calendars.explicit(text) if len(found.value) == _FULL]
    sure = {date.fromisoformat(found.value) for found in dates if not found.ambiguous}
    for found in dates if sure else ():
        if found.ambiguous:
            readings = [date.fromisoformat(value) for value in (found.value, found.other)]
            near = [any(abs((reading - day).days) <= _NEAR for day in sure) for reading in readings]
            if near[0] != near[1]:
                yield near[0]


def _by_weekday(text: str) -> Iterator[bool]:
    """A weekday in the row that only one of the readings falls on."""
    doubtful = [found for found in calendars.explicit(text) if found.ambiguous]
    named = {calendars.weekday(word) for word in _WORD.findall(text)} - {None} if doubtful else set()
    for found in doubtful if len(named) == 1 else ():
        days = [date.fromisoformat(value).isoweekday() in named for value in (found.value, found.other)]
        if days[0] != days[1]:
            yield days[0]
