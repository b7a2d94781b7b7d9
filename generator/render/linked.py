"""A body with its links and anchors: the only change that linking makes to a text is to add them."""

from collections.abc import Iterable, Iterator, Sequence

from generator import passages
from generator.model import Article, Mention
from generator.render import links

Span = tuple[int, int]


def body(article: Article) -> str:
    """The article's body with each entity linked at its first mention in a block, and an anchor before every block."""
    here = links.article(article.id)
    blocks = passages.blocks(article.body)
    linked = (
        splice(article.body, block, shown, here) for block, shown in zip(blocks, _shown(article, blocks), strict=True)
    )
    return "\n\n".join(f'<div id="P{number}"></div>\n\n{block}' for number, block in enumerate(linked, 1))


def splice(text: str, block: Span, mentions: Iterable[Mention], here: str) -> str:
    """One block of the text with the mentions made links to their entities' pages.

    Args:
        text: The body.
        block: The part of it to return.
        mentions: Ordered, disjoint and inside of the block.
        here: The page that the links stand on.
    """
    parts: list[str] = []
    end = block[0]
    for mention in mentions:
        target = links.relative(here, links.entity(mention.entity))
        parts += [text[end : mention.start], f"[{text[mention.start : mention.end]}]({target})"]
        end = mention.end
    return "".join([*parts, text[end : block[1]]])


def _shown(article: Article, blocks: Sequence[Span]) -> Iterator[list[Mention]]:
    """For each block, the mentions that become links there: the first of each entity, none inside of another link."""
    mentions = _outside(article.mentions, passages.links(article.body))
    mention = next(mentions, None)
    for _, end in blocks:
        first: dict[str, Mention] = {}
        while mention and mention.start < end:
            first.setdefault(mention.entity, mention)
            mention = next(mentions, None)
        yield list(first.values())


def _outside(mentions: Iterable[Mention], taken: Iterable[Span]) -> Iterator[Mention]:
    """The mentions that touch none of the spans; both in the order of the text."""
    spans = iter(taken)
    span = next(spans, None)
    for mention in mentions:
        while span and span[1] <= mention.start:
            span = next(spans, None)
        if not span or mention.end <= span[0]:
            yield mention
