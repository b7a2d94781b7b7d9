"""The timeline: every date that an article names, with the sentence that names it."""

from collections.abc import Iterable, Iterator

from generator import calendars
from generator.model import Article, TimelineEntry
from generator.relate.appearances import located


def timeline(articles: Iterable[Article]) -> tuple[TimelineEntry, ...]:
    """Every dated sentence of every article, in the order of time; each date once a sentence."""
    entries = {entry: None for article in articles for entry in _entries(article)}
    return tuple(sorted(entries, key=_order))


def _entries(article: Article) -> Iterator[TimelineEntry]:
    for date, passage in located(article, article.dates):
        yield TimelineEntry(date.value, date.precision, passage)


def _order(entry: TimelineEntry) -> tuple[str, str, str, int, int]:
    return calendars.order(entry.value), entry.value, entry.passage.article, entry.passage.block, entry.passage.start
