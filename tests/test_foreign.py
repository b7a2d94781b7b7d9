"""Front matter of other tools, taken over: what has a key of ours gets it, what has none is kept, nothing is lost."""

import pytest

from generator import calendars
from generator.ingest import foreign, frontmatter, schema
from generator.model import FrontMatter
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("foreign"), ids=str)
def test_a_case(case: Case) -> None:
    text, expected = case.blocks
    adopted = foreign.adopted(text)
    assert adopted
    assert adopted[0] == expected


@pytest.mark.parametrize("case", cases("foreign"), ids=str)
def test_what_was_taken_over_fits_and_needs_no_second_time(case: Case) -> None:
    adopted = foreign.adopted(case.blocks[0])
    assert adopted
    front = frontmatter.split(adopted[0])
    assert front.problems == ()
    assert schema.conform(front.given, FrontMatter(), calendars.suggest)[1] == ()
    assert foreign.adopted(adopted[0]) is None


@pytest.mark.parametrize(
    "text", ["", "Text.", "---\ntitle: A\n---\nText.", "---\ntitle: [\n---\nText.", "---\n\nA rule.\n"]
)
def test_what_is_ours_already_or_is_none_is_left_alone(text: str) -> None:
    assert foreign.adopted(text) is None


def test_each_thing_done_is_said() -> None:
    adopted = foreign.adopted("---\ntitle: A\ndate: 2019-03-04\nlayout: post\n---\nText.\n")
    assert adopted
    assert adopted[1] == ("date becomes published", "layout is kept under extra")
