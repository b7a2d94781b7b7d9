"""How well the article of a saved web page is found: precision, recall and F1 over the 4-grams of its words.

The measure is that of the article extraction benchmark: multisets of four consecutive words, precision and recall
averaged over the pages.
"""

import gzip
import json
import re
from collections import Counter

from generator.ingest import html
from generator.ingest.html.alignment import aligned, letters
from generator.ingest.reading import Reading
from tests.quality import CORPORA

FLOORS = {"body F1": 0.985, "body precision": 0.98, "body recall": 0.985}

_WORD = re.compile(r"\w+")


Share = tuple[float, float, float]


def scores() -> dict[str, float] | None:
    """Mean precision, mean recall and the F1 of the two; None where the pages are absent."""
    shares = [_shares(expected, _text(reading)) for expected, reading in _readings().values()]
    if not shares:
        return None
    precision = sum(right / (right + extra) if right else 0.0 for right, extra, _ in shares) / len(shares)
    recall = sum(right / (right + lost) if right else 0.0 for right, _, lost in shares) / len(shares)
    return {
        "body F1": 2 * precision * recall / (precision + recall),
        "body precision": precision,
        "body recall": recall,
    }


def worst(limit: int = 20) -> list[str]:
    """The lines of most words that are wrongly in the body or wrongly not, each with its rule."""
    found = []
    for name, (expected, reading) in _readings().items():
        truth = aligned([letters(line.text) for line in reading.lines], [letters(row) for row in expected.split("\n")])
        for line, belongs in zip(reading.lines, truth, strict=True):
            if belongs != (line.kind in {"body", "heading"}):
                found.append(
                    (len(line.text), f"{name[:8]} {'lost' if belongs else 'extra'} {line.rule}: {line.text[:90]}")
                )
    return [text for _, text in sorted(found, reverse=True)[:limit]]


def _readings() -> dict[str, tuple[str, Reading]]:
    """By page, the article as people marked it and as it is read."""
    folder = CORPORA / "html-pages"
    if not folder.is_dir():
        return {}
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = {
        name: gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace") for name in truth
    }
    return {name: (truth[name]["articleBody"], html.read(page)) for name, page in pages.items()}


def _text(reading: Reading) -> str:
    return "\n".join(line.text for line in reading.lines if line.kind in {"body", "heading"})


def _shares(expected: str, found: str) -> Share:
    """Of all 4-grams: the share that is in both, the share found too many, the share lost."""
    truth, got = _grams(expected), _grams(found)
    right = (truth & got).total()
    every = (truth | got).total()
    return right / every, (got - truth).total() / every, (truth - got).total() / every


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)))
