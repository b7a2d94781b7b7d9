"""Articles as weighted terms, and an inverted index that finds the nearest ones without comparing all with all."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

Vector = Mapping[str, float]
"""A weight for each feature; of length 1."""

Postings = Mapping[str, Sequence[tuple[float, int]]]
"""For each feature, articles by number with its weight there."""

TERMS = 40
"""Features kept of an article, its heaviest: more find no better neighbors."""
POSTINGS = 100
"""Articles kept of a feature, those it weighs most in: what more of them share tells little of any two."""


def rarity(frequency: Mapping[str, int], total: int) -> dict[str, float]:
    """How much a feature tells: the logarithm of all articles over those that have it (inverse document frequency).

    One more than all, as in an archive of two what both have must still weigh something.

    Args:
        frequency: For each feature, the number of articles that have it.
        total: The number of articles.
    """
    return {feature: math.log((total + 1) / articles) for feature, articles in frequency.items() if articles > 1}


def vector(counts: Mapping[str, float], rarities: Mapping[str, float]) -> Vector:
    """The heaviest features: dampened frequency times rarity, scaled to length 1; empty where none is shared."""
    weights = [
        ((1 + math.log(count)) * rarity, feature)
        for feature, count in counts.items()
        if (rarity := rarities.get(feature, 0.0)) > 0
    ]
    kept = nlargest(TERMS, weights)
    length = math.sqrt(math.fsum(weight * weight for weight, _ in kept))
    return {feature: weight / length for weight, feature in kept}


def index(vectors: Sequence[Vector]) -> Postings:
    """For each feature the articles in which it weighs most."""
    postings: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, weights in enumerate(vectors):
        for feature, weight in weights.items():
            postings[feature].append((weight, -number))
    return {feature: [(w, -n) for w, n in nlargest(POSTINGS, entries)] for feature, entries in postings.items()}


def nearest(number: int, vectors: Sequence[Vector], postings: Postings, limit: int) -> list[int]:
    """The numbers of the articles of the greatest cosine with this one, at most `limit`, best first."""
    found: dict[int, float] = defaultdict(float)
    for feature, weight in vectors[number].items():
        for other_weight, other in postings[feature]:
            found[other] += weight * other_weight
    found.pop(number, None)
    return [-other for _, other in nlargest(limit, ((weight, -other) for other, weight in found.items()))]


def cosine(left: Vector, right: Vector) -> float:
    """How alike two articles are, from 0 to 1."""
    return math.fsum(weight * right[feature] for feature, weight in left.items() if feature in right)
