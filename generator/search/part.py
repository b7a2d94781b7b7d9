"""What the segments are made of: each a part of the archive, with a key that tells all that its documents hold."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain

import msgspec

from generator.model import Archive, Article, Entity, Source
from generator.search import guide, segment
from generator.search.document import Document, of_article, of_entity, sentences

Digests = Mapping[str, bytes]

_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Part:
    """A segment that is to be.

    Attributes:
        key: Tells all that the documents are made from; empty where that is not known.
        documents: Makes them, in their order.
    """

    key: bytes
    documents: Callable[[], Iterable[Document]]


def parts(archive: Archive, written: Sequence[Source], digests: Digests, code: str) -> Iterator[Part]:
    """The segments: those with dates first, the newest of them first.

    Args:
        archive: What is published, and no more of it than may be shown.
        written: The hand-written pages.
        digests: By the id of an article, the digest of it.
        code: Tells the generator's own state.
    """
    seed = _encode((code, zlib.ZLIB_RUNTIME_VERSION))
    return chain(_articles(archive, digests, seed), _others(archive, written, seed))


def _articles(archive: Archive, digests: Digests, seed: bytes) -> Iterator[Part]:
    oldest_first = sorted(
        archive.articles, key=lambda each: (each.metadata.published.value if each.metadata.published else "", each.id)
    )
    for start, end in segment.cuts([article.id for article in oldest_first]):
        articles = oldest_first[start:end]
        told = (*(digests[article.id] for article in articles), _encode(_names(articles, archive)))
        yield Part(_key(seed, told), partial(_of_articles, articles, archive))


def _names(articles: Sequence[Article], archive: Archive) -> list[tuple[str, str, str]]:
    """What the articles' documents are made from besides themselves: what the entities that they name are called."""
    named = {mention.entity for article in articles for mention in article.mentions}
    named |= {entity for article in articles for entity in article.front.mentions.add}
    entities = (archive.entities[key] for key in sorted(named) if key in archive.entities)
    return [(entity.id, entity.kind, entity.name) for entity in entities]


def _of_articles(articles: Sequence[Article], archive: Archive) -> Iterator[Document]:
    return (of_article(article, archive) for article in articles)


def _others(archive: Archive, written: Sequence[Source], seed: bytes) -> Iterator[Part]:
    """The entities and the guide, which have no dates."""
    entities = [entity for _, entity in sorted(archive.entities.items())]
    keys = [f"entities/{entity.id}" for entity in entities] + [f"guide/{source.path}" for source in written]
    for start, end in segment.blocks(keys):
        ours, theirs = entities[start:end], written[max(0, start - len(entities)) : max(0, end - len(entities))]
        counts = [sentences(entity, archive) for entity in ours]
        told = [_encode((ours, counts)), *(_encode((source.path, source.data)) for source in theirs)]
        yield Part(_key(seed, told), partial(_of_others, ours, counts, theirs))


def _of_others(entities: Sequence[Entity], counts: Sequence[int], written: Sequence[Source]) -> Iterator[Document]:
    return chain(map(of_entity, entities, counts), map(guide.document, written))


def _key(seed: bytes, told: Iterable[bytes]) -> bytes:
    state = blake2b(seed, digest_size=32)
    for each in told:
        state.update(blake2b(each, digest_size=20).digest())
    return state.digest()
