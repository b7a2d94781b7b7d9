"""Entity files: which entity a file is, is said by its place; what is known of it, by its front matter."""

import pytest

from generator import calendars, understand
from generator.ingest import entity
from generator.model import KINDS, Authority, Entity, Match, Role, Source
from generator.problems import Problem
from tests.rendering import seen


def read(text: str, path: str = "content/entities/people/mira-norvald.md") -> tuple[Entity | None, tuple[Problem, ...]]:
    return entity.read(Source(path, text.encode()), calendars.suggest)


def test_everything_that_an_entity_file_can_say_is_taken() -> None:
    found, problems = read(
        "---\nname: Mira Norvald\naliases: [Norvald, Мира]\nwikidata: Q42\n"
        "roles: [{title: Mayor, from: 2009-05, to: 2018}]\ncoordinates: [58.5, -12.25]\nwhen: 2019-04-02/2019-04-07\n"
        "match: {case: false, unless: [ferry]}\nrelated: [places/ostrel]\n---\nWho *she* is.\n"
    )
    assert problems == ()
    assert found == Entity(
        "people/mira-norvald",
        "Mira Norvald",
        "people",
        ("Norvald", "Мира"),
        "Q42",
        (Role("Mayor", "2009-05", "2018"),),
        (58.5, -12.25),
        "2019-04-02/2019-04-07",
        Match(case=False, unless=("ferry",)),
        ("places/ostrel",),
        "Who *she* is.",
        "content/entities/people/mira-norvald.md",
        (("Mira Norvald", 2), ("Norvald", 3), ("Мира", 3), ("places/ostrel", 9)),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_is_the_folder(kind: str) -> None:
    found, problems = read("---\nname: X\n---\n", f"content/entities/{kind}/x.md")
    assert problems == ()
    assert found
    assert (found.id, found.kind) == (f"{kind}/x", kind)


@pytest.mark.parametrize(
    "path",
    [
        "content/entities/persons/x.md",
        "content/entities/x.md",
        "content/entities/people/a/x.md",
        "content/entities/people/X.md",
        "content/entities/people/a b.md",
        "content/entities/people/é.md",
        "content/entities/people/index.md",
    ],
)
def test_a_file_in_no_place_for_an_entity_is_none(path: str) -> None:
    found, problems = read("---\nname: X\n---\n", path)
    assert found is None
    assert [problem.code for problem in problems] in (["entity-kind"], ["path"])


@pytest.mark.parametrize(
    "text", ["", "---\naliases: [X]\n---\n", "---\nname:\n---\n", "---\nname: ' '\n---\n", "Only text.", "---\n---\n"]
)
def test_a_file_without_a_name_is_an_error_and_no_entity(text: str) -> None:
    authority = entity.authority([Source("content/entities/people/x.md", text.encode())], calendars.suggest)
    assert authority.entities == ()
    assert {problem.code for problem in authority.problems} <= {"entity-name", "empty"}
    assert authority.problems


@pytest.mark.parametrize(
    "line",
    [
        "kind: places",
        "id: people/y",
        "description: x",
        "path: x",
        "wikidata: 42",
        "wikidata: q42",
        "coordinates: [1]",
        "coordinates: [200, 0]",
        "coordinates: here",
        "when: 2019-02-30",
        "when: 2019/2020/2021",
        "aliases: X",
        "roles: [Mayor]",
        "roles: [{name: Mayor}]",
        "match: {cases: true}",
        "related: [Mira]",
        "related: [persons/x]",
        "name: Y",
        "title: X",
    ],
)
def test_what_does_not_fit_is_told_with_its_line(line: str) -> None:
    _, problems = read(f"---\nname: X\n{line}\n---\n")
    assert [(problem.line, problem.severity) for problem in problems] == [(3, "error")]


def test_a_latitude_is_no_more_than_90() -> None:
    assert read("---\nname: X\ncoordinates: [91, 0]\n---\n")[1]


def test_the_description_is_markdown_of_our_own_making() -> None:
    written = '<script>alert(1)</script> ![x](https://e.example/x.png) {: #id }\n\n```\n--8<-- "index.md"\n```\n'
    found, _ = read(f"---\nname: X\n---\n{written}")
    assert found
    assert set(seen(found.description).elements) <= {"p", "a", "br"}


def test_a_heading_in_a_description_is_not_lost() -> None:
    """The name is said in the front matter; a heading in the description has no other place to be shown."""
    found, _ = read("---\nname: X\n---\n# Her life\n\nText.\n")
    assert found
    assert "Her life" in found.description


def test_one_name_for_two_is_told_with_both_files() -> None:
    files = ("content/entities/people/ada.md", "content/entities/people/bea.md")
    twins = [
        Entity(f"people/{path[-6:-3]}", path[-6:-3], "people", ("Holm",), path=path, lines=(("Holm", 3),))
        for path in files
    ]
    (problem,) = understand.clashes(Authority(tuple(twins)))
    assert (problem.code, problem.line) == ("alias-clash", 3)
    assert all(path in (problem.path, *problem.message.replace(";", " ").split()) for path in files)


def test_a_relation_to_nobody_is_told() -> None:
    lonely, _ = read("---\nname: Ada\nrelated:\n- people/no-one\n---\n", "content/entities/people/ada.md")
    assert lonely
    (problem,) = understand.strangers(Authority((lonely,)))
    assert (problem.path, problem.line, problem.code) == ("content/entities/people/ada.md", 4, "entity-unknown")


def test_each_name_and_relation_knows_its_line() -> None:
    found, _ = read("---\naliases:\n  - Holm Group\n  - 'Holm'\nname: Ada\nrelated: [places/ostrel]\n---\n")
    assert found
    assert found.lines == (("Ada", 5), ("Holm Group", 3), ("Holm", 4), ("places/ostrel", 6))
