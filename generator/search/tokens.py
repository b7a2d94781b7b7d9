"""The words of a segment's documents as arrays: which word, in which document and field, and where."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Form:
    """A word as it is met, folded, and the term it is a form of."""

    surface: str
    term: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every word of a segment, in the order of the documents, fields and text.

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
        super().__init__()
        self._numbers, self._stem = numbers, stem

    def __missing__(self, word: str) -> int:
        """The number of a word's form."""
        form = Form(words.fold(word), words.term(word, self._stem))
        number = self[word] = self._numbers.setdefault(form, len(self._numbers))
        return number


def tokens(documents: Sequence[Document]) -> Tokens:
    """The words of these documents."""
    numbers: dict[Form, int] = {Form("", ""): 0}
    languages: dict[str, Forms] = {}
    form, runs = array("i"), array("i")
    for at, document in enumerate(documents):
        language = document.language
        if language not in languages:
            languages[language] = Forms(numbers, words.stemmer(language))
        position = 0
        for field, text in _texts(document):
            before = len(form)
            form.extend(map(languages[language].__getitem__, words.split(text)))
            runs.extend((at, field, len(form) - before, position))
            position += len(form) - before + GAP
        for key, count in sorted(document.entities.items()):
            # No question can hold an "@", so no word is ever taken for this one.
            number = numbers.setdefault(Form(f"@{key}", f"@{key}"), len(numbers))
            form.extend([number] * min(count, 255))
            runs.extend((at, FIELDS.index("entity"), min(count, 255), 0))
    return _spread(tuple(numbers), np.frombuffer(form, np.int32), np.frombuffer(runs, np.int32).reshape(-1, 4))


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
