"""Arriving from a result: at the paragraph, with the words marked, and with a way to be rid of the marks."""

import pytest
from playwright.sync_api import expect

from tests.browser import hostile
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

ARTICLE = "archive/articles/2019/2019-03-04-harbor-pact-signed.html"


def test_a_result_leads_to_its_paragraph_and_its_words_are_marked(visit: Visit) -> None:
    page = visit.open("archive/search.html?q=harbor+pact")
    page.locator(".ba-result a").first.click()
    page.wait_for_url("**h=*")
    expect(page.locator("mark.ba-arrived").first).to_be_attached()
    marked = {each.lower() for each in page.locator("mark.ba-arrived").all_inner_texts()}
    assert marked <= {"harbor", "harbors", "pact", "pacts"}
    if "#" in page.url:
        expect(page.locator(":target + *")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".ba-result").first).to_be_visible()
    assert visit.trouble == []


def test_marking_changes_no_letter_and_taking_the_marks_away_restores_the_page(visit: Visit) -> None:
    page = visit.open(ARTICLE)
    plain = page.locator("main").inner_text()
    markup = page.locator(".ba-page").inner_html()
    page = visit.open(ARTICLE + "?h=harbor+PACT#P1")
    assert page.locator("mark.ba-arrived").count() > 1
    assert page.locator("main").inner_text() == plain
    page.get_by_role("button", name="Take the marks away").click()
    assert page.locator("mark").count() == 0
    assert page.locator(".ba-page").inner_html() == markup
    assert page.url == visit.root + ARTICLE + "#P1"
    expect(page.get_by_role("region", name="Marked words")).to_have_count(0)
    assert visit.trouble == []


def test_the_bar_goes_from_mark_to_mark(visit: Visit) -> None:
    page = visit.open(ARTICLE + "?h=harbor")
    bar = page.get_by_role("region", name="Marked words")
    number = page.locator("mark.ba-arrived").count()
    for _ in range(2):
        bar.get_by_role("button", name="Next word").click()
        expect(page.locator("mark.ba-arrived--here")).to_be_in_viewport()
        expect(page.locator("mark.ba-arrived--here")).to_have_count(1)
    expect(bar.get_by_role("status")).to_contain_text(f"of {number}")
    bar.get_by_role("button", name="Word before").focus()
    page.keyboard.press("Enter")
    expect(bar.get_by_role("status")).to_contain_text(f"of {number}")


def test_words_without_spaces_between_them_are_marked_inside_of_a_line(online: Visit) -> None:
    page = online.open("archive/articles/2018/2018-01-04-russian.html?h=лампу")
    expect(page.locator("mark.ba-arrived")).to_have_text(["лампу"])


@pytest.mark.parametrize(
    "words", ["", "%3Cscript%3E", "zyxwv", "%F0%9F%8F%AE", "-", "constructor __proto__", "a" * 5000]
)
def test_words_that_are_not_there_mark_nothing(visit: Visit, words: str) -> None:
    page = visit.open(f"{ARTICLE}?h={words}")
    assert page.locator("mark").count() == 0
    expect(page.get_by_role("region", name="Marked words")).to_have_count(0)
    assert visit.trouble == []


def test_markup_in_a_text_stays_text_when_it_is_marked(visit: Visit) -> None:
    page = visit.open("archive/articles/2021/2021-01-02-markup.html?h=script+img+alert+onerror")
    assert page.locator("mark.ba-arrived").count() > 3
    assert page.locator("h1").inner_text().startswith(hostile.MARKUP)
    assert page.locator("article :is(script, img, [onerror])").count() == 0
    assert visit.trouble == []


def test_paper_shows_neither_marks_nor_bar(visit: Visit) -> None:
    page = visit.open(ARTICLE + "?h=harbor")
    page.emulate_media(media="print")
    expect(page.locator(".ba-marks")).to_be_hidden()
    color = page.locator("mark.ba-arrived").first.evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert color == "rgba(0, 0, 0, 0)"
