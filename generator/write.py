"""Writes files: whole or not at all, only where they changed, and never outside the folder they belong to."""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from generator.model import Page


@dataclass(frozen=True, slots=True)
class Changes:
    """What a `sync` did: the paths written and removed, relative to the folder, and how many stayed as they were."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0


def sync(pages: Iterable[Page], folder: Path) -> Changes:
    """Make the folder hold just these pages: write what differs, remove what no page stands for.

    Raises:
        ValueError: Two pages have one path, or a path leads outside of the folder; both are faults of the generator.
        OSError: The folder is a link, or cannot be written to.
    """
    wanted = _by_path(pages)
    if folder.is_symlink():
        raise NotADirectoryError(ENOTDIR, "is a link, and nothing is written through links; remove it", str(folder))
    # Links go first, so that nothing is written through one; and files that are in the place of a folder.
    removed = tuple(_remove_others(folder, frozenset(wanted)))
    written = tuple(path for path, page in wanted.items() if _write_changed(folder / path, page.data))
    return Changes(written, removed, len(wanted) - len(written))


def new(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet.

    Raises:
        FileExistsError: It does; nothing is overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # On the disk before the name exists: this is somebody's only copy, which no build could make again.
    temporary = _temporary(path, data, durable=True)
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
            _write(stream, data, durable=True)
    except BaseException:
        path.unlink()
        raise


def _by_path(pages: Iterable[Page]) -> dict[str, Page]:
    wanted: dict[str, Page] = {}
    for page in pages:
        parts = PurePosixPath(page.path).parts
        if not parts or parts[0] == "/" or ".." in parts or "\\" in page.path or ":" in page.path:
            raise ValueError(f"a page may not be written to {page.path!r}")
        if page.path in wanted:
            raise ValueError(f"two pages would be written to {page.path!r}")
        wanted[page.path] = page
    return wanted


def _write_changed(path: Path, data: bytes) -> bool:
    """Whether the file had to be written."""
    if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(path, data, durable=False)
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink()
        raise
    return True


def _temporary(path: Path, data: bytes, *, durable: bool) -> Path:
    """The data in a file beside the path, to be given its name once it is whole.

    A generated page is not waited for until it is on the disk: thousands would take minutes, and the next build
    compares each with what it should be, so that one which a power cut spoiled is written again.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            _write(stream, data, durable=durable)
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _write(stream: BinaryIO, data: bytes, *, durable: bool) -> None:
    stream.write(data)
    if durable:
        stream.flush()
        os.fsync(stream.fileno())


def _remove_others(folder: Path, wanted: frozenset[str]) -> Iterable[str]:
    """Remove every file that is not wanted, then the folders left empty; the removed files' paths."""
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in wanted:
            path.unlink()
            yield name
