"""What a parser can see of the built pages, without a browser: addresses, headings, tables."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html

Pages = Mapping[str, html.HtmlElement]
HERE = "https://archive.example/"


@pytest.fixture(scope="module")
def pages(shown: Path) -> Pages:
    """Every page of the site by its path."""
    return {each.relative_to(shown).as_posix(): html.fromstring(each.read_bytes()) for each in shown.rglob("*.html")}


def test_every_internal_link_and_fragment_resolves(pages: Pages, shown: Path) -> None:
    dead = [
        f"{path} → {address}"
        for path, tree in pages.items()
        for address in _addresses(tree)
        if urljoin(HERE + path, address).startswith(HERE) and not _resolves(urljoin(HERE + path, address), pages, shown)
    ]
    assert not dead


def _addresses(tree: html.HtmlElement) -> Iterator[str]:
    for attribute in ("href", "src"):
        yield from map(str, tree.xpath(f"//@{attribute}"))


def _resolves(address: str, pages: Pages, shown: Path) -> bool:
    page, fragment = urldefrag(address)
    path = unquote(urlsplit(page).path).lstrip("/") or "index.html"
    if not (shown / path).is_file():
        return False
    # Material's own "#" and "#__…" are for its switches.
    return not fragment or path not in pages or fragment in pages[path].xpath("//@id")


def test_links_are_relative_so_that_the_site_works_in_any_folder(pages: Pages) -> None:
    """But for the page that a server shows for addresses it does not know, from whatever folder they are."""
    rooted = {
        f"{path} → {address}"
        for path, tree in pages.items()
        if path != "404.html"
        for address in _addresses(tree)
        if address.startswith("/")
    }
    assert not rooted


def test_no_page_takes_anything_from_elsewhere(pages: Pages) -> None:
    taken = [
        f"{path} → {address}"
        for path, tree in pages.items()
        for address in tree.xpath("//@src | //link/@href | //form/@action | //object/@data")
        if urlsplit(address).netloc
    ]
    assert not taken


def test_every_id_is_given_once_a_page(pages: Pages) -> None:
    for path, tree in pages.items():
        ids = tree.xpath("//@id")
        assert sorted(ids) == sorted(set(ids)), path


def test_every_page_has_one_title_and_no_heading_leaves_out_a_level(pages: Pages) -> None:
    for path, tree in pages.items():
        levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_every_table_has_headers_and_every_picture_is_named_or_hidden(pages: Pages) -> None:
    for path, tree in pages.items():
        assert all(table.xpath(".//th") for table in tree.xpath("//table")), path
        assert not tree.xpath("//img[not(@alt)]"), path


def test_the_title_and_the_text_of_an_article_say_their_language(pages: Pages) -> None:
    """What stands around them, in the language of the site, does not."""
    tree = pages["archive/articles/2018/2018-01-04-russian.html"]
    (text,) = tree.xpath("//main//div[@lang='ru']")
    assert "на причале" in text.text_content()
    assert tree.xpath("//h1/@lang") == ["ru"]
    assert not text.xpath(".//h2 | .//details")


def test_nothing_of_ours_is_styled_or_run_inside_of_the_page(pages: Pages) -> None:
    """No style or handler attributes at all: a strict Content-Security-Policy can forbid them."""
    for path, tree in pages.items():
        attributes = {name for element in tree.iter() for name in element.attrib}
        assert not {name for name in attributes if name == "style" or name.startswith("on")}, path
        assert not tree.xpath("//style | //main//article//script"), path
