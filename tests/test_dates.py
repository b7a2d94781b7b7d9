"""The dates that a text names, and what each was counted from."""

import datetime as dt
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import passages
from generator.understand import dates
from generator.understand.dates.calculation import first_day, last_day, precision, shifted
from generator.understand.dates.expression import Unit
from tests.casefiles import Case, cases

_HEAD = re.compile(r"published: (\S+)\n\n")


def read(text: str) -> tuple[str, str | None]:
    """The body of a case, and the day that its first line says it was published on."""
    head = _HEAD.match(text)
    return (text[head.end() :], head[1]) if head else (text, None)


def marked(body: str, published: str | None) -> str:
    """The body with what is found in brackets: `[words|value]`."""
    for date in reversed(dates.find(body, published)):
        body = f"{body[: date.start]}[{date.text}|{date.value}]{body[date.end :]}"
    return body


@pytest.mark.parametrize("case", cases("dates"), ids=str)
def test_case(case: Case) -> None:
    body, published = read(case.blocks[0])
    assert marked(body, published) == case.blocks[1]


def test_the_seeds_expressions_have_the_meaning_that_the_plan_gives_them() -> None:
    body = "In May 2014 he came. It was this March, on May 9 and 25 years ago. This year, on Wednesday and on May 7."
    values = {date.text: (date.value, date.precision, date.anchor) for date in dates.find(body, "2015-05-07")}
    assert values == {
        "May 2014": ("2014-05", "month", ""),
        "this March": ("2015-03", "month", "2015-05-07"),
        "May 9": ("2015-05-09", "day", "2015-05-07"),
        "25 years ago": ("1990", "year", "2015-05-07"),
        "This year": ("2015", "year", "2015-05-07"),
        "Wednesday": ("2015-05-06", "day", "2015-05-07"),
        "May 7": ("2015-05-07", "day", "2015-05-07"),
    }


def test_a_date_of_the_narrative_says_which_date_it_was_counted_from() -> None:
    first, second = dates.find("It began in 2009; two years later it ended.", None)
    assert (first.anchor, second.anchor) == ("", "2009")


def test_dates_of_a_heading_are_found() -> None:
    assert [date.value for date in dates.find("## Trade in 2014\n\nIt grew.", None)] == ["2014"]


# Pieces of expressions and of what surrounds them, in any order: much of it is nonsense, as texts are.
_PIECES = (
    "May |7|, |2015|31 |Sept. |Friday|'s|–|-| to |and |the |of |that |(|)|. |`|\n\n|last |next |this |"
    "early |mid-|later|earlier|before |in |a |two | ago|will |said |fiscal |half |year|week|day|night|"
    "weekend|third |quarter|summer |Christmas |yesterday|nineteen |ninety-six|2017-06-07|7 juin 2017|"
    "07/06/2017|1990s|'70s|9/11|0|1500 |https://a.example/"
)
PIECES = st.lists(st.sampled_from(_PIECES.split("|")), max_size=40).map("".join)
_DAYS = [
    "2015",
    "2015-05",
    "2015-05-07",
    "2016-02-29",
    "1000-01-01",
    "2999-12-31",
    "0001",
    "2015-02-30",
    "2015-5-7",
    "May",
]
PUBLISHED = st.none() | st.sampled_from(_DAYS)


@given(PIECES | st.text(), PUBLISHED)
def test_spans_are_ordered_disjoint_and_inside_the_body(body: str, published: str | None) -> None:
    end = 0
    for date in dates.find(body, published):
        assert end <= date.start < date.end <= len(body)
        assert date.text == body[date.start : date.end]
        end = date.end


@given(PIECES, PUBLISHED)
def test_no_date_touches_what_is_not_prose(body: str, published: str | None) -> None:
    walls = passages.opaque(body)
    for date in dates.find(body, published):
        assert all(date.end <= start or end <= date.start for start, end in walls)


@given(PIECES, PUBLISHED)
def test_every_value_is_of_the_precision_it_claims(body: str, published: str | None) -> None:
    for date in dates.find(body, published):
        assert precision(date.value) == date.precision
        assert first_day(date.value) <= last_day(date.value)


@given(PIECES)
def test_without_a_day_of_publication_every_date_stands_in_the_text(body: str) -> None:
    known = {""} | {date.value for date in dates.find(body, None)}
    assert {date.anchor for date in dates.find(body, None)} <= known


@given(st.dates(), st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-500, 500))
def test_what_is_shifted_there_and_back_is_the_same(day: dt.date, unit: Unit, count: int) -> None:
    there = shifted(day.isoformat(), unit, count)
    if there is not None:
        assert shifted(there, unit, -count) == shifted(day.isoformat(), unit, 0)


@pytest.mark.parametrize(
    "piece", ["1 1 1 1 ", "May May ", "the last ", "7 May 7 - ", "two years ", "Friday ", "2015- ", "'70s' "]
)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    """Four times the text takes about four times the time: a generous bound on a ratio, on any machine."""
    short, long = (piece * (size // len(piece)) for size in (5_000, 20_000))
    assert seconds(long) < 4 * 3 * seconds(short) + 0.05


def seconds(body: str) -> float:
    """The processor time of the better of two runs."""
    return min(_seconds(body) for _ in range(2))


def _seconds(body: str) -> float:
    start = time.process_time()
    dates.find(body, "2015-05-07")
    dates.find(f"In 2013 {body}", None)
    return time.process_time() - start
