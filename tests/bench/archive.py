"""An invented archive of any size for measuring speed: `python -m tests.bench.archive 10000 FOLDER` writes one.

Each article has about 450 words and names sixteen of the entities, some of them far more often named than others, as
in newspapers. The articles spread over years and sources, so that no list grows with the whole archive.
"""

import sys
import tempfile
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from generator import init
from generator.model import KINDS, Source

_BEGINS = ("B", "Br", "D", "Dr", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "St", "T", "Tr", "V", "W", "Z")
_MIDDLES = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDS = ("bel", "dan", "fer", "gon", "kar", "lin", "mer", "nos", "per", "rath", "sel", "ten", "vik", "zon")
_SMALL = ("the", "of", "and", "in", "to", "with", "for", "on", "that", "was", "by", "from")
_DATED = ("on Tuesday", "in March 2014", "two weeks ago", "on June 3, 2012", "last year")
_SHAPES = ("{}", "{}", "the {} Council", "{} Bay", "the {} Program", "the {} Summit")
_NEAR = 30
"""Entities that one story is about; an article draws most of its names from one story's."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Invented words, the first by far the most frequent (Zipf's law)."""

    words: Sequence[str]
    shares: Sequence[float]

    def one(self, random: Random) -> str:
        return self.words[bisect(self.shares, random.random() * self.shares[-1])]


def files(number: int, entities: int = 1000, words: int = 450, links: int = 16, seed: int = 1) -> Iterator[Source]:
    """The files of an archive of so many articles and entities, entities first; the same ones for the same seed."""
    random = Random(seed)  # noqa: S311 - invented text needs no secrets
    vocabulary = _vocabulary(random, 8000)
    names = _names(random, entities)
    for index, name in enumerate(names):
        kind = KINDS[index % len(KINDS)]
        yield Source(f"content/entities/{kind}/e{index:05}.md", f"---\nname: {name}\n---\n".encode())
    for index in range(number):
        day = date(2000, 1, 1) + timedelta(days=index * 7300 // max(1, number))
        text = _article(random, vocabulary, names, day, words, links)
        yield Source(f"content/articles/{day:%Y}/{day}-{index:07}.txt", text.encode())


def _vocabulary(random: Random, size: int) -> _Words:
    made = {_word(random).lower(): None for _ in range(size)}
    words = [*_SMALL, *made]
    return _Words(words, list(accumulate(1 / rank for rank in range(1, len(words) + 1))))


def _word(random: Random) -> str:
    return "".join(random.choice(part) for part in (_BEGINS, _MIDDLES, _ENDS)) + random.choice(("", *_ENDS))


def _names(random: Random, number: int) -> list[str]:
    """Two words each, so that no name is an ordinary word."""
    made: dict[str, None] = {}
    while len(made) < number:
        shape = _SHAPES[len(made) % len(KINDS)]
        made[shape.format(f"{_word(random)} {_word(random)}").removeprefix("the ")] = None
    return list(made)


def _article(random: Random, vocabulary: _Words, names: Sequence[str], day: date, words: int, links: int) -> str:
    story = int(random.random() ** 2 * len(names))
    named = [names[(story + random.randrange(_NEAR)) % len(names)] for _ in range(links)]
    lines = [
        " ".join(vocabulary.one(random) for _ in range(8)).capitalize(),
        f"By {random.choice(names[:: len(KINDS)])}",
        f"{day:%B} {day.day}, {day.year}",
        f"Source: The {names[story % 40].split()[0]} Courier",
        "",
    ]
    written = 0
    while written < words:
        sentences = [_sentence(random, vocabulary, named) for _ in range(random.randint(2, 5))]
        written += sum(len(sentence.split()) for sentence in sentences)
        lines += [" ".join(sentences), ""]
    return "\n".join([*lines, "Share on Facebook", "Subscribe to our newsletter", ""])


def _sentence(random: Random, vocabulary: _Words, named: list[str]) -> str:
    """About twenty words; names a waiting entity in most, and a day in one of five, as newspapers do."""
    words = [vocabulary.one(random) for _ in range(random.randint(10, 20))]
    if named and random.random() < 0.75:
        words.insert(random.randrange(1, len(words)), named.pop())
    if random.random() < 0.2:
        words.append(random.choice(_DATED))
    return f"{' '.join(words)}.".replace(words[0], words[0].capitalize(), 1)


def write(number: int, root: Path, entities: int = 1000) -> None:
    """Make an archive of so many articles in this folder."""
    init.archive(root)
    for source in files(number, entities):
        path = root / source.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.data)


def forget(root: Path) -> None:
    """Leave nothing of earlier builds; put away, as ext4 takes long to make files where others were just removed."""
    away = Path(tempfile.mkdtemp(dir=root.parent))
    for made in (".cache", "docs/archive", "site", ".site-site-previous"):
        if (root / made).exists():
            (root / made).rename(away / Path(made).name)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
