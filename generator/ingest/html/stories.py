"""Pages that hold several articles, told by the headlines that each of them has."""

import re
from collections.abc import Iterator, Sequence

from generator.ingest.html.alignment import letters
from generator.ingest.html.article import is_prose
from generator.ingest.html.blocks import Block
from generator.ingest.html.days import is_date_line

_LOWEST = 3  # the level of heading below which none is an article's headline
_ASIDE = frozenset({"aside", "footer", "form", "nav"})
_MAX_BYLINE = 80  # characters
_BYLINE = re.compile(r"^(?:by|von|par|por|di|af|av|door|автор)\b[\s:]+\w[^.!?]*$", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:author|byline)", re.IGNORECASE)


def headlines(blocks: Sequence[Block], taken: Sequence[bool]) -> tuple[int, ...]:
    """The numbers of the headlines, counted from 0, where the page holds several articles; else none.

    Args:
        blocks: The page.
        taken: For each block, whether it is of what was taken for the article.
    """
    prose = [inside and is_prose(block, letters(block.text)) for block, inside in zip(blocks, taken, strict=True)]
    return next((found for found in (_of_elements(blocks, prose), _of_groups(blocks, prose)) if len(found) > 1), ())


def _may_head(block: Block) -> bool:
    """Whether the block is set as a headline, and not in a menu or margin."""
    return (
        block.shape == "heading"
        and block.level <= _LOWEST
        and _ASIDE.isdisjoint(mark.split(" ", 1)[0] for mark in block.inside)
    )


def _of_elements(blocks: Sequence[Block], prose: Sequence[bool]) -> tuple[int, ...]:
    """The headline of each `article` element that begins with one; comments are such elements within an article."""
    heads: dict[tuple[int, ...], int] = {}
    told: set[tuple[int, ...]] = set()
    for index, block in enumerate(blocks):
        if block.articles and block.articles not in told:
            if prose[index]:
                told.add(block.articles)
            elif _may_head(block):
                heads.setdefault(block.articles, index)
    whole = heads.keys() & told
    return tuple(
        index
        for path, index in heads.items()
        if path in whole and not any(path[:depth] in whole for depth in range(1, len(path)))
    )


def _of_groups(blocks: Sequence[Block], prose: Sequence[bool]) -> tuple[int, ...]:
    """The headings that stand each above a text with its own byline or date, or are the main ones of their parts."""
    groups = list(_groups(blocks, prose))
    signed = tuple(head for head, text in groups if any(map(_is_signature, blocks[head + 1 : text])))
    return signed if len(signed) > 1 else _main(blocks, prose, [head for head, _ in groups])


def _main(blocks: Sequence[Block], prose: Sequence[bool], heads: Sequence[int]) -> tuple[int, ...]:
    """Those headlines of the page's highest level that stand in parts of their own, outside of `article` elements.

    Below the highest of all, a text above the first of them says that they are the sections of one article.
    """
    level = min((block.level for block in blocks if _may_head(block)), default=0)
    if level > 1 and any(prose[: heads[0] if heads else 0]):
        return ()
    parts = {blocks[head].home: head for head in heads if blocks[head].level == level and not blocks[head].articles}
    return tuple(parts.values())


def _groups(blocks: Sequence[Block], prose: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Each headline and the first sentence below it, with no other headline between."""
    head: int | None = None
    for index, block in enumerate(blocks):
        if _may_head(block):
            head = index
        elif prose[index] and head is not None:
            yield head, index
            head = None


def _is_signature(block: Block) -> bool:
    """Whether the block is a date, or says who wrote the text, and little else."""
    if block.shape != "text" or len(block.text) > _MAX_BYLINE:
        return False
    marked = any(map(_SIGNED.search, block.inside[-2:]))
    return marked or bool(_BYLINE.search(block.text)) or is_date_line(block.text)
