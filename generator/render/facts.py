"""Facts as the pages list them: a name, and parts that may link to a page or to an address on the web."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from generator import calendars, escape
from generator.model import Archive, Article, Entity, Found, Role
from generator.render import links

STATED = 0.8
"""The confidence from which on a value counts as stated, not as concluded."""

_NARROW = 32
"""Characters that a short fact has at most."""

WIKIDATA = "https://www.wikidata.org/wiki/"


class Part(NamedTuple):
    """A piece of a fact: its text, and where it leads on this site (`href`) or on the web (`url`)."""

    text: str
    href: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the list of facts; `guess` says what an uncertain one was concluded from."""

    name: str
    parts: tuple[Part, ...]
    guess: str = ""

    @property
    def wide(self) -> bool:
        """Whether it takes more room than a column of short facts has."""
        return bool(self.guess) or sum(len(part.text) + 2 for part in self.parts) - 2 > _NARROW


def of_article(article: Article) -> Iterator[Fact]:
    """What is known of an article, in the order a reader asks for it; each with its doubt."""
    known = article.metadata
    if known.title and _guess(known.title):
        yield Fact("Title", (Part("not stated by the text"),), _guess(known.title))
    yield from _dates(article)
    here = links.article(article.id)
    if known.source:
        source = links.relative(here, links.source(links.source_key(known.source.value)))
        yield Fact("Source", (Part(known.source.value, source),), _guess(known.source))
    if known.authors:
        yield Fact("By", tuple(map(Part, known.authors.value)), _guess(known.authors))
    for name, found in (("Carried by", known.carrier), ("Place", known.place), ("Section", known.section)):
        if found:
            yield Fact(name, (Part(found.value),), _guess(found))
    yield from _given(article)


def _dates(article: Article) -> Iterator[Fact]:
    known = article.metadata
    if known.published:
        year = links.relative(links.article(article.id), links.year(known.published.value[:4]))
        yield Fact("Published", (Part(calendars.in_words(known.published.value), year),), _guess(known.published))
    if known.updated:
        yield Fact("Edited", (Part(calendars.in_words(known.updated.value)),), _guess(known.updated))
    if known.occurred and (not known.published or known.occurred.value != known.published.value):
        yield Fact("Reports on", (Part(calendars.in_words(known.occurred.value)),), _guess(known.occurred))
    if article.front.retrieved:
        yield Fact("Retrieved", (Part(calendars.in_words(article.front.retrieved)),))


def _given(article: Article) -> Iterator[Fact]:
    known = article.metadata
    if article.front.topics:
        yield Fact("Topics", tuple(map(Part, article.front.topics)))
    if known.source_url and escape.url(known.source_url.value):
        yield Fact("Read it at", (Part(urlsplit(known.source_url.value).netloc, url=known.source_url.value),))
    if article.front.license:
        yield Fact("License", (Part(article.front.license),))


def _guess(found: Found[Any]) -> str:
    """What an uncertain value was concluded from, or by which rule; nothing for one that the text states."""
    if found.confidence >= STATED:
        return ""
    return found.reason or f"{found.rule.replace('-', ' ')}, {found.confidence:.0%} sure"


def of_entity(entity: Entity, archive: Archive) -> Iterator[Fact]:
    """What is known of an entity."""
    here = links.entity(entity.id)
    yield Fact("Kind", (Part(links.KIND_NAMES[entity.kind][0], links.relative(here, links.kind(entity.kind))),))
    if entity.roles:
        yield Fact("Roles", tuple(Part(_role(role)) for role in entity.roles))
    if entity.when:
        yield Fact("When", (Part(calendars.in_words(entity.when)),))
    if entity.aliases:
        yield Fact("Also written", tuple(map(Part, entity.aliases)))
    if entity.coordinates:
        yield Fact("Coordinates", (Part(_degrees(*entity.coordinates)),))
    if entity.wikidata:
        yield Fact("Wikidata", (Part(entity.wikidata, url=WIKIDATA + entity.wikidata),))
    related = [archive.entities[key] for key in entity.related if key in archive.entities]
    if related:
        yield Fact("Belongs with", tuple(linked(here, related)))


def linked(here: str, entities: Iterable[Entity]) -> Iterator[Part]:
    """The entities' names, each leading to its page."""
    return (Part(entity.name, links.relative(here, links.entity(entity.id))) for entity in entities)


def _role(role: Role) -> str:
    if not role.begin and not role.end:
        return role.title
    begin, end = (date[:4] if date else "" for date in (role.begin, role.end))
    return f"{role.title} ({begin}–{end})" if begin != end else f"{role.title} ({begin})"


def _degrees(latitude: float, longitude: float) -> str:
    vertical, horizontal = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {vertical} {abs(longitude):.2f}° {horizontal}"
