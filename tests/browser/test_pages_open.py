"""Every kind of page opens, from a server and from a disk, without a word of complaint, on screens of any width."""

from pathlib import Path

import pytest

from tests.browser import kinds
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_a_page_opens_without_errors_or_requests_to_elsewhere(visit: Visit, shown: Path, kind: str) -> None:
    page = visit.open(kinds.path(shown, kind))
    assert page.locator("h1").inner_text()
    assert visit.trouble == []


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_no_page_scrolls_sideways_on_a_small_screen(online: Visit, shown: Path, kind: str) -> None:
    online.page.set_viewport_size({"width": 320, "height": 640})
    page = online.open(kinds.path(shown, kind))
    for width in (320, 375):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('main').scrollWidth") <= width
