"""Texts as sets of shingles: five words in a row, each set as sorted numbers, and sketches that find what is alike."""

import re
from array import array
from typing import TypeAlias
from zlib import crc32

SIZE = 5
"""Words of a shingle."""
SKETCH = 16
"""Shingles of a sketch. Two texts whose sets are alike by .8 have none of them in common once in 10^11 pairs."""

_WORD = re.compile(r"\w+")
_MIX = 0x9E3779B1  # odd, and near 2^32 divided by the golden ratio: spreads the checksums of texts that are alike
_MASK = 0xFFFFFFFF

Shingles: TypeAlias = "array[int]"
"""Sorted numbers of 32 bits, each once."""


def shingles(text: str) -> Shingles:
    """The text's shingles; of a text of fewer words than a shingle has, the one that they make; of none, none."""
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[start : start + SIZE]) for start in range(max(1, len(words) - SIZE + 1))} if words else ()
    return array("I", sorted({_number(run) for run in runs}))


def _number(run: str) -> int:
    """The same on every machine and in every run, unlike `hash`."""
    return crc32(run.encode("utf-8", "surrogatepass")) * _MIX & _MASK


def sketch(found: Shingles) -> tuple[int, ...]:
    """The smallest shingles: a sample that is the same for the same texts (bottom-k MinHash, Broder 1997)."""
    return tuple(found[:SKETCH])


def jaccard(left: Shingles, right: Shingles) -> float:
    """What two texts share of all their shingles, from 0 to 1; 0 where both have none."""
    shared = len(set(left).intersection(right))
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def contained(left: Shingles, right: Shingles) -> float:
    """What two texts share of the shorter one's shingles, from 0 to 1."""
    shortest = min(len(left), len(right))
    return len(set(left).intersection(right)) / shortest if shortest else 0.0
