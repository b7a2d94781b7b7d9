"""Why two articles belong together, in words: shared names, the same day, and where these say little, shared words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from generator import calendars
from generator.relate import bags
from generator.relate.bags import Bag
from generator.relate.ranking import Near
from generator.relate.shingles import NUMBERS
from generator.relate.terms import terms

_NAMES = 3  # names or words that one reason gives


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of an article.

    Attributes:
        id: Its id.
        terms: The words that it has.
        entities: Whom it names.
        published: When it was printed.
        occurred: The day it reports on.
    """

    id: str
    terms: Bag
    entities: Bag
    published: str
    occurred: str


def reasons(one: Known, other: Known, near: Near, name: Callable[[str], str | None]) -> Iterator[str]:
    """Why the other article, which is near, is worth reading after the one; entities have a name or none."""
    entities = _told(one.entities)
    shown = tuple(islice(filter(None, (name(entities[place]) for place in near.entities)), _NAMES))
    if shown:
        yield f"both name {_listed(shown)}"
    if day := _same_day(one, other):
        yield day
    if len(shown) < _NAMES and (words := _words(one.terms, near.terms, shown)):
        yield f"share the {'terms' if len(words) > 1 else 'term'} {_listed([f'“{word}”' for word in words])}"


def _words(bag: Bag, shared: Iterable[int], shown: Sequence[str]) -> list[str]:
    """The weightiest words that both have, but those of the names shown, as the first of the two writes them."""
    said = frozenset[int]().union(*map(_terms, shown))
    words, numbers = _told(bag), bags.numbers([bag])
    return list(islice((words[place] for place in shared if int(numbers[place]) not in said), _NAMES))


@lru_cache(maxsize=4)
def _told(bag: Bag) -> list[str]:
    """The words of the bag; those of one article are asked for again and again."""
    return bag.words.split(" ")


@lru_cache(maxsize=10_000)
def _terms(label: str) -> frozenset[int]:
    """The numbers of the terms in a name."""
    return frozenset(NUMBERS[term] for term, _ in terms(label))


def _same_day(one: Known, other: Known) -> str:
    if one.occurred and one.occurred == other.occurred and (day := _written(one.occurred)):
        return f"both report on {day}"
    same = not (one.occurred and other.occurred) and one.published and one.published == other.published
    return f"both were published on {day}" if same and (day := _written(one.published)) else ""


@lru_cache(maxsize=10_000)
def _written(value: str) -> str:
    """A full date in words; empty for a month or a year, which too much shares."""
    return calendars.in_words(value) if value.count("-") == 2 else ""


def _listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
