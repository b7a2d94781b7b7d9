"""A site put together in a folder of its own: what is as it was comes from the old one, the rest is written."""

import ctypes
import os
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.publish.edition import Output

Place = tuple[int, int]
"""A file system and an inode: two names with the same place are one file."""


def standing(folder: Path, outputs: Mapping[str, Output]) -> tuple[dict[str, Place], bool]:
    """The files of a site that are as they were published, with their places; and whether anything else is in it.

    A file whose size or time is another is read before it is believed.
    """
    found = dict(_files(str(folder), "")) if folder.is_dir() else {}
    sound = {name: _place(entry) for name, entry in found.items() if name in outputs and _as_was(entry, outputs[name])}
    return sound, len(sound) != len(found)


def _files(folder: str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry


def _place(entry: "os.DirEntry[str]") -> Place:
    status = entry.stat(follow_symlinks=False)
    return status.st_dev, status.st_ino


def _as_was(entry: "os.DirEntry[str]", output: Output) -> bool:
    if not entry.is_file(follow_symlinks=False):
        return False
    status = entry.stat(follow_symlinks=False)
    if status.st_size != output.size:
        return False
    return status.st_mtime_ns == output.modified or _digest(Path(entry.path).read_bytes()) == output.digest


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _clear(folder: str, prefix: str, sound: Mapping[str, Place], files: set[str], folders: set[str]) -> None:
    """Remove from a folder all that is not the very same file as a sound one; note what stays, and the folders."""
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            folders.add(name)
            _clear(entry.path, f"{name}/", sound, files, folders)
        elif sound.get(name) == _place(entry):
            files.add(name)
        else:
            os.unlink(entry.path)  # noqa: PTH108 - as below


def _remove_folders(folder: str, prefix: str, wanted: Collection[str]) -> None:
    """Remove the empty folders that are not wanted."""
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
    for entry in found:
        _remove_folders(entry.path, f"{prefix}{entry.name}/", wanted)
        if prefix + entry.name not in wanted:
            os.rmdir(entry.path)  # noqa: PTH106 - as below


class Assembly:
    """A folder that becomes a site.

    It may be that of an earlier edition, most of whose files are, as links, those of the old site. Only what is the
    very same file stays in it; and no file in it is ever written to, as it may be the old site's too.
    """

    def __init__(self, folder: Path, old: Path, known: Mapping[str, Output], sound: Mapping[str, Place]) -> None:
        """Begin in `folder`; what is `sound` in the `old` site, by its place, may be taken over from there."""
        self._folder, self._old, self._known, self._sound = str(folder), str(old), known, sound
        self._folders = {""}
        folder.mkdir(exist_ok=True)
        self._there: set[str] = set()
        self._standing: set[str] = set()
        _clear(self._folder, "", sound, self._there, self._standing)
        self._changed: set[str] = set()
        self.outputs: dict[str, Output] = {}
        self.written: list[str] = []

    def keep(self, name: str) -> bool:
        """Take a file over from the old site; whether it is there, as it was."""
        if name not in self._sound:
            return False
        self.outputs[name] = self._known[name]
        if name in self._there:
            self._there.discard(name)
            self._note_folders(name)
            return True
        self._make_way(name)
        old, new = f"{self._old}/{name}", f"{self._folder}/{name}"
        try:
            os.link(old, new)
        except OSError:
            shutil.copy2(old, new)  # a file system without hard links, or one with too many
            self.written.append(name)
        return True

    def put(self, name: str, data: bytes) -> None:
        """Write a file, or take it over where the old site has the same."""
        digest = _digest(data)
        if name in self._known and self._known[name].digest == digest and self.keep(name):
            return
        self._make_way(name)
        path = f"{self._folder}/{name}"
        with open(path, "xb") as stream:  # noqa: PTH123 - pathlib is slow for tens of thousands
            stream.write(data)
            stream.flush()
            modified = os.fstat(stream.fileno()).st_mtime_ns
        self.outputs[name] = Output(digest, len(data), modified)
        self.written.append(name)

    def _make_way(self, name: str) -> None:
        """Have the file's folder there, and nothing in the file's place."""
        folder = self._note_folders(name)
        self._changed.add(folder)
        self._remove(name)

    def _note_folders(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        above = folder
        while above not in self._folders:
            self._folders.add(above)
            above = above.rpartition("/")[0]
        if above != folder:
            self._make_folders(folder, above)
        return folder

    def _make_folders(self, folder: str, above: str) -> None:
        """Make those between a folder that is there and one that may not be."""
        for part in folder.removeprefix(above).strip("/").split("/"):
            holder, above = above, f"{above}/{part}".strip("/")
            if above not in self._standing:
                self._remove(above)
                self._changed |= {holder, above}
                os.mkdir(f"{self._folder}/{above}")  # noqa: PTH102 - as above

    def _remove(self, name: str) -> None:
        if name in self._there:
            self._there.discard(name)
            os.unlink(f"{self._folder}/{name}")  # noqa: PTH108 - as above
        elif name in self._standing and name not in self._folders:
            shutil.rmtree(f"{self._folder}/{name}")
            self._there = {other for other in self._there if not other.startswith(f"{name}/")}
            self._standing = {other for other in self._standing if not f"{other}/".startswith(f"{name}/")}

    def sweep(self) -> None:
        """Remove what an earlier edition had and this one has not."""
        for name in sorted(self._there):
            self._changed.add(name.rpartition("/")[0])
            self._remove(name)
        _remove_folders(self._folder, "", self._folders)

    def settle(self) -> None:
        """Wait until all of it is on the disk.

        Raises:
            OSError: It did not get there.
        """
        if os.name == "nt":
            return  # a folder cannot be waited for there
        if len(self.written) > _MANY and _settle_all(self._folder):
            return
        for name in (*self.written, *sorted(self._changed & self._folders, reverse=True)):
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
