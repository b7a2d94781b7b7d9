"""Names of places in a text, before it is asked what they mean there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.understand import gazetteer
from generator.understand.gazetteer import Place
from generator.understand.text import Text, opens_sentence, word_at
from generator.understand.words import CALENDAR, DEMONYMS, FUNCTION, NO_ENTITIES, NO_PLACES, TITLES

Span = tuple[int, int]

_LONGEST = 4
_LONGEST_ACRONYM = 5
_CONNECTORS = frozenset(
    {"am", "an", "de", "del", "di", "du", "en", "la", "le", "les", "of", "on", "sur", "the", "upon"}
)
_ABBREVIATED = frozenset({"Ft", "Mt", "St", "Ste"})
_NEVER = FUNCTION | CALENDAR | TITLES | DEMONYMS | NO_ENTITIES | NO_PLACES


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place's name in a text.

    Attributes:
        start: Where it begins in the folded text.
        end: Where it ends, excluded.
        first: The index of its first word.
        last: The index of its last word.
        name: The name's key.
        places: Those of the name; the likeliest without a context first.
    """

    start: int
    end: int
    first: int
    last: int
    name: str
    places: tuple[Place, ...]


def occurrences(text: Text, areas: Mapping[Span, tuple[Place, ...]], dropped: frozenset[str]) -> list[Occurrence]:
    """Every name of a place in the text, the longest where they overlap, in the order of the text.

    Args:
        text: The text.
        areas: What the lexicon found: spans, and the countries, states, regions or places with a file that they name.
        dropped: Ids of places that are out of the question.
    """
    named = {span: _occurrence(text, span, places) for span, places in areas.items()}
    for span, places in (*_cities(text), *_listed_counties(text)):
        known = named[span].places if span in named else ()
        meant = tuple(place for place in dict.fromkeys((*known, *places)) if place.id not in dropped)
        if meant:
            named[span] = _occurrence(text, span, meant)
    return list(_longest(named.values()))


def _longest(found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    end = 0
    for occurrence in sorted(found, key=lambda one: (one.start, -one.end)):
        if occurrence.start >= end:
            yield occurrence
            end = occurrence.end


def _occurrence(text: Text, span: Span, places: tuple[Place, ...]) -> Occurrence:
    start, end = span
    first = word_at(text, start)
    last = max(first, word_at(text, end) - 1)
    return Occurrence(start, end, first, last, gazetteer.key(text.plain[start:end]), places)


def _cities(text: Text) -> Iterator[tuple[Span, tuple[Place, ...]]]:
    """Capitalized words that are the name of a county, city or town, the longest first at each word."""
    capitalized = [index for index, word in enumerate(text.words) if word[0].isupper()]
    for index in capitalized:
        found = _city_at(text, index) if gazetteer.begins(text.words[index]) else None
        if found:
            yield found


def _listed_counties(text: Text) -> Iterator[tuple[Span, tuple[Place, ...]]]:
    """The counties of a list: `Barrow`, `Jackson` and `Hall` in `Barrow, Jackson and Hall counties`."""
    for index, word in enumerate(text.words if "ounties" in text.plain else ()):
        if word in {"counties", "Counties"}:
            yield from _counties_before(text, index)


def _counties_before(text: Text, index: int) -> Iterator[tuple[Span, tuple[Place, ...]]]:
    last, listed = index - 1, True
    while listed and last >= 0 and text.words[last][0].isupper():
        places = gazetteer.named(f"{gazetteer.key_of(text.words[last : last + 1])}-county")
        if places:
            yield (text.starts[last], text.ends[last]), places
        listed = last > 0 and text.plain[text.ends[last - 1] : text.starts[last]] in {", ", " "}
        last -= 2 if text.words[last - 1] == "and" else 1


def _city_at(text: Text, first: int) -> tuple[Span, tuple[Place, ...]] | None:
    for last in range(_run_end(text, first), first - 1, -1):
        if last == first and not _can_stand_alone(text, first):
            break
        start, end = text.starts[first], text.ends[last]
        name = gazetteer.key_of(text.words[first : last + 1])
        if text.words[last][0].isupper() and name not in NO_PLACES and (places := gazetteer.named(name)):
            return (start, end), places
    return None


def _run_end(text: Text, first: int) -> int:
    """The index of the last word that a name beginning at `first` can have."""
    last = first
    for i in range(first + 1, min(first + _LONGEST, len(text.words))):
        if not _joined(text, i - 1) or not (text.words[i][0].isupper() or text.words[i] in _CONNECTORS):
            break
        last = i
    return last


def _joined(text: Text, index: int) -> bool:
    """Whether a word and the next can belong to one name, by what stands between them."""
    between = text.plain[text.ends[index] : text.starts[index + 1]]
    return between in {" ", "-"} or (between == ". " and text.words[index] in _ABBREVIATED)


def _can_stand_alone(text: Text, index: int) -> bool:
    """Whether one word can be a city: no small word, no adjective of a country, no acronym."""
    word = text.words[index]
    return len(word) > 2 and word.lower() not in _NEVER and not (word.isupper() and _is_acronym(text, index))


def _is_acronym(text: Text, index: int) -> bool:
    """Whether a short word in capitals is one, rather than a dateline or a part of a line in capitals."""
    if len(text.words[index]) > _LONGEST_ACRONYM or (opens_sentence(text, index) and len(text.words[index]) > 3):
        return False
    beside = text.words[max(0, index - 1) : index] + text.words[index + 1 : index + 2]
    return not any(word.isupper() and len(word) > 3 for word in beside)
