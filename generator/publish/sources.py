"""What a site is made from: every file below `docs/`, known by its digest and read only where it may have changed."""

import os
import time
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

FEW = 150
"""So many pages are built sooner by the leading process than others are ready to."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is changed again has another time of change, on every file system in use."""


class Source(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file as it was when it was read.

    Attributes:
        digest: SHA-256 of its bytes.
        size: In bytes.
        modified: When it was changed last, in nanoseconds.
        inode: The number that the file system knows it by; a file that was replaced has another.
        settled: Whether it was old enough then for its time of change to tell the next change.
    """

    digest: bytes
    size: int
    modified: int
    inode: int
    settled: bool


def scan(folder: Path, before: Mapping[str, Source]) -> dict[str, Source]:
    """Every file below the folder by its path with forward slashes, in the order of the paths.

    A file is taken for unchanged where its size, time and inode are as before; else it is read.
    """
    now = time.time_ns()
    found = {path: _source(entry, before.get(path), now) for path, entry in files(str(folder))}
    return dict(sorted(found.items()))


def digest(sources: Mapping[str, Source]) -> bytes:
    """One digest of all files and their names."""
    total = sha256()
    for path, source in sources.items():
        total.update(path.encode("utf-8", "surrogateescape") + b"\0" + source.digest)
    return total.digest()


def files(folder: str, prefix: str = "", without: str = "") -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Every file below the folder, with its path from there; links are followed, as MkDocs does.

    Args:
        folder: Where to begin.
        prefix: Of the paths.
        without: The path of a folder that is passed over.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.path != without:
                    yield from files(entry.path, f"{prefix}{entry.name}/", without)
            elif entry.is_file():
                yield prefix + entry.name, entry


def _source(entry: "os.DirEntry[str]", before: Source | None, now: int) -> Source:
    status = entry.stat()
    known = (status.st_size, status.st_mtime_ns, status.st_ino)
    if before and before.settled and known == (before.size, before.modified, before.inode):
        return before
    # Also where the clock was set back: a time of change that is still to come is never settled.
    settled = status.st_mtime_ns < now - _SETTLED
    return Source(sha256(Path(entry.path).read_bytes()).digest(), *known, settled)
