"""The ways to browse: by year of publication, by source, by kind of entity."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator import calendars, passages
from generator.model import KINDS, Archive, Article, Entity, Page
from generator.render import links, words
from generator.render.page import Templates

UNDATED = "undated"


def pages(archive: Archive, templates: Templates) -> Iterator[Page]:
    """Every list page of the archive."""
    years = {year: list(group) for year, group in groupby(archive.articles, _year)}
    sources = _by_source(archive.articles)
    yield _overview(years, sources, templates)
    for year, articles in years.items():
        yield _year_page(year, articles, templates)
    for key, articles in sources.items():
        yield from _source_pages(key, articles, templates)
    yield from _kinds(archive, templates)


def _year(article: Article) -> str:
    return article.metadata.published.value[:4] if article.metadata.published else UNDATED


def _by_source(articles: Sequence[Article]) -> Mapping[str, list[Article]]:
    """By the slug of the source, in order; those without a source are under no slug."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        if article.metadata.source:
            found.setdefault(links.source_key(article.metadata.source.value), []).append(article)
    return dict(sorted(found.items()))


def _overview(years: Mapping[str, list[Article]], sources: Mapping[str, list[Article]], templates: Templates) -> Page:
    here = "browse/index.md"
    by_year = [_way(here, year.capitalize(), links.year(year), len(found)) for year, found in years.items()]
    by_source = [_way(here, _source_name(found), links.source(key), len(found)) for key, found in sources.items()]
    groups = [{"name": "By year", "entries": by_year}, {"name": "By source", "entries": by_source}]
    described = f"{words.count(sum(map(len, years.values())), 'article')}, by year of publication and by source."
    return _list(templates, here, "Articles", described, groups, "ba-sources")


def _way(here: str, text: str, target: str, number: int, noun: str = "article") -> dict[str, str]:
    return {"text": text, "href": links.relative(here, target), "note": words.count(number, noun), "said": ""}


def _source_name(articles: Sequence[Article]) -> str:
    """How the source is written most often."""
    names = Counter(article.metadata.source.value for article in articles if article.metadata.source)
    return min(names, key=lambda name: (-names[name], name))


def _year_page(year: str, articles: Sequence[Article], templates: Templates) -> Page:
    here = links.year(year)
    groups = [
        {
            "name": calendars.in_words(month) if month != year else "",
            "entries": [_entry(here, article) for article in group],
        }
        for month, group in groupby(articles, _month)
    ]
    title = "Undated articles" if year == UNDATED else f"Published in {year}"
    return _list(templates, here, title, words.count(len(articles), "article") + ".", groups, "ba-articles")


def _month(article: Article) -> str:
    return article.metadata.published.value[:7] if article.metadata.published else UNDATED


def _entry(here: str, article: Article) -> dict[str, str]:
    return {
        "text": words.title(article),
        "href": links.relative(here, links.article(article.id)),
        "note": words.told(article),
        "said": "",
    }


def _source_pages(key: str, articles: Sequence[Article], templates: Templates) -> Iterator[Page]:
    size = templates.settings.page_size
    last = -(-len(articles) // size)
    title = _source_name(articles)
    for number in range(1, last + 1):
        here = links.source(key, number)
        entries = [_entry(here, article) for article in articles[(number - 1) * size : number * size]]
        later = links.relative(here, links.source(key, number - 1)) if number > 1 else ""
        earlier = links.relative(here, links.source(key, number + 1)) if number < last else ""
        described = f"{words.count(len(articles), 'article')} from this source, newest first."
        groups = [{"name": "", "entries": entries}]
        yield _list(templates, here, title, described, groups, "ba-articles", later, earlier)


def _kinds(archive: Archive, templates: Templates) -> Iterator[Page]:
    counts = {key: len({passage.article for passage in found}) for key, found in archive.appearances.items()}
    for kind in KINDS:
        here = links.kind(kind)
        entities = [entity for entity in archive.entities.values() if entity.kind == kind]
        entries = [_entity(here, entity, counts.get(entity.id, 0)) for entity in sorted(entities, key=_by_name)]
        many = links.KIND_NAMES[kind][1]
        described = f"{words.count(len(entities), *(name.lower() for name in links.KIND_NAMES[kind]))} in this archive."
        yield _list(templates, here, many, described, [{"name": "", "entries": entries}], "ba-entities")


def _by_name(entity: Entity) -> tuple[str, str]:
    return entity.name.casefold(), entity.id


def _entity(here: str, entity: Entity, number: int) -> dict[str, str]:
    return {
        "text": entity.name,
        "href": links.relative(here, links.entity(entity.id)),
        "note": words.count(number, "article"),
        "said": words.shortened(passages.plain(entity.description), 120),
    }


def _list(
    templates: Templates,
    here: str,
    title: str,
    description: str,
    groups: Sequence[Mapping[str, object]],
    style: str,
    later: str = "",
    earlier: str = "",
) -> Page:
    return templates.page(
        "list.md", here, title=title, description=description, groups=groups, style=style, later=later, earlier=earlier
    )
