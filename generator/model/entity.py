"""What is known beforehand: entities and their names."""

from dataclasses import dataclass

from msgspec import Struct

from generator.model.types import EntityId, Kind, Latitude, Longitude, PartialDate, ShortText, When, Wikidata
from generator.problems import Problem


class Role(Struct, frozen=True, forbid_unknown_fields=True, rename={"begin": "from", "end": "to"}):
    """An office that a person held: `President of Kazakhstan`, from 1991 to 2019."""

    title: ShortText
    begin: PartialDate | None = None
    end: PartialDate | None = None


class Match(Struct, frozen=True, forbid_unknown_fields=True):
    """How an entity's names are looked for.

    Attributes:
        case: Whether upper and lower case must be as written.
        unless: Words that, standing near, mean that something else is named.
    """

    case: bool = True
    unless: tuple[ShortText, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Something the archive has a page for: from an entity file, or from the gazetteer.

    Attributes:
        id: `KIND/slug`.
        name: The name that the site shows.
        kind: The folder it lies in.
        aliases: Other names: spellings, other languages, acronyms.
        wikidata: The item's id, `Q…`.
        roles: Offices held.
        coordinates: Latitude and longitude in degrees (WGS 84).
        when: When an event took place, as a partial date or a range `2015-05-07/2015-05-08`.
        match: How its names are looked for.
        related: Ids of entities that belong to it.
        description: Markdown.
        path: The entity file, relative to the archive's root; empty for one from the gazetteer.
        lines: The names and related ids of the file, each with the number of the line that it stands in.
    """

    id: str
    name: ShortText
    kind: Kind
    aliases: tuple[ShortText, ...] = ()
    wikidata: Wikidata | None = None
    roles: tuple[Role, ...] = ()
    coordinates: tuple[Latitude, Longitude] | None = None
    when: When | None = None
    match: Match = Match()
    related: tuple[EntityId, ...] = ()
    description: str = ""
    path: str = ""
    lines: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """Every entity that has a file, in the order of the ids, and what is wrong with the files."""

    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()
