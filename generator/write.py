"""Writes files: whole or not at all, only where they changed, and never outside the folder they belong to."""

import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from errno import ENOTDIR
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from generator.model import Page


@dataclass(frozen=True, slots=True)
class Changes:
    """What a `sync` did: the paths written and removed, relative to the folder, and how many stayed as they were."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0

    def later(self) -> "Changes":
        """What the next `sync` does where nothing has changed."""
        return Changes(kept=self.kept + len(self.written))


def sync(pages: Iterable[Page], folder: Path, kept: Collection[str] = ()) -> Changes:
    """Make the folder hold just these pages: write what differs as it comes, remove what no page stands for.

    Args:
        pages: Are asked for one after another, and not held.
        folder: Is made where it is missing.
        kept: Paths of files that stay as they are; may grow until the last page has come.

    Raises:
        ValueError: Two pages have one path, or a path leads outside of the folder; both are faults of the generator.
        OSError: The folder is a link or a file, or cannot be written to.
    """
    if folder.is_symlink():
        raise NotADirectoryError(ENOTDIR, "is a link, and nothing is written through links; remove it", str(folder))
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(ENOTDIR, "is a file where generated pages belong; move it away", str(folder))
    held = _Folder(folder)
    wanted: set[str] = set()
    written = []
    for page in pages:
        _check(page.path, wanted)
        wanted.add(page.path)
        if held.write(page.path, page.data):
            written.append(page.path)
    removed = sorted(held.files - wanted - frozenset(kept))
    _remove(folder, removed, held.found)
    return Changes(tuple(written), tuple(removed), len(wanted) + len(kept) - len(written))


State = tuple[int, int, int, int]
"""What tells a file that nobody has touched: its size, the times of its content and of its entry, and its number."""


def state(path: str) -> State | None:
    """The state of a regular file; None where there is none."""
    try:
        found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 - asked for every page, and a Path takes its time
    except OSError:
        return None
    known = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
    return known if stat.S_ISREG(found.st_mode) else None


def states(folder: Path) -> dict[str, State]:
    """The state of each file below the folder, by its path from there with forward slashes; for what is none, zeros."""
    found: dict[str, State] = {}
    folders = [("", str(folder))] if folder.is_dir() else []
    for prefix, path in folders:  # it grows while it is read
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    found[prefix + entry.name] = state(entry.path) or (0, 0, 0, 0)
    return found


def new(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet.

    Raises:
        FileExistsError: It does; nothing is overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # On the disk before the name exists: this is somebody's only copy, which no build could make again.
    temporary = _temporary(path, data)
    try:
        os.link(temporary, path)  # unlike a rename, this fails where the name is taken
    except FileExistsError:
        raise
    except OSError:
        _create(path, data)  # a file system without hard links, as on many memory cards
    finally:
        temporary.unlink()


def _create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet under its own name, and take it away where that fails."""
    stream = path.open("xb")
    try:
        with stream:
            _write(stream, data)
    except BaseException:
        path.unlink()
        raise


def _check(path: str, taken: Collection[str]) -> None:
    if "\\" in path or ":" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise ValueError(f"a page may not be written to {path!r}")
    if path in taken:
        raise ValueError(f"two pages would be written to {path!r}")


class _Folder:
    """A folder as it was found, and what is known of it while files are written to it, so that little is asked twice.

    Attributes:
        files: The names of the files that it held.
        found: The names of its folders; "" is its own.
    """

    def __init__(self, root: Path) -> None:
        """Look at what it holds."""
        self.files, self.found = _held(root)
        self._root = root
        self._folders = {*self.found}
        self._temporary = f"{root}/.writing-{os.urandom(8).hex()}"

    def write(self, name: str, data: bytes) -> bool:
        """Whether the file had to be written."""
        path = f"{self._root}/{name}"
        if name in self.files and _holds(path, data):
            return False
        above = name.rpartition("/")[0]
        if above not in self._folders:
            self._make(above)
        if name in self._folders:
            shutil.rmtree(path)
            self._folders = {each for each in self._folders if not f"{each}/".startswith(f"{name}/")}
        _put(self._temporary, path, data)
        return True

    def _make(self, name: str) -> None:
        """Make the folder, and remove the file that stands where it or one on the way to it has to be."""
        path = self._root / name
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            # Only below the root: what stands in its own way is not the generator's.
            for below in accumulate(name.split("/"), "{}/{}".format):
                if name and (self._root / below).is_file():
                    (self._root / below).unlink()
            path.mkdir(parents=True, exist_ok=True)
        while name not in self._folders:
            self._folders.add(name)
            name = name.rpartition("/")[0]


def _holds(path: str, data: bytes) -> bool:
    """Whether the file is there, and has just this in it."""
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - pathlib is slow for tens of thousands
            return stream.read() == data
    except OSError:
        return False


def _put(temporary: str, path: str, data: bytes) -> None:
    """Write the file whole under another name, then give it its own.

    A generated page is not waited for until it is on the disk: thousands would take minutes, and the next build
    compares each with what it should be, so that one which a power cut spoiled is written again.
    """
    handle = os.open(temporary, _NEW, 0o644)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)
        os.chmod(temporary, 0o644)  # noqa: PTH101 - as above; whatever files may commonly be, a web server reads these
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108 - as above
        raise


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _temporary(path: Path, data: bytes) -> Path:
    """The data in a file beside the path, on the disk, to be given its name."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            _write(stream, data)
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _write(stream: BinaryIO, data: bytes) -> None:
    """Write the data, and wait until it is on the disk."""
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _held(folder: Path) -> tuple[set[str], list[str]]:
    """The names of the files below the folder and of its folders; links are removed, lest anything go through one."""
    files: set[str] = set()
    folders = [""] if folder.is_dir() else []
    for name in folders:  # it grows while it is read
        with os.scandir(folder / name) as entries:
            for entry in entries:
                below = f"{name}/{entry.name}".lstrip("/")
                if entry.is_dir(follow_symlinks=False):
                    folders.append(below)
                    continue
                files.add(below)
                if entry.is_symlink():
                    Path(entry.path).unlink()
    return files, folders


def _remove(folder: Path, files: Iterable[str], folders: Iterable[str]) -> None:
    """Remove the files, then those folders that are left empty."""
    for name in files:
        # Where a page came into the place of its folder, or a folder into its own, it is gone already.
        if not (folder / name).is_dir():
            with suppress(NotADirectoryError):
                (folder / name).unlink(missing_ok=True)
    for name in sorted(filter(None, folders), reverse=True):
        with suppress(OSError):  # it holds something
            (folder / name).rmdir()
