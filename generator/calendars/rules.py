"""The ways of writing a date in full, each a pattern and what its match says."""

import re
from collections.abc import Callable

from generator.calendars.names import MONTHS, alternation, month
from generator.calendars.partial import full_year, is_day, is_month, iso
from generator.pattern import lazy

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
    return lazy(pattern, re.IGNORECASE), read, _NAME in pattern


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
