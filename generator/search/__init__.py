"""The archive as a search index: small scripts that the browser loads as a question needs them.

Documents → segments → words → postings → shards. The other half, which reads them, is `site_templates/assets/search/`.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path

import msgspec

from generator.model import Archive, Page, Source
from generator.remember import Memory, Written
from generator.search import codec, shards
from generator.search.document import Document
from generator.search.parts import Part
from generator.search.parts import parts as _parts

VERSION = 1
"""Of the format; the engine refuses any other."""

_PENDING = 3
"""Segments handed out at a time: their documents are all of the archive that is held in this form."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Document).decode


def pages(
    archive: Archive, guide: Sequence[Source], executor: Executor, written: Written | None = None, code: str = ""
) -> Iterator[Page]:
    """The index: the shards of those segments that are not as they were left, and the root that says which there are.

    Args:
        archive: What is published, and no more of it than may be shown.
        guide: The hand-written pages.
        executor: Makes the segments.
        written: Knows what earlier builds made; without it, everything is made.
        code: Tells the generator's own state.
    """
    return index(_parts(archive, guide, code), executor, written)


def index(found: Iterable[Part], executor: Executor, written: Written | None = None) -> Iterator[Page]:
    """The index of these segments: those with dates first, the newest of them first."""
    known = written or Memory().pages((), Path())
    parts = [(part, known.untouched(part.key)) for part in found]
    made = _made([part for part, entry in parts if entry is None], executor)
    entries: list[bytes] = []
    for part, left in parts:
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


def _segment(documents: Sequence[bytes]) -> shards.Segment:
    return shards.of([_decode(document) for document in documents])
