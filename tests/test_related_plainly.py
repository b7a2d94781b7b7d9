"""Related articles as arrays find them are those that are found plainly, article by article, with whole numbers too."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Article, Found, Mention, Metadata, Source
from generator.relate.related import BEST, related
from generator.relate.shingles import NUMBERS
from generator.relate.terms import counted

NAMES = {f"people/p{number}": f"Person {letter}" for number, letter in enumerate("ABCDEF")}
WORDS = [f"{begin}{end}" for begin in ("harbor", "ferry", "quay", "dredge") for end in ("lan", "mor", "dan")]
DAYS = ["", "2017", "2017-06-07", "2017-06-08", "2017-07-20", "2019-01-01"]

Row = dict[str, int]
"""The weight of each feature, the heaviest first."""


def halves(number: int) -> int:
    """How often the number can be halved until it is 1, in half steps."""
    return math.floor(math.log2(number**2))


def rows(counts: Sequence[Mapping[str, int]], most: float, length: float) -> list[Row]:
    """Dampened frequency times rarity: the forty heaviest features of each."""
    total = len(counts)
    frequency = Counter(name for each in counts for name in each)
    rarity = {name: 2 * total.bit_length() - halves(of) for name, of in frequency.items() if 1 < of <= most}
    found = []
    for each in counts:
        weights = {name: (3 + halves(count)) * rarity[name] for name, count in each.items() if name in rarity}
        best = sorted(weights, key=lambda name: (-weights[name], NUMBERS[name]))[:40]
        whole = math.sqrt(sum(weights[name] ** 2 for name in best))
        found.append({name: round(weights[name] * length / whole) for name in best})
    return found


def products(one: Row, other: Row) -> dict[str, int]:
    """What both have, the weightiest first, and of those of one weight the heavier in the one."""
    found = {name: one[name] * other[name] for name in one if name in other}
    return {name: found[name] for name in sorted(found, key=lambda name: -found[name]) if found[name]}


def closeness(one: str, other: str) -> int:
    """What days so far apart add to a score, in parts of 1024."""
    if min(len(one), len(other)) < len("2017-06-07"):
        return 0
    apart = abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return round(1024 * 0.15 * math.exp(-apart / 60)) if apart < 480 else 0


def day(article: Article) -> str:
    return article.metadata.published.value if article.metadata.published else ""


def plainly(articles: Sequence[Article]) -> dict[str, list[tuple[str, list[str], list[str]]]]:
    """By article, the related ones, each with the entities and the terms that both have."""
    ordered = sorted(articles, key=lambda article: article.id)
    words = rows([counted(article.body)[0] for article in ordered], math.inf, 255)
    counts = [Counter(mention.entity for mention in article.mentions) for article in ordered]
    names = rows(counts, max(4, len(ordered) / 2), 255 * math.sqrt(0.6))
    found = {}
    for one, article in enumerate(ordered):
        near = []
        for other, its in enumerate(ordered):
            shared = products(names[one], names[other]), products(words[one], words[other])
            score = sum(map(sum, (each.values() for each in shared)))
            score *= 1024 + closeness(day(article), day(its))
            if other != one and score >= round(0.04 * 255**2 * 1024):
                near.append((-score, its.id, list(shared[0]), list(shared[1])))
        found[article.id] = [(key, entities, terms) for _, key, entities, terms in sorted(near)[:BEST]]
    return found


def told(one: Article, other: Article, entities: list[str], terms: list[str]) -> tuple[str, ...]:
    """The reasons, where no word is a part of a name, and all names are known."""
    names, reasons = [NAMES[entity] for entity in entities[:3]], []
    if names:
        reasons.append(f"both name {listed(names)}")
    if day(one) == day(other) and len(day(one)) == len("2017-06-07"):
        months = {"01": "January", "06": "June", "07": "July"}
        year, month, number = day(one).split("-")
        reasons.append(f"both were published on {months[month]} {int(number)}, {year}")
    words = [f"“{term}”" for term in terms[:3]]
    if words and len(names) < 3:
        reasons.append(f"share the {'terms' if len(words) > 1 else 'term'} {listed(words)}")
    return tuple(reasons)


def listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def article(number: int, words: list[str], entities: list[str], published: str) -> Article:
    known = Metadata(published=Found(published, "front-matter", 1.0)) if published else Metadata()
    mentions = tuple(Mention(entity, "people", "x", place, place + 1) for place, entity in enumerate(entities))
    key = f"a{number}"
    return Article(key, Source(f"{key}.txt", b""), "", "text", metadata=known, body=" ".join(words), mentions=mentions)


ARTICLES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), max_size=12),
        st.lists(st.sampled_from(sorted(NAMES)), max_size=5),
        st.sampled_from(DAYS),
    ),
    max_size=14,
).map(lambda drawn: [article(number, *each) for number, each in enumerate(drawn)])


@settings(deadline=None)
@given(ARTICLES)
def test_arrays_find_what_is_found_plainly(articles: list[Article]) -> None:
    by_id = {each.id: each for each in articles}
    expected = {
        key: [(other, told(by_id[key], by_id[other], *shared)) for other, *shared in found]
        for key, found in plainly(articles).items()
    }
    found = dict(related(articles, NAMES))
    assert {key: [(each.article, each.reasons) for each in best] for key, best in found.items()} == expected


@settings(deadline=None)
@given(ARTICLES, st.sets(st.sampled_from([f"a{number}" for number in range(14)])))
def test_what_another_stands_for_is_never_led_to_but_leads_on(articles: list[Article], aside: set[str]) -> None:
    found = dict(related(articles, NAMES, aside=aside))
    assert not aside & {each.article for best in found.values() for each in best}
    shown = {key: [other for other, *_ in best if other not in aside] for key, best in plainly(articles).items()}
    assert all([each.article for each in found[key]][: len(best)] == best for key, best in shown.items())


def test_more_articles_than_a_feature_keeps_still_find_the_nearest() -> None:
    crowd = [article(number, [WORDS[0], WORDS[1 + number % 11]], [], "") for number in range(300)]
    twins = [replace(article(900 + number, [*WORDS[:3], "zither"], [], ""), id=f"z{number}") for number in range(2)]
    found = dict(related([*crowd, *twins], {}))
    assert [each.article for each in found["z0"]][:1] == ["z1"]
