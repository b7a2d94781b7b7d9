"""The timeline: a picture of the years, and for each year its days with the sentences that name them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator import calendars, escape, passages
from generator.model import Archive, Article, Page, TimelineEntry
from generator.render import links, words
from generator.render.page import Templates


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of the timeline: its slug, how it is said, its number of sentences, and their share of the busiest year's.

    The share is a percentage, at least 1, so that every year is seen.
    """

    year: str
    name: str
    number: int
    share: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the timeline with its entries, and the years before and after it that have any; empty where none."""

    name: str
    entries: tuple[TimelineEntry, ...]
    before: str
    after: str


def years(archive: Archive) -> Iterator[Year]:
    """Each year that any article names, in order."""
    found = [(year, tuple(entries)) for year, entries in groupby(archive.timeline, _year)]
    names = ["", *(year for year, _ in found), ""]
    for (before, after), (year, entries) in zip(_around(names), found, strict=True):
        yield Year(year, entries, before, after)


def _year(entry: TimelineEntry) -> str:
    """The year that the entry begins in; its decade or century where no more is known."""
    return entry.value.partition("/")[0].partition("-")[0]


def _around(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((before, after) for (before, _), (_, after) in pairwise(pairwise(names)))


def bars(archive: Archive) -> list[Bar]:
    """The years of the timeline in order, as a picture shows them."""
    counts = Counter(map(_year, archive.timeline))
    most = max(counts.values(), default=1)
    return [
        Bar(year, calendars.in_words(year), number, max(1, round(100 * number / most)))
        for year, number in counts.items()
    ]


def overview(archive: Archive, templates: Templates) -> Page:
    """The page that leads to all years."""
    here = links.timeline("index")
    total = words.count(len(archive.timeline), "dated sentence")
    return templates.page("timeline.md", here, description=f"{total}, in the order of time.", years=bars(archive))


def year_pages(year: Year, articles: Mapping[str, Article], templates: Templates) -> Iterator[Page]:
    """The page of a year, its days in order."""
    here = links.timeline(year.name)
    days = [
        {"value": value, "moments": [_moment(here, entry, articles[entry.passage.article]) for entry in group]}
        for value, group in groupby(year.entries, lambda entry: entry.value)
    ]
    yield templates.page(
        "year.md",
        here,
        title=f"Timeline: {calendars.in_words(year.name)}",
        description=f"{words.count(len(year.entries), 'sentence')} about {calendars.in_words(year.name)}.",
        days=days,
        before=_neighbor(year.before),
        after=_neighbor(year.after),
    )


def _neighbor(year: str) -> dict[str, str] | None:
    return {"name": calendars.in_words(year), "href": f"{year}.md"} if year else None


def _moment(here: str, entry: TimelineEntry, article: Article) -> dict[str, str]:
    passage = entry.passage
    return {
        "text": escape.markdown(passages.plain(article.body[passage.start : passage.end])),
        "title": words.title(article),
        "href": links.relative(here, links.passage(article.id, passage.block)),
        "source": article.metadata.source.value if article.metadata.source else "",
    }
