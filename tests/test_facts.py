"""The facts under a title say which of them the text does not state."""

from dataclasses import replace

from generator.model import Article, Found, Metadata, Source
from generator.render import facts

ARTICLE = Article("2019/x", Source("content/articles/2019/x.txt", b""), "", "text")


def shown(known: Metadata) -> dict[str, str]:
    """Each fact's doubt, by its name."""
    return {fact.name: fact.guess for fact in facts.of_article(replace(ARTICLE, metadata=known))}


def test_what_the_text_states_is_shown_without_a_doubt() -> None:
    assert shown(Metadata(source=Found("The Courier", "credit", 0.9, reason="cut off"))) == {"Source": ""}


def test_every_uncertain_fact_says_from_what_it_was_concluded_or_by_which_rule() -> None:
    doubtful = Metadata(
        title=Found("Harbor opens", "proposed", 0.3, reason="made of the first sentence"),
        published=Found("2019-03-04", "concluded", 0.5, reason="a photo is dated"),
        occurred=Found("2019-03-02", "lead-day", 0.6),
        source=Found("The Courier", "copyright-notice", 0.6),
        carrier=Found("Harbor Net", "site", 0.6),
        authors=Found(("Anna Veldt",), "byline", 0.7),
        place=Found("Eastbank", "dateline", 0.7),
    )
    found = shown(doubtful)
    assert set(found) == {"Title", "Published", "Reports on", "Source", "By", "Carried by", "Place"}
    assert all(found.values())
    assert found["Source"] == "copyright notice, 60% sure"
