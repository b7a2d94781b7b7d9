"""Saved web pages: what is the article, what is known of it, and that nothing visible is lost."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ingest import html
from generator.ingest.html.alignment import aligned, letters
from generator.ingest.html.blocks import blocks
from generator.ingest.html.source import tree
from generator.ingest.reading import Reading

PARAGRAPHS = (
    "The harbor of Lindenfeld opened its second basin on Tuesday, three years after the first stone was laid there.",
    "Ferries from the islands will use the northern quay, while freight is moved to the new terminal behind the mill.",
    "The mayor, Ada Brandt, said that the town had waited long enough and thanked the dockers for their patience.",
    "Two cranes were brought from the old yard; a third is expected before the winter, when the river carries ice.",
)
PAGE = """<!DOCTYPE html><html lang="en_GB"><head><title>Second basin opens | The Lindenfeld Post</title>
<meta property="og:title" content="Second basin opens">
<meta property="og:site_name" content="The Lindenfeld Post">
<meta property="article:published_time" content="2016-04-12T08:30:00+02:00">
<meta property="article:modified_time" content="2016-04-13T08:30:00+02:00">
<meta name="author" content="https://post.example/staff/7">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Second basin opens",
  "author": [{{"@type": "Person", "name": "By Jo Ferrand and Ida Holm"}}], "articleSection": "Harbor"}}</script>
<link rel="canonical" href="https://post.example/2016/04/12/second-basin"></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
<article><h1>Second basin opens</h1><p class="byline">By Jo Ferrand and Ida Holm</p><p>12 April 2016</p>
<p>{}</p><p>{}</p><h2>A third crane</h2><p>{}</p><p>{}</p>
<ul><li>First basin: 1988<li>Second basin: 2016</ul>
<table><tr><th>Year<th>Ships</tr><tr><td>2014<td>311</tr><tr><td>2015<td>402</tr></table>
<blockquote><p>A good day for the river, and for all who live by it, said the pilot of the first ferry.</p></blockquote>
<figure><img src="https://post.example/quay.jpg" alt="The quay at dawn">
<figcaption>The northern quay</figcaption></figure>
<p>The old basin stays open for
<a href="https://sail.example/club">the sailing club</a> and <a href="/boats">boats</a>.</p>
<h3>Related</h3></article>
<footer><p>© 2016 The Lindenfeld Post. All rights reserved.</p></footer></body></html>""".format(*PARAGRAPHS)


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return html.read(PAGE)


def kinds(reading: Reading) -> dict[str, str]:
    return {line.text: line.kind for line in reading.lines}


def test_body_is_markdown_of_our_own_making(reading: Reading) -> None:
    assert reading.body.split("\n\n")[:5] == [*PARAGRAPHS[:2], "## A third crane", *PARAGRAPHS[2:]]


def test_lists_tables_and_quotes_come_out_whole(reading: Reading) -> None:
    assert "- First basin: 1988\n- Second basin: 2016" in reading.body
    assert "| Year | Ships |\n| --- | --- |\n| 2014 | 311 |\n| 2015 | 402 |" in reading.body
    assert "> A good day for the river" in reading.body


def test_absolute_links_stay_and_relative_ones_become_text(reading: Reading) -> None:
    assert "[the sailing club](https://sail.example/club) and boats." in reading.body


def test_images_become_captions_and_are_never_loaded(reading: Reading) -> None:
    assert kinds(reading)["The quay at dawn (https://post.example/quay.jpg)"] == "caption"
    assert kinds(reading)["The northern quay"] == "caption"
    assert "![" not in reading.body


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Second basin opens", "title"),
        ("By Jo Ferrand and Ida Holm", "byline"),
        ("12 April 2016", "metadata"),
        ("A third crane", "heading"),
        ("Home", "junk"),
        ("Related", "junk"),
        ("© 2016 The Lindenfeld Post. All rights reserved.", "junk"),
        ("Year\tShips", "body"),
    ],
)
def test_every_line_has_its_kind(reading: Reading, text: str, kind: str) -> None:
    assert kinds(reading)[text] == kind


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Second basin opens"),
        ("published", "2016-04-12"),
        ("updated", "2016-04-13"),
        ("timezone", "+02:00"),
        ("source", "The Lindenfeld Post"),
        ("source_url", "https://post.example/2016/04/12/second-basin"),
        ("authors", ("Jo Ferrand", "Ida Holm")),
        ("section", "Harbor"),
        ("language", "en-GB"),
    ],
)
def test_metadata_is_found_and_checked(reading: Reading, field: str, value: object) -> None:
    assert getattr(reading.metadata, field).value == value


def test_agreement_raises_confidence(reading: Reading) -> None:
    alone = html.read(page("<p>" + PARAGRAPHS[0], "<title>Second basin opens</title>"))
    assert reading.metadata.title
    assert alone.metadata.title
    assert reading.metadata.title.confidence > alone.metadata.title.confidence


def test_lines_of_metadata_are_lines_of_the_file() -> None:
    moved = html.read(PAGE, first=5)
    assert moved.metadata.published
    assert moved.metadata.published.line == 4 + 4
    assert moved.lines[0].number == 5


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ('<meta property="og:title" content="The Post"><meta property="og:site_name" content="The Post">', "title"),
        ("<title>Home</title>", "title"),
        ('<meta name="author" content="https://facebook.example/ada">', "authors"),
        ('<meta name="author" content="The Post"><meta property="og:site_name" content="The Post">', "authors"),
        ('<meta name="author" content="admin">', "authors"),
        ('<meta property="article:published_time" content="2016-02-31">', "published"),
        ('<meta name="date" content="07/06/2017">', "published"),
        ('<link rel="canonical" href="https://post.example/">', "source_url"),
        ('<link rel="canonical" href="javascript:alert(1)">', "source_url"),
    ],
)
def test_a_bad_value_is_dropped(head: str, field: str) -> None:
    assert getattr(html.read(page(f"<p>{PARAGRAPHS[0]}", head)).metadata, field) is None


@pytest.mark.parametrize(
    ("stated", "heading"),
    [
        ("Basin opens | The Lindenfeld Post", "Basin opens after ten years"),
        ("The Lindenfeld Post - Basin opens", "Basin opens after ten years"),
        ("Basin opens", "Basin opens after ten years"),
        ("Lindenfeld opens its second basin | The Post", "At last, Lindenfeld opens a second basin"),
    ],
)
@pytest.mark.parametrize("within", ["{heading}<article>{text}</article>", "<article>{heading}{text}</article>"])
def test_a_heading_that_says_a_short_title_in_full_is_the_title(stated: str, heading: str, within: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    reading = html.read(page(within.format(heading=f"<h1>{heading}</h1>", text=text), f"<title>{stated}</title>"))
    assert reading.metadata.title
    assert (reading.metadata.title.value, reading.metadata.title.rule) == (heading, "h1")
    assert kinds(reading)[heading] == "title"
    assert reading.body == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "heading", ["The Lindenfeld Post", "The Post", "Basin", "Weather and tides", "The Post: Harbor"]
)
def test_a_heading_that_says_something_else_than_the_title_is_not_the_title(heading: str) -> None:
    head = '<title>Basin opens | The Post</title><meta property="og:title" content="Basin opens">'
    reading = html.read(page(f"<h1>{heading}</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS), head))
    assert reading.metadata.title
    assert reading.metadata.title.value == "Basin opens"


def test_hidden_text_and_programs_are_no_lines() -> None:
    hidden = (
        "<p hidden>a1</p><p style='display: none'>a2</p><script>a3</script><style>a4</style><!-- a5 --><template>a6"
    )
    assert [line.text for line in html.read(page(f"<p>{PARAGRAPHS[0]}</p>{hidden}")).lines] == [PARAGRAPHS[0]]


def test_line_breaks_part_lines_but_not_headings() -> None:
    found = blocks(tree(page("<h2>One<br>heading</h2><p>first<br>second")))
    assert [block.text for block in found] == ["One heading", "first", "second"]


def test_text_in_the_pages_data_is_read_where_the_page_shows_none() -> None:
    text = " ".join(PARAGRAPHS)
    data = '<script type="application/ld+json">{"@type": "Article", "articleBody": "%s"}</script>' % text  # noqa: UP031
    assert "three years after" in html.read(page("<p>Loading</p>", data)).body


def test_a_page_deeper_than_the_parser_keeps_every_word() -> None:
    deep = html.read(page("<div>" * 5000 + f"<p>{PARAGRAPHS[0]}</p>" + "</div>" * 5000 + "<p>the end"))
    assert [line.text for line in deep.lines] == [PARAGRAPHS[0], "the end"]


@pytest.mark.parametrize("source", ["", " ", "<html>", "<!--", "\0", "\ud800", "<body><script>", "<?xml?><a>"])
def test_a_page_without_words_is_a_problem_not_a_failure(source: str) -> None:
    assert [problem.code for problem in html.read(source).problems if problem.severity == "error"] == ["html"]


def several(body: str) -> tuple[list[str], list[str]]:
    """The headings of the body of a page with a title of its own, and what is said of several articles in it."""
    reading = html.read(page(body, "<title>All the news of the harbor this week</title>"))
    assert all(text in reading.body for text in PARAGRAPHS)
    said = [problem.message for problem in reading.problems if problem.code == "html"]
    return [line[3:] for line in reading.body.split("\n") if line.startswith("## ")], said


FIRST, SECOND = ("".join(f"<p>{text}</p>" for text in PARAGRAPHS[start : start + 2]) for start in (0, 2))
SEVERAL = (
    "<article><h1>A second basin</h1>{first}</article><article><h2>Two cranes come</h2>{second}</article>",
    (
        "<article><h2>A second basin</h2>{first}</article><article><header><h2>Two cranes come</h2></header>"
        "{second}</article>"
    ),
    (
        "<article><h2><a href=/a>A second basin</a></h2>{first}</article>"
        "<article><h2><a href=/b>Two cranes come</a></h2>"
        "{second}</article>"
    ),
    (
        "<article><div><article><h2>A second basin</h2>{first}</article>"
        "<article><h2>Two cranes come</h2>{second}</article>"
        "</div></article>"
    ),
    "<div><h1>A second basin</h1>{first}</div><div><h1>Two cranes come</h1>{second}</div>",
    "<div><h2>A second basin</h2>{first}</div><div><h2>Two cranes come</h2>{second}</div>",
    "<h2>A second basin</h2><p>By Jo Ferrand</p>{first}<h2>Two cranes come</h2><p>By Ida Holm</p>{second}",
)
ONE = (
    "<article><h1>A second basin</h1>{first}<section><h2>Two cranes come</h2>{second}</section></article>",
    "<article><h1>A second basin</h1>{first}<h1>Two cranes come</h1>{second}</article>",
    "<article><h1>A second basin</h1>{first}<article><h2>Two cranes come</h2>{second}</article></article>",
    "<div><h1>A second basin</h1>{first}<div><h2>Two cranes come</h2>{second}</div></div>",
    "<h1>A second basin</h1>{first}<h1>Two cranes come</h1>{second}",
    "<article><h1>A second basin</h1>{first}{second}</article><article><h2>More news</h2><p>Soon.</p></article>",
)


@pytest.mark.parametrize("source", SEVERAL)
def test_a_page_of_several_articles_keeps_their_headlines_and_says_so(source: str) -> None:
    headings, said = several(source.format(first=FIRST, second=SECOND))
    assert headings == ["A second basin", "Two cranes come"]
    assert said == ["the web page holds 2 articles; split it, so that each is in a file of its own"]


@pytest.mark.parametrize("source", ONE)
def test_the_sections_of_one_article_are_not_several(source: str) -> None:
    assert several(source.format(first=FIRST, second=SECOND))[1] == []


def test_the_headline_that_is_the_title_is_not_repeated_above_the_first_article() -> None:
    reading = html.read(page(SEVERAL[0].format(first=FIRST, second=SECOND), "<title>A second basin</title>"))
    assert kinds(reading)["A second basin"] == "title"
    assert kinds(reading)["Two cranes come"] == "heading"


def test_several_articles_of_one_page_all_come_out() -> None:
    posts = "".join(f"<div><h2>Post {number}</h2><p>{text}</p></div>" for number, text in enumerate(PARAGRAPHS))
    body = html.read(page(f"<main>{posts}</main>")).body
    assert all(text in body for text in PARAGRAPHS)
    assert [line for line in body.split("\n") if line.startswith("## ")] == [f"## Post {number}" for number in range(4)]


def test_a_note_at_the_paywall_is_left_out_but_said() -> None:
    wall = "<div><h3>Continue reading</h3><p>This is for members only. Subscribe for a crown a week.</p></div>"
    reading = html.read(page(f"<article><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>{wall}</article>"))
    assert reading.body == "\n\n".join(PARAGRAPHS[:2])
    assert kinds(reading)["Continue reading"] == "junk"


NOTES = (
    "To continue reading, subscribe now.",
    "To keep reading, please log in or register.",
    "To read the full story, sign in.",
    "Already a subscriber? Log in",
    "Already a member? Sign in here.",
    "Already have an account? Log in.",
    "Subscribe now to continue reading",
    "This article is for subscribers only.",
    "You have reached your limit of free articles.",
    "Déjà abonné ? Connectez-vous",
    "Para seguir leyendo, suscríbete",
)


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("after", ["", "<p>Two crowns for the first four weeks.</p>"])
def test_a_paywalls_note_is_left_out_wherever_it_stands(note: str, after: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    reading = html.read(page(f"<article>{text}<p>{note}</p>{after}</article>"))
    assert note not in reading.body
    assert [(line.kind, line.rule) for line in reading.lines if line.text == note] == [("junk", "paywall")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The paper said that it had lost a third of its subscribers since the winter.",
        "The mayor did not subscribe to that view of the harbor.",
        "To continue reading the water levels, the pilots were given a second gauge.",
        "To read the full plan, residents must register at the harbor office.",
        "Already a member of the council, she was elected to its board in May.",
        "This report is for members of the council and was not shown to the pilots.",
        "The dockers printed two newsletters about the basin in the same week.",
    ],
)
def test_a_sentence_about_subscriptions_stays(sentence: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS, sentence))
    assert html.read(page(f"<article>{text}</article>")).body.endswith(sentence)


def test_a_page_laid_out_in_tables_is_read_as_text() -> None:
    cells = "<td><a href=/>Home</a></td><td><b>A second basin</b><br><br>" + "<br><br>".join(PARAGRAPHS) + "</td>"
    reading = html.read(page(f"<table><tr>{cells}</tr></table>"))
    assert reading.body == "\n\n".join(PARAGRAPHS)
    assert reading.metadata.title
    assert (reading.metadata.title.value, reading.metadata.title.rule) == ("A second basin", "first-line")


def test_markup_in_the_text_comes_out_as_text() -> None:
    text = "&lt;script&gt;alert(1)&lt;/script&gt; {onclick=x} *bold* ![](https://e.example/a.png) [x](javascript:x)"
    body = html.read(page(f"<p>{PARAGRAPHS[0]}</p><p>{text} {PARAGRAPHS[1]}</p>")).body
    assert "<" not in body
    assert not re.search(r"(?<!\\)[*{]|(?<!\\)\]\(", body)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "/on/this/site", "#top", "vbscript:x", ""]
)
def test_only_addresses_that_readers_may_be_sent_to_stay_links(address: str) -> None:
    body = html.read(page(f"<p>{PARAGRAPHS[0]} <a href='{address}'>more here</a></p>")).body
    assert body == f"{PARAGRAPHS[0]} more here"


def test_a_line_of_the_article_that_repeats_the_title_stays() -> None:
    source = page(f"<h1>Malta</h1><p>{PARAGRAPHS[0]}</p><ul><li>Malta<li>Gozo</ul><p>{PARAGRAPHS[1]}</p>")
    assert "- Malta\n- Gozo" in html.read(source).body


TAGS = """<p>|</p>|<div>|</div>|<ul>|<ol start=7>|<li>|</li>|</ul>|<table>|<tr>|<td>|<td colspan=9999>|</table>
|<blockquote>|</blockquote>|<h1>|<h2>|</h2>|<a href=/x>|<a href=https://e.example/?q=(1)>|</a>|<br>|<img alt=pic>|<pre>
|</pre>|<b>|<article>|</article>|<figure>|<figcaption>|</figure>|<nav>|</nav>|<select>|<option>|<svg>|</svg>|<!--x-->|<
|>|&|&lt;|<script>|</script>|<meta content=a>|<title>|</title>|<body>|</body>|<frameset>|<form>|<input>|<textarea>"""
PIECES = st.lists(
    st.one_of(st.sampled_from(TAGS.split("|")), st.text(max_size=8), st.sampled_from(PARAGRAPHS)), max_size=40
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_no_page_stops_the_reading_and_no_visible_word_is_lost(pieces: list[str]) -> None:
    source = " ".join(pieces)
    reading = html.read(source)
    root = tree(source)
    seen = [block.text for block in (blocks(root) if root is not None else ()) if block.shape != "image"]
    shown = " ".join(seen).split()
    lines = [line for line in reading.lines if line.rule != "image"]
    assert [word for line in lines for word in line.text.split()][: len(shown)] == shown


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_every_word_of_a_body_line_is_in_the_body(pieces: list[str]) -> None:
    reading = html.read(" ".join(pieces))
    body = letters(re.sub(r"\]\([^()\s]*\)|&#?\w+;", "", reading.body))
    for line in reading.lines:
        if line.kind in {"body", "heading"}:
            assert letters(line.text.replace("&", "")) in body or "&" in line.text


@given(st.lists(st.sampled_from(["aaaa" * 11, "bbbb" * 11, "cc", "dddd" * 11, ""]), max_size=12))
def test_blocks_that_are_all_extracted_are_all_found(keys: list[str]) -> None:
    assert aligned(keys, keys) == tuple(map(bool, keys))
