"""Long lists: every item is on one page, and a page stays as it is while others are added."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render import paging

KEYS = st.lists(st.text("abcdef", min_size=1, max_size=4), unique=True, max_size=60)
SIZES = st.integers(1, 9)


def leaves(items: Sequence[str], size: int) -> list[paging.Leaf[str]]:
    """The pages of a list that begins with the newest."""
    return paging.newest_first(items, size, str, lambda each: (each[0], each[:2]))


def ordered(items: Sequence[str], size: int) -> list[paging.Leaf[str]]:
    """The pages of a list that is read from its beginning."""
    return paging.in_order(items, size, str, lambda each: (each[0], each[:2]))


def numbered(found: Sequence[paging.Leaf[str]]) -> dict[int, list[str]]:
    """What the pages behind the list's own address show."""
    return {leaf.place.number: list(leaf.items) for leaf in found if leaf.place.number}


@pytest.mark.parametrize("paged", [leaves, ordered])
@given(items=KEYS, size=SIZES)
def test_every_item_is_on_one_page_in_its_order(paged: type, items: list[str], size: int) -> None:
    found = paged(items, size)
    assert [item for leaf in found for item in leaf.items] == items
    assert found[0].place.number == 0


@pytest.mark.parametrize("paged", [leaves, ordered])
@given(items=KEYS, size=SIZES)
def test_a_page_is_neither_short_nor_long(paged: type, items: list[str], size: int) -> None:
    sizes = [len(leaf.items) for leaf in paged(items, size)]
    assert max(sizes) < 2 * size or sizes == [1]
    assert len(sizes) == 1 or min(sizes) > size / 2


@pytest.mark.parametrize("paged", [leaves, ordered])
@given(items=KEYS, size=SIZES)
def test_each_page_leads_to_the_ones_beside_it(paged: type, items: list[str], size: int) -> None:
    places = [leaf.place for leaf in paged(items, size)]
    numbers = [place.number for place in places]
    assert len({*numbers}) == len(numbers)
    assert [place.before for place in places] == [None, *numbers[:-1]]
    assert [place.after for place in places] == [*numbers[1:], None]


@pytest.mark.parametrize("paged", [leaves, ordered])
@given(items=KEYS, size=SIZES)
def test_only_the_first_page_knows_how_many_there_are(paged: type, items: list[str], size: int) -> None:
    first, *others = [leaf.place for leaf in paged(items, size)]
    assert first.total == len(items)
    assert {(place.total, place.contents) for place in others} <= {(0, ())}
    assert {number for _, number in first.contents} <= {place.number for place in others}


@given(items=KEYS, more=KEYS, size=SIZES)
def test_what_is_newer_changes_no_further_page(items: list[str], more: list[str], size: int) -> None:
    before = numbered(leaves(items, size))
    after = numbered(leaves([f"{each}+" for each in more] + items, size))
    assert before.items() <= after.items()


@given(items=KEYS, more=KEYS, size=SIZES)
def test_what_follows_changes_no_page_before_the_last(items: list[str], more: list[str], size: int) -> None:
    before = ordered(items, size)[:-1]
    after = ordered(items + [f"{each}+" for each in more], size)
    assert [leaf.items for leaf in before] == [leaf.items for leaf in after[: len(before)]]


def test_an_item_put_in_anywhere_seldom_changes_more_than_its_own_page() -> None:
    """Cut by counting, a list of two thousand would change on ten of its twenty pages."""
    items = [f"{number:04}" for number in range(2000)]
    shown = {tuple(leaf.items) for leaf in ordered(items, 100)}
    changed = []
    for place in range(13, 2000, 20):
        grown = [*items[:place], f"{place - 1:04}+", *items[place:]]
        changed.append(len({tuple(leaf.items) for leaf in ordered(grown, 100)} - shown))
    assert min(changed) == 1
    assert sum(changed) / len(changed) < 1.5


def test_a_page_ends_where_a_section_does() -> None:
    items = [f"{letter}{number:02}" for letter in "abcdef" for number in range(25)]
    begins = [leaf.items[0] for leaf in ordered(items, 20)]
    assert all(each.endswith("00") for each in begins)


def test_the_first_page_says_where_each_section_begins() -> None:
    items = [f"{letter}{number}" for letter in "fedcba" for number in range(4)]
    assert leaves(items, 4)[0].place.contents == (("e", 5), ("d", 4), ("c", 3), ("b", 2), ("a", 1))
