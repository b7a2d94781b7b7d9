"""The pages of articles, entities and years as sheets: each with all that it is made from, and a key that tells it.

A sheet is given an archive that holds only what its key covers, so that nothing else can find its way onto the page.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain

import msgspec

from generator.model import Archive, Article, CopyGroup, Entity, Page, Settings, Sheet
from generator.render import article as articles_pages
from generator.render import entity as entities_pages
from generator.render import timeline
from generator.render.page import Templates
from generator.render.timeline import Year
from generator.render.versions import SHOWN

_EMPTY = Archive((), {}, {}, {}, (), {}, {})
_encode = msgspec.msgpack.Encoder().encode

Digests = Mapping[str, bytes]
"""By the id of an article or entity, the digest of it."""


def sheets(
    archive: Archive, templates: Templates, seed: bytes, articles: Digests, whole: Callable[[Article], Article]
) -> Iterator[Sheet]:
    """A sheet for each article, each entity and each year of the timeline.

    Args:
        archive: What to publish.
        templates: What to make the pages with.
        seed: Tells the code and the templates.
        articles: The digest of each article.
        whole: Gives an article its lines; they follow from what its digest tells.
    """
    by_id = {each.id: each for each in archive.articles}
    entities = {key: _digest(entity) for key, entity in archive.entities.items()}
    for article in archive.articles:
        part = _around(article, archive, by_id)
        key = _key(seed, ("article", article.id), part, articles, entities)
        yield Sheet(key, partial(_article_pages, article, part, templates, whole))
    for entity in archive.entities.values():
        part = _naming(entity, archive, by_id)
        key = _key(seed, ("entity", entity.id), part, articles, entities)
        yield Sheet(key, partial(_entity_pages, entity, part, templates))
    for year in timeline.years(archive):
        part = _dated(year, by_id)
        key = _key(seed, ("year", year.name, year.before, year.after), part, articles, entities)
        yield Sheet(key, partial(_year_pages, year, part, templates))


def seed(code: str, sources: Mapping[str, str], settings: Settings) -> bytes:
    """The digest of what every page is made with."""
    return _digest((code, sorted(sources.items()), settings))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(_encode(value), digest_size=20).digest()


def _key(seed: bytes, name: tuple[str, ...], part: Archive, articles: Digests, entities: Digests) -> bytes:
    """The digest of the page's name and of all that the part of the archive holds."""
    state = hashlib.blake2b(seed + _encode(name), digest_size=32)
    for each in chain((articles[each.id] for each in part.articles), (entities[key] for key in part.entities)):
        state.update(each)
    state.update(_encode((part.appearances, part.related, part.timeline, part.copies, part.corrections)))
    return state.digest()


def _around(article: Article, archive: Archive, by_id: Mapping[str, Article]) -> Archive:
    """What the page of an article is made from: itself first, then the articles and entities that it leads to."""
    versions = archive.corrections.get(article.id, ())
    group = _shown(archive.copies.get(article.id), len(versions))
    related = archive.related.get(article.id, ())
    near = [each.article for each in related] + list(group.members if group else ())
    near += [id_ for each in versions for id_ in (each.earlier, each.later)]
    named = [mention.entity for mention in article.mentions] + list(article.front.mentions.add)
    return replace(
        _EMPTY,
        articles=tuple(by_id[id_] for id_ in dict.fromkeys((article.id, *near))),
        entities={key: archive.entities[key] for key in dict.fromkeys(named) if key in archive.entities},
        related={article.id: related},
        copies={article.id: group} if group else {},
        corrections={article.id: versions} if versions else {},
    )


def _shown(group: CopyGroup | None, versions: int) -> CopyGroup | None:
    """The group with no more members than a page can list beside the article itself and its versions."""
    return group and replace(group, members=group.members[: SHOWN + 1 + 2 * versions])


def _naming(entity: Entity, archive: Archive, by_id: Mapping[str, Article]) -> Archive:
    """What the pages of an entity are made from: itself first, its relations, and the articles that name it."""
    found = archive.appearances.get(entity.id, ())
    return replace(
        _EMPTY,
        articles=tuple(by_id[id_] for id_ in dict.fromkeys(each.article for each in found)),
        entities={key: archive.entities[key] for key in (entity.id, *entity.related) if key in archive.entities},
        appearances={entity.id: found},
    )


def _dated(year: Year, by_id: Mapping[str, Article]) -> Archive:
    """What the page of a year is made from."""
    articles = tuple(by_id[id_] for id_ in dict.fromkeys(each.passage.article for each in year.entries))
    return replace(_EMPTY, articles=articles, timeline=year.entries)


def _article_pages(
    article: Article, part: Archive, templates: Templates, whole: Callable[[Article], Article]
) -> Iterable[Page]:
    return articles_pages.pages(whole(article), part, {each.id: each for each in part.articles}, templates)


def _entity_pages(entity: Entity, part: Archive, templates: Templates) -> Iterable[Page]:
    return entities_pages.pages(entity, part, {each.id: each for each in part.articles}, templates)


def _year_pages(year: Year, part: Archive, templates: Templates) -> Iterable[Page]:
    return timeline.year_pages(year, {each.id: each for each in part.articles}, templates)
