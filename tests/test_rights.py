"""Rights: what may not be published is on no page, in no index, feed or file, whatever links to it."""

from dataclasses import replace

import pytest

from generator import relate
from generator.model import Article, DateMention, Found, FrontMatter, Line, Mention, Mentions, Metadata, Rights, Source
from tests import scratch

HIDDEN = "Xylophonist"


def article(rights: Rights, **said: object) -> Article:
    body = f"One two three. Four five six seven. {HIDDEN} eight."
    at = body.index(HIDDEN)
    return Article(
        id="2019/a",
        source=Source("content/articles/2019/a.md", body.encode()),
        sha256="",
        format="markdown",
        front=FrontMatter(rights=rights, **said),  # type: ignore[arg-type]
        metadata=Metadata(
            title=Found("A title", "heading", 1), source=Found("Herald", "x", 1), published=Found("2019", "x", 1)
        ),
        lines=(Line(1, "body", body),),
        body=body,
        mentions=(
            Mention("people/x", "people", "One", 0, 3),
            Mention("people/x", "people", HIDDEN, at, at + len(HIDDEN)),
        ),
        dates=(DateMention("eight", len(body) - 6, len(body) - 1, "2008", "year"),),
    )


def test_full_rights_change_nothing() -> None:
    assert relate.permitted(article("full"), 5) == article("full")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (0, ""),
        (2, ""),
        (3, "One two three."),
        (6, "One two three."),
        (7, "One two three. Four five six seven."),
        (99, article("full").body),
    ],
)
def test_an_excerpt_is_of_whole_sentences_and_no_longer_than_allowed(words: int, body: str) -> None:
    cut = relate.permitted(article("excerpt"), words)
    assert cut.body == body
    assert cut.lines == ()
    assert all(mention.end <= len(body) for mention in cut.mentions)
    assert all(date.end <= len(body) for date in cut.dates)


def test_metadata_alone_has_no_body_but_its_title() -> None:
    cut = relate.permitted(article("metadata"), 99)
    assert (cut.body, cut.mentions, cut.dates, cut.lines) == ("", (), (), ())
    assert cut.metadata.title == article("metadata").metadata.title


def test_a_title_that_was_made_of_the_text_goes_with_it() -> None:
    whole = article("metadata")
    guessed = Found("One two three", "proposed", 0.3, reason="made of the first sentence")
    cut = relate.permitted(replace(whole, metadata=replace(whole.metadata, title=guessed)), 99)
    assert cut.metadata.title is None


def test_no_reason_quotes_what_may_not_be_shown() -> None:
    known = Metadata(published=Found("2019", "visit", 0.6, reason=f"the text says {HIDDEN}"))
    every: tuple[Rights, ...] = ("excerpt", "metadata", "withdrawn")
    for rights in every:
        assert HIDDEN not in str(relate.permitted(replace(article(rights), metadata=known), 0).metadata)


def test_of_a_withdrawn_article_only_its_address_and_date_are_left() -> None:
    said = FrontMatter(
        topics=("t",), license="l", summary="s", former=("2019/b",), mentions=Mentions(add=("people/x",))
    )
    whole = article(
        "withdrawn", topics=said.topics, license="l", summary="s", former=said.former, mentions=said.mentions
    )
    cut = relate.permitted(whole, 99)
    assert cut.front == FrontMatter(rights="withdrawn", former=("2019/b",))
    assert cut.metadata.title
    assert cut.metadata.title.value == "Withdrawn article"
    assert (cut.metadata.source, cut.body, cut.mentions) == (None, "", ())


@pytest.mark.parametrize("rights", ["excerpt", "metadata", "withdrawn", "draft"])
@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_the_rest_of_the_text_is_nowhere_on_the_site(
    tmp_path_factory: pytest.TempPathFactory, rights: str, suffix: str
) -> None:
    """On no page of an entity, of the timeline or of the status, and in no raw file."""
    said = "draft: true" if rights == "draft" else f"rights: {rights}"
    said += "" if rights in {"draft", "withdrawn"} else "\ntitle: An open title"
    first = "The keeper of the harbor told his story on Sunday, and it took him two hours and a half. " * 5
    hidden = f"Mira Norvald had met the {HIDDEN} of Ostrel in March 2015, on a ferry that was late, as she remembers."
    more = f"She had been looking for a {HIDDEN} since the winter of 2009, when the old one left the town for good."
    text = f"{first}\n\n{hidden}\n\n{more}\n" if rights == "excerpt" else f"{hidden}\n\n{more}\n"
    text = f"<html><body><p>{text}</p></body></html>" if suffix == ".html" else text
    site = scratch.corpus(tmp_path_factory.mktemp("rights") / "archive")
    scratch.put(site.content / "articles", {f"2019/secret{suffix}": f"---\n{said}\n---\n{text}"})
    report = scratch.generated(site)
    assert "content/articles/2019/secret" + suffix not in report.set_aside
    found = [name for name, data in scratch.tree(site.archive).items() if HIDDEN.encode() in data]
    assert found == []
