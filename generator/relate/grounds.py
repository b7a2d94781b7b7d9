"""All that what is related to an article follows from, as a digest: while that stays, so does what is related.

Of the archive, that is what the article itself has, and the articles under each feature it looks for others by. Where
one article is new, a few of the others' digests are: those that look for it, or where it took another's place.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from hashlib import blake2b

import msgspec
import numpy as np

from generator.relate.nearest import Index
from generator.relate.reasons import Known
from generator.relate.vectors import Vectors

SIZE = 16
"""Bytes of a digest."""

_ENTRY = SIZE + 4  # an article's digest and a weight


def digests(
    known: Sequence[Known],
    vectors: Vectors,
    index: Index,
    kin: Mapping[str, Collection[str]],
    name: Callable[[str], str | None],
) -> Iterator[bytes]:
    """The digest of each article, in their order.

    Args:
        known: The articles.
        vectors: Theirs, in the same order.
        index: By which they are found.
        kin: By an article's id, the ids of those that it does not lead to.
        name: What readers know an entity as, by its id.
    """
    seen = [_seen(one, vectors, row) for row, one in enumerate(known)]
    for row, (one, around) in enumerate(zip(known, _around(index, seen), strict=True)):
        yield _digest([seen[row], around, *_own(one, kin.get(one.id, ()), name)])


def _seen(one: Known, vectors: Vectors, row: int) -> bytes:
    """What another sees of an article: its name, its days, and its vector, told by numbers that are always the same."""
    weights, places = vectors.weights[row].tobytes(), vectors.places[row].tobytes()
    days = (one.id, one.published, one.occurred)
    return _digest([*map(_bytes, days), one.terms.numbers, one.entities.numbers, weights, places])


def _own(one: Known, kin: Collection[str], name: Callable[[str], str | None]) -> Iterator[bytes]:
    """What only what is told of itself follows from: how it writes its words, whom it names, and its kin."""
    yield _bytes(one.terms.words)
    yield _bytes(one.entities.words)
    yield _bytes("\n".join(name(entity) or "" for entity in one.entities.words.split(" ")))
    yield _bytes("\n".join(sorted(kin)))


def _around(index: Index, seen: Sequence[bytes]) -> Iterator[bytes]:
    """Of each article, the digests of the articles under each feature it asks for, with what that weighs in them."""
    rows, weights = index.entries()
    entries = np.empty((len(rows), _ENTRY), np.uint8)
    entries[:, :SIZE] = np.frombuffer(b"".join(seen), np.uint8).reshape(-1, SIZE)[rows]
    entries[:, SIZE:] = weights.astype("<u4").view(np.uint8).reshape(-1, 4)
    flat = entries.ravel().data
    spans = (flat[begin * _ENTRY : end * _ENTRY] for begin, end in index.spans())
    found = b"".join(blake2b(span, digest_size=SIZE).digest() for span in spans)
    of_feature = np.frombuffer(found, np.uint8).reshape(-1, SIZE)
    return (of_feature[index.asked(row)].tobytes() for row in range(len(seen)))


def _digest(parts: Sequence[bytes]) -> bytes:
    """One digest of all parts, each of which is told from the next."""
    return blake2b(_encode(parts), digest_size=SIZE).digest()


_encode = msgspec.msgpack.Encoder().encode


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
