"""Every name that the archive knows, in one automaton: the entity files', the gazetteer's countries and regions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.model import Authority, Entity
from generator.problems import Problem
from generator.understand import foreign, gazetteer, names, text
from generator.understand.text import Text
from generator.understand.words import CALENDAR, FUNCTION, ORDINARY

_BESIDE = 16
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{3,} $")
_CAPITALS_AFTER = re.compile(r" [A-Z]{3,}\b")
_LONGEST_DOTTED = 5
_WEAK = ORDINARY | CALENDAR | FUNCTION
# Scripts that put no space between words: a name may begin and end anywhere.
_SPACELESS = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which an entity is named.

    Attributes:
        entity: The entity's id.
        written: The name as written in its file, folded (see `text.plainly`).
        case: Whether its capitals must be capitals in the text.
        weak: Whether it is an ordinary word, which names the entity only where the text names it in full too.
        made: Whether it was made from another name (initials, office and family name) rather than stated.
        skipped: How many of its first characters are an office, which is not part of the mention.
    """

    entity: str
    written: str
    case: bool = True
    weak: bool = False
    made: bool = False
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A span of the folded text and the names that it may be."""

    start: int
    end: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names ready to be looked for; build it with `build`. It travels between processes as its authority.

    Attributes:
        authority: What it was built from.
        entities: Those of the authority, by id.
        names: By pattern, in the automaton's order, who is named so.
        automaton: Finds the patterns in a folded text.
    """

    authority: Authority
    entities: Mapping[str, Entity]
    names: tuple[tuple[Name, ...], ...]
    automaton: AhoCorasick

    def __reduce__(self) -> tuple[object, ...]:
        """Rebuild from the authority, or take what this process has built already."""
        return build, (self.authority,)

    def entity(self, id_: str) -> Entity | None:
        """The entity of an id: from its file, else from the gazetteer; None where neither knows it."""
        return self.entities.get(id_) or gazetteer.entity(id_)


@lru_cache(maxsize=4)
def build(authority: Authority) -> Lexicon:
    """The lexicon of an authority; the same authority gives the same lexicon without building it again."""
    known = _by_pattern(chain(_authority_names(authority.entities), _area_names()))
    automaton = AhoCorasick(list(known), matchkind=MatchKind.Standard)
    return Lexicon(authority, {entity.id: entity for entity in authority.entities}, tuple(known.values()), automaton)


def clashes(authority: Authority) -> tuple[Problem, ...]:
    """A problem for each name that two entity files claim without saying by `match.unless` when it is not meant."""
    claims: dict[str, list[Entity]] = defaultdict(list)
    for entity in authority.entities:
        for name in dict.fromkeys(text.plainly(name) for name in (entity.name, *entity.aliases)):
            claims[name].append(entity)
    return tuple(sorted(set(chain.from_iterable(_clash(name, claimants) for name, claimants in claims.items()))))


def hits(read: Text, lexicon: Lexicon, insisted: frozenset[str] = frozenset()) -> list[Hit]:
    """Where the text has a known name: whole words, capitals as written or all capitals; they may overlap.

    The entities that are insisted on are found whatever their capitals.
    """
    found = []
    for index, start, end in lexicon.automaton.find_matches_as_indexes(read.key, overlapping=True):
        if _bounded(read.plain, start, end) and not _shouted(read.plain, start, end):
            written = read.plain[start:end]
            fitting = (name for name in lexicon.names[index] if name.entity in insisted or fits(name, written))
            by_entity = {name.entity: name for name in fitting}
            if by_entity:
                found.append(Hit(start, end, tuple(by_entity.values())))
    return found


def fits(name: Name, found: str) -> bool:
    """Whether the capitals in the text are those of the name, of a heading, or all of them."""
    if not name.case or name.written == found:
        return True
    if names.is_acronym(name.written):
        return False
    if found.isupper():
        return not name.weak
    return all(map(_letter_fits, name.written, found, " " + name.written))


def _letter_fits(written: str, found: str, before: str) -> bool:
    """Whether a letter keeps its capital, or gains one at the beginning of a word."""
    return (written.islower() and not before.isalnum()) or not (written.isupper() ^ found.isupper())


def _bounded(plain: str, start: int, end: int) -> bool:
    """Whether neither side of the span continues a word."""
    return not (
        (start and plain[start].isalnum() and _continues(plain[start - 1], plain[start]))
        or (end < len(plain) and _continues(plain[end - 1], plain[end]))
        # `US$` is money, and `S.C.` in `S.C.O.` a part of an acronym.
        or plain.startswith(("$", "\\$"), end)
        or (plain[end - 1] == "." and plain[end : end + 1].isalpha())
    )


def _shouted(plain: str, start: int, end: int) -> bool:
    """Whether the span is a small word in a line of capitals: `US` in `JOIN US NOW`."""
    if plain[start:end].lower() not in FUNCTION:
        return False
    return bool(_CAPITALS_BEFORE.search(plain, max(0, start - _BESIDE), start) or _CAPITALS_AFTER.match(plain, end))


def _continues(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not _spaceless(left) and not _spaceless(right)


def _spaceless(character: str) -> bool:
    return character >= "\u0e00" and any(first <= character <= last for first, last in _SPACELESS)


def _by_pattern(known: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    """Who is named by each pattern; a made name that two share names nobody."""
    patterns: dict[str, list[Name]] = defaultdict(list)
    for name in known:
        if name not in patterns[text.key(name.written)]:
            patterns[text.key(name.written)].append(name)
    return {pattern: stated for pattern, claims in patterns.items() if pattern.strip() and (stated := _stated(claims))}


def _stated(claims: list[Name]) -> tuple[Name, ...]:
    stated = tuple(name for name in claims if not name.made)
    return stated or (tuple(claims) if len({name.entity for name in claims}) == 1 else ())


def _authority_names(entities: Iterable[Entity]) -> Iterator[Name]:
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            yield _name(entity, name)
            for variant in _spellings(name):
                yield _name(entity, variant)
        for name in _made(entity):
            yield _name(entity, name, made=True)
        for office, name in _titled(entity):
            yield replace(_name(entity, f"{office} {name}", made=True), skipped=len(office) + 1)


def _name(entity: Entity, name: str, *, made: bool = False) -> Name:
    plain = " ".join(text.plainly(name).split())
    weak = plain.lower() in _WEAK and not names.is_acronym(plain)
    return Name(entity.id, plain, case=entity.match.case, weak=weak, made=made)


def _spellings(name: str) -> Iterator[str]:
    """Other spellings: `and` for `&` and the other way round, no article, a hyphen, an acronym with full stops."""
    if " & " in name:
        yield name.replace(" & ", " and ")
    if " and " in name:
        yield name.replace(" and ", " & ")
    if "Cooperation" in name:
        yield name.replace("Cooperation", "Co-operation")
    if name.startswith(("The ", "the ")):
        yield name[4:]
    if names.is_acronym(name) and name.isalpha() and len(name) <= _LONGEST_DOTTED:
        yield "".join(f"{letter}." for letter in name)


def _made(entity: Entity) -> Iterator[str]:
    """Names that follow from the stated ones: with initials, without middle initials, with an office."""
    if entity.kind != "people":
        return
    yield from names.with_initials(entity.name)
    if shorter := names.without_initials(entity.name):
        yield shorter


def _titled(entity: Entity) -> Iterator[tuple[str, str]]:
    """Offices held, each with the family name that it stands before."""
    short = names.family_names(entity.name) if entity.kind == "people" else ()
    for role in entity.roles if short else ():
        yield from ((office, text.plainly(short[-1])) for office in names.offices(role.title))


def _area_names() -> Iterator[Name]:
    for place in gazetteer.areas().values():
        for name in dict.fromkeys((place.name, *place.aliases, *foreign.names(place.country, place.kind))):
            yield Name(place.id, text.plainly(name))


def _clash(name: str, claimants: list[Entity]) -> Iterator[Problem]:
    open_ = [entity for entity in claimants if not entity.match.unless]
    for entity, other in pairwise(open_):
        remedy = "take it out of one of the two, or say with match.unless when it is not meant"
        message = f'"{name}" also names {other.path or other.id}; {remedy}'
        line = next((line for each, line in entity.lines if text.plainly(each) == name), 0)
        yield Problem(entity.path or entity.id, line, "alias-clash", "warning", message)
