"""Texts as sets of shingles: five words in a row, each set as sorted numbers, and sketches that find what is alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

SIZE = 5
"""Words of a shingle."""
SKETCH = 16
"""Shingles of a sketch. Two texts whose sets are alike by .8 have none of them in common once in 10^11 pairs."""

_WORD = re.compile(r"\w+")
# Odd numbers near 2^64 divided by the golden ratio, and by its square: they spread the numbers of words that are alike.
_PLACE, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0x61C8864680B583EB)
_HALF = np.uint64(32)

Shingles: TypeAlias = NDArray[np.uint32]
"""Sorted numbers, each once."""


class Numbers(dict[str, int]):
    """A number of 64 bits for each word, the same on every machine and in every run, unlike `hash`."""

    def __missing__(self, word: str) -> int:
        """The number of a word that was not met yet."""
        if len(self) >= _REMEMBERED:
            self.clear()
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = self[word] = int.from_bytes(digest, "little")
        return number


_REMEMBERED = 200_000
NUMBERS = Numbers()


def shingles(text: str) -> Shingles:
    """The text's shingles; of a text of fewer words than a shingle has, the one that they make; of none, none."""
    words = _WORD.findall(text.lower())
    numbers = np.fromiter(map(NUMBERS.__getitem__, words), np.uint64, len(words))
    runs = max(1, len(words) - SIZE + 1) if words else 0
    mixed = np.zeros(runs, np.uint64)
    for place in range(min(SIZE, len(words))):
        mixed = (mixed * _PLACE) + numbers[place : place + runs]
    mixed = (mixed ^ (mixed >> _HALF)) * _MIX
    found: Shingles = np.sort((mixed >> _HALF).astype(np.uint32))
    # Each once; `np.unique` takes longer.
    once = np.ones(len(found), bool)
    once[1:] = found[1:] != found[:-1]
    return found[once]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What tells whether a text may be like another, in a twentieth of the room of its shingles.

    Attributes:
        smallest: Its smallest shingles, `SKETCH` at most, as bytes of 32-bit numbers, little-endian: a sample that is
            the same for the same texts (bottom-k MinHash, Broder 1997).
        size: How many shingles it has.
        digest: Of all of them; empty where there are none.
    """

    smallest: bytes = b""
    size: int = 0
    digest: bytes = b""


def sketch(found: Shingles) -> Sketch:
    """The sketch of a text that has these shingles."""
    data = found.astype("<u4").tobytes()
    return Sketch(data[: 4 * SKETCH], len(found), blake2b(data, digest_size=16).digest() if data else b"")


def smallest(sketches: Sequence[Sketch]) -> tuple[Shingles, list[int]]:
    """The smallest shingles of all sketches, one sketch after the other, and how many each of them has."""
    data = b"".join(each.smallest for each in sketches)
    return np.frombuffer(data, "<u4").astype(np.uint32, copy=False), [len(each.smallest) // 4 for each in sketches]


def jaccard(left: Shingles, right: Shingles) -> float:
    """What two texts share of all their shingles, from 0 to 1; 0 where both have none."""
    shared = _shared(left, right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def contained(left: Shingles, right: Shingles) -> float:
    """What two texts share of the shorter one's shingles, from 0 to 1."""
    shortest = min(len(left), len(right))
    return _shared(left, right) / shortest if shortest else 0.0


def _shared(left: Shingles, right: Shingles) -> int:
    return len(np.intersect1d(left, right, assume_unique=True))
