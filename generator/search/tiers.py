"""A term's entries, cut into tiers by impact: what says the most of its documents comes first, and may be enough.

A frequent term stands in thousands of documents, and a question shows ten. Each tier comes with the greatest impact of
the next, so the browser knows when no entry that it has not loaded can change the ten (Fagin, Lotem and Naor 2003).
"""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from generator.search.neighbors import order, ranges
from generator.search.postings import TOP, Postings
from generator.search.tokens import Numbers, Small

SIZES = (512, 2048)
"""Entries of a term in the first tiers; the last tier has all others."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of every term that has it, a row for each; in a row, the entries are in the order of the documents.

    Attributes:
        term: The number of each row's term, ascending.
        start: Where each row's entries begin, and at the end where the last one's end.
        document: Of each entry.
        impact: Of each entry.
        fields: Of each entry, a bit for each field the term stands in.
        count: Of each entry, how often the term stands in the document.
        position: Where it does, of all entries one after the other.
    """

    term: Numbers
    start: Numbers
    document: Small
    impact: Small
    fields: NDArray[np.uint8]
    count: Small
    position: Small

    def greatest(self) -> Small:
        """The greatest impact of each row; none of the rows may be empty."""
        return np.maximum.reduceat(self.impact, self.start[:-1]) if len(self.term) else self.impact


def cut(posted: Postings) -> tuple[Tier, ...]:
    """The tiers; the first has a row for every term, the others for those that have more entries, as far as any has."""
    tier = _tier(posted)
    return tuple(_only(posted, tier == number, every=not number) for number in range(int(tier.max(initial=0)) + 1))


def _tier(posted: Postings) -> NDArray[np.int8]:
    """The tier of each entry, by its place among those of its term: the greatest impact first, of equal ones the last.

    The last of equal ones is the newest document, which is shown first.
    """
    found = np.zeros(len(posted.document), np.int8)
    length = np.diff(posted.start)
    long = np.flatnonzero(length > SIZES[0])
    entry = ranges(posted.start[long], length[long])
    key = np.repeat(np.arange(len(long)) * (TOP + 1), length[long]) + TOP - posted.impact[entry]
    ranked = entry[::-1][order(key[::-1])]
    found[ranked] = np.searchsorted(list(accumulate(SIZES)), ranges(np.zeros_like(long), length[long]), side="right")
    return found


def _only(posted: Postings, kept: NDArray[np.bool_], *, every: bool) -> Tier:
    """The entries that are kept, in rows: one for every term, or for those that have any."""
    start = np.append(0, np.cumsum(kept))[posted.start]
    term = np.arange(len(posted.terms)) if every else np.flatnonzero(np.diff(start))
    return Tier(
        term=term,
        start=np.append(start[term], start[-1]),
        document=posted.document[kept],
        impact=posted.impact[kept],
        fields=posted.fields[kept],
        count=posted.count[kept],
        position=posted.position[np.repeat(kept, posted.count)],
    )
