"""Articles as an archive: who appears where, what belongs together, when it all happened."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor

from generator.model import Archive, Article, CopyGroup, Correction, Entity
from generator.relate.addresses import clashes
from generator.relate.appearances import appearances
from generator.relate.copies import copies
from generator.relate.corrections import corrections
from generator.relate.related import Kin, Remembered, anew, related
from generator.relate.rights import permitted
from generator.relate.timeline import timeline
from generator.relate.traces import Trace, digest, trace, traces

__all__ = ["Trace", "archive", "clashes", "digest", "permitted", "traces"]


def archive(
    articles: Sequence[Article],
    entities: Mapping[str, Entity],
    found: Sequence[Trace] | None = None,
    executor: Executor | None = None,
    remembered: Remembered = anew,
) -> Archive:
    """The archive of these articles.

    Args:
        articles: Those to publish; no two of them with one address.
        entities: Those with a file, and those that any article names.
        found: The articles' traces, in their order; made here where they are not given.
        executor: Compares the articles where there are many.
        remembered: Knows what is related to an article from an earlier build.
    """
    known = {article.id: each for article, each in zip(articles, found or map(trace, articles), strict=True)}
    by_id = sorted(articles, key=lambda article: article.id)
    newest_first = tuple(sorted(by_id, key=_published, reverse=True))
    groups = copies(newest_first, lambda article: known[article.id].sketch)
    of_copies = {member: group for group in groups for member in group.members}
    versions = _by_article(corrections(newest_first))
    near = related(  # by other processes, while this one does what follows
        newest_first,
        {key: entity.name for key, entity in entities.items()},
        lambda article: known[article.id],
        {member for member, group in of_copies.items() if member != group.head},
        _kin(groups, versions),
        executor,
        remembered,
    )
    return Archive(
        articles=newest_first,
        entities=entities,
        appearances=appearances({article.id: known[article.id].appearances for article in newest_first}),
        timeline=timeline({article.id: known[article.id].dates for article in by_id}),
        related=dict(near),
        copies=of_copies,
        corrections=versions,
    )


def _kin(groups: Iterable[CopyGroup], versions: Mapping[str, tuple[Correction, ...]]) -> Kin:
    """By article, those that are this text in another copy or version; of copies, those that stand for them."""
    alone = {article: _compared(found) for article, found in versions.items()}
    shared = {
        member: kin
        for group in groups
        for kin in (frozenset((group.head,)).union(*(alone.get(each, ()) for each in group.members)),)
        for member in group.members
    }
    return alone | shared


def _compared(versions: Iterable[Correction]) -> frozenset[str]:
    return frozenset(article for each in versions for article in (each.earlier, each.later))


def _published(article: Article) -> str:
    return article.metadata.published.value if article.metadata.published else ""


def _by_article(found: Iterable[Correction]) -> Mapping[str, tuple[Correction, ...]]:
    by_article: defaultdict[str, list[Correction]] = defaultdict(list)
    for correction in found:
        by_article[correction.earlier].append(correction)
        by_article[correction.later].append(correction)
    return {article: tuple(versions) for article, versions in by_article.items()}
