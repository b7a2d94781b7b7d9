"""Which names of an archive are forms of one: titles and initials aside, acronyms and family names joined."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.understand import coreference, names
from generator.understand.sightings import Group, Sighting
from generator.understand.suggest_kinds import Vocabulary, is_person
from generator.understand.words import DEMONYMS, DOCUMENT_NOUNS, ORGANIZATION_NOUNS

_SMALL = frozenset({"the", "of", "and", "for", "on"})
_ACRONYM_AFTER = re.compile(r" \(\"?([^\W\d_][\w.&-]{1,9}(?<![.&-]))\"?\)")
_LEAST_ACRONYM = 3
_FAR_OFTENER = 5


def joined(found: Iterable[Sighting], words: Vocabulary) -> list[Group]:
    """The sightings, put together by what they name, in the order in which they are met first."""
    sightings = [_without_document(kept) for one in found if (kept := _without_opening(one, words))]
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for one in sightings:
        groups[_key(one.words)].append(one)
    for alias, key in (_acronyms(groups) | _longer_forms(groups)).items():
        if alias in groups and key in groups and alias != key:
            groups[key].extend(groups.pop(alias))
    return [Group(tuple(members)) for members in _with_family_names(groups)]


def _without_opening(one: Sighting, words: Vocabulary) -> Sighting | None:
    """The sighting without a first word that has its capital from the sentence; None where nothing is left."""
    if not one.opens or words.is_name(one.words[0], alone=len(one.words) == 1):
        return one
    left = next((i for i, word in enumerate(one.words) if i and word[0].isupper()), None)
    if left is None:
        return None
    start = one.name.index(one.words[left], sum(map(len, one.words[:left])))
    return replace(one, start=one.start + start, name=one.name[start:], words=one.words[left:], opens=False)


def _without_document(one: Sighting) -> Sighting:
    """The sighting of who made a document, for that of the document: `Lake Council` for `Lake Council Resolution`."""
    *body, last = one.words
    if last.lower() not in DOCUMENT_NOUNS or not body or body[-1].lower() not in ORGANIZATION_NOUNS:
        return one
    kept = one.name[: -len(last)].rstrip()
    return replace(one, end=one.start + len(kept), name=kept, words=tuple(body))


def _key(words: Iterable[str]) -> str:
    """What forms of one name have in common: no case, no small words, no middle initials, no apostrophes."""
    kept = [word.lower().replace("'", "") for word in words if word not in _SMALL]
    inner = [word for word in kept[1:-1] if len(word) > 1]
    return " ".join([kept[0], *inner, kept[-1]] if len(kept) > 2 and len(kept[0]) > 1 else kept)


def _acronyms(groups: Mapping[str, list[Sighting]]) -> dict[str, str]:
    """The key of the full name by the key of its acronym: introduced in parentheses, or fitting one beside it only."""
    introduced: dict[str, str] = {}
    fitting: dict[str, set[str]] = defaultdict(set)
    for key, members in groups.items():
        if " " in key:
            fitting[_initials(members[0].name)].add(key)
        for one in members:
            found = _ACRONYM_AFTER.match(one.after)
            if found and coreference.abbreviates(found[1], one.name):
                introduced.setdefault(_key([found[1]]), key)
    for key, members in groups.items():
        acronym = members[0].name
        if key not in introduced and names.is_acronym(acronym) and len(key) >= _LEAST_ACRONYM:
            full = [other for other in fitting[acronym.replace(".", "")] if _meet(members, groups[other])]
            introduced |= {key: full[0]} if len(full) == 1 else {}
    return introduced


def _initials(name: str) -> str:
    """The letters that begin the words of the name, in capitals."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word not in _SMALL).upper()


def _meet(some: Iterable[Sighting], others: Iterable[Sighting]) -> bool:
    """Whether an article has both."""
    return not {one.article for one in some}.isdisjoint(other.article for other in others)


def _longer_forms(groups: Mapping[str, list[Sighting]]) -> dict[str, str]:
    """The key of the form without a country, people or acronym in front, by the key of the form with it."""
    shorter = {key: _without_first(key, members[0]) for key, members in groups.items()}
    return {key: short for key, short in shorter.items() if short in groups and short.count(" ")}


def _without_first(key: str, one: Sighting) -> str:
    first, _, rest = key.partition(" ")
    if key.startswith(("u s ", "u k ", "u n ")):
        return key[4:]
    return rest if first in DEMONYMS or names.is_acronym(one.words[0]) else ""


def _with_family_names(groups: Mapping[str, list[Sighting]]) -> Iterable[list[Sighting]]:
    """The groups, the family names alone given to the people of the same article, or to the only one of that name."""
    people = {key: members for key, members in groups.items() if " " in key and is_person(members)}
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, members in people.items():
        for form in names.family_names(members[0].name):
            bearers[_key(form.split())].add(key)
    given: dict[str, list[Sighting]] = {key: list(members) for key, members in groups.items()}
    for family, keys in bearers.items():
        for one in groups.get(family, ()) if family not in people else ():
            owner = _owner(one, keys, people)
            if owner:
                given[owner].append(one)
                given[family].remove(one)
    return (members for members in given.values() if members)


def _owner(one: Sighting, keys: set[str], people: Mapping[str, list[Sighting]]) -> str | None:
    """The person of that family name in the same article, else the one named far oftener; None where that is open."""
    here = [key for key in keys if any(other.article == one.article for other in people[key])]
    first, *others = sorted(here or keys, key=lambda key: -len(people[key]))
    return first if all(len(people[first]) >= _FAR_OFTENER * len(people[other]) for other in others) else None
