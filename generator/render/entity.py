"""The pages of an entity: what it is, and every sentence that names it, the newest article first."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import groupby, islice, takewhile
from operator import attrgetter, itemgetter

from generator import escape, passages
from generator.model import Archive, Article, Entity, Page, Passage
from generator.render import facts, links, paging, words
from generator.render.page import Templates

PER_ARTICLE = 20
"""Sentences shown of one article; its page has the rest."""


Naming = tuple[str, tuple[Passage, ...]]
"""An article by id, and its sentences that name an entity."""


def leaves(found: Sequence[Passage], articles: Mapping[str, Article], size: int) -> list[paging.Leaf[Naming]]:
    """What each page of an entity shows, of all the sentences that name it; at least one page, even of none.

    Args:
        found: The sentences, the newest article first.
        articles: By id.
        size: How many articles a page shows, about.
    """
    naming = [(key, tuple(group)) for key, group in groupby(found, attrgetter("article"))]
    return paging.newest_first(naming, size, itemgetter(0), lambda each: (words.year(articles[each[0]]),))


def page(
    entity: Entity,
    leaf: paging.Leaf[Naming],
    archive: Archive,
    articles: Mapping[str, Article],
    templates: Templates,
) -> Page:
    """The entity's page, or the further one where the leaf stands."""
    place, path = leaf.place, links.entity(entity.id)
    here = links.leaf(path, place.number)
    shown = [articles[key] for key, _ in leaf.items]
    return templates.page(
        "entity.md",
        here,
        name=entity.name,
        title=words.numbered(entity.name, place.number),
        description=_description(entity, place, shown),
        number=place.number,
        facts=[] if place.number else list(facts.of_entity(entity, archive)),
        about=entity.description,
        total=place.total,
        where=words.page(place.number, shown),
        contents=paging.contents(path, place),
        contents_name="Further back:",
        articles=[_article(here, articles[key], found, entity) for key, found in leaf.items],
        ways=paging.back(path, place, "Newest"),
        turns=paging.turns(path, place, "Newer", "Older"),
    )


def _description(entity: Entity, place: paging.Place, shown: Sequence[Article]) -> str:
    said = words.shortened(passages.plain(entity.description) or links.KIND_NAMES[entity.kind][0], 160)
    if place.number:
        return f"{said} {words.page(place.number, shown)}."
    return f"{said} Named in {words.count(place.total, 'article')}."


def _article(here: str, article: Article, found: Sequence[Passage], entity: Entity) -> dict[str, object]:
    known = article.metadata
    href = links.relative(here, links.article(article.id))
    return {
        "title": words.title(article),
        "href": href,
        "date": known.published.value if known.published else "",
        "source": known.source.value if known.source else "",
        "passages": [
            {"text": quoted(article, passage, entity.id), "href": links.block(href, passage.block)}
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
