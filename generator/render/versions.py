"""Other articles with the same text, and other versions of it with what they changed."""

from collections.abc import Iterator, Mapping

from generator import passages
from generator.model import Archive, Article, Change
from generator.render import links, words

SHOWN = 20
"""Changes that a page lists; more are counted."""


def copies(article: Article, archive: Archive, articles: Mapping[str, Article]) -> Iterator[dict[str, object]]:
    """The other articles of its group of copies, with whether that is the one which stands for all."""
    group = archive.copies.get(article.id)
    shown_as_version = {
        each for found in archive.corrections.get(article.id, ()) for each in (found.earlier, found.later)
    }
    if group:
        for member in group.members:
            if member not in {article.id, *shown_as_version}:
                yield _named(article, articles[member]) | {"first": member == group.head}


def versions(article: Article, archive: Archive, articles: Mapping[str, Article]) -> Iterator[dict[str, object]]:
    """The version before this one and the one after it, with the sentences that changed."""
    for correction in archive.corrections.get(article.id, ()):
        later = article.id == correction.earlier
        other = articles[correction.later if later else correction.earlier]
        changes = [_change(change) for change in correction.changes[:SHOWN]]
        more = len(correction.changes) - len(changes)
        yield _named(article, other) | {"later": later, "changes": changes, "more": more}


def _named(here: Article, other: Article) -> dict[str, object]:
    published = other.metadata.published
    return {
        "title": words.title(other),
        "href": links.relative(links.article(here.id), links.article(other.id)),
        "date": published.value if published else "",
        "source": other.metadata.source.value if other.metadata.source else "",
    }


def _change(change: Change) -> dict[str, str]:
    return {"before": passages.plain(change.before), "after": passages.plain(change.after)}
