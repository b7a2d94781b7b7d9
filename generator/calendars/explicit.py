"""Dates written in full, found in a text: month and year at least, in words or figures, perhaps with a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.calendars.clock import leading, trailing
from generator.calendars.names import MONTHS, alternation, in_month, month, weekday
from generator.calendars.partial import full_year, is_day, is_month, iso
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


# What a rule reads: the values that the words allow, the day before the month first; none where they are no date.
Reading = tuple[str, ...]
# A pattern, what its match says, and whether it has the name of a month in it.
Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Reading], bool]

# Abbreviations that are English words too ("it came out 2017 copies"): months only where a day stands before them.
_WORDS = frozenset({"ago", "out", "set"})
_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def _named(found: re.Match[str]) -> Reading:
    return _day(full_year(found["year"].strip("'’")), month(found["month"]) or 0, int(found["day"]))


def _named_month_first(found: re.Match[str]) -> Reading:
    return () if found["month"].lower() in _WORDS else _named(found)


def _named_month(found: re.Match[str]) -> Reading:
    return () if found["month"].lower() in _WORDS else _month(int(found["year"]), month(found["month"]) or 0)


def _figures(found: re.Match[str]) -> Reading:
    return _day(int(found["year"]), int(found["month"]), int(found["day"]))


def _address_month(found: re.Match[str]) -> Reading:
    """A month in a web address: `/2017/06/`; anywhere else such figures could be anything."""
    word = found.string[max(0, found.start() - 200) : found.start() + 1].split()[-1]
    number = int(found["month"]) if found["month"].isdecimal() else month(found["month"]) or 0
    return _month(int(found["year"]), number) if "." in word else ()


def _short_figures(found: re.Match[str]) -> Reading:
    """Day and month: the day first where there are points, else as the figures allow, perhaps both ways."""
    year, first, second = full_year(found["year"]), int(found["first"]), int(found["second"])
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    return day_first if found["mark"] == "." or first == second else day_first + month_first


def _chinese(found: re.Match[str]) -> Reading:
    year, number, day = (_count(found[name] or "0") for name in ("year", "month", "day"))
    return _day(year, number, day) if day else _month(year, number)


def _count(numeral: str) -> int:
    """The number, in figures or in Chinese numerals below forty: 二十一 is 21."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(numeral.translate(_CHINESE))
    return int((tens or "一").translate(_CHINESE)) * 10 + int((ones or "〇").translate(_CHINESE))


def _day(year: int, number: int, day: int) -> Reading:
    return (iso(year, number, day),) if is_day(year, number, day) else ()


def _month(year: int, number: int) -> Reading:
    return (iso(year, number),) if is_month(year, number) else ()


# Arabic papers give a month two names: "7 يونيو/حزيران 2017", "7 حزيران (يونيو) 2017".
_TWIN = rf"(?:\s?[/(]\s?(?:{alternation(MONTHS, 'ar')})(?![^\W\d_])\)?)?"
_NAME = rf"(?P<month>{alternation(MONTHS)})(?![^\W\d_])\.?{_TWIN}"
_DAY = r"(?P<day>[0-3]?[0-9])"
_ORDINAL = r"(?:st\b|nd\b|rd\b|th\b|er\b|[ºª°]|\.)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_SHORT_YEAR = r"(?:(?P<year>[12][0-9]{3}|['’][0-9]{2}|(?<=-)[0-9]{2})(?:\sг(?:ода\b|\.)?)?)"
_OF = r"(?:(?:de|del|of|من)\s)?"
_GAP = r"[\s,،/-]{0,3}"
_ALONE = r"(?<![\w.,$€£-])"
_END = r"(?![0-9]|[.,:/-][0-9])"
_NUMERAL = r"[0-9〇○零一二三四五六七八九十]"


def _rule(pattern: str, read: Callable[[re.Match[str]], Reading]) -> Rule:
    return re.compile(pattern, re.IGNORECASE), read, _NAME in pattern


# In the order of trust: where two overlap, the earlier one has the words.
RULES: tuple[Rule, ...] = (
    # 2017-06-07, 2017/6/7, /2017/06/07/, 2017.06.07 and 2017-06-07T19:35 (ISO 8601-1:2019 and what people make of it)
    _rule(rf"(?<![\w.,:-]){_YEAR}(?P<mark>[-/._])(?P<month>[01]?[0-9])(?P=mark){_DAY}(?![0-9]|[^\W_TtZz])", _figures),
    # 7 June 2017, 7. Juni 2017, 7 de junio de 2017, the 7th of June, 2017, 07-Jun-2017, 07Jun2017
    _rule(rf"{_ALONE}{_DAY}{_ORDINAL}{_GAP}{_OF}{_NAME}{_GAP}{_OF}{_SHORT_YEAR}{_END}", _named),
    # June 7, 2017; Jun. 7th 2017
    _rule(rf"\b{_NAME}{_GAP}{_DAY}{_ORDINAL}[\s,/-]{{1,3}}(?:of\s)?{_SHORT_YEAR}{_END}", _named_month_first),
    # 2017 June 7, 2017-Jun-07, /2017/jun/07/
    _rule(rf"(?<![\w.,-]){_YEAR}[\s,/-]{{1,2}}{_NAME}[\s/-]{_DAY}\b{_END}", _named),
    # 07/06/2017, 7-6-2017, 06.07.2017, 07/06/17
    _rule(
        rf"{_ALONE}(?<!/)(?P<first>[0-3]?[0-9])(?P<mark>[./-])(?P<second>[0-3]?[0-9])(?P=mark)(?P<year>[12][0-9]{{3}}|[0-9]{{2}})\b{_END}",
        _short_figures,
    ),
    # 2017年6月7日, 二〇一七年六月, 2017년 6월 7일
    _rule(
        rf"(?<![0-9])(?P<year>[〇○零一二三四五六七八九0-9]{{4}})\s?[年년]\s?(?P<month>{_NUMERAL}{{1,2}})\s?[月월](?:\s?(?P<day>{_NUMERAL}{{1,3}})\s?[日号號일])?",
        _chinese,
    ),
    # 20170607, in a file name or an address, or after "date"
    _rule(
        r"(?:(?<=[/_=])|(?<=\bdate\s)|(?<=\bdate:\s)|^)(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9A-Za-z.,])",
        _figures,
    ),
    # June 2017, juin 2017, июнь 2017
    _rule(rf"\b{_NAME}[\s,/-]{{1,2}}{_OF}{_YEAR}{_END}\b", _named_month),
    # /2017/06/, /2017/jun/
    _rule(rf"(?<=/){_YEAR}/(?P<month>[01][0-9]|[a-z]{{3,9}})(?=/|\s|$)", _address_month),
)

# Every date in full has a year, of four figures or of two behind a mark; what is far from all years need not be read.
_ANCHOR = re.compile(r"[12][0-9]{3}|(?<=[./'’-])[0-9]{2}(?![0-9])|[年년]")
_BEFORE, _AFTER = 36, 24
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-feira)?)[.,،]{0,2}\s{0,2}(?:(?:the|le|den|el)\s)?\Z")
_WINDOW = 24
# The longest text that is taken for a row of a page, in characters.
_ROW = 200
# Figures of Arabic and of Persian, which are written from left to right as ours are.
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def explicit(text: str, *, day_first: bool | None = None) -> tuple[ExplicitDate, ...]:
    """The dates in a text that say at least their month and year, ordered and disjoint; impossible dates are none.

    Args:
        text: Any text: a header line, an address, a whole article.
        day_first: What the source's other dates or its country tell of `07/06/2017`: True for 7 June. Where it is None
            and nothing in the date itself decides, the date is `ambiguous`.
    """
    if not text.isascii() and (ours := text.translate(_FIGURES)) != text:
        read = explicit(ours, day_first=day_first)
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
    for pattern, read, has_name in RULES:
        for found in chain.from_iterable(
            pattern.finditer(text, *window) for window in (named if has_name else windows)
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
