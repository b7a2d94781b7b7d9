"""The quick ways to a page: what they make is what Python-Markdown and Jinja make, byte for byte, or nothing at all."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils import meta

from generator.model import Site
from generator.publish import quick, rapid
from tests import scratch

PERMALINK = quick.Permalink("#", "Link to this section")
OPTIONS = {"toc": {"title": "On this page", "permalink": "#", "permalink_title": "Link to this section"}}
EXTENSIONS = ["fenced_code", "tables", "toc", "pymdownx.snippets"]


def quickly(text: str) -> quick.Quick | None:
    return quick.convert(text, lambda link: link, PERMALINK)


def slowly(text: str) -> tuple[str, object]:
    """What Python-Markdown makes of it: the HTML, and the headings."""
    markdown = Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)
    html = markdown.convert(text)
    return html, getattr(markdown, "toc_tokens", [])


def agree(text: str) -> bool:
    """Whether the text was converted quickly; fails where the result is not Python-Markdown's."""
    made = quickly(text)
    if made is not None:
        assert (made.html, made.headings) == slowly(text), text
    return made is not None


def sources(folder: Path) -> list[str]:
    return [meta.get_data(path.read_text("utf-8"))[0] for path in sorted(folder.rglob("*.md"))]


def test_generated_pages_are_converted_as_python_markdown_converts_them() -> None:
    """And nearly all are; those with a construct of a contributor's own are left to it."""
    made = [agree(text) for text in sources(scratch.TESTS / "golden")]
    assert sum(made) >= 0.7 * len(made)


PIECES = (
    "word",
    "Two words. ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "    - ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "| ",
    " | ",
    " |\n| --- | --- |\n| ",
    "| a | b |\n| --- | --- |\n| c | d |\n\n",
    '- [a](b.md) <small class="ba-note">c</small>  \n    <small>d</small>\n',
    "**",
    "**strong**",
    "[a](b.md)",
    '[¶](b.md#P3 "Read on at this paragraph")',
    "[",
    "](",
    ")",
    "!",
    "\\",
    "\\*",
    "\\[",
    "`",
    "_",
    "*",
    "<",
    ">",
    "&",
    "&amp;",
    "&nbsp;",
    "&#95;",
    "&lt;b&gt;",
    "<small>",
    "</small>",
    '<span class="ba-value">',
    "</span>",
    '<div id="P1"></div>\n\n',
    '<div class="ba-text"></div>\n\n',
    '<p class="a">b &amp; <code>c</code></p>\n\n',
    "<ol>\n<li>a<br>b</li>\n</ol>\n\n",
    '<details class="ba-how">\n<summary>a</summary>\n</details>\n\n',
    "---",
    "===",
    "[TOC]",
    "[a]: b",
    "*[a]: b",
    ": ",
    "http://a.example/?b=c&d",
    "é“’…",
    "日本",
    "\u00a0",
    "3",
    ".",
    "#",
    '"',
    "'",
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_converted_is_converted_as_python_markdown_does(text: str) -> None:
    agree(text)


@given(st.text(alphabet="ab1 .-*_[]()<>&;:#|!\\`\n\"'=+/é\u00a0", max_size=40))
def test_also_what_nobody_would_write(text: str) -> None:
    agree(text)


@given(
    st.lists(
        st.sampled_from(("- ", "    - ", "1. ", "\n", "\n\n", "\n\n\n", "a", "[b](c.md)", "  \n    <small>d</small>")),
        max_size=16,
    ).map("".join)
)
def test_also_lists_of_every_shape(text: str) -> None:
    agree(text)


@pytest.mark.parametrize(
    "text", ["[" * 3000, "[a" * 3000, "**a" * 3000, "\\" * 3000, "&a" * 3000, "[**a**" * 2000, "<span" * 3000]
)
def test_no_text_takes_more_than_one_look(text: str) -> None:
    """A regular expression that gives back what it has matched would be at it for years."""
    quickly(f"{text}\n\n- {text}\n\n| {text} |\n\n# {text}")


def test_with_and_without_them_the_site_is_the_same(site: Site) -> None:
    """Plain MkDocs, with a hook that makes nothing quicker, gives the bytes that `briefing build` gives."""
    path = site.root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("plugins:\n  - search\n", "plugins: []\n"), "utf-8")
    scratch.published(site)
    hook = site.templates / "hook.py"
    slow = re.sub(r"on_(env|page_\w+), ", "", hook.read_text("utf-8").replace('"', ""))
    hook.write_text("\n".join(line for line in slow.splitlines() if line.startswith("from ")), "utf-8")
    ended = scratch.briefing("build", "--quiet", "--site-dir", "plain", cwd=site.root, module="mkdocs")
    assert ended.returncode == 0, ended.stderr
    assert scratch.tree(site.root / "plain") == scratch.tree(site.output)


FRONT = st.lists(
    st.sampled_from(
        (
            "---\n",
            'title: "Words, and more: words"\n',
            'title: "Other words"\n',
            'description: ""\n',
            "hide: [navigation]\n",
            "hide: [null]\n",
            'text_language: "en"\n',
            'title: "a \\" b"\n',
            'title: "a\x85b"\n',
            "title: plain\n",
            "\n",
            "# Heading\n",
            " ",
        )
    ),
    max_size=8,
).map("".join)


@given(FRONT)
def test_front_matter_is_read_as_mkdocs_reads_it(text: str) -> None:
    assert rapid.divided(text) == meta.get_data(text)
    assert rapid.divided(f"---\n{text}") == meta.get_data(f"---\n{text}")
