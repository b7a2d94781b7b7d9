"""The timeline: every date that an article names, with the sentence that names it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator import calendars
from generator.model import Article, TimelineEntry
from generator.relate.appearances import located


def timeline(articles: Iterable[Iterable[TimelineEntry]]) -> tuple[TimelineEntry, ...]:
    """The entries of every article, in the order of time; each date once a sentence."""
    found = dict.fromkeys(chain.from_iterable(articles))
    return tuple(sorted(found, key=_order))


def entries(article: Article) -> Iterator[TimelineEntry]:
    """Every date of the article, with the sentence that names it."""
    for date, passage in located(article, article.dates):
        yield TimelineEntry(date.value, date.precision, passage)


def _order(entry: TimelineEntry) -> tuple[str, str, str, int, int]:
    return calendars.order(entry.value), entry.value, entry.passage.article, entry.passage.block, entry.passage.start
