"""The dictionary of a segment: every form of a word that was met, with its term, and the names of the entities.

Shards hold ranges of the alphabet. A word with one wrong letter is right in its first half or in its last, so a second
list, of the words written backwards, finds what the first cannot.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from generator.model import Page
from generator.search import codec, words
from generator.search.document import Document
from generator.search.postings import Postings
from generator.search.tokens import Form

FORMS = 512
"""Words in a shard."""

BACKWARDS = 2048
"""The same of those written backwards, which few questions need."""

_SHORTEST = 4
"""Characters of a word that a misspelled one may be taken for."""

_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
"""Left out of names, as many leave them out who search for one; `engine/65-reading.js` does the same."""

_TURNS = 4
"""Words of a name that it is found by while somebody types: `Jinping, Xi` as well."""


def forms(met: Sequence[Form], posted: Postings) -> list[int]:
    """The numbers of the forms that occur, by surface and term."""
    occurring = np.flatnonzero(posted.frequency).tolist()
    return sorted(occurring, key=met.__getitem__)


def first_words(met: Sequence[Form], ordered: Sequence[int]) -> list[str]:
    """The first word of each shard of forms."""
    return [met[at].surface for at in ordered[::FORMS]]


def pages(name: str, met: Sequence[Form], posted: Postings, ordered: Sequence[int]) -> Iterator[Page]:
    """The shards of these forms: of each its surface, its term, and that term's documents."""
    having = np.diff(posted.start)
    for number, start in enumerate(range(0, len(ordered), FORMS)):
        here = np.array(ordered[start : start + FORMS])
        terms = posted.of_form[here]
        yield codec.shard(
            f"{name}/d{number}",
            (
                *_front_coded([met[at].surface for at in here]),
                codec.varints(codec.zigzag(np.diff(terms, prepend=0))),
                codec.varints(having[terms]),
            ),
        )


def backwards(met: Sequence[Form], ordered: Sequence[int]) -> list[str]:
    """The words that a misspelled one may be taken for, each written backwards, in order."""
    surfaces = {met[at].surface for at in ordered}
    return sorted(word[::-1] for word in surfaces if len(word) >= _SHORTEST and word.isalpha())


def backward_pages(name: str, reversed_words: Sequence[str]) -> Iterator[Page]:
    """The shards of these."""
    for number, start in enumerate(range(0, len(reversed_words), BACKWARDS)):
        yield codec.shard(f"{name}/r{number}", _front_coded(reversed_words[start : start + BACKWARDS]))


# --- names -----------------------------------------------------------------------------------------------------------


Name = tuple[str, int, int]
"""A name from one of its words on, folded; the number of the document that has it; and of that word."""


def names(documents: Sequence[Document]) -> list[Name]:
    """Every name of every entity, and from each of its words on."""
    return sorted(
        {
            (" ".join(folded[turn:]), number, turn)
            for number, document in enumerate(documents)
            if document.id.startswith("entities/")
            for folded in map(_folded, (document.title, *document.names))
            for turn in range(min(_TURNS, len(folded)))
        }
    )


def _folded(name: str) -> list[str]:
    """The words of a name, without the small ones, unless it has no others."""
    folded = [part for word in words.split(name, whole=True) if (part := words.fold(word))]
    return [word for word in folded if word not in _SMALL] or folded


def name_pages(name: str, found: Sequence[Name], documents: Sequence[Document]) -> Iterator[Page]:
    """The shards of these names: each with its entity, what that is called, and about how many sentences name it."""
    for number, start in enumerate(range(0, len(found), FORMS)):
        here = found[start : start + FORMS]
        meant = [documents[number] for _, number, _ in here]
        columns = (
            *_front_coded([key for key, _, _ in here]),
            codec.varints([number for _, number, _ in here]),
            codec.varints([turn for _, _, turn in here]),
            codec.lines(document.id.removeprefix("entities/") for document in meant),
            codec.lines(" ".join(document.title.split()) for document in meant),
            # In powers of two, so that one more sentence does not write the shard anew.
            codec.varints([document.sentences.bit_length() for document in meant]),
        )
        yield codec.shard(f"{name}/n{number}", columns)


def _front_coded(ordered: Sequence[str]) -> tuple[bytes, bytes]:
    """Each text as how many characters it has in common with the one before, and the rest."""
    shared = _shared(ordered)
    return codec.varints(shared), codec.lines(text[same:] for text, same in zip(ordered, shared, strict=True))


def _shared(ordered: Sequence[str]) -> list[int]:
    """How many characters of the plane that every script of today is in each text begins with as the one before."""
    width = max(map(len, ordered))
    letters = np.array(["", *ordered], f"U{width}").view(np.uint32).reshape(-1, width)
    # JavaScript counts a character beyond as two, so none is shared. Behind its end, a text has zeros.
    same = (letters[1:] == letters[:-1]) & (letters[1:] > 0) & (letters[1:] < 0xD800)
    found: list[int] = np.logical_and.accumulate(same, axis=1).sum(axis=1).tolist()
    return found
