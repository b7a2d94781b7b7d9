"""The page of an article: what is known, the text with its links, what belongs to it, and how all that was made."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from generator import passages
from generator.model import KINDS, Archive, Article, Found, Page, Related
from generator.render import facts, linked, links, versions, words
from generator.render.page import Templates

_NOTICES: Mapping[str, str] = {
    "full": "",
    "excerpt": "Only an excerpt of this article may be shown here.",
    "metadata": "The text of this article may not be shown here.",
    "withdrawn": "This article was withdrawn from the archive. Its address stays, so that links to it are answered.",
}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}")
_SHOWN_KINDS = frozenset({"metadata", "title", "byline", "caption", "junk"})


@dataclass(frozen=True, slots=True)
class Named:
    """The entities of one kind that an article names, the most often named first."""

    name: str
    entities: tuple[facts.Part, ...]


def pages(article: Article, archive: Archive, articles: Mapping[str, Article], templates: Templates) -> Iterator[Page]:
    """The article's page, its file as it came (where its rights allow), and a page at each of its old addresses."""
    path = links.article(article.id)
    yield templates.page(
        "article.md",
        path,
        title=words.title(article),
        subtitle=article.metadata.subtitle.value if article.metadata.subtitle else "",
        description=description(article),
        language=_language(article),
        facts=list(facts.of_article(article)),
        notice=_NOTICES[article.front.rights],
        body=linked.body(article),
        named=list(_named(article, archive)),
        dates=list(_dates(article)),
        related=[_related(path, other, articles[other.article]) for other in archive.related.get(article.id, ())],
        copies=list(versions.copies(article, archive, articles)),
        versions=list(versions.versions(article, archive, articles)),
        known=list(_known(article)) if article.lines else [],
        lines=[line for line in article.lines if line.kind in _SHOWN_KINDS and line.rule != "front-matter"],
        raw=links.relative(path, links.raw(article)) if article.front.rights == "full" else "",
        size=len(article.source.data),
        sha256=article.sha256,
    )
    if article.front.rights == "full":
        yield Page(links.raw(article), article.source.data)
    yield from _moved(article, templates)


def description(article: Article) -> str:
    """The contributor's summary, or the beginning of the text, in at most 200 characters."""
    return words.shortened(article.front.summary or passages.plain(article.body[:600]), 200)


def _language(article: Article) -> str:
    """The language tag of the text, for screen readers and hyphenation; nothing where what was found is not a tag."""
    found = article.metadata.language
    return found.value if found and _LANGUAGE_TAG.fullmatch(found.value) else ""


def _named(article: Article, archive: Archive) -> Iterator[Named]:
    here = links.article(article.id)
    added = () if article.front.rights in {"metadata", "withdrawn"} else article.front.mentions.add
    counts = Counter([mention.entity for mention in article.mentions]) | Counter(added)
    ordered = [archive.entities[key] for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    for kind in KINDS:
        entities = [entity for entity in ordered if entity.kind == kind]
        if entities:
            yield Named(links.KIND_NAMES[kind][1], tuple(facts.linked(here, entities)))


def _dates(article: Article) -> Iterator[dict[str, str]]:
    """Each expression once, with the place where it first stands."""
    blocks = enumerate(passages.blocks(article.body), 1)
    number, (_, end) = next(blocks, (0, (0, 0)))
    seen: set[tuple[str, str]] = set()
    for date in article.dates:
        while date.start >= end:
            number, (_, end) = next(blocks)
        if (date.text, date.value) not in seen:
            seen.add((date.text, date.value))
            yield {"text": passages.plain(date.text), "value": date.value, "anchor": date.anchor, "href": f"#P{number}"}


def _related(here: str, other: Related, article: Article) -> dict[str, object]:
    published = article.metadata.published
    return {
        "title": words.title(article),
        "href": links.relative(here, links.article(article.id)),
        "date": published.value if published else "",
        "reasons": other.reasons,
    }


def _known(article: Article) -> Iterator[dict[str, str]]:
    for field in fields(article.metadata):
        found = getattr(article.metadata, field.name)
        if found:
            yield _row(field.name, found)


def _row(name: str, found: Found[object]) -> dict[str, str]:
    value = ", ".join(map(str, found.value)) if isinstance(found.value, tuple) else str(found.value)
    rule = f"{found.rule}: {found.reason}" if found.reason else found.rule
    line = str(found.line) if found.line else ""
    return {"name": name, "value": value, "rule": rule, "confidence": f"{found.confidence:.0%}", "line": line}


def _moved(article: Article, templates: Templates) -> Iterator[Page]:
    for former in sorted({*article.front.former} - {article.id}):
        here = links.article(former)
        there = links.relative(here, links.article(article.id))
        yield templates.page("moved.md", here, title=words.title(article), href=there, address=f"{there[:-3]}.html")
