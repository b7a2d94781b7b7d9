"""What a reader does: follow names, see where a link pointed, choose colors, use the keyboard, print."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import hostile, kinds
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_a_name_leads_to_every_sentence_that_has_it_and_back_to_the_paragraph(visit: Visit) -> None:
    """Home, newest article, the entity it names, the paragraph that names it, the timeline."""
    page = visit.open("index.html")
    page.locator(".ba-newest + ul a").first.click()
    page.locator("article p a[href*='entities/']").first.click()
    page.locator(".ba-passages + ul a[href*='#P']").first.click()
    assert _color_of_target(page) not in {"rgba(0, 0, 0, 0)", _color(page, "body")}
    expect(page.locator(":target + *")).to_be_in_viewport()
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Timeline").click()
    page.locator(".ba-years a").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Timeline: ")
    assert visit.trouble == []


def _color_of_target(page: Page) -> str:
    return _color(page, ":target + *")


def _color(page: Page, selector: str) -> str:
    return str(page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor"))


def test_the_choice_of_colors_outlives_the_page(visit: Visit) -> None:
    page = visit.open("index.html")
    light = _color(page, "body")
    page.get_by_title("Switch to dark colors").click()
    assert _color(page, "body") != light
    dark = _color(page, "body")
    assert _color(visit.open("archive/timeline/index.html"), "body") == dark


def test_the_keyboard_reaches_the_content_first(visit: Visit, shown: Path) -> None:
    """The first stop is the link that skips the header; behind it, the next stop is inside of the article."""
    page = visit.open(kinds.path(shown, "article"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_every_section_is_reached_by_keyboard_on_a_small_screen(visit: Visit) -> None:
    """Where the menu opens only for a finger, the foot of the page has the same links."""
    visit.page.set_viewport_size({"width": 375, "height": 700})
    page = visit.open("index.html")
    sections = page.get_by_role("navigation", name="Sections").get_by_role("link")
    sections.first.focus()
    reached = []
    for _ in range(sections.count()):
        reached.append(page.evaluate("document.activeElement.href"))
        page.keyboard.press("Tab")
    assert reached == sections.evaluate_all("links => links.map(link => link.href)")
    assert len(reached) > 5


def test_what_was_left_out_unfolds_by_keyboard(visit: Visit) -> None:
    page = visit.open("archive/articles/2021/2021-01-02-markup.html")
    page.locator("details > summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details table").first).to_be_visible()


def test_paper_shows_the_article_its_source_and_its_address_and_nothing_else(visit: Visit) -> None:
    path = "archive/articles/2021/2021-01-02-markup.html"
    page = visit.open(path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for hidden in (".md-header", ".md-tabs", ".ba-footer", ".md-sidebar--secondary", "details"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_text(hostile.SOURCE).first).to_be_visible()
    expect(page.locator(".ba-address")).to_have_text(visit.root + path)
