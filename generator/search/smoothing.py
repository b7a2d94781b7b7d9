"""What a document is about, beyond its own words: its impacts, smoothed by those of the documents most like it.

A word that its neighbors use as well says more of a document than one that it uses alone; and what several of them
say, but it does not, still finds it (Tao et al. 2006; Efron et al. 2012). This happens within a segment, so that a new
document changes no other segment, and it costs a question nothing.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.neighbors import LIGHT, Weights, neighbors, order, ranges, rarity
from generator.search.postings import TOP, Postings
from generator.search.tokens import Numbers, Small

SHARE = 0.5
"""What the neighbors' impacts count, together, against the document's own."""

ADDED = 16
"""Terms that a document gets from its neighbors, at most."""

AGREED = 2
"""Neighbors that must have a term for the document to get it."""

_ROWS = 256
"""Documents whose sums are made at a time."""

_FINE = 256
"""Steps of an impact while they are added up."""

_RAREST = 32
"""No term is as rare, even times all that it may count."""

_VALUE = 24
"""Bits of a sum; the one above says that the document has the term itself."""

_TERM = 28
"""Bits of a term's number."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """Postings by document: the terms of each begin at `start`."""

    start: Numbers
    term: Small
    impact: Small


@dataclass(frozen=True, slots=True)
class _Sums:
    """A term's impacts on a document and its neighbors, added up.

    Attributes:
        document: Its number.
        term: The term's.
        value: The sum, in steps of 1 / `_FINE`.
        own: Whether the document itself does.
    """

    document: Small
    term: Small
    value: Small
    own: NDArray[np.bool_]


class _Found(NamedTuple):
    """Entries that there shall be: document, term, impact, and whether the document itself has the term."""

    document: Small
    term: Small
    impact: NDArray[np.uint8]
    own: NDArray[np.bool_]


def smoothed(posted: Postings, documents: int) -> Postings:
    """The postings with smoothed impacts.

    Terms that a document has from its neighbors only are in none of its fields, and are there no times.
    """
    if not len(posted.document):
        return posted
    found = _found(posted, documents)
    key = found.term.astype(np.int64)
    key *= documents
    key += found.document
    sorted_by_term = order(key)
    del key
    own, term = found.own[sorted_by_term], found.term[sorted_by_term]
    fields, count = np.zeros(len(own), np.uint8), np.zeros(len(own), np.int32)
    fields[own], count[own] = posted.fields, posted.count
    return replace(
        posted,
        start=np.searchsorted(term, np.arange(len(posted.terms) + 1)),
        document=found.document[sorted_by_term],
        impact=found.impact[sorted_by_term].astype(np.int32),
        fields=fields,
        count=count,
    )


def _found(posted: Postings, documents: int) -> _Found:
    """Every entry that there shall be."""
    near, part = neighbors(posted, documents)
    entries = _entries(posted, documents)
    rows = np.hstack([np.arange(documents)[:, None], near])
    scale = np.rint(np.hstack([np.ones((documents, 1)), SHARE * part]) * _FINE).astype(np.int64)
    rare = rarity(posted, documents)
    parts = [
        _chosen(_added_up(entries, rows[first : first + _ROWS], scale[first : first + _ROWS]), rare)
        for first in range(0, documents, _ROWS)
    ]
    return _Found(*map(np.concatenate, zip(*parts, strict=True)))


def _entries(posted: Postings, documents: int) -> _Entries:
    by_document = order(posted.document.astype(np.int64))
    term = np.repeat(np.arange(len(posted.terms), dtype=np.int32), np.diff(posted.start))[by_document]
    start = np.searchsorted(posted.document[by_document], np.arange(documents + 1))
    return _Entries(start, term, posted.impact[by_document])


def _added_up(entries: _Entries, rows: Numbers, scale: Numbers) -> _Sums:
    """The sums over each row of documents, the first of which is the one itself, each scaled by its own number.

    Of the terms that the document has not, those that enough of the others have. One sort of numbers that hold all of
    it is several times as fast as one of keys that values go along with.
    """
    length = (np.diff(entries.start)[rows] * (scale > 0)).ravel()
    at = ranges(entries.start[rows].ravel(), length)
    of_row = np.arange(len(rows))[:, None] << _TERM + _VALUE + 1 | (rows == rows[:, :1]).astype(np.int64) << _VALUE
    packed = np.repeat(scale.ravel(), length) * entries.impact[at]
    packed += np.repeat(of_row.ravel(), length)
    packed += entries.term[at].astype(np.int64) << _VALUE + 1
    packed.sort()
    cell = packed >> _VALUE + 1
    first = np.flatnonzero(np.append(True, cell[1:] != cell[:-1])[: len(cell)])
    last = np.append(first[1:], len(cell)) - 1
    own = packed[last] >> _VALUE & 1 == 1
    kept = np.flatnonzero(own | (last - first >= AGREED - 1))
    return _Sums(
        document=rows[cell[last[kept]] >> _TERM, 0].astype(np.int32),
        term=(cell[last[kept]] & (1 << _TERM) - 1).astype(np.int32),
        value=np.add.reduceat(packed & (1 << _VALUE) - 1, first)[kept].astype(np.int32),
        own=own[kept],
    )


def _chosen(sums: _Sums, rare: Weights) -> _Found:
    """The documents' own terms, and of the others those that say the most."""
    other = np.flatnonzero(~sums.own & (sums.value > 0))
    document, term = sums.document[other], sums.term[other]
    says = (sums.value[other] * rare[term] / (_FINE * TOP * _RAREST) * (1 << LIGHT)).astype(np.int64)
    best = order(document.astype(np.int64) << LIGHT | (1 << LIGHT) - 1 - says)
    rank = np.arange(len(best)) - np.searchsorted(document[best], document[best])
    kept = np.concatenate([np.flatnonzero(sums.own), other[best][rank < ADDED]])
    impact = np.clip(np.rint(sums.value[kept] / (_FINE * (1 + SHARE))), 1, TOP).astype(np.uint8)
    return _Found(sums.document[kept], sums.term[kept], impact, sums.own[kept])
