"""A file of sealed values by stage and key, which may fail at any time: then it holds nothing, and no build stops."""

import hashlib
import logging
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_log = logging.getLogger("briefing.remember")

_COLUMNS = ("stage", "key", "seal", "value")
_TABLE = "CREATE TABLE IF NOT EXISTS kept (stage TEXT, key BLOB, seal BLOB, value BLOB, PRIMARY KEY (stage, key))"


class Store:
    """The values in one file; without a file, or after a fault of it, none.

    A damaged file is removed and begun anew. A full disk, a file that cannot be written to and one that another build
    holds are left alone. What was not committed when a build was killed is gone.
    """

    def __init__(self, path: Path | None = None, *, keeping: bool = True) -> None:
        """Open the file, or make it where values are to be kept."""
        self._path = path
        self._keeping = keeping
        self._database: sqlite3.Connection | None = None
        with self._forgiven():
            self._database = _connected(path, keeping=keeping) if path else None

    def values(self, stage: str, wanted: Collection[bytes] | None = None) -> Iterator[tuple[bytes, bytes | None]]:
        """The keys of a stage; each with its value where it is as it was put in, else with None.

        Args:
            stage: What the values are of.
            wanted: The keys whose values are asked for; all where it is not given.
        """
        with self._forgiven():
            if self._database:
                rows = self._database.execute("SELECT key, seal, value FROM kept WHERE stage = ?", (stage,))
                for key, seal, value in rows:
                    asked = wanted is None or key in wanted
                    yield key, value if asked and seal == _seal(key, value) else None

    def value(self, stage: str, key: bytes) -> bytes | None:
        """The value of one key, where it is as it was put in."""
        with self._forgiven():
            if self._database:
                rows = self._database.execute("SELECT seal, value FROM kept WHERE stage = ? AND key = ?", (stage, key))
                for seal, value in rows:
                    return value if seal == _seal(key, value) else None
        return None

    def put(self, stage: str, key: bytes, value: bytes) -> bool:
        """Keep the value, in place of an older one; it lasts from the next `commit` on. False where it is not kept."""
        return self._write("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", [(stage, key, _seal(key, value), value)])

    def remove(self, stage: str, keys: Iterable[bytes]) -> None:
        """Forget these keys, from the next `commit` on."""
        self._write("DELETE FROM kept WHERE stage = ? AND key = ?", [(stage, key) for key in keys])

    def _write(self, statement: str, rows: list[tuple[Any, ...]]) -> bool:
        """Whether it was written."""
        with self._forgiven():
            if self._database and self._keeping and rows:
                self._database.executemany(statement, rows)
                return True
        return False

    def commit(self) -> None:
        """Make what was put in and removed last."""
        with self._forgiven():
            if self._database:
                self._database.commit()

    def close(self) -> None:
        """Give the file back; from now on there are no values."""
        database, self._database = self._database, None
        if database:
            with suppress(sqlite3.Error):
                database.close()

    @contextmanager
    def _forgiven(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, TypeError) as error:
            _log.debug("%s: %s", self._path, error)
            self.close()
            # Busy and full are operational errors, which pass; a value of another type is somebody else's.
            damaged = isinstance(error, sqlite3.DatabaseError | TypeError)
            if self._path and self._keeping and damaged and not isinstance(error, sqlite3.OperationalError):
                self._begin_anew(self._path)

    def _begin_anew(self, path: Path) -> None:
        with suppress(OSError, sqlite3.Error):
            for name in (path.name, f"{path.name}-journal"):
                (path.parent / name).unlink(missing_ok=True)
            self._database = _connected(path, keeping=True)


def _connected(path: Path, *, keeping: bool) -> sqlite3.Connection:
    """The file, open and with its table.

    Raises:
        OSError: It is a link, or there is no place for it.
        sqlite3.Error: It is no such file, or it cannot be opened.
    """
    if path.is_symlink() or path.parent.is_symlink():
        raise OSError("is a link")
    if keeping:
        path.parent.mkdir(parents=True, exist_ok=True)
    address = f"{path.absolute().as_uri()}?mode={'rwc' if keeping else 'ro'}"
    database = sqlite3.connect(address, uri=True, timeout=0)
    try:
        _prepare(database, keeping=keeping)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection, *, keeping: bool) -> None:
    # No disk is waited for: what a power cut spoils has a wrong seal, and is made again.
    database.execute("PRAGMA synchronous = OFF")
    if keeping:
        database.execute(_TABLE)
    if tuple(row[1] for row in database.execute("PRAGMA table_info(kept)")) != _COLUMNS:
        raise sqlite3.DatabaseError("is somebody else's")


def _seal(key: bytes, value: bytes) -> bytes:
    """What tells that the value is whole, and that it is this key's."""
    return hashlib.blake2b(value, key=key, digest_size=16).digest()
