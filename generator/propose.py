"""Proposes entity files for names that the archive meets often and no file knows, and writes those wanted."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import asdict
from typing import Any

from generator import build, escape, passages, understand, write
from generator.model import Site
from generator.problems import ContentError, Problem
from generator.understand.suggest import Suggestion, find


def proposals(
    site: Site, executor: Executor, least: int, watch: build.Watch = build.UNWATCHED
) -> tuple[Suggestion, ...]:
    """What the published articles name at least that often and no entity file knows, the most frequent first."""
    content = build.known(site, executor, watch)
    return find(content.archive.articles, understand.lookup(content.authority), least)


def chosen(found: Sequence[Suggestion], ids: Sequence[str]) -> tuple[Suggestion, ...]:
    """Those with the ids asked for, or all where none is.

    Raises:
        ContentError: An id is not among them.
    """
    known = {each.id for each in found}
    unknown = [each for each in ids if each not in known]
    if unknown:
        message = "nothing is suggested under this id; briefing suggest lists what is"
        raise ContentError(Problem(each, 0, "entity-unknown", "error", message) for each in unknown)
    return tuple(each for each in found if not ids or each.id in ids)


def keep(suggestion: Suggestion, site: Site) -> str | None:
    """Write the entity file; its path relative to the archive's root, or None where there is one already."""
    path = f"content/entities/{suggestion.id}.md"
    try:
        write.new(site.root / path, _file(suggestion).encode())
    except FileExistsError:
        return None
    return path


def _file(suggestion: Suggestion) -> str:
    lines = ["---", f"name: {_scalar(suggestion.name)}"]
    if suggestion.aliases:
        lines.append(f"aliases: [{', '.join(map(_scalar, suggestion.aliases))}]")
    if suggestion.roles:
        lines.append(f"roles: [{', '.join(f'{{title: {_scalar(role)}}}' for role in suggestion.roles)}]")
    return "\n".join([*lines, "---", ""])


def _scalar(text: str) -> str:
    """Plain where YAML reads it as it stands, so that the file stays pleasant to edit; else quoted."""
    plain = text.replace(" ", "").replace("-", "").replace(".", "")
    return text if plain.isalpha() and plain.isascii() and text[0].isalpha() else escape.yaml(text)


def as_json(found: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """The suggestions as plain data."""
    return [asdict(each) for each in found]


def as_text(found: Iterable[Suggestion]) -> Iterator[tuple[str, str]]:
    """The suggestions for people, as lines with a style each."""
    for each in found:
        yield f"{each.id}: {each.name}, named {each.count} times in {len(each.articles)} articles", "head"
        if each.aliases:
            yield f"  also {', '.join(each.aliases)}", "plain"
        if each.roles:
            yield f"  {', '.join(each.roles)}", "plain"
        for context in each.contexts:
            yield f"  {passages.plain(context.sentence)}", "dim"
