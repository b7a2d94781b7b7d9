"""Whole processes, timed as a user starts them, with all that they start themselves."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import IO

_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: what a dead child leaves behind is waited for by this process."""


@dataclass(frozen=True, slots=True)
class Run:
    """A process that has ended.

    Attributes:
        name: What it did.
        wall: Seconds on the clock.
        processor: Seconds of the processor, of it and of all that it started.
        megabytes: The peak memory of the largest of them.
        whole: Whether it came to its end, and was not ended because it took too long.
        pages: HTML files that it has made.
    """

    name: str
    wall: float
    processor: float
    megabytes: float
    whole: bool = True
    pages: int = 0


def timed(
    name: str,
    command: Sequence[str | Path],
    folder: Path,
    limit: float = 7200,
    said: IO[bytes] | None = None,
    **changed: str,
) -> Run:
    """Run a command to its end, or for so many seconds; what it says is written to `said`.

    Raises:
        subprocess.CalledProcessError: It failed; what it said is printed.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **changed}
    begin = perf_counter()
    with nullcontext(said) if said else tempfile.TemporaryFile() as heard:
        process = subprocess.Popen(
            command, cwd=folder, stdout=heard, stderr=subprocess.STDOUT, env=environment, start_new_session=True
        )
        late = Timer(limit, _end, [process.pid])
        late.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begin
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        usages = [usage, *_left(process.pid)]
        if process.returncode and wall < limit:
            heard.seek(0)
            print(heard.read().decode(errors="replace")[-4000:])
            raise subprocess.CalledProcessError(process.returncode, list(map(str, command)))
    processor = sum(each.ru_utime + each.ru_stime for each in usages)
    return Run(name, wall, processor, max(each.ru_maxrss for each in usages) / 1024, wall < limit)


@contextmanager
def on_one_processor() -> Iterator[None]:
    """Have what is started meanwhile, and all that it starts itself, share one processor; on Linux."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _left(group: int) -> Iterator[resource.struct_rusage]:
    """What was used by those that the process left behind, such as the one that its workers were forked from."""
    late = Timer(10, _end, [group])
    late.start()
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-1, 0)[2]
    late.cancel()


def _end(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
