"""Which articles are worth reading after this one, and why: rare names, rare words and closeness in time."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator import calendars
from generator.model import Article, Related
from generator.relate.terms import terms
from generator.relate.vectors import Vector, cosine, index, nearest, rarity, vector

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
_TITLE = 2  # how often a word of the title counts

Names = Callable[[str], str | None] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _View:
    """An article as it is compared."""

    id: str
    words: Vector
    entities: Vector
    day: str
    occurred: str
    written: Mapping[str, str]


def related(
    articles: Sequence[Article],
    names: Names,
    same: Callable[[str, str], bool] = lambda _one, _other: False,
) -> dict[str, tuple[Related, ...]]:
    """For each article the others most worth reading, best first, at most `BEST`; ties in the order of the ids.

    Args:
        articles: The archive; two articles of one id are not allowed.
        names: What readers know an entity as, by its id.
        same: Whether the second article has no more to say than the first, being a copy or a version of something.

    Returns:
        By article id. Each reason is a clause that stands alone: `both name the Silk Road and Karim Masimov`.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    views = _views(ordered)
    name = names.get if isinstance(names, Mapping) else names
    vectors = [_joined(view) for view in views]
    postings = index(vectors)
    near = ([views[other] for other in nearest(number, vectors, postings, _CANDIDATES)] for number in range(len(views)))
    return {
        view.id: _best(view, [other for other in others if not same(view.id, other.id)], name)
        for view, others in zip(views, near, strict=True)
    }


def _best(view: _View, others: Sequence[_View], name: Callable[[str], str | None]) -> tuple[Related, ...]:
    scored = sorted((-score, other.id, other) for other in others if (score := _score(view, other)) >= _LEAST)
    found = ((key, -score, tuple(_reasons(view, other, name))) for score, key, other in scored)
    return tuple(islice((Related(key, round(score, 4), reasons) for key, score, reasons in found if reasons), BEST))


# --- what is compared ----------------------------------------------------------------------------------------


def _views(articles: Sequence[Article]) -> list[_View]:
    """Every article's words and names, weighed over the whole archive; its text is read twice rather than kept."""
    frequency = Counter(term for article in articles for term in {term for term, _ in _terms(article)})
    words = rarity(frequency, len(articles))
    entities = _telling(articles)
    return [_view(article, words, entities) for article in articles]


def _view(article: Article, words: Mapping[str, float], entities: Mapping[str, float]) -> _View:
    pairs = tuple(_terms(article))
    weights = vector(Counter(term for term, _ in pairs), words)
    named = vector(Counter(mention.entity for mention in article.mentions), entities)
    days = _value(article, "published"), _value(article, "occurred")
    return _View(article.id, weights, named, *days, _spellings(pairs, weights))


def _terms(article: Article) -> Iterator[tuple[str, str]]:
    title = article.metadata.title.value if article.metadata.title else ""
    yield from tuple(terms(title)) * _TITLE
    yield from terms(article.body)


def _telling(articles: Sequence[Article]) -> dict[str, float]:
    """The rarity of every entity; none of those that most articles name."""
    ceiling = max(_FEW, len(articles) * _ORDINARY)
    frequency = Counter(entity for article in articles for entity in {mention.entity for mention in article.mentions})
    return rarity({entity: count for entity, count in frequency.items() if count <= ceiling}, len(articles))


def _spellings(pairs: Sequence[tuple[str, str]], weights: Vector) -> dict[str, str]:
    """How the article writes its terms, most often and then first."""
    counts = Counter(pair for pair in pairs if pair[0] in weights)
    written: dict[str, str] = {}
    for (term, word), _ in counts.most_common():
        written.setdefault(term, word)
    return written


def _value(article: Article, field: str) -> str:
    found = getattr(article.metadata, field)
    return str(found.value) if found else ""


def _joined(view: _View) -> Vector:
    """Words and names in one vector, for the index."""
    names = {f"/{entity}": weight * math.sqrt(_ENTITIES) for entity, weight in view.entities.items()}
    return {**view.words, **names}


def _score(view: _View, other: _View) -> float:
    alike = cosine(view.words, other.words) + _ENTITIES * cosine(view.entities, other.entities)
    return alike * (1 + _TIME * _closeness(view.occurred or view.day, other.occurred or other.day))


def _closeness(left: str, right: str) -> float:
    """From 1 for the same day to 0 for years apart, or where a day is not known."""
    try:
        days = abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
    except ValueError:
        return 0.0
    return math.exp(-days / _WEEKS)


# --- reasons -------------------------------------------------------------------------------------------------


def _reasons(view: _View, other: _View, name: Callable[[str], str | None]) -> Iterator[str]:
    """Why, in words: shared names, the same day, and where these say little, shared words."""
    shown = [label for entity in _shared(view.entities, other.entities) if (label := name(entity))][:_NAMES]
    if shown:
        yield f"both name {_listed(shown)}"
    if day := _same_day(view, other):
        yield day
    known = {term for label in shown for term, _ in terms(label)}
    words = [view.written[term] for term in _shared(view.words, other.words) if term not in known][:_NAMES]
    if words and len(shown) < _NAMES:
        yield f"share the {'terms' if len(words) > 1 else 'term'} {_listed([f'“{word}”' for word in words])}"


def _shared(left: Vector, right: Vector) -> list[str]:
    """What both have, the weightiest first."""
    both = {feature: weight * right[feature] for feature, weight in left.items() if feature in right}
    return sorted(both, key=lambda feature: (-both[feature], feature))


def _same_day(view: _View, other: _View) -> str:
    if view.occurred and view.occurred == other.occurred and (day := _written(view.occurred)):
        return f"both report on {day}"
    same = not (view.occurred and other.occurred) and view.day and view.day == other.day
    return f"both were published on {day}" if same and (day := _written(view.day)) else ""


def _written(value: str) -> str:
    """A full date in words; empty for a month or a year, which too much shares."""
    return calendars.in_words(value) if value.count("-") == 2 else ""


def _listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
