"""The words of a segment's documents as arrays: which word, in which document and field, and where."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search import words
from generator.search.document import Document

FIELDS = ("title", "names", "summary", "heading", "body", "entity")
"""The fields of a document, by number; an entity that a text names counts as a word of a field of its own."""

GAP = 8
"""Positions left free between two blocks, so that no phrase reaches from one into the next."""

Numbers = NDArray[np.int64]
Small = NDArray[np.int32]
"""A segment has some ten million words, so that it makes a difference how large their numbers are."""


_END = "|"
"""Stands for the end of a block; no word is written so."""

_AT_ONCE = 200
"""Documents whose words are held at a time."""


class Form(NamedTuple):
    """A word as it is met, folded, and the term it is a form of."""

    surface: str
    term: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every word of a segment, each one's occurrences in the order of the documents, fields and text.

    Attributes:
        forms: The different words; a token is its number in here.
        form: Of each token.
        document: Of each token, its number in the segment.
        field: Of each token.
        position: Of each token, from 0 in each document.
    """

    forms: tuple[Form, ...]
    form: Small
    document: Small
    field: NDArray[np.int8]
    position: Small


class Forms(dict[str, int]):
    """The number of every written word of one language; a word not seen before gets the next."""

    def __init__(self, numbers: dict[Form, int], stem: Callable[[str], str]) -> None:
        """Numbers are shared by all languages of a segment."""
        super().__init__({_END: -1})
        self._numbers, self._stem = numbers, stem

    def __missing__(self, word: str) -> int:
        """The number of a word's form."""
        form = Form(*words.form(word, self._stem))
        number = self[word] = self._numbers.setdefault(form, len(self._numbers))
        return number


def tokens(documents: Iterable[Document]) -> Tokens:
    """The words of these documents, which are asked for a few at a time, so that no text need be kept."""
    numbers, languages = {Form("", ""): 0}, dict[str, Forms]()
    columns: tuple[list[Any], ...] = ([], [], [], [])
    rest, first = iter(documents), 0
    while some := list(islice(rest, _AT_ONCE)):
        for column, part in zip(columns, _part(some, first, numbers, languages), strict=True):
            column.append(part)
        first += len(some)
    return Tokens(tuple(numbers), *map(_joined, columns))


def _joined(column: list[Any]) -> Any:
    """The parts of a column as one; each goes at once, as all of them take much room."""
    joined = np.concatenate(column) if column else np.zeros(0, np.int32)
    column.clear()
    return joined


def _part(
    documents: Sequence[Document], first: int, numbers: dict[Form, int], languages: dict[str, Forms]
) -> tuple[Small, Small, NDArray[np.int8], Small]:
    """The columns of some documents' tokens; words that fold to nothing are left out.

    Args:
        documents: The documents.
        first: The number of the first.
        numbers: Of the forms; those not met before get the next.
        languages: The forms by language.
    """
    form = np.concatenate(list(_forms(documents, numbers, languages)))
    blocks = _blocks(documents, np.flatnonzero(form < 0))
    named, entities = _entities(documents, numbers)
    form, runs = np.concatenate([form[form >= 0], named]), np.concatenate([blocks, entities])
    document, field, length, begin = runs.T
    position = np.arange(len(form), dtype=np.int32) - np.repeat(np.cumsum(length) - length - begin, length)
    kept = form > 0
    return (
        form[kept],
        np.repeat(document + first, length)[kept].astype(np.int32),
        np.repeat(field, length)[kept].astype(np.int8),
        position[kept].astype(np.int32),
    )


def _forms(documents: Sequence[Document], numbers: dict[Form, int], languages: dict[str, Forms]) -> Iterator[Small]:
    """The numbers of the words of documents of one language after others, and -1 behind every block."""
    for language, group in groupby(documents, lambda document: document.language):
        if language not in languages:
            languages[language] = Forms(numbers, words.stemmer(language))
        texts = (words.spaced(text) for _, text in chain.from_iterable(map(_texts, group)))
        found = f" {_END} ".join((*texts, "")).split()
        yield np.fromiter(map(languages[language].__getitem__, found), np.int32, len(found))


def _blocks(documents: Sequence[Document], ends: Numbers) -> Small:
    """Of each block its document, its field, how many words it has, and the position of the first."""
    document, field = np.array(
        [(at, field) for at, document in enumerate(documents) for field, _ in _texts(document)], np.int64
    ).T
    length = np.diff(ends, prepend=-1) - 1
    before = np.cumsum(length + GAP) - length - GAP
    first = before - before[np.searchsorted(document, document)]
    return np.column_stack([document, field, length, first]).astype(np.int32)


def _entities(documents: Sequence[Document], numbers: dict[Form, int]) -> tuple[Small, Small]:
    """The number of each entity, as often as a document names it; and of each what is said of a block."""
    number, runs = array("i"), array("i")
    for at, document in enumerate(documents):
        for key, often in sorted(document.entities.items()):
            # No question can hold an "@", so no word is ever taken for this one.
            number.append(numbers.setdefault(Form(f"@{key}", f"@{key}"), len(numbers)))
            runs.extend((at, FIELDS.index("entity"), min(often, 255), 0))
    entities = np.array(runs, np.int32).reshape(-1, 4)
    return np.repeat(np.array(number, np.int32), entities[:, 2]), entities


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    yield 0, document.title
    for name in document.names:
        yield 1, name
    if document.summary:
        yield 2, document.summary
    for block in document.blocks:
        yield 3 if block.heading else 4, block.text
