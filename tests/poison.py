"""Work that a text stops in the ways in which a text may stop it: for showing that it stops only itself."""

import ctypes
import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

TEXTS = {
    "hang": "took longer than 1 seconds of processor time",
    "exit": "ended the process (code 3)",
    "crash": "crashed the process (signal 11)",
    "memory": "took more memory than an article may",
    "recursion": "goes too deep",
}
"""What a text has to say to do its harm, behind the word `poison`, and how the build calls that."""


class Poisoned(Executor):
    """An executor whose work is poisoned by the texts that say so."""

    def __init__(self, inner: Any) -> None:
        """Have the work done by this executor."""
        self._inner = inner

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As the inner executor's."""
        found: Future[Any] = self._inner.submit(fn, *args, **kwargs)
        return found

    def guarded(self, work: Callable[..., Any], batch: Any) -> Future[Any]:
        """The work, after the poison."""
        found: Future[Any] = self._inner.guarded(after_poison, work, batch)
        return found


def after_poison(work: Callable[..., Any], batch: Any) -> Any:
    """The work on the batch, if no text of it does harm before."""
    for item in batch:
        for poison in TEXTS:
            if f"poison {poison}".encode() in getattr(item, "data", b""):
                _take(poison)
    return work(batch)


def _take(poison: str) -> None:
    while poison == "hang":
        pass
    if poison == "exit":
        os._exit(3)
    if poison == "crash":
        ctypes.string_at(0)
    if poison == "memory":
        bytearray(3 * 1024**3)
    if poison == "recursion":
        _take(poison)
