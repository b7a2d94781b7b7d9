"""Pages: what a stranger wrote comes out as text wherever a template puts it, and every link leads somewhere."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import escape, passages, read, relate, render
from generator.model import (
    Article,
    DateMention,
    Entity,
    Found,
    FrontMatter,
    Line,
    Match,
    Mention,
    Metadata,
    Page,
    Role,
    Settings,
    Site,
    Source,
)
from generator.problems import Problem
from generator.render import linked, links
from generator.render.page import UnescapedError, templates
from tests import scratch
from tests.rendering import TEXTS, Seen, seen

HOSTILE = (
    '<script>alert("x")</script>',
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1)) ![y](https://evil.example/y.png) <https://evil.example>",
    "{: onclick=alert(1) } {#__config} **b** `c` _d_ [TOC]",
    "</title></table></details><b>& &lt;i&gt;",
    "{{ 7*7 }} {% raw %} \\ | a | b |",
    "C# 1. - > # x!",
    "🌊 日本 \u202e x",
)


def hostile_article(text: str) -> Article:
    """An article whose every field that a stranger can write is this text."""
    body = "\n\n".join([escape.markdown(text), f"Mira said: {escape.inline(text)}", f"## {escape.markdown(text)}"])
    start = body.index("Mira")
    said: dict[str, Any] = {field.name: Found(text, text, 0.5, 1, text) for field in fields(Metadata)}
    said |= {name: Found("2019-03-04", text, 0.5, None, text) for name in ("published", "updated", "occurred")}
    return Article(
        id="2019/hostile",
        source=Source("content/articles/2019/hostile.txt", text.encode()),
        sha256="0" * 64,
        format="text",
        front=FrontMatter(topics=(text,), license=text, summary=text, former=("2018/hostile",)),
        metadata=replace(Metadata(**said), authors=Found((text, text), text, 1.0)),
        lines=(Line(1, "title", text, text), Line(2, "junk", text, text), Line(3, "caption", text, text)),
        body=body,
        mentions=(Mention("people/mira", "people", "Mira", start, start + 4),),
        dates=(DateMention("Mira", start, start + 4, "2019-03", "month", "2019-03-04"),),
    )


def hostile_entity(text: str) -> Entity:
    """An entity whose every field that a stranger can write is this text."""
    return Entity(
        id="people/mira",
        name=text,
        kind="people",
        aliases=(text,),
        roles=(Role(text, "2009", "2019"),),
        when="2019",
        match=Match(),
        related=("people/mira",),
        description=escape.markdown(text),
    )


def pages(text: str) -> dict[str, str]:
    """Every page of an archive that says nothing but this text."""
    article = hostile_article(text)
    others = [replace(article, id=f"2019/other-{n}", front=FrontMatter()) for n in range(3)]
    archive = relate.archive([article, *others], {"people/mira": hostile_entity(text)})
    problems = [Problem(text, 1, "date", "error", text), Problem(text, 0, "date", "warning", text)]
    nowhere = Path("nowhere")
    site = Site(nowhere, nowhere, nowhere, nowhere, nowhere)
    settings = Settings(name=text, newest=2, page_size=2)
    written = render.pages(archive, [text], problems, read.templates(site), settings)
    return {page.path: page.data.decode() for page in written if page.path.endswith((".md", ".inc"))}


def parts(page: str) -> tuple[dict[str, Any], str]:
    """The metadata and the Markdown of a page."""
    _, front, body = page.split("---\n", 2) if page.startswith("---\n") else ("", "", page)
    return yaml.safe_load(front) or {}, body


def assert_harmless(name: str, page: str) -> None:
    """A page's metadata is closed, and its Markdown holds no element, attribute or address but the templates' own."""
    meta, body = parts(page)
    assert set(meta) <= {"title", "description", "hide", "moved_to", "text_language"}, name
    for key in ("title", "description"):
        assert not re.search("[<>\"']", meta.get(key, "")), name
    found = seen(body.replace('--8<-- "', ""))
    forbidden = {"script", "img", "b", "i", "iframe", "title", "style", "form"}
    allowed = _ATTRIBUTES
    if name == "search.md":
        forbidden -= {"form"}
        allowed |= _FIELD
    assert not set(found.elements) & forbidden, name
    for tag, attribute, value in found.attributes:
        assert not attribute.startswith("on"), name
        assert attribute in allowed, (name, tag, attribute, value)
        if attribute in {"href", "src", "action"}:
            assert urlsplit(value).scheme in {"", "http", "https", "mailto"}, (name, value)


_ATTRIBUTES = frozenset(
    """
    aria-hidden aria-label class colspan datetime height href id preserveaspectratio role scope
    style tabindex title viewbox width x y
    """.split()  # noqa: SIM905 - a list of words reads best as words
)

_FIELD = frozenset("action for name type placeholder autocomplete autocapitalize spellcheck enterkeyhint".split())  # noqa: SIM905
"""What the form of the search page has besides."""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_text_on_every_page(text: str) -> None:
    for name, page in pages(text).items():
        assert_harmless(name, page)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_seen_as_they_were_written(text: str) -> None:
    """The article's page shows the text as title, source, section, author, place, topic, license and paragraph."""
    found = seen(parts(pages(text)["articles/2019/hostile.md"])[1]).text
    assert found.count(" ".join(text.split())) >= 8


@settings(max_examples=10)
@given(TEXTS.filter(str.strip))
def test_any_value_is_text_on_every_page(text: str) -> None:
    for name, page in pages(text).items():
        assert_harmless(name, page)


@pytest.mark.parametrize(
    "source",
    ["{{ title }}", "{{ title|upper }}", "{{ items|join(', ') }}", "{{ title|short(3) }}", "{{ title|md ~ title }}"],
)
def test_a_template_that_writes_a_value_unescaped_stops_the_build(source: str) -> None:
    filled = templates({"x.md.jinja": source}, Settings())
    with pytest.raises(UnescapedError):
        filled.page("x.md", "x.md", title="<b>", items=["<b>"])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "a b.md", '"x', "https://evil.example", "x.md?y", "<b>"])
def test_an_address_that_is_not_ours_stops_the_build(address: str) -> None:
    filled = templates({"x.md.jinja": "[x]({{ href|href }})"}, Settings())
    with pytest.raises(UnescapedError):
        filled.page("x.md", "x.md", href=address)


def test_a_value_that_a_template_needs_and_does_not_get_stops_the_build() -> None:
    from jinja2 import UndefinedError  # noqa: PLC0415 - only this test needs it

    with pytest.raises((UndefinedError, UnescapedError)):
        templates({"x.md.jinja": "{{ missing }}"}, Settings()).page("x.md", "x.md")


# --- linking changes nothing but links -----------------------------------------------------------------------


@st.composite
def linkable(draw: st.DrawFn) -> Article:
    """An article of any text, with disjoint mentions at any words of it."""
    texts = draw(st.lists(st.one_of(TEXTS, st.just("Mira Norvald! said Mira")), min_size=1, max_size=4))
    body = "\n\n".join(filter(None, (escape.markdown(" ".join(text.split())) for text in texts)))
    words = [found.span() for found in re.finditer(r"[^\W_]+", body) if not _inside_reference(body, *found.span())]
    chosen = [span for span in words if draw(st.booleans())]
    mentions = tuple(Mention(draw(st.sampled_from(IDS)), "people", body[a:b], a, b) for a, b in chosen)
    return Article("2019/x", Source("x.txt", b""), "", "text", body=body, mentions=mentions)


IDS = ("people/mira", "people/tomas", "places/ostrel", "things/a-1")


def _inside_reference(body: str, start: int, end: int) -> bool:
    return bool(re.search(r"&#?$", body[:start])) and body[end : end + 1] == ";"


@settings(max_examples=150)
@given(linkable())
def test_removing_the_links_that_linking_added_gives_back_the_text(article: Article) -> None:
    text = linked.body(article)
    without_anchors = re.sub(r'<div id="P\d+"></div>\n\n', "", text)
    targets = "|".join(re.escape(links.relative(links.article(article.id), links.entity(each))) for each in IDS)
    assert re.sub(rf"\[([^\W_]+)\]\((?:{targets})\)", r"\1", without_anchors) == article.body.strip()


@settings(max_examples=100)
@given(linkable())
def test_linking_adds_links_to_what_is_seen_and_nothing_else(article: Article) -> None:
    before, after = seen(article.body), seen(linked.body(article))
    assert after.text == before.text
    assert set(after.elements) <= {"p", "div", "a", "br"}
    assert set(after.values("a", "href")) <= {f"../../entities/{each}.md" for each in IDS}


def test_a_name_behind_an_exclamation_mark_becomes_no_image() -> None:
    body = escape.markdown("Wow!Mira")
    named = Mention("people/mira", "people", "Mira", len(body) - 4, len(body))
    article = Article("2019/x", Source("x.txt", b""), "", "text", body=body, mentions=(named,))
    assert seen(linked.body(article)).elements == ["div", "p", "a"]


@given(linkable())
def test_every_block_has_its_anchor(article: Article) -> None:
    assert linked.body(article).count('<div id="P') == len(passages.blocks(article.body))


# --- the built site ------------------------------------------------------------------------------------------


def html_pages(site: Site) -> Iterator[tuple[str, Seen]]:
    """Every page of the built site, parsed."""
    for path in sorted(site.output.rglob("*.html")):
        yield path.relative_to(site.output).as_posix(), Seen(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def web(built: Site) -> dict[str, Seen]:
    """The built site's pages by path."""
    return dict(html_pages(built))


def test_every_relative_link_resolves_with_its_fragment(built: Site, web: dict[str, Seen]) -> None:
    assert broken_links(built, web) == []


def broken_links(site: Site, web: dict[str, Seen]) -> list[tuple[str, str]]:
    """The page and the target of every link to a file of the site, or a place in it, that is not there."""
    files = set(scratch.tree(site.output))
    broken = []
    for name, page in web.items():
        if name == "404.html":  # served at any depth; its links are absolute
            continue
        for target in [
            *page.values("a", "href"),
            *page.values("link", "href"),
            *page.values("script", "src"),
            *page.values("img", "src"),
        ]:
            split = urlsplit(target)
            if split.scheme in {"http", "https", "mailto"} or target.startswith("data:"):
                continue
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(split.path))) if split.path else name
            )
            path = f"{path}/index.html".removeprefix("./") if path not in files and not path.endswith(".html") else path
            fragment = unquote(split.fragment)
            if path not in files or (fragment and path in web and fragment not in web[path].ids | {"__tabbed"}):
                broken.append((name, target))
    return broken


def test_every_passage_link_leads_to_a_block(web: dict[str, Seen]) -> None:
    """Entity pages and the timeline link to the paragraph: there are such links, to `#P` and a number."""
    for name in ("archive/entities/people/mira-norvald.html", "archive/timeline/2019.html"):
        targets = [href for href in web[name].values("a", "href") if re.search(r"#P\d+$", href)]
        assert targets, name


def test_no_page_asks_another_origin_for_anything(web: dict[str, Seen]) -> None:
    for name, page in web.items():
        loaded = [*page.values("script", "src"), *page.values("img", "src"), *page.values("iframe", "src")]
        loaded += [href for href in page.values("link", "href") if href.startswith(("http:", "https:", "//"))]
        assert [each for each in loaded if re.match(r"(https?:)?//", each)] == [], name


TITLE = '<script>alert("title")</script> & *stars* [link](x) {{ page }} </title> `code` &lt;b&gt;'


def test_a_title_of_markup_is_text_in_head_heading_and_lists(built: Site) -> None:
    """In the browser's title, the description, the heading, and wherever the article is listed."""
    path = built.output / "archive/articles/2020/2020-01-15-markup-in-a-title.html"
    page = lxml.html.document_fromstring(path.read_bytes().decode())
    assert TITLE in (page.findtext(".//title") or "")
    assert page.xpath("string(//article//h1)").strip().removesuffix("#").strip() == TITLE
    (described,) = page.xpath("//meta[@name='description']/@content")
    assert described == 'A "summary" with <img src=x onerror=alert(1)> & an ampersand'
    assert not page.xpath("//script[contains(., 'alert(')]")
    for listing in ("archive/browse/2020.html", "archive/entities/people/mira-norvald/1.html", "index.html"):
        other = lxml.html.document_fromstring((built.output / listing).read_bytes().decode())
        assert not other.xpath("//script[contains(., 'alert(')]"), listing
    assert TITLE in " ".join(
        lxml.html.document_fromstring((built.output / "archive/browse/2020.html").read_bytes().decode())
        .text_content()
        .split()
    )


def test_no_page_has_a_handler_or_a_script_of_an_articles_own(web: dict[str, Seen]) -> None:
    for name, page in web.items():
        assert [each for each in page.attributes if each[1].startswith("on")] == [], name
        assert [
            href for href in page.values("a", "href") if urlsplit(href).scheme not in {"", "http", "https", "mailto"}
        ] == [], name


def test_an_entity_name_with_markup_is_text(built: Site) -> None:
    page = lxml.html.document_fromstring(
        (built.output / "archive/entities/things/lantern-and-sons.html").read_bytes().decode()
    )
    assert "Lantern & Sons <Ltd>" in (page.findtext(".//title") or "")
    assert "Lantern & Sons <Ltd>" in page.xpath("string(//article//h1)")


def test_a_saved_web_page_is_offered_as_plain_text(built: Site) -> None:
    """No browser may run what an article's raw file holds."""
    raw = [name for name in scratch.tree(built.output) if name.startswith("archive/raw/")]
    assert raw
    assert all(name.endswith(".txt") for name in raw)


def test_old_addresses_answer(built: Site, web: dict[str, Seen]) -> None:
    moved = web["archive/articles/2019/pilots-words.html"]
    assert ("meta", "http-equiv", "refresh") in moved.attributes
    assert "2019-04-20-the-pilots-own-words.html" in moved.values("a", "href")
    assert "archive/articles/2020/a-report.html" in web
    assert built.output.exists()


def test_two_pages_for_one_path_are_a_fault(tmp_path: Path) -> None:
    from generator import write  # noqa: PLC0415 - only this test writes

    with pytest.raises(ValueError, match="two pages"):
        write.sync([Page("a.md", b""), Page("a.md", b"")], tmp_path)


@pytest.mark.parametrize(
    "front",
    [
        "former: [2019/a]",
        "former: [2018/a, 2018/a, 2019/a]",
        "title: '  '\nsource: '  '",
        "title: 日本\nsource: 人民网\nauthors: [张三]",
        "title: 🌊\nsource: 🌊",
        "published: '0999'",
        "published: 9999-12-31",
        f"title: {'w' * 300}\nsource: {'s' * 300}",
        'title: "a\\0b\\u202ec"',
    ],
)
def test_an_unusual_value_breaks_neither_the_build_nor_a_link(tmp_path: Path, front: str) -> None:
    files = {
        "articles/2019/a.md": f"---\n{front}\n---\n{scratch.ARTICLE}",
        "articles/2019/b.md": f"---\ntitle: 中国\nsource: 新华社\n---\n{scratch.ARTICLE}",
        "articles/2019/日.md": scratch.ARTICLE,
        "articles/2019/本.md": scratch.ARTICLE,
        "entities/people/a-b.md": "---\nname: A B\naliases: ['-', '*', ' ', '习']\n---\n",
    }
    site = scratch.published(scratch.archive(tmp_path / "archive", files))
    assert broken_links(site, dict(html_pages(site))) == []
    assert len(scratch.generated(site).published) == 4
