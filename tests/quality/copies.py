"""How many near-duplicates are grouped, against the exact likeness of every pair of texts."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from generator.model import Article, Source
from generator.relate.copies import ALIKE, copies
from generator.relate.shingles import jaccard, shingles
from tests.quality import CORPORA

FLOORS = {"pairs found": 0.99, "pairs false": 0.01}


Pairs = set[tuple[str, str]]


def scores() -> dict[str, float] | None:
    """The share of the pairs alike by .8 that are in one group, and of those in one group the share less alike."""
    true, found = _pairs()
    return (
        {"pairs found": len(true & found) / len(true), "pairs false": len(found - true) / len(found)} if true else None
    )


def worst(limit: int = 20) -> list[str]:
    """Pairs that were missed or are wrongly in one group, with their likeness."""
    true, found = _pairs()
    bodies = {article.id: shingles(article.body) for articles, _ in _material() for article in articles}
    wrong = sorted((pair in true, pair) for pair in true ^ found)
    return [
        f"{'missed' if missed else 'false'} {left} {right}: {jaccard(bodies[left], bodies[right]):.3f}"
        for missed, (left, right) in wrong
    ][:limit]


def _pairs() -> tuple[Pairs, Pairs]:
    """The pairs that are copies, and those that are grouped."""
    true: Pairs = set()
    found: Pairs = set()
    for articles, table in _material():
        known = {article.id for article in articles}
        rows = (row.split("\t") for row in table.read_text(encoding="utf-8").splitlines() if row)
        true |= {tuple(sorted(row[:2])) for row in rows if float(row[2]) >= ALIKE and known.issuperset(row[:2])}  # type: ignore[misc]  # two of them
        found |= {pair for group in copies(articles) for pair in combinations(sorted(group.members), 2)}
    return true, found


def _material() -> Iterator[tuple[list[Article], Path]]:
    """The texts of each collection, and the table of its pairs."""
    tables = CORPORA / "neardup"
    if tables.is_dir():
        rows = (json.loads(row) for row in (CORPORA / "ecbplus" / "train.jsonl").open(encoding="utf-8"))
        yield [_article(row["id"], row["text"]) for row in rows], tables / "ecbplus.tsv"
        paths = sorted((CORPORA / "onestopenglish").glob("*/*.txt"))
        yield (
            [_article(path.name, path.read_text("utf-8-sig", "replace")) for path in paths],
            tables / "onestopenglish.tsv",
        )


def _article(key: str, text: str) -> Article:
    return Article(key, Source(key, b""), "", "text", body=text)
