"""Front matter: a closed schema, read by a loader that builds nothing but text, lists and mappings.

YAML is powerful in ways that an archive does not need: aliases and merge keys expand without end, tags build objects,
and plain words turn into booleans and dates. Here every scalar is text, and the schema says what it means.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from generator.ingest.decode import whole
from generator.problems import Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20

Value = str | list[Any] | dict[str, Any] | None

_FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*'|<<)\s*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Given:
    """A value as it was written, and the line of its key, counted from 1 in the file."""

    value: Value
    line: int


@dataclass(frozen=True, slots=True)
class Front:
    """A file's front matter, and the text below it.

    Attributes:
        given: By key, in the order of the file.
        rest: Everything below the closing fence; the whole text where there is no front matter.
        first: The number of the rest's first line.
        problems: With an empty path.
    """

    given: Mapping[str, Given]
    rest: str
    first: int
    problems: tuple[Problem, ...] = ()


class _Refused(Exception):  # noqa: N818 - says what happened, as the standard library's StopIteration does
    """YAML that the archive does not read; carries the line inside the front matter, counted from 0."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def split(text: str) -> Front:
    """Take the front matter off the text; a text that begins with a mere rule (`---`) has none, and stays whole."""
    fence = _FENCE.match(text)
    if not fence:
        unclosed = text.startswith("---") and _KEY.match(text, text.find("\n") + 1)
        return Front(
            {}, text, 1, (_error(1, "the front matter is not closed; add a line with ---"),) if unclosed else ()
        )
    if fence["inside"].strip() and not _KEY.match(fence["inside"]):
        return Front({}, text, 1)
    rest, first = text[fence.end() :], fence[0].count("\n") + 1
    if len(fence["inside"].encode()) > MAX_BYTES:
        return Front(
            {}, rest, first, (_error(1, f"the front matter is longer than {MAX_BYTES // 1024} KiB; shorten it"),)
        )
    handler = _Restricted()
    try:
        # The library splits and the handler loads; both see the fenced part only, whose limits are checked above.
        given, _ = frontmatter.parse(fence[0], handler=handler)
    except _Refused as refused:
        return Front({}, rest, first, (_error(refused.line + 2, str(refused)),))
    return Front(cast(dict[str, Given], given), rest, first, tuple(handler.twice))


class _Restricted(BaseHandler):
    """Loads plain YAML only: no aliases, merges or tags, not deeper than `MAX_DEPTH`.

    Attributes:
        twice: A problem for each key that is given again; its first value counts.
    """

    FM_BOUNDARY = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self) -> None:
        super().__init__()
        self.twice: list[Problem] = []

    def load(self, fm: str, **_options: object) -> dict[str, Given]:
        """The keys with their values and lines, counted in the file.

        Raises:
            _Refused: It is not YAML, or more than the archive reads.
        """
        inside = fm.partition("\n")[2]  # the library hands over the end of the fence's line too
        try:
            _check(inside)
            node = yaml.compose(inside, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            raise _Refused(
                _mark(error, inside.count("\n")),
                f"not YAML: {_said(error)}; quote a value that has a colon or a quote in it",
            ) from None
        except yaml.YAMLError as error:
            raise _Refused(0, f"not YAML: {str(error).splitlines()[0]}") from None
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise _Refused(0, 'not "key: value" lines; write for example title: The headline')
        return {key: Given(_plain(value, self.twice), line + 2) for key, value, line in _pairs(node, self.twice)}


def _check(inside: str) -> None:
    """Refuse what may expand, build or recurse, on the flat events, before any tree is made."""
    depth = 0
    for event in yaml.parse(inside, Loader=yaml.SafeLoader):
        line = event.start_mark.line if event.start_mark else 0
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Refused(line, f"nested deeper than {MAX_DEPTH} levels; flatten it")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(line, "anchors and aliases (& and *) are not read; write the value out, or quote it")
        if getattr(event, "tag", None):
            raise _Refused(line, "tags (!) are not read; write a plain value, or quote it")
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            raise _Refused(line, "more than one document; keep one")


def _pairs(node: yaml.MappingNode, twice: list[Problem]) -> Iterator[tuple[str, yaml.Node, int]]:
    """Keys with their values and lines; of a key that is given again only the first, the others added to `twice`."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            raise _Refused(line, "a key must be a word")
        if key.value == "<<":
            raise _Refused(line, "merge keys (<<) are not read; write the values out")
        if key.value in seen:
            message = f'"{key.value[:80]}" is given twice, first in line {seen[key.value] + 2}; keep one'
            twice.append(Problem("", line + 2, "key-duplicate", "error", message))
            continue
        seen[key.value] = line
        yield whole(key.value), value, line


def _plain(node: yaml.Node, twice: list[Problem]) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(value, twice) for key, value, _ in _pairs(node, twice)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, twice) for value in node.value]
    unquoted = isinstance(node, yaml.ScalarNode) and node.style is None
    return None if unquoted and node.value in {"", "~", "null"} else whole(str(node.value))


def _mark(error: yaml.MarkedYAMLError, end: int) -> int:
    """The line of the fault; that of what was left open where the fault is only seen at the end, in line `end`."""
    mark = error.problem_mark
    if error.context_mark and (mark is None or mark.line >= end):
        mark = error.context_mark
    return mark.line if mark else 0


def _said(error: yaml.MarkedYAMLError) -> str:
    return " ".join(part for part in (error.context, error.problem) if part)


def _error(line: int, message: str) -> Problem:
    return Problem("", line, "front-matter", "error", message)
