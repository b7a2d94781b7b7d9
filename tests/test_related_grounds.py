"""What is related to an article is remembered while all stays that it follows from, and not a step longer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Article, Found, Mention, Metadata, Related, Source
from generator.relate import comparison, nearest
from generator.relate.related import Make, related

WORDS = [f"{begin}{end}" for begin in ("harbor", "ferry", "quay") for end in ("lan", "mor", "dan")]
PEOPLE = [f"people/p{number}" for number in range(4)]
DAYS = ["", "2017-06-07", "2017-06-08", "2017-07-20"]


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Few articles of a feature, few features asked for and few candidates, so that each is soon one too many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "POSTINGS", 3)
        patch.setattr(nearest, "ASKED", 4)
        patch.setattr(comparison, "_CANDIDATES", 3)
        yield


@dataclass
class Memory:
    """Remembers by digest, and counts what it has to have made."""

    known: dict[bytes, tuple[Related, ...]] = field(default_factory=dict)
    made: int = 0

    def __call__(self, articles: Mapping[bytes, int], make: Make) -> Iterable[tuple[Related, ...]]:
        """What is related to each, in their order."""
        missing = {digest: number for digest, number in articles.items() if digest not in self.known}
        self.made = len(missing)
        self.known |= zip(missing, make(list(missing.values())), strict=True)
        return [self.known[digest] for digest in articles]


def article(key: str, words: Iterable[str], people: Iterable[str], published: str = "", occurred: str = "") -> Article:
    metadata = Metadata(
        published=Found(published, "front-matter", 1.0) if published else None,
        occurred=Found(occurred, "front-matter", 1.0) if occurred else None,
    )
    mentions = tuple(Mention(entity, "people", "x", place, place + 1) for place, entity in enumerate(people))
    return Article(key, Source("", b""), "", "text", metadata=metadata, body=" ".join(words), mentions=mentions)


ARTICLES = st.builds(
    article,
    st.integers(0, 9).map("a{}".format),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=6),
    st.lists(st.sampled_from(PEOPLE), max_size=3),
    st.sampled_from(DAYS),
    st.sampled_from(DAYS),
)
EDITS = st.one_of(
    st.tuples(st.just("put"), ARTICLES),
    st.tuples(st.just("remove"), st.integers(0, 9).map("a{}".format)),
    st.tuples(st.just("name"), st.sampled_from(PEOPLE), st.sampled_from(["Ada Brandt", "Karl Ost", None])),
    st.tuples(st.just("day"), st.integers(0, 9).map("a{}".format), st.sampled_from(DAYS), st.booleans()),
    st.tuples(st.just("aside"), st.integers(0, 9).map("a{}".format)),
    st.tuples(st.just("kin"), st.integers(0, 9).map("a{}".format), st.integers(0, 9).map("a{}".format)),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(ARTICLES, min_size=5, max_size=12), st.lists(EDITS, min_size=1, max_size=8))
def test_what_is_remembered_is_what_would_be_made(first: list[Article], edits: list[tuple[object, ...]]) -> None:
    articles = {each.id: each for each in first}
    names: dict[str, str | None] = {key: f"Person {key[-1]}" for key in PEOPLE}
    aside: set[str] = set()
    kin: dict[str, set[str]] = {}
    memory = Memory()
    for edit in [("none",), *edits]:
        match edit:
            case "put", Article() as new:
                articles[new.id] = new
            case "remove", str(key):
                articles.pop(key, None)
            case "name", str(key), str() | None as name:
                names[key] = name
            case "day", str(key), str(day), bool(first_printed) if key in articles:
                found = Found(day, "front-matter", 1.0) if day else None
                known = articles[key].metadata
                known = replace(known, published=found) if first_printed else replace(known, occurred=found)
                articles[key] = replace(articles[key], metadata=known)
            case "aside", str(key):
                aside ^= {key}
            case "kin", str(key), str(other):
                kin.setdefault(key, set()).add(other)
        remembered = dict(related(list(articles.values()), names.get, aside=aside, kin=kin, remembered=memory))
        assert remembered == dict(related(list(articles.values()), names.get, aside=aside, kin=kin))


def matter(number: int) -> str:
    return f"{chr(97 + number // 8)}{chr(97 + number % 8)}lemor"


def crowd() -> dict[str, Article]:
    """Articles of many matters, some of each."""
    return {
        f"a{number:03}": article(f"a{number:03}", [matter(number % 40), matter(100 + number % 30), "harbor"], [])
        for number in range(200)
    }


def test_one_article_more_has_few_of_the_others_compared_again() -> None:
    articles, memory = crowd(), Memory()
    list(related(list(articles.values()), {}, remembered=memory))
    assert memory.made == 200
    list(related(list(articles.values()), {}, remembered=memory))
    assert memory.made == 0
    articles["b"] = article("b", [matter(3)], [])
    list(related(list(articles.values()), {}, remembered=memory))
    assert 1 <= memory.made < 50


def test_a_word_written_otherwise_has_only_its_article_told_again() -> None:
    articles, memory = crowd(), Memory()
    list(related(list(articles.values()), {}, remembered=memory))
    articles["a003"] = replace(articles["a003"], body=articles["a003"].body.replace("harbor", "Harbor"))
    list(related(list(articles.values()), {}, remembered=memory))
    assert memory.made == 1
