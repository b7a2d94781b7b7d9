"""axe-core finds nothing to complain of, on any kind of page, in light and dark, on narrow and wide screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import kinds
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
        found = axe.Axe().run(page, options=OPTIONS).response["violations"]
        assert [f"{width}: {each['id']}: {node['html']}" for each in found for node in each["nodes"]] == []
