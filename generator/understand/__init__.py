"""Articles with what they mean: who is named, which days, when it happened."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial

from generator import batches
from generator.batches import Packed
from generator.model import Article, Authority, Entity
from generator.problems import Problem
from generator.understand import lexicon
from generator.understand.lexicon import build as lookup
from generator.understand.lexicon import clashes

__all__ = ["article", "articles", "clashes", "entities", "lookup", "strangers"]


def articles(articles: Iterable[Article], authority: Authority, executor: Executor) -> Iterator[Article]:
    """Every article with its mentions, its dates and the day it reports on, in the order given."""
    return batches.mapped(partial(_batch, Packed(authority)), tuple(articles), executor, _lost)


def _batch(authority: Packed[Authority], articles: Sequence[Article]) -> list[Article]:
    known = lookup(authority.value)
    return [article(each, known) for each in articles]


def _lost(article: Article, reason: str) -> Article:
    return replace(article, problems=(*article.problems, batches.stopped(article.source.path, reason)))


def article(article: Article, names: lexicon.Lexicon) -> Article:
    """One article, understood; whatever goes wrong with it is among its problems."""
    try:
        return _understood(article, names)
    except Exception as error:  # noqa: BLE001 - a text that no one foresaw must stop only itself
        return replace(article, problems=(*article.problems, batches.failure(article.source.path, error)))


def _understood(article: Article, names: lexicon.Lexicon) -> Article:
    # Imported here, as a build in which nothing is new understands nothing, and these take long to load.
    from generator.understand import dates, mentions, occurred  # noqa: PLC0415 - see above

    known = article.metadata
    found = dates.find(article.body, known.published.value if known.published else None)
    happened = known.occurred or occurred.find(article.body, known.published, known.place, found)
    return replace(
        article,
        metadata=replace(known, occurred=happened),
        mentions=mentions.find(article.body, names, article.front.mentions),
        dates=found,
        problems=(*article.problems, *_unknown(article, names)),
    )


def _unknown(article: Article, names: lexicon.Lexicon) -> Iterator[Problem]:
    wishes = article.front.mentions
    for entity in (*wishes.add, *wishes.drop):
        if names.entity(entity) is None:
            # The front matter is among the lines; where it names the entity is where to mend it.
            named = (line.number for line in article.lines if line.rule == "front-matter" and entity in line.text)
            yield Problem(article.source.path, next(named, 0), "entity-unknown", "error", _no_entity(entity))


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


def entities(articles: Iterable[Article], authority: Authority) -> Mapping[str, Entity]:
    """By id, in order: every entity that has a file, and those of the gazetteer that some article names."""
    places_too = lookup(authority)
    named = {mention.entity for article in articles for mention in article.mentions}
    added = {entity for article in articles for entity in article.front.mentions.add}
    known = {entity.id: entity for entity in authority.entities}
    gazetteer = {key: entity for key in named | added if key not in known and (entity := places_too.entity(key))}
    return dict(sorted({**known, **gazetteer}.items()))
