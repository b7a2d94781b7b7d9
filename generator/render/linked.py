"""A body with its links and anchors: the only change that linking makes to a text is to add them."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from generator import passages
from generator.model import Article
from generator.render import links

Span = tuple[int, int]


class Anchor(NamedTuple):
    """A span of the body that becomes a link, and where that leads; `entity` is empty for a link of the source."""

    start: int
    end: int
    target: str
    entity: str = ""


def body(article: Article) -> str:
    """The body with its own links, each entity linked where a block first names it, and an anchor before each block."""
    blocks = passages.blocks(article.body)
    linked = (splice(article.body, block, shown) for block, shown in zip(blocks, _shown(article, blocks), strict=True))
    return "\n\n".join(f'<div id="P{number}"></div>\n\n{block}' for number, block in enumerate(linked, 1))


def splice(text: str, block: Span, anchors: Iterable[Anchor]) -> str:
    """One block of the text with the anchors made links.

    Args:
        text: The body.
        block: The part of it to return.
        anchors: Ordered, disjoint and inside of the block.
    """
    parts: list[str] = []
    end = block[0]
    for anchor in anchors:
        parts += [text[end : anchor.start], f"[{text[anchor.start : anchor.end]}]({anchor.target})"]
        end = anchor.end
    return "".join([*parts, text[end : block[1]]])


def _shown(article: Article, blocks: Sequence[Span]) -> Iterator[list[Anchor]]:
    """For each block, what becomes a link there: the source's links, and the first mention of each entity."""
    here = links.article(article.id)
    given = [Anchor(link.start, link.end, link.url) for link in article.links]
    taken = merge(passages.fixed(article.body), ((link.start, link.end) for link in article.links))
    ways = {key: links.relative(here, links.entity(key)) for key in {each.entity for each in article.mentions}}
    mentions = (Anchor(each.start, each.end, ways[each.entity], each.entity) for each in article.mentions)
    anchors = merge(given, _outside(mentions, taken)) if given else _outside(mentions, taken)
    anchor = next(anchors, None)
    for _, end in blocks:
        first: dict[str | int, Anchor] = {}
        while anchor and anchor.start < end:
            first.setdefault(anchor.entity or anchor.start, anchor)
            anchor = next(anchors, None)
        yield list(first.values())


def _outside(anchors: Iterable[Anchor], taken: Iterable[Span]) -> Iterator[Anchor]:
    """The anchors that touch none of the spans; both in the order of the text."""
    spans = iter(taken)
    span = next(spans, None)
    for anchor in anchors:
        while span and span[1] <= anchor.start:
            span = next(spans, None)
        if not span or anchor.end <= span[0]:
            yield anchor
