"""Values in the words a reader expects."""

from collections.abc import Sequence

from generator import calendars
from generator.model import Article


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: `1 article`, `1,234 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def title(article: Article) -> str:
    """The article's title; its address where it has none."""
    return article.metadata.title.value if article.metadata.title else article.id


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than the limit."""
    return text if len(text) <= limit else text[: limit - 1].rpartition(" ")[0] + "…"


def told(article: Article) -> str:
    """When and where it was published, as lists say it: `May 7, 2015 · The Courier`."""
    known = article.metadata
    day = calendars.in_words(known.published.value) if known.published else ""
    return " · ".join(filter(None, (day, known.source.value if known.source else "")))


def year(article: Article) -> str:
    """The year that it was published in; `Undated` where that is not known."""
    return article.metadata.published.value[:4] if article.metadata.published else "Undated"


def numbered(title: str, number: int) -> str:
    """The title of a further page of a list, by its number; that of the list itself for 0."""
    return f"{title}, page {number}" if number else title


def page(number: int, articles: Sequence[Article]) -> str:
    """Which further page of a list this is that begins with the newest article, and when its articles appeared."""
    return f"Page {number}, counted from the oldest: {period(articles)}"


def period(articles: Sequence[Article]) -> str:
    """When the articles, of which the newest is the first, were published: `May 7, 2015 – June 2018`."""
    days = [article.metadata.published.value for article in articles if article.metadata.published]
    parts = [span(days[-1], days[0])] if days else []
    return ", ".join(parts if len(days) == len(articles) else [*parts, "undated"])


def span(first: str, last: str) -> str:
    """Two partial dates with what lies between them, in words."""
    return " – ".join(dict.fromkeys((calendars.in_words(first), calendars.in_words(last))))
