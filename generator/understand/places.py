"""Which places a text names: by the words beside a name, its other uses in the text, and where the rest of it plays."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.understand.gazetteer import Place
from generator.understand.locatives import Surroundings, around, is_family_name, is_located, local_evidence
from generator.understand.text import Text
from generator.understand.toponyms import Occurrence, Span, occurrences

# How much the kind of place speaks for itself, and each circumstance for the place, in log odds.
_KINDS: Mapping[str, float] = MappingProxyType(
    {"country": 2.0, "state": 2.3, "region": 2.3, "county": 2.1, "city": -0.6}
)
_CAPITAL = 2.5
_SEVERAL_WORDS = 1.0
_QUALIFIED = 1.8
_SAME_STATE = 1.2
_PLACE_ELSEWHERE = 1.4
_PERSON_ELSEWHERE = -2.5
_TYPICAL_SIZE = 4.5
"""The decimal logarithm of the population at which a city's size speaks neither for nor against it."""
_LARGE = 300_000


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text plays.

    Attributes:
        countries: How many names of the text lie in a country, by its code.
        states: The same by country and first-level division: `US-OH`.
        located: The keys of names that some sentence of the text calls a place by.
        persons: The keys of names that some sentence of the text gives to a person.
        trust: Ids of places that the archive expects, with how much that speaks for them, in log odds.
    """

    countries: Mapping[str, int]
    states: Mapping[str, int]
    located: frozenset[str]
    persons: frozenset[str]
    trust: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Sight:
    """A name of a place, what stands around it, and the larger place that it is said to lie in."""

    name: Occurrence
    seen: Surroundings
    within: Place | None


def find(
    text: Text,
    areas: Mapping[Span, tuple[Place, ...]],
    trust: Mapping[str, float],
    dropped: frozenset[str],
) -> list[tuple[Span, Place]]:
    """The places that the text names, as spans of the folded text, in order.

    Args:
        text: The text.
        areas: The spans where the lexicon knows a place, with the places.
        trust: Ids of places that the archive expects, with how much that speaks for them, in log odds.
        dropped: Ids of places that are out of the question.
    """
    sights = _sights(text, occurrences(text, areas, dropped))
    setting = _setting(sights, trust)
    meant = ((sight, _meant(sight, setting)) for sight in sights)
    return [
        ((sight.name.start, sight.name.end), place) for sight, place in meant if _evidence(sight, place, setting) > 0
    ]


def _sights(text: Text, names: list[Occurrence]) -> list[_Sight]:
    following = [*names, None][1:]
    return [
        _Sight(name, around(text, name), _within(text, name, after))
        for name, after in zip(names, following, strict=True)
    ]


def _within(text: Text, name: Occurrence, after: Occurrence | None) -> Place | None:
    """The state, region or country that follows a name behind a comma: `Paris, Texas`."""
    if after is None or text.plain[name.end : after.start] not in {", ", " (", ","}:
        return None
    return next((place for place in after.places if place.kind in {"country", "state", "region"}), None)


def _setting(sights: list[_Sight], trust: Mapping[str, float]) -> Setting:
    places = {sight.name.name: sight.name.places[0] for sight in sights if _is_landmark(sight.name)}.values()
    return Setting(
        countries=Counter(place.country for place in places),
        states=Counter(_division(place) for place in places),
        located=frozenset(sight.name.name for sight in sights if sight.within or is_located(sight.seen)),
        persons=frozenset(sight.name.name for sight in sights if is_family_name(sight.seen)),
        trust=trust,
    )


def _is_landmark(name: Occurrence) -> bool:
    """Whether the name alone tells where the text plays."""
    first, *others = name.places
    return not others or first.kind in {"country", "state", "region"} or first.population > _LARGE


def _division(place: Place) -> str:
    return f"{place.country}-{place.state}" if place.state else ""


def _meant(sight: _Sight, setting: Setting) -> Place:
    """The place of the name that fits the text best; the larger one where nothing else decides."""
    return max(sight.name.places, key=lambda place: _fit(place, sight.within, setting))


def _fit(place: Place, within: Place | None, setting: Setting) -> float:
    itself = place.kind in {"country", "state"}
    inside = within is not None and place.country == within.country and within.state in {"", place.state}
    there = min(3, setting.countries.get(place.country, 0) - itself)
    near = min(3, setting.states.get(_division(place), 0) - itself) if place.state else 0
    return _size(place) + 8.0 * inside + 0.5 * there + 1.2 * near + setting.trust.get(place.id, 0)


def _size(place: Place) -> float:
    """How likely a place is to be named, all else being equal: for a city, the decimal logarithm of its people."""
    if place.kind == "city":
        return math.log10(place.population + 10)
    return {"country": 8.5, "county": 4.0}.get(place.kind, 8.0)


def _evidence(sight: _Sight, place: Place, setting: Setting) -> float:
    """How much speaks for the place rather than something else of that name, in log odds."""
    return (
        local_evidence(sight.seen)
        + _prior(place)
        + setting.trust.get(place.id, 0)
        + _SEVERAL_WORDS * (sight.name.last > sight.name.first)
        + _QUALIFIED * (sight.within is not None)
        + _SAME_STATE * (place.kind == "city" and bool(setting.states.get(_division(place))))
        + _elsewhere(sight.name.name, setting)
    )


def _prior(place: Place) -> float:
    size = min(2.5, max(-1.5, math.log10(place.population + 1) - _TYPICAL_SIZE)) if place.kind == "city" else 0
    return _KINDS[place.kind] + 0.8 * size + _CAPITAL * place.capital


def _elsewhere(name: str, setting: Setting) -> float:
    """What the name's other uses in the text say of this one."""
    if name in setting.persons:
        return _PERSON_ELSEWHERE
    return _PLACE_ELSEWHERE * (name in setting.located)
