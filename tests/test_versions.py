"""Copies of a text and versions of a piece know each other, and their pages say what differs."""

from pathlib import Path

import pytest

from tests import scratch

SENTENCES = [
    "The harbor of Eastbank opened again on Monday after eleven days of storm and repair.",
    "Anna Veldt, who runs it, counted forty boats at the quay before the bells rang at noon.",
    "Nobody was hurt, and the cranes on the northern mole stand as they stood in spring.",
    "The council will meet on Thursday to speak of the cost, which nobody would name so far.",
    "Fishermen asked for a light at the end of the new wall, since the old one has gone out.",
    "A school brought soup to the crews, who had worked through two nights without a pause.",
]


def front(source: str, published: str, title: str = "Eastbank opens again") -> str:
    return f"---\ntitle: {title}\nsource: {source}\npublished: {published}\n---\n\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    text = " ".join(SENTENCES)
    mended = " ".join([*SENTENCES[:3], "The council will meet on Friday to speak of the cost of it.", *SENTENCES[4:]])
    files = {
        "articles/2015/first.md": front("Ledger", "2015-05-07") + text,
        "articles/2015/copy.md": front("Courier", "2015-05-08", "Harbor open") + text,
        "articles/2015/mended.md": front("Ledger", "2015-05-09") + mended,
    }
    site = scratch.archive(tmp_path, files)
    scratch.generated(site)
    return site.archive / "articles" / "2015"


def test_copies_are_named_on_each_other_s_pages_and_the_earliest_stands_for_all(pages: Path) -> None:
    first, copy = (pages.joinpath(name).read_text(encoding="utf-8") for name in ("first.md", "copy.md"))
    assert "[Harbor open](copy.md)" in first.split("## The same text elsewhere")[1]
    assert "(the earliest)" not in first.split("## The same text elsewhere")[1].split("##")[0].split("copy.md")[1][:80]
    assert "(the earliest)" in copy.split("## The same text elsewhere")[1]


def test_a_correction_shows_the_sentence_before_and_after(pages: Path) -> None:
    for name, place in (("first.md", "earlier"), ("mended.md", "later")):
        shown = (pages / name).read_text(encoding="utf-8").split("## Other versions")[1]
        assert f"This is the {place} version" in shown
        assert "on Thursday to speak" in shown
        assert "on Friday to speak" in shown


def test_what_is_shown_as_a_copy_or_a_version_takes_no_place_among_the_related(pages: Path) -> None:
    for path in pages.glob("*.md"):
        assert "## Related" not in path.read_text(encoding="utf-8")


def test_the_home_page_lists_a_text_once(pages: Path) -> None:
    home = (pages.parent.parent / "home.inc").read_text(encoding="utf-8")
    assert "first.md" in home
    assert "copy.md" not in home
