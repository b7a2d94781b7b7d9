"""Which places a text names: by the words beside a name, its other uses in the text, and where the rest of it plays."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.understand.gazetteer import Place
from generator.understand.locatives import (
    Surroundings,
    around,
    is_family_name,
    is_located,
    local_evidence,
    may_be_family_name,
)
from generator.understand.text import Text
from generator.understand.toponyms import Occurrence, Span, occurrences

# How much the kind of place speaks for itself, and each circumstance for the place, in log odds.
_KINDS: Mapping[str, float] = MappingProxyType(
    {"country": 2.0, "state": 2.3, "region": 2.3, "county": 2.1, "city": -0.4}
)
_AREAS = frozenset({"country", "state", "region"})
_CAPITAL = 2.5
_SEVERAL_WORDS = 0.9
_QUALIFIED = 1.8
_LISTED = 3.0
_SAME_STATE = 1.2
_FAR_TOWN = -1.2
_TOWN = 50_000
_FAINT = 0.3
_PLACE_ELSEWHERE = 1.4
_PERSON_ELSEWHERE = -2.5
_DOUBTFUL_ELSEWHERE = -1.0
_TYPICAL_SIZE = 4.5
"""The decimal logarithm of the population at which a city's size speaks neither for nor against it."""
_METROPOLIS = 300_000
_WORLD_CITY = 1_000_000
_INSIDE = 8.0
_NEAR = 1.5
_THERE = 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text plays.

    Attributes:
        states: How much of the text plays in a first-level division, `US-OH`, or a country as a whole, `FR-`, in names;
            a name that several divisions have counts in each as a part.
        divisions: Where each name of the text may lie, by key.
        located: The keys of names that some sentence of the text calls a place by.
        persons: The keys of names that some sentence of the text gives to a person.
        doubtful: The keys of names that may be a part of a longer one.
        trust: How much speaks for a place because the archive expects it, by its id, in log odds.
    """

    states: Mapping[str, float]
    divisions: Mapping[str, frozenset[str]]
    located: frozenset[str]
    persons: frozenset[str]
    doubtful: frozenset[str]
    trust: Callable[[str], float]


@dataclass(frozen=True, slots=True)
class _Sight:
    """A name of a place, what stands around it, and the larger place that it is said to lie in."""

    name: Occurrence
    seen: Surroundings
    within: Place | None


def find(
    text: Text,
    areas: Mapping[Span, tuple[Place, ...]],
    trust: Callable[[str], float],
    dropped: frozenset[str],
) -> list[tuple[Span, Place]]:
    """The places that the text names, as spans of the folded text, in order.

    Args:
        text: The text.
        areas: The spans where the lexicon knows a place, with the places.
        trust: How much speaks for a place because the archive expects it, by its id, in log odds.
        dropped: Ids of places that are out of the question.
    """
    sights = _sights(text, occurrences(text, areas, dropped))
    setting = _setting(sights, trust)
    # What a name means does not change within a text, unless another place is named behind it: it is asked once.
    places = {_question(sight): _meant(sight, setting) for sight in {_question(each): each for each in sights}.values()}
    found = ((sight, places[_question(sight)]) for sight in sights)
    return [
        ((sight.name.start, sight.name.end), place) for sight, place in found if _evidence(sight, place, setting) > 0
    ]


def _question(sight: _Sight) -> tuple[str, str, str]:
    return sight.name.name, sight.name.places[0].id, sight.within.id if sight.within else ""


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
    return next((place for place in after.places if place.kind in _AREAS), None)


def _setting(sights: list[_Sight], trust: Callable[[str], float]) -> Setting:
    said = [sight for sight in sights if sight.within]
    divisions = {sight.name.name: _divisions(sight) for sight in {s.name.name: s for s in (*sights, *said)}.values()}
    states: dict[str, float] = defaultdict(float)
    for shares in divisions.values():
        for division in shares:
            states[division] += 1 / len(shares)
    return Setting(
        states=states,
        divisions=divisions,
        located=frozenset(sight.name.name for sight in sights if sight.within or is_located(sight.seen)),
        persons=frozenset(sight.name.name for sight in sights if is_family_name(sight.seen)),
        doubtful=frozenset(_doubtful(sights)),
        trust=trust,
    )


def _doubtful(sights: list[_Sight]) -> Iterator[str]:
    """The keys of names that an unknown capitalized word stands before, which no place's name ends with."""
    end = -1
    for sight in sights:
        if may_be_family_name(sight.seen) and sight.name.start - end > 1:
            yield sight.name.name
        end = sight.name.end


def _divisions(sight: _Sight) -> frozenset[str]:
    """Where a name alone puts the text: its areas and metropolises, else every division that has the name."""
    places = sight.name.places
    if sight.within:
        return frozenset({_division(sight.within)})
    alone = [place for place in places if place.kind in _AREAS or place.population > _METROPOLIS]
    return frozenset(map(_division, alone or places))


def _division(place: Place) -> str:
    return f"{place.country}-{place.state}"


def _meant(sight: _Sight, setting: Setting) -> Place:
    """The place of the name that fits the text best: a country or state before a town, then the larger."""
    countries = [place for place in sight.name.places if place.kind in {"country", "state"}]
    possible = countries if countries and not sight.within else sight.name.places
    return max(possible, key=lambda place: _fit(place, sight, setting))


def _fit(place: Place, sight: _Sight, setting: Setting) -> float:
    within = sight.within
    inside = within is not None and place.country == within.country and within.state in {"", place.state}
    return _size(place) + _INSIDE * inside + _nearness(place, sight.name.name, setting) + setting.trust(place.id)


def _nearness(place: Place, name: str, setting: Setting) -> float:
    """How much of the rest of the text plays in the place's state and country."""
    own = setting.divisions[name]
    near = setting.states.get(_division(place), 0) - (_division(place) in own) / len(own)
    country = f"{place.country}-"
    there = setting.states.get(country, 0) - (country in own) / len(own) if place.state else 0
    return _NEAR * min(3.0, near) + _THERE * min(3.0, there)


def _size(place: Place) -> float:
    """How likely a place is to be named, all else being equal: for a city, the decimal logarithm of its people."""
    if place.kind == "city":
        return math.log10(place.population + 10) + (place.capital or place.population > _WORLD_CITY)
    return {"country": 8.5, "county": 4.0}.get(place.kind, 8.0)


def _evidence(sight: _Sight, place: Place, setting: Setting) -> float:
    """How much speaks for the place rather than something else of that name, in log odds."""
    return (
        local_evidence(sight.seen)
        + _prior(place)
        + setting.trust(place.id)
        + _SEVERAL_WORDS * (sight.name.last > sight.name.first)
        + _QUALIFIED * (sight.within is not None)
        + _surroundings(place, sight, setting)
        + _LISTED * (place.kind == "county" and sight.name.first == sight.name.last)
        + _elsewhere(sight.name.name, setting)
    )


def _surroundings(place: Place, sight: _Sight, setting: Setting) -> float:
    """Whether a city's state or country is named too; a small town that stands alone is rarely meant."""
    if place.kind != "city":
        return 0.0
    nearness = _nearness(place, sight.name.name, setting)
    if nearness >= 1:
        return _SAME_STATE
    return _FAR_TOWN * (nearness < _FAINT and place.population < _TOWN)


def _prior(place: Place) -> float:
    size = min(2.5, max(-1.5, math.log10(place.population + 1) - _TYPICAL_SIZE)) if place.kind == "city" else 0
    return _KINDS[place.kind] + 0.8 * size + _CAPITAL * place.capital


def _elsewhere(name: str, setting: Setting) -> float:
    """What the name's other uses in the text say of this one."""
    if name in setting.persons:
        return _PERSON_ELSEWHERE
    if name in setting.located:
        return _PLACE_ELSEWHERE
    return _DOUBTFUL_ELSEWHERE * (name in setting.doubtful)
