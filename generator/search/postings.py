"""Which terms stand in which documents, and how much each says of the document: the impacts of BM25F.

The score of a document is the sum over the question's terms of idf times impact; the idf is known only when all
segments are, so the browser multiplies. An impact is w / (K1 + w), where w adds up a term's occurrences over the
fields, each weighted by its field and by how long that is in this document (Robertson and Zaragoza 2009, section 3.6).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.search.tokens import FIELDS, Numbers, Small, Tokens

N = TypeVar("N", bound=np.generic)

K1 = 1.6
WEIGHTS = np.array([4.0, 2.0, 1.5, 1.5, 1.0, 1.0])
"""How much an occurrence in each field counts."""

LENGTH = np.array([0.6, 0.5, 0.5, 0.5, 0.75, 0.0])
"""How much the length of each field matters, from 0 to 1."""

TOP = 255
"""The impact 1.0, as it is written."""

_AT_ONCE = 1 << 19
"""Tokens that are sorted at a time, but for those of one term, which are always together."""


@dataclass(frozen=True, slots=True)
class Postings:
    """One entry for each term and document it stands in, ordered by both.

    Attributes:
        terms: The terms, in alphabetical order.
        of_form: The term's number for each of the tokens' forms.
        start: Where each term's entries begin, and at the end where the last one's end.
        document: Of each entry.
        impact: Of each entry, from 1 to TOP.
        fields: Of each entry, a bit for each field the term stands in.
        count: Of each entry, how often the term stands in the document.
        position: Where it does, of all entries one after the other, ascending in each.
        frequency: How often each form occurs.
    """

    terms: tuple[str, ...]
    of_form: Small
    start: Numbers
    document: Small
    impact: Small
    fields: NDArray[np.uint8]
    count: Small
    position: Small
    frequency: Numbers


def postings(tokens: Tokens, documents: int) -> Postings:
    """The postings of these tokens of so many documents."""
    terms = sorted({form.term for form in tokens.forms})
    number = {term: at for at, term in enumerate(terms)}
    of_form = np.array([number[form.term] for form in tokens.forms], np.int32)
    parts = _parts(of_form, tokens, _weights(tokens, documents))
    having, document, impact, fields, count, position = map(np.concatenate, zip(*parts, strict=True))
    frequency = np.bincount(tokens.form, minlength=len(tokens.forms))
    start = np.append(0, np.cumsum(having))
    return Postings(tuple(terms), of_form, start, document, impact, fields, count, position, frequency)


_Part = tuple[Numbers, Small, Small, NDArray[np.uint8], Small, Small]
"""Of a range of terms, how many entries each has; and of these all that postings tell, from the document on."""


def _parts(of_form: Small, tokens: Tokens, weights: NDArray[np.float32]) -> Iterator[_Part]:
    """The entries of one range of terms after the other: what is sorted takes several times the room of what stays."""
    term = of_form[tokens.form]
    ends = np.cumsum(np.bincount(term, minlength=int(of_form.max()) + 1))
    cuts = np.searchsorted(ends, np.arange(_AT_ONCE, len(term), _AT_ONCE), side="right").tolist()
    for low, high in pairwise(dict.fromkeys((0, *cuts, len(ends)))):
        here = np.flatnonzero((term >= low) & (term < high)).astype(np.int32)
        yield _part(term[here] - np.int32(low), high - low, here, tokens, weights)


def _part(term: Small, terms: int, here: Small, tokens: Tokens, weights: NDArray[np.float32]) -> _Part:
    term, order = _by_term(term, here)
    document = tokens.document[order]
    first = np.flatnonzero((np.diff(term, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0))
    field = tokens.field[order]
    summed = _each_run(np.add, weights[document, field], first)
    bits = np.left_shift(np.uint8(1), field.astype(np.uint8))
    return (
        np.bincount(term[first], minlength=terms),
        document[first],
        np.clip(np.rint(TOP * summed / (K1 + summed)), 1, TOP).astype(np.int32),
        _each_run(np.bitwise_or, bits, first),
        np.diff(first, append=len(term)).astype(np.int32),
        tokens.position[order],
    )


def _each_run(combine: np.ufunc, values: NDArray[N], first: Numbers) -> NDArray[N]:
    """The values of each run, from one of the first to the next, combined; numpy cannot do so with no run at all."""
    return combine.reduceat(values, first) if len(first) else values


def _by_term(term: Small, here: Small) -> tuple[Small, Small]:
    """The terms in order, and the tokens that they are of; of one term, in the order of the text.

    Sorting numbers that hold both takes a fraction of the time of sorting the one by the other.
    """
    width = np.int64(len(term).bit_length())
    packed = term.astype(np.int64) << width | np.arange(len(term))
    packed.sort()
    return (packed >> width).astype(np.int32), here[packed & ((np.int64(1) << width) - 1)]


def _weights(tokens: Tokens, documents: int) -> NDArray[np.float32]:
    """What a token counts, by its document and field."""
    cell = tokens.document * np.int32(len(FIELDS)) + tokens.field
    lengths = np.bincount(cell, minlength=documents * len(FIELDS)).reshape(documents, -1)
    relative = lengths / _steady(lengths.mean(axis=0))
    weight: NDArray[np.float32] = (WEIGHTS / (1 - LENGTH + LENGTH * relative)).astype(np.float32)
    return weight


def _steady(average: NDArray[np.float64]) -> NDArray[np.float64]:
    """The average in steps of a fifth, so that one more document does not change the impacts of all others."""
    steps: NDArray[np.float64] = np.rint(4 * np.log2(np.maximum(average, 1)))
    return np.asarray(2.0 ** (steps / 4))
