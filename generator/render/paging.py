"""Long lists as pages that stay as they are, however long the list grows.

Where a page ends is told by the items around that place alone. What is added behind it never moves it, and what is put
in before it seldom does, so that one more item touches the page it is on, and hardly another. A list that was cut by
counting would move on every page behind the item.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar
from zlib import crc32

from generator.render import links

T = TypeVar("T")

Sections = tuple[str, ...]
"""What an item stands under, the coarsest first: `("May 2015", "May 7, 2015")`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of a list stands.

    Attributes:
        number: Its number; 0 for the page at the list's own address.
        before: The number of the page that is read before it; None where it is the first.
        after: The number of the page that is read after it; None where it is the last.
        total: How many items the list has. Only the page at the list's own address is told: others would change with
            every item that is added.
        contents: The coarsest sections that begin on further pages, each with the page's number; told to the same page
            only.
    """

    number: int = 0
    before: int | None = None
    after: int | None = None
    total: int = 0
    contents: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """A page of a list: where it stands, and what it shows, in the order of reading."""

    place: Place
    items: Sequence[T]


def newest_first(
    items: Sequence[T], size: int, key: Callable[[T], str], sections: Callable[[T], Sections]
) -> list[Leaf[T]]:
    """The pages of a list that grows at its beginning; further pages are numbered from the oldest, from 1 on.

    Args:
        items: The newest first.
        size: How many a page shows at least, where there are more pages; it shows half as many more at most, and the
            newest, which is not numbered, less than twice as many.
        key: What an item is known by.
        sections: What it stands under; a page ends where one of them does, if it can.
    """
    parts = [part[::-1] for part in _parts(items[::-1], size, key, sections)]
    return _leaves(parts[::-1], [0, *range(len(parts) - 1, 0, -1)], sections)


def in_order(
    items: Sequence[T], size: int, key: Callable[[T], str], sections: Callable[[T], Sections]
) -> list[Leaf[T]]:
    """The pages of a list that is read from its beginning; the arguments are those of `newest_first`.

    The first page is not numbered, the one after it is 2; it is the last that shows up to twice as many.
    """
    parts = _parts(items, size, key, sections)
    return _leaves(parts, [0, *range(2, len(parts) + 1)], sections)


def _parts(
    items: Sequence[T], size: int, key: Callable[[T], str], sections: Callable[[T], Sections]
) -> list[Sequence[T]]:
    if len(items) < 2 * size:
        return [items]
    found = [sections(item) for item in items]
    # The least mark is where a coarse section ends, else a fine one, else a place as good as any other.
    same = [(True,) * len(found[0]), *(tuple(map(str.__eq__, *two)) for two in pairwise(found))]
    marks = [(*each, crc32(key(item).encode())) for each, item in zip(same, items, strict=True)]
    return [items[begin:end] for begin, end in pairwise([0, *_cuts(marks, size), len(items)])]


def _cuts(marks: Sequence[tuple[int, ...]], size: int) -> Iterator[int]:
    """Where the pages after the first begin: at the least mark of those that a page may end before."""
    begin = 0
    while len(marks) - begin >= 2 * size:
        begin = min(range(begin + size, begin + size + max(1, size // 2)), key=marks.__getitem__)
        yield begin


def _leaves(parts: Sequence[Sequence[T]], numbers: Sequence[int], sections: Callable[[T], Sections]) -> list[Leaf[T]]:
    """The parts, which are in the order of reading, as pages with these numbers."""
    around = [None, *numbers, None]
    places = [Place(number, before, after) for before, number, after in zip(around, numbers, around[2:], strict=False)]
    places[0] = replace(places[0], total=sum(map(len, parts)), contents=_contents(parts, numbers, sections))
    return [Leaf(place, part) for place, part in zip(places, parts, strict=True)]


def _contents(
    parts: Sequence[Sequence[T]], numbers: Sequence[int], sections: Callable[[T], Sections]
) -> tuple[tuple[str, int], ...]:
    """The coarsest section of each item, with the number of the page where it begins, but for those on the first."""
    if len(parts) == 1:
        return ()
    begins: dict[str, int] = {}
    for number, part in zip(numbers, parts, strict=True):
        for item in part:
            begins.setdefault(sections(item)[0], number)
    return tuple((section, number) for section, number in begins.items() if number)


def turns(path: str, place: Place, before: str, after: str) -> list[dict[str, str]]:
    """The ways from a page of the list at `path` to the pages before and after it, under these names."""
    here = links.leaf(path, place.number)
    ways = [(before, place.before), (after, place.after)]
    return [
        {"text": text, "href": links.relative(here, links.leaf(path, number))}
        for text, number in ways
        if number is not None
    ]


def back(path: str, place: Place, name: str) -> list[dict[str, str]]:
    """The way from a further page to the list's own address, under this name; none from there."""
    here = links.leaf(path, place.number)
    return [{"text": name, "href": links.relative(here, path)}] if place.number else []


def contents(path: str, place: Place) -> list[dict[str, str]]:
    """The ways from the page at the list's own address to the sections that begin on further pages."""
    return [{"text": text, "href": links.relative(path, links.leaf(path, number))} for text, number in place.contents]
