"""How well the lines of a copied page are told apart: F1 of "belongs to the article", over all lines and by page.

The weights were trained on these very pages, so that their scores here flatter; `python -m tests.quality.train_lines`
prints what weights reach that never saw the publisher.
The clean texts were not used for training: nothing of them may be taken for page junk.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.ingest import text
from tests.quality.pasted_pages import CORPORA, Truth, pages

FLOORS = {
    "trim F1": 0.915,
    "trim F1, mean of pages": 0.91,
    "full F1": 0.86,
    "clean text kept": 0.995,
}

Judged = tuple[str, str, str, str]
"""Page, truth (B, T, J), kind and text of a line."""


def scores() -> dict[str, float] | None:
    """F1 of body lines for sloppy and full selections, and the share of words kept of texts without junk."""
    truths = pages()
    if truths is None:
        return None
    found: dict[str, float] = {}
    for form in ("trim", "full"):
        lines = [list(judged(truth, form)) for truth in truths]
        found[f"{form} F1"] = f1(line for page in lines for line in page)
        found[f"{form} F1, mean of pages"] = sum(map(f1, lines)) / len(lines)
    return found | {"clean text kept": _kept()}


def judged(truth: Truth, form: str) -> Iterator[Judged]:
    """Every line of a form of the page that has words, with its true label and what it is taken for."""
    source, labels = (truth.trim, truth.trim_labels) if form == "trim" else (truth.full, truth.full_labels)
    for label, line in zip(labels, text.read(source).lines, strict=False):
        if label != "-":
            yield truth.id, label, line.kind, line.text


def f1(lines: Iterable[Judged]) -> float:
    """The F1 of "belongs to the article"."""
    hits = false = missed = 0
    for _, label, kind, _ in lines:
        body = kind in ("body", "heading")
        hits += body and label == "B"
        false += body and label != "B"
        missed += not body and label == "B"
    return 2 * hits / (2 * hits + false + missed) if hits else 0.0


def _kept() -> float:
    """The share of words that stay in the body or the headline, over the texts of `geo` and `onestopenglish`."""
    kept = words = 0
    for article in _clean():
        for line in text.read(article).lines:
            count = len(line.text.split())
            words += count
            kept += count if line.kind in ("body", "heading", "title") else 0
    return kept / words if words else 1.0


def _clean() -> list[str]:
    path = CORPORA / "geo" / "lgl.xml"
    corpus = path.read_text("utf-8") if path.is_file() else ""
    local = [unescape(found) for found in re.findall(r"<text>(.*?)</text>", corpus, re.DOTALL)]
    stories = sorted((CORPORA / "onestopenglish").glob("*/*.txt"))
    return local + [story.read_text("utf-8", "replace") for story in stories[:150]]


def worst(limit: int = 20) -> list[str]:
    """Lines on the wrong side, the longest first: they cost the reader most."""
    wrong = [
        (len(line), f"{page} {label} taken for {kind}: {' '.join(line.split())[:110]}")
        for truth in pages() or ()
        for page, label, kind, line in judged(truth, "trim")
        if (label == "B") != (kind in ("body", "heading"))
    ]
    return [error for _, error in sorted(wrong, reverse=True)[:limit]]
