"""Blocks of a page found again in what an extractor took from it."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

_ANCHOR = 40  # letters; a block with as many is recognized wherever it stands

Chain = tuple[int, int | None]  # letters in the chain; its last block


def letters(text: str) -> str:
    """What of a text is compared: letters and digits, without case."""
    return "".join(filter(str.isalnum, text)).casefold()


def aligned(keys: Sequence[str], text: str) -> tuple[bool, ...]:
    """For each block, whether its letters stand in the text, all of them in one order.

    Args:
        keys: The letters of each block (see `letters`), in the order of the page.
        text: The letters of what was extracted.
    """
    return tuple(_filled(keys, text, _anchors(keys, text)))


def _anchors(keys: Sequence[str], text: str) -> dict[int, int]:
    """Where the long blocks stand in the text: of those that are in order, the ones with the most letters."""
    starts = {index: text.find(key) for index, key in enumerate(keys) if len(key) >= _ANCHOR}
    best = _Best(len(text))
    before: dict[int, int | None] = {}
    for index, start in starts.items():
        if start >= 0:
            weight, before[index] = best.until(start)
            best.put(start + len(keys[index]), (weight + len(keys[index]), index))
    chain = []
    last = best.until(len(text))[1]
    while last is not None:
        chain.append(last)
        last = before[last]
    return {index: starts[index] for index in reversed(chain)}


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
            found = text.find(key, begin, ends[index])
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
