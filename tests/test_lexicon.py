"""The lexicon knows every entity by its names, and who claims the same one."""

import pickle
from dataclasses import replace

import pytest

from generator.model import Authority, Entity, Match
from generator.understand import lexicon
from generator.understand.names import family_names, is_acronym, offices, with_initials, without_initials

FILES = Authority(
    (
        Entity("organizations/glass-union", "Glass Union", "organizations", ("GU",), path="content/entities/a.md"),
        Entity("people/gu-wen", "Gu Wen", "people", ("GU",), path="content/entities/b.md"),
        Entity("places/kazakhstan", "Qazaqstan", "places", path="content/entities/c.md"),
    )
)


def test_an_entity_is_known_by_its_id_from_its_file_or_the_gazetteer() -> None:
    known = lexicon.build(FILES)
    assert (glass := known.entity("organizations/glass-union"))
    assert glass.name == "Glass Union"
    assert (paris := known.entity("places/paris"))
    assert paris.name == "Paris"
    assert known.entity("people/nobody") is None


def test_a_file_overrides_the_gazetteer() -> None:
    entity = lexicon.build(FILES).entity("places/kazakhstan")
    assert entity
    assert (entity.name, entity.path) == ("Qazaqstan", "content/entities/c.md")


def test_a_name_claimed_twice_is_a_problem_naming_both_files() -> None:
    (problem,) = lexicon.clashes(FILES)
    assert (problem.path, problem.code) == ("content/entities/a.md", "alias-clash")
    assert '"GU"' in problem.message
    assert "content/entities/b.md" in problem.message


def test_a_name_claimed_twice_is_no_problem_where_one_says_when_it_is_not_meant() -> None:
    first, second, third = FILES.entities
    decided = replace(second, match=Match(unless=("glass",)))
    assert lexicon.clashes(Authority((first, decided, third))) == ()


def test_two_names_of_one_entity_are_no_clash() -> None:
    assert lexicon.clashes(Authority((Entity("things/x", "X One", "things", ("X One", "X-One")),))) == ()


def test_the_same_authority_is_built_once() -> None:
    assert lexicon.build(FILES) is lexicon.build(Authority(FILES.entities))


def test_a_lexicon_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(lexicon.build(FILES))).entities == lexicon.build(FILES).entities  # noqa: S301 - ours


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nursultan Nazarbayev", ("Nazarbayev",)),
        ("Xi Jinping", ("Xi",)),
        ("Kim Jong-un", ("Kim",)),
        ("Ban Ki-moon", ("Ban",)),
        ("Kim Clark", ("Clark",)),
        ("Gabriel García Márquez", ("García Márquez", "Márquez")),
        ("Ursula von der Leyen", ("von der Leyen", "der Leyen", "Leyen")),
        ("Bashar al-Assad", ("al-Assad", "Assad")),
        ("Mohammed bin Salman", ("bin Salman", "Salman")),
        ("George W. Bush", ("Bush",)),
        ("Sammy Davis Jr.", ("Davis",)),
        ("Madonna", ()),
        ("习近平", ()),
    ],
)
def test_family_names(name: str, expected: tuple[str, ...]) -> None:
    assert family_names(name) == expected


def test_initials_stand_for_given_names_but_not_for_a_family_name() -> None:
    assert "N. Nazarbayev" in with_initials("Nursultan Nazarbayev")
    assert "G.W. Bush" in with_initials("George W. Bush")
    assert with_initials("Xi Jinping") == ()
    assert without_initials("George W. Bush") == "George Bush"
    assert without_initials("George Bush") is None


def test_an_office_gives_the_title_that_stands_before_a_name() -> None:
    assert list(offices("President of Kazakhstan")) == ["President"]
    assert list(offices("Head of the railways")) == []


@pytest.mark.parametrize(
    ("name", "expected"), [("SCO", True), ("U.S.", True), ("G20", True), ("Xi", False), ("哈", False)]
)
def test_acronyms_are_in_capitals(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected
