"""Dates written in full, found in a text: month and year at least, in words or figures, perhaps with a time."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.calendars.clock import leading, trailing
from generator.calendars.names import in_month, weekday
from generator.calendars.rules import RULES, Reading
from generator.model import Precision


@dataclass(frozen=True, slots=True)
class ExplicitDate:
    """A date that needs no context.

    Attributes:
        text: The words, exactly as in the text, with a weekday and a time that belong to them.
        start: Where they begin, in characters of the text.
        end: Where they end, excluded.
        value: `2017-06` or `2017-06-07`.
        precision: `month` or `day`.
        ambiguous: Whether figures can be read in two ways, so that `value` (the day first) is a guess.
        other: Where ambiguous, the other reading (the month first).
        time: The time of day as `19:35`; empty where none is given.
        timezone: The zone of that time, as written: `GMT`, `+06:00`; empty where none is given.
    """

    text: str
    start: int
    end: int
    value: str
    precision: Precision
    ambiguous: bool = False
    other: str = ""
    time: str = ""
    timezone: str = ""


# Every date in full has a year, of four figures or of two behind a mark; what is far from all years need not be read.
# One set of characters comes first, as the search skips to it.
_ANCHOR = re.compile(r"[0-9年년](?:(?<=[12])[0-9]{3}|(?<=[./'’-][0-9])[0-9](?![0-9])|(?<=[年년]))")
# What every date has in which no month is named: figures with a mark between them, a year that says so, eight figures.
_FIGURES_ALONE = re.compile(r"[0-9년年](?:(?<=[년年])|[./_-][0-9]|(?<=[12])[0-9]{3}(?:/|[0-9]{4}))")
_BEFORE, _AFTER = 36, 24
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-feira)?)[.,،]{0,2}\s{0,2}(?:(?:the|le|den|el)\s)?\Z")
_WINDOW = 24
# The longest text that is taken for a row of a page, in characters.
_ROW = 200
# Figures of Arabic and of Persian, which are written from left to right as ours are.
_OTHER_FIGURE = re.compile("[٠-٩۰-۹]")
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def explicit(text: str, *, day_first: bool | None = None) -> tuple[ExplicitDate, ...]:
    """The dates in a text that say at least their month and year, ordered and disjoint; impossible dates are none.

    Args:
        text: Any text: a header line, an address, a whole article.
        day_first: What the source's other dates or its country tell of `07/06/2017`: True for 7 June. Where it is None
            and nothing in the date itself decides, the date is `ambiguous`.
    """
    if not text.isascii() and _OTHER_FIGURE.search(text):
        read = explicit(text.translate(_FIGURES), day_first=day_first)
        return tuple(replace(one, text=text[one.start : one.end]) for one in read)
    if not _ANCHOR.search(text):
        return ()
    dates = _remembered(text) if len(text) <= _ROW else _read(text)
    return dates if day_first is None else tuple(_decided(one, day_first) for one in dates)


def _read(text: str) -> tuple[ExplicitDate, ...]:
    dates: list[ExplicitDate] = []
    for found, reading in _matches(text):
        dates.append(_date(found, reading, dates[-1].end if dates else 0))
    return tuple(dates)


# What a row is, and then each of its fields, is asked for all rows of a page in turn; each row is read once.
_remembered = lru_cache(maxsize=1 << 15)(_read)


def _decided(one: ExplicitDate, day_first: bool) -> ExplicitDate:
    if not one.ambiguous:
        return one
    return replace(one, value=one.value if day_first else one.other, ambiguous=False, other="")


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around the years, ordered and disjoint: where dates can be."""
    windows: list[tuple[int, int]] = []
    for anchor in _ANCHOR.finditer(text):
        start, end = max(0, anchor.start() - _BEFORE), anchor.end() + _AFTER
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    return windows


def _matches(text: str) -> list[tuple[re.Match[str], Reading]]:
    """What the rules match, in the order of the text; of two that overlap, that whose rule stands first."""
    taken = bytearray(len(text))
    kept = []
    windows = _windows(text)
    # To look for one of so many names everywhere is what takes long.
    named = [window for window in windows if any(map(in_month, _LETTERS.findall(text, *window)))]
    figures = [window for window in windows if _FIGURES_ALONE.search(text, *window)]
    for pattern, read, has_name in RULES:
        for found in chain.from_iterable(
            pattern.finditer(text, *window) for window in (named if has_name else figures)
        ):
            if not any(taken[found.start() : found.end()]):
                # A date that is none keeps its words too: "31 June 2017" is not June 2017.
                taken[found.start() : found.end()] = b"\1" * len(found[0])
                kept.append((found, read(found)))
    kept = [(found, reading) for found, reading in kept if reading]
    return sorted(kept, key=lambda one: one[0].start())


def _date(found: re.Match[str], reading: Reading, floor: int) -> ExplicitDate:
    """The date with the weekday and the time around it; nothing before `floor`, where the last one ended."""
    text, (start, end) = found.string, found.span()
    start, named = _weekday_before(text, start, floor)
    clock = trailing(text, end)
    if clock:
        end = clock[0]
    elif (clock := leading(text, start, floor)) is not None:
        start = clock[0]
    value, *others = _preferred(reading, named)
    return ExplicitDate(
        text=text[start:end],
        start=start,
        end=end,
        value=value,
        precision="day" if value.count("-") == 2 else "month",  # year-month-day
        ambiguous=bool(others),
        other="".join(others),
        time=clock[1] if clock else "",
        timezone=clock[2] if clock else "",
    )


def _weekday_before(text: str, start: int, floor: int) -> tuple[int, int | None]:
    """Where the weekday in front of a date begins, and which it is; the date's own start where there is none."""
    window = max(floor, start - _WINDOW)
    found = _WORD_BEFORE.search(text[window:start])
    named = weekday(found[1]) if found else None
    return (window + found.start(), named) if found and named else (start, None)


def _preferred(reading: Reading, named: int | None) -> Reading:
    """One reading where the weekday decides, else all."""
    if len(reading) == 1:
        return reading
    agreeing = tuple(value for value in reading if date.fromisoformat(value).isoweekday() == named)
    return agreeing if len(agreeing) == 1 else reading
