"""Other articles with the same text, and other versions of it with what they changed."""

from collections.abc import Iterator, Mapping

from generator import passages
from generator.model import Archive, Article, Change
from generator.render import links, words

SHOWN = 20
"""Changes, and copies, that a page lists; more changes are counted."""


def copies(article: Article, archive: Archive, articles: Mapping[str, Article]) -> Iterator[dict[str, object]]:
    """The first others of its group of copies, each with whether it is the one that stands for all."""
    group = archive.copies.get(article.id)
    as_version = {each for found in archive.corrections.get(article.id, ()) for each in (found.earlier, found.later)}
    others = [member for member in group.members if member not in {article.id, *as_version}] if group else []
    for member in others[:SHOWN]:
        yield _named(article, articles[member]) | {"first": bool(group and member == group.head)}


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
