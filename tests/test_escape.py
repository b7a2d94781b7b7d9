"""Text made safe: what is escaped for a language is seen in it exactly as it was, and is nothing but text."""

import html
import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import escape
from tests.casefiles import Case, cases
from tests.rendering import MARKUP, TEXTS, seen, words


@pytest.mark.parametrize("case", cases("escape"), ids=str)
def test_a_case(case: Case) -> None:
    text, expected = case.blocks
    assert escape.markdown(text) == expected


@settings(max_examples=400)
@given(TEXTS)
@example('--8<-- "index.md"')
@example("--8<--\nindex.md\n--8<--")
@example('text\n--8<-- "index.md"')
@example("{: #id onclick=alert(1) }")
@example("&lt;b&gt; &amp;lt; &#60;script&#62;")
@example("| a | b |\n| --- | --- |\n| c | d |")
@example("a\n===\nb\n---")
@example("[x]: https://example.com 'y'")
@example("[x]: <b>\n[x]")
@example("*[HTML]: Hyper\nHTML")
@example("[^1]: note")
@example("    indented\n\ttoo")
@example("Term\n:   definition")
@example("wzxhzdk:0 \u0002klzzwxh:0000\u0003")
@example("\u0002wzxhzdk:0\u0003")
@example("***\n___\n- - -")
@example("1. a\n2) b\n1986\\. c")
@example("a  \nb\\\nc")
@example("```\ncode\n```\n~~~\nmore\n~~~")
@example("<!-- a --> <? b ?> <![CDATA[ c ]]> <div markdown=1>")
@example("trailing backslash\\")
@example("a\r# b\r\r    c")
@example("a\x0b# b\x0c- c\x85> d\u20281. e")
@example("1)\t2.")
def test_escaped_markdown_shows_exactly_the_text_and_no_element(text: str) -> None:
    """Rendered with the extensions of `mkdocs.yml`, nothing but paragraphs and line breaks comes of any text."""
    found = seen(escape.markdown(text))
    assert found.text == words(text)
    assert set(found.elements) <= {"p", "br"}
    assert found.attributes == []


@pytest.mark.parametrize(
    "place",
    [
        "# {}",
        "- {}",
        "- **Name** {}",
        "**{}**",
        "[{}](x.md)",
        "> {}",
        "1. {}",
        "## {}",
        "| a | b |\n| --- | --- |\n| {} | c |",
    ],
)
@settings(max_examples=40)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_a_value_is_text_in_every_place_that_a_template_puts_it(place: str, texts: list[str]) -> None:
    """As the templates' filter `md` writes it: on one line."""
    plain = seen(place.format("QQ"))
    for text in (words(text) or "x" for text in texts):
        found = seen(place.format(escape.markdown(text)))
        assert set(found.elements) <= set(plain.elements)
        assert found.text == plain.text.replace("QQ", text)


@given(TEXTS)
def test_escaped_html_is_text_inside_and_in_an_attribute(text: str) -> None:
    from lxml.html import fragment_fromstring  # noqa: PLC0415 - only this test needs a second parser

    written = escape.html(text)
    assert html.unescape(written) == text
    assert not re.search("[<>\"']", written)
    clean = "".join(c for c in text if c.isprintable())
    parsed = fragment_fromstring(f'<p title="{escape.html(clean)}">{escape.html(clean)}</p>')
    assert (parsed.get("title"), parsed.text or "", len(parsed)) == (clean, clean, 0)


@given(TEXTS)
def test_a_yaml_value_is_read_again_as_the_text_on_one_line(text: str) -> None:
    written = escape.yaml(text)
    assert "\n" not in written
    assert yaml.safe_load(f"key: {written}") == {"key": " ".join(text.split())}


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x", "data:text/html,x", "vbscript:x",
     "file:///etc/passwd", "//evil.example", "/path", "x.md", "", "ftp://x.example", "http:\\\\x.example", "https://[::1"],
)  # fmt: skip
def test_only_web_and_mail_addresses_are_linked(address: str) -> None:
    safe = escape.url(address)
    assert safe is None or safe.startswith(("http:", "https:", "mailto:"))
    if not address.startswith(("http:", "https:")):
        assert safe is None


@example("''")
@given(st.lists(st.sampled_from([*MARKUP, " ", "\n", "a", "%", "é", "(", ")"]), max_size=8).map("".join))
def test_an_address_cannot_leave_its_place(tail: str) -> None:
    """In a Markdown link and in an HTML attribute, an address is one attribute's value and nothing more."""
    safe = escape.url(f"https://x.example/{tail}")
    assert safe
    assert re.fullmatch(r"[A-Za-z0-9/:?#@!$&*+,;=%~._-]+", safe)
    found = seen(f"[x]({safe})")
    assert found.elements == ["p", "a"]
    assert [name for _, name, _ in found.attributes] == ["href"]
