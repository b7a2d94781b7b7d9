"""The words of a segment's documents as arrays: which word, in which document and field, and where."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import NamedTuple

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


def tokens(documents: Sequence[Document]) -> Tokens:
    """The words of these documents."""
    numbers = {Form("", ""): 0}
    form = np.concatenate([np.zeros(0, np.int32), *_forms(documents, numbers)])
    blocks = _blocks(documents, np.flatnonzero(form < 0))
    named, entities = _entities(documents, numbers)
    return _spread(tuple(numbers), np.concatenate([form[form >= 0], named]), np.concatenate([blocks, entities]))


def _forms(documents: Sequence[Document], numbers: dict[Form, int]) -> Iterator[Small]:
    """The numbers of the words of some documents after others, and -1 behind every block."""
    languages: dict[str, Forms] = {}
    for first in range(0, len(documents), _AT_ONCE):
        for language, group in groupby(documents[first : first + _AT_ONCE], lambda document: document.language):
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


def _spread(forms: tuple[Form, ...], form: Small, runs: Small) -> Tokens:
    """The tokens, each with what its run says of all; words that fold to nothing are left out."""
    document, field, length, first = runs.T
    begin = np.repeat((np.cumsum(length) - length - first).astype(np.int32), length)
    position = np.arange(len(form), dtype=np.int32) - begin
    kept = form > 0
    return Tokens(
        forms=forms,
        form=form[kept],
        document=np.repeat(document, length)[kept],
        field=np.repeat(field.astype(np.int8), length)[kept],
        position=position[kept],
    )
