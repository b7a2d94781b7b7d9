"""The search in the header of every page: found by keys, answered while typing, left without a trace."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import kinds, standin
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

ARTICLE = "archive/articles/2019/2019-03-04-harbor-pact-signed.html"


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the archive")


@pytest.mark.parametrize("kind", [kind for kind in kinds.KINDS if kind != "search"])
def test_every_page_has_the_field_in_its_header(online: Visit, shown: Path, kind: str) -> None:
    page = online.open(kinds.path(shown, kind))
    expect(page.get_by_role("banner").get_by_role("combobox", name="Search the archive")).to_be_visible()


def test_the_page_for_unknown_addresses_has_the_field_too(online: Visit) -> None:
    page = online.open("404.html")
    field(page).press_sequentially("harbor pact")
    page.get_by_role("option").filter(has_text="pact").first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert online.trouble == []


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_goes_to_the_field_and_escape_leaves_to_where_one_was(visit: Visit, key: str) -> None:
    page = visit.open(ARTICLE)
    page.locator("article a").first.focus()
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    page.keyboard.type("harbor")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('article') !== null")
    assert visit.trouble == []


def test_a_slash_stays_a_letter_where_text_is_written(online: Visit) -> None:
    page = online.open("index.html")
    field(page).press_sequentially("a/b")
    expect(field(page)).to_have_value("a/b")


def test_results_are_reached_and_opened_by_keyboard(visit: Visit) -> None:
    """Down to the last option and around to the field, up to the last again; enter opens what is chosen."""
    page = visit.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("harbor pact")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    for at in range(options.count()):
        page.keyboard.press("ArrowDown")
        expect(options.nth(at)).to_have_attribute("aria-selected", "true")
        assert field(page).get_attribute("aria-activedescendant") == options.nth(at).get_attribute("id")
    page.keyboard.press("ArrowDown")
    assert field(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    result = page.locator(".ba-option--result").first
    while result.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_contain_text("pact")
    assert visit.trouble == []


def test_enter_with_nothing_chosen_leads_to_all_results(visit: Visit) -> None:
    page = visit.open(ARTICLE)
    page.keyboard.press("Control+k")
    page.keyboard.type("harbor pact")
    # What is still being loaded when a page is left counts as failed, and as trouble here.
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    expect(page.locator(".ba-result").first).to_be_visible()
    assert page.url == visit.root + "archive/search.html?q=harbor+pact"
    expect(page.get_by_role("textbox", name="Search the archive")).to_have_value("harbor pact")
    assert visit.trouble == []


def test_it_is_a_combobox_as_screen_readers_know_it(online: Visit) -> None:
    standin.begin(online.page)
    page = online.open("index.html")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    assert field(page).get_attribute("aria-autocomplete") == "list"
    field(page).press_sequentially("harbor")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    listed = page.locator(f"#{field(page).get_attribute('aria-controls')}")
    expect(listed).to_have_role("listbox")
    # Three results, and the way to all of them.
    expect(listed.get_by_role("option")).to_have_count(4)
    expect(page.locator(".ba-search [role=status]")).to_have_text("4 suggestions. Use the arrow keys to choose.")


def test_completions_and_names_come_before_results(online: Visit) -> None:
    suggestions = {"completions": ["harbor pact"], "entities": [standin.ENTITY]}
    standin.begin(online.page, suggestions=suggestions)
    page = online.open("index.html")
    field(page).press_sequentially("harbor")
    options = page.get_by_role("option")
    expect(options.nth(0)).to_have_text("harbor pact")
    expect(options.nth(1)).to_contain_text("Mira Norvald")
    expect(options.nth(1)).to_contain_text("Person")
    expect(options.nth(2)).to_contain_text("The harbor pact")
    assert options.nth(0).get_attribute("href") == online.root + "archive/search.html?q=harbor+pact"


def test_an_answer_that_comes_too_late_is_dropped(online: Visit) -> None:
    standin.begin(online.page)
    page = online.open("index.html")
    page.evaluate("""() => {
        standin.wait = (text) => (text === "a" ? 400 : 0);
        const { results } = standin.answer;
        const titled = (text) => [{ ...results[0], title: `for ${text}` }];
        const { answer } = standin;
        standin.answer = (text) => ({ ...answer, results: titled(text) });
    }""")
    field(page).press_sequentially("ab", delay=60)
    expect(page.locator(".ba-option--result")).to_contain_text("for ab")
    page.wait_for_timeout(500)
    expect(page.locator(".ba-option--result")).to_contain_text("for ab")


def test_nothing_on_the_page_moves_while_one_types(visit: Visit) -> None:
    page = visit.open("index.html")
    places = """() => [...document.querySelectorAll("main, h1, .md-tabs, .md-header__title, .ba-search__field")]
        .map((element) => JSON.stringify(element.getBoundingClientRect()))"""
    before = page.evaluate(places)
    page.keyboard.press("/")
    page.keyboard.type("harbor")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate(places) == before


def test_what_cannot_be_loaded_is_said(online: Visit) -> None:
    standin.begin(online.page, fail="a part of the search index is missing")
    page = online.open("index.html")
    field(page).press_sequentially("harbor")
    expect(page.locator(".ba-found__note")).to_contain_text("could not be loaded")
    assert online.trouble == []


def test_nothing_of_the_themes_own_search_is_loaded_or_left(visit: Visit) -> None:
    """Neither its index nor its worker is asked for, not even when one searches."""
    requests: list[str] = []
    visit.page.on("request", lambda request: requests.append(request.url))
    page = visit.open("index.html")
    field(page).press_sequentially("harbor")
    expect(page.get_by_role("option").first).to_be_visible()
    assert not [url for url in requests if "search_index" in url or "worker" in url]
    assert page.locator(".md-search, [data-md-component=search]").count() == 0
    assert page.evaluate("performance.getEntriesByType('resource').every(each => !each.name.includes('search_index'))")


# --- on a small screen ---------------------------------------------------------------------------------------


@pytest.fixture
def small(visit: Visit) -> Visit:
    """The visit of a reader with a telephone."""
    visit.page.set_viewport_size({"width": 375, "height": 700})
    return visit


def test_on_a_small_screen_the_search_is_a_sheet(small: Visit) -> None:
    page = small.open(ARTICLE)
    expect(field(page)).to_be_hidden()
    page.get_by_role("link", name="Search", exact=True).click()
    expect(field(page)).to_be_focused()
    assert page.locator(".ba-search").bounding_box() == {"x": 0, "y": 0, "width": 375, "height": 700}
    page.keyboard.type("harbor pact")
    expect(page.get_by_role("option").first).to_be_visible()
    # Nothing behind the sheet can be reached.
    assert page.locator("main").evaluate("main => main.closest('[inert]') !== null")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.locator(".ba-option--result").first.click()
    expect(page.locator("h1")).to_contain_text("pact")
    assert small.trouble == []


@pytest.mark.parametrize("leave", ["Escape", "button"])
def test_the_sheet_closes_to_where_it_was_opened(small: Visit, leave: str) -> None:
    page = small.open(ARTICLE)
    lens = page.get_by_role("link", name="Search", exact=True)
    lens.click()
    if leave == "button":
        page.get_by_role("button", name="Close the search").click()
    else:
        page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    expect(lens).to_be_focused()
    assert page.locator("[inert]").count() == 0


def test_a_page_without_scripts_has_a_form_that_leads_to_the_search_page(online: Visit) -> None:
    """And the search page says where else to look."""
    browser = online.page.context.browser
    assert browser is not None
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(online.root + "index.html")
        page.get_by_role("textbox", name="Search the archive").fill("harbor")
        page.keyboard.press("Enter")
        expect(page.locator("noscript p")).to_contain_text("The search needs JavaScript")
        page.locator("noscript a").first.click()
        expect(page.locator("h1")).to_contain_text("Articles")
