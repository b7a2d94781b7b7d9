"""Blocks of a page found again in what an extractor took from it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from operator import itemgetter

_ANCHOR = 40  # letters; a block with as many is recognized wherever it stands
_ALIKE = 50  # blocks that begin alike; a page of more such is not written by people
_NEAR = 5000  # letters; a shorter block follows the one before it within as many

Chain = tuple[int, int | None]  # letters in the chain; its last block


def letters(text: str) -> str:
    """What of a text is compared: letters and digits, without case."""
    return "".join(filter(str.isalnum, text)).casefold()


def aligned(keys: Sequence[str], pieces: Sequence[str]) -> tuple[bool, ...]:
    """For each block, whether its letters stand in the pieces, all of them in one order.

    Args:
        keys: The letters of each block (see `letters`), in the order of the page.
        pieces: The letters of what was extracted, one piece of running text after the other.
    """
    text = "".join(pieces)
    return tuple(_filled(keys, text, _anchors(keys, pieces, text)))


def _anchors(keys: Sequence[str], pieces: Sequence[str], text: str) -> dict[int, int]:
    """Where the long blocks stand in the text: of those that are in order, the ones with the most letters."""
    starts = _starts(keys, pieces, text)
    best = _Best(len(text))
    before: dict[int, int | None] = {}
    for index in sorted(starts):
        weight, before[index] = best.until(starts[index])
        best.put(starts[index] + len(keys[index]), (weight + len(keys[index]), index))
    chain = []
    last = best.until(len(text))[1]
    while last is not None:
        chain.append(last)
        last = before[last]
    return {index: starts[index] for index in reversed(chain)}


def _starts(keys: Sequence[str], pieces: Sequence[str], text: str) -> dict[int, int]:
    """For each long block that the text contains, where; of blocks that are alike, the last has the last place.

    A teaser above an article repeats its first sentence: where the text has that but once, it is the article's.
    """
    places = _places({key for key in keys if len(key) >= _ANCHOR}, pieces, text)
    starts: dict[int, int] = {}
    for index in range(len(keys) - 1, -1, -1):
        if left := places.get(keys[index]):
            starts[index] = left.pop() if len(left) > 1 else left[0]
    return starts


def _places(keys: AbstractSet[str], pieces: Sequence[str], text: str) -> dict[str, list[int]]:
    """Where each long text stands: a block begins where a piece does; what begins alike is compared in full."""
    alike: dict[str, list[str]] = {}
    for key in sorted(keys):
        alike.setdefault(key[:_ANCHOR], []).append(key)
    places: dict[str, list[int]] = {}
    for start, piece in zip(accumulate(map(len, pieces), initial=0), pieces, strict=False):
        others = alike.get(text[start : start + _ANCHOR], ())[:_ALIKE]
        for key in (piece, *others) if piece in keys and piece not in others else others:
            known = places.setdefault(key, [])
            if (not known or start >= known[-1] + len(key)) and text.startswith(key, start):
                known.append(start)
    return places


class _Best:
    """The heaviest chain that ends at or before a place: a Fenwick tree of maxima, made for 100,000 blocks."""

    def __init__(self, size: int) -> None:
        self._tree: list[Chain] = [(0, None)] * (size + 2)

    def until(self, place: int) -> Chain:
        best: Chain = (0, None)
        place += 1
        while place > 0:
            best = max(best, self._tree[place], key=itemgetter(0))
            place -= place & -place
        return best

    def put(self, place: int, chain: Chain) -> None:
        place += 1
        while place < len(self._tree):
            if chain[0] >= self._tree[place][0]:
                self._tree[place] = chain
            place += place & -place


def _filled(keys: Sequence[str], text: str, anchors: dict[int, int]) -> Iterator[bool]:
    """The anchors, and between them the short blocks, each in its turn."""
    begin = 0
    ends = _ends(len(keys), anchors, len(text))
    for index, key in enumerate(keys):
        found = anchors.get(index, -1)
        if found < 0 and key:
            found = text.find(key, begin, min(ends[index], begin + _NEAR))
        if found >= 0:
            begin = found + len(key)
        yield found >= 0


def _ends(count: int, anchors: dict[int, int], end: int) -> list[int]:
    """For each block, where the next anchor begins."""
    ends = [end] * count
    for index in reversed(range(count)):
        ends[index] = end
        end = anchors.get(index, end)
    return ends
