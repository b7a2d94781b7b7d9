"""What articles name and the sentences that name it, in little room: of ten thousand articles, objects take 70 MB."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from generator.model import Passage

Rows: TypeAlias = NDArray[np.unsignedinteger[Any]]

_ROW = 4  # numbers


@dataclass(frozen=True, slots=True)
class Named:
    """What an article names, in the order of the text.

    Attributes:
        names: Each once, with blanks between; a name has none.
        rows: For each sentence that names something, which one of the names that is, and the sentence's block, start
            and end: as bytes of 32-bit numbers, little-endian.
    """

    names: str = ""
    rows: bytes = b""


def packed(found: Iterable[tuple[str, Passage]]) -> Named:
    """These names and sentences, each pair once."""
    pairs = dict.fromkeys(found)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(name for name, _ in pairs))}
    rows = [(numbers[name], each.block, each.start, each.end) for name, each in pairs]
    return Named(" ".join(numbers), np.array(rows, "<u4").tobytes())


def unpacked(articles: Sequence[Named]) -> tuple[list[str], Rows]:
    """All names, and of each sentence that names something: the number of the name, of the article, block, start, end.

    The sentences are in the order of the articles.
    """
    names: dict[str, int] = {}
    own = [[names.setdefault(name, len(names)) for name in article.names.split()] for article in articles]
    begins = [0, *accumulate(map(len, own))][: len(own)]
    sizes = [len(article.rows) // (4 * _ROW) for article in articles]
    rows = np.frombuffer(b"".join(article.rows for article in articles), "<u4").reshape(-1, _ROW)
    flat = np.array([number for numbers in own for number in numbers], np.uint32)
    which = flat[np.repeat(begins, sizes) + rows[:, 0]] if len(rows) else rows[:, 0]
    return list(names), np.column_stack([which, np.repeat(np.arange(len(own), dtype=np.uint32), sizes), rows[:, 1:]])


class Sentences(Sequence[Passage]):
    """Sentences that are made whenever they are asked for."""

    __slots__ = ("_articles", "_rows")

    def __init__(self, articles: Sequence[str], rows: Rows) -> None:
        """Hold for each sentence which one of the articles, given by id, it stands in, and its block, start and end."""
        self._articles, self._rows = articles, rows

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Passage]:
        """Each in its turn."""
        return (
            Passage(self._articles[article], block, start, end) for article, block, start, end in self._rows.tolist()
        )

    def __eq__(self, other: object) -> bool:
        """Whether they are the same sentences."""
        return isinstance(other, Sentences) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as of other values that hold what can be changed

    @overload
    def __getitem__(self, place: int) -> Passage: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, place: int | slice) -> Passage | tuple[Passage, ...]:
        """One of them, or some."""
        if isinstance(place, slice):
            return tuple(Sentences(self._articles, self._rows[place]))
        article, block, start, end = self._rows[place].tolist()
        return Passage(self._articles[article], block, start, end)
