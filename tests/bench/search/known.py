"""Questions with one right answer: words of a real headline, as they are and with a typing error."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from random import Random

from generator.model import Article
from tests.bench.search.judged import article
from tests.quality import CORPORA

WORDS = 3
"""Words of a question: the rarest of the headline."""

LONG = 5
"""Letters of a word that an error is put into."""

_TITLE = re.compile(r"""^title: *["']?(.+?)["']?$""", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the id of the article that is meant."""

    words: tuple[str, ...]
    meant: str

    @property
    def text(self) -> str:
        """As a reader types it."""
        return " ".join(self.words)


def articles() -> tuple[Article, ...]:
    """Real articles with their headlines; none where the material is not on this machine."""
    texts = sorted({title: body for title, body in _texts() if body.strip()}.items())
    return tuple(starmap(_numbered, enumerate(texts)))


def _numbered(number: int, text: tuple[str, str]) -> Article:
    return article(f"{number:05}", text[0], text[1].split("\n\n"))


def _texts() -> Iterator[tuple[str, str]]:
    for path in sorted((CORPORA / "articles" / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from ((row["title"], row["text"]) for row in csv.DictReader(file))
    for path in sorted((CORPORA / "articles" / "digitalgov-news").glob("20*/**/*.md")):
        _, head, body = [*path.read_text("utf-8", "replace").split("---\n", 2), "", ""][:3]
        if found := _TITLE.search(head):
            yield found[1], body


def questions(archive: Sequence[Article], most: int) -> list[Question]:
    """Questions of the rarest words of headlines, at most so many, for articles all over the archive."""
    words = {each.id: _words(each) for each in archive}
    having = Counter(word for found in words.values() for word in found)
    asked = []
    for each in archive[:: max(1, len(archive) // most)]:
        rare = sorted(set(_WORD.findall(_title(each).lower())), key=lambda word: (having[word], word))[:WORDS]
        if len(rare) == WORDS and any(len(word) >= LONG for word in rare):
            asked.append(Question(tuple(rare), each.id))
    return asked


def _words(each: Article) -> frozenset[str]:
    return frozenset(_WORD.findall(f"{_title(each)} {each.body}".lower()))


def _title(each: Article) -> str:
    return each.metadata.title.value if each.metadata.title else ""


def single(question: Question) -> Question:
    """The question of its longest word alone."""
    return Question((max(question.words, key=len),), question.meant)


def mistyped(question: Question, number: int, *, first: bool) -> Question:
    """The question with an error in one of its long words: in the first letter of it, or behind that."""
    random = Random(number)  # noqa: S311 - typing errors are no secrets
    at = random.choice([at for at, word in enumerate(question.words) if len(word) >= LONG])
    wrong = _mistyped(random, question.words[at], first=first)
    return Question((*question.words[:at], wrong, *question.words[at + 1 :]), question.meant)


def _mistyped(random: Random, word: str, *, first: bool) -> str:
    """The word with a letter too many, one too few, another one, or two of them exchanged."""
    at = 0 if first else random.randrange(1, len(word) - 1)
    letter = random.choice(_LETTERS.replace(word[at], ""))
    head, tail = word[:at], word[at:]
    exchanged = head + tail[1] + tail[0] + tail[2:]
    kinds = [
        head + letter + tail,
        head + tail[1:],
        head + letter + tail[1:],
        *([exchanged] if exchanged != word else []),
    ]
    return random.choice(kinds)
