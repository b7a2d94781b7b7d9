"""The site's place: one build at a time, the new site exchanged for the old, what a killed build left put right."""

import ctypes
import errno
import getpass
import os
import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from generator.problems import ContentError, Problem

LOCK = ".briefing-lock"
"""The file in the archive's folder that a build holds; it says whose it is."""


class _Holder(msgspec.Struct):
    """Who holds an archive: the process, its machine, whose it is, and since when."""

    process: int
    machine: str
    user: str
    since: str

    def __str__(self) -> str:
        """Who it is, in a clause."""
        return f"process {self.process} of {self.user} on {self.machine}, since {self.since}"


@contextmanager
def alone(root: Path, output: Path) -> Iterator[None]:
    """Hold the archive for one build, after putting right what a killed one left at the site's place.

    Raises:
        ContentError: Another build holds it.
    """
    with _held(root / LOCK):
        _mend(output)
        yield


@contextmanager
def _held(lock: Path) -> Iterator[None]:
    """Hold the lock, which the system takes back from whoever dies, so that a killed build holds nobody up."""
    handle = _taken(lock)
    try:
        os.truncate(handle, 0)
        os.write(handle, msgspec.json.encode(_myself()))
        yield
    finally:
        if os.name == "nt":
            os.close(handle)  # there, no file is removed that is open
            lock.unlink(missing_ok=True)
        else:
            lock.unlink(missing_ok=True)
            os.close(handle)


def _taken(lock: Path) -> int:
    """The open lock.

    Raises:
        ContentError: Somebody else holds it.
    """
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        if not _lock(handle):
            holder = _holder(handle)
            os.close(handle)
            message = f"another build of this archive is at work ({holder}); wait for it to end"
            raise ContentError([Problem(str(lock), 0, "path", "error", message)])
        # Whoever held it may have removed it just now, and somebody else made a new one.
        if lock.exists() and os.path.samestat(os.fstat(handle), lock.stat()):
            return handle
        os.close(handle)


def _lock(handle: int) -> bool:
    """Whether the open file could be locked; also where a file system knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            os.lseek(handle, 1 << 20, os.SEEK_SET)  # behind what it says, which can be read then
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
    return True


def _holder(handle: int) -> str:
    """Who holds it, in a clause."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        return str(msgspec.json.decode(os.read(handle, 4096), type=_Holder))
    except (OSError, msgspec.MsgspecError):
        return "it has not said yet whose it is"


def _myself() -> _Holder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in many containers
        user = "somebody"
    return _Holder(os.getpid(), socket.gethostname(), user, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")


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
    """A folder beside the site for the time of a build, on the same file system; its name tells whose it is.

    In it is the edition before the one that stands, as `fresh`, where there is one: most of its files are, as links,
    those of the site, so that the next edition is soon made from it.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f"{_prefix(output)}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=output.parent, ignore_cleanup_errors=True) as folder:
        previous = _previous(output)
        if previous.is_dir() and not previous.is_symlink():
            with suppress(OSError):
                previous.rename(Path(folder, "fresh"))
        yield Path(folder)


def shelve(aside: Path, output: Path) -> None:
    """Keep the edition that was exchanged for a new one, for nobody else to read, as what the next is made from."""
    for name in ("fresh", "old"):
        if (aside / name).is_dir():
            with suppress(OSError):
                (aside / name).chmod(0o700)
                (aside / name).rename(_previous(output))


def _previous(output: Path) -> Path:
    return output.parent / f"{_prefix(output)}previous"


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
    return {path.name for path in folder.iterdir()} <= {"fresh", "old", "whole"}


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
    _settle(current.parent)


def _settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name == "nt":
        return  # a folder cannot be waited for there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
