"""An article may be long, and may be full of marks, but not so that it would keep the others waiting."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import batches, build, ingest, inspection, understand
from generator.model import Authority, Source
from generator.problems import errors


def codes(text: str, name: str = "x.md") -> list[str]:
    found = ingest.article(Source(f"content/articles/2015/{name}", text.encode()))
    return [problem.code for problem in found.problems if problem.severity == "error"]


@pytest.mark.parametrize("text", ["*a " * 20_001, "\\" * 40_001, "word\n\n" + "[x] " * 10_001])
def test_a_paragraph_of_nothing_but_marks_is_set_aside(text: str) -> None:
    assert codes(text) == ["too-large"]


def test_a_text_longer_than_a_novel_is_set_aside() -> None:
    assert codes("The harbor opened again, and the boats came in one by one.\n\n" * 20_000) == ["too-large"]


def test_fifty_thousand_words_are_an_article() -> None:
    assert codes("The harbor opened again, and the boats came in one by one.\n\n" * 4_200) == []


STANDING = """The  *harbor* opened [again] on
Wednesday, and Astana <b> sent A&B_C.

\tNext: 1. # 'tis May 7.
"""


def standing(text: str) -> dict[str, Any]:
    source = Source("x.txt", f"---\nclean: off\npublished: 2017-06-07\n---\n{text}".encode())
    with build.workers(1) as here:
        (article,) = understand.articles(ingest.articles([source], here), Authority(), here)
    return inspection.as_json(article, "x.txt")


def test_with_clean_off_the_body_is_the_text_as_it_stands_and_spans_count_its_characters() -> None:
    shown = standing(STANDING)
    assert shown["body"] == STANDING
    assert [date["text"] for date in shown["dates"]] == ["Wednesday", "May 7"]
    assert [mention["text"] for mention in shown["mentions"]] == ["Astana"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf"], include_characters="\n\t"), max_size=300))
def test_with_clean_off_every_span_is_where_it_says(noise: str) -> None:
    text = f"On Wednesday {noise} May 7, 2015 in Astana.\n"
    shown = standing(text)
    assert shown["body"] == text or "�" in text
    for span in (*shown["dates"], *shown["mentions"]):
        assert shown["body"][span["start"] : span["end"]] == span["text"]


HALVES = {
    "x.html": '<title>A</title><script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Boats \\ud800 in", "author": {"name": "Ann \\udc00 Lee"}}</script>'
    "<h1>Boats in</h1><p>The harbor opened again on Tuesday.</p>",
    "x.md": '---\ntitle: "Boats \\ud83d\\udea2 in \\ud800"\nextra: {"\\udc00": a}\n---\nThe harbor &#xD800; opened.\n',
}


@pytest.mark.parametrize("name", HALVES)
def test_half_a_character_is_shown_as_unreadable_and_stops_nothing(name: str) -> None:
    found = ingest.article(Source(f"content/articles/{name}", HALVES[name].encode()))
    assert not errors(found.problems)
    assert isinstance(batches.sealed(found), bytes)
    assert found.metadata.title
    assert "\ufffd" in found.metadata.title.value


def test_two_halves_that_belong_together_are_their_character() -> None:
    found = ingest.article(Source("content/articles/x.md", HALVES["x.md"].encode()))
    assert found.metadata.title
    assert found.metadata.title.value == "Boats \N{SHIP} in \ufffd"


def test_an_article_comes_back_from_another_process_as_it_was_made_there() -> None:
    sources = [
        Source("content/articles/\udc00.txt", b"The harbor opened on Tuesday."),
        Source("x.txt", STANDING.encode()),
    ]
    with build.workers(1) as here:
        made = list(ingest.articles(sources, here))
        meant = list(understand.articles(made, Authority(), here))
    assert made == [ingest.article(source) for source in sources]
    assert meant == [understand.article(each, understand.lookup(Authority())) for each in made]


def test_a_wish_for_an_entity_that_nobody_knows_is_told_with_its_line() -> None:
    text = "---\r\npublished: 2017-06-07\r\nmentions:\r\n  add: [people/nobody]\r\n---\r\nThe harbor opened.\r\n"
    found = ingest.article(Source("content/articles/x.txt", text.encode()))
    # The lines themselves are kept elsewhere while an archive is built.
    meant = understand.article(replace(found, lines=()), understand.lookup(Authority()))
    assert [(each.code, each.line) for each in errors(meant.problems)] == [("entity-unknown", 4)]
