"""The timeline: every date that an article names, with the sentence that names it."""

from collections.abc import Iterator, Mapping
from typing import cast

import numpy as np

from generator import calendars
from generator.model import Article, Passage, TimelineEntry
from generator.model.types import Precision
from generator.relate.appearances import located
from generator.relate.named import Named, unpacked

_BETWEEN = ":"


def timeline(articles: Mapping[str, Named]) -> tuple[TimelineEntry, ...]:
    """The entries of every article, in the order of time; each date once a sentence.

    Args:
        articles: By id, in the order of the ids, what is found `dated` in each.
    """
    names, rows = unpacked(list(articles.values()))
    ids, dates = list(articles), [_date(name) for name in names]
    in_order = sorted(range(len(dates)), key=lambda number: (calendars.order(dates[number][0]), dates[number]))
    turns = np.argsort(np.array(in_order, np.int64))
    order = np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], turns[rows[:, 0]]))
    return tuple(
        TimelineEntry(value, precision, Passage(ids[article], block, start, end))
        for date, article, block, start, end in rows[order].tolist()
        for value, precision in (dates[date],)
    )


def dated(article: Article) -> Iterator[tuple[str, Passage]]:
    """Every date of the article, its value and precision in one, with the sentence that names it."""
    for date, passage in located(article, article.dates):
        yield f"{date.value}{_BETWEEN}{date.precision}", passage


def _date(name: str) -> tuple[str, Precision]:
    value, _, precision = name.rpartition(_BETWEEN)
    return value, cast(Precision, precision)
