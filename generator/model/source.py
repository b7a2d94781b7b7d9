"""What comes in and goes out: files as they lie on the disk, and pages as they will."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the archive as it lies on the disk.

    Attributes:
        path: Relative to the archive's root, with forward slashes: `content/articles/2017/2017-06-07-visit.txt`.
        data: The bytes, unchanged.
    """

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A file to write below `docs/archive/`: its path, with forward slashes, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages that are made together.

    Attributes:
        key: Tells all that they are made from, so that an equal key means equal pages; empty where that is not known.
        make: Makes the pages.
    """

    key: bytes
    make: Callable[[], Iterable[Page]]
