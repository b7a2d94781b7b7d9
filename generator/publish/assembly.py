"""A site put together in a folder of its own: what is as it was comes from the old one, the rest is written."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.publish.edition import Output


def standing(folder: Path, outputs: Mapping[str, Output]) -> tuple[frozenset[str], bool]:
    """The files of a site that are as they were published, and whether there is anything else in it.

    A file whose size or time is another is read before it is believed.
    """
    found = dict(_files(str(folder), "")) if folder.is_dir() else {}
    sound = frozenset(name for name, entry in found.items() if name in outputs and _as_was(entry, outputs[name]))
    return sound, len(sound) != len(found)


def _files(folder: str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry


def _as_was(entry: "os.DirEntry[str]", output: Output) -> bool:
    if not entry.is_file(follow_symlinks=False):
        return False
    status = entry.stat(follow_symlinks=False)
    if status.st_size != output.size:
        return False
    return status.st_mtime_ns == output.modified or _digest(Path(entry.path).read_bytes()) == output.digest


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


class Assembly:
    """A new folder that becomes a site."""

    def __init__(self, folder: Path, old: Path, known: Mapping[str, Output], sound: frozenset[str]) -> None:
        """Begin in `folder`; what is `sound` in the `old` site may be taken over from there."""
        self._folder, self._old, self._known, self._sound = str(folder), str(old), known, sound
        self._folders = {""}
        folder.mkdir()
        self.outputs: dict[str, Output] = {}
        self.written: list[str] = []

    def keep(self, name: str) -> bool:
        """Take a file over from the old site; whether it is there, as it was."""
        if name not in self._sound:
            return False
        self._make_folder(name)
        old, new = f"{self._old}/{name}", f"{self._folder}/{name}"
        try:
            os.link(old, new)
        except OSError:
            shutil.copy2(old, new)  # a file system without hard links, or one with too many
            self.written.append(name)
        self.outputs[name] = self._known[name]
        return True

    def put(self, name: str, data: bytes) -> None:
        """Write a file, or take it over where the old site has the same."""
        digest = _digest(data)
        if name in self._known and self._known[name].digest == digest and self.keep(name):
            return
        self._make_folder(name)
        path = f"{self._folder}/{name}"
        with open(path, "wb") as stream:  # noqa: PTH123 - pathlib is slow for tens of thousands
            stream.write(data)
            stream.flush()
            modified = os.fstat(stream.fileno()).st_mtime_ns
        self.outputs[name] = Output(digest, len(data), modified)
        self.written.append(name)

    def _make_folder(self, name: str) -> None:
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._folder}/{folder}", exist_ok=True)  # noqa: PTH103 - as above
            while folder:
                self._folders.add(folder)
                folder = folder.rpartition("/")[0]

    def settle(self) -> None:
        """Wait until all of it is on the disk.

        Raises:
            OSError: It did not get there.
        """
        if os.name == "nt":
            return  # a folder cannot be waited for there
        if len(self.written) > _MANY and _settle_all(self._folder):
            return
        for name in (*self.written, *sorted(self._folders, reverse=True)):
            _settle(f"{self._folder}/{name}")


_MANY = 200
"""So many files are on the disk sooner when the whole file system is asked to write what it holds back."""


def _settle(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _settle_all(folder: str) -> bool:
    """Whether the system could be asked to write all of a file system at once: Linux can."""
    if sys.platform != "linux":
        return False
    try:
        library = ctypes.CDLL(None, use_errno=True)
        syncfs = library.syncfs
    except (AttributeError, OSError):
        return False  # a C library without it
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), folder)
    finally:
        os.close(handle)
    return True
