"""What is searched for: articles, entities and the guide's pages, all as documents of one form."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator import passages
from generator.model import Archive, Article, Entity, Kind
from generator.render import links, words

FACETS = (
    "source", "person", "organization", "place", "initiative", "event", "thing", "topic", "author", "language",
    "rights",
)  # fmt: skip
"""What a reader may narrow a search by, besides kind and date."""

# Most blocks have neither markup nor any white space but spaces: a quick look that spares a long one.
_BARE = re.compile(r"(?![#>-])[^\\\[\]*`|&\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*+")

_FACET_OF: Mapping[Kind, str] = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "initiatives": "initiative",
    "events": "event",
    "things": "thing",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading, as plain text; `anchor` is its id on the page."""

    text: str
    anchor: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be found.

    Attributes:
        id: Of all documents: `articles/2015/visit`.
        url: Below the site's root.
        kind: `articles`, `guide`, or the kind of an entity.
        title: As the page shows it.
        date: A partial ISO date; empty where none is known.
        language: Of the text, a BCP 47 tag.
        names: Other names of an entity.
        summary: What a contributor says of it.
        blocks: The text, in order.
        body: The Markdown that the blocks are still to be made of.
        entities: How often the text names which entity, by id.
        facets: The values of each facet that it has any of.
        sentences: About how many name the entity that it is about.
    """

    id: str
    url: str
    kind: str
    title: str
    date: str = ""
    language: str = "en"
    names: tuple[str, ...] = ()
    summary: str = ""
    blocks: tuple[Block, ...] = ()
    body: str = ""
    entities: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentences: int = 0


def of_article(article: Article, archive: Archive) -> Document:
    """The article as its page shows it, and no more of it than that; `whole` makes its blocks."""
    known = article.metadata
    entities = _entities(article)
    language = known.language.value if known.language else ""
    single = {
        "source": known.source.value if known.source else "",
        "language": language,
        "rights": article.front.rights,
    }
    facets: dict[str, tuple[str, ...]] = {name: (value,) for name, value in single.items() if value}
    facets |= {"topic": article.front.topics, "author": known.authors.value if known.authors else ()}
    return Document(
        id=f"articles/{article.id}",
        url=_url(links.article(article.id)),
        kind="articles",
        title=words.title(article),
        date=known.published.value if known.published else "",
        language=language or "en",
        names=(known.subtitle.value,) if known.subtitle else (),
        summary=article.front.summary or "",
        body=article.body,
        entities=entities,
        facets={name: values for name, values in (facets | _names(entities, archive)).items() if values},
    )


def whole(document: Document) -> Document:
    """The document with its blocks, which take the longest of it to make."""
    return replace(document, blocks=tuple(_blocks(document.body)), body="") if document.body else document


def of_entity(entity: Entity, sentences: int) -> Document:
    """The entity with its names and its description; what articles say of it is found there."""
    return Document(
        id=f"entities/{entity.id}",
        url=_url(links.entity(entity.id)),
        kind=entity.kind,
        title=entity.name,
        names=entity.aliases,
        # The anchors of an article's paragraphs are none of its page.
        blocks=tuple(replace(block, anchor="") for block in _blocks(entity.description)),
        entities={entity.id: 1},
        sentences=sentences,
    )


def sentences(entity: Entity, archive: Archive) -> int:
    """About how many sentences name the entity: in powers of two, so that one more seldom makes a difference."""
    return (1 << len(archive.appearances.get(entity.id, ())).bit_length()) - 1


def _url(page: str) -> str:
    return f"archive/{page.removesuffix('.md')}.html"


def _blocks(body: str) -> Iterator[Block]:
    """The blocks of a body; the anchors are those that its page has."""
    for number, (start, end) in enumerate(passages.blocks(body), 1):
        yield Block(_plain(body[start:end]), f"P{number}", body.startswith("#", start))


def _plain(block: str) -> str:
    """The words of a block."""
    if _BARE.fullmatch(block) and "  " not in block:
        return block.rstrip()
    text = passages.plain(block)
    # The cells of a table have spaces around them.
    return " ".join(text.split()) if "  " in text else text


def _entities(article: Article) -> Mapping[str, int]:
    """How often the article names which entity; what a contributor adds counts once."""
    added = () if article.front.rights in {"metadata", "withdrawn"} else article.front.mentions.add
    return Counter(mention.entity for mention in article.mentions) | Counter(added)


def _names(entities: Mapping[str, int], archive: Archive) -> dict[str, tuple[str, ...]]:
    """The names of the entities, by facet."""
    known = [archive.entities[key] for key in sorted(entities) if key in archive.entities]
    return {
        facet: tuple(dict.fromkeys(entity.name for entity in known if entity.kind == kind))
        for kind, facet in _FACET_OF.items()
    }
