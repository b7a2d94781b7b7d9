"""The pages of an entity: what it is, and every sentence that names it, newest first."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, takewhile
from operator import attrgetter

from generator import escape, passages
from generator.model import Archive, Article, Entity, Page, Passage
from generator.render import facts, links, words
from generator.render.page import Templates

PER_ARTICLE = 20
"""Sentences shown of one article; its page has the rest."""


def pages(entity: Entity, archive: Archive, articles: Mapping[str, Article], templates: Templates) -> Iterator[Page]:
    """The entity's page, and further ones where more articles name it than one page shows."""
    found = [
        (key, list(group)) for key, group in groupby(archive.appearances.get(entity.id, ()), lambda each: each.article)
    ]
    size = templates.settings.page_size
    last = max(1, -(-len(found) // size))
    for number in range(1, last + 1):
        here = links.entity(entity.id, number)
        yield templates.page(
            "entity.md",
            here,
            title=entity.name,
            description=_description(entity, len(found)),
            number=number,
            facts=list(facts.of_entity(entity, archive)),
            about=entity.description,
            total=len(found),
            articles=[
                _article(here, articles[key], group, entity)
                for key, group in found[(number - 1) * size : number * size]
            ],
            later=links.relative(here, links.entity(entity.id, number - 1)) if number > 1 else "",
            earlier=links.relative(here, links.entity(entity.id, number + 1)) if number < last else "",
        )


def _description(entity: Entity, total: int) -> str:
    said = passages.plain(entity.description) or links.KIND_NAMES[entity.kind][0]
    return words.shortened(said, 160) + f" Named in {words.count(total, 'article')}."


def _article(here: str, article: Article, found: Sequence[Passage], entity: Entity) -> dict[str, object]:
    known = article.metadata
    return {
        "title": words.title(article),
        "href": links.relative(here, links.article(article.id)),
        "date": known.published.value if known.published else "",
        "source": known.source.value if known.source else "",
        "passages": [
            {
                "text": quoted(article, passage, entity.id),
                "href": links.relative(here, links.passage(article.id, passage.block)),
            }
            for passage in found[:PER_ARTICLE]
            if passage.block
        ],
    }


def quoted(article: Article, passage: Passage, entity: str) -> str:
    """The sentence as Markdown of plain text, with what names the entity in bold."""
    parts: list[str] = []
    end = passage.start
    first = bisect_left(article.mentions, passage.start, key=attrgetter("start"))
    for mention in takewhile(lambda each: each.end <= passage.end, islice(article.mentions, first, None)):
        if mention.entity == entity:
            parts += [_text(article.body[end : mention.start]), f"**{_text(mention.text)}**"]
            end = mention.end
    return escape.line_starts("".join([*parts, _text(article.body[end : passage.end])]).strip())


_MARKS = r"\x02\x03&<>\\`*_\[\]{}~^|$#!=+:"
_AS_IT_IS = re.compile(rf" ?[^\s{_MARKS}-][^\s{_MARKS}]*+(?: [^\s{_MARKS}]++)*+ ?")
"""Words with single spaces and nothing that Markdown knows: what escaping would give back."""


def _text(markdown: str) -> str:
    """A part of a body as Markdown of plain text that keeps the spaces at its ends."""
    if _AS_IT_IS.fullmatch(markdown):
        return markdown
    before = " " if markdown[:1].isspace() else ""
    after = " " if markdown[-1:].isspace() else ""
    return f"{before}{escape.inline(passages.plain(markdown))}{after}"
