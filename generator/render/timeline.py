"""The timeline: a picture of the years, and for each year its days with the sentences that name them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from generator import escape, passages
from generator.model import Archive, Article, Page, TimelineEntry
from generator.render import links, words
from generator.render.page import Templates


def pages(archive: Archive, articles: Mapping[str, Article], templates: Templates) -> Iterator[Page]:
    """The overview, and a page for each year that any article names."""
    years = [(year, list(entries)) for year, entries in groupby(archive.timeline, _year)]
    yield _overview(years, templates)
    names = ["", *(year for year, _ in years), ""]
    for (before, after), (year, entries) in zip(_around(names), years, strict=True):
        yield _page(year, entries, before, after, articles, templates)


def _year(entry: TimelineEntry) -> str:
    """The entry's year; its decade or century where no more is known."""
    return entry.value.partition("-")[0]


def _around(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((before, after) for (before, _), (_, after) in pairwise(pairwise(names)))


def _overview(years: Sequence[tuple[str, Sequence[TimelineEntry]]], templates: Templates) -> Page:
    most = max((len(entries) for _, entries in years), default=1)
    rows = [
        {
            "name": words.date(year),
            "href": f"{year}.html",
            "number": len(entries),
            "share": max(1, round(100 * len(entries) / most)),
        }
        for year, entries in years
    ]
    total = words.count(sum(len(entries) for _, entries in years), "dated sentence")
    return templates.page(
        "timeline.md", links.timeline("index"), description=f"{total}, in the order of time.", years=rows
    )


def _page(
    year: str,
    entries: Sequence[TimelineEntry],
    before: str,
    after: str,
    articles: Mapping[str, Article],
    templates: Templates,
) -> Page:
    here = links.timeline(year)
    days = [
        {"value": value, "moments": [_moment(here, entry, articles[entry.passage.article]) for entry in group]}
        for value, group in groupby(entries, lambda entry: entry.value)
    ]
    return templates.page(
        "year.md",
        here,
        title=f"Timeline: {words.date(year)}",
        description=f"{words.count(len(entries), 'sentence')} about {words.date(year)}.",
        days=days,
        before=_neighbor(before),
        after=_neighbor(after),
    )


def _neighbor(year: str) -> dict[str, str] | None:
    return {"name": words.date(year), "href": f"{year}.md"} if year else None


def _moment(here: str, entry: TimelineEntry, article: Article) -> dict[str, str]:
    passage = entry.passage
    return {
        "text": escape.markdown(passages.plain(article.body[passage.start : passage.end])),
        "title": words.title(article),
        "href": links.relative(here, links.passage(article.id, passage.block)),
        "source": article.metadata.source.value if article.metadata.source else "",
    }
