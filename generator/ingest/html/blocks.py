"""The visible text of a web page as blocks, in reading order: every word once, hidden ones never."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby

from generator.ingest.html.places import Element, Place, Shape, within
from generator.ingest.html.tables import grid, is_data

_INVISIBLE = frozenset({
    "applet", "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "map", "math", "noembed",
    "noframes", "noscript", "object", "script", "style", "svg", "template", "title", "video",
})  # fmt: skip
_BREAKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a block's text and the address it links to, if any."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader sees as one paragraph, heading, list item, table row or caption.

    Attributes:
        shape: What it is.
        cells: Its text as runs; one cell unless it is the row of a table.
        line: Where it begins in the page's source, counted from 1.
        level: Of a heading 1 to 6, of a list item its depth from 1.
        marker: The number of an item in a numbered list, None in another.
        group: The list or table it belongs to, 0 for none.
        quote: The quotation it belongs to, 0 for none.
        articles: The `article` elements around it, by numbers of their own, outermost first.
        home: The number of the innermost part of the page that it stands in.
        inside: Tag, class and id of the elements around it, outermost first.
    """

    shape: Shape
    cells: tuple[tuple[Run, ...], ...]
    line: int = 0
    level: int = 0
    marker: int | None = None
    group: int = 0
    quote: int = 0
    articles: tuple[int, ...] = ()
    home: int = 0
    inside: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words, with single spaces; the cells of a row are parted by tabs."""
        return "\t".join("".join(run.text for run in cell) for cell in self.cells)

    @property
    def linked(self) -> float:
        """The share of the characters that are links, from 0 to 1."""
        runs = [run for cell in self.cells for run in cell]
        return sum(len(run.text) for run in runs if run.url is not None) / max(1, sum(len(run.text) for run in runs))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text in its place; an empty one ends the block."""

    text: str
    place: Place


def blocks(root: Element) -> tuple[Block, ...]:
    """The blocks of the page, in the order of its source."""
    return tuple(_blocks(_pieces(root, count(1))))


def hidden(element: Element) -> bool:
    """Whether a browser shows nothing of the element."""
    if element.tag in _INVISIBLE or element.get("hidden") is not None:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return bool(_UNSEEN.search(element.get("style", "")))


# --- pieces to blocks ----------------------------------------------------------------------------------------


def _blocks(pieces: Iterable[_Piece | Block]) -> Iterator[Block]:
    pending: list[_Piece] = []
    images: list[Block] = []
    seen: set[int] = set()
    for piece in pieces:
        if isinstance(piece, Block) and piece.shape == "image" and pending:
            images.append(piece)  # an image between two words does not tear the sentence
        elif isinstance(piece, Block) or not piece.text:
            yield from (*_block(pending, seen), *images)
            pending, images = [], []
            if isinstance(piece, Block):
                yield piece
        else:
            pending.append(piece)
    yield from (*_block(pending, seen), *images)


def _block(pieces: list[_Piece], seen: set[int]) -> Iterator[Block]:
    """The block that the pieces make; none where they are but white space."""
    place = next((piece.place for piece in pieces if piece.text.strip()), None)
    if place is None:
        return
    first = place.item not in seen
    seen.add(place.item)
    shape = "text" if place.shape == "item" and not first else place.shape
    level = place.level if shape == "heading" else place.depth if shape == "item" else 0
    marker = place.marker if shape == "item" else None
    group = place.group if shape in {"item", "code"} else 0
    cells = (_runs(pieces, keep=shape == "code"),)
    where = (place.quote, place.articles, place.home, place.inside)
    yield Block(shape, cells, place.line, level, marker, group, *where)


def _runs(pieces: Iterable[_Piece], *, keep: bool = False) -> tuple[Run, ...]:
    """The pieces with single spaces between the words and none at the ends; in code white space stays."""
    runs: list[Run] = []
    for url, group in groupby(pieces, key=lambda piece: piece.place.url):
        text = "".join(piece.text for piece in group)
        text = text if keep else _SPACE.sub(" ", text)
        if not keep and (not runs or runs[-1].text.endswith(" ")):
            text = text.lstrip()
        if text:
            runs.append(Run(text, url))
    while runs and not runs[-1].text.strip():
        runs.pop()
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())) if runs else ()


# --- elements to pieces --------------------------------------------------------------------------------------


def _pieces(root: Element, serial: Iterator[int]) -> Iterator[_Piece | Block]:
    """The text of everything shown, in order; an empty piece wherever a line ends."""
    places = [Place()]
    for event, element in _events(root):
        if event == "open":
            places.append(within(places[-1], element, next(serial)))
            yield from _start(element, places[-1])
        elif event == "close":
            yield from _break(element, places.pop())
        elif event == "table":
            yield from _table(element, places[-1], serial)
        elif element.tail:
            yield _Piece(element.tail, places[-1])


def _events(root: Element) -> Iterator[tuple[str, Element]]:
    """`open`, `close` and `tail` of every element shown, `table` for tables of data; of the rest only `tail`."""
    stack: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    yield "open", root
    while stack:
        child = next(stack[-1][1], None)
        if child is None:
            element, _ = stack.pop()
            yield "close", element
            if stack:
                yield "tail", element
        elif isinstance(child.tag, str) and not hidden(child) and not is_data(child):
            stack.append((child, iter(child)))
            yield "open", child
        else:
            if is_data(child) and not hidden(child):
                yield "table", child
            yield "tail", child


def _start(element: Element, place: Place) -> Iterator[_Piece | Block]:
    if element.tag == "img":
        yield from _image(element, place)
    elif element.tag == "br" and (place.shape in {"heading", "item", "code"} or place.url):
        yield _Piece("\n", place)
    else:
        yield from _break(element, place)
    if element.text:
        yield _Piece(element.text, place)


def _break(element: Element, place: Place) -> Iterator[_Piece]:
    if element.tag in _BREAKS and not (
        element.tag == "br" and (place.shape in {"heading", "item", "code"} or place.url)
    ):
        yield _Piece("", place)


def _image(element: Element, place: Place) -> Iterator[_Piece | Block]:
    """An emoji as its character; another image as its description and its address."""
    text = " ".join(element.get("alt", "").split())
    if text and not any(character.isalnum() for character in text):
        yield _Piece(text, place)
    elif text:
        yield Block("image", ((Run(text, element.get("src") or None),),), element.sourceline or 0, inside=place.inside)


def _table(element: Element, place: Place, serial: Iterator[int]) -> Iterator[_Piece | Block]:
    """The caption and the rows of a table of data."""
    group = next(serial)
    inside = within(place, element, group).inside
    yield _Piece("", place)
    for caption in element.iterchildren("caption"):
        yield from _pieces(caption, serial)
    for row, cells in grid(element):
        runs = tuple(_runs(_spaced(cell, serial)) if cell is not None else () for cell in cells)
        if any(runs):
            yield Block("row", runs, row.sourceline or 0, group=group, quote=place.quote, inside=inside)


def _spaced(cell: Element, serial: Iterator[int]) -> Iterator[_Piece]:
    """The pieces of a cell, a space where a line ends."""
    for piece in _pieces(cell, serial):
        if isinstance(piece, _Piece):
            yield piece if piece.text else _Piece(" ", replace(piece.place, url=None))
