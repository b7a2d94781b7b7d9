"""Which articles are worth reading after this one, and why: rare names, rare words and closeness in time."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice

from generator import calendars
from generator.model import Article, Related
from generator.relate.nearest import Comparison, Index
from generator.relate.terms import terms
from generator.relate.traces import Trace, counts, trace
from generator.relate.vectors import Tally, Vectors, joined, vectors

BEST = 5
"""Related articles an article is given at most."""

_CANDIDATES = 30
_NAMES = 3  # names or words that one reason gives
_LEAST = 0.04  # of the score; below, two articles have but chance in common
_ENTITIES = 0.6  # what shared names count beside shared words
_TIME = 0.15  # what reporting on the same day adds, as a share of the score
_WEEKS = 60.0  # days after which that is a third
_ORDINARY = 0.5  # share of the archive; what more articles name than this is no reason
_FEW = 4  # articles; in a smaller archive every name that two share is a reason

Names = Callable[[str], str | None] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Views:
    """The articles as they are compared; what is known of one stands at its number.

    Attributes:
        ids: Of the articles.
        words: The terms they are made of.
        entities: Whom they name.
        published: When they were printed.
        occurred: The days they report on.
        tally: How often they have their terms.
        spellings: The words that these are in the article, in the order of the tally, with blanks between them.
    """

    ids: Sequence[str]
    words: Vectors
    entities: Vectors
    published: Sequence[str]
    occurred: Sequence[str]
    tally: Tally
    spellings: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """An article, another one that is near, and what they share, the weightiest first."""

    number: int
    other: int
    words: Sequence[str]
    entities: Sequence[str]


def related(
    articles: Sequence[Article],
    names: Names,
    same: Callable[[str, str], bool] = lambda _one, _other: False,
    of: Callable[[Article], Trace] = trace,
) -> dict[str, tuple[Related, ...]]:
    """For each article the others most worth reading, best first, at most `BEST`; ties in the order of the ids.

    Args:
        articles: The archive; two articles of one id are not allowed.
        names: What readers know an entity as, by its id.
        same: Whether the second article has no more to say than the first, being a copy or a version of something.
        of: The trace of an article, which has its terms.

    Returns:
        By article id. Each reason is a clause that stands alone: `both name the Silk Road and Karim Masimov`.
    """
    views = _views(sorted(articles, key=lambda article: article.id), of)
    name = names.get if isinstance(names, Mapping) else names
    index = Index(joined(views.words, views.entities, math.sqrt(_ENTITIES)))
    words, entities = Comparison(views.words), Comparison(views.entities)
    found = {}
    for number, key in enumerate(views.ids):
        near = [other for other in index.nearest(number, _CANDIDATES).tolist() if not same(key, views.ids[other])]
        ranked = _ranked(views, number, near, words, entities)
        worthy = ((score, pair, tuple(_reasons(views, pair, name))) for score, pair in ranked)
        best = (Related(views.ids[pair.other], round(score, 4), why) for score, pair, why in worthy if why)
        found[key] = tuple(islice(best, BEST))
    return found


def _ranked(
    views: _Views, number: int, near: list[int], words: Comparison, entities: Comparison
) -> Iterator[tuple[float, _Pair]]:
    """Those that have more than chance in common with the article, the best first."""
    by_word, by_name = words.products(number, near), entities.products(number, near)
    scores = map(partial(_score, views, number), near, by_word, by_name)
    ranked = sorted((-score, other, place) for place, (score, other) in enumerate(zip(scores, near, strict=True)))
    for score, other, place in ranked:
        if -score >= _LEAST:
            shared = words.names(other, by_word[place]), entities.names(other, by_name[place])
            yield -score, _Pair(number, other, *shared)


# --- what is compared ----------------------------------------------------------------------------------------


def _views(articles: Sequence[Article], of: Callable[[Article], Trace]) -> _Views:
    """Every article's words and names, weighed over the whole archive."""
    words, entities = Tally(), Tally()
    spellings = []
    for article in articles:
        known = of(article)
        words.add(counts(known))
        spellings.append(known.spellings)
        entities.add(Counter(mention.entity for mention in article.mentions))
    # Names that most articles have tell nothing of any two.
    most = max(_FEW, len(articles) * _ORDINARY)
    return _Views(
        ids=[article.id for article in articles],
        words=vectors(words),
        entities=vectors(entities, most),
        published=[_value(article, "published") for article in articles],
        occurred=[_value(article, "occurred") for article in articles],
        tally=words,
        spellings=spellings,
    )


def _value(article: Article, field: str) -> str:
    found = getattr(article.metadata, field)
    return str(found.value) if found else ""


def _score(views: _Views, number: int, other: int, words: Sequence[float], entities: Sequence[float]) -> float:
    """How alike two articles are, by the products of their weights and by time."""
    alike = math.fsum(words) + _ENTITIES * math.fsum(entities)
    return alike * (1 + _TIME * _closeness(_day(views, number), _day(views, other)))


def _day(views: _Views, number: int) -> str:
    return views.occurred[number] or views.published[number]


def _closeness(left: str, right: str) -> float:
    """From 1 for the same day to 0 for years apart, or where a day is not known."""
    try:
        days = abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
    except ValueError:
        return 0.0
    return math.exp(-days / _WEEKS)


# --- reasons -------------------------------------------------------------------------------------------------


def _reasons(views: _Views, pair: _Pair, name: Callable[[str], str | None]) -> Iterator[str]:
    """Why, in words: shared names, the same day, and where these say little, shared words."""
    shown = list(islice(filter(None, map(name, pair.entities)), _NAMES))
    if shown:
        yield f"both name {_listed(shown)}"
    if day := _same_day(views, pair):
        yield day
    if len(shown) < _NAMES and (words := _words(views, pair, shown)):
        yield f"share the {'terms' if len(words) > 1 else 'term'} {_listed([f'“{word}”' for word in words])}"


def _words(views: _Views, pair: _Pair, shown: Sequence[str]) -> list[str]:
    """The weightiest words that both have, but those of the names shown, as the first of the two writes them."""
    known = {term for label in shown for term, _ in terms(label)}
    telling = islice((term for term in pair.words if term not in known), _NAMES)
    spellings = views.spellings[pair.number].split(" ")
    return [spellings[views.tally.place(pair.number, term)] for term in telling]


def _same_day(views: _Views, pair: _Pair) -> str:
    occurred, other = views.occurred[pair.number], views.occurred[pair.other]
    if occurred and occurred == other and (day := _written(occurred)):
        return f"both report on {day}"
    published = views.published[pair.number]
    same = not (occurred and other) and published and published == views.published[pair.other]
    return f"both were published on {day}" if same and (day := _written(published)) else ""


def _written(value: str) -> str:
    """A full date in words; empty for a month or a year, which too much shares."""
    return calendars.in_words(value) if value.count("-") == 2 else ""


def _listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
