"""The closed schemas of front matter: each key against its type, every misfit with its line and a remedy."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, cast, get_type_hints

import msgspec

from generator.ingest.frontmatter import Given
from generator.problems import Problem

Suggest = Callable[[str], str | None]
T = TypeVar("T")

_DATES = frozenset({"published", "occurred", "retrieved"})


def conform(
    given: Mapping[str, Given],
    into: T,
    suggest: Suggest,
    closed: frozenset[str] = frozenset(),
) -> tuple[T, tuple[Problem, ...]]:
    """The value `into` with each given key set, and what does not fit the type of its field.

    Args:
        given: From `split`.
        into: A frozen dataclass with its defaults; its annotated fields are the schema.
        suggest: Makes an ISO date of one written otherwise, for the remedy.
        closed: Fields that no file may set.
    """
    known = {field.name for field in fields(into)} - closed  # type: ignore[arg-type]
    problems = [_unknown(key, item.line, known) for key, item in given.items() if key not in known]
    for key in [key for key in given if key in known]:
        value, problem = _converted(key, given[key], _hints(cast(type, type(into)))[key], suggest)
        if problem:
            problems.append(problem)
        elif value is not None:
            into = replace(into, **{key: value})  # type: ignore[type-var]
    return into, tuple(problems)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _unknown(key: str, line: int, known: set[str]) -> Problem:
    near = get_close_matches(key.lower(), sorted(known), n=1)
    remedy = f'did you mean "{near[0]}"?' if near else f"known are {', '.join(sorted(known))}"
    return Problem("", line, "key-unknown", "error", f'"{key[:80]}" is not a key of the archive; {remedy}')


def _converted(key: str, given: Given, kind: Any, suggest: Suggest) -> tuple[Any, Problem | None]:
    if given.value is None or (isinstance(given.value, str) and not given.value.strip()):
        return None, None
    try:
        value = msgspec.convert(given.value, kind, strict=False)
    except msgspec.ValidationError as error:
        return None, _unfit(key, given, str(error), suggest)
    if isinstance(value, str) and key in (*_DATES, "when") and not all(map(_in_calendar, value.split("/"))):
        return None, _unfit(key, given, "", suggest)
    return value, None


def _in_calendar(value: str) -> bool:
    try:
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def _unfit(key: str, given: Given, said: str, suggest: Suggest) -> Problem:
    shown = str(given.value)[:80]
    if key in _DATES:
        near = suggest(shown) if isinstance(given.value, str) else None
        message = f'"{shown}" is not a date; write {key}: {near or "2015-05-07"}, or only the month or year'
        return Problem("", given.line, "date", "error", message)
    limit = re.search(r"length <= (\d+)", said)
    takes = f"at most {limit[1]} characters" if limit else _TAKES[key]
    return Problem("", given.line, "value", "error", f'{key}: "{shown}" does not fit; it takes {takes}')


_LIST = "a list: [one, another]"
_TEXT = "one line of text"
_TAKES: Mapping[str, str] = {
    "aliases": _LIST,
    "authors": _LIST,
    "clean": "auto or off",
    "coordinates": "latitude and longitude in degrees: [51.16, 71.43]",
    "draft": "true or false",
    "extra": "keys with one value each: {reference: A-17}",
    "former": "a list of earlier addresses: [2015/old-slug]",
    "language": "a language tag: en, or pt-BR",
    "license": _TEXT,
    "match": "{case: true, unless: [words that mean something else]}",
    "mentions": "{add: [people/some-name], drop: [places/some-name]}",
    "name": _TEXT,
    "place": _TEXT,
    "related": "a list of entity ids: [people/some-name]",
    "rights": "full, excerpt, metadata or withdrawn",
    "roles": "a list: [{title: President, from: 1991, to: 2019}]",
    "source": _TEXT,
    "source_url": "a whole address, beginning with https://",
    "summary": _TEXT,
    "title": _TEXT,
    "topics": _LIST,
    "when": "a date or two: 2015-05-09, or 2017-06-08/2017-06-09",
    "wikidata": "an item's id: Q232",
}
