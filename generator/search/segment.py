"""The archive cut into segments, so that an article of today changes the index of the newest articles only.

A document is a milestone of level L where the hash of its id ends in L zero bits: one in two to the power of L is.
Going back from the newest document, the first segment reaches to a milestone of level 8, the next to one of level 11,
and all others from one of level 14 to the next: about 256, 2,048 and 16,384 documents, and where it happens to be more,
in pieces of at most twice as many, or of as many as fit in memory.
What is added at the new end moves no milestone, so every segment but the first stays as it was, until a milestone is
added and the first joins the second.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from generator.search.document import Document

_LEVELS = (8, 11)
_LAST_LEVEL = 14
LARGEST = 8192
"""Documents in a segment, whatever the hashes are: a process needs some 200 MB for that many, beside what it has."""


def cuts(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The segments of documents with these ids, oldest first, as ranges; the newest segment comes first."""
    levels = [_level(key) for key in keys]
    end = len(keys)
    for level in _LEVELS:
        start = _milestone(levels, end, level)
        yield from _pieces(start, end, 2 << level)
        end = start
    while end:
        start = _milestone(levels, end, _LAST_LEVEL)
        yield from _pieces(start, end, LARGEST)
        end = start


def blocks(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The segments of documents that have no date, in the order of their ids: from one milestone of level 11 on."""
    end = len(keys)
    levels = [_level(key) for key in keys]
    while end:
        start = _milestone(levels, end, _LEVELS[-1])
        yield from _pieces(start, end, 2 << _LEVELS[-1])
        end = start


def name(first: Document) -> str:
    """What a segment is called by its oldest document, which stays the same when newer ones come."""
    return _hash(first.id)[:8]


def _milestone(levels: Sequence[int], end: int, level: int) -> int:
    """The number of documents up to and with the last milestone before the end, that end itself aside."""
    return next((at + 1 for at in range(end - 2, -1, -1) if levels[at] >= level), 0)


def _pieces(start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """The range, cut from its old end where it is larger than that, so that what is added cuts it nowhere else."""
    starts = range(start, end, most)
    yield from ((first, min(first + most, end)) for first in reversed(starts))


def _level(key: str) -> int:
    number = int(_hash(key), 16) | 1 << 63
    return (number & -number).bit_length() - 1


def _hash(key: str) -> str:
    return blake2b(key.encode("utf-8", "replace"), digest_size=8).hexdigest()
