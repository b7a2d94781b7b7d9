"""The day of the event, told from the lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Found
from generator.understand import dates, occurred

PRINTED = Found("2015-05-07", "field", 0.95)


def day(body: str, published: Found[str] | None = PRINTED, place: Found[str] | None = None) -> str | None:
    found = occurred.find(body, published, place, dates.find(body, published.value if published else None))
    return found.value if found else None


@pytest.mark.parametrize(
    ("lead", "value"),
    [
        ("Two ferries collided off Port Arlen on Tuesday.", "2015-05-05"),
        ("Two ferries collided off Port Arlen yesterday, the harbor office said.", "2015-05-06"),
        ("Two men drowned in a Tuesday collision off Port Arlen.", "2015-05-05"),
        ("On Monday night, fire broke out in the old mill.", "2015-05-04"),
        ("The president will open the canal on May 9.", "2015-05-09"),
        ("The canal was opened on 3 March 2013.", "2013-03-03"),
    ],
)
def test_the_day_of_the_first_sentence_is_the_events(lead: str, value: str) -> None:
    assert day(f"{lead} Many people came.") == value


@pytest.mark.parametrize(
    "lead",
    [
        "The man held since Monday was freed on Tuesday.",
        "Monday's storm was followed by a flood on Tuesday.",
        "The ministry said on Wednesday that two ferries collided off Port Arlen on Tuesday.",
        "Officials today confirmed the arrest of a smuggler in Port Arlen, Tuesday.",
        "A driver who left the town on Monday was found, Tuesday.",
        "A driver tied to the May 2 collision was found, Tuesday.",
        "Police spoke of their Saturday raid and made arrests on Tuesday.",
        "Divers raised the ferry on Tuesday.\n\n“She sank yesterday,” the captain said.",
        '"She sank yesterday," the captain said as the ferry was raised on Tuesday.',
        "Ten years ago today the old mill burned. On Tuesday the new one did.",
    ],
)
def test_a_day_that_describes_something_else_is_not_the_events(lead: str) -> None:
    assert day(f"{lead} Many people came.") == "2015-05-05"


def test_where_only_the_day_of_the_telling_is_named_it_is_taken_with_less_confidence() -> None:
    found = [
        occurred.find(body, PRINTED, None, dates.find(body, PRINTED.value))
        for body in ("The dam broke on Wednesday.", "The dam is safe, the ministry said on Wednesday.")
    ]
    assert [one and one.value for one in found] == ["2015-05-06", "2015-05-06"]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].confidence > found[1].confidence


def test_the_dateline_tells_the_day_of_publication_where_nothing_else_does() -> None:
    assert day("PORT ARLEN, May 7, 2015 (Harbor News) — Two ferries collided yesterday.", None) == "2015-05-06"
    assert day("PORT ARLEN, Ruland (May 7, 2015) – Two ferries collided on Tuesday.", None) == "2015-05-05"


def test_a_dated_report_that_names_no_day_is_of_its_own_day_with_little_confidence() -> None:
    body = "PORT ARLEN, May 7, 2015 (Harbor News) — Two ferries collided. Nobody was hurt."
    found = occurred.find(body, None, None, ())
    assert found
    assert found.value == "2015-05-07"
    assert found.confidence < 0.7


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Trade has grown for years.",
        "The council was founded in 2001 and has grown since May 2014.",
        "## On Tuesday",
    ],
)
def test_where_nothing_is_told_nothing_is_guessed(body: str) -> None:
    assert day(body) is None


def test_a_day_that_is_only_quoted_is_nobodys_answer() -> None:
    assert day('"We sank yesterday," the captain said. He swam.') is None
    assert day("> We sank yesterday, and swam.") is None


def test_an_anniversary_alone_is_a_question() -> None:
    body = "Three years ago today the mill burned. Nobody was hurt."
    found = occurred.find(body, PRINTED, None, dates.find(body, PRINTED.value))
    assert found
    assert (found.value, found.rule) == ("2012-05-07", "lead-side-day")
    assert found.confidence < 0.6


@pytest.mark.parametrize("lead", ["On the 5th of May gunmen came.", "The fair opened on the 5 May as planned."])
def test_a_day_with_an_article_is_the_events_where_no_noun_follows_it(lead: str) -> None:
    assert day(lead) == "2015-05-05"


def test_headings_and_lines_without_a_full_stop_are_no_lead() -> None:
    assert day("## Fair opened Monday\n\nRelease of Sunday\n\nThe fair opened on Tuesday.") == "2015-05-05"


@given(st.text(), st.none() | st.just(PRINTED))
def test_any_text_is_read_without_an_error(body: str, published: Found[str] | None) -> None:
    found = occurred.find(body, published, None, dates.find(body, published.value if published else None))
    assert found is None or 0 < found.confidence < 1
