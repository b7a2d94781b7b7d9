"""What a match means: one reading for each shape of expression, by the groups of the pattern, whatever the language.

A pattern's group `span` is the expression where words around it are matched too. The other groups hold what their
names say: `day`, `second` (the end of a range of days or years), `month`, `year`, `relative` (a word for a year),
`lent` (a year that stands behind another date), `which` and `week` (determiners), `number`, `ordinal`, `unit`,
`season`, `weekday`, `holiday`.
"""

import re

from generator.calendars import month as month_number
from generator.calendars import weekday as weekday_number
from generator.understand.dates.expression import (
    Anchor,
    Anniversary,
    Expression,
    Fixed,
    Part,
    Shift,
    Turn,
    Unit,
    Which,
    Words,
)

Parts = tuple[Part, ...]
_LONGEST_MONTH = 31


def nothing(_: re.Match[str], __: Words) -> Parts:
    """No date, though it looks like one."""
    return ()


def month(found: re.Match[str], words: Words) -> Parts:
    """A month, or a day of it, of its own year or of the one that publication tells."""
    return _whole(found, _month(found, words, "day"))


def days(found: re.Match[str], words: Words) -> Parts:
    """Two days of a month, as in a range; the group `first` is the first of them."""
    return _two(found, _month(found, words, "day"), _month(found, words, "second"), found.end("first"))


def weekday(found: re.Match[str], words: Words) -> Parts:
    """A weekday: of the publication's week, or the next from it or from the narrative's last date."""
    number, which, week = weekday_number(found["weekday"]) or 0, _group(found, "which"), _group(found, "week")
    if which in words.from_narrative:
        side: Which = "last" if words.from_narrative[which] < 0 else "next"
        return _whole(found, Turn("weekday", number, which=side, anchor="narrative"))
    within = _determined(week, "week", words)
    return _whole(found, Turn("weekday", number, which=words.which.get(which, "nearest"), within=within))


def near_day(found: re.Match[str], words: Words) -> Parts:
    """Yesterday, today, tomorrow, and the days before and after these."""
    beyond = -1 if _group(found, "back") else 1 if _group(found, "ahead") else 0
    return _whole(found, Shift("day", words.days[_group(found, "near")] + beyond))


def part_of_day(found: re.Match[str], words: Words) -> Parts:
    """This morning, that evening: the day of it."""
    return _whole(found, _determined(_group(found, "which"), "day", words))


def counted(found: re.Match[str], words: Words) -> Parts:
    """So many units ago or from now (group `now`), earlier or later (`ahead`) in the narrative."""
    number, unit = _number(_group(found, "number"), words), _unit(found, words)
    count = number if _group(found, "ahead") else -number
    anchor: Anchor = "published" if _group(found, "now") else "narrative"
    return _whole(found, Shift(unit, count, anchor, alike=unit == "year" and count == -1))


def anniversary(found: re.Match[str], words: Words) -> Parts:
    """So many units ago today (group `near`), or this month (`of`): one date, as exact as the day or month named."""
    unit: Unit = "month" if _group(found, "of") == "month" else "day"
    day = Shift(unit, words.days.get(_group(found, "near"), 0))
    return _whole(found, Anniversary(_unit(found, words), _number(_group(found, "number"), words), day))


def beside(found: re.Match[str], words: Words) -> Parts:
    """The day before (group `back`) or after the last date of the narrative."""
    return _whole(found, Shift(_unit(found, words), -1 if _group(found, "back") else 1, "narrative"))


def determined(found: re.Match[str], words: Words) -> Parts:
    """This year, last week, the following month."""
    return _whole(found, _determined(_group(found, "which"), _unit(found, words), words))


def current(found: re.Match[str], words: Words) -> Parts:
    """A part of the unit that publication lies in: later in the year."""
    return _whole(found, Shift(_unit(found, words), 0))


def weekend(found: re.Match[str], _: Words) -> Parts:
    """The weekend that fits the tense."""
    return _whole(found, Turn("weekend"))


def year_earlier(found: re.Match[str], words: Words) -> Parts:
    """The year before; the quarter before it where quarters are spoken of."""
    if not _group(found, "ordinal"):
        return _whole(found, Shift("year", -1, alike=True))
    return _whole(found, Turn("quarter", _ordinal(found, words), within=Shift("year", -1)))


def quarter(found: re.Match[str], words: Words) -> Parts:
    """A quarter, of its own year or of the one that publication tells."""
    return _whole(found, Turn("quarter", _ordinal(found, words), within=_within(found, words)))


def half(found: re.Match[str], words: Words) -> Parts:
    """Half of a year."""
    return _whole(found, Turn("half", _ordinal(found, words), within=_within(found, words)))


def season(found: re.Match[str], words: Words) -> Parts:
    """A season, of its own year or of the one that publication tells."""
    which = words.which.get(_group(found, "which"), "nearest")
    number = words.seasons[_group(found, "season")]
    return _whole(found, Turn("season", number, which=which, within=_within(found, words)))


def year(found: re.Match[str], words: Words) -> Parts:
    """Four figures, if they are a year: "in 1999" and "the 2014 vote" are, "1500 troops" and "about 2000" are not."""
    before = found.string[max(0, found.start() - 24) : found.start()]
    if words.count_before.search(before):
        return ()
    modern = "1900" <= found["year"] < "2050" and not words.count_after.match(found.string, found.end())
    return _whole(found, Fixed(found["year"])) if modern or words.time_before.search(before) else ()


def certain_year(found: re.Match[str], _: Words) -> Parts:
    """Four figures that the words around make a year: "fiscal 1989", "the end of 1990"."""
    return _whole(found, Fixed(found["year"]))


def years(found: re.Match[str], _: Words) -> Parts:
    """A range of years, the second in two figures or four; nothing where it does not come after the first."""
    first, second = found["year"], found["second"]
    full = first[: 4 - len(second)] + second
    return _two(found, Fixed(first), Fixed(full), found.end("year")) if full > first else ()


def decade(found: re.Match[str], words: Words) -> Parts:
    """The 1990s, the '90s, the nineties."""
    full, short = _group(found, "year"), _group(found, "short")
    return _whole(found, Fixed(full[:3] if full else f"19{short[:1] or words.decades[_group(found, 'decade')]}"))


def spelled_year(found: re.Match[str], words: Words) -> Parts:
    """A year of the last century as it is spoken: nineteen ninety-six."""
    return _whole(found, Fixed(str(1900 + _number(_group(found, "number"), words))))


def holiday(found: re.Match[str], words: Words) -> Parts:
    """A holiday that falls on the same day every year."""
    number, day = words.holidays[_group(found, "holiday").replace("’", "'")]
    which = words.which.get(_group(found, "which"), "nearest")
    return _whole(found, Turn("month", number, day, which, within=_within(found, words)))


def september_11(found: re.Match[str], _: Words) -> Parts:
    """The one day that is known by its date alone."""
    return _whole(found, Fixed("2001-09-11"))


# --- what they share -----------------------------------------------------------------------------------------


def _whole(found: re.Match[str], means: Expression | None) -> Parts:
    """One part: the group `span` where the pattern has one, else the match."""
    start, end = found.span("span") if "span" in found.re.groupindex else found.span()
    return (Part(start, end, means),) if means else ()


def _two(found: re.Match[str], first: Expression | None, second: Expression | None, end: int) -> Parts:
    """The two ends of a range; the first ends at `end`."""
    if not first or not second:
        return ()
    return Part(found.start(), end, first), Part(found.start("second"), found.end(), second)


def _group(found: re.Match[str], name: str) -> str:
    """What the group holds, in lower case and with single blanks; empty where the pattern has no such group."""
    return " ".join((found.groupdict().get(name) or "").lower().split())


def _month(found: re.Match[str], words: Words, day: str) -> Expression | None:
    """The month, or the day of it that the group named by `day` holds; none where no month has such a day."""
    number = int(_group(found, day) or 0)
    which = words.which.get(_group(found, "which"), "nearest")
    means = Turn("month", month_number(found["month"]) or 0, number, which, within=_within(found, words))
    return means if number <= _LONGEST_MONTH else None


def _within(found: re.Match[str], words: Words) -> Fixed | Shift | None:
    """The year that the match names: in figures, or by its relation to another."""
    figures = _group(found, "year") or _group(found, "lent")
    return Fixed(figures) if figures else _determined(_group(found, "relative"), "year", words)


def _determined(determiner: str, unit: Unit, words: Words) -> Shift | None:
    if determiner in words.from_publication:
        return Shift(unit, words.from_publication[determiner])
    if determiner in words.from_narrative:
        return Shift(unit, words.from_narrative[determiner], "narrative")
    return None


def _number(text: str, words: Words) -> int:
    """A number in figures or in words, which are added up: twenty-five."""
    return int(text) if text.isdecimal() else sum(words.numbers[word] for word in text.replace("-", " ").split())


def _ordinal(found: re.Match[str], words: Words) -> int:
    word = _group(found, "ordinal")
    return words.ordinals.get(word) or int(word)


def _unit(found: re.Match[str], words: Words) -> Unit:
    return words.units[_group(found, "unit")]
