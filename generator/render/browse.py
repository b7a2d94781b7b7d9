"""The ways to browse: by year of publication, by source, by kind of entity."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator import calendars, passages
from generator.model import KINDS, Archive, Article, Entity, Kind, Page
from generator.render import links, paging, words
from generator.render.page import Templates

T = TypeVar("T")

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ways to the first page are called, to the page before and the one after, and to the sections behind."""

    first: str
    before: str
    after: str
    contents: str


_NEWEST_FIRST = _Names("Newest", "Newer", "Older", "Further back:")
_IN_ORDER = _Names("First page", "Before", "After", "Further on:")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A page of a list.

    Attributes:
        path: Where the list lies, which is where its first page is.
        title: What it is called.
        leaf: The page's place in it, and what it shows.
    """

    path: str
    title: str
    leaf: paging.Leaf[T]


def published(articles: Sequence[Article], size: int) -> Iterator[Listing[Article]]:
    """The pages of every year, the newest article first, grouped by months."""
    for year, group in groupby(articles, _year):
        title = "Undated articles" if year == UNDATED else f"Published in {year}"
        for leaf in paging.newest_first(list(group), size, _known, lambda each: (_month(each) or words.year(each),)):
            yield Listing(links.year(year), title, leaf)


def printed(articles: Sequence[Article], size: int) -> Iterator[Listing[Article]]:
    """The pages of every source, the newest article first."""
    for key, found in _by_source(articles).items():
        title = _source_name(found)
        for leaf in paging.newest_first(found, size, _known, lambda each: (words.year(each),)):
            yield Listing(links.source(key), title, leaf)


Counted = tuple[Entity, int]
"""An entity, and in how many articles it is named."""


def kinds(archive: Archive, size: int) -> Iterator[tuple[Kind, Listing[Counted]]]:
    """The pages of every kind, its entities by name."""
    counts = {key: len({passage.article for passage in found}) for key, found in archive.appearances.items()}
    for kind in KINDS:
        entities = sorted((each for each in archive.entities.values() if each.kind == kind), key=_by_name)
        counted = [(entity, counts.get(entity.id, 0)) for entity in entities]
        for leaf in paging.in_order(counted, size, lambda each: each[0].id, lambda each: (_initial(each[0]),)):
            yield kind, Listing(links.kind(kind), links.KIND_NAMES[kind][1], leaf)


def _known(article: Article) -> str:
    return article.id


def _year(article: Article) -> str:
    return article.metadata.published.value[:4] if article.metadata.published else UNDATED


def _month(article: Article) -> str:
    found = article.metadata.published
    return calendars.in_words(found.value[:7]) if found and found.value[4:] else ""


def _initial(entity: Entity) -> str:
    return entity.name[:1].upper()


def _by_name(entity: Entity) -> tuple[str, str]:
    return entity.name.casefold(), entity.id


def _by_source(articles: Sequence[Article]) -> Mapping[str, list[Article]]:
    """By the slug of the source, in order; those without a source are under no slug."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        if article.metadata.source:
            found.setdefault(links.source_key(article.metadata.source.value), []).append(article)
    return dict(sorted(found.items()))


def _source_name(articles: Sequence[Article]) -> str:
    """How the source is written most often."""
    names = Counter(article.metadata.source.value for article in articles if article.metadata.source)
    return min(names, key=lambda name: (-names[name], name))


# --- pages ---------------------------------------------------------------------------------------------------


def overview(archive: Archive, templates: Templates) -> Iterator[Page]:
    """The page that leads to all years and sources, and further ones where there are many sources."""
    path, articles = "browse/index.md", archive.articles
    years = [(year.capitalize(), links.year(year), len(list(group))) for year, group in groupby(articles, _year)]
    sources = [(_source_name(found), links.source(key), len(found)) for key, found in _by_source(articles).items()]
    size = templates.settings.page_size
    for leaf in paging.in_order(sources, size, lambda each: each[1], lambda each: (each[0][:1].upper(),)):
        here = links.leaf(path, leaf.place.number)
        where = (
            f"Page {leaf.place.number}: sources {leaf.items[0][0]} – {leaf.items[-1][0]}" if leaf.place.number else ""
        )
        described = f"{words.count(len(articles), 'article')}, by year of publication and by source."
        groups = [{"name": "By source", "entries": [_way(here, *each) for each in leaf.items]}]
        if not where:
            groups.insert(0, {"name": "By year", "entries": [_way(here, *each) for each in years]})
        yield _list(Listing(path, "Articles", leaf), templates, where or described, where, groups, "ba-sources")


def _way(here: str, text: str, target: str, number: int) -> dict[str, str]:
    return {"text": text, "href": links.relative(here, target), "note": words.count(number, "article"), "said": ""}


def year_page(listing: Listing[Article], templates: Templates) -> Page:
    """A page of a year of publication."""
    here = links.leaf(listing.path, listing.leaf.place.number)
    groups = [
        {"name": month, "entries": [_entry(here, article) for article in group]}
        for month, group in groupby(listing.leaf.items, _month)
    ]
    return _articles(listing, groups, "", templates)


def source_page(listing: Listing[Article], templates: Templates) -> Page:
    """A page of a source."""
    here = links.leaf(listing.path, listing.leaf.place.number)
    groups = [{"name": "", "entries": [_entry(here, article) for article in listing.leaf.items]}]
    return _articles(listing, groups, " from this source, newest first", templates)


def _articles(
    listing: Listing[Article], groups: Sequence[Mapping[str, object]], said: str, templates: Templates
) -> Page:
    place = listing.leaf.place
    where = words.page(place.number, listing.leaf.items) if place.number else ""
    described = where or words.count(place.total, "article") + said
    return _list(listing, templates, f"{described}.", where, groups, "ba-articles", _NEWEST_FIRST)


def _entry(here: str, article: Article) -> dict[str, str]:
    return {
        "text": words.title(article),
        "href": links.relative(here, links.article(article.id)),
        "note": words.told(article),
        "said": "",
    }


def kind_page(kind: Kind, listing: Listing[Counted], templates: Templates) -> Page:
    """A page of the entities of a kind."""
    place, items = listing.leaf.place, listing.leaf.items
    here = links.leaf(listing.path, place.number)
    nouns = (name.lower() for name in links.KIND_NAMES[kind])
    where = f"Page {place.number}: {items[0][0].name} – {items[-1][0].name}" if place.number else ""
    described = where or f"{words.count(place.total, *nouns)} in this archive"
    groups = [{"name": "", "entries": [_entity(here, *each) for each in items]}]
    return _list(listing, templates, f"{described}.", where, groups, "ba-entities")


def _entity(here: str, entity: Entity, number: int) -> dict[str, str]:
    return {
        "text": entity.name,
        "href": links.relative(here, links.entity(entity.id)),
        "note": words.count(number, "article"),
        "said": words.shortened(passages.plain(entity.description), 120),
    }


def _list(
    listing: Listing[T],
    templates: Templates,
    description: str,
    where: str,
    groups: Sequence[Mapping[str, object]],
    style: str,
    names: _Names = _IN_ORDER,
) -> Page:
    """A page of a list.

    Args:
        listing: What it lists.
        templates: What to make it with.
        description: What the list is, on its first page, or else what this page holds.
        where: Which page this is, where it is a further one.
        groups: The entries, under their headings.
        style: How they look.
        names: Of the ways to other pages.
    """
    path, place = listing.path, listing.leaf.place
    return templates.page(
        "list.md",
        links.leaf(path, place.number),
        heading=listing.title,
        title=words.numbered(listing.title, place.number),
        description=description,
        where=where,
        groups=groups,
        style=style,
        number=place.number,
        ways=paging.back(path, place, names.first),
        contents=paging.contents(path, place),
        contents_name=names.contents,
        turns=paging.turns(path, place, names.before, names.after),
    )
