"""A segment as shards: the dictionary, the postings, the documents' texts, and a column for each facet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain, islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.model import Page
from generator.search import codec, dictionary, segment, texts, tiers
from generator.search.document import Document
from generator.search.postings import TOP, Postings, postings
from generator.search.smoothing import smoothed
from generator.search.tiers import Tier
from generator.search.tokens import Form, Numbers, Small, tokens

ENTRIES = 1280
"""Entries in a shard of postings, unless one tier of a term alone has more; a word costs its neighbors' as well.

In those of later tiers, which fewer questions need, it is twice as many.
"""

TOGETHER = 4
"""Shards of postings whose positions share a shard: these are for phrases only."""

STEP = 4
"""Impacts are written in steps: fewer different ones deflate better, and rank as well."""

ALONE = 0.7
"""What impacts count that are not smoothed, so that they are about as high as those that are."""


Columns = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """The shards of a segment, and what the root says of it."""

    pages: tuple[Page, ...]
    entry: dict[str, object]


def of(documents: Iterable[Document]) -> Segment:
    """The index of these documents, complete in itself; they are asked for a few at a time, and no text is kept."""
    bare: list[Document] = []
    shown: list[Page] = []
    met, posted = _posted(_passing(documents, bare, shown), bare)
    name = segment.name(bare[0])
    forms = dictionary.forms(met, posted)
    backwards = dictionary.backwards(met, forms)
    names = dictionary.names(bare)
    words = tuple(dictionary.pages(name, met, posted, forms))
    written = _written(posted, bare)
    del posted  # which takes as much room as what is written
    cut = tiers.cut(written)
    del written
    firsts = _firsts(cut)
    pages = (
        *words,
        *dictionary.backward_pages(name, backwards),
        *dictionary.name_pages(name, names, bare),
        *_postings(name, cut, firsts),
        *shown,
        *texts.column_pages(name, bare),
    )
    entry: dict[str, object] = {
        "name": name,
        "stamp": _stamp(pages),
        "documents": len(bare),
        "undated": sum(not document.date for document in bare),
        "words": dictionary.first_words(met, forms),
        "backwards": backwards[:: dictionary.BACKWARDS],
        "names": [key for key, _, _ in names[:: dictionary.FORMS]],
        "tiers": [np.diff(each, prepend=0).tolist() for each in firsts],
        "facets": texts.facets(bare),
    }
    return Segment(pages, entry)


def _passing(documents: Iterable[Document], bare: list[Document], shown: list[Page]) -> Iterator[Document]:
    """The documents; as they come by, the shards of their texts are made, and what is left of them is kept."""
    rest = iter(documents)
    while group := list(islice(rest, texts.GROUP)):
        bare += map(texts.bare, group)
        shown.append(texts.page(segment.name(bare[0]), len(shown), group))
        yield from group


def _posted(documents: Iterable[Document], bare: Sequence[Document]) -> tuple[tuple[Form, ...], Postings]:
    """The forms of the documents' words, and the postings; of the words themselves nothing is kept."""
    found = tokens(documents)
    return found.forms, postings(found, len(bare))


def _stamp(pages: Sequence[Page]) -> str:
    """A digest of what the shards hold."""
    found = blake2b(digest_size=4)
    for page in pages:
        found.update(page.data)
    return found.hexdigest()


def _written(posted: Postings, documents: Sequence[Document]) -> Postings:
    """The postings with the impacts that ranking uses: those of articles smoothed, all in fewer steps."""
    articles = any(document.kind == "articles" for document in documents)
    shown = smoothed(posted, len(documents)) if articles else posted
    scale = 1 if articles else ALONE
    steps = np.rint(scale * shown.impact / STEP).astype(np.int32)
    return replace(shown, impact=np.clip(steps * STEP, STEP, TOP))


def _firsts(cut: Sequence[Tier]) -> list[Numbers]:
    """Of each tier, the first row of each of its shards."""
    return [_first_rows(tier, (1 + (number > 0)) * ENTRIES) for number, tier in enumerate(cut)]


def _first_rows(tier: Tier, entries: int) -> Numbers:
    firsts, begin = [0], 0
    ends = tier.start.tolist()
    for row in range(len(tier.term)):
        if ends[row + 1] - begin > entries and row > firsts[-1]:
            firsts.append(row)
            begin = ends[row]
    return np.array(firsts)


def _postings(name: str, cut: Sequence[Tier], firsts: Sequence[Numbers]) -> Iterator[Page]:
    """The shards of all tiers; those of the first say where a term goes on, and how much that may still count."""
    for number, (tier, starts) in enumerate(zip(cut, firsts, strict=True)):
        rows = np.append(starts, len(tier.term))
        later = [_later(each, rows) for each in cut[1:]] if not number else []
        for at, columns in enumerate(zip(_entries(tier, rows), *later, strict=True)):
            yield codec.shard(f"{name}/p{number}-{at}", chain(*columns))
        for at, columns in enumerate(_positions(tier, rows)):
            yield codec.shard(f"{name}/w{number}-{at}", columns, codec.NOTHING_TWICE)


def _entries(tier: Tier, rows: Numbers) -> Iterable[Columns]:
    """The columns of a tier's entries, cut at these rows."""
    cuts = tier.start[rows]
    steps = _steps(tier.document, tier.start[:-1][np.diff(tier.start) > 0])
    return zip(
        codec.sliced(np.diff(tier.start), rows),
        codec.sliced(steps, cuts),
        _bytes(tier.impact, cuts),
        _bytes(tier.fields, cuts),
        strict=True,
    )


def _positions(tier: Tier, rows: Numbers) -> Iterable[Columns]:
    """The columns of their positions, of several shards of entries together: first the number of entries of each."""
    cuts = tier.start[rows]
    lengths = (codec.varints(np.diff(cuts[at : at + TOGETHER + 1])) for at in range(0, len(cuts) - 1, TOGETHER))
    wide = np.append(cuts[:-1:TOGETHER], cuts[-1])
    first = np.cumsum(tier.count) - tier.count
    steps = _steps(tier.position, first[tier.count > 0])
    places = np.append(first, len(steps))[wide]
    return zip(lengths, codec.sliced(tier.count, wide), codec.sliced(steps, places), strict=True)


def _bytes(numbers: NDArray[np.integer[Any]], cuts: Numbers) -> list[bytes]:
    """The numbers between each of the cuts and the next, a byte each."""
    whole = numbers.astype(np.uint8).tobytes()
    return [whole[begin:end] for begin, end in pairwise(cuts.tolist())]


def _later(tier: Tier, rows: Numbers) -> list[Columns]:
    """For each shard of terms, which have this tier as well, and the greatest impact of each in it.

    The terms are counted from the first one of the range; before them stands the row of the first that has the tier.
    """
    found: list[Columns] = []
    greatest = tier.greatest()
    for first, end in pairwise(rows.tolist()):
        begin, stop = np.searchsorted(tier.term, (first, end)).tolist()
        which = codec.varints([begin, *np.diff(tier.term[begin:stop], prepend=first).tolist()])
        found.append((which, greatest[begin:stop].astype(np.uint8).tobytes()))
    return found


def _steps(numbers: Numbers | Small, firsts: Numbers) -> Numbers | Small:
    """The numbers as differences to the one before, but those at `firsts` as they are."""
    steps = np.diff(numbers, prepend=0)
    steps[firsts] = numbers[firsts]
    return steps
