"""`BriefingSearch`, as others build on it: the same from a server and from a disk."""

from typing import Any

import pytest

from tests.browser.visit import Visit


def asked(visit: Visit, text: str, **options: Any) -> Any:
    """The answer to a question, asked on the home page."""
    visit.open("index.html")
    return visit.page.evaluate("([text, options]) => BriefingSearch.search(text, options)", [text, options])


def test_a_question_is_answered_with_titles_and_excerpts(visit: Visit) -> None:
    answer = asked(visit, "harbor pact", limit=3)
    assert visit.trouble == []
    assert answer["problems"] == []
    first = answer["results"][0]
    assert set(first) == {
        *("url", "title", "titleMarks", "date", "kind", "source", "language", "score", "excerpt", "marks", "anchor"),
    }
    assert first["url"].startswith(visit.root)
    assert len(answer["results"]) == 3 <= answer["total"]
    start, end = first["marks"][0]
    assert first["excerpt"][start:end].lower() in {"harbor", "pact"}


def test_any_word_may_match(visit: Visit) -> None:
    """A word that stands nowhere does not keep the others from being found."""
    assert asked(visit, "harbor zyxwvut")["total"] >= 1


def test_every_result_leads_to_a_page_that_is_there_and_to_a_paragraph_of_it(visit: Visit) -> None:
    for result in asked(visit, "lantern")["results"]:
        visit.page.goto(result["url"])
        assert visit.page.locator("h1").count() == 1
        if result["anchor"]:
            assert visit.page.locator(f'[id="{result["anchor"]}"]').count() == 1
    assert visit.trouble == []


def test_an_entity_is_offered_first_by_any_of_its_names(visit: Visit) -> None:
    answer = asked(visit, "Lantern Route")
    assert answer["results"][0]["kind"] == "initiatives"
    assert answer["entities"][0]["title"] == "Lantern Route"


def test_a_misspelled_word_is_read_as_the_one_that_was_meant(visit: Visit) -> None:
    answer = asked(visit, "harbro pact")
    assert answer["corrected"] == "harbor pact"
    assert answer["results"][0]["title"] == asked(visit, "harbor pact")["results"][0]["title"]


def test_what_is_typed_is_completed(visit: Visit) -> None:
    visit.open("index.html")
    found = visit.page.evaluate("BriefingSearch.suggest('the lant')")
    assert "the lantern" in found["completions"]
    assert "Lantern Route" in {each["title"] for each in found["entities"]}


@pytest.mark.parametrize("text", ["kind:article", "kind:articles", "ferry kind:article", "-pact kind:article"])
def test_a_question_is_narrowed_by_what_it_says(visit: Visit, text: str) -> None:
    answer = asked(visit, text)
    assert answer["total"] > 0
    assert {result["kind"] for result in answer["results"]} == {"articles"}


def test_facets_count_what_one_may_choose_instead(visit: Visit) -> None:
    """Of a facet that something was chosen of, the other values are counted as if it had not been."""
    answer = asked(visit, "lantern", facets={"kind": ["articles"]})
    counts = {each["value"]: each["count"] for each in answer["facets"]["kind"]}
    assert counts["articles"] == answer["total"]
    assert len(counts) > 1


def test_dates_narrow_and_sort(visit: Visit) -> None:
    answer = asked(visit, "", **{"from": "2019-03", "to": "2019-03"}, sort="oldest")
    dates = [result["date"] for result in answer["results"]]
    assert dates == sorted(dates)
    assert {date[:7] for date in dates} == {"2019-03"}
    assert sum(month["count"] for month in answer["facets"]["date"]) > answer["total"]


HOSTILE = (
    "",
    " ",
    "the of and",
    "?!… ---",
    '"',
    '"lantern',
    'lantern"',
    "<script>alert(1)</script>",
    "🏮🏮🏮",
    "unknown:field",
    "kind:",
    ":",
    "-",
    "--lantern",
    "from:9999 to:0000",
    "from:never",
    "__proto__ constructor kind:__proto__ toString",
    "\\ \0 \ud800 \u202e",
    "e\u0301\u0301\u0301" * 200,
    "lantern " * 1500,
    "x" * 10_000,
    "中" * 5_000,
    '"' * 5_000,
    "a:" * 5_000,
)


def test_no_question_breaks_it(visit: Visit) -> None:
    """Whatever is asked, an answer comes, nothing runs and nothing is complained of."""
    visit.open("index.html")
    for text in HOSTILE:
        for options in ({}, {"quick": True}, {"facets": {"kind": ["x"], "__proto__": ["y"]}, "limit": -1, "sort": 7}):
            answer = visit.page.evaluate("([text, options]) => BriefingSearch.search(text, options)", [text, options])
            assert answer["total"] >= 0, text
        visit.page.evaluate("text => BriefingSearch.suggest(text)", text)
    assert visit.trouble == []
