"""Work on many articles, handed to an executor a batch at a time, where one that fails stops only itself."""

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from hashlib import blake2b
from typing import Any, Generic, ParamSpec, TypeVar

import msgspec

from generator.problems import Problem

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")

BATCH = 32
"""Articles a task: enough that handing them over costs little, few enough that no worker waits long for another."""

Work = Callable[[Sequence[S]], list[T]]
Lost = Callable[[S, str], T]


class DiedError(Exception):
    """The process that worked on a task is no more; says of what it died, in a clause."""


# The work itself takes what goes wrong with an article as a problem of that; but a text may be too much even for that.
_POISONED = (DiedError, MemoryError, RecursionError)


def mapped(work: Work[S, T], items: Sequence[S], executor: Executor, lost: Lost[S, T]) -> Iterator[T]:
    """What the work makes of the items, in their order; it is given a batch of them at a time.

    Args:
        work: Is done somewhere else, in one piece for each batch.
        items: What to work on.
        executor: Does the work. One with a method `guarded` is asked to do it within limits.
        lost: What to have in the place of an item on which the process that works on it dies or gives up, even when
            it is alone with it; is given why, in a clause.
    """
    submit = getattr(executor, "guarded", executor.submit)
    batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    tasks = deque((batch, submit(work, batch)) for batch in batches)
    return _collected(tasks, lambda item: submit(work, [item]), lost)


def _collected(
    tasks: deque[tuple[Sequence[S], Future[list[T]]]], alone: Callable[[S], Future[list[T]]], lost: Lost[S, T]
) -> Iterator[T]:
    while tasks:
        batch, future = tasks.popleft()
        try:
            found = future.result()
        except _POISONED:
            found = _one_by_one(batch, alone, lost)
        yield from found


def _one_by_one(batch: Sequence[S], alone: Callable[[S], Future[list[T]]], lost: Lost[S, T]) -> list[T]:
    """The batch again, each item by itself, since one of them was the death of a process and the others are sound.

    One after another: a cluster suspects whatever was waiting for a process that died.
    """
    found: list[T] = []
    for item in batch:
        try:
            found += alone(item).result()
        except _POISONED as error:
            found.append(lost(item, _reason(error)))
    return found


def _reason(error: BaseException) -> str:
    if isinstance(error, DiedError):
        return str(error)
    return "took more memory than an article may" if isinstance(error, MemoryError) else "goes too deep"


def done(executor: Executor, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What the work comes to, done by the executor; and by this process where the one that was at it died."""
    return rescued(executor.submit(work, *args, **kwargs), work, *args, **kwargs)


def rescued(task: Future[T], work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What comes of a task that does this work; done here where the process that was at it died."""
    try:
        return task.result()
    except DiedError:
        return work(*args, **kwargs)


class Packed(Generic[T]):
    """A value that many tasks need: it is packed once, and unpacked once by each process it travels to.

    Attributes:
        value: The value.
        key: A digest of what it is packed as.
    """

    __slots__ = ("_data", "key", "value")

    def __init__(self, value: T, data: bytes = b"") -> None:
        """Pack the value; `data` is it, packed already."""
        self.value = value
        self._data = data or pickle.dumps(value)
        self.key = blake2b(self._data, digest_size=16).digest()

    def __reduce__(self) -> tuple[Callable[[bytes, bytes], "Packed[Any]"], tuple[bytes, bytes]]:
        """Travel as the bytes."""
        return _unpacked, (self.key, self._data)

    def again(self) -> tuple[Callable[[bytes], "Packed[Any]"], tuple[bytes]]:
        """Travel as the name of what the other process was sent last, which is this."""
        return _again, (self.key,)


_held: dict[bytes, Packed[Any]] = {}
"""By its key, the last of those that this process was sent."""


def _unpacked(key: bytes, data: bytes) -> Packed[Any]:
    found = _held.get(key)
    if not found:
        found = Packed(pickle.loads(data), data)  # noqa: S301 - it comes from the process that handed out the task
        _held.clear()
        _held[key] = found
    return found


def _again(key: bytes) -> Packed[Any]:
    return _held[key]


def sealed(value: T) -> T | bytes:
    """The value as MessagePack, to travel: a value of many parts takes a quarter of the time that pickling it takes.

    What has half a character in it, which MessagePack has no bytes for, travels as it is.
    """
    try:
        return _encode(value)
    except UnicodeEncodeError:
        return value


_encode = msgspec.msgpack.Encoder().encode


def failure(path: str, error: Exception) -> Problem:
    """The problem of a file on which the generator itself failed."""
    if isinstance(error, MemoryError):
        return stopped(path, _reason(error))
    message = f"the generator failed on this file ({type(error).__name__}: {error}); please report it"
    return Problem(path, 0, "internal", "error", message)


def stopped(path: str, reason: str) -> Problem:
    """The problem of a file whose understanding had to be stopped, or was the death of a process."""
    message = f"understanding it {reason}; shorten or split the file, or take it out, and please report it"
    return Problem(path, 0, "stopped", "error", message)
