"""Which pages were written of which sheet, so that what has not changed is neither made nor read again."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.model import Page, Sheet
from generator.remember.store import Store
from generator.write import State, state, states

_STAGE = "pages"
_WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class _Left:
    """How the files of a key were left, by path, and what was noted of them."""

    files: dict[str, State]
    note: bytes


@dataclass(frozen=True, slots=True)
class _Made:
    """The paths of the pages of a key, and what is noted of them."""

    note: bytes
    paths: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a folder was left as a whole: what it was made from, its files, and what was noted of it."""

    key: bytes
    files: dict[str, State]
    note: bytes


_standing = msgspec.msgpack.Decoder(_Standing).decode
_decode = msgspec.msgpack.Decoder(_Left).decode
_encode = msgspec.msgpack.Encoder().encode


class Written:
    """The pages of sheets, and others that have keys, on their way into a folder.

    Attributes:
        kept: The paths of those that need not be written; it grows while the pages are asked for.
    """

    def __init__(self, sheets: Iterable[Sheet], folder: str, store: Store) -> None:
        """Know from the store what was written into the folder before."""
        self.kept: set[str] = set()
        self._sheets = sheets
        self._folder = folder
        self._store = store
        self._known = dict(store.values(_STAGE))
        self._made: dict[bytes, _Made] = {}

    def pages(self) -> Iterator[Page]:
        """The pages of those sheets that are new, or whose files are not as they were left."""
        for sheet in self._sheets:
            if self.untouched(sheet.key) is None:
                yield from self.noted(sheet.key, sheet.make())

    def untouched(self, key: bytes) -> bytes | None:
        """What was noted with the pages of this key, which are kept; None where they are not as they were left."""
        left = self._left(key)
        if not left or any(state(f"{self._folder}/{path}") != known for path, known in left.files.items()):
            return None
        self.kept.update(left.files)
        return left.note

    def noted(self, key: bytes, pages: Iterable[Page], note: bytes = b"") -> Iterator[Page]:
        """The pages as they come, to be known by the key from now on, and with them the note."""
        made = self._made.setdefault(key, _Made(note)) if key else _Made(note)
        for page in pages:
            made.paths.append(page.path)
            yield page

    def _left(self, key: bytes) -> _Left | None:
        """How the files of a key were left, where there are any and that is known."""
        value = self._known.pop(key, None)
        with suppress(msgspec.DecodeError):
            left = _decode(value) if value else None
            return left if left and left.files else None
        return None

    def remember(self) -> None:
        """Keep in the store how the files were left, now that they are written; forget those of other keys."""
        self._store.remove(_STAGE, self._known)
        for key, made in self._made.items():
            left = {path: state(f"{self._folder}/{path}") for path in made.paths}
            self._store.put(_STAGE, key, _encode({"files": left, "note": made.note}))
        self._store.commit()


def standing(store: Store, key: bytes, folder: Path) -> bytes | None:
    """What was noted of a folder that was made of the same, and of which every file is as it was left; else None."""
    value = store.value(_WHOLE, b"")
    with suppress(msgspec.DecodeError):
        left = _standing(value) if value else None
        return left.note if left and left.key == key and left.files == states(folder) else None
    return None


def stands(store: Store, key: bytes, folder: Path, note: bytes) -> None:
    """Keep how the folder is left now."""
    store.put(_WHOLE, b"", _encode(_Standing(key, states(folder), note)))
    store.commit()
