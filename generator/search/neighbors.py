"""Which documents of a segment are alike: the cosine of their impacts, over the terms that tell documents apart."""

import numpy as np
from numpy.typing import NDArray

from generator.search.postings import Postings
from generator.search.tokens import Numbers, Small

MOST = 8
"""Neighbors of a document."""

SEARCHED = 32
"""Of a document's terms, those that neighbors are looked for by: the heaviest."""

COMMON = 200
"""A term of more documents tells none apart; nor does one of a single document."""

CLOSE = 0.1
"""The cosine of a sure neighbor; where even the nearest stays below, all of them count less."""

LIGHT = 18
"""Bits of a weight while the heaviest are looked for; the lightest come last."""

_PLACE = 28
"""Bits of a place in an array."""

_CELLS = 1 << 20
"""Pairs of documents compared at a time."""

_FINE = 1 << 20
"""Steps of a cosine, so that equal ones are told apart by the document's number."""

Weights = NDArray[np.float64]


def neighbors(posted: Postings, documents: int) -> tuple[Numbers, Weights]:
    """Of each document the ones most like it, and the part that each has among them.

    Returns:
        Two arrays of `MOST` columns, or fewer where there are not so many documents, and of a row for each document;
        the parts of a row add up to 1 at most.
    """
    weight = _weights(posted, documents)
    step = max(1, _CELLS // documents)
    looked = _heaviest(posted.document, weight)
    bounds = np.searchsorted(posted.document[looked], np.arange(0, documents + step, step))
    found = [
        _nearest(_cosines(posted, weight, looked[begin:end], range(row, min(row + step, documents)), documents))
        for row, begin, end in zip(range(0, documents, step), bounds, bounds[1:], strict=False)
    ]
    near, cosine = (np.concatenate(column) for column in zip(*found, strict=True))
    sure = np.minimum(1, cosine.max(axis=1, keepdims=True) / CLOSE)
    total = np.maximum(cosine.sum(axis=1, keepdims=True), 1 / _FINE)
    return near, sure * cosine / total


def rarity(posted: Postings, documents: int) -> Weights:
    """How much each term says, by how few of the segment's documents it stands in (Robertson and Zaragoza 2009)."""
    having = np.diff(posted.start)
    exact = np.log1p((documents - having + 0.5) / (having + 0.5))
    # In steps, so that no machine's logarithm makes an order of its own.
    return np.asarray(np.rint(64 * exact) / 64)


def _telling(posted: Postings, documents: int) -> Weights:
    having = np.diff(posted.start)
    return np.where((having > 1) & (having <= COMMON), rarity(posted, documents), 0.0)


def _weights(posted: Postings, documents: int) -> Weights:
    """What each entry weighs: those of each document are a vector of the length 1."""
    weight = np.repeat(_telling(posted, documents), np.diff(posted.start))
    weight *= posted.impact
    length = np.sqrt(np.bincount(posted.document, weight * weight))
    length[length == 0] = 1
    weight /= length[posted.document]
    return weight


def _heaviest(document: Small, weight: Weights) -> Small:
    """The entries that neighbors are looked for by, in the order of the documents."""
    some = np.flatnonzero(weight > 0).astype(np.int32)
    key = np.rint((1 - weight[some]) * ((1 << LIGHT) - 1)).astype(np.int64)
    key |= document[some].astype(np.int64) << LIGHT
    by_weight = some[order(key)]
    first = np.searchsorted(document[by_weight], document[by_weight])
    return by_weight[np.arange(len(by_weight)) - first < SEARCHED]


def _cosines(posted: Postings, weight: Weights, looked: Small, rows: range, documents: int) -> Weights:
    """How like each of the documents of the rows is to every document; to itself not at all."""
    term = np.searchsorted(posted.start, looked, side="right") - 1
    having = np.diff(posted.start)[term]
    other = ranges(posted.start[term], having)
    row = posted.document[looked].astype(np.int64) - rows.start
    cell = np.repeat(row * documents, having) + posted.document[other]
    both = np.repeat(weight[looked], having) * weight[other]
    found = np.asarray(np.bincount(cell, both, len(rows) * documents), np.float64).reshape(-1, documents)
    found[np.arange(len(rows)), np.array(rows)] = 0
    return found


def _nearest(cosine: Weights) -> tuple[Numbers, Weights]:
    """The columns of the highest cosines of each row, the lowest column where they are equal; and these cosines."""
    documents = cosine.shape[1]
    key = np.rint(cosine * _FINE).astype(np.int64) * documents + np.arange(documents)[::-1]
    most = min(MOST, documents)
    best = np.sort(np.partition(key, documents - most, axis=1)[:, documents - most :], axis=1)
    return documents - 1 - best % documents, (best // documents) / _FINE


def order(key: Numbers) -> Small:
    """The places of the keys, of numbers below 2**35, in ascending order, equal ones as they stand.

    The keys are used up, so that there is room for few numbers more than there are keys.
    A sort of numbers that hold key and place is several times as fast as one that takes the places along.
    """
    key <<= _PLACE
    key |= np.arange(len(key))
    key.sort()
    key &= (1 << _PLACE) - 1
    return key.astype(np.int32)


def ranges(start: Numbers, length: Numbers) -> Numbers:
    """The numbers of several ranges, one after the other."""
    before = np.cumsum(length) - length
    return np.asarray(np.arange(int(length.sum())) + np.repeat(start - before, length))
