"""Which blocks of a web page are its article: trafilatura's word, held against the page itself."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import trafilatura

from generator.ingest.html.alignment import aligned, letters
from generator.ingest.html.blocks import Block

Element = Any  # an `lxml.etree._Element`; lxml ships no types

_PROSE = 40  # letters; as many in a text that is not all links are a sentence
_SHORTENED = 0.5  # share of the letters; a strict reading that keeps less has lost the article
_MOST_TABLES = 500
_MOST_ELEMENTS = 50_000
_KNOWN = 0.6  # share of the extracted letters that stand in the page; with less, they come from elsewhere
_GAP = 300  # letters between a short block and the article, beyond which they have nothing to do with each other
_INLINE = frozenset({"a", "b", "em", "font", "i", "p", "span", "strong", "u"})
_OUTSIDE = frozenset({"nav", "footer"})
_AROUND = _OUTSIDE | {"aside", "form", "header"}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds wrong is said by us, as problems


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the page is the article.

    Attributes:
        body: For each block, whether it belongs to the article.
        paragraphs: The article where it is not in the page's visible text but in its data; then `body` is all false.
    """

    body: tuple[bool, ...]
    paragraphs: tuple[str, ...] = ()


def choose(tree: Element, blocks: Sequence[Block]) -> Choice:
    """The article's blocks: what trafilatura takes, strictly where the two readings differ, with the gaps filled."""
    keys = [letters(block.text) for block in blocks]
    loose = extracted(tree, precise=False) if _bearable(tree) else ()
    if not loose:
        return _plain(blocks, keys)
    broad = aligned(keys, tuple(map(letters, loose)))
    if _size(keys, broad) < _KNOWN * len(letters("".join(loose))):
        return Choice((False,) * len(blocks), loose)
    narrow = aligned(keys, tuple(map(letters, extracted(tree, precise=True))))
    if _size(keys, narrow) < _SHORTENED * _size(keys, broad):
        narrow = broad
    chosen = _with_lists(blocks, _with_siblings(blocks, keys, _joined(blocks, keys, narrow, broad)))
    return Choice(tuple(_without_strays(blocks, keys, chosen)))


def extracted(tree: Element, *, precise: bool) -> tuple[str, ...]:
    """The pieces of text that trafilatura takes for the article; none where it finds no article."""
    try:
        document = trafilatura.bare_extraction(
            tree, include_comments=False, favor_precision=precise, include_tables=True, output_format="xml"
        )
    except Exception:  # noqa: BLE001 - a stranger's page must not stop the archive, whatever the library raises
        return ()
    body = getattr(document, "body", None)
    return tuple(text for text in body.itertext() if text.strip()) if body is not None else ()


def _bearable(tree: Element) -> bool:
    """Whether trafilatura can be asked: its time grows with the square of a page's tables."""
    tables = sum(1 for _ in islice(tree.iter("table"), _MOST_TABLES + 1))
    return tables <= _MOST_TABLES and sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) <= _MOST_ELEMENTS


def _plain(blocks: Sequence[Block], keys: Sequence[str]) -> Choice:
    """Where no article stands out: the sentences outside of menus and margins; if there are none, every text there."""
    inner = [not any(mark.split(" ", 1)[0] in _AROUND for mark in block.inside) for block in blocks]
    prose = [within and is_prose(block, key) for within, block, key in zip(inner, blocks, keys, strict=True)]
    shown = [within and block.shape not in {"control", "image"} for within, block in zip(inner, blocks, strict=True)]
    return Choice(tuple(prose) if any(prose) else tuple(shown))


def _size(keys: Sequence[str], chosen: Sequence[bool]) -> int:
    return sum(len(key) for key, taken in zip(keys, chosen, strict=True) if taken)


def is_prose(block: Block, key: str) -> bool:
    """Whether the block is long enough for a sentence and not a list of links."""
    return block.shape in {"text", "item"} and len(key) >= _PROSE and block.linked < 0.5


def _container(block: Block) -> tuple[str, ...]:
    """The elements around the block, without those that only mark up its text."""
    inside = block.inside
    while inside and inside[-1].split(" ", 1)[0] in _INLINE:
        inside = inside[:-1]
    return inside


def _joined(blocks: Sequence[Block], keys: Sequence[str], narrow: Sequence[bool], broad: Sequence[bool]) -> list[bool]:
    """The strict reading, and of the broad one what stands between or beside its paragraphs."""
    places = [index for index, taken in enumerate(narrow) if taken and is_prose(blocks[index], keys[index])]
    if not places:
        return list(broad)
    homes = {_container(blocks[index]) for index in places}
    first, last = places[0], places[-1]
    return [
        taken or (wide and (first < index < last or _container(block) in homes))
        for index, (block, taken, wide) in enumerate(zip(blocks, narrow, broad, strict=True))
    ]


def _with_siblings(blocks: Sequence[Block], keys: Sequence[str], chosen: Sequence[bool]) -> list[bool]:
    """With the sentences that stand in the same container as the article's, near to them."""
    taken = list(chosen)
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        home: tuple[str, ...] | None = None
        skipped = 0
        for index in order:
            prose = is_prose(blocks[index], keys[index])
            if prose and not taken[index] and skipped <= _GAP:
                taken[index] = home is not None and _container(blocks[index]) == home
            if prose and taken[index]:
                home, skipped = _container(blocks[index]), 0
            skipped += 0 if taken[index] else len(keys[index])
    return taken


def _with_lists(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """With the lists and tables that stand, in the same container, between two texts of the article."""
    taken = list(chosen)
    last: int | None = None
    for index, block in enumerate(blocks):
        if not chosen[index] or block.shape not in {"text", "heading"}:
            continue
        if last is not None and _container(blocks[last]) == _container(block):
            for between in range(last + 1, index):
                taken[between] |= _is_listed(blocks[between], _container(block))
        last = index
    return taken


def _is_listed(block: Block, home: tuple[str, ...]) -> bool:
    """Whether the block is an item or a row, in this container, and not one of a list of links."""
    return block.shape in {"item", "row"} and block.linked < 0.5 and _container(block) == home


def _without_strays(blocks: Sequence[Block], keys: Sequence[str], chosen: Sequence[bool]) -> Iterator[bool]:
    """Without what stands in menus, and without short pieces far from every sentence of the article."""
    near = _distances(blocks, keys, chosen)
    lone = min(near, default=0) > _GAP  # no sentence at all
    for block, taken, distance in zip(blocks, chosen, near, strict=True):
        outside = any(mark.split(" ", 1)[0] in _OUTSIDE for mark in block.inside)
        yield taken and (distance <= _GAP or lone) and not (outside and block.shape != "text")


def _distances(blocks: Sequence[Block], keys: Sequence[str], chosen: Sequence[bool]) -> list[int]:
    """For each block, the letters that are not the article's between it and the article's nearest sentence."""
    nearest = [len(keys) and 10**9] * len(blocks)
    for order in (range(len(blocks)), reversed(range(len(blocks)))):
        distance = 10**9
        for index in order:
            if chosen[index] and is_prose(blocks[index], keys[index]):
                distance = 0
            elif not chosen[index]:
                distance += len(keys[index])
            nearest[index] = min(nearest[index], distance)
    return nearest
