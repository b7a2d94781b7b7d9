"""What one task may take of the machine: processor time and memory, beyond which its process ends or says so.

And how a process keeps house with its memory.
"""

import ctypes
import gc
import math
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a task may take; for an article far more than an ordinary one needs.

    Attributes:
        seconds: Of processor time.
        memory: Bytes beside what its process has already.
    """

    seconds: int = 10
    memory: int = 1024 * 1024 * 1024


ALLOWED = Limits()
"""What guarded work may take, in a process of this machine and on a cluster alike."""


def kept(limits: Limits, work: Callable[..., T], *args: object) -> T:
    """The result of the call; where it takes too long its process ends, and where too much memory it fails.

    Where the system knows no such limits, as Windows, the call is simply made.
    """
    if sys.platform == "win32":
        return work(*args)
    import resource  # noqa: PLC0415 - not there on Windows

    allowed = {
        resource.RLIMIT_CPU: math.ceil(process_time()) + limits.seconds,
        resource.RLIMIT_AS: _taken() + limits.memory if _taken() else resource.RLIM_INFINITY,
    }
    before = {kind: resource.getrlimit(kind) for kind in allowed}
    for kind, (soft, hard) in before.items():
        resource.setrlimit(kind, (_lower(soft, allowed[kind]), hard))
    try:
        return work(*args)
    finally:
        for kind, limit in before.items():
            resource.setrlimit(kind, limit)


def _lower(one: int, other: int) -> int:
    """The stricter of two limits, -1 standing for none."""
    return min(one, other) if min(one, other) >= 0 else max(one, other)


def _taken() -> int:
    """Bytes of address space that this process has; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def cause(code: int | None, limits: Limits) -> str:
    """What a process died of that ended with this code, as a clause; negative codes are signals."""
    if code == -getattr(signal, "SIGXCPU", 24):
        return f"took longer than {limits.seconds} seconds of processor time"
    if code == -getattr(signal, "SIGKILL", 9):
        return "was ended from outside, as the system does where memory runs out"
    return f"crashed the process (signal {-code})" if code and code < 0 else f"ended the process (code {code})"


_LARGE = 256 * 1024  # bytes
_KEPT = 32 * 1024 * 1024
_TUNED = {-8: 1, -3: _LARGE, -1: _KEPT}
"""By the number of a parameter of glibc's `mallopt`: M_ARENA_MAX, M_MMAP_THRESHOLD and M_TRIM_THRESHOLD."""


def frugal() -> None:
    """Have this process hold little memory that is free; to be called before it has threads.

    The C library of Linux gives each thread a heap of its own, and lays out large values in it as soon as one of their
    size was freed: what is small and stays keeps what was between from going back. Here all threads share one heap,
    and what is large lies outside of it.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            mallopt = ctypes.CDLL(None).mallopt
            for parameter, value in _TUNED.items():
                mallopt(parameter, value)


_STEPS = 5  # of niceness: on Linux, a process gets a third of what another one gets that it competes with


def step_back() -> None:
    """Have this process leave the processor to one that it works for, which hands out the work and takes it in."""
    if sys.platform != "win32":
        os.nice(_STEPS)


def give_back() -> None:
    """Give the system back what memory is free: the C library of Linux keeps most of it where values were many."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for garbage among more and more values, which hold one another in no circles; nor afterwards."""
    enabled = gc.isenabled()
    gc.disable()
    if enabled and gc.get_freeze_count():  # an earlier build of a server
        gc.unfreeze()
        gc.collect()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()
