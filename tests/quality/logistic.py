"""Logistic regression over named features, with a penalty on large weights: what a name tells must be seen often."""

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Loss = Callable[[Vector], tuple[float, Vector]]

_STEPS = 40
_MEMORY = 10
_ENOUGH = 1e-4
_SHORTEST = 1e-9
_STEEPEST = 30.0


def fitted(
    seen: Sequence[Sequence[str]], truths: Sequence[bool], counts: Sequence[float], penalty: float
) -> dict[str, float]:
    """The weight of every name, so that the sum over an example's names is the logarithm of its odds to be true.

    Args:
        seen: The names of each example, at least one.
        truths: Whether it is true.
        counts: How much it counts.
        penalty: Half of this, times the sum of the squared weights, is added to the loss.
    """
    index: dict[str, int] = {}
    places = np.array([index.setdefault(name, len(index)) for names in seen for name in names])
    sizes = np.array([len(names) for names in seen])
    loss = _loss(places, sizes, np.where(truths, 1.0, -1.0), np.array(counts), len(index), penalty)
    return dict(zip(index, _least(loss, len(index)).tolist(), strict=True))


def _loss(
    places: NDArray[np.int64], sizes: NDArray[np.int64], signs: Vector, counts: Vector, width: int, penalty: float
) -> Loss:
    """The penalized loss of some weights, and its slope."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))

    def loss(weights: Vector) -> tuple[float, Vector]:
        margins = signs * np.add.reduceat(weights[places], starts)
        errors = -signs * counts / (1 + np.exp(np.clip(margins, -_STEEPEST, _STEEPEST)))
        slope = np.bincount(places, np.repeat(errors, sizes), width) + penalty * weights
        return float(counts @ np.logaddexp(0, -margins) + penalty / 2 * (weights @ weights)), slope

    return loss


def _least(loss: Loss, width: int) -> Vector:
    """Where the loss is least, by a quasi-Newton method with limited memory (Nocedal and Wright 2006, 7.2)."""
    at = np.zeros(width)
    value, slope = loss(at)
    known: deque[tuple[Vector, Vector]] = deque(maxlen=_MEMORY)
    for _ in range(_STEPS):
        way = _way(slope, known)
        length = 1.0 if known else 1 / float(np.sqrt(slope @ slope))
        while (following := loss(at + length * way))[0] > value + _ENOUGH * length * float(slope @ way):
            length /= 2
            if length < _SHORTEST:
                return at
        known.append((length * way, following[1] - slope))
        at = at + length * way
        value, slope = following
    return at


def _way(slope: Vector, known: Sequence[tuple[Vector, Vector]]) -> Vector:
    """Down the slope, bent by what the last steps told of its curvature."""
    way = -slope
    shares = []
    for step, change in reversed(known):
        share = float(step @ way) / float(step @ change)
        way = way - share * change
        shares.append(share)
    if known:
        step, change = known[-1]
        way = way * (float(step @ change) / float(change @ change))
    for (step, change), share in zip(known, reversed(shares), strict=True):
        way = way + (share - float(change @ way) / float(step @ change)) * step
    return way
