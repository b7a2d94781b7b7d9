"""Partial dates of the Gregorian calendar: `2015`, `2015-05`, `2015-05-07` (ISO 8601-1:2019, reduced precision)."""

from calendar import monthrange

FIRST_YEAR = 1000
LAST_YEAR = 2999
_MONTHS = 12


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day: no 31 June, no 29 February outside of leap years."""
    return is_month(year, month) and 1 <= day <= monthrange(year, month)[1]


def is_month(year: int, month: int) -> bool:
    """Whether this is a month of a year that press texts speak of."""
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= _MONTHS


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """The partial date: the day left out where it is 0, and the month."""
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)]
    return "-".join(parts)


def full_year(figures: str) -> int:
    """The year that two or four figures mean; of two, as POSIX reads them: 69 is 1969, 68 is 2068."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= 69 else 2000)  # the pivot of POSIX strptime's %y
