"""Who appears where: for each entity, the sentences that name it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np

from generator import passages
from generator.model import Article, DateMention, Mention, Passage
from generator.relate.named import Named, Sentences, unpacked

S = TypeVar("S", Mention, DateMention)


def appearances(articles: Mapping[str, Named]) -> Mapping[str, Sequence[Passage]]:
    """By entity id, each sentence that names it once, in the order of the articles and then of the text.

    Args:
        articles: By id, what is found `in_article` of each.
    """
    names, rows = unpacked(list(articles.values()))
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    ends = np.cumsum(np.bincount(rows[:, 0], minlength=len(names))).tolist()
    ids, places = list(articles), dict(zip(names, pairwise([0, *ends]), strict=True))
    return {name: Sentences(ids, rows[slice(*places[name]), 1:]) for name in sorted(names)}


def in_article(article: Article) -> Iterator[tuple[str, Passage]]:
    """Each mention of an entity with the sentence that it begins in, in the order of the text.

    An entity that a contributor added without its being found in the text has a passage of no length, in block 0.
    """
    yield from ((mention.entity, passage) for mention, passage in located(article, article.mentions))
    named = {mention.entity for mention in article.mentions}
    for entity in article.front.mentions.add:
        if entity not in named:
            yield entity, Passage(article.id, 0, 0, 0)


def located(article: Article, spans: Iterable[S]) -> Iterator[tuple[S, Passage]]:
    """Each span with the sentence that it begins in; the spans must be in the order of the text."""
    blocks = enumerate(passages.blocks(article.body), 1)
    sentences: Iterator[Passage] = iter(())
    current, stop = None, 0
    for span in spans:
        while stop <= span.start and (following := next(blocks, None)):
            # A block without any span is passed over whole.
            (number, block), current = following, None
            stop = block[1]
        if stop <= span.start:
            return
        if current is None:
            sentences = _sentences(article, number, block)
            current = next(sentences, None)
        while current and current.end <= span.start:
            current = next(sentences, None)
        if current:
            yield span, current


def _sentences(article: Article, number: int, block: passages.Span) -> Iterator[Passage]:
    return (Passage(article.id, number, start, end) for start, end in passages.sentences(article.body, block))
