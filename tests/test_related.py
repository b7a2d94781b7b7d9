"""Related articles: found by rare names, rare words and time, and each with its reasons."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.batches import DiedError
from generator.model import Article, Found, Mention, Metadata, Source
from generator.relate import comparison
from generator.relate.related import BEST, related
from generator.relate.terms import stem, terms
from generator.work import Here, workers

NAMES = {"people/ada": "Ada Brandt", "places/lindenfeld": "Lindenfeld", "organizations/port": "the Port Board"}
HARBOR = "The dredger left the harbor basin while the ferry waited at the northern quay."
CHEESE = "A ripened cheese from mountain pasture won the dairy prize again."
SCHOOL = "Pupils returned to classrooms with new teachers and longer lessons."


def article(key: str, body: str = "", *entities: str, published: str = "", occurred: str = "") -> Article:
    metadata = Metadata(
        published=Found(published, "front-matter", 1.0) if published else None,
        occurred=Found(occurred, "front-matter", 1.0) if occurred else None,
    )
    mentions = tuple(Mention(entity, "people", "x", place, place + 1) for place, entity in enumerate(entities))
    return Article(key, Source(f"{key}.txt", b""), "", "text", metadata=metadata, body=body, mentions=mentions)


def reasons(left: Article, right: Article, *others: Article) -> tuple[str, ...]:
    found = dict(related((left, right, *others), NAMES))[left.id]
    return next((one.reasons for one in found if one.article == right.id), ())


def test_the_same_matter_in_other_words_comes_first() -> None:
    told = article("told", HARBOR)
    retold = article("retold", "At the quay a ferry waits; a dredger has deepened the basin of the harbor.")
    found = dict(related((told, retold, article("x", CHEESE), article("y", SCHOOL)), {}))
    assert [one.article for one in found["told"]] == ["retold"]
    assert [one.article for one in found["retold"]] == ["told"]


def test_shared_names_are_the_reason_readers_are_given() -> None:
    left = article("a", HARBOR, "people/ada", "organizations/port")
    right = article("b", CHEESE, "people/ada", "organizations/port")
    assert reasons(left, right) == ("both name the Port Board and Ada Brandt",)


def test_what_nearly_all_articles_name_is_no_reason() -> None:
    articles = [
        article(f"a{number}", body, "places/lindenfeld") for number, body in enumerate([HARBOR, CHEESE, SCHOOL] * 4)
    ]
    given_reasons = [
        reason for found in dict(related(articles, NAMES)).values() for one in found for reason in one.reasons
    ]
    assert given_reasons
    assert not any("Lindenfeld" in reason for reason in given_reasons)


def test_shared_words_are_named_as_they_are_written() -> None:
    found = reasons(article("a", HARBOR), article("b", HARBOR), article("c", CHEESE), article("d", SCHOOL))
    assert found[0].startswith("share the terms “")
    assert all(word in HARBOR for word in found[0].split("“")[1].split("”")[:1])


def test_the_same_day_is_a_reason_only_beside_another() -> None:
    left = article("a", HARBOR, published="2017-06-07", occurred="2017-06-06")
    right = article("b", HARBOR, published="2017-06-08", occurred="2017-06-06")
    alone = article("c", CHEESE, occurred="2017-06-06")
    assert "both report on June 6, 2017" in reasons(left, right, alone)
    assert reasons(left, alone, right) == ()


def test_closeness_in_time_decides_between_equals() -> None:
    today = article("today", HARBOR, published="2017-06-07")
    later = article("later", HARBOR, published="2019-06-07")
    next_day = article("next", HARBOR, published="2017-06-08")
    assert [one.article for one in dict(related((today, later, next_day, article("x", CHEESE)), {}))["today"]] == [
        "next",
        "later",
    ]


def test_an_entity_without_a_name_is_never_shown() -> None:
    left, right = article("a", HARBOR, "people/unknown"), article("b", HARBOR, "people/unknown")
    assert not any("both name" in reason for reason in reasons(left, right, article("c", CHEESE)))


def test_an_archive_of_one_or_of_empty_articles_relates_nothing() -> None:
    assert dict(related((article("a", HARBOR),), {})) == {"a": ()}
    assert dict(related((article("a"), article("b")), {})) == {"a": (), "b": ()}


ARTICLES = st.lists(
    st.builds(
        lambda words, entities: (" ".join(words), entities),
        st.lists(st.sampled_from([*HARBOR.split(), *CHEESE.split()]), max_size=12),
        st.lists(st.sampled_from(sorted(NAMES)), max_size=3),
    ),
    max_size=9,
)


@settings(deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(drawn: list[tuple[str, list[str]]], random: object) -> None:
    articles = [article(f"a{number}", body, *entities) for number, (body, entities) in enumerate(drawn)]
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' own Random
    assert dict(related(shuffled, NAMES)) == dict(related(articles, NAMES))


@settings(deadline=None)
@given(ARTICLES)
def test_few_never_itself_and_never_without_a_reason(drawn: list[tuple[str, list[str]]]) -> None:
    articles = [article(f"a{number}", body, *entities) for number, (body, entities) in enumerate(drawn)]
    for key, found in dict(related(articles, NAMES)).items():
        assert len(found) <= BEST
        assert key not in {one.article for one in found}
        assert all(one.reasons for one in found)


def test_endings_fall_but_words_of_one_syllable_stay() -> None:
    assert [stem(word) for word in ("cities", "stopped", "ferries", "quay's", "ring", "glass", "bus", "exports")] == [
        "city", "stop", "ferry", "quay", "ring", "glass", "bus", "export",
    ]  # fmt: skip


def test_scripts_without_spaces_are_read_in_pairs() -> None:
    assert [term for term, _ in terms("港口新闻 the harbor")] == ["港口", "口新", "新闻", "harbor"]


def crowd() -> list[Article]:
    """Articles of three matters, every other one naming somebody."""
    return [
        article(f"a{number:02}", f"{(HARBOR, CHEESE, SCHOOL)[number % 3]} Number {number // 6}.", *PEOPLE[number % 2])
        for number in range(40)
    ]


PEOPLE = ("people/ada", "organizations/port"), ()


def test_portions_of_other_processes_are_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = dict(related(crowd(), NAMES))
    assert any(alone.values())
    monkeypatch.setattr(comparison, "_PORTION", 7)
    with workers(2) as executor:
        assert dict(related(crowd(), NAMES, executor=executor)) == alone


class Deadly(Here):
    """An executor all of whose processes die."""

    def submit(self, fn: Callable[..., Any], /, *_args: Any, **_kwargs: Any) -> Future[Any]:
        """A future that ends as a dead process leaves it."""
        future: Future[Any] = Future()
        future.set_exception(DiedError(f"{fn.__name__} died"))
        return future


def test_what_dies_with_a_process_is_compared_by_the_one_that_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = dict(related(crowd(), NAMES))
    monkeypatch.setattr(comparison, "_PORTION", 7)
    assert dict(related(crowd(), NAMES, executor=Deadly())) == alone


def test_versions_of_an_article_make_room_for_others() -> None:
    found = dict(related(crowd(), NAMES))["a00"]
    others = dict(related(crowd(), NAMES, kin={"a00": [each.article for each in found]}))["a00"]
    assert found
    assert others
    assert not {each.article for each in found} & {each.article for each in others}


def test_threads_that_share_a_comparison_do_not_disturb_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = dict(related(crowd(), NAMES))
    monkeypatch.setattr(comparison, "_PORTION", 3)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as executor:
            assert all(dict(related(crowd(), NAMES, executor=executor)) == alone for _ in range(5))
    finally:
        sys.setswitchinterval(before)
