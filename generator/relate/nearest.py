"""The nearest articles by an inverted index, without comparing all with all."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.relate.vectors import Numbers, Vectors

POSTINGS = 100
"""Articles kept of a feature, those it weighs most in: what more of them share tells little of any two."""

ASKED = 36
"""Features of an article that others are looked for by, its heaviest: what shares only lighter ones is not near."""

_OFTEN = 20
_WEIGHT, _NUMBER = 16, 32  # bits of a weight and of an article's number


class Index:
    """For each feature the articles in which it weighs most."""

    def __init__(self, articles: Vectors, shown: NDArray[np.bool_]) -> None:
        """Index the articles, whose numbers are those of their rows; only those shown are ever found."""
        rows, places = np.nonzero(articles.weights * shown[:, None])
        features, weights = articles.features[rows, places], articles.weights[rows, places]
        heaviest = np.lexsort((rows, -weights, features))
        features = features[heaviest]
        numbers = np.arange(articles.size + 2)
        kept = np.arange(len(features)) - np.searchsorted(features, numbers)[features] < POSTINGS
        self._begins = np.searchsorted(features[kept], numbers)
        # Both in one number, as they are always asked for together.
        self._postings = (rows[heaviest][kept] << _WEIGHT) + weights[heaviest][kept]
        self._vectors = articles
        self._least = np.maximum(np.partition(articles.weights, -ASKED, axis=1)[:, -ASKED], 1)
        self._begin()

    def _begin(self) -> None:
        # One sum an article, ready for every search, which clears what it has touched: a search takes as long as the
        # articles that share something are many, however large the archive.
        self._sums = np.zeros(len(self._vectors.weights), np.int64)
        self._turns = np.zeros(len(self._vectors.weights), np.int64)

    def __setstate__(self, state: dict[str, object]) -> None:
        """Arrive in another process, with sums of its own: adding to those that travelled takes three times as long."""
        self.__dict__.update(state)
        self._begin()

    def entries(self) -> tuple[Numbers, Numbers]:
        """The articles under all features, one feature after the other, and what it weighs in each of them."""
        return self._postings >> _WEIGHT, self._postings & ((1 << _WEIGHT) - 1)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where among these the articles under each feature begin and end, in the order of the features' numbers."""
        return pairwise(self._begins.tolist())

    def asked(self, number: int) -> Numbers:
        """The features that this article looks for others by."""
        features: Numbers = self._vectors.features[number][self._vectors.weights[number] >= self._least[number]]
        return features

    def nearest(self, number: int, limit: int) -> Numbers:
        """The numbers of the articles of the greatest cosine with this one, at most `limit`, in their order."""
        others, products = self._sharing(number)
        np.add.at(self._sums, others, products)
        self._sums[number] = 0
        near = self._greatest(others, limit)
        sums = self._sums[near]
        self._sums[others] = 0
        if len(near) > limit:
            # Of those of one sum, the first ones.
            near = near[np.argpartition(near - (sums << _NUMBER), limit)[:limit]]
        return np.sort(near)

    def _sharing(self, number: int) -> tuple[Numbers, Numbers]:
        """The articles that share a feature with this one, once for each, and the products of its weights."""
        asked = self._vectors.weights[number] >= self._least[number]
        features, weights = self._vectors.features[number][asked], self._vectors.weights[number][asked]
        begins, ends = self._begins[features], self._begins[features + 1]
        found = [self._postings[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        postings = np.concatenate(found or [self._postings[:0]])
        return postings >> _WEIGHT, (postings & ((1 << _WEIGHT) - 1)) * np.repeat(weights, ends - begins)

    def _greatest(self, others: Numbers, limit: int) -> Numbers:
        """So many of the others, or somewhat more, that no one left out has a greater sum; each once."""
        sums = self._sums.take(others)
        if len(others) > _OFTEN * limit:
            # What shares many features stands here as many times; mostly less than this often.
            least = np.partition(sums, -_OFTEN * limit)[-_OFTEN * limit]
            near = self._once(others[sums >= max(least, 1)])
            if len(near) >= limit:
                return near
        return self._once(others[sums > 0])

    def _once(self, others: Numbers) -> Numbers:
        """Each of the others once."""
        turns = np.arange(len(others))
        self._turns[others] = turns
        first: Numbers = others[self._turns.take(others) == turns]
        return first
