"""Archives of any size, invented: words as often as language has them, texts as long, about as many things.

A third of the words of an article are those of its topic, a fifth are said again, and its headline is made of words
that it uses, so that there is something to find. The same number always gives the same archive.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import Article
from tests.bench.search.judged import article

WORDS = 120_000
TOPICS = 400
OF_A_TOPIC = 400
LENGTH = 375
"""Words of the middle article; half of them have between 250 and 560, and all together 450 on average."""

_FIRST = date(1998, 1, 1)
_BATCH = 500
_FUNCTION = (  # noqa: SIM905 - a list of ninety strings would be a page of quotes
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which "
    "one you were all her she there would their we him been has when who will no more if out so up said what its about "
    "than into them can only other time new some could these two may first then do any like my now over such our man me"
).split()
_ONSETS = (*"bcdfghjklmnprstvw", "br", "ch", "cl", "dr", "fl", "gr", "pl", "pr", "qu", "sh", "st", "str", "th", "tr")
_VOWELS = (*"aeiouaeiou", "ai", "ea", "ou")
_CODAS = ("", "", "", "", "", "n", "r", "l", "s", "t", "nd", "ck", "m")
_ENDINGS = ("", "", "", "", "s", "s", "ed", "ing", "er", "ly", "ation")

Numbers = NDArray[np.int64]


def articles(number: int) -> Iterator[Article]:
    """So many articles, one about every two days of a quarter of a century, or more often."""
    for batch, first in enumerate(range(0, number, _BATCH)):
        random = np.random.default_rng(batch)
        for at in range(first, min(number, first + _BATCH)):
            day = _FIRST + timedelta(days=at * 9_000 // number)
            yield _article(random, f"{day.year}/{day.isoformat()}-{at:06}", day)


def _article(random: np.random.Generator, key: str, day: date) -> Article:
    length = int(np.clip(random.lognormal(np.log(LENGTH), 0.6), 60, 5000))
    drawn = np.searchsorted(_common(), random.random(length))
    topic = _topics()[random.integers(TOPICS)]
    special = random.random(length) < 0.33
    drawn[special] = topic[np.searchsorted(_within(), random.random(int(special.sum())))]
    again = np.flatnonzero(random.random(length) < 0.2)
    drawn[again] = drawn[(random.random(len(again)) * again).astype(int)]
    words = [vocabulary()[each] for each in drawn]
    telling = [word for word, each in zip(words, drawn.tolist(), strict=True) if each >= 300]
    title = " ".join(telling[: 4 + int(random.integers(6))]) or words[0]
    return article(key, title.capitalize(), list(_paragraphs(random, words)), day.isoformat())


def _paragraphs(random: np.random.Generator, words: list[str]) -> Iterator[str]:
    """The words as sentences of about twenty, and these as paragraphs of about three."""
    ends = accumulate(int(each) for each in random.integers(8, 33, size=len(words) // 8 + 1))
    bounds = [0, *(end for end in ends if end < len(words)), len(words)]
    pairs = list(pairwise(bounds))
    sentences = [f"{' '.join(words[start:end]).capitalize()}." for start, end in pairs if start < end]
    for first in range(0, len(sentences), 3):
        yield " ".join(sentences[first : first + 3])


@cache
def vocabulary() -> tuple[str, ...]:
    """The words, the most frequent first: those that hold sentences together, then invented ones, short ones first."""
    random = np.random.default_rng(0)
    found = dict.fromkeys(_FUNCTION)
    stem = ""
    while len(found) < WORDS:
        if len(found) % 3 == 0 or not stem:
            syllables = 1 + int(len(found) > 3_000) + int(len(found) > 60_000)
            stem = "".join(_syllable(random) for _ in range(syllables))
        found[stem + _ENDINGS[random.integers(len(_ENDINGS))]] = None
        stem = stem if random.random() < 0.6 else ""
    return tuple(found)


def _syllable(random: np.random.Generator) -> str:
    return "".join(part[random.integers(len(part))] for part in (_ONSETS, _VOWELS, _CODAS))


@cache
def _common() -> NDArray[np.float64]:
    """The sums of the words' shares: Zipf's law with Mandelbrot's shift."""
    return _sums(1 / (np.arange(WORDS) + 2.7) ** 1.08)


@cache
def _within() -> NDArray[np.float64]:
    """The same for the words of a topic."""
    return _sums(1 / (np.arange(OF_A_TOPIC) + 5.0))


def _sums(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.cumsum(shares) / shares.sum())


@cache
def _topics() -> Numbers:
    """The words of each topic: none of the most frequent."""
    return np.random.default_rng(1).integers(300, 30_000, size=(TOPICS, OF_A_TOPIC))
