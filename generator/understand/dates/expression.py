"""What date expressions mean, whatever the language: a language's file says which words mean which of these.

The classes follow the normalization of TIMEX3 (Pustejovsky et al., *TimeML Annotation Guidelines* 1.2.1, 2006): fully
specified dates, dates shifted from an anchor, and dates that lack their year or week and take it from an anchor.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade"]
Anchor = Literal["published", "narrative"]
Cycle = Literal["weekday", "weekend", "month", "season", "quarter", "half"]
Which = Literal["last", "this", "next", "nearest"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no other: `2013`, `2013-09`, `1990-Q3`, `199`."""

    value: str


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units after the anchor (before it, where negative), known as exactly as the unit.

    Attributes:
        unit: What is counted.
        count: How many; 0 for "this year" and "that year".
        anchor: The day of publication ("last year"), or the last date of the narrative ("the following year").
        alike: Whether a quarter or half that the narrative spoke of stays one: "a year earlier" of the third quarter.
    """

    unit: Unit
    count: int
    anchor: Anchor = "published"
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of something that comes round: a weekday, a month, a day of a month, a season, a quarter.

    Attributes:
        cycle: What comes round.
        number: Which of them, from 1: Monday, January, spring, the first quarter. Unused for weekends.
        day: The day of the month, or 0.
        which: The last before the anchor, the one in its year or week, the next, or the nearest that fits the tense.
        anchor: What it is near to.
        within: The year or week that it lies in, where the text says so: "May of that year".
    """

    cycle: Cycle
    number: int = 0
    day: int = 0
    which: Which = "nearest"
    anchor: Anchor = "published"
    within: Fixed | Shift | None = None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day or month so long before one that publication tells: "three years ago today", "ten years ago this month".

    Attributes:
        unit: What is counted back.
        count: How many of them, above 0.
        of: The day or month that it is counted from.
    """

    unit: Unit
    count: int
    of: Shift


Expression = Fixed | Shift | Turn | Anniversary


@dataclass(frozen=True, slots=True)
class Part:
    """A span of the body that means a date; a range has two of them."""

    start: int
    end: int
    means: Expression


@dataclass(frozen=True, slots=True)
class Words:
    """What the words in the groups of a language's patterns mean; all in lower case.

    Attributes:
        units: "day", "week" and so on.
        numbers: "twenty", "five", "a".
        ordinals: Of quarters and halves: "third", "3rd".
        seasons: From spring, which is 1.
        decades: "nineties" is 9.
        holidays: Month and day.
        days: Days from publication: "yesterday" is -1.
        from_publication: Units from publication: "last" is -1.
        from_narrative: Units from the last date of the narrative: "the following" is 1.
        which: Which turn is meant: "last".
        time_before: Finds at the end of a text what makes four figures a year: "in", "since".
        count_before: Finds at the end of a text what makes four figures a number: "about", "$".
        count_after: Matches what is counted: " troops".
    """

    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, int]
    decades: Mapping[str, int]
    holidays: Mapping[str, tuple[int, int]]
    days: Mapping[str, int]
    from_publication: Mapping[str, int]
    from_narrative: Mapping[str, int]
    which: Mapping[str, Which]
    time_before: re.Pattern[str]
    count_before: re.Pattern[str]
    count_after: re.Pattern[str]


Reading = Callable[[re.Match[str], Words], tuple[Part, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means; no part where the words are no date after all."""

    pattern: re.Pattern[str]
    read: Reading


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules to try in order; the first that covers the trigger decides.

    Attributes:
        gate: Matches wherever one of them does, so that most places need not be tried with each.
        rules: The rules.
    """

    gate: re.Pattern[str]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The date expressions of one language.

    Attributes:
        words: What its words mean.
        trigger: Finds the one word that every expression has; the name of its group is the key of `rules`.
        openings: Words in small letters: with one of them, in whatever capitals, a trigger begins,
        figures: or with what this finds.
        rules: For each kind of trigger the rules to try around it.
        tense: Finds the words that tell the tense, in groups `past` and `future`.
        until: Finds, at the end of a text, words that set in the future what they stand before: "by", "until".
        onward: Finds words by which a story goes on from its last date: "later".
    """

    words: Words
    trigger: re.Pattern[str]
    openings: tuple[str, ...]
    figures: re.Pattern[str]
    rules: Mapping[str, Rules]
    tense: re.Pattern[str]
    until: re.Pattern[str]
    onward: re.Pattern[str]
