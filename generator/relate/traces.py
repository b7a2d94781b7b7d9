"""What relating needs to know of one article, whatever the others are: made of each once, and kept between builds."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from hashlib import blake2b

import msgspec

from generator import batches
from generator.model import Article, Metadata, Source
from generator.relate.appearances import in_article
from generator.relate.bags import Bag, bag
from generator.relate.named import Named, packed
from generator.relate.shingles import Sketch, shingles, sketch
from generator.relate.terms import counted
from generator.relate.timeline import dated

TITLE = 2
"""How often a word of the title counts."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What an article brings into the archive.

    Attributes:
        sketch: What tells its copies.
        appearances: The entities that it names.
        dates: Those that it names.
        terms: The terms it has, and how it writes them.
        entities: The ids of the entities that its text names.
    """

    sketch: Sketch = Sketch()
    appearances: Named = Named()
    dates: Named = Named()
    terms: Bag = Bag()
    entities: Bag = Bag()


def trace(article: Article) -> Trace:
    """The trace of one article."""
    title = article.metadata.title.value if article.metadata.title else ""
    named = Counter(mention.entity for mention in article.mentions)
    return Trace(
        sketch(shingles(article.body)),
        packed(in_article(article)),
        packed(dated(article)),
        bag(*counted(*[title] * TITLE, article.body)),
        bag(named, {entity: entity for entity in named}),
    )


def traces(articles: Sequence[Article], executor: Executor) -> Iterator[Trace]:
    """The trace of each article, in their order."""
    # An article that cannot be compared is published all the same, related to none.
    found = batches.mapped(_batch, [_Light(article) for article in articles], executor, lambda _article, _why: Trace())
    return (_decode_trace(each) if isinstance(each, bytes) else each for each in found)


def _batch(articles: Sequence["_Light"]) -> list[Trace | bytes]:
    return [batches.sealed(trace(each.article)) for each in articles]


class _Light:
    """An article that leaves behind what leaves no trace, where it travels."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        """Hold it as it is."""
        self.article = article

    def __reduce__(self) -> tuple[Callable[[Article | bytes], "_Light"], tuple[Article | bytes]]:
        """Travel as bytes."""
        source, known = Source(self.article.source.path, b""), Metadata(title=self.article.metadata.title)
        bare = replace(self.article, source=source, metadata=known, lines=(), links=(), problems=())
        return _arrived, (batches.sealed(bare),)


def _arrived(article: Article | bytes) -> _Light:
    return _Light(_decode_article(article) if isinstance(article, bytes) else article)


_encode = msgspec.msgpack.Encoder().encode
_decode_article = msgspec.msgpack.Decoder(Article).decode
_decode_trace = msgspec.msgpack.Decoder(Trace).decode


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
