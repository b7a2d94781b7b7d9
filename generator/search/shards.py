"""A segment as shards: the dictionary, the postings, the documents' texts, and a column for each facet."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.model import Page
from generator.search import codec, segment
from generator.search.document import FACETS, Document
from generator.search.postings import Postings, postings
from generator.search.tokens import Numbers, Tokens, tokens

GROUP = 4
"""Documents whose texts share a shard: a result costs the others' texts, too; more of them deflate better."""

FORMS = 1536
"""Words in a shard of the dictionary."""

ENTRIES = 12_288
"""Entries in a shard of postings, unless one term alone has more."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The shards of a segment, and what the root says of it."""

    pages: tuple[Page, ...]
    entry: dict[str, object]


def shards(documents: Sequence[Document]) -> Segment:
    """The index of these documents, complete in itself."""
    name = segment.name(documents[0])
    found = tokens(documents)
    posted = postings(found, len(documents))
    forms = _ordered(found, posted)
    starts = _starts(posted)
    pages = [
        *_dictionary(name, found, posted, forms),
        *_postings(name, posted, starts),
        *_texts(name, documents),
        *_columns(name, documents),
    ]
    entry = {
        "name": name,
        "documents": len(documents),
        "words": [found.forms[at].surface for at in forms[::FORMS]],
        "terms": starts.tolist(),
        "facets": sorted({facet for document in documents for facet in document.facets}),
        "kinds": sorted({document.kind for document in documents}),
    }
    return Segment(tuple(pages), entry)


# --- the dictionary: every form that was met, in alphabetical order ------------------------------------------------


def _ordered(found: Tokens, posted: Postings) -> list[int]:
    """The forms that occur, by surface and term."""
    return sorted(
        np.flatnonzero(posted.frequency).tolist(), key=lambda at: (found.forms[at].surface, posted.of_form[at])
    )


def _dictionary(name: str, found: Tokens, posted: Postings, forms: Sequence[int]) -> Iterator[Page]:
    for number, start in enumerate(range(0, len(forms), FORMS)):
        here = np.array(forms[start : start + FORMS])
        surfaces = [found.forms[at].surface for at in here]
        shared = [0, *(_shared(one, other) for one, other in pairwise(surfaces))]
        terms = posted.of_form[here]
        yield codec.shard(
            f"{name}/d{number}",
            (
                codec.varints(shared),
                codec.lines(surface[same:] for surface, same in zip(surfaces, shared, strict=True)),
                codec.varints(codec.zigzag(np.diff(terms, prepend=0))),
                codec.varints(np.diff(posted.start)[terms]),
                codec.varints(posted.frequency[here]),
            ),
        )


def _shared(one: str, other: str) -> int:
    """How many characters two words begin with in common."""
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)


# --- the postings ---------------------------------------------------------------------------------------------------


def _starts(posted: Postings) -> Numbers:
    """The first term of each shard of postings."""
    firsts, begin = [0], 0
    ends = posted.start.tolist()
    for term in range(len(posted.terms)):
        if ends[term + 1] - begin > ENTRIES and term > firsts[-1]:
            firsts.append(term)
            begin = ends[term]
    return np.array(firsts)


def _postings(name: str, posted: Postings, starts: Numbers) -> Iterator[Page]:
    step = np.diff(posted.document, prepend=0)
    firsts = posted.start[:-1][np.diff(posted.start) > 0]
    step[firsts] = posted.document[firsts]
    ends = [*starts[1:].tolist(), len(posted.terms)]
    for number, (first, end) in enumerate(zip(starts.tolist(), ends, strict=True)):
        begin, stop = posted.start[first], posted.start[end]
        yield codec.shard(
            f"{name}/p{number}",
            (
                codec.varints(np.diff(posted.start[first : end + 1])),
                codec.varints(step[begin:stop]),
                posted.impact[begin:stop].astype(np.uint8).tobytes(),
                posted.fields[begin:stop].astype(np.uint8).tobytes(),
            ),
        )


# --- the documents --------------------------------------------------------------------------------------------------


def _texts(name: str, documents: Sequence[Document]) -> Iterator[Page]:
    for number, start in enumerate(range(0, len(documents), GROUP)):
        group = [_text(document) for document in documents[start : start + GROUP]]
        written = json.dumps(group, ensure_ascii=False, separators=(",", ":"))
        yield codec.shard(f"{name}/t{number}", (written.encode("utf-8", "replace"),))


def _text(document: Document) -> list[object]:
    """What a result shows: address, kind, date, title, other names, and the text as blocks with their anchors."""
    summary = [["", document.summary]] if document.summary else []
    blocks = [[block.anchor, block.text] for block in document.blocks if block.text]
    return [document.url, document.kind, document.date, document.title, list(document.names), summary + blocks]


# --- the columns: one value or several for each document -------------------------------------------------------------


def _columns(name: str, documents: Sequence[Document]) -> Iterator[Page]:
    yield _column(f"{name}/c-kind", [(document.kind,) for document in documents])
    yield _column(f"{name}/c-date", [(document.date,) if document.date else () for document in documents])
    for facet in FACETS:
        values = [document.facets.get(facet, ()) for document in documents]
        if any(values):
            yield _column(f"{name}/c-{facet}", values)


def _column(name: str, values: Sequence[Sequence[str]]) -> Page:
    """A column: the different values, how many each document has, and which."""
    different = sorted({value for each in values for value in each})
    number = {value: at for at, value in enumerate(different)}
    counts = [len(each) for each in values]
    which = [number[value] for each in values for value in each]
    return codec.shard(name, (codec.lines(_single(different)), codec.varints(counts), codec.varints(which)))


def _single(texts: Iterable[str]) -> Iterator[str]:
    """The texts, each on one line."""
    return (" ".join(text.split()) for text in texts)
