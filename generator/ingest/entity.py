"""Entity files: a name, its other names, and what is known; front matter on top, the description below."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from generator.ingest import decode, frontmatter, markdown, schema
from generator.model import KINDS, Authority, Entity, Source
from generator.problems import Problem, errors

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CLOSED = frozenset({"id", "kind", "description", "path"})


def authority(sources: Iterable[Source], suggest: schema.Suggest) -> Authority:
    """Every entity that has a sound file, by id, and all that is wrong with the files."""
    entities: list[Entity] = []
    problems: list[Problem] = []
    for source in sources:
        entity, found = read(source, suggest)
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
    entity = replace(entity, description=markdown.read(front.rest, front.first, titled=False).body)
    return entity, tuple(replace(problem, path=source.path) for problem in found)


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
