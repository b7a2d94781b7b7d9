"""Two collections of documents and questions with the judgments of people, as archives, and how well a ranking does.

Questions without a single relevant document are left out. A gain is the grade as it stands (Järvelin and Kekäläinen
2002).
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import escape
from generator.model import Archive, Article, Found, Metadata, Source
from tests.quality import CORPORA

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles, questions, and the grades of the articles that are relevant to each, by article id."""

    articles: tuple[Article, ...]
    questions: tuple[str, ...]
    grades: tuple[Mapping[str, int], ...]


def collection(name: str) -> Collection | None:
    """The collection of this name; None where it is not on this machine."""
    folder = CORPORA / "search" / name
    if not folder.is_dir():
        return None
    grades = _grades(folder / "qrels.tsv")
    asked = [each for each in _lines(folder / "queries.jsonl") if grades[each["id"]]]
    return Collection(
        tuple(_article(each) for each in _lines(folder / "docs.jsonl")),
        tuple(each["text"] for each in asked),
        tuple(grades[each["id"]] for each in asked),
    )


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """How good the first ten are, against the best ten there could be, from 0 to 1."""
    best = sorted(grades.values(), reverse=True)
    return _gain([grades.get(each, 0) for each in found]) / _gain(best)


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(rank + 2) for rank, grade in enumerate(grades[:DEPTH]))


def article(key: str, title: str, paragraphs: Sequence[str], published: str = "") -> Article:
    """An article as if it had been understood."""
    return Article(
        id=key,
        source=Source(f"content/articles/{key}.txt", b""),
        sha256="",
        format="text",
        metadata=Metadata(
            title=Found(title, "front-matter", 1.0),
            published=Found(published, "front-matter", 1.0) if published else None,
            language=Found("en", "front-matter", 1.0),
        ),
        body="\n\n".join(escape.markdown(" ".join(each.split())) for each in paragraphs),
    )


def archive(articles: Sequence[Article]) -> Archive:
    """An archive of these articles, with no entities."""
    return Archive(tuple(articles), {}, {}, {}, (), {}, {})


def _article(document: Mapping[str, str]) -> Article:
    """A document as an article; one of the collections has every title at the beginning of the text, too."""
    text = document["text"].removeprefix(document["title"])
    return article(f"{int(document['id']):05}", document["title"], [text] if text.strip() else [])


def _grades(path: Path) -> defaultdict[str, dict[str, int]]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text().splitlines():
        question, document, grade = map(int, line.split("\t"))
        if grade > 0:
            found[str(question)][f"{document:05}"] = grade
    return found


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield {key: str(value) for key, value in json.loads(line).items()}
