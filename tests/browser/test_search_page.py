"""The search page: everything chosen is in its address, everything found is said with its reasons."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import standin
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

SEARCH = "archive/search.html"


def chosen(page: Page) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(page.evaluate("location.search.slice(1)"))


def last_options(page: Page) -> Any:
    """The options of the last question that was asked for good, not only while typing."""
    return [options for _, options in standin.asked(page) if not options.get("quick")][-1]


def test_a_question_in_the_address_is_answered(visit: Visit) -> None:
    page = visit.open(SEARCH + "?q=harbor+pact")
    expect(page.locator(".ba-result").first).to_contain_text("pact")
    expect(page.locator(".ba-summary")).to_contain_text("for “harbor pact”")
    expect(page.get_by_role("status").filter(has_text="for “harbor pact”")).to_be_attached()
    assert page.title().startswith("harbor pact - Search - ")
    assert page.locator(".ba-result mark").count() > 0
    assert visit.trouble == []


def test_results_follow_the_typing_and_the_address_follows_too(visit: Visit) -> None:
    page = visit.open(SEARCH)
    expect(page.get_by_text("How to ask")).to_be_visible()
    expect(page.get_by_role("textbox", name="Search the archive")).to_be_focused()
    page.keyboard.type("lantern")
    expect(page.locator(".ba-result").first).to_contain_text("antern")
    page.wait_for_url("**/search.html?q=lantern")
    expect(page.get_by_text("How to ask")).to_be_hidden()
    assert visit.trouble == []


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_keys_lead_to_the_field_of_the_page(visit: Visit, key: str) -> None:
    page = visit.open(SEARCH + "?q=harbor")
    page.locator(".ba-result a").first.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("textbox", name="Search the archive")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Search the archive")).not_to_be_focused()


def test_there_is_only_one_search_on_the_search_page(online: Visit) -> None:
    assert online.open(SEARCH).get_by_role("search").count() == 1


def test_a_page_whose_scripts_are_missing_says_so(online: Visit) -> None:
    """As one that was opened out of a zip file is."""
    online.page.route("**/assets/search*.js", lambda route: route.fulfill(body=""))
    page = online.open(SEARCH + "?q=harbor")
    expect(page.get_by_text("The search has not started")).to_be_visible()
    assert online.trouble == []
    online.page.unroute_all()
    online.page.route("**/assets/search.js", lambda route: route.fulfill(body=""))
    expect(online.open(SEARCH).get_by_text("The search has not started")).to_be_visible()
    assert online.trouble == []


# --- facets, dates and order ---------------------------------------------------------------------------------


def test_a_link_with_everything_chosen_restores_it(visit: Visit) -> None:
    standin.begin(visit.page)
    address = (
        SEARCH + "?q=harbor&kind=articles&source=Paper+3&source=Paper+20&from=2018&to=2019-05-07&sort=oldest&shown=40"
    )
    page = visit.open(address)
    for name in ("Articles", "Paper 3", "Paper 20"):
        expect(page.get_by_role("checkbox", name=name, exact=False).first).to_be_checked()
    expect(page.get_by_role("textbox", name="From")).to_have_value("2018")
    expect(page.get_by_role("combobox", name="Order")).to_have_value("oldest")
    options = last_options(page)
    assert options["kinds"] == ["articles"]
    assert options["facets"]["source"] == ["Paper 3", "Paper 20"]
    assert (options["from"], options["to"], options["sort"], options["limit"]) == ("2018", "2019-05-07", "oldest", 40)
    assert visit.trouble == []


def test_a_link_narrows_what_is_really_there(visit: Visit) -> None:
    """Without any stand-in: the kind, the year and the days that a link says."""
    page = visit.open(SEARCH + "?q=lantern&kind=articles&year=2019&from=2019-03&to=2019-04-02&sort=oldest")
    expect(page.get_by_role("checkbox", name="Articles")).to_be_checked()
    expect(page.get_by_role("checkbox", name="2019")).to_be_checked()
    told = page.locator(".ba-result .ba-result__told").all_inner_texts()
    assert told
    assert all(each.startswith("Article · ") and "2019" in each for each in told)
    page.get_by_role("button", name="Take all away").click()
    page.wait_for_url("**/search.html?q=lantern&sort=oldest")
    expect(page.locator(".ba-result")).not_to_have_count(len(told))
    assert visit.trouble == []


def test_what_is_chosen_is_in_the_address_and_back_takes_it_away(visit: Visit) -> None:
    standin.begin(visit.page)
    page = visit.open(SEARCH + "?q=harbor")
    page.get_by_role("checkbox", name="Paper 1 ").first.check()
    page.get_by_role("checkbox", name="Paper 2 ").first.check()
    page.get_by_role("combobox", name="Order").select_option("Newest first")
    assert chosen(page) == {"q": ["harbor"], "source": ["Paper 1", "Paper 2"], "sort": ["newest"]}
    page.go_back()
    page.go_back()
    expect(page.get_by_role("checkbox", name="Paper 2 ").first).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Paper 1 ").first).to_be_checked()
    assert last_options(page)["facets"]["source"] == ["Paper 1"]
    page.go_forward()
    expect(page.get_by_role("checkbox", name="Paper 2 ").first).to_be_checked()
    assert visit.trouble == []


def test_a_checkbox_keeps_the_focus_when_the_lists_are_renewed(online: Visit) -> None:
    standin.begin(online.page)
    page = online.open(SEARCH + "?q=harbor")
    page.get_by_role("checkbox", name="Paper 1 ").first.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**source=Paper+1")
    expect(page.get_by_role("checkbox", name="Paper 1 ").first).to_be_focused()


def test_a_choice_is_taken_away_where_it_is_shown(online: Visit) -> None:
    standin.begin(online.page)
    page = online.open(SEARCH + "?q=harbor&source=Paper+1&from=2018")
    page.get_by_role("button", name="Take away: Source: Paper 1").click()
    expect(page.locator(".ba-summary")).to_be_focused()
    page.get_by_role("button", name="Take away: Published from 2018").click()
    assert chosen(page) == {"q": ["harbor"]}


def test_a_long_list_shows_its_first_values_and_more_when_asked(online: Visit) -> None:
    standin.begin(online.page)
    page = online.open(SEARCH + "?q=harbor")
    sources = page.locator(".ba-facet").filter(has_text="Source")
    expect(sources.get_by_role("checkbox")).to_have_count(6)
    sources.get_by_role("button").click()
    expect(sources.get_by_role("checkbox")).to_have_count(25)
    sources.get_by_role("textbox").fill("paper 24")
    expect(sources.get_by_role("checkbox")).to_have_count(1)


def test_the_picture_of_time_is_dragged_over_to_choose(visit: Visit) -> None:
    """Six years are six bars; from the second to the fourth is 2017 to 2019."""
    standin.begin(visit.page)
    page = visit.open(SEARCH + "?q=harbor")
    picture = page.get_by_role("img", name="Articles by year, 2016 to 2021; most of them, 2, in 2019.")
    box = picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 1.5 / 6, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 3.5 / 6, box["y"] + 20, steps=4)
    expect(page.locator(".ba-time__said")).to_have_text("2017 to 2019: 2 articles")
    page.mouse.up()
    page.wait_for_function("location.search.includes('from')")
    assert (chosen(page)["from"], chosen(page)["to"]) == (["2017"], ["2019"])
    expect(page.get_by_role("textbox", name="From")).to_have_value("2017")
    assert visit.trouble == []


@pytest.mark.parametrize(
    ("days", "lit"),
    [("", 4), ("&from=2019&to=2019", 3), ("&to=2019-02", 2), ("&from=2019-02-03&to=2019-03-31", 2), ("&from=2020", 1)],
)
def test_the_picture_lights_what_is_chosen(online: Visit, days: str, lit: int) -> None:
    """Of four months, those that any of the chosen days is in."""
    months = ("2019-01", "2019-02", "2019-03", "2020-04")
    standin.begin(online.page, {"facets": {"date": [{"value": month, "count": 1} for month in months]}})
    page = online.open(SEARCH + "?q=harbor" + days)
    bars = page.locator(".ba-time__bar:not(.ba-time__bar--out) rect:last-child:not([height='0'])")
    expect(bars).to_have_count(lit)


def test_dates_are_typed_as_well(visit: Visit) -> None:
    standin.begin(visit.page)
    page = visit.open(SEARCH + "?q=harbor")
    page.get_by_role("textbox", name="From").fill("2018-05")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Take away: Published from May 2018")).to_be_visible()
    assert last_options(page)["from"] == "2018-05"


@pytest.mark.parametrize("wrong", ["2015-13", "2015-02-30", "May", "99999", "<b>", "-1", "２０１５"])
def test_what_is_no_date_is_said_and_not_asked(visit: Visit, wrong: str) -> None:
    standin.begin(visit.page)
    page = visit.open(SEARCH + "?q=harbor")
    page.get_by_role("textbox", name="To", exact=True).fill(wrong)
    page.keyboard.press("Tab")
    expect(page.get_by_role("alert").filter(has_text="is no date")).to_contain_text(wrong)
    assert last_options(page)["to"] == ""
    assert visit.trouble == []


def test_days_that_end_before_they_begin_can_be_turned_around(visit: Visit) -> None:
    standin.begin(visit.page, standin.NOTHING)
    page = visit.open(SEARCH + "?q=harbor&from=2019&to=2015-05")
    expect(page.get_by_text("The dates end (May 2015) before they begin (2019).")).to_be_visible()
    page.get_by_role("button", name="Turn them around").click()
    assert (chosen(page)["from"], chosen(page)["to"]) == (["2015-05"], ["2019"])


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ([["0001-01", 1], ["9999-12", 1]], "Articles by century"),
        ([["1900-01", 1], ["1999-12", 1]], "Articles by decade"),
        ([["2019-01", 1], ["2019-07", 5]], "Articles by month"),
        ([["", 4], ["soon", 1], ["2019", 1]], "Articles by month"),
        ([], "No article has a date."),
    ],
)
def test_time_is_cut_into_few_enough_pieces(online: Visit, dates: list[Any], told: str) -> None:
    facets = {"date": [{"value": value, "count": count} for value, count in dates]}
    standin.begin(online.page, {"facets": facets})
    page = online.open(SEARCH + "?q=harbor")
    expect(page.locator(".ba-result").first).to_be_visible()
    picture = page.locator(".ba-time")
    assert str(picture.get_attribute("aria-label")).startswith(told)
    assert picture.locator("g").count() <= 100
    assert online.trouble == []


# --- what is said around the results -------------------------------------------------------------------------


def test_more_results_come_below_and_the_address_remembers(visit: Visit) -> None:
    standin.begin(visit.page)
    page = visit.open(SEARCH)
    page.evaluate("""() => {
        const { results, ...rest } = standin.answer;
        const number = (at) => ({ ...results[0], title: `Number ${at}` });
        const some = (first, many) => Array.from({ length: many }, (_, at) => number(first + at));
        standin.answer = (text, { limit, offset = 0 }) =>
            ({ ...rest, total: 50, results: some(offset, Math.min(limit, 50 - offset)) });
    }""")
    page.keyboard.type("harbor")
    expect(page.locator(".ba-result")).to_have_count(20)
    page.wait_for_url("**q=harbor")
    page.get_by_role("button", name="More results").click()
    expect(page.get_by_role("link", name="Number 20")).to_be_focused()
    assert chosen(page)["shown"] == ["40"]
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".ba-result")).to_have_count(50)
    expect(page.get_by_role("button", name="More results")).to_be_hidden()
    assert visit.trouble == []


def test_the_entity_that_was_asked_for_comes_first(online: Visit) -> None:
    standin.begin(online.page, standin.NAMED)
    page = online.open(SEARCH + "?q=norvald")
    card = page.get_by_role("region", name="Person: Mira Norvald")
    expect(card.get_by_role("link", name="Mira Norvald")).to_be_visible()
    assert chosen_of(card.get_by_role("link", name="Only what names it").get_attribute("href")) == {
        "person": ["Mira Norvald"]
    }


def chosen_of(address: str | None) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address or "").query)


def test_a_better_question_is_offered_and_asked(visit: Visit) -> None:
    standin.begin(visit.page, {"corrected": "harbor pact"})
    page = visit.open(SEARCH + "?q=harbr")
    page.locator(".ba-meant").get_by_role("link", name="harbor pact").click()
    expect(page.get_by_role("textbox", name="Search the archive")).to_have_value("harbor pact")
    page.go_back()
    expect(page.get_by_role("textbox", name="Search the archive")).to_have_value("harbr")


def test_a_misspelled_word_is_mended_and_the_reader_told(visit: Visit) -> None:
    """Without any stand-in, with a letter misplaced."""
    page = visit.open(SEARCH + "?q=harbro+pact")
    expect(page.locator(".ba-meant").get_by_role("link", name="harbor pact")).to_be_visible()
    expect(page.locator(".ba-result").first).to_contain_text("pact")
    expect(page.locator(".ba-notes")).to_have_count(0)
    assert visit.trouble == []


def test_where_nothing_fits_every_word_is_accounted_for(visit: Visit) -> None:
    read = [
        {"word": "zyx", "as": [], "left": False, "documents": 0},
        {"word": "harbor", "as": [], "left": False, "documents": 2},
    ]
    standin.begin(visit.page, {**standin.NOTHING, "words": read})
    page = visit.open(SEARCH + "?q=zyx+harbor&source=Paper+1")
    expect(page.locator(".ba-summary")).to_have_text("No results")
    expect(page.get_by_role("row", name="zyx")).to_contain_text("nowhere")
    expect(page.get_by_role("row", name="harbor")).to_contain_text("2 pages")
    expect(page.locator(".ba-empty").get_by_role("link", name="All articles")).to_be_visible()
    page.get_by_role("button", name="Search everything").click()
    assert chosen(page) == {"q": ["zyx harbor"]}


def test_a_part_that_could_not_be_loaded_is_named_and_asked_for_again(visit: Visit) -> None:
    standin.begin(visit.page, {"problems": ["a part of the search index is missing (2019/d3)"]})
    page = visit.open(SEARCH + "?q=harbor")
    expect(page.get_by_role("alert").filter(has_text="a part of the search index is missing")).to_be_visible()
    expect(page.locator(".ba-result")).to_have_count(3)
    page.evaluate("() => { standin.answer.problems = []; }")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("a part of the search index is missing")).to_have_count(0)


def test_an_index_that_cannot_be_loaded_leaves_the_ways_to_browse(online: Visit) -> None:
    """Without any stand-in: the script of the index is not there."""
    online.page.route("**/archive/search/index.js", lambda route: route.fulfill(status=200, body=""))
    page = online.open(SEARCH + "?q=harbor")
    expect(page.get_by_role("alert").filter(has_text="The search could not be loaded")).to_be_visible()
    expect(page.locator(".ba-asked").get_by_role("link", name="All articles")).to_be_visible()
    assert online.trouble == []


def test_a_slow_answer_leaves_the_last_one_in_its_place(online: Visit) -> None:
    standin.begin(online.page)
    page = online.open(SEARCH + "?q=harbor")
    expect(page.locator(".ba-result")).to_have_count(3)
    page.evaluate("() => { standin.held = new Promise((go) => { standin.release = go; }); }")
    page.get_by_role("checkbox", name="Paper 1 ").first.check()
    expect(page.locator(".ba-outcome--waiting .ba-result")).to_have_count(3)
    page.evaluate("() => standin.release()")
    expect(page.locator(".ba-outcome--waiting")).to_have_count(0)
    expect(page.locator(".ba-result")).to_have_count(3)


def test_back_from_a_result_leads_to_the_same_results_at_the_same_place(visit: Visit) -> None:
    standin.begin(visit.page, {"results": [standin.RESULT] * 20, "total": 20})
    page = visit.open(SEARCH + "?q=harbor")
    page.get_by_role("checkbox", name="Paper 1 ").first.check()
    page.wait_for_url("**source=Paper+1")
    page.locator(".ba-result a").nth(15).scroll_into_view_if_needed()
    where = page.evaluate("scrollY")
    page.locator(".ba-result a").nth(15).click()
    page.wait_for_url("**/articles/**", wait_until="networkidle")
    page.go_back()
    expect(page.locator(".ba-result")).to_have_count(20)
    page.wait_for_function("where => Math.abs(scrollY - where) < 5", arg=where)
    assert chosen(page) == {"q": ["harbor"], "source": ["Paper 1"]}
    assert visit.trouble == []


def test_two_tabs_search_without_knowing_each_other(visit: Visit) -> None:
    one = visit.open(SEARCH + "?q=harbor")
    two = one.context.new_page()
    two.goto(visit.root + SEARCH + "?q=lantern")
    expect(two.locator(".ba-summary")).to_contain_text("lantern")
    expect(one.locator(".ba-summary")).to_contain_text("harbor")


def test_the_slash_can_be_turned_off(online: Visit) -> None:
    """Single letters can be what a voice sends (WCAG 2.1.4)."""
    page = online.open(SEARCH)
    page.get_by_role("checkbox", name="The key /").uncheck()
    page = online.open("index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search the archive")).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Search the archive")).to_be_focused()


@pytest.mark.parametrize("width", [320, 375, 768])
def test_the_page_fits_small_screens(online: Visit, width: int) -> None:
    standin.begin(online.page, {**standin.NAMED, "corrected": "harbor"})
    online.page.set_viewport_size({"width": width, "height": 640})
    page = online.open(SEARCH + "?q=harbor&source=Paper+1")
    page.get_by_text("Narrow down").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('main').scrollWidth") <= width
