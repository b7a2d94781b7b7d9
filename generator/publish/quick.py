r"""The Markdown that the generator writes, as the HTML that Python-Markdown makes of it, in a tenth of the time.

Python-Markdown knows every construct that people write, and looks for each of them everywhere. The generated pages
hold few: paragraphs of one line, headings, lists, tables, quotes and blocks of HTML, with links, escapes, entities,
strong words and a few tags inside the lines. A page that has anything else is not for this module, which then says so.
Not a byte may differ; the tests set the two side by side.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

from generator.publish import inline
from generator.publish.inline import OtherError

Resolve = Callable[[str], str | None]
"""The address that a link to a source has on the site; None where that is for MkDocs to say."""


@dataclass(frozen=True, slots=True)
class Permalink:
    """How headings link to themselves: the link's text and its title, as HTML."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Quick:
    """A page as HTML, its headings as Python-Markdown's `toc_tokens`, and the ids that can be linked to."""

    html: str
    headings: list[Any]
    ids: frozenset[str]


def convert(text: str, resolve: Resolve, permalink: Permalink) -> Quick | None:
    """The page as HTML; None where it has anything that only Python-Markdown knows how to convert."""
    if not text.strip() or any(mark in text for mark in _FOREIGN) or _SPACES.search(f"\n{text}\n"):
        return None
    try:
        return _converted(text.strip("\n"), _Page(resolve, permalink))
    except OtherError:
        return None


# Tabs, what ends a line, the characters that Python-Markdown sets things aside with, fences, included files.
_FOREIGN = (*"\t\r\x02\x03\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "```", "~~~", "-8<-")
_SPACES = re.compile(r"\n +\n")


@dataclass
class _Page:
    """What is met while a page is converted."""

    resolve: Resolve
    permalink: Permalink
    addresses: dict[str, str] = field(default_factory=dict)
    headings: list[Any] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    counters: dict[str, int] = field(default_factory=dict)

    def address(self, link: str) -> str:
        """The address on the site of what a link points to."""
        known = self.addresses.get(link)
        if known is None:
            known = self.resolve(link)
            if known is None:
                raise OtherError
            self.addresses[link] = known
        return known


def _converted(text: str, page: _Page) -> Quick:
    parts: list[str] = []
    for kind, run in groupby(_BLANK.split(text), _kind):
        blocks = list(run)
        if len(blocks) > 1 and kind == "list":
            parts.append(_loose_list(blocks, page))
        elif len(blocks) > 1 and kind == "quote":
            raise OtherError  # quotes in a row are one to Python-Markdown
        else:
            parts += [_CONVERT[kind](block, page) for block in blocks]
    joined = "".join(parts).strip()
    raw = frozenset(_ID.findall(text))
    return Quick(joined, nest_toc_tokens(page.headings), frozenset(page.ids) | raw)


_ID = re.compile(r'<[a-z][^<>]* id="([^"]*)"')
_BLANK = re.compile(r"\n\n+")


def _kind(block: str) -> str:
    """What kind of block it is; each is known by its first character."""
    first = block[:1]
    if first == "<":
        return "html"
    if first == "#":
        return "heading"
    if block.startswith(("- ", "1. ", "    - ")):
        return "list"
    if first == "|":
        return "table"
    return "quote" if first == ">" else "paragraph"


# --- blocks --------------------------------------------------------------------------------------------------


_EMPTY = re.compile(r'<div (?:class|id)="[\w -]+"></div>')
_TAG = re.compile(r"<(/?)([a-z]+)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>")
_OUTER = re.compile(r"<(div|p|ol|details)[ >]")
_VOID = frozenset({"br"})


def _html(block: str, _page: _Page) -> str:
    """A block of HTML, as it is, where its tags are well nested and it is one element."""
    if not _EMPTY.fullmatch(block):
        _check_element(block)
    return f"{block}\n\n"


def _check_element(block: str) -> None:
    outer = _OUTER.match(block)
    if (
        not outer
        or not block.endswith(f"</{outer[1]}>")
        or inline.REFERENCES.search(block)
        or "<" in _TAG.sub("", block)
    ):
        raise OtherError
    open_tags: list[str] = []
    for tag in _TAG.finditer(block):
        if tag[1] and (not open_tags or open_tags.pop() != tag[2]):
            raise OtherError
        if not tag[1] and tag[2] not in _VOID:
            open_tags.append(tag[2])
        if not open_tags and tag.end() != len(block):
            raise OtherError
    if open_tags:
        raise OtherError


_HEADING = re.compile(r"(#{1,6}) ([^\s#](?:[^\n]*[^\s#\\])?)")


def _heading(block: str, page: _Page) -> str:
    found = _HEADING.fullmatch(block)
    # An escaped sign is one thing on the page and another in the table of contents.
    if not found or "\\>" in block:
        raise OtherError
    level, inner = len(found[1]), inline.line(found[2], page.address)
    name = strip_tags(inner)
    key = unique(slugify(html.unescape(name), "-"), page.ids, page.counters)  # type: ignore[call-arg]
    page.ids.add(key)
    page.headings.append({"level": level, "id": key, "name": name, "html": inner, "data-toc-label": ""})
    link = f'<a class="headerlink" href="#{key}" title="{page.permalink.title}">{page.permalink.text}</a>'
    return f'<h{level} id="{key}">{inner}{link}</h{level}>\n'


# What Python-Markdown might take for the beginning of another block.
_OPENING = re.compile(r"[\s#>+=_|:-]|\*(?!\*)|\d+[.)]|\[[^\]]*\]:")


def _paragraph(block: str, page: _Page) -> str:
    if not block or "\n" in block or _OPENING.match(block) or block != block.strip():
        raise OtherError
    return f"<p>{inline.line(block, page.address)}</p>\n"


def _quote(block: str, page: _Page) -> str:
    if not block.startswith("> "):
        raise OtherError
    return f"<blockquote>\n{_paragraph(block[2:], page)}</blockquote>\n"


def _list(block: str, page: _Page) -> str:
    """A list whose items are lines; a line may go on on the next ones after a forced break."""
    tag, mark = ("ol", _NUMBER) if block[0] == "1" else ("ul", _BULLET)
    items: list[list[str]] = []
    for line in block.split("\n"):
        begun = mark.match(line)
        if begun:
            items.append([line[begun.end() :]])
        elif items and line.startswith("    <") and items[-1][-1].endswith("  "):
            items[-1].append(line)
        else:
            raise OtherError
    return f"<{tag}>\n{''.join(_item(item, page) for item in items)}</{tag}>\n"


def _loose_list(blocks: Sequence[str], page: _Page) -> str:
    """A list whose items are blocks, each with a list of its own below it or without one."""
    items: list[tuple[str, str]] = []
    for block in blocks:
        if block.startswith("    - ") and items and not items[-1][1]:
            items[-1] = (items[-1][0], _list(_outdented(block), page))
        elif block.startswith("- ") and "\n- " not in block:
            items.append((_list(block, page)[len("<ul>\n<li>") : -len("</li>\n</ul>\n")], ""))
        else:
            raise OtherError
    return "<ul>\n" + "".join(f"<li>\n<p>{text}</p>\n{below}</li>\n" for text, below in items) + "</ul>\n"


def _outdented(block: str) -> str:
    lines = block.split("\n")
    if not all(line.startswith("    - ") for line in lines):
        raise OtherError
    return "\n".join(line[4:] for line in lines)


_BULLET = re.compile(r"- (?=\S)")
_NUMBER = re.compile(r"\d+\. (?=\S)")


def _item(lines: Sequence[str], page: _Page) -> str:
    if len(lines) == 1:
        return f"<li>{_words(lines[0], page)}</li>\n"
    first, *rest = (line.rstrip(" ") for line in lines)
    if _OPENING.match(first) or lines[-1] != lines[-1].rstrip() or any(line.endswith("   ") for line in lines):
        raise OtherError
    inside = "<br />\n".join(
        [inline.line(first, page.address), *(f"    {inline.line(more[4:], page.address)}" for more in rest)]
    )
    return f"<li>{inside}</li>\n"


def _words(text: str, page: _Page) -> str:
    """Text that could begin no block, and does not end with spaces."""
    if _OPENING.match(text) or text != text.rstrip():
        raise OtherError
    return inline.line(text, page.address)


_RULE = re.compile(r"\|(?: --- \|)+")


def _table(block: str, page: _Page) -> str:
    head, rule, *rows = block.split("\n") if "\n" in block else (block, "")
    cells = [*_cells(head)]
    if not _RULE.fullmatch(rule) or rule.count("---") != len(cells) or "`" in block or "\\|" in block:
        raise OtherError
    body = "".join(_row("td", [*_cells(row)], len(cells), page) for row in rows)
    top = _row("th", cells, len(cells), page)
    return f"<table>\n<thead>\n{top}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _cells(row: str) -> Iterator[str]:
    if not (row.startswith("| ") and row.endswith(" |")) or row == "| |":
        raise OtherError
    yield from (cell.strip(" ") for cell in row[1:-1].split("|"))


def _row(tag: str, cells: Sequence[str], number: int, page: _Page) -> str:
    if len(cells) != number:
        raise OtherError
    return "<tr>\n" + "".join(f"<{tag}>{inline.line(cell, page.address)}</{tag}>\n" for cell in cells) + "</tr>\n"


_CONVERT: dict[str, Callable[[str, _Page], str]] = {
    "html": _html,
    "heading": _heading,
    "list": _list,
    "table": _table,
    "quote": _quote,
    "paragraph": _paragraph,
}
