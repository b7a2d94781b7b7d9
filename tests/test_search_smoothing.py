"""What documents get from those that are like them: impacts, and entries in no field."""

import numpy as np
import pytest

from generator.search import neighbors, smoothing
from generator.search.document import Block, Document
from generator.search.postings import TOP, Postings, postings
from generator.search.tokens import tokens

TEXTS = (
    "The ferry carried timber across the sound to the mill",
    "A ferry with timber crossed the sound, the harbor master said",
    "The harbor master counted timber on a ferry in the sound",
    "Nine goats ate the wedding cake in the vicarage garden",
)


def _posted(texts: tuple[str, ...] = TEXTS) -> Postings:
    documents = [Document(f"articles/{at}", "", "articles", "", blocks=(Block(text),)) for at, text in enumerate(texts)]
    return postings(tokens(documents), len(documents))


def _entries(posted: Postings, term: str) -> dict[int, tuple[int, int]]:
    """Document → impact and fields."""
    at = posted.terms.index(term)
    here = range(posted.start[at], posted.start[at + 1])
    return {int(posted.document[n]): (int(posted.impact[n]), int(posted.fields[n])) for n in here}


def test_a_document_is_found_by_a_word_that_several_of_its_neighbors_have_and_it_has_not() -> None:
    before, after = _entries(_posted(), "harbor"), _entries(smoothing.smoothed(_posted(), len(TEXTS)), "harbor")
    assert 0 not in before
    assert after[0][1] == 0, "an entry that is not the document's own stands in none of its fields"
    assert 0 < after[0][0] < min(after[1][0], after[2][0])


def test_a_word_that_only_one_neighbor_has_is_not_passed_on() -> None:
    assert set(_entries(smoothing.smoothed(_posted(), len(TEXTS)), "mill")) == {0}


def test_a_documents_own_entries_stay_with_their_fields_counts_and_positions() -> None:
    before = _posted()
    after = smoothing.smoothed(before, len(TEXTS))
    own = after.fields > 0
    term = np.repeat(np.arange(len(after.terms)), np.diff(after.start))[own]
    assert term.tolist() == np.repeat(np.arange(len(before.terms)), np.diff(before.start)).tolist()
    assert after.document[own].tolist() == before.document.tolist()
    assert after.count[own].tolist() == before.count.tolist()
    assert after.count[~own].sum() == 0
    assert after.position is before.position


def test_a_word_shared_with_the_neighbors_gains_against_one_that_is_not() -> None:
    before, after = _posted(), smoothing.smoothed(_posted(), len(TEXTS))
    assert _entries(before, "timber")[0] == _entries(before, "mill")[0]
    assert _entries(after, "timber")[0][0] > _entries(after, "mill")[0][0]


def test_impacts_stay_bytes_and_entries_in_order() -> None:
    after = smoothing.smoothed(_posted(TEXTS * 20), len(TEXTS) * 20)
    assert 1 <= after.impact.min() <= after.impact.max() <= TOP
    key = np.repeat(np.arange(len(after.terms)), np.diff(after.start)) * len(TEXTS) * 20 + after.document
    assert (np.diff(key) > 0).all()


def test_how_many_documents_are_worked_on_at_a_time_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tuple(f"{one} {other}" for one in TEXTS for other in TEXTS)
    whole = smoothing.smoothed(_posted(texts), len(texts))
    monkeypatch.setattr(smoothing, "_ROWS", 3)
    monkeypatch.setattr(neighbors, "_CELLS", 40)
    parts = smoothing.smoothed(_posted(texts), len(texts))
    assert whole.document.tolist() == parts.document.tolist()
    assert whole.impact.tolist() == parts.impact.tolist()


@pytest.mark.parametrize("texts", [("",), ("One lonely text",), ("the same", "the same")])
def test_few_documents_are_no_trouble(texts: tuple[str, ...]) -> None:
    before, after = _posted(texts), smoothing.smoothed(_posted(texts), len(texts))
    assert after.document.tolist() == before.document.tolist()
