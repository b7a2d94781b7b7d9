"""The pages of articles, entities, years and lists as sheets: each with all it is made from, and a key that tells it.

A sheet is given an archive that holds only what its key covers, so that nothing else can find its way onto the page.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TypeVar

import msgspec

from generator.model import Archive, Article, CopyGroup, Entity, Page, Settings, Sheet, TimelineEntry
from generator.render import article as articles_pages
from generator.render import browse, paging, timeline
from generator.render import entity as entities_pages
from generator.render.page import Templates
from generator.render.timeline import Year
from generator.render.versions import SHOWN

T = TypeVar("T")

_EMPTY = Archive((), {}, {}, {}, (), {}, {})
_encode = msgspec.msgpack.Encoder().encode

Digests = Mapping[str, bytes]
"""By the id of an article or entity, the digest of it."""


def sheets(
    archive: Archive, templates: Templates, seed: bytes, articles: Digests, whole: Callable[[Article], Article]
) -> Iterator[Sheet]:
    """A sheet for each article, and for each page of an entity, of a year of the timeline and of a list.

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
    for name, part, make in _paged(archive, by_id, templates):
        yield Sheet(_key(seed, name, part, articles, entities), make)


Paged = tuple[object, Archive, Callable[[], Iterable[Page]]]
"""What tells a page from others and where it stands in its list, what it is made from, and how."""


def _paged(archive: Archive, by_id: Mapping[str, Article], templates: Templates) -> Iterator[Paged]:
    """The pages of all that is paged."""
    size = templates.settings.page_size
    for entity in archive.entities.values():
        for naming in entities_pages.leaves(archive.appearances.get(entity.id, ()), by_id, size):
            part = _naming(entity, naming, archive, by_id)
            yield ("entity", entity.id, naming.place), part, partial(_entity_page, entity, naming, part, templates)
    for year in timeline.years(archive):
        for dated in timeline.leaves(year, size):
            part = _dated(dated, by_id)
            name = ("year", year.name, year.before, year.after, dated.place)
            yield name, part, partial(_year_page, year, dated, part, templates)
    yield from _listed(archive, templates)


def _listed(archive: Archive, templates: Templates) -> Iterator[Paged]:
    """The pages of the lists by which to browse."""
    size = templates.settings.page_size
    for name, listings, make in (
        ("published", browse.published(archive.articles, size), browse.year_page),
        ("printed", browse.printed(archive.articles, size), browse.source_page),
    ):
        for listing in listings:
            part = replace(_EMPTY, articles=tuple(listing.leaf.items))
            yield (name, listing.path, listing.title, listing.leaf.place), part, partial(_one, make, listing, templates)
    for kind, counted in browse.kinds(archive, size):
        part = replace(_EMPTY, entities={entity.id: entity for entity, _ in counted.leaf.items})
        counts = [number for _, number in counted.leaf.items]
        make = partial(browse.kind_page, kind)
        yield ("kind", kind, counted.leaf.place, counts), part, partial(_one, make, counted, templates)


def seed(code: str, sources: Mapping[str, str], settings: Settings) -> bytes:
    """The digest of what every page is made with."""
    return _digest((code, sorted(sources.items()), settings))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(_encode(value), digest_size=20).digest()


def _key(seed: bytes, name: object, part: Archive, articles: Digests, entities: Digests) -> bytes:
    """The digest of what tells the page from others, and of all that the part of the archive holds."""
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


def _naming(
    entity: Entity, leaf: paging.Leaf[entities_pages.Naming], archive: Archive, by_id: Mapping[str, Article]
) -> Archive:
    """What a page of an entity is made from: the entity first, its relations, and the articles shown that name it."""
    return replace(
        _EMPTY,
        articles=tuple(by_id[key] for key, _ in leaf.items),
        entities={key: archive.entities[key] for key in (entity.id, *entity.related) if key in archive.entities},
        appearances={entity.id: tuple(chain.from_iterable(found for _, found in leaf.items))},
    )


def _dated(leaf: paging.Leaf[TimelineEntry], by_id: Mapping[str, Article]) -> Archive:
    """What a page of a year is made from."""
    articles = tuple(by_id[id_] for id_ in dict.fromkeys(each.passage.article for each in leaf.items))
    return replace(_EMPTY, articles=articles, timeline=tuple(leaf.items))


def _article_pages(
    article: Article, part: Archive, templates: Templates, whole: Callable[[Article], Article]
) -> Iterable[Page]:
    return articles_pages.pages(whole(article), part, {each.id: each for each in part.articles}, templates)


def _entity_page(
    entity: Entity, leaf: paging.Leaf[entities_pages.Naming], part: Archive, templates: Templates
) -> Iterable[Page]:
    yield entities_pages.page(entity, leaf, part, {each.id: each for each in part.articles}, templates)


def _year_page(year: Year, leaf: paging.Leaf[TimelineEntry], part: Archive, templates: Templates) -> Iterable[Page]:
    yield timeline.page(year, leaf, {each.id: each for each in part.articles}, templates)


def _one(
    make: Callable[[browse.Listing[T], Templates], Page], listing: browse.Listing[T], templates: Templates
) -> Iterable[Page]:
    yield make(listing, templates)
