"""`BriefingSearch.search`, as others build on it: the same from a server and from a disk."""

from typing import Any

from tests.browser.visit import Visit


def asked(visit: Visit, text: str, **options: Any) -> Any:
    """The answer to a question, asked on the home page."""
    visit.open("index.html")
    return visit.page.evaluate("([text, options]) => BriefingSearch.search(text, options)", [text, options])


def test_a_question_is_answered_with_titles_and_excerpts(visit: Visit) -> None:
    answer = asked(visit, "harbor pact", limit=3)
    assert visit.trouble == []
    first = answer["results"][0]
    assert set(first) >= {"url", "title", "date", "kind", "score", "excerpt", "marks", "anchor"}
    assert first["url"].startswith(visit.root)
    assert len(answer["results"]) == 3 <= answer["total"]
    start, end = first["marks"][0]
    assert first["excerpt"][start:end].lower() in {"harbor", "pact"}


def test_any_word_may_match(visit: Visit) -> None:
    """A word that stands nowhere does not keep the others from being found."""
    assert asked(visit, "harbor zyxwvut")["total"] >= 1
