"""Copies are grouped under one head; versions of a piece are linked with what was changed."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, Change, CopyGroup, Correction, Found, Metadata, Source
from generator.relate.copies import ALIKE, copies
from generator.relate.corrections import corrections, differences
from generator.relate.shingles import contained, jaccard, shingles

WORDS = (
    "The harbor of Lindenfeld opened its second basin on Tuesday. Ferries from the islands use the northern quay. "
    "Freight is moved to the new terminal behind the mill. The mayor thanked the dockers for their patience. "
    "Two cranes were brought from the old yard. A third is expected before winter, when the river carries ice."
)


def article(key: str, body: str, published: str = "", source: str = "", title: str = "", updated: str = "") -> Article:
    said = {"published": published, "source": source, "title": title, "updated": updated}
    found = {field: Found(value, "front-matter", 1.0) for field, value in said.items() if value}
    return Article(key, Source(f"{key}.txt", b""), "", "text", metadata=Metadata(**found), body=body)  # type: ignore[arg-type]  # only fields of text


def test_the_same_text_is_one_group_whatever_its_marks_and_case() -> None:
    group = copies((article("a", WORDS), article("b", WORDS.upper().replace(".", "!")), article("c", "Another text.")))
    assert group == (CopyGroup("a", ("a", "b")),)


def test_a_word_changed_does_not_hide_a_copy_but_another_text_is_none() -> None:
    changed = WORDS.replace("Tuesday", "Mondays")
    other = " ".join(reversed(WORDS.split()))
    assert [group.members for group in copies((article("a", WORDS), article("b", changed), article("c", other)))] == [
        ("a", "b")
    ]


def test_the_head_is_the_earliest_then_the_longest_then_the_first_id() -> None:
    early, late = article("z", WORDS, "2016-04-12"), article("a", WORDS, "2016-04-13")
    longer, shorter = article("y", WORDS + " End."), article("b", WORDS)
    assert copies((shorter, late, early, longer))[0].members == ("z", "a", "y", "b")


def test_texts_without_words_are_no_copies_of_one_another() -> None:
    assert copies((article("a", ""), article("b", " — "), article("c", ""))) == ()


def test_a_hundred_copies_that_each_differ_are_one_group() -> None:
    many = [article(f"a{number:03}", f"{WORDS} Edition {number}") for number in range(100)]
    assert [len(group.members) for group in copies(many)] == [100]


def test_boilerplate_makes_no_copies() -> None:
    rights = " All rights are kept by the publisher and nothing may be printed again without leave."
    texts = [" ".join(f"{word}{number}" for word in WORDS.split()[:40]) for number in range(80)]
    assert copies([article(f"a{number}", text + rights) for number, text in enumerate(texts)]) == ()


def test_texts_that_meet_in_a_phrase_alone_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [[f"{word}{number}" for word in WORDS.split()] for number in range(20)]
    phrases = (f"the harbor of Lindenfeld {number}" for number in range(10_000))
    # One that is in the sketch of each.
    phrase = next(each for each in phrases if shingles(each)[0] < min(shingles(" ".join(one))[0] for one in texts))
    monkeypatch.setattr(import_module("generator.relate.copies"), "jaccard", pytest.fail)
    assert copies([article(f"a{number}", " ".join([*one, phrase])) for number, one in enumerate(texts)]) == ()


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), max_size=3),
)
def test_copies_are_found_by_their_sketches(words: list[int], changes: list[tuple[int, int]]) -> None:
    changed = list(words)
    for place, word in changes:
        changed[place % len(changed)] = word
    first, second = (" ".join(f"w{word}" for word in each) for each in (words, changed))
    alike = jaccard(shingles(first), shingles(second)) >= ALIKE
    assert len(copies([article("a", first), article("b", second)])) == alike


@given(
    st.lists(
        st.tuples(
            st.sampled_from([WORDS, WORDS.replace("old", "new"), "Short.", ""]),
            st.sampled_from(["", "2016", "2017-01"]),
        )
    ),
    st.randoms(),
)
def test_the_order_of_the_articles_changes_no_group(drawn: list[tuple[str, str]], random: object) -> None:
    articles = [article(f"a{number}", body, day) for number, (body, day) in enumerate(drawn)]
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' own Random
    assert copies(shuffled) == copies(articles)


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric_and_a_text_is_wholly_like_itself(left: str, right: str) -> None:
    first, second = shingles(left), shingles(right)
    assert jaccard(first, second) == jaccard(second, first) <= contained(first, second) <= 1
    assert jaccard(first, first) == (1.0 if len(first) else 0.0)


def test_alike_is_what_the_issue_says() -> None:
    assert ALIKE == 0.8


def test_a_later_version_is_linked_with_the_sentences_that_differ() -> None:
    after = WORDS.replace("Two cranes", "Three cranes").replace(
        " The mayor thanked the dockers for their patience.", ""
    )
    first = article("first", WORDS, "2016-04-12", "The Post", "Basin opens")
    second = article("second", f"{after} It cost nine million.", "2016-04-14", "The Post", "Basin opens")
    assert corrections((second, first)) == (
        Correction(
            "first",
            "second",
            (
                Change("removed", "The mayor thanked the dockers for their patience.", ""),
                Change(
                    "changed",
                    "Two cranes were brought from the old yard.",
                    "Three cranes were brought from the old yard.",
                ),
                Change("added", "", "It cost nine million."),
            ),
        ),
    )


def test_another_paper_another_title_or_the_same_day_is_no_correction() -> None:
    first = article("first", WORDS, "2016-04-12", "The Post", "Basin opens")
    after = WORDS.replace("Two cranes", "Three cranes")
    others = (
        article("b", after, "2016-04-13", "The Herald", "Basin opens"),
        article("c", after, "2016-04-13", "The Post", "Cranes arrive"),
        article("d", after, "2016-04-12", "The Post", "Basin opens"),
        article("e", "Something else stands here now.", "2016-04-15", "The Post", "Basin opens"),
    )
    assert corrections((first, *others)) == ()


SENTENCES = st.lists(
    st.sampled_from(["One came.", "Two went away.", "Two went home.", "Three stayed there."]), max_size=8
)


@given(SENTENCES, SENTENCES)
def test_the_changes_turn_the_earlier_text_into_the_later(before: list[str], after: list[str]) -> None:
    changes = differences(article("a", " ".join(before)), article("b", " ".join(after)))
    gone = sorted(change.before for change in changes if change.before)
    come = sorted(change.after for change in changes if change.after)
    kept = list(before)
    for sentence in gone:
        kept.remove(sentence)
    assert sorted([*kept, *come]) == sorted(after)
