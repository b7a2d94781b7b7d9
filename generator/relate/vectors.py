"""Articles as vectors of weighted features: what each is made of, weighed by how much that tells in this archive.

A feature is a term or an entity. All numbers are whole ones, and what an archive's size and a feature's frequency tell
is taken in steps: sums are the same on every machine, and one article more leaves nearly all weights as they were.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.relate import bags
from generator.relate.bags import Bag

Numbers: TypeAlias = NDArray[np.signedinteger[Any]]

TERMS = 40
"""Features kept of an article, its heaviest: more find no better neighbors."""
LENGTH = 255
"""Of a vector: what a feature weighs that stands alone in it."""

_STEPS = 2  # in which a frequency doubles
_ONCE = 3  # steps that a feature has before one: what an article has three times weighs twice as much
_TOGETHER = 512  # articles that are weighed at once: more take more room, fewer more time
# A number to sort by holds an article, what lacks a feature's weight of the greatest, and the feature's place.
_WEIGHT, _PLACE = 16, 24  # bits


@dataclass(frozen=True, slots=True)
class Vectors:
    """A vector of about the length `LENGTH` for every article, one a row, the heaviest feature first.

    Attributes:
        features: By article, numbers from 1 on; 0 fills what a row lacks.
        weights: Of the features; 0 where there is none.
        places: Where in the article's bag the features stand.
        size: The greatest number of a feature.
    """

    features: Numbers
    weights: Numbers
    places: Numbers
    size: int


def vectors(articles: Sequence[Bag], most: float = sys.maxsize, length: float = LENGTH) -> Vectors:
    """A vector for every article: dampened frequency times rarity; empty where nothing is shared with another.

    Of two features that weigh the same, the one with the smaller number is the heavier.

    Args:
        articles: The features of each, and how often it has them.
        most: Articles that a feature may have at most and still tell something.
        length: Of the vectors.
    """
    known, frequency = _frequencies(articles)
    rarities = rarity(frequency, len(articles), most)
    features, weights, places = np.zeros((3, len(articles), TERMS), np.int32)
    found = Vectors(features, weights, places, len(known))
    for start in range(0, len(articles), _TOGETHER):
        _weigh(found, start, articles[start : start + _TOGETHER], known, rarities)
    lengths = np.sqrt((found.weights.astype(np.int64) ** 2).sum(axis=1, keepdims=True))
    found.weights[:] = np.rint(found.weights * length / np.maximum(lengths, 1))
    found.features[found.weights == 0] = 0
    return found


def joined(left: Vectors, right: Vectors) -> Vectors:
    """Both in one, the left ones' features first, in `TERMS` columns; the right ones' in as many as they take."""
    taken = slice(int(right.weights.any(axis=0).sum()))
    features = np.where(right.features > 0, right.features + left.size, 0)
    return Vectors(
        np.hstack([left.features, features[:, taken]]),
        np.hstack([left.weights, right.weights[:, taken]]),
        np.hstack([left.places, right.places[:, taken]]),
        left.size + right.size,
    )


def rarity(frequency: Numbers, total: int, most: float = sys.maxsize) -> Numbers:
    """How much each feature tells: the steps from the articles that have it to all (inverse document frequency).

    All are taken as the next power of two above their number, as in an archive of two what both have must still weigh
    something. What one article alone has, or more than `most`, tells nothing.

    Args:
        frequency: By feature, the number of articles that have it.
        total: The number of articles.
        most: Of the articles.
    """
    highest = int(frequency.max(initial=0))
    known = _STEPS * total.bit_length() - _steps(highest)
    known[:2] = 0
    known[int(min(most, highest)) + 1 :] = 0
    return known[frequency]


def _steps(highest: int) -> Numbers:
    """By number, up to the highest, its logarithm in steps, rounded down."""
    return np.array([0, *((number**_STEPS).bit_length() - 1 for number in range(1, highest + 1))], np.int64)


def _frequencies(articles: Sequence[Bag]) -> tuple[NDArray[np.uint64], Numbers]:
    """All features, in the order of their numbers, and how many articles have each."""
    numbers = bags.numbers(articles)[bags.counts(articles) > 0]
    numbers.sort()
    first = np.ones(len(numbers), bool)
    first[1:] = numbers[1:] != numbers[:-1]
    starts = np.flatnonzero(first)
    return numbers[starts], np.diff(starts, append=len(numbers))


def _weigh(found: Vectors, first: int, part: Sequence[Bag], known: NDArray[np.uint64], rarities: Numbers) -> None:
    """Fill the rows from the first one on with the heaviest features of these bags."""
    counts, sizes = bags.counts(part), np.array([bags.size(each) for each in part])
    features = np.searchsorted(known, bags.numbers(part))
    damped = _steps(int(counts.max(initial=0))) + _ONCE
    # A feature that nobody has, as it is had zero times, has no rarity.
    rare = np.append(rarities, 0)[features]
    weights = np.where(counts > 0, np.minimum(damped[counts] * rare, (1 << _WEIGHT) - 1), 0)
    articles, ranks, best = _heaviest(weights, sizes)
    at = first + articles, ranks
    found.features[at], found.weights[at] = features[best] + 1, weights[best]
    found.places[at] = best - (np.cumsum(sizes) - sizes)[articles]


def _heaviest(weights: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The `TERMS` heaviest features of each article that weigh anything: article, rank, and where the feature stands.

    Args:
        weights: Of all features, those of one article after those of the other.
        sizes: How many features each article has.
    """
    articles, starts = np.repeat(np.arange(len(sizes)), sizes), np.cumsum(sizes) - sizes
    places = np.arange(len(weights)) - starts[articles]
    lacks = (1 << _WEIGHT) - 1 - weights
    order = np.sort((((articles << _WEIGHT) + lacks) << _PLACE) + places)
    stands = starts[articles] + (order & ((1 << _PLACE) - 1))
    best = (places < TERMS) & (weights[stands] > 0)
    return articles[best], places[best], stands[best]
