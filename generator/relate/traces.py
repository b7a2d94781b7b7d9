"""What relating needs to know of one article, whatever the others are: made of each once, and kept between builds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b

import msgspec
import numpy as np

from generator import batches
from generator.model import Article
from generator.relate.appearances import in_article
from generator.relate.bags import Bag, bag
from generator.relate.named import Named, packed
from generator.relate.shingles import Shingles, shingles
from generator.relate.terms import counted
from generator.relate.timeline import dated

_encode = msgspec.msgpack.Encoder().encode

TITLE = 2
"""How often a word of the title counts."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What an article brings into the archive.

    Attributes:
        shingles: As bytes of 32-bit numbers, little-endian.
        appearances: The entities that it names.
        dates: Those that it names.
        terms: The terms it has, and how it writes them.
        entities: The ids of the entities that its text names.
    """

    shingles: bytes = b""
    appearances: Named = Named()
    dates: Named = Named()
    terms: Bag = Bag()
    entities: Bag = Bag()


def trace(article: Article) -> Trace:
    """The trace of one article."""
    title = article.metadata.title.value if article.metadata.title else ""
    named = Counter(mention.entity for mention in article.mentions)
    return Trace(
        shingles(article.body).astype("<u4").tobytes(),
        packed(in_article(article)),
        packed(dated(article)),
        bag(*counted(*[title] * TITLE, article.body)),
        bag(named, {entity: entity for entity in named}),
    )


def traces(articles: Sequence[Article], executor: Executor) -> Iterator[Trace]:
    """The trace of each article, in their order."""
    # An article that cannot be compared is published all the same, related to none.
    return batches.mapped(_batch, articles, executor, lambda _article, _reason: Trace())


def _batch(articles: Sequence[Article]) -> list[Trace]:
    return [trace(article) for article in articles]


def digest(article: Article) -> bytes:
    """The digest of an article: of its file, and of what the code makes of that with the help of others."""
    known = (
        article.source.path,
        article.sha256,
        article.metadata,
        article.front,
        article.mentions,
        article.dates,
        len(article.body),
        len(article.lines),
    )
    return blake2b(_encode(known), digest_size=20).digest()


def unpacked(trace: Trace) -> Shingles:
    """The shingles of a trace."""
    return np.frombuffer(trace.shingles, "<u4").astype(np.uint32, copy=False)
