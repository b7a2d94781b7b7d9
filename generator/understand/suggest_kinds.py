"""What an unknown name seems to be: a person, an organization, a place or an event."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Kind
from generator.understand import gazetteer, names
from generator.understand.sightings import Group, Sighting
from generator.understand.text import opens_sentence, read
from generator.understand.words import (
    CALENDAR,
    DEMONYMS,
    DOCUMENT_NOUNS,
    EVENT_NOUNS,
    FUNCTION,
    GIVEN_NAMES,
    NO_ENTITIES,
    ORDINARY,
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    TITLES,
)

_SAYS = re.compile(r",? (?:said|says|told|added|explained|noted|warned|stressed|met|announced|, \d\d,)\b|, \d\d,")
# A word of a person's name: one capital, more only behind a prefix or in initials.
_NAME_WORD = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|[A-Z]')?[^\W\d_a-z]?[^\W\d_A-Z]*|[A-Z]{1,2}")
_YEAR = re.compile(r" (?:19|20)\d\d$")
_SHIP = re.compile(r"(?:HMS|USS|FS|HMAS|SS|MV|INS) [A-Z]")
_SMALL = FUNCTION | CALENDAR
_ADJECTIVES_AND_OFFICES = DEMONYMS | TITLES
_NO_NAMES = DEMONYMS | FUNCTION | CALENDAR | TITLES
_NO_PERSON = (ORGANIZATION_NOUNS | EVENT_NOUNS | PLACE_NOUNS | DEMONYMS) - GIVEN_NAMES
_LOCATIVES = frozenset({"in", "near", "at", "around", "outside", "across", "from", "to", "toward", "towards", "into"})
_MOST_WORDS = 4
_CITY = 10_000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How the archive writes its words.

    Attributes:
        small: How often a word is written small.
        capital: How often, within a sentence, with a capital, by its small form.
    """

    small: Counter[str]
    capital: Counter[str]

    def is_name(self, word: str, *, alone: bool = True) -> bool:
        """Whether a capital means a name, wherever the word stands; in a longer name, an unknown word may be one."""
        low = word.lower()
        if low in _SMALL:
            return False
        return self.capital[low] > 2 * self.small[low] or not (alone or self.small[low] or low in ORDINARY)


def vocabulary(bodies: Iterable[str]) -> Vocabulary:
    """The words of an archive."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for body in bodies:
        text = read(body)
        small.update(word for word in text.words if word[0].islower())
        capital.update(
            word.lower() for i, word in enumerate(text.words) if word[0].isupper() and not opens_sentence(text, i)
        )
    return Vocabulary(small, capital)


def kind_of(group: Group, words: Vocabulary) -> Kind | None:
    """What the group is; None for what is no name, or no entity of these kinds."""
    if _is_no_name(group, words) or _is_document(group.name):
        return None
    if kind := _kind_by_noun(group.name):
        return kind
    return "people" if is_person(group.sightings) else _kind_by_use(group, words)


def _is_document(name: str) -> bool:
    return _head(name) in DOCUMENT_NOUNS or bool(_SHIP.match(name))


def _kind_by_noun(name: str) -> Kind | None:
    """What the name says itself: `Summit`, `Ministry of Canals`, `Lake Ona`; None where it says nothing."""
    head, several = _head(name), " " in name
    if several and (head in EVENT_NOUNS or _YEAR.search(name)):
        return "events"
    if head in ORGANIZATION_NOUNS:
        return "organizations"
    if head in PLACE_NOUNS or name.lower().startswith(("lake ", "mount ", "cape ")):
        return "places"
    return None


def is_person(found: Sequence[Sighting]) -> bool:
    """Whether most of what is known of a name speaks for a person."""
    longest = max(found, key=lambda one: len(one.words))
    if not _may_be_a_person(longest):
        return False
    if any(one.title for one in found):
        return True
    if longest.words[0].lower() in GIVEN_NAMES and len(longest.words) > 1:
        return True
    if names.family_names(longest.name) == (longest.words[0],) and len(longest.words) > 1:
        return True
    return any(_SAYS.match(one.after) for one in found) and all(one.before != "the" for one in found)


def _may_be_a_person(one: Sighting) -> bool:
    lower = [word.lower() for word in one.words]
    organization = any(word in _NO_PERSON for word in lower)
    plain = all(map(_NAME_WORD.fullmatch, one.words)) and not one.words[-1].isupper()
    return plain and not organization and len(one.words) <= _MOST_WORDS and "of" not in lower


def _is_no_name(group: Group, words: Vocabulary) -> bool:
    """Whether it is an adjective, an office, an ordinary word, or a place that the gazetteer knows."""
    low = group.name.lower()
    if len(low) < 2 or low in NO_ENTITIES or all(map(_names_nothing, low.split())):
        return True
    if " " in low or any(one.title for one in group.sightings):
        return False
    ordinary = not words.is_name(group.sightings[0].words[-1])
    return ordinary or (not names.is_acronym(group.name) and _is_city(low))


def _names_nothing(word: str) -> bool:
    return word in _NO_NAMES or word.removesuffix("s") in _ADJECTIVES_AND_OFFICES


def _is_city(name: str) -> bool:
    """Whether the gazetteer has a city of the name that is large enough to be meant."""
    places = gazetteer.named(gazetteer.key(name))
    return any(place.kind != "city" or place.population > _CITY for place in places)


def _head(name: str) -> str:
    """The word that says what it is: the last, or the last before `of`, `for`, `on`."""
    word = re.split(r" (?:of|for|on|against|in) ", name)[0].lower().split()[-1]
    return word if word in ORGANIZATION_NOUNS else word.removesuffix("s")


def _kind_by_use(group: Group, words: Vocabulary) -> Kind | None:
    """A guess from the words before it, where neither its words nor an office tell."""
    before = Counter(one.before for one in group.sightings)
    located = sum(before[word] for word in _LOCATIVES)
    if located * 2 >= len(group.sightings):
        return "places"
    if " " not in group.name:
        return "people" if group.name.lower() in GIVEN_NAMES else "organizations"
    ordinary = all(words.small[word.lower()] or word.lower() in ORDINARY for word in group.name.split())
    if ordinary:
        return None
    if before["the"]:
        return "organizations"
    return "people" if _may_be_a_person(group.sightings[0]) else "organizations"
