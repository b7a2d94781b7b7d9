"""The archive as a search index: small scripts that the browser loads as a question needs them.

Documents → segments → words → postings → shards. The other half, which reads them, is `site_templates/assets/search/`.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from pathlib import Path

import msgspec

from generator.model import Page
from generator.remember import Memory, Written
from generator.search import codec, shards
from generator.search.document import Document
from generator.search.part import Part, parts

__all__ = ["Part", "pages", "parts"]

VERSION = 2
"""Of the format; the engine refuses any other."""

_PENDING = 3
"""Segments handed out at a time: their documents are all of the archive that is held in this form."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Document).decode


def pages(found: Iterable[Part], executor: Executor, written: Written | None = None) -> Iterator[Page]:
    """The index: the shards of those segments that are not as they were left, and the root that says which there are.

    Args:
        found: What the segments are made of: those with dates first, the newest of them first.
        executor: Makes the segments.
        written: Knows what earlier builds made; without it, everything is made.
    """
    known = written or Memory().pages((), Path())
    segments = [(part, known.untouched(part.key)) for part in found]
    made = _made([part for part, entry in segments if entry is None], executor)
    entries: list[bytes] = []
    for part, left in segments:
        if left is None:
            segment = next(made)
            entries.append(_json(segment.entry))
            yield from known.noted(part.key, segment.pages, entries[-1])
        else:
            entries.append(left)
    yield _root(entries)


def _json(entry: Mapping[str, object]) -> bytes:
    return json.dumps(entry, separators=(",", ":")).encode("ascii")


def _root(entries: Iterable[bytes]) -> Page:
    segments = b",".join(entries).decode("ascii")
    return codec.script("index", f'{{"version":{VERSION},"segments":[{segments}]}}')


def _made(new: Iterable[Part], executor: Executor) -> Iterator[shards.Segment]:
    """Each segment, made by the executor; no more than a few are under way at any time."""
    waiting: deque[Future[shards.Segment]] = deque()
    for part in new:
        # As bytes they take a third of the room, and no time to travel.
        waiting.append(executor.submit(_segment, [_encode(document) for document in part.documents()]))
        while waiting and (len(waiting) >= _PENDING or waiting[0].done()):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _segment(documents: list[bytes]) -> shards.Segment:
    """The segment of these documents; the list is emptied meanwhile, so that no text is held twice."""
    documents.reverse()
    return shards.of([_decode(documents.pop()) for _ in range(len(documents))])
