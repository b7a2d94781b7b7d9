"""What an article has, and how often, in little room: of ten thousand articles, dictionaries would take 200 MB."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.relate.shingles import NUMBERS

MOST = 65_535
"""How often an article can have something; what it has more often, it has so often."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Features of an article, each once, in the order of their numbers, which are the same in every archive.

    Attributes:
        numbers: As bytes of 64-bit numbers, little-endian.
        counts: How often the article has each, as bytes of 16-bit numbers, little-endian.
        words: How the article writes each, with blanks between.
    """

    numbers: bytes = b""
    counts: bytes = b""
    words: str = ""


def bag(counts: Mapping[str, int], words: Mapping[str, str]) -> Bag:
    """These features, counted, and how they are written; none of that has a blank in it."""
    names, size = list(counts), len(counts)
    numbers = np.fromiter(map(NUMBERS.__getitem__, names), np.uint64, size)
    order = np.argsort(numbers, kind="stable")
    often = np.minimum(np.fromiter(counts.values(), np.int64, size), MOST)
    return Bag(
        numbers[order].astype("<u8").tobytes(),
        often[order].astype("<u2").tobytes(),
        " ".join([words[names[place]] for place in order.tolist()]),
    )


def size(bag: Bag) -> int:
    """How many features there are."""
    return len(bag.counts) // 2


def numbers(bags: Iterable[Bag]) -> NDArray[np.uint64]:
    """The features of all bags, one bag after the other."""
    return np.frombuffer(b"".join(bag.numbers for bag in bags), "<u8").astype(np.uint64, copy=False)


def counts(bags: Iterable[Bag]) -> NDArray[np.uint16]:
    """How often they are had, in the same order."""
    return np.frombuffer(b"".join(bag.counts for bag in bags), "<u2").astype(np.uint16, copy=False)
