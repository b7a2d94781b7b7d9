"""axe-core finds nothing to complain of, on any kind of page, in light and dark, on narrow and wide screens."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import kinds, standin
from tests.browser.visit import begun

pytestmark = pytest.mark.browser

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@pytest.fixture(params=["light", "dark"])
def colored(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a reader who prefers light, or dark, and wants nothing to move."""
    with browser.new_context(color_scheme=request.param, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_a_page_keeps_the_guidelines(colored: Page, served: str, shown: Path, kind: str) -> None:
    """WCAG 2.2 A and AA, target size included, with everything unfolded."""
    page = begun(colored, served).open(kinds.path(shown, kind))
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert _violations(page) == []


def _violations(page: Page) -> list[str]:
    found = axe.Axe().run(page, options=OPTIONS).response["violations"]
    width = page.evaluate("innerWidth")
    return [f"{width}: {each['id']}: {node['html']}" for each in found for node in each["nodes"]]


SEARCHES: dict[str, dict[str, Any]] = {
    "results": {**standin.NAMED, "corrected": "harbor pact", "problems": ["a part of the search index is missing"]},
    "nothing": standin.NOTHING,
}


@pytest.mark.parametrize("found", SEARCHES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_search_page_keeps_them_with_all_that_it_can_show(
    colored: Page, served: str, width: int, found: str
) -> None:
    standin.begin(colored, SEARCHES[found])
    colored.set_viewport_size({"width": width, "height": 900})
    page = begun(colored, served).open("archive/search.html?q=harbor&source=Paper+1&from=2015-13&to=2019")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.locator(".ba-outcome").wait_for()
    assert _violations(page) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_open_list_of_the_field_keeps_them(colored: Page, served: str, width: int) -> None:
    suggestions = {"completions": ["harbor pact"], "entities": [standin.ENTITY]}
    standin.begin(colored, {"problems": ["a part of the search index is missing"]}, suggestions=suggestions)
    colored.set_viewport_size({"width": width, "height": 900})
    page = begun(colored, served).open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("harbor")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert _violations(page) == []


def test_a_page_with_marked_words_keeps_them(colored: Page, served: str) -> None:
    page = begun(colored, served).open("archive/articles/2019/2019-03-04-harbor-pact-signed.html?h=harbor+pact#P1")
    page.locator("mark.ba-arrived").first.wait_for()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert _violations(page) == []
