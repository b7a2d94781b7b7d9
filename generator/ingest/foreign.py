"""Front matter of other tools in the archive's keys: what `briefing add` proposes for a file made for Hugo, say."""

import json
from collections.abc import Mapping

from generator import calendars, escape
from generator.ingest import frontmatter, schema
from generator.ingest.frontmatter import Given, Value
from generator.model import FrontMatter

_NAMES: Mapping[str, str] = {
    "author": "authors",
    "by": "authors",
    "byline": "authors",
    "canonical": "source_url",
    "canonical_url": "source_url",
    "categories": "topics",
    "date": "published",
    "deck": "summary",
    "description": "summary",
    "excerpt": "summary",
    "keywords": "topics",
    "lang": "language",
    "link": "source_url",
    "location": "place",
    "pubdate": "published",
    "publication": "source",
    "publishdate": "published",
    "publisher": "source",
    "site": "source",
    "sitename": "source",
    "tags": "topics",
    "topic": "topics",
    "url": "source_url",
}
"""What other tools call the archive's keys."""

_LISTS = frozenset({"authors", "topics"})
_DATES = frozenset({"published", "occurred", "retrieved"})


def adopted(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The text with its front matter in the archive's keys, and what was done to each key; None where nothing need be.

    Nothing is lost: what no key of the archive takes is kept under `extra`, and the text below is as it was.
    """
    front = frontmatter.split(text)
    unfit = {problem.line for problem in schema.conform(front.given, FrontMatter(), calendars.suggest)[1]}
    if front.problems or not unfit:
        return None
    kept = {key: item.value for key, item in front.given.items() if item.line not in unfit}
    before = kept.pop("extra", None)
    extra = dict(before) if isinstance(before, dict) else {}
    notes = [_adopt(key, item, kept, extra) for key, item in front.given.items() if item.line in unfit]
    written = _yaml(kept | ({"extra": extra} if extra else {}))
    return f"---\n{written}---\n{front.rest}", tuple(notes)


def _adopt(key: str, item: Given, kept: dict[str, Value], extra: dict[str, Value]) -> str:
    """Put one value under the archive's key for it, or under `extra`; what was done, in words."""
    name = _NAMES.get(key.lower().replace("-", "").replace("_", ""), _NAMES.get(key.lower(), key))
    value = _shaped(name, item.value)
    if name not in kept and _fits(name, value):
        kept[name] = value
        return f"{key} becomes {name}" if name != key else f"{key} is written as the archive writes it"
    extra[key] = item.value if isinstance(item.value, str | None) else json.dumps(item.value, ensure_ascii=False)
    return f"{key} is kept under extra"


def _shaped(name: str, value: Value) -> Value:
    if name in _LISTS and isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if name in _DATES and isinstance(value, str):
        return value[:10] if _fits(name, value[:10]) else calendars.suggest(value)
    return value


def _fits(name: str, value: Value) -> bool:
    return value is not None and not schema.conform({name: Given(value, 1)}, FrontMatter(), calendars.suggest)[1]


def _yaml(values: Mapping[str, Value]) -> str:
    return "".join(f"{_key(key)}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def _key(key: str) -> str:
    return key if key.isidentifier() else escape.yaml(key)
