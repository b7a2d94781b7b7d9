"""From what an expression means to a date, by what is known where it stands: publication, narrative and tense."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.understand.dates.calculation import (
    SEASONS,
    anniversary,
    first_day,
    in_year,
    last_day,
    precision,
    shifted,
    written,
)
from generator.understand.dates.expression import Anniversary, Expression, Fixed, Shift, Turn, Unit
from generator.understand.dates.tense import Tense

# A verb in the past tense may stand beside a day to come ("declared a dividend payable in May"), unless that is far.
_AGAINST = 4

# What is counted from another date.
Counted = Shift | Turn | Anniversary


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    Attributes:
        published: The partial ISO date of publication, if it is known.
        narrative: The values of the dates right before, the last one first.
        stated: Those of them that were not counted from another: what "a year earlier" compares with.
        tense: The tense of the words around, where they tell one.
    """

    published: str | None
    narrative: tuple[str, ...]
    stated: tuple[str, ...]
    tense: Tense = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, and the anchor it was counted from; empty for an absolute one."""

    value: str
    anchor: str = ""


def resolved(means: Expression, context: Context) -> Resolved | None:
    """The date that is meant; None where the context does not tell it."""
    if isinstance(means, Fixed):
        return Resolved(means.value)
    anchor = _anchor(means.of if isinstance(means, Anniversary) else means, context)
    value = _counted(means, anchor, context.tense) if anchor else None
    return Resolved(value, "" if _absolute(means) else anchor) if anchor and value else None


def _counted(means: Counted, anchor: str, tense: Tense) -> str | None:
    if isinstance(means, Anniversary):
        day = _shift(means.of, anchor)
        return anniversary(day, means.unit, means.count) if day else None
    return _shift(means, anchor) if isinstance(means, Shift) else _turn(means, anchor, tense)


def _absolute(means: Counted) -> bool:
    return isinstance(means, Turn) and isinstance(means.within, Fixed)


def _anchor(means: Shift | Turn, context: Context) -> str | None:
    """The date to count from, if the context has it."""
    inner = means.within or means if isinstance(means, Turn) else means
    if isinstance(inner, Fixed):
        return inner.value
    if isinstance(inner, Shift) and inner.alike:
        return _alike(inner, context)
    unit: Unit = inner.unit if isinstance(inner, Shift) else "day"
    near = next((value for value in context.narrative if shifted(value, unit, 0)), None)
    return near if inner.anchor == "narrative" else context.published


def _alike(inner: Shift, context: Context) -> str | None:
    """The quarter or half spoken of; else, for "a year earlier", the last date, or publication for a year ago."""
    stated = context.stated
    part = next((value for value in stated[:2] if _part_of_year(value)), None)
    near = next(iter(stated), None) if inner.anchor == "narrative" else None
    return part or near or context.published


def _part_of_year(value: str) -> bool:
    return precision(value) in {"quarter", "half"}


def _shift(means: Shift, anchor: str) -> str | None:
    if means.alike and _part_of_year(anchor):
        return f"{int(anchor[:4]) + means.count:04d}{anchor[4:]}"
    return shifted(anchor, means.unit, means.count)


def _turn(means: Turn, anchor: str, tense: Tense) -> str | None:
    if means.within:
        around = anchor if isinstance(means.within, Fixed) else _shift(means.within, anchor)
        return _inside(means, around) if around else None
    turns = _turns(means, anchor)
    return _chosen(turns, first_day(anchor), means, tense) if turns else None


def _inside(means: Turn, around: str) -> str | None:
    """The turn in a year, or the weekday in a week."""
    if means.cycle == "weekday":
        return (
            written(first_day(around) + timedelta(days=means.number - 1), "day")
            if precision(around) == "week"
            else None
        )
    return _of_year(means, int(around[:4])) if len(around) >= 4 else None  # a decade has three figures


def _of_year(means: Turn, year: int) -> str | None:
    match means.cycle:
        case "quarter":
            return f"{year:04d}-Q{means.number}"
        case "half":
            return f"{year:04d}-H{means.number}"
        case "season":
            return f"{year:04d}-{SEASONS[means.number - 1]}"
        case _:
            return in_year(year, means.number, means.day)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn of a cycle, with its first and last day."""

    value: str
    first: date
    last: date


def _turns(means: Turn, anchor: str) -> list[_Turn]:
    """The turns around the anchor, in the order of time; none where the anchor is not known exactly enough."""
    known = precision(anchor)
    if means.cycle in {"weekday", "weekend"}:
        values = _days_around(means, anchor) if known == "day" else []
    elif known == "day" or (known == "month" and not means.day):
        values = _years_around(means, int(anchor[:4]))
    else:
        values = []
    return [_Turn(value, first_day(value), last_day(value)) for value in values]


def _years_around(means: Turn, year: int) -> list[str]:
    """The turns of five years; of enough years, where it is the 29th of February."""
    reach = 8 if means.day > 28 else 2  # every month has a 28th
    return [value for near in range(year - reach, year + reach + 1) if (value := _of_year(means, near))]


def _days_around(means: Turn, anchor: str) -> list[str]:
    monday = first_day(anchor) - timedelta(days=first_day(anchor).weekday())
    weeks = [monday + timedelta(days=7 * count) for count in (-2, -1, 0, 1, 2)]
    if means.cycle == "weekend":
        return [written(week, "weekend") for week in weeks]
    return [written(week + timedelta(days=means.number - 1), "day") for week in weeks]


def _chosen(turns: list[_Turn], now: date, means: Turn, tense: Tense) -> str | None:
    """The turn that is meant; one that publication lies in has begun and is not over."""
    if means.which == "this" and means.cycle != "weekday":
        near = [turn for turn in turns if turn.value[:4] == f"{now.year:04d}"]
    elif means.which == "last":
        near = [turn for turn in turns if turn.last < now][-1:]
    elif means.which == "next":
        near = [turn for turn in turns if turn.first > now][:1]
    elif means.cycle in {"month", "quarter"}:
        near = sorted(turns, key=lambda turn: _distance(turn, now, tense))
    elif tense == "future" or (means.which == "this" and tense != "past"):
        near = [turn for turn in turns if turn.last >= now]
    else:
        near = [turn for turn in turns if turn.first <= now][-1:]
    return near[0].value if near else None


def _distance(turn: _Turn, now: date, tense: Tense) -> int:
    """How far the turn is from publication in days, those against the tense being farther than they are."""
    if turn.first > now:
        return (turn.first - now).days * (_AGAINST if tense == "past" else 1)
    return max(0, (now - turn.last).days) * (_AGAINST if tense == "future" else 1)
