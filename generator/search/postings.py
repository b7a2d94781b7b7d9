"""Which terms stand in which documents, and how much each says of the document: the impacts of BM25F.

The score of a document is the sum over the question's terms of idf times impact; the idf is known only when all
segments are, so the browser multiplies. An impact is w / (K1 + w), where w adds up a term's occurrences over the
fields, each weighted by its field and by how long that is in this document (Robertson and Zaragoza 2009, section 3.6).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.tokens import FIELDS, Numbers, Small, Tokens

K1 = 1.6
WEIGHTS = np.array([4.0, 2.0, 1.5, 1.5, 1.0, 1.0])
"""How much an occurrence in each field counts."""

LENGTH = np.array([0.6, 0.5, 0.5, 0.5, 0.75, 0.0])
"""How much the length of each field matters, from 0 to 1."""

TOP = 255
"""The impact 1.0, as it is written."""


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
    of_form: Numbers
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
    of_form = np.array([number[form.term] for form in tokens.forms])
    term, order = _by_term(of_form, tokens)
    document = tokens.document[order]
    first = np.flatnonzero((np.diff(term, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0))
    # What adds up runs of an array cannot do so with no run at all.
    summed = np.add.reduceat(_weights(tokens, documents)[order], first) if len(first) else np.zeros(0, np.float32)
    bits = np.left_shift(np.uint8(1), tokens.field[order].astype(np.uint8))
    fields = np.bitwise_or.reduceat(bits, first) if len(first) else bits
    return Postings(
        terms=tuple(terms),
        of_form=of_form,
        start=np.searchsorted(term[first], np.arange(len(terms) + 1)),
        document=document[first],
        impact=np.clip(np.rint(TOP * summed / (K1 + summed)), 1, TOP).astype(np.int32),
        fields=fields,
        count=np.diff(first, append=len(term)).astype(np.int32),
        position=tokens.position[order],
        frequency=np.bincount(tokens.form, minlength=len(tokens.forms)),
    )


def _by_term(of_form: Numbers, tokens: Tokens) -> tuple[Small, Small]:
    """The tokens' terms in order, and the tokens' numbers; of one term, in the order of the text.

    Sorting numbers that hold both takes a fraction of the time of sorting the one by the other.
    """
    width = np.int64(max(1, len(tokens.form)).bit_length())
    packed = of_form[tokens.form]
    packed <<= width
    packed |= np.arange(len(packed))
    packed.sort()
    return (packed >> width).astype(np.int32), (packed & ((np.int64(1) << width) - 1)).astype(np.int32)


def _weights(tokens: Tokens, documents: int) -> NDArray[np.float32]:
    """What each token counts."""
    cell = tokens.document * np.int32(len(FIELDS)) + tokens.field
    lengths = np.bincount(cell, minlength=documents * len(FIELDS)).reshape(documents, -1)
    relative = lengths / _steady(lengths.mean(axis=0))
    weight: NDArray[np.float32] = (WEIGHTS / (1 - LENGTH + LENGTH * relative)).astype(np.float32).ravel()[cell]
    return weight


def _steady(average: NDArray[np.float64]) -> NDArray[np.float64]:
    """The average in steps of a fifth, so that one more document does not change the impacts of all others."""
    steps: NDArray[np.float64] = np.rint(4 * np.log2(np.maximum(average, 1)))
    return np.asarray(2.0 ** (steps / 4))
