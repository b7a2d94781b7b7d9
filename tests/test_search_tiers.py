"""Lists in tiers: nothing is lost, and the first results are the same as if every list were read to its end."""

import json
import shutil
from itertools import chain, pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import shards, tiers
from generator.search.document import Document
from generator.search.postings import Postings, postings
from generator.search.tokens import tokens
from tests import scratch, searchable

SMALL = (20, 30)
"""Sizes of tiers that a few hundred documents fill."""

WHOLE = (1_000_000,)

Entry = tuple[int, int, int, list[int]]
"""A document, the impact, the fields, the positions."""

ENTRIES = 40
VOCABULARY = tuple(
    f"{first}{last}" for first in ("lan", "mor", "tel", "qui", "sar", "bo") for last in ("tern", "ish", "o")
)


@given(st.lists(st.text("ab ", min_size=1, max_size=12), min_size=1, max_size=90))
def test_every_entry_is_in_one_tier_and_no_later_one_says_more(texts: list[str]) -> None:
    posted = _posted([searchable.document(f"{at}", text) for at, text in enumerate(texts)])
    (whole,) = _cut(posted, WHOLE)
    cut = [_rows(tier) for tier in _cut(posted, SMALL)]
    for term, entries in _rows(whole).items():
        found = [rows[term] for rows in cut if term in rows]
        assert all(each == sorted(each) for each in found)
        assert sorted(chain(*found)) == entries
        assert [len(each) for each in found[:-1]] == list(SMALL[: len(found) - 1])
        for each, later in pairwise(found):
            assert min(entry[1] for entry in each) >= max(entry[1] for entry in later)


def _posted(documents: list[Document]) -> Postings:
    return postings(tokens(documents), len(documents))


def _cut(posted: Postings, sizes: tuple[int, ...]) -> tuple[tiers.Tier, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tiers, "SIZES", sizes)
        return tiers.cut(posted)


def _rows(tier: tiers.Tier) -> dict[int, list[Entry]]:
    """By term, its entries in the tier."""
    ends = np.cumsum(tier.count)
    places = [tier.position[end - count : end].tolist() for end, count in zip(ends, tier.count, strict=True)]
    entries = list(zip(tier.document.tolist(), tier.impact.tolist(), tier.fields.tolist(), places, strict=True))
    return {
        term: entries[start:end] for term, (start, end) in zip(tier.term.tolist(), pairwise(tier.start), strict=True)
    }


# --- the engine -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fixtures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same index in tiers and whole, one with later tiers missing, and questions."""
    folder = tmp_path_factory.mktemp("tiers")
    documents = _documents(Random(7))  # noqa: S311 - invented text needs no secrets
    groups = [documents[200:], documents[:200], list(searchable.ENTITIES)]
    for name, sizes in (("tiered", SMALL), ("whole", WHOLE)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tiers, "SIZES", sizes)
            patch.setattr(shards, "ENTRIES", ENTRIES)
            searchable.index(folder / name, groups)
    shutil.copytree(folder / "tiered", folder / "missing")
    for path in (folder / "missing").rglob("p[12]-*.js"):
        path.unlink()
    given = {name: str(folder / name) for name in ("tiered", "whole", "missing")}
    questions = _questions(Random(11))  # noqa: S311
    (folder / "fixtures.json").write_text(json.dumps({**given, "questions": questions, "frequent": VOCABULARY[2]}))
    return folder


def _documents(random: Random) -> list[Document]:
    """Documents of few words, the first of them in nearly every one; some name an entity."""
    weights = [1 / (at + 1) for at in range(len(VOCABULARY))]
    return [
        searchable.document(
            f"{at:03}",
            " ".join(random.choices(VOCABULARY, weights, k=random.randint(1, 5))),
            *(
                " ".join(random.choices(VOCABULARY, weights, k=random.randint(3, 60)))
                for _ in range(random.randint(1, 3))
            ),
            date=f"{1990 + at // 12}-{at % 12 + 1:02}-01",
            entities={"initiatives/lantern-route": 1 + at % 4} if at % 3 == 0 else {},
        )
        for at in range(300)
    ]


def _questions(random: Random) -> list[str]:
    """Single words and several; a name, a field, a beginning, a typing error, a word asked twice."""
    several = [" ".join(random.choices(VOCABULARY, k=random.randint(1, 5))) for _ in range(60)]
    special = ["Lantern Route", "lantern route moro", "title:lantern sarish", "lant", "lanten moris", "boo boo lantern"]
    return [*VOCABULARY, *several, *special]


def test_the_first_results_are_those_of_whole_lists(fixtures: Path) -> None:
    """Results, ranks and scores, at what cost, and what happens where a tier is missing; see the script for each."""
    scratch.node("search_tiers.mjs", FIXTURES=str(fixtures))
