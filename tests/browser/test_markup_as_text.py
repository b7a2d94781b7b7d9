"""Titles and names that are markup are seen as the text they are, and nothing in them runs."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import hostile, kinds
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

ARTICLES = {
    "archive/articles/2021/2021-01-02-markup.html": hostile.MARKUP,
    "archive/articles/2021/2021-01-03-code.html": hostile.CODE,
}


@pytest.mark.parametrize(("path", "title"), ARTICLES.items())
def test_the_title_of_an_article_is_text_wherever_it_stands(visit: Visit, path: str, title: str) -> None:
    page = visit.open(path)
    assert page.title().startswith(title)
    assert page.locator("h1").inner_text().startswith(title)
    assert page.locator(".md-header__topic").nth(1).text_content().strip() == title  # type: ignore[union-attr]
    assert visit.trouble == []


@pytest.mark.parametrize("path", ["index.html", "archive/browse/2021.html", "archive/entities/things/quorl.html"])
def test_the_titles_are_text_in_lists(visit: Visit, path: str) -> None:
    page = visit.open(path)
    for title in ARTICLES.values():
        expect(page.get_by_role("link", name=title, exact=True)).to_be_visible()
    assert visit.trouble == []


def test_a_heading_of_an_article_is_text_in_the_contents_too(visit: Visit) -> None:
    page = visit.open("archive/articles/2021/2021-01-02-markup.html")
    expect(page.get_by_role("heading", name=hostile.HEADING)).to_be_visible()
    expect(
        page.get_by_role("navigation", name="On this page").get_by_role("link", name=hostile.HEADING)
    ).to_be_visible()
    assert visit.trouble == []


def test_nothing_on_any_page_that_names_them_runs(visit: Visit, shown: Path) -> None:
    naming = [
        "archive/articles/2021/*.html",
        "archive/entities/things/*.html",
        "archive/browse/**/*.html",
        "archive/timeline/*.html",
    ]
    for pattern in naming:
        for path in sorted(shown.glob(pattern)):
            page = visit.open(path.relative_to(shown).as_posix())
            assert page.locator("article :is(script, img, b[onclick], [onload], [onclick], [onerror])").count() == 0
    assert visit.trouble == []


def test_the_control_a_page_that_runs_is_noticed(online: Visit, shown: Path) -> None:
    """The same eyes see a script that does run, so their seeing none elsewhere means something."""
    page = online.open(kinds.path(shown, "home"))
    page.evaluate("markup => document.body.insertAdjacentHTML('beforeend', markup)", hostile.MARKUP)
    page.wait_for_timeout(300)
    assert any("a script ran" in each for each in online.trouble)
