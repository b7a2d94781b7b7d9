"""Which articles are worth reading after this one, and why: rare names, rare words and closeness in time."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice

import numpy as np

from generator.model import Article, Related
from generator.relate import grounds
from generator.relate.comparison import Comparison, compared
from generator.relate.ranking import Near, days
from generator.relate.reasons import Known, reasons
from generator.relate.traces import Trace, trace
from generator.relate.vectors import LENGTH, Vectors, joined, vectors

BEST = 5
"""Related articles an article is given at most."""

_ENTITIES = 0.6  # what shared names count beside shared words
_ORDINARY = 0.5  # share of the archive; what more articles name than this is no reason
_FEW = 4  # articles; in a smaller archive every name that two share is a reason

Names = Callable[[str], str | None] | Mapping[str, str]
Kin = Mapping[str, Collection[str]]
"""By an article's id, the ids of others."""

Make = Callable[[Sequence[int]], Iterable[tuple[Related, ...]]]
Remembered = Callable[[Mapping[bytes, int], Make], Iterable[tuple[Related, ...]]]
"""What is related to each article, in their order; those are made whose digest is not known."""


def anew(articles: Mapping[bytes, int], make: Make) -> Iterable[tuple[Related, ...]]:
    """What is related to each article, all of it made."""
    return make(list(articles.values()))


def related(
    articles: Sequence[Article],
    names: Names,
    of: Callable[[Article], Trace] = trace,
    aside: Collection[str] = frozenset(),
    kin: Kin | None = None,
    executor: Executor | None = None,
    remembered: Remembered = anew,
) -> Iterator[tuple[str, tuple[Related, ...]]]:
    """For each article the others most worth reading, best first, at most `BEST`; ties in the order of the ids.

    An executor begins at once; the articles come, in the order of their ids, as they are asked for.

    Args:
        articles: The archive; two articles of one id are not allowed.
        names: What readers know an entity as, by its id.
        of: The trace of an article.
        aside: The articles that no other leads to, as another one stands for them.
        kin: The articles that have no more to say than this one, being versions of it.
        executor: Compares them where there are many; without one, all are compared in this process.
        remembered: Knows what is related to an article while all stays that this follows from.

    Returns:
        Pairs of an article's id and these. Each reason is a clause that stands alone: `both name the Silk Road and
        Karim Masimov`.
    """
    known = [_known(article, of(article)) for article in sorted(articles, key=lambda article: article.id)]
    name = names.get if isinstance(names, Mapping) else names
    vectors = _vectors(known)
    comparison = _comparison(known, vectors, aside, kin or {})

    def made(numbers: Sequence[int]) -> Iterator[tuple[Related, ...]]:
        near = compared(comparison, numbers, executor)
        return (_best(known[number], others, known, name) for number, others in zip(numbers, near, strict=True))

    digests = grounds.digests(known, vectors, comparison.index, kin or {}, name)
    found = remembered({digest: number for number, digest in enumerate(digests)}, made)
    return ((one.id, others) for one, others in zip(known, found, strict=True))


def _best(
    one: Known, near: Iterable[Near], known: Sequence[Known], name: Callable[[str], str | None]
) -> tuple[Related, ...]:
    """Those near for which there is a reason that can be told."""
    others = ((known[each.number], each) for each in near)
    worthy = (Related(other.id, why) for other, each in others if (why := tuple(reasons(one, other, each, name))))
    return tuple(islice(worthy, BEST))


def _comparison(known: Sequence[Known], vectors: Vectors, aside: Collection[str], kin: Kin) -> Comparison:
    numbers = {one.id: number for number, one in enumerate(known)}
    shown = np.array([one.id not in aside for one in known], bool)
    alike = {
        numbers[key]: sorted(numbers[other] for other in others if other in numbers)
        for key, others in kin.items()
        if key in numbers
    }
    return Comparison(vectors, days([one.occurred or one.published for one in known]), shown, alike)


def _known(article: Article, trace: Trace) -> Known:
    published, occurred = article.metadata.published, article.metadata.occurred
    days = [str(day.value) if day else "" for day in (published, occurred)]
    return Known(article.id, trace.terms, trace.entities, *days)


def _vectors(known: Sequence[Known]) -> Vectors:
    """Every article's words and names, weighed over the whole archive."""
    # Names that most articles have tell nothing of any two.
    most = max(_FEW, len(known) * _ORDINARY)
    entities = vectors([one.entities for one in known], most, LENGTH * math.sqrt(_ENTITIES))
    return joined(vectors([one.terms for one in known]), entities)
