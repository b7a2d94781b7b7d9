"""An article may be long, and may be full of marks, but not so that it would keep the others waiting."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import build, ingest, inspection, understand
from generator.model import Authority, Source


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
