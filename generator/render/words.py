"""Values in the words a reader expects."""

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
