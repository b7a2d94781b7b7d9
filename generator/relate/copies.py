"""Syndicated copies: articles of one text as groups, and which of them stands for all."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise

import numpy as np

from generator.model import Article, CopyGroup
from generator.relate.shingles import Sketch, jaccard, shingles, sketch, smallest

ALIKE = 0.8
"""Share of the shingles from which on two texts are copies."""

_HELD = 4096  # texts whose shingles are held while they are compared
_COMMON = 64  # texts; those that more of them share are compared in a chain only, not all with all
_SHARED = 4
"""Parts of their sketches that two copies have in common at least, but for one pair of four million that are alike by
just .8: of sixteen, they have each with that chance. By a single one, more and more texts meet that are nothing to one
another: their number grows with the square of the archive's.
"""

_UNDATED = "9999"  # sorts behind every date


def copies(
    articles: Sequence[Article], of: Callable[[Article], Sketch] = lambda article: sketch(shingles(article.body))
) -> tuple[CopyGroup, ...]:
    """The groups of articles that are `ALIKE`, in the order of their heads' ids; an article stands in one group only.

    A text that is like two others joins them in one group, so its ends may be less alike than `ALIKE`.

    Args:
        articles: The archive.
        of: The sketch of an article's text.
    """
    ordered = sorted(articles, key=_precedence)
    texts: dict[bytes, list[int]] = defaultdict(list)
    found = [of(article) for article in ordered]
    for number, one in enumerate(found):
        if one.size:
            texts[one.digest].append(number)
    firsts = [members[0] for members in texts.values()]
    groups = _Groups(len(ordered))
    for members in texts.values():
        groups.join(*members)
    whole = lru_cache(_HELD)(lambda number: shingles(ordered[number].body))
    for left, right in _candidates(firsts, found):
        if groups.of(left) != groups.of(right) and jaccard(whole(left), whole(right)) >= ALIKE:
            groups.join(left, right)
    named = ([ordered[number].id for number in members] for members in groups.several())
    return tuple(sorted((CopyGroup(members[0], tuple(members)) for members in named), key=lambda group: group.head))


def _precedence(article: Article) -> tuple[str, int, str]:
    """The rule by which a head is chosen: published first, then the longest, then by id."""
    published = article.metadata.published
    return published.value if published else _UNDATED, -len(article.body), article.id


def _candidates(numbers: Sequence[int], found: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs of distinct texts that share enough of their sketches and are long enough to be alike."""
    shared: Counter[tuple[int, int]] = Counter()
    common: Counter[int] = Counter()  # by text, those parts that are not counted for all that have them
    for members in _holders(numbers, found):
        if len(members) <= _COMMON:
            shared.update(combinations(members, 2))
        else:
            shared.update(_chained(members))
            common.update(members)
    for (left, right), parts in sorted(shared.items()):
        shorter, longer = sorted((found[left].size, found[right].size))
        # Copies of fewer shingles than that have all of them in common.
        least = min(_SHARED, shorter) - min(common[left], common[right])
        if shorter >= ALIKE * longer and parts >= least:
            yield left, right


def _holders(numbers: Sequence[int], found: Sequence[Sketch]) -> Iterator[list[int]]:
    """The texts of each shingle that several have in their sketches."""
    if not numbers:
        return
    parts, sizes = smallest([found[number] for number in numbers])
    order = np.argsort(parts, kind="stable")
    parts, holders = parts[order], np.repeat(numbers, sizes)[order]
    starts = np.flatnonzero(np.diff(parts, prepend=~parts[0]))
    ends = np.append(starts[1:], len(parts))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield holders[start:end].tolist()


def _chained(members: Sequence[int]) -> dict[tuple[int, int], int]:
    """Of many texts, which a publisher's boilerplate joins, each with the first and with the next; that is enough."""
    pairs = chain(pairwise(members), ((members[0], other) for other in members[2:]))
    return dict.fromkeys(pairs, _SHARED)


class _Groups:
    """Numbers joined into groups (disjoint sets); a group is known by its smallest number."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, *numbers: int) -> None:
        smallest = min(map(self.of, numbers))
        for number in numbers:
            self._parent[self.of(number)] = smallest

    def several(self) -> list[list[int]]:
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            members[self.of(number)].append(number)
        return [group for group in members.values() if len(group) > 1]
