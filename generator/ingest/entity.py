"""Entity files: a name, its other names, and what is known; front matter on top, the description below."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.ingest import decode, frontmatter, schema
from generator.model import KINDS, Authority, Entity, Source
from generator.problems import Problem, errors

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CLOSED = frozenset({"id", "kind", "description", "path", "lines"})


def authority(sources: Iterable[Source], suggest: schema.Suggest) -> Authority:
    """Every entity that has a sound file, by id, and all that is wrong with the files."""
    return gathered(read(source, suggest) for source in sources)


def gathered(files: Iterable[tuple[Entity | None, tuple[Problem, ...]]]) -> Authority:
    """The same of what `read` found in each file."""
    entities: list[Entity] = []
    problems: list[Problem] = []
    for entity, found in files:
        problems += found
        if entity and not errors(found):
            entities.append(entity)
    return Authority(tuple(sorted(entities, key=lambda entity: entity.id)), tuple(problems))


def read(source: Source, suggest: schema.Suggest) -> tuple[Entity | None, tuple[Problem, ...]]:
    """The entity of one file, and its problems; None where the file's place does not tell which entity it is."""
    blank = _blank(source.path)
    if isinstance(blank, Problem):
        return None, (blank,)
    text, problems = decode.text(source.data)
    front = frontmatter.split(text)
    entity, unfit = schema.conform(front.given, blank, suggest, CLOSED)
    found = [*problems, *front.problems, *unfit]
    if not entity.name.strip() and not errors(found):
        found.append(Problem("", 1, "entity-name", "error", "the entity has no name; add one: name: Some Name"))
    entity = replace(entity, description=_described(front), lines=tuple(_lines(entity, front, text)))
    return entity, tuple(replace(problem, path=source.path) for problem in found)


def _described(front: frontmatter.Front) -> str:
    if not front.rest.strip():
        return ""
    from generator.ingest import markdown  # noqa: PLC0415 - takes long to load, and most entity files have none

    return markdown.read(front.rest, front.first, titled=False).body


def _lines(entity: Entity, front: frontmatter.Front, text: str) -> Iterator[tuple[str, int]]:
    """Each name and related id with the line that it stands in; where it is written otherwise, that of its key."""
    above = text.split("\n", front.first)[: front.first - 1]
    stated = {"name": (entity.name,), "aliases": entity.aliases, "related": entity.related}
    for key in filter(front.given.__contains__, stated):
        line = front.given[key].line
        items = {_item(below): number for number, below in reversed([*enumerate(above[line:], line + 1)])}
        yield from ((each, items.get(each, line)) for each in stated[key])


def _item(line: str) -> str:
    return line.strip().removeprefix("-").strip(" '\"")


def _blank(path: str) -> Entity | Problem:
    """An entity that has only what its path says: `content/entities/KIND/slug.md`."""
    folder, kind, name = ("", "", *PurePosixPath(path).parts)[-3:]
    slug = PurePosixPath(name).stem
    if folder != "entities" or kind not in KINDS:
        return Problem(
            path, 0, "entity-kind", "error", f"put it in content/entities/KIND/, KIND being {', '.join(KINDS)}"
        )
    if not _SLUG.fullmatch(slug):
        return Problem(
            path, 0, "path", "error", "name the file in small letters, digits and hyphens, as in xi-jinping.md"
        )
    if slug == "index":
        return Problem(path, 0, "path", "error", "the list of all entities of the kind has this name; rename the file")
    return Entity(id=f"{kind}/{slug}", name="", kind=kind, path=path)
