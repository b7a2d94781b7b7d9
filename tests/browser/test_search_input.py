"""Bad input to the search: nothing throws, nothing runs, whatever is asked and whatever is answered."""

import re

import pytest
from playwright.sync_api import expect

from tests import scratch
from tests.browser import hostile, standin
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

QUESTIONS = {
    "ten thousand characters": "harbor " * 1430,
    "one word of ten thousand characters": "h" * 10_000,
    "only stop words": "the of and to in",
    "only punctuation": "?!... --- ,,, ((( ''' /// ***",
    "markup": hostile.MARKUP,
    "markdown and references": hostile.CODE,
    "emoji": "🏮 harbor 👩‍👩‍👧‍👦",
    "another script": "лампа на причале",
    "no spaces": "灯笼在港口",
    "right to left": "\u202eمرفأ\u202c",
    "half a character": "harbor \ud83d",
    "a lone quote": '"harbor pact',
    "quotes in quotes": "“harbor \"pact” 'x",
    "an unknown field": "color:red harbor",
    "a field without a value": "title: source:",
    "only what must not be there": "-harbor -pact",
    "names of the language": "constructor __proto__ toString hasOwnProperty kind:__proto__",
    "control characters": "har\x00bor\x1b[31m \u2028 pact",
    "an impossible date": "from:2019-99 to:0000 harbor",
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_any_question_gets_an_answer_or_an_honest_none(visit: Visit, name: str) -> None:
    page = visit.open("archive/search.html")
    page.get_by_role("textbox", name="Search the archive").fill(QUESTIONS[name])
    expect(page.locator(".ba-summary")).to_have_text(re.compile(r"result", re.IGNORECASE), timeout=15_000)
    page.wait_for_timeout(350)  # until the question is in the address
    page.reload()
    expect(page.locator(".ba-summary")).to_have_text(re.compile(r"result", re.IGNORECASE), timeout=15_000)
    assert page.locator("article :is(script, img, b[onclick], [onload], [onclick], [onerror])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert visit.trouble == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_field_of_the_header_takes_any_question_too(online: Visit, name: str) -> None:
    page = online.open("index.html")
    page.get_by_role("combobox", name="Search the archive").fill(QUESTIONS[name])
    expect(page.locator(".ba-found")).to_be_visible(timeout=15_000)
    assert page.locator(".ba-found :is(script, img, [onload], [onclick], [onerror])").count() == 0
    assert online.trouble == []


ADDRESSES = {
    "nothing after the names": "?q=&kind=&source=&from=&to=&sort=&shown=",
    "no facet of that name": "?q=harbor&color=red&__proto__=x&constructor=y",
    "markup in every place": "?q=<b>&kind=<b>&source=<script>alert(1)</script>&from=<i>&to=<i>&sort=<u>&shown=<s>",
    "a broken escape": "?q=%E0%A4%A&source=%",
    "a thousand values": "?q=harbor" + "".join(f"&source={number}" for number in range(1000)),
    "an endless page": "?q=harbor&shown=999999999999999999999",
    "less than nothing": "?q=harbor&shown=-20",
    "impossible dates": "?q=harbor&from=2019-99&to=0000-00-00",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_any_address_of_the_page_opens(visit: Visit, name: str) -> None:
    page = visit.open("archive/search.html" + ADDRESSES[name])
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("article :is(script, img, [onload], [onclick], [onerror])").count() == 0
    assert visit.trouble == []


def test_hostile_titles_are_found_and_shown_as_the_text_they_are(visit: Visit) -> None:
    page = visit.open("archive/search.html?q=zanderbird")
    for title in (hostile.MARKUP, hostile.CODE):
        expect(page.get_by_role("link", name=title, exact=True)).to_be_visible()
    page = visit.open("index.html")
    page.get_by_role("combobox", name="Search the archive").press_sequentially("zanderbird")
    expect(page.get_by_role("option").filter(has_text=hostile.MARKUP)).to_be_visible()
    assert visit.trouble == []


def test_an_answer_of_markup_alone_is_text_in_every_place(visit: Visit) -> None:
    """Whatever the index may hold: titles, excerpts, values, kinds, words, addresses that would run or lead away."""
    bad = hostile.MARKUP
    result = {
        **dict.fromkeys(("title", "date", "kind", "source", "note", "excerpt", "anchor", "language"), bad),
        "url": "javascript:alert(20)",
        "titleMarks": [[0, 9], [5, 7], [-1, 3], [900, 901], ["a", "b"]],
        "marks": [[3, 1], [0, 4]],
    }
    answer = {
        "results": [result, {**result, "url": "https://elsewhere.example/"}, {**result, "url": "//elsewhere.example"}],
        "entities": [result],
        "facets": {name: [{"value": bad, "count": 1}] for name in ("kind", "source", "language", "date", bad)},
        "words": [{"word": bad, "as": [bad], "left": False, "documents": 0}],
        "corrected": bad,
        "problems": [bad],
    }
    standin.begin(visit.page, answer, suggestions={"completions": [bad], "entities": [result]})
    page = visit.open("archive/search.html?q=harbor")
    expect(page.locator(".ba-result")).to_have_count(2)
    expect(page.locator(".ba-card")).to_have_count(1)
    page = visit.open("index.html")
    page.get_by_role("combobox", name="Search the archive").press_sequentially("harbor")
    expect(page.get_by_role("option").first).to_be_visible()
    addresses = page.locator(".ba-found a").evaluate_all("links => links.map((link) => link.href)")
    assert all(address.startswith(visit.root) for address in addresses)
    assert page.locator(":is(article, .ba-found) :is(script, img)").count() == 0
    assert visit.trouble == []


def test_no_script_of_ours_makes_markup_of_text_or_code_of_it() -> None:
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|setHTML"
    forbidden = markup + r"|\beval\b|new Function"
    scripts = sorted((scratch.ROOT / "site_templates").rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if re.search(forbidden, path.read_text(encoding="utf-8"))] == []
