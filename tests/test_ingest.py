"""An article may be long, and may be full of marks, but not so that it would keep the others waiting."""

import pytest

from generator import ingest
from generator.model import Source


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
