"""Invented articles for measuring speed: like pasted press text in size and make-up, unlike it in meaning."""

from collections.abc import Iterator
from random import Random

from generator.model import Source

_SUBJECTS = ("The minister", "Anna Veldt", "President Oru Tamm", "The Harbor Authority", "A spokesman", "The committee")
_VERBS = ("said that", "announced in the evening that", "denied that", "had long hoped that", "wrote in a letter that")
_DATED = ("said on Tuesday that", "announced in March 2014 that", "denied two weeks ago that")
_OBJECTS = (
    "the bridge at Lindholm",
    "trade with Kazakhstan",
    "the Northern Rail program",
    "talks in Geneva",
    "the fund",
)
_ENDS = ("would open soon", "grew by 4.5 percent", "needed more time", "was agreed by all who had a part in it")
DATED_SHARE = 0.2
"""About what newspapers have: one sentence in five names a date."""
_JUNK = (
    "Share on Facebook",
    "Read more: Ten bridges to see",
    "Subscribe to our newsletter",
    "Most popular",
    "Print | E-mail",
)


def articles(number: int, words: int = 450, seed: int = 1) -> Iterator[Source]:
    """So many pasted articles of about so many words, the same ones for the same seed."""
    random = Random(seed)  # noqa: S311 - invented text needs no secrets
    for index in range(number):
        yield Source(f"content/articles/2015/2015-05-07-{index:06}.txt", _text(random, words).encode())


def _text(random: Random, words: int) -> str:
    lines = [
        f"News {_sentence(random)[:-1]}",
        f"By Jon Harrow | The Lindholm Courier | May {random.randint(1, 28)}, 2015",
        "",
    ]
    while sum(len(line.split()) for line in lines) < words:
        lines.append(" ".join(_sentence(random) for _ in range(random.randint(2, 5))))
    return "\n".join([*lines, "", *random.sample(_JUNK, 3)])


def _sentence(random: Random) -> str:
    verbs = _DATED if random.random() < DATED_SHARE else _VERBS
    return f"{' '.join(random.choice(part) for part in (_SUBJECTS, verbs, _OBJECTS, _ENDS))}."
