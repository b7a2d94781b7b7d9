"""The guide's hand-written pages as documents: they are found as articles are."""

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify

from generator import passages
from generator.model import Source
from generator.search.document import Block, Document

_FRONT = re.compile(r"\A---\n(?P<front>.*?)^---$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"""^title:\s*(?P<title>.*)$""", re.MULTILINE)
_HEADING = re.compile(r"#{1,6} +(?P<text>[^\n]*)")
_HIDDEN = re.compile(r"<[^<>\n]{1,400}>|^-+8<-+[^\n]*$", re.MULTILINE)
_ROW = re.compile(r"\n(?=\|)")


def document(source: Source) -> Document:
    """The page as it reads; the anchors are those that MkDocs gives its headings."""
    text = source.data.decode("utf-8", "replace").replace("\r\n", "\n")
    front = _FRONT.match(text)
    blocks = list(_blocks(text[front.end() :] if front else text))
    named = _TITLE.search(front["front"]) if front else None
    heading = next((block.text for block in blocks if block.heading), source.path)
    return Document(
        id=f"guide/{source.path}",
        url=f"{source.path.removeprefix('docs/').removesuffix('.md')}.html",
        kind="guide",
        title=named["title"].strip("\"' ") if named else heading,
        blocks=tuple(block for block in blocks if block.text),
    )


def _blocks(text: str) -> Iterator[Block]:
    """Every paragraph, heading and row of a table, with the anchor of the heading it stands under."""
    anchor, seen = "", set[str]()
    for start, end in passages.blocks(text):
        heading = _HEADING.match(text, start, end)
        if heading:
            anchor = _unique(slugify(passages.plain(heading["text"]), "-"), seen)
        for row in _ROW.split(text[start:end]):
            yield Block(" ".join(passages.plain(_HIDDEN.sub("", row)).split()), anchor, bool(heading))


def _unique(anchor: str, seen: set[str]) -> str:
    """The anchor, numbered where a heading before has it."""
    number, free = 0, anchor
    while free in seen:
        number += 1
        free = f"{anchor}_{number}"
    seen.add(free)
    return free
