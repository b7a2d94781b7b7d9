"""Has segments made, a few at a time, while this process does something else."""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future

import msgspec

from generator.model import Page
from generator.search.document import Document, whole
from generator.search.part import Part
from generator.search.shards import Segment, of

_PENDING = 3
"""Segments handed out at a time: their documents are all of the archive that is held in this form."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Document).decode


class Making:
    """Segments, made by the executor in their order; no more than a few are under way, or done and not taken."""

    def __init__(self, new: Iterable[Part], executor: Executor) -> None:
        """Make the segments of these parts."""
        self._new, self._executor = iter(new), executor
        self._waiting: deque[Future[Segment]] = deque()

    def done(self) -> bool:
        """Whether the next segment is; further ones are begun."""
        self._begin()
        return bool(self._waiting) and self._waiting[0].done()

    def rest(self) -> Iterator[Segment]:
        """Every segment that is not taken yet."""
        while self._begin():
            yield self.take()

    def take(self) -> Segment:
        """The next segment, waited for."""
        return self._waiting.popleft().result()

    def _begin(self) -> bool:
        """Hand out what may be, and say whether there is anything to wait for; what is done at once is taken first."""
        while len(self._waiting) < _PENDING and not (self._waiting and self._waiting[0].done()):
            part = next(self._new, None)
            if not part:
                break
            self._waiting.append(self._executor.submit(_segment, [*map(_packed, part.documents())]))
        return bool(self._waiting)


def together(pages: Iterable[Page], making: Making) -> Iterator[Page | Segment]:
    """The pages, and among them each segment as soon as it is made."""
    making.done()
    for page in pages:
        yield page
        while making.done():
            yield making.take()
    yield from making.rest()


def _packed(document: Document) -> bytes:
    """The document in little room, as thousands wait and travel together."""
    return zlib.compress(_encode(document), level=1)


def _segment(documents: list[bytes]) -> Segment:
    """The segment of these documents; the list is emptied meanwhile, so that no text is held longer than needed."""
    documents.reverse()
    return of(whole(_decode(zlib.decompress(documents.pop()))) for _ in range(len(documents)))
