"""Arithmetic with partial dates as TIMEX3 writes them, from `199` (a decade) to `2015-05-07`.

Between these are `2015`, `2015-H1`, `2015-Q2`, `2015-SU`, `2015-05`, `2015-W19` and `2015-W19-WE` (a weekend). Weeks
are those of ISO 8601: they begin on Monday, and week 1 has the year's first Thursday.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from generator.calendars import is_day, iso
from generator.model import Precision
from generator.understand.dates.expression import Unit

SEASONS = ("SP", "SU", "FA", "WI")
# The months that the seasons begin with, in the northern hemisphere; a winter bears the year of its December.
_SEASON_MONTHS = (3, 6, 9, 12)

_PARTIAL = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")
_PRECISION: Mapping[tuple[str, int], Precision] = {
    ("Q", 7): "quarter",
    ("H", 7): "half",
    ("W", 8): "week",
    ("W", 11): "weekend",
    **{(name[0], 7): "season" for name in SEASONS},
}
# Which units can be counted from a date that is known so exactly.
_FINER: dict[Precision, frozenset[Unit]] = {
    "day": frozenset({"day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade"}),
    "weekend": frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade"}),
    "week": frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade"}),
    "month": frozenset({"month", "season", "quarter", "half", "year", "decade"}),
    "season": frozenset({"season", "year", "decade"}),
    "quarter": frozenset({"quarter", "half", "year", "decade"}),
    "half": frozenset({"half", "year", "decade"}),
    "year": frozenset({"year", "decade"}),
    "decade": frozenset({"decade"}),
}
_MONTHS_IN: dict[Unit, int] = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def precision(value: str) -> Precision:
    """How much of the date the value tells, which its length and the sign behind the year show."""
    if len(value) <= len("2015"):
        return "year" if len(value) == len("2015") else "decade"
    return _PRECISION.get((value[5], len(value))) or ("day" if len(value) == len("2015-05-07") else "month")


def first_day(value: str) -> date:
    """The first day of what the value means."""
    known, year = precision(value), int(value[:4].ljust(4, "0"))
    if known in {"week", "weekend"}:
        return date.fromisocalendar(year, int(value[6:8]), 6 if known == "weekend" else 1)
    return date(year, _first_month(value, known), int(value[8:10]) if known == "day" else 1)


def _first_month(value: str, known: Precision) -> int:
    if known in {"day", "month"}:
        return int(value[5:7])
    if known == "season":
        return _SEASON_MONTHS[SEASONS.index(value[5:])]
    return (
        {"quarter": 3, "half": 6}.get(known, 0) * (int(value[6:] or 1) - 1) + 1 if known in {"quarter", "half"} else 1
    )


def last_day(value: str) -> date:
    """The last day of what the value means."""
    known = precision(value)
    return _moved(first_day(value), known, 1) - timedelta(days=3 if known == "weekend" else 1)


def written(day: date, unit: Unit) -> str:
    """The value of the unit that the day lies in."""
    return _WRITTEN[unit](day)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _season(day: date) -> str:
    year = day.year if day.month >= _SEASON_MONTHS[0] else day.year - 1
    return f"{year:04d}-{SEASONS[(day.month % 12 // 3 - 1) % 4]}"


_WRITTEN: Mapping[Unit, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": _week,
    "weekend": lambda day: f"{_week(day)}-WE",
    "month": lambda day: iso(day.year, day.month),
    "season": _season,
    "quarter": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    "year": lambda day: iso(day.year),
    "decade": lambda day: f"{day.year // 10:03d}",
}


def shifted(value: str, unit: Unit, count: int) -> str | None:
    """The unit that lies `count` units after the date; None where the date is not known exactly enough."""
    if unit not in _FINER[precision(value)]:
        return None
    try:
        return written(_moved(first_day(value), unit, count), unit)
    except (ValueError, OverflowError):
        return None


def anniversary(value: str, unit: Unit, count: int) -> str | None:
    """The day or month that lies `count` units before this one; the month, where it has no such day."""
    if unit in {"day", "week", "weekend"}:
        return shifted(value, "day", -count if unit == "day" else -7 * count)
    month = shifted(value, "month", -count * _MONTHS_IN[unit])
    if not month or precision(value) != "day":
        return month
    return in_year(int(month[:4]), int(month[5:]), int(value[8:])) or month


def _moved(day: date, unit: Unit, count: int) -> date:
    if unit in {"day", "week", "weekend"}:
        return day + timedelta(days=count if unit == "day" else 7 * count)
    # "2015-01-31" and one month: only the month matters, and every month has a first.
    months = day.year * 12 + day.month - 1 + _MONTHS_IN[unit] * count
    year, month = divmod(months, 12)
    return date(year, month + 1, 1)


def in_year(year: int, month: int, day: int) -> str | None:
    """The month, or the day of it, in this year; None where the calendar does not have it."""
    if not day:
        return iso(year, month)
    return iso(year, month, day) if is_day(year, month, day) else None


def is_partial(value: str) -> bool:
    """Whether this is a year, month or day of the calendar that can be counted from."""
    if not _PARTIAL.fullmatch(value):
        return False
    parts = [int(part) for part in value.split("-")]
    return is_day(*[*parts, 1, 1][:3])
