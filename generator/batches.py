"""Work on many articles, handed to an executor a batch at a time, where one that fails stops only itself."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from itertools import chain
from typing import TypeVar

from generator.problems import Problem

S = TypeVar("S")
T = TypeVar("T")

BATCH = 32
"""Articles a task: enough that handing them over costs little, few enough that no worker waits long for another."""


def mapped(work: Callable[[Sequence[S]], list[T]], items: Sequence[S], executor: Executor) -> tuple[T, ...]:
    """What the work makes of the items, in their order; it is given a batch of them at a time."""
    batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    return tuple(chain.from_iterable(executor.map(work, batches)))


def failure(path: str, error: Exception) -> Problem:
    """The problem of a file on which the generator itself failed."""
    message = f"the generator failed on this file ({type(error).__name__}: {error}); please report it"
    return Problem(path, 0, "internal", "error", message)
