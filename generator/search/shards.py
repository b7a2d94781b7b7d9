"""A segment as shards: the dictionary, the postings, the documents' texts, and a column for each facet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from generator.model import Page
from generator.search import codec, dictionary, segment, texts
from generator.search.document import Document
from generator.search.postings import TOP, Postings, postings
from generator.search.smoothing import smoothed
from generator.search.tokens import Form, Numbers, Small, tokens

ENTRIES = 4096
"""Entries in a shard of postings, unless one term alone has more."""

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
    shown = _written(posted, documents)
    starts = _starts(shown)
    pages = (
        *dictionary.pages(name, met, posted, forms),
        *dictionary.backward_pages(name, backwards),
        *dictionary.name_pages(name, names, documents),
        *_postings(name, shown, starts),
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
        "terms": np.diff(starts, prepend=0).tolist(),
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
    """The shards of the postings, and those of the positions in the same cuts."""
    steps = _steps(posted.document, posted.start[:-1][np.diff(posted.start) > 0])
    first_place = np.cumsum(posted.count) - posted.count
    places = _steps(posted.position, first_place[posted.count > 0])
    cuts = np.append(first_place, len(places))
    ends = [*starts[1:].tolist(), len(posted.terms)]
    for number, (first, end) in enumerate(zip(starts.tolist(), ends, strict=True)):
        begin, stop = posted.start[first], posted.start[end]
        columns = (
            codec.varints(np.diff(posted.start[first : end + 1])),
            codec.varints(steps[begin:stop]),
            posted.impact[begin:stop].astype(np.uint8).tobytes(),
            posted.fields[begin:stop].astype(np.uint8).tobytes(),
        )
        yield codec.shard(f"{name}/p{number}", columns)
        positions = (codec.varints(posted.count[begin:stop]), codec.varints(places[cuts[begin] : cuts[stop]]))
        yield codec.shard(f"{name}/w{number}", positions)


def _steps(numbers: Numbers | Small, firsts: Numbers) -> Numbers | Small:
    """The numbers as differences to the one before, but those at `firsts` as they are."""
    steps = np.diff(numbers, prepend=0)
    steps[firsts] = numbers[firsts]
    return steps
