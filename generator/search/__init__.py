"""The archive as a search index: small scripts that the browser loads as a question needs them.

Documents → segments → words → postings → shards. The other half, which reads them, is `site_templates/assets/search/`.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from itertools import chain

from generator.model import Archive, Page, Source
from generator.search import codec, guide, segment, shards
from generator.search.document import Document, of_article, of_entity

VERSION = 1
"""Of the format; the engine refuses any other."""

_PENDING = 3
"""Segments handed out at a time: their documents are all of the archive that is held in this form."""


def pages(archive: Archive, written: Sequence[Source], executor: Executor) -> Iterator[Page]:
    """The whole index: the shards of every segment, and the root that says which there are.

    Args:
        archive: What is published, and no more of it than may be shown.
        written: The hand-written pages.
        executor: Makes the segments.
    """
    return index(chain(_articles(archive), _others(archive, written)), executor)


def index(groups: Iterable[Sequence[Document]], executor: Executor) -> Iterator[Page]:
    """The index of documents that are in segments already: those with dates first, the newest of them first."""
    entries = []
    for found in _segments(groups, executor):
        yield from found.pages
        entries.append(found.entry)
    yield _root(entries)


def _root(entries: Sequence[dict[str, object]]) -> Page:
    root = {"version": VERSION, "segments": entries}
    return codec.script("index", json.dumps(root, separators=(",", ":")))


def _segments(groups: Iterable[Sequence[Document]], executor: Executor) -> Iterator[shards.Segment]:
    """Each segment, made by the executor; no more than a few are under way at any time."""
    waiting: deque[Future[shards.Segment]] = deque()
    for documents in groups:
        waiting.append(executor.submit(shards.of, documents))
        if len(waiting) >= _PENDING:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _articles(archive: Archive) -> Iterator[tuple[Document, ...]]:
    oldest_first = sorted(
        archive.articles, key=lambda each: (each.metadata.published.value if each.metadata.published else "", each.id)
    )
    for start, end in segment.cuts([article.id for article in oldest_first]):
        yield tuple(of_article(article, archive) for article in oldest_first[start:end])


def _others(archive: Archive, written: Sequence[Source]) -> Iterator[tuple[Document, ...]]:
    documents = [of_entity(entity, archive) for _, entity in sorted(archive.entities.items())]
    documents += map(guide.document, written)
    for start, end in segment.blocks([document.id for document in documents]):
        yield tuple(documents[start:end])
