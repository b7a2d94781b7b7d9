"""Names that the archive meets often and no entity file knows, ready to become entity files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

from generator import passages
from generator.ingest import slug
from generator.model import Article, Kind
from generator.understand import mentions, sightings
from generator.understand.lexicon import Lexicon
from generator.understand.sightings import Group, Sighting
from generator.understand.suggest_kinds import kind_of, vocabulary
from generator.understand.suggest_variants import joined

_CONTEXTS = 3
_LOOKED_AT = 9


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that has the name: the article's id, its span in the body, and its words."""

    article: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entity that the archive could have a file for.

    Attributes:
        id: The id that its file would have; for a name in another script, one made of a checksum.
        name: The fullest form that is common.
        kind: What it seems to be.
        aliases: The other forms met, the most frequent first.
        roles: Offices that stand before the name, the most frequent first.
        count: How often it is named.
        articles: The ids of the articles that name it, in order.
        together: Ids of entities that are most often named in the same articles.
        contexts: The first sentences that name it.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    count: int
    articles: tuple[str, ...]
    together: tuple[str, ...]
    contexts: tuple[Context, ...]


def find(articles: Iterable[Article], lexicon: Lexicon, least: int = 2) -> tuple[Suggestion, ...]:
    """What is named at least `least` times and unknown, the most frequent first."""
    by_id = {article.id: article for article in articles}
    words = vocabulary(article.body for article in by_id.values())
    known = {id_: article.mentions or mentions.find(article.body, lexicon) for id_, article in by_id.items()}
    seen = [one for id_, article in by_id.items() for one in sightings.find(id_, article.body, known[id_])]
    groups = joined(seen, words)
    named = {id_: {mention.entity for mention in found} for id_, found in known.items()}
    suggested = (
        _suggestion(group, kind_of(group, words), by_id, named) for group in groups if len(group.sightings) >= least
    )
    ranked = sorted(filter(None, suggested), key=lambda one: (-one.count, one.id))
    return tuple({one.id: one for one in reversed(ranked)}.values())[::-1]


def _suggestion(
    group: Group, kind: Kind | None, articles: Mapping[str, Article], named: Mapping[str, set[str]]
) -> Suggestion | None:
    if kind is None:
        return None
    inside = tuple(dict.fromkeys(one.article for one in group.sightings))
    together = Counter(entity for article in inside for entity in named[article])
    return Suggestion(
        f"{kind}/{slug(group.name) or f'{crc32(group.name.encode()):08x}'}",
        group.name,
        kind,
        aliases=tuple(form for form in group.forms if form != group.name),
        roles=group.roles,
        count=len(group.sightings),
        articles=inside,
        together=tuple(entity for entity, _ in sorted(together.items(), key=lambda item: (-item[1], item[0]))[:5]),
        contexts=tuple(_contexts(group.sightings, articles)),
    )


def _contexts(found: Iterable[Sighting], articles: Mapping[str, Article]) -> Iterator[Context]:
    """The first sentences that have the name, each wording once."""
    told: set[str] = set()
    for one in found:
        start, end = _sentence(articles[one.article].body, one.start)
        sentence = articles[one.article].body[start:end]
        if len(told) < _CONTEXTS and sentence not in told:
            told.add(sentence)
            yield Context(one.article, start, end, sentence)


def _sentence(body: str, position: int) -> tuple[int, int]:
    block = next((span for span in passages.blocks(body) if span[0] <= position < span[1]), (0, len(body)))
    return next((span for span in passages.sentences(body, block) if position < span[1]), block)
