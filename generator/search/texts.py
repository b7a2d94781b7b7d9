"""The documents of a segment as shards: what a result shows, in small groups, and a column for each facet."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from generator.model import Page
from generator.search import codec
from generator.search.document import FACETS, Document

GROUP = 4
"""Documents whose texts share a shard: a result costs the others' texts, too; more of them deflate better."""

_encode = msgspec.json.Encoder().encode


def page(name: str, number: int, documents: Sequence[Document]) -> Page:
    """The shard of a group of these documents."""
    return codec.shard(f"{name}/t{number}", (_encode([*map(_text, documents)]),), codec.LESS)


def _text(document: Document) -> list[object]:
    """What a result shows: address, kind, date, title, source, language, and the text as blocks with their anchors."""
    summary = [["", document.summary]] if document.summary else []
    blocks = [[block.anchor, block.text] for block in document.blocks if block.text]
    source = next(iter(document.facets.get("source", ())), "")
    known = [document.url, document.kind, document.date, document.title, source, document.language]
    return [*known, summary + blocks]


def bare(document: Document) -> Document:
    """What the columns are made from: the document without its text, and the values that many have held but once."""
    facets = {name: tuple(map(sys.intern, values)) for name, values in document.facets.items()}
    return replace(document, summary="", blocks=(), entities={}, facets=facets)


def column_pages(name: str, documents: Sequence[Document]) -> Iterator[Page]:
    """The columns: one or several values for each document."""
    yield _column(f"{name}/c-kind", [(document.kind,) for document in documents])
    yield _column(f"{name}/c-date", [(document.date,) if document.date else () for document in documents])
    for facet in FACETS:
        values = [document.facets.get(facet, ()) for document in documents]
        if any(values):
            yield _column(f"{name}/c-{facet}", values)


def facets(documents: Sequence[Document]) -> list[str]:
    """The facets that any of the documents has a value of."""
    return sorted({facet for document in documents for facet, values in document.facets.items() if values})


def _column(name: str, values: Sequence[Sequence[str]]) -> Page:
    """A column: the different values, each on one line, how many each document has, and which."""
    clean = {value: " ".join(value.split()) for each in values for value in each}
    cleaned = [list(dict.fromkeys(map(clean.__getitem__, each))) for each in values]
    different = sorted(set(clean.values()))
    number = {value: at for at, value in enumerate(different)}
    which = [number[value] for each in cleaned for value in each]
    columns = (codec.lines(different), codec.varints([len(each) for each in cleaned]), codec.varints(which))
    return codec.shard(name, columns)
