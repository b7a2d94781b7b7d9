"""Dates written in full, in words and figures of nine languages."""

import time
from datetime import date
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.calendars import MONTHS, dateline, explicit, in_words, month, order, suggest
from generator.ingest import text

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def values(text: str, *, day_first: bool | None = None) -> list[str]:
    return [found.value for found in explicit(text, day_first=day_first)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 June 2017", "2017-06-07"),
        ("June 7th, 2017", "2017-06-07"),
        ("JUNE 7, 2017", "2017-06-07"),
        ("Jun. 7 2017", "2017-06-07"),
        ("the 7th of June, 2017", "2017-06-07"),
        ("07-Jun-17", "2017-06-07"),
        ("07Jun2017", "2017-06-07"),
        ("2017-06-07", "2017-06-07"),
        ("2017/6/7", "2017-06-07"),
        ("06.07.2017", "2017-07-06"),
        ("13/06/2017", "2017-06-13"),
        ("06/13/2017", "2017-06-13"),
        ("06/06/17", "2017-06-06"),
        ("1er août 2016", "2016-08-01"),
        ("1 aout 2016", "2016-08-01"),
        ("7 de junio de 2017", "2017-06-07"),
        ("1º de março de 2015", "2015-03-01"),
        ("3. Jänner 2015", "2015-01-03"),
        ("7 luglio 2017", "2017-07-07"),
        ("7 июня 2017 г.", "2017-06-07"),
        ("2017年6月7日", "2017-06-07"),
        ("二〇一七年十二月二十一日", "2017-12-21"),
        ("июнь 2017", "2017-06"),
        ("7 يونيو 2017", "2017-06-07"),
        ("الأربعاء، 7 حزيران 2017", "2017-06-07"),
        ("7 حزيران/يونيو 2017", "2017-06-07"),
        ("12 كانون الثاني (يناير) 2017", "2017-01-12"),
        ("٧ من يونيو، ٢٠١٧", "2017-06-07"),
        ("كانون الأول 2016", "2016-12"),
        ("3 جانفي 2020", "2020-01-03"),
        ("Sept. 2013", "2013-09"),
        ("https://press.example/2017/06/07/visit", "2017-06-07"),
        ("https://press.example/2017/jun/07/visit", "2017-06-07"),
        ("https://press.example/2017/06/visit", "2017-06"),
        ("https://press.example/a_20170607_2.html", "2017-06-07"),
        ("date 20170607", "2017-06-07"),
    ],
)
def test_one_date_in_each_way_of_writing(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2017",
        "2015-02-30",
        "29 February 2015",
        "32/13/2017",
        "page 2017/06 of the roll",
        "order 20170607",
        "address 192.168.10.12",
        "version 4.12.1.2017.3",
        "it came out 2017 times",
        "the case of 1/2 2017",
        "in 2017",
        "on May 7",
        "",
    ],
)
def test_no_date_is_found_where_none_is_written_in_full(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("Wed, 07 Jun 2017 19:35 GMT", "19:35", "GMT"),
        ("2017-06-07T19:35:00+06:00", "19:35", "+06:00"),
        ("2017-06-07 08:00:33 UTC+8", "08:00", "UTC+8"),
        ("7 Juin 2017 - 19:35", "19:35", ""),
        ("7 juin 2017 à 19h35", "19:35", ""),
        ("Mittwoch, 7. Juni 2017, 19.35 Uhr", "19:35", ""),
        ("7 июня 2017 г. в 19:35", "19:35", ""),
        ("9:04 AM EDT, Wed June 7, 2017", "09:04", "EDT"),
        ("June 7, 2017 at 12:10 a.m. ET", "00:10", "ET"),
        ("June 7, 2017 7pm", "19:00", ""),
        ("2017年6月7日 星期三 10:11", "10:11", ""),
        ("June 7, 2017, 10:11 (Beijing Time)", "10:11", "Beijing Time"),
    ],
)
def test_time_and_zone_belong_to_the_date_beside_them(text: str, time: str, zone: str) -> None:
    (found,) = explicit(text)
    assert (found.value, found.time, found.timezone, found.text) == ("2017-06-07", time, zone, text)


def test_figures_that_can_be_read_in_two_ways_say_so() -> None:
    (found,) = explicit("07/06/2017")
    assert (found.value, found.ambiguous, found.other) == ("2017-06-07", True, "2017-07-06")


def test_evidence_decides_the_order_of_figures() -> None:
    assert values("07/06/2017", day_first=True) == ["2017-06-07"]
    assert values("07/06/2017", day_first=False) == ["2017-07-06"]
    assert values("Thursday 07/06/2017") == ["2017-07-06"]
    assert not explicit("Thursday 07/06/2017")[0].ambiguous


def test_two_dates_with_their_times_are_kept_apart() -> None:
    found = explicit("Published: 13:45 BST, 7 June 2017 | Updated: 14:00 BST, 8 June 2017")
    assert [(one.value, one.time) for one in found] == [("2017-06-07", "13:45"), ("2017-06-08", "14:00")]


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.data())
def test_every_day_is_read_in_every_language(day: date, language: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(MONTHS[language][day.month - 1].split())).replace("_", " ")
    assert values(f"{day.day} {name} {day.year}") == [day.isoformat()]


def test_no_month_name_means_two_months() -> None:
    for names in MONTHS.values():
        assert [month(name) for line in names for name in line.split()] == [
            number for number, line in enumerate(names, 1) for _ in line.split()
        ]


@given(
    st.lists(
        st.sampled_from(
            ["7 ", "June ", "2017", ", ", "/", "07/06/", ".", "Wed ", "19:35 ", "年6月", "T", "-", "GMT", "31"]
        ),
        max_size=30,
    )
)
def test_spans_are_ordered_disjoint_and_inside(pieces: list[str]) -> None:
    text, end = "".join(pieces), 0
    for found in explicit(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    explicit(text)
    suggest(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 Juny 2017", "2017-06-07"),
        ("Febuary 2, 2015", "2015-02-02"),
        ("7 Septembr 2017", "2017-09-07"),
        ("2017-6-7", "2017-06-07"),
        ("2017.06.07", "2017-06-07"),
        ("sept 2017", "2017-09"),
        ("2017", "2017"),
        ("07/06/2017", None),
        ("31 June 2017", None),
        ("next spring", None),
        ("", None),
    ],
)
def test_a_suggestion_is_made_only_where_the_meaning_is_certain(text: str, value: str | None) -> None:
    assert suggest(text) == value


@pytest.mark.parametrize(
    "piece", ["1 1 1 1 ", "May 7 ", "2015-", "7/6/", "7 June ", "2017 ", "19:35 ", "十", "Wed 7 Jun 17 "]
)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    """Four times the text takes about four times the time: a generous bound on a ratio, on any machine."""
    short, long = (piece * (size // len(piece)) for size in (10_000, 40_000))
    assert seconds(long) < 4 * 3 * seconds(short) + 0.05


def seconds(text: str) -> float:
    """The processor time of the better of two runs."""
    return min(_seconds(text) for _ in range(2))


def _seconds(text: str) -> float:
    start = time.process_time()
    explicit(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PORT ARLEN, Ruland (May 7, 2015) – Two ferries collided.", "2015-05-07"),
        ("PORT ARLEN, May 7, 2015 (Harbor News) -- Two ferries collided.", "2015-05-07"),
        ("Ferries collide\nRelease 2015-05-X-004\nPORT ARLEN, Ruland (May 7) — Two ferries collided.", "2015-05-07"),
        ("PORT ARLEN, 7. Mai 2015 – Zwei Fähren stießen zusammen.", "2015-05-07"),
        ("PORT ARLEN (HN) — Two ferries collided on May 7, 2015.", None),
        ("PORT ARLEN, May 7 (HN) — Two ferries collided, as in 2013.", None),
        ("The SWU (May 7, 2015) and others wrote.", None),
        ("May 7: Two ferries collide\nPress release 2015-05-HA-012\nTwo ferries collided.", "2015-05-07"),
        ("May 7: Two ferries collide\nPress release 2015-06-HA-012\nTwo ferries collided.", None),
        ("May 7: Two ferries collide\nMay 8: A third one does, as in 2013.", None),
        ("Two ferries collided.", None),
    ],
)
def test_the_day_in_a_dateline_has_the_year_it_says_or_that_of_the_header(text: str, value: str | None) -> None:
    found = dateline(text)
    assert (found.value if found else None) == value
    assert found is None or text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2015-05-07", "May 7, 2015"),
        ("2015-05", "May 2015"),
        ("2015", "2015"),
        ("199", "the 1990s"),
        ("2015-SP", "spring 2015"),
        ("2015-Q2", "second quarter of 2015"),
        ("2015-H1", "first half of 2015"),
        ("2015-W19", "week 19 of 2015"),
        ("2017-06-08/2017-06-09", "June 8, 2017 – June 9, 2017"),
    ],
)
def test_a_partial_date_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


def test_partial_dates_sort_by_where_they_begin_the_vaguer_first() -> None:
    ordered = ["199", "1990", "2015", "2015-01", "2015-02", "2015-SP", "2015-03-02", "2015-Q2", "2015-04-01", "2015-WI"]
    assert sorted(set(ordered), key=lambda value: (order(value), value)) == ordered


def test_a_row_of_a_page_is_read_once_however_often_it_is_asked() -> None:
    rows = [f"By Ann Lee - {day} June {year} 08:30" for year in range(1950, 1970) for day in range(1, 29)]
    remembered = import_module("generator.calendars.explicit")._remembered  # noqa: SLF001 - it counts what is read
    before = remembered.cache_info().misses
    text.read("\n".join(rows))
    # Some are asked for with the name cut off, too.
    assert remembered.cache_info().misses - before <= 2 * len(rows)


def test_what_is_remembered_is_what_is_read() -> None:
    for day_first in (None, True, False, None):
        assert [found.value for found in explicit("07/06/2017 and 03/02/2018", day_first=day_first)] == (
            ["2017-07-06", "2018-03-02"] if day_first is False else ["2017-06-07", "2018-02-03"]
        )
