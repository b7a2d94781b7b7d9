"""What the generator understands of a file, as the JSON of `briefing inspect` and as text for people."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from generator.ingest.standing import as_it_stands
from generator.model import Article, Found
from generator.problems import Problem

_FIELDS = ("title", "published", "occurred", "source", "source_url", "authors", "place", "section")
"""The metadata that the contract names, in its order; further fields follow them."""


def as_json(article: Article, path: str) -> dict[str, Any]:
    """One object of `briefing inspect --format jsonl`; `path` is shown as it was given."""
    article = as_it_stands(article)
    language = article.metadata.language
    return {
        "path": path,
        "sha256": article.sha256,
        "language": language.value if language else None,
        "metadata": {name: _found(getattr(article.metadata, name)) for name in _names(article)},
        "lines": [_with_rule({"number": line.number, "kind": line.kind}, line.rule) for line in article.lines],
        "body": article.body,
        "mentions": [
            {"entity": each.entity, "kind": each.kind, "text": each.text, "start": each.start, "end": each.end}
            for each in article.mentions
        ],
        "dates": [
            {"text": each.text, "start": each.start, "end": each.end, "value": each.value, "precision": each.precision}
            for each in article.dates
        ],
        "problems": [
            {"line": each.line, "code": each.code, "severity": each.severity, "message": each.message}
            for each in article.problems
        ],
    }


def _names(article: Article) -> tuple[str, ...]:
    others = (field.name for field in fields(article.metadata) if field.name not in {*_FIELDS, "language"})
    return (*_FIELDS, *others)


def _found(found: Found[Any] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    value = list(found.value) if isinstance(found.value, tuple) else found.value
    known = {"value": value, "rule": found.rule, "confidence": round(found.confidence, 2), "line": found.line}
    return known | ({"reason": found.reason} if found.reason else {})


def _with_rule(line: dict[str, Any], rule: str) -> dict[str, Any]:
    return line | {"rule": rule} if rule else line


def problems(found: Iterable[Problem], form: str) -> Iterator[tuple[str, str]]:
    """The problems as lines with a style each; `form` is `text`, `json` or `github` (workflow commands)."""
    if form == "json":
        yield json.dumps([asdict(problem) for problem in found], ensure_ascii=False, indent=2), "plain"
        return
    for problem in found:
        yield (_annotation(problem), "plain") if form == "github" else (str(problem), problem.severity)


def _annotation(problem: Problem) -> str:
    """The problem as a workflow command; what could begin another command is escaped as GitHub's toolkit does."""
    at = f"file={_property(problem.path)},line={max(1, problem.line)},title={_property(problem.code)}"
    return f"::{problem.severity} {at}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_text(article: Article, path: str) -> Iterator[tuple[str, str]]:
    """The same for people, as lines with a style each: `head`, `name`, `plain`, `dim`, `error` or `warning`."""
    yield path, "head"
    yield from _metadata(article)
    yield from _left_out(article)
    yield f"  body: {len(article.body.split()):,} words", "plain"
    yield from _named(article)
    for date in article.dates:
        anchor = f", counted from {date.anchor}" if date.anchor else ""
        yield f"  date: {date.text} = {date.value} ({date.precision}{anchor})", "plain"
    for problem in article.problems:
        yield f"  {replace(problem, path=path)}", problem.severity


def _metadata(article: Article) -> Iterator[tuple[str, str]]:
    for field in fields(article.metadata):
        found: Found[Any] | None = getattr(article.metadata, field.name)
        if found:
            value = ", ".join(found.value) if isinstance(found.value, tuple) else found.value
            line = f", line {found.line}" if found.line else ""
            because = f": {found.reason}" if found.reason else ""
            yield f"  {field.name}: {value}", "name"
            yield f"      {found.rule}, {found.confidence:.0%}{line}{because}", "dim"


def _left_out(article: Article) -> Iterator[tuple[str, str]]:
    for line in article.lines:
        if line.kind not in {"blank", "body", "heading"} and line.rule != "front-matter":
            text = line.text.strip()
            yield f"  line {line.number} is {line.kind}: {text[:76] + '…' if len(text) > 77 else text}", "dim"


def _named(article: Article) -> Iterator[tuple[str, str]]:
    named: dict[str, dict[str, int]] = {}
    for mention in article.mentions:
        texts = named.setdefault(mention.entity, {})
        texts[mention.text] = texts.get(mention.text, 0) + 1
    for entity, texts in sorted(named.items()):
        yield f"  names {entity}: {_counted(texts)}", "plain"


def _counted(texts: Mapping[str, int]) -> str:
    return ", ".join(f"{text} ×{number}" if number > 1 else text for text, number in texts.items())
