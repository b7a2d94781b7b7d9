"""The site's place: one build at a time, the new site exchanged for the old, what a killed build left put right."""

import ctypes
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import write
from generator.problems import ContentError, Problem

LOCK = ".briefing-lock"
"""The file in the archive's folder that a build holds; it has the number of its process."""


@contextmanager
def alone(root: Path, output: Path) -> Iterator[None]:
    """Hold the archive for one build, after putting right what a killed one left at the site's place.

    It knows the processes of this system only: two machines at one archive do not see each other.

    Raises:
        ContentError: Another build holds it.
    """
    lock = root / LOCK
    _take(lock)
    try:
        _mend(output)
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> None:
    try:
        write.new(lock, str(os.getpid()).encode())
    except FileExistsError:
        holder = _holder(lock)
        if _alive(holder):
            message = (
                f"another build of this archive is at work (process {holder}); wait for it to end, or remove this file"
            )
            raise ContentError([Problem(str(lock), 0, "path", "error", message)]) from None
        lock.unlink(missing_ok=True)
        _take(lock)


def _holder(lock: Path) -> int:
    """The number of the process; 0 where the file is gone by now or holds none."""
    try:
        return int(lock.read_bytes())
    except (FileNotFoundError, ValueError):
        return 0


def _alive(process: int) -> bool:
    # In a container every build may have the same number: then it is the one of a build that was killed.
    if process < 1 or process == os.getpid():
        return False
    if sys.platform == "win32":
        return True  # asking would end it there
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # it is somebody else's
    return True


# --- beside the site -----------------------------------------------------------------------------------------


@contextmanager
def aside(output: Path) -> Iterator[Path]:
    """A folder beside the site for the time of a build, on the same file system; its name tells whose it is."""
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f"{_prefix(output)}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=output.parent, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _prefix(output: Path) -> str:
    return f".site-{output.resolve().name}-"


def _mend(output: Path) -> None:
    """Put back the old site where a build was killed before the new one had its place; remove what such builds left."""
    for folder in list(_left(output)):
        if not output.exists() and (folder / "old").is_dir():
            (folder / "old").rename(output)
        shutil.rmtree(folder, ignore_errors=True)


def _left(output: Path) -> Iterable[Path]:
    """The folders that builds of this site left which are no more."""
    named = re.compile(re.escape(_prefix(output)) + r"(\d+)-\w+")
    for folder in output.parent.iterdir() if output.parent.is_dir() else ():
        match = named.fullmatch(folder.name)
        if match and folder.is_dir() and not folder.is_symlink() and not _alive(int(match[1])) and _ours(folder):
            yield folder


def _ours(folder: Path) -> bool:
    return {path.name for path in folder.iterdir()} <= {"fresh", "old"}


# --- new for old ---------------------------------------------------------------------------------------------


def swap(fresh: Path, current: Path, old: Path) -> None:
    """Put the fresh site in the place of the current one, so that no reader meets half a site.

    In one step where the system can; else in two, and who is killed between them leaves it to the next build.
    """
    fresh.chmod(0o755)
    if not current.exists():
        fresh.rename(current)
    elif not _exchange(fresh, current):
        _rename_both(fresh, current, old)


def _exchange(fresh: Path, current: Path) -> bool:
    """Whether the system could exchange the two in one step: Linux can, on most file systems."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False  # a C library without it
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(renameat2(here, os.fsencode(fresh), here, os.fsencode(current), exchange) == 0)


def _rename_both(fresh: Path, current: Path, old: Path) -> None:
    current.rename(old)
    try:
        fresh.rename(current)
    except OSError:
        old.rename(current)
        raise
