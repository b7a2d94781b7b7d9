"""Which pages were written of which sheet, so that what has not changed is neither made nor read again."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

import msgspec

from generator.model import Page, Sheet
from generator.remember.store import Store
from generator.write import State, state

_STAGE = "pages"

_Files = dict[str, State]
_decode = msgspec.msgpack.Decoder(_Files).decode
_encode = msgspec.msgpack.Encoder().encode


class Written:
    """The pages of sheets on their way into a folder.

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
        self._made: dict[bytes, list[str]] = {}

    def pages(self) -> Iterator[Page]:
        """The pages of those sheets that are new, or whose files are not as they were left."""
        for sheet in self._sheets:
            files = self._files(sheet.key)
            if files and all(state(f"{self._folder}/{path}") == left for path, left in files.items()):
                self.kept.update(files)
                continue
            made = self._made.setdefault(sheet.key, []) if sheet.key else []
            for page in sheet.make():
                made.append(page.path)
                yield page

    def _files(self, key: bytes) -> _Files:
        """The files of a sheet as they were left; none where that is not known."""
        value = self._known.pop(key, None)
        with suppress(msgspec.DecodeError):
            return _decode(value) if value else {}
        return {}

    def remember(self) -> None:
        """Keep in the store how the files were left, now that they are written; forget those of other sheets."""
        self._store.remove(_STAGE, self._known)
        for key, paths in self._made.items():
            left = {path: state(f"{self._folder}/{path}") for path in paths}
            self._store.put(_STAGE, key, _encode(left))
        self._store.commit()
