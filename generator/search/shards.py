"""A segment as shards: the dictionary, the postings, the documents' texts, and a column for each facet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from generator.model import Page
from generator.search import codec, dictionary, segment, texts, tiers
from generator.search.document import Document
from generator.search.postings import TOP, Postings, postings
from generator.search.smoothing import smoothed
from generator.search.tiers import Tier
from generator.search.tokens import Form, Numbers, Small, tokens

ENTRIES = 1024
"""Entries in a shard of postings, unless one tier of a term alone has more; a word costs its neighbors' as well."""

STEP = 4
"""Impacts are written in steps: fewer different ones deflate better, and rank as well."""

ALONE = 0.7
"""What impacts count that are not smoothed, so that they are about as high as those that are."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The shards of a segment, and what the root says of it."""

    pages: tuple[Page, ...]
    entry: dict[str, object]


def of(documents: Sequence[Document]) -> Segment:
    """The index of these documents, complete in itself."""
    name = segment.name(documents[0])
    met, posted = _posted(documents)
    forms = dictionary.forms(met, posted)
    backwards = dictionary.backwards(met, forms)
    names = dictionary.names(documents)
    cut = tiers.cut(_written(posted, documents))
    firsts = [_firsts(tier) for tier in cut]
    pages = (
        *dictionary.pages(name, met, posted, forms),
        *dictionary.backward_pages(name, backwards),
        *dictionary.name_pages(name, names, documents),
        *_postings(name, cut, firsts),
        *texts.pages(name, documents),
        *texts.column_pages(name, documents),
    )
    entry: dict[str, object] = {
        "name": name,
        "stamp": _stamp(pages),
        "documents": len(documents),
        "undated": sum(not document.date for document in documents),
        "words": dictionary.first_words(met, forms),
        "backwards": backwards[:: 2 * dictionary.FORMS],
        "names": [key for key, _, _ in names[:: dictionary.FORMS]],
        "tiers": [np.diff(each, prepend=0).tolist() for each in firsts],
        "facets": texts.facets(documents),
    }
    return Segment(pages, entry)


def _posted(documents: Sequence[Document]) -> tuple[tuple[Form, ...], Postings]:
    """The forms of the documents' words, and the postings; of the words themselves nothing is kept."""
    found = tokens(documents)
    return found.forms, postings(found, len(documents))


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
    steps = np.rint(scale * shown.impact / STEP).astype(np.int64)
    return replace(shown, impact=np.clip(steps * STEP, STEP, TOP))


def _firsts(tier: Tier) -> Numbers:
    """The first row of each shard of a tier."""
    firsts, begin = [0], 0
    ends = tier.start.tolist()
    for row in range(len(tier.term)):
        if ends[row + 1] - begin > ENTRIES and row > firsts[-1]:
            firsts.append(row)
            begin = ends[row]
    return np.array(firsts)


def _postings(name: str, cut: Sequence[Tier], firsts: Sequence[Numbers]) -> Iterator[Page]:
    """The shards of all tiers; those of the first say where a term goes on, and how much that may still count."""
    for number, (tier, starts) in enumerate(zip(cut, firsts, strict=True)):
        ends = [*starts[1:].tolist(), len(tier.term)]
        bounds = list(zip(starts.tolist(), ends, strict=True))
        later = [_later(each, bounds) for each in cut[1:]] if not number else []
        for at, (entries, positions) in enumerate(_columns(tier, bounds)):
            more = (column for columns in later for column in columns[at])
            yield codec.shard(f"{name}/p{number}-{at}", (*entries, *more))
            yield codec.shard(f"{name}/w{number}-{at}", positions)


def _columns(tier: Tier, bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[bytes, ...], tuple[bytes, ...]]]:
    """For each range of rows the columns of its entries, and those of the positions."""
    steps = _steps(tier.document, tier.start[:-1][np.diff(tier.start) > 0])
    first_place = np.cumsum(tier.count) - tier.count
    places = _steps(tier.position, first_place[tier.count > 0])
    cuts = np.append(first_place, len(places))
    for first, end in bounds:
        begin, stop = tier.start[first], tier.start[end]
        columns = (
            codec.varints(np.diff(tier.start[first : end + 1])),
            codec.varints(steps[begin:stop]),
            tier.impact[begin:stop].astype(np.uint8).tobytes(),
            tier.fields[begin:stop].astype(np.uint8).tobytes(),
        )
        yield columns, (codec.varints(tier.count[begin:stop]), codec.varints(places[cuts[begin] : cuts[stop]]))


def _later(tier: Tier, bounds: Sequence[tuple[int, int]]) -> list[tuple[bytes, bytes]]:
    """For each range of terms, which of them have this tier as well, and the greatest impact of each in it.

    The terms are counted from the first one of the range; before them stands the row of the first that has the tier.
    """
    found, greatest = [], tier.greatest()
    for first, end in bounds:
        begin, stop = np.searchsorted(tier.term, (first, end)).tolist()
        which = codec.varints([begin, *np.diff(tier.term[begin:stop], prepend=first).tolist()])
        found.append((which, greatest[begin:stop].astype(np.uint8).tobytes()))
    return found


def _steps(numbers: Numbers | Small, firsts: Numbers) -> Numbers | Small:
    """The numbers as differences to the one before, but those at `firsts` as they are."""
    steps = np.diff(numbers, prepend=0)
    steps[firsts] = numbers[firsts]
    return steps
