"""Articles with what they mean: who is named, which days, when it happened."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial

import msgspec

from generator import batches, ingest
from generator.batches import Packed
from generator.model import Article, Authority, DateMention, Entity, Found, Line, Mention, Mentions, Metadata
from generator.problems import Problem
from generator.understand import lexicon
from generator.understand.lexicon import build as lookup
from generator.understand.lexicon import clashes

__all__ = ["article", "articles", "claims", "clashes", "known", "lookup", "named", "strangers"]


def articles(articles: Iterable[Article], authority: Authority, executor: Executor) -> Iterator[Article]:
    """Every article with its mentions, its dates and the day it reports on, in the order given."""
    asked = tuple(articles)
    found = batches.mapped(partial(_batch, Packed(authority)), [*map(_question, asked)], executor, _lost)
    return (_with(article, meaning) for article, meaning in zip(asked, found, strict=True))


def article(article: Article, names: lexicon.Lexicon) -> Article:
    """One article, understood; whatever goes wrong with it is among its problems."""
    return _with(article, meaning(_question(article), names))


def _with(article: Article, meaning: "_Meaning | bytes") -> Article:
    found = _decode_meaning(meaning) if isinstance(meaning, bytes) else meaning
    return replace(
        article,
        metadata=replace(article.metadata, occurred=found.occurred),
        mentions=found.mentions,
        dates=found.dates,
        problems=(*article.problems, *found.problems),
    )


# --- what travels --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Question:
    """What of an article is needed to understand it; it travels alone, as all of it would take far longer.

    Attributes:
        path: Of its file.
        body: Its body.
        known: Its metadata.
        wishes: What its front matter says of mentions.
        front: The lines of the front matter, where it says anything of them.
    """

    path: str
    body: str
    known: Metadata
    wishes: Mentions
    front: tuple[Line, ...]

    def __reduce__(self) -> tuple[Callable[..., "_Question"], tuple[object, ...]]:
        """Travel as bytes, which are made only then: all articles' at once would take much room."""
        packed = batches.sealed(self)
        if isinstance(packed, bytes):
            return _opened, (packed,)
        return _Question, (self.path, self.body, self.known, self.wishes, self.front)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What understanding adds to an article."""

    occurred: Found[str] | None
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    problems: tuple[Problem, ...] = ()


_decode_question = msgspec.msgpack.Decoder(_Question).decode
_decode_meaning = msgspec.msgpack.Decoder(_Meaning).decode


def _question(article: Article) -> _Question:
    wishes = article.front.mentions
    front = ingest.front(article.source) if wishes.add or wishes.drop else ()
    return _Question(article.source.path, article.body, article.metadata, wishes, front)


def _opened(packed: bytes) -> _Question:
    return _decode_question(packed)


def _batch(authority: Packed[Authority], questions: Sequence[_Question]) -> list[_Meaning | bytes]:
    known = lookup(authority.value)
    return [batches.sealed(meaning(each, known)) for each in questions]


def _lost(question: _Question, reason: str) -> _Meaning | bytes:
    return _Meaning(question.known.occurred, problems=(batches.stopped(question.path, reason),))


# --- what is done there --------------------------------------------------------------------------------------


def meaning(question: _Question, names: lexicon.Lexicon) -> _Meaning:
    """What an article means; whatever goes wrong with it is among its problems."""
    try:
        return _understood(question, names)
    except Exception as error:  # noqa: BLE001 - a text that no one foresaw must stop only itself
        return _Meaning(question.known.occurred, problems=(batches.failure(question.path, error),))


def _understood(question: _Question, names: lexicon.Lexicon) -> _Meaning:
    # Imported here, as a build in which nothing is new understands nothing, and these take long to load.
    from generator.understand import dates, mentions, occurred  # noqa: PLC0415 - see above

    body, known = question.body, question.known
    found = dates.find(body, known.published.value if known.published else None)
    return _Meaning(
        known.occurred or occurred.find(body, known.published, known.place, found),
        mentions.find(body, names, question.wishes),
        found,
        tuple(_unknown(question, names)),
    )


def _unknown(question: _Question, names: lexicon.Lexicon) -> Iterator[Problem]:
    for entity in (*question.wishes.add, *question.wishes.drop):
        if names.entity(entity) is None:
            # Where the front matter names the entity is where to mend it.
            named = (line.number for line in question.front if entity in line.text)
            yield Problem(question.path, next(named, 0), "entity-unknown", "error", _no_entity(entity))


# --- what is said of entities --------------------------------------------------------------------------------


def claims(authority: Authority) -> list[Problem]:
    """What is wrong with the entities as a whole."""
    return [*clashes(authority), *strangers(authority)]


def strangers(authority: Authority) -> tuple[Problem, ...]:
    """A problem for each relation of an entity to one that nobody knows."""
    names = lookup(authority)
    return tuple(
        Problem(entity.path, dict(entity.lines).get(related, 0), "entity-unknown", "warning", _no_entity(related))
        for entity in authority.entities
        for related in entity.related
        if names.entity(related) is None
    )


def _no_entity(entity: str) -> str:
    return f'no entity has the id "{entity}"; add content/entities/{entity}.md, or mend the id'


def named(articles: Iterable[Article]) -> list[str]:
    """The ids of all entities that the articles name, in order."""
    found: set[str] = set()
    for article in articles:
        found.update(mention.entity for mention in article.mentions)
        found.update(article.front.mentions.add)
    return sorted(found)


def known(named: Iterable[str], authority: Authority) -> dict[str, Entity]:
    """By id, in order: every entity that has a file, and those of these ids that the gazetteer has."""
    filed = {entity.id: entity for entity in authority.entities}
    places = lookup(authority)
    others = {key: entity for key in named if key not in filed and (entity := places.entity(key))}
    return dict(sorted((filed | others).items()))
