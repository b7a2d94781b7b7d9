"""Who appears where and when it all happened: packed and sorted as arrays, the same as told plainly."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Passage
from generator.relate.appearances import appearances
from generator.relate.named import Named, packed
from generator.relate.timeline import timeline

PLACES = st.tuples(st.integers(1, 3), st.integers(0, 5), st.integers(6, 2**32 - 1))


def archives(names: list[str]) -> st.SearchStrategy[dict[str, list[tuple[str, Passage]]]]:
    """By article, in the order of the ids, names with their sentences."""
    ids = st.sampled_from(["2015/a", "2015/b", "2016/ä", "undated/z"])
    drawn = st.dictionaries(ids, st.lists(st.tuples(st.sampled_from(names), PLACES), max_size=6))
    return drawn.map(
        lambda found: {key: [(name, Passage(key, *place)) for name, place in found[key]] for key in sorted(found)}
    )


def named(found: dict[str, list[tuple[str, Passage]]]) -> dict[str, Named]:
    return {key: packed(pairs) for key, pairs in found.items()}


def once(pairs: Iterable[tuple[str, Passage]]) -> Iterable[tuple[str, Passage]]:
    return dict.fromkeys(pairs)


@given(archives(["people/ada", "places/lindenfeld", "things/x"]))
def test_every_sentence_stands_once_under_what_it_names(found: dict[str, list[tuple[str, Passage]]]) -> None:
    plainly: dict[str, list[Passage]] = {}
    for pairs in found.values():
        for name, passage in once(pairs):
            plainly.setdefault(name, []).append(passage)
    made = appearances(named(found))
    assert list(made) == sorted(plainly)
    for name, passages in plainly.items():
        assert list(made[name]) == passages
        assert len(made[name]) == len(passages)
        assert made[name][-1] == passages[-1]
        assert made[name][1:] == tuple(passages[1:])


@given(archives(["2015:year", "2015-05:month", "2015-SP:season", "2015-05-07:day", "199:decade", "2015/2016:year"]))
def test_the_timeline_is_in_the_order_of_time_then_of_the_ids(found: dict[str, list[tuple[str, Passage]]]) -> None:
    order = ["199", "2015", "2015/2016", "2015-SP", "2015-05", "2015-05-07"]
    pairs = [(date, passage) for pairs in found.values() for date, passage in once(pairs)]
    made = timeline(named(found))
    told = [(f"{each.value}:{each.precision}", each.passage) for each in made]
    assert sorted(told, key=repr) == sorted(pairs, key=repr)
    keys = [(order.index(each.value), each.passage.article, each.passage.block, each.passage.start) for each in made]
    assert keys == sorted(keys)
