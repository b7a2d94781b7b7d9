"""Who appears where: for each entity, the sentences that name it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator import passages
from generator.model import Article, DateMention, Mention, Passage

S = TypeVar("S", Mention, DateMention)


Named = Iterable[tuple[str, Passage]]
"""Entities by id, each with a sentence that names it, in the order of the text."""


def appearances(articles: Iterable[Named]) -> Mapping[str, tuple[Passage, ...]]:
    """By entity id, each sentence that names it once, in the order of the articles and then of the text.

    Args:
        articles: What is found `in_article` of each.
    """
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for article in articles:
        for entity, passage in article:
            if not found[entity] or found[entity][-1] != passage:
                found[entity].append(passage)
    return {entity: tuple(found[entity]) for entity in sorted(found)}


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
