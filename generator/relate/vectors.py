"""Articles as vectors of weighted features: what each is made of, weighed by how much that tells in this archive.

A feature is a number, that of a term or of an entity. The features of all articles stand in a few arrays, as millions
of objects would take much room and time.
"""

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.signedinteger[Any]]
Weights: TypeAlias = NDArray[np.float64]

TERMS = 40
"""Features kept of an article, its heaviest: more find no better neighbors."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """A vector of length 1 for every article, one a row, the heaviest feature first.

    Attributes:
        features: By article; 0 fills what a row lacks.
        weights: Of the features; 0 where there is none.
        names: Of the features, by number.
    """

    features: Numbers
    weights: Weights
    names: Sequence[str]


class Numbering(dict[str, int]):
    """A number for each name, from 1 on, in the order in which they are first asked for."""

    def __missing__(self, name: str) -> int:
        """The next number."""
        number = self[name] = len(self) + 1
        return number


class Tally:
    """How often articles have their features, which stand together by article, in the order in which it has them."""

    def __init__(self) -> None:
        """No articles yet."""
        self.names = Numbering()
        self.starts, self.features, self.counts = array("q", [0]), array("i"), array("i")

    def add(self, counts: Mapping[str, int]) -> None:
        """Add the next article."""
        self.features.extend(map(self.names.__getitem__, counts))
        self.counts.extend(counts.values())
        self.starts.append(len(self.features))

    def place(self, article: int, name: str) -> int:
        """Which one of the article's features it is, counted from 0."""
        start, end = self.starts[article], self.starts[article + 1]
        return self.features.index(self.names[name], start, end) - start


def vectors(tally: Tally, most: float = math.inf) -> Vectors:
    """A vector for every article: dampened frequency times rarity; empty where nothing is shared with another.

    Of two features that weigh the same, the one whose name sorts later is the heavier.

    Args:
        tally: Of what the vectors are made.
        most: Articles that a feature may have at most and still tell something.
    """
    total = len(tally.starts) - 1
    features, counts = np.array(tally.features, np.int32), np.array(tally.counts, np.int32)
    rarities = rarity(np.bincount(features, minlength=1), total, most)
    damped = [0.0, *(1 + math.log(count) for count in range(1, int(counts.max(initial=0)) + 1))]
    weights, order = np.array(damped)[counts] * rarities[features], _order(tally.names)[features]
    found = Vectors(np.zeros((total, TERMS), np.int32), np.zeros((total, TERMS)), ["", *tally.names])
    for row, (start, end) in enumerate(pairwise(tally.starts)):
        best = start + _heaviest(weights[start:end], order[start:end])
        length = math.sqrt(math.fsum((weights[best] * weights[best]).tolist()))
        found.features[row, : len(best)] = features[best]
        found.weights[row, : len(best)] = weights[best] / (length or 1.0)
    return found


def joined(left: Vectors, right: Vectors, factor: float) -> Vectors:
    """Both in one, the right ones' weights multiplied by a factor."""
    features = np.where(right.weights > 0, right.features + len(left.names), 0)
    names = [*left.names, *right.names]
    return Vectors(np.hstack([left.features, features]), np.hstack([left.weights, right.weights * factor]), names)


def rarity(frequency: Numbers, total: int, most: float = math.inf) -> Weights:
    """How much each feature tells: the logarithm of all articles over those that have it (inverse document frequency).

    One more than all, as in an archive of two what both have must still weigh something. What one article alone has, or
    more than `most`, tells nothing.

    Args:
        frequency: By feature, the number of articles that have it.
        total: The number of articles.
        most: Of the articles.
    """
    highest = int(frequency.max(initial=0))
    known = [math.log((total + 1) / count) if 1 < count <= most else 0.0 for count in range(highest + 1)]
    return np.array(known)[frequency]


def _order(names: Mapping[str, int]) -> Numbers:
    """By number, the place of the name among all names sorted."""
    order = np.zeros(len(names) + 1, np.int32)
    order[np.array([names[name] for name in sorted(names)], np.int32)] = np.arange(len(names))
    return order


def _heaviest(weights: Weights, order: Numbers) -> Numbers:
    """The places of the `TERMS` heaviest that weigh anything, the heaviest first."""
    heavy = np.flatnonzero(weights)
    if len(heavy) > TERMS:
        least = np.partition(weights[heavy], -TERMS)[-TERMS]
        heavy = heavy[weights[heavy] >= least]
    return heavy[np.lexsort((order[heavy], weights[heavy]))[::-1][:TERMS]]
