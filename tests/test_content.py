"""The sample archive keeps its own rules: unique names, known relations, honest dates, a source under every text."""

import dataclasses
import re
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from generator.model import KINDS, FrontMatter

CONTENT = Path(__file__).parent.parent / "content"
ENTITIES = sorted((CONTENT / "entities").glob("*/*.md"))
ARTICLES = sorted((CONTENT / "articles").glob("*/*"))
WRITTEN = [path for path in ARTICLES if path.suffix == ".md"]


def split(path: Path) -> tuple[dict[str, Any], str]:
    """Return the front matter, its values as they are written, and the text below it."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    # The base loader makes no dates of dates: `2015-05` and `2015-05-07` both stay text.
    return yaml.load(front, Loader=yaml.BaseLoader), body.strip()  # noqa: S506


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def entity_id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def folded(text: str) -> str:
    return text.casefold().replace("’", "'")


def test_the_archive_is_large_enough_to_show_something() -> None:
    assert len(ENTITIES) >= 44
    assert len(ARTICLES) >= 28
    assert Counter(path.suffix for path in ARTICLES) >= Counter({".txt": 3, ".html": 1})


@pytest.mark.parametrize("path", ENTITIES, ids=name)
def test_an_entity_has_a_name_a_kind_a_description_and_known_relations(path: Path) -> None:
    front, body = split(path)
    known = {entity_id(other) for other in ENTITIES}
    assert front["name"]
    assert path.parent.name in KINDS
    assert body
    assert set(front.get("related", [])) <= known - {entity_id(path)}
    assert re.fullmatch(r"Q[1-9]\d*", front.get("wikidata", "Q1"))


def test_no_name_belongs_to_two_entities() -> None:
    owners: dict[str, set[str]] = {}
    for path in ENTITIES:
        front, _ = split(path)
        for each in (front["name"], *front.get("aliases", [])):
            owners.setdefault(folded(each), set()).add(entity_id(path))
    assert {each: ids for each, ids in owners.items() if len(ids) > 1} == {}


def test_no_alias_is_a_common_word() -> None:
    common = {"day", "expo", "premier", "summit", "forum", "belt", "road", "visit", "foreign ministry"}
    assert [path for path in ENTITIES if common & {folded(each) for each in split(path)[0].get("aliases", [])}] == []


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_a_briefing_is_short_dated_and_sourced(path: Path) -> None:
    fields, body = split(path)
    front = msgspec.convert(fields, FrontMatter)
    assert set(fields) <= {field.name for field in dataclasses.fields(FrontMatter)}
    assert front.published is not None
    assert path.name.startswith(front.published)
    assert 150 <= len(body.split()) <= 400
    assert body.splitlines()[-1].startswith("Source: ")


@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_an_article_lies_in_its_year_under_a_plain_name(path: Path) -> None:
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.(md|txt|html)", path.name)
    assert path.parent.name == path.name[:4]
    assert "Source: " in path.read_text(encoding="utf-8")
