"""The timeline: a picture of the years, and for each year its days with the sentences that name them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter

from generator import calendars, escape, passages
from generator.model import Archive, Article, Page, TimelineEntry
from generator.render import links, paging, words
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


def leaves(year: Year, size: int) -> list[paging.Leaf[TimelineEntry]]:
    """What each page of a year shows: its days in order, about `size` sentences a page.

    A page ends with a month, or else with a day, where one ends near enough.
    """
    return paging.in_order(year.entries, size, _known, lambda entry: (_month(entry.value), entry.value))


def _known(entry: TimelineEntry) -> str:
    return f"{entry.passage.article}#{entry.passage.start}"


@lru_cache(maxsize=4096)
def _month(value: str) -> str:
    """The month that a partial date begins in, in words; its year where no month is known."""
    begin = calendars.order(value)[:7]
    return calendars.in_words(begin.partition("-")[0] if begin.endswith("-") else begin)


def page(year: Year, leaf: paging.Leaf[TimelineEntry], articles: Mapping[str, Article], templates: Templates) -> Page:
    """The page of a year, or the further one where the leaf stands, its days in order."""
    place, path = leaf.place, links.timeline(year.name)
    here = links.leaf(path, place.number)
    said = calendars.in_words(year.name)
    days = [
        {"value": value, "moments": [_moment(here, entry, articles[entry.passage.article]) for entry in group]}
        for value, group in groupby(leaf.items, attrgetter("value"))
    ]
    when = words.span(leaf.items[0].value, leaf.items[-1].value)
    return templates.page(
        "year.md",
        here,
        heading=f"Timeline: {said}",
        title=words.numbered(f"Timeline: {said}", place.number),
        description=f"{when}." if place.number else f"{words.count(place.total, 'sentence')} about {said}.",
        number=place.number,
        where=f"Page {place.number}: {when}",
        days=days,
        ways=_ways(year, here, place.number),
        contents=paging.contents(path, place),
        contents_name="Further on:",
        turns=paging.turns(path, place, "Earlier", "Later"),
    )


def _ways(year: Year, here: str, number: int) -> list[dict[str, str]]:
    """The ways to other years; a further page leads to its own year's first, which knows the years around."""
    around = [("", year.name)] if number else [("Before: ", year.before), ("After: ", year.after)]
    ways = [("All years", "index"), *((f"{said}{calendars.in_words(each)}", each) for said, each in around if each)]
    return [{"text": text, "href": links.relative(here, links.timeline(each))} for text, each in ways]


def _moment(here: str, entry: TimelineEntry, article: Article) -> dict[str, str]:
    passage = entry.passage
    return {
        "text": escape.markdown(passages.plain(article.body[passage.start : passage.end])),
        "title": words.title(article),
        "href": links.block(links.relative(here, links.article(article.id)), passage.block),
        "source": article.metadata.source.value if article.metadata.source else "",
    }
