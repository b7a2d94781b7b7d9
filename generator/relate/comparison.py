"""Each article compared with those near it: where there are many, a portion at a time, by whoever has a processor."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import chain, islice
from threading import Lock

import msgspec
import numpy as np
from numpy.typing import NDArray

from generator.batches import Packed, rescued, sealed
from generator.relate.nearest import Index
from generator.relate.ranking import Near, Ranking
from generator.relate.vectors import Numbers, Vectors

ENOUGH = 8
"""Articles that are told of for one: more than readers are given, as one or the other has nothing to say for it."""

_CANDIDATES = 30
_PORTION = 1024
"""Articles a task at least: fewer take less time than it takes to begin."""
_TASKS = 16
"""At most, as each of them is handed all vectors."""

Kin = Mapping[int, Sequence[int]]
"""By the number of an article, those that it does not lead to."""


class Comparison:
    """All articles, ready to be compared; their numbers are those of their rows."""

    def __init__(self, articles: Vectors, days: Numbers, shown: NDArray[np.bool_], kin: Kin) -> None:
        """Compare these articles, each of such a day; only those shown are led to, and none from its kin."""
        self.index = Index(articles, shown)
        self._ranking, self._kin = Ranking(articles, days), kin

    def near(self, number: int) -> list[Near]:
        """Those that have the most in common with an article, the best first, at most `ENOUGH`."""
        others = self.index.nearest(number, _CANDIDATES)
        if kin := self._kin.get(number):
            others = others[~np.isin(others, kin)]
        return list(islice(self._ranking.best(number, others), ENOUGH))


def compared(comparison: Comparison, numbers: Sequence[int], executor: Executor | None = None) -> Iterator[list[Near]]:
    """Those near each of these articles, in their order; where there are many, the executor finds them."""
    size = max(_PORTION, -(-len(numbers) // _TASKS))
    portions = [numbers[start : start + size] for start in range(0, len(numbers), size)]
    if not executor or len(portions) < 2:
        return map(comparison.near, numbers)
    packed = Packed(comparison)
    tasks = deque(executor.submit(_portion, packed, portion) for portion in portions)
    found = (rescued(tasks.popleft(), _portion, packed, portion) for portion in portions)
    return chain.from_iterable(_decode(each) if isinstance(each, bytes) else each for each in found)


def _portion(comparison: Packed[Comparison], portion: Sequence[int]) -> bytes | list[list[Near]]:
    with _ALONE:
        return sealed([comparison.value.near(number) for number in portion])


_ALONE = Lock()
"""A cluster's worker may have several threads, and a comparison can be asked by one at a time."""

_decode = msgspec.msgpack.Decoder(list[list[Near]]).decode
