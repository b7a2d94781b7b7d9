"""The nearest articles by an inverted index, without comparing all with all, and what exactly two of them share."""

from collections.abc import Sequence

import numpy as np

from generator.relate.vectors import Numbers, Vectors, Weights

POSTINGS = 100
"""Articles kept of a feature, those it weighs most in: what more of them share tells little of any two."""


class Index:
    """For each feature the articles in which it weighs most."""

    def __init__(self, articles: Vectors) -> None:
        """Index the articles, whose numbers are those of their rows."""
        rows, places = np.nonzero(articles.weights)
        features, weights = articles.features[rows, places], articles.weights[rows, places]
        heaviest = np.lexsort((rows, -weights, features))
        features = features[heaviest]
        numbers = np.arange(int(features.max(initial=0)) + 2)
        kept = np.arange(len(features)) - np.searchsorted(features, numbers)[features] < POSTINGS
        self._begins = np.searchsorted(features[kept], numbers)
        self._articles, self._weights = rows[heaviest][kept], weights[heaviest][kept]
        self._vectors = articles
        # One sum an article, ready for every search, which clears what it has touched: a search takes as long as the
        # articles that share something are many, however large the archive.
        self._sums = np.zeros(len(articles.weights))
        self._last = np.zeros(len(articles.weights), np.int64)

    def nearest(self, number: int, limit: int) -> Numbers:
        """The numbers of the articles of the greatest cosine with this one, at most `limit`, best first."""
        others, products = self._sharing(number)
        np.add.at(self._sums, others, products)
        turns = np.arange(len(others))
        self._last[others] = turns
        others = others[(self._last[others] == turns) & (others != number)]
        sums = self._sums[others]
        self._sums[others] = self._sums[number] = 0.0
        if len(others) > limit:
            near = sums >= np.partition(sums, -limit)[-limit]
            others, sums = others[near], sums[near]
        best: Numbers = others[np.lexsort((others, -sums))[:limit]]
        return best

    def _sharing(self, number: int) -> tuple[Numbers, Weights]:
        """The articles that share a feature with this one, once for each, and the products of its weights."""
        filled = self._vectors.weights[number] > 0
        features, weights = self._vectors.features[number][filled], self._vectors.weights[number][filled]
        begins = self._begins[features]
        sizes = self._begins[features + 1] - begins
        ends = np.cumsum(sizes)
        places = np.arange(int(sizes.sum())) + np.repeat(begins - ends + sizes, sizes)
        return self._articles[places], np.repeat(weights, sizes) * self._weights[places]


class Comparison:
    """What articles share, exactly."""

    def __init__(self, articles: Vectors) -> None:
        """Compare these articles, whose numbers are those of their rows."""
        self._articles = articles
        self._weights = np.zeros(len(articles.names))

    def products(self, number: int, others: Sequence[int]) -> list[list[float]]:
        """For each of the others, by its features, its weight times this one's; the sum is the cosine."""
        features = self._articles.features[number]
        self._weights[features] = self._articles.weights[number]
        self._weights[0] = 0.0
        found = self._articles.weights[others] * self._weights[self._articles.features[others]]
        self._weights[features] = 0.0
        return found.tolist()  # type: ignore[no-any-return]

    def names(self, other: int, products: Sequence[float]) -> list[str]:
        """What it shares, the weightiest first."""
        features, names = self._articles.features[other].tolist(), self._articles.names
        shared = [(-product, names[features[place]]) for place, product in enumerate(products) if product]
        return [name for _, name in sorted(shared)]
