"""Who and what an article names, as spans of its body."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from generator import passages
from generator.model import Entity, Kind, Mention, Mentions
from generator.understand import coreference, gazetteer, places
from generator.understand import text as texts
from generator.understand.gazetteer import Place
from generator.understand.lexicon import Hit, Lexicon, Name, hits
from generator.understand.text import Text

_NO_WISHES = Mentions()
_MARKUP = re.compile(r"[`@]|://|\]\(|www\.")
_TOKEN = re.compile(r"\w+")
_NEAR = 80
"""How many characters before and behind a name, in its block, count as standing near it."""
_TRUST_IN_FILES = 1.5
_TRUST_IN_WISHES = 99.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A span of the folded text and the entity it names; of two with one span, the smaller rank is kept."""

    start: int
    end: int
    entity: str
    rank: int


def find(body: str, lexicon: Lexicon, wishes: Mentions = _NO_WISHES) -> tuple[Mention, ...]:
    """The entities that a body names: ordered, disjoint, none of them touching what is not prose.

    Args:
        body: Clean Markdown.
        lexicon: Every name that is known.
        wishes: A contributor's word: entities that the article does not name, and entities that it names wherever any
            form of their name stands. One that is added and stands nowhere has no mention.
    """
    text = texts.read(body)
    found = _wanted(hits(text, lexicon, frozenset(wishes.add)), frozenset(wishes.drop))
    named = [*_named(text, found, lexicon, wishes), *_placed(text, found, lexicon, wishes)]
    chosen = _disjoint(candidate for candidate in named if _is_allowed(text, candidate, lexicon))
    short = _short(text, chosen, lexicon, wishes)
    everything = _disjoint([*chosen, *(candidate for candidate in short if _is_allowed(text, candidate, lexicon))])
    return tuple(_in_prose(body, (_mention(text, candidate) for candidate in everything)))


def _wanted(found: Iterable[Hit], dropped: frozenset[str]) -> list[Hit]:
    if not dropped:
        return list(found)
    return [Hit(hit.start, hit.end, tuple(name for name in hit.names if name.entity not in dropped)) for hit in found]


def _named(text: Text, found: list[Hit], lexicon: Lexicon, wishes: Mentions) -> Iterator[_Candidate]:
    """What the entity files name, places aside."""
    in_full = {name.entity for hit in found for name in hit.names if not name.weak} | set(wishes.add)
    for hit in found:
        names = [name for name in hit.names if not _is_place(name.entity) and (not name.weak or name.entity in in_full)]
        meant = _meant(names, in_full, lexicon)
        if meant and (meant.entity in wishes.add or _is_whole_name(text, hit, meant, lexicon)):
            yield _Candidate(hit.start + meant.skipped, hit.end, meant.entity, rank=1)


def _meant(names: list[Name], in_full: set[str], lexicon: Lexicon) -> Name | None:
    """The one that the text otherwise speaks of, where several have the name; None where nothing decides."""
    if len(names) < 2:
        return names[0] if names else None
    ranked = sorted(names, key=lambda name: -_relatives(name.entity, in_full, lexicon))
    best, second = (_relatives(name.entity, in_full, lexicon) for name in ranked[:2])
    return ranked[0] if best > second else None


def _relatives(id_: str, named: set[str], lexicon: Lexicon) -> int:
    """How many entities that the text names are related to one."""
    related = set(lexicon.entities[id_].related)
    return sum(
        other in related or id_ in lexicon.entities[other].related for other in named if other in lexicon.entities
    )


def _is_whole_name(text: Text, hit: Hit, name: Name, lexicon: Lexicon) -> bool:
    """Whether a person's one-word name is not a part of somebody else's."""
    if not name.entity.startswith("people/") or " " in name.written or not texts.begins_word(text, hit.start):
        return True
    first = texts.word_at(text, hit.start)
    return coreference.stands_alone(text, range(first, first + 1), coreference.bearer(lexicon.entities[name.entity]))


def _placed(text: Text, found: list[Hit], lexicon: Lexicon, wishes: Mentions) -> Iterator[_Candidate]:
    """The places: of the entity files and of the gazetteer."""
    areas: dict[tuple[int, int], tuple[Place, ...]] = {}
    for hit in found:
        known = tuple(_place(name.entity, lexicon) for name in hit.names if _is_place(name.entity))
        if known and texts.begins_word(text, hit.start):
            areas[hit.start, hit.end] = known
        elif len(known) == 1:
            # Scripts without spaces between words give none of the signs that a place is judged by.
            yield _Candidate(hit.start, hit.end, known[0].id, rank=2)
    trust = partial(_trust, lexicon, frozenset(wishes.add))
    for (start, end), place in places.find(text, areas, trust, frozenset(wishes.drop)):
        yield _Candidate(start, end, place.id, rank=2)


def _trust(lexicon: Lexicon, wished: frozenset[str], id_: str) -> float:
    """How much speaks for a place because the archive expects it, in log odds."""
    if id_ in wished:
        return _TRUST_IN_WISHES
    return _TRUST_IN_FILES if id_ in lexicon.entities else 0.0


def _place(id_: str, lexicon: Lexicon) -> Place:
    known = gazetteer.place(id_)
    if known:
        return known
    entity = lexicon.entities[id_]
    return Place(id_, entity.name, "region", coordinates=entity.coordinates)


def _short(text: Text, chosen: list[_Candidate], lexicon: Lexicon, wishes: Mentions) -> Iterator[_Candidate]:
    """Family names and acronyms of what the text has named in full."""
    ids = dict.fromkeys((*(candidate.entity for candidate in chosen), *wishes.add))
    people = [lexicon.entities[id_] for id_ in ids if id_.startswith("people/") and id_ in lexicon.entities]
    for (start, end), id_ in coreference.family_names(text, people, {candidate.end for candidate in chosen}):
        yield _Candidate(start, end, id_, rank=3)
    spans = [((candidate.start, candidate.end), candidate.entity) for candidate in chosen]
    for (start, end), id_ in coreference.acronyms(text, spans):
        yield _Candidate(start, end, id_, rank=0)


def _is_allowed(text: Text, candidate: _Candidate, lexicon: Lexicon) -> bool:
    """Whether none of the words stands near that the entity's file excludes."""
    entity = lexicon.entities.get(candidate.entity)
    return not (entity and entity.match.unless) or not _excluded(text, candidate, entity)


def _excluded(text: Text, candidate: _Candidate, entity: Entity) -> bool:
    before = text.key[max(0, candidate.start - _NEAR) : candidate.start].rpartition("\n\n")[2]
    after = text.key[candidate.end : candidate.end + _NEAR].partition("\n\n")[0]
    near = f"{before}{text.key[candidate.start : candidate.end]}{after}"
    words = f" {' '.join(_TOKEN.findall(near))} "
    return any(f" {' '.join(_TOKEN.findall(texts.key(unless)))} " in words for unless in entity.match.unless)


def _disjoint(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The candidates in order, the longest where they overlap; two that overlap and name one entity become one."""
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda one: (one.start, -one.end, one.rank)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
        elif candidate.entity == kept[-1].entity and candidate.end > kept[-1].end:
            kept[-1] = replace(kept[-1], end=candidate.end)
    return kept


def _mention(text: Text, candidate: _Candidate) -> Mention:
    start, end = texts.original(text, candidate.start, candidate.end)
    kind = cast("Kind", candidate.entity.partition("/")[0])
    return Mention(candidate.entity, kind, text.body[start:end], start, end)


def _in_prose(body: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that do not touch code, link targets or addresses."""
    opaque = passages.opaque(body) if _MARKUP.search(body) else ()
    ends = [end for _, end in opaque]
    for mention in found:
        following = bisect_right(ends, mention.start)
        if following == len(opaque) or opaque[following][0] >= mention.end:
            yield mention


def _is_place(id_: str) -> bool:
    return id_.startswith("places/")
