"""How alike an article and those near it are, exactly: by what they share, and by time."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from generator.relate.vectors import LENGTH, TERMS, Numbers, Vectors

_TIME = 0.15  # what reporting on the same day adds, as a share of the score
_WEEKS = 60.0  # days after which that is a third
_WHOLE = 1024  # parts that a score is multiplied by
_FAR = 8 * int(_WEEKS)  # days; as far apart is as good as years
# What so many days between them add to the score, in parts.
_CLOSENESS = np.array([*(round(_WHOLE * _TIME * math.exp(-days / _WEEKS)) for days in range(_FAR)), 0])
_NOTHING = np.zeros(1, np.int32)
_LEAST = round(0.04 * LENGTH**2 * _WHOLE)  # a score; below, two articles have but chance in common
_ONE = 8  # articles whose shares are told at once: most often enough

# A number to sort by holds a row and whether it is an entity, what lacks a product of the greatest, and the column.
_PRODUCT, _COLUMN = 24, 8  # bits


@dataclass(frozen=True, slots=True)
class Near:
    """Another article, and what it shares with the one, the weightiest first: places in the bags of the one.

    Attributes:
        number: Of the other.
        terms: What both say.
        entities: Whom both name.
    """

    number: int
    terms: Sequence[int]
    entities: Sequence[int]


def days(values: Sequence[str]) -> Numbers:
    """The days as numbers; what is no full day stands alone, far from all days and from what else is none."""
    return np.array([_ordinal(value) or -_FAR * number for number, value in enumerate(values, 1)], np.int64)


def _ordinal(value: str) -> int:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return 0


class Ranking:
    """Compares articles, whose numbers are those of their rows."""

    def __init__(self, articles: Vectors, days: Numbers) -> None:
        """Compare these articles, each of such a day; of their features, the first `TERMS` are terms."""
        self._articles, self._days = articles, days
        # Small numbers, so that all stand near the processor.
        self._columns = np.zeros(articles.size + 1, np.uint8)
        self._all = np.arange(1, articles.features.shape[1] + 1, dtype=np.uint8)

    def best(self, number: int, others: Numbers) -> Iterator[Near]:
        """Those of the others that have more than chance in common with the article, the best first.

        Args:
            number: Of the article.
            others: In their order, which decides between those of one score.
        """
        columns = self._common(number, others)
        weights = np.concatenate([_NOTHING, self._articles.weights[number]])
        products = self._articles.weights.take(others, axis=0) * weights.take(columns)
        apart = np.minimum(np.abs(self._days[others] - self._days[number]), _FAR)
        scores = products.sum(axis=1, dtype=np.int64) * (_WHOLE + _CLOSENESS[apart])
        order = np.argsort(-scores, kind="stable")
        order = order[scores[order] >= _LEAST]
        for start in range(0, len(order), _ONE):
            some = order[start : start + _ONE]
            yield from self._told(number, others[some], products[some], columns[some])

    def _common(self, number: int, others: Numbers) -> NDArray[np.uint8]:
        """By feature of the others, its column in the article's row, from 1 on; 0 where the article has it not."""
        features = self._articles.features[number]
        self._columns[features] = self._all
        self._columns[0] = 0
        columns = self._columns.take(self._articles.features.take(others, axis=0))
        self._columns[features] = 0
        return columns

    def _told(self, number: int, others: Numbers, products: Numbers, columns: NDArray[np.uint8]) -> Iterator[Near]:
        """What each of the others shares."""
        shared = np.nonzero(products)
        found = columns[shared] - 1
        groups = 2 * shared[0] + (found >= TERMS)
        lacks = (1 << _PRODUCT) - 1 - products[shared]
        order = np.sort((((groups << _PRODUCT) + lacks) << _COLUMN) + found)
        places = self._articles.places[number][order & ((1 << _COLUMN) - 1)].tolist()
        ends = np.cumsum(np.bincount(groups, minlength=2 * len(others))).tolist()
        for row, other in enumerate(others.tolist()):
            begin, middle, end = ends[2 * row - 1] if row else 0, ends[2 * row], ends[2 * row + 1]
            yield Near(other, places[begin:middle], places[middle:end])
