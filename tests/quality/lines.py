"""How well the lines of a copied page are told apart: F1 of "belongs to the article", over all lines and by page.

The weights were trained on these very pages, so that their scores here flatter. The figures that begin with "unseen"
are the honest ones: what weights reach that never saw the publisher, in five parts, as `train_lines` found and kept
them when it wrote the weights; they count for those weights only.

`trim` is the sloppy selection, `full` the whole page. The corpus calls every line of fewer than 20 characters junk,
also the article's own short headings and items: `mended` is `trim` with these labeled right.
The clean texts were not used for training: nothing of them may be taken for page junk.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

from generator.ingest import text
from generator.ingest.pasted import scoring
from tests.quality.pasted_pages import CORPORA, Truth, pages

FLOORS = {
    "trim F1": 0.925,
    "trim F1, mean of pages": 0.92,
    "trim F1, headings left out": 0.9,
    "full F1": 0.895,
    "full F1, headings left out": 0.87,
    "unseen trim F1": 0.885,
    "unseen trim F1, headings left out": 0.864,
    "unseen mended F1": 0.883,
    "unseen full F1": 0.838,
    "unseen full F1, headings left out": 0.818,
    "clean text kept": 0.995,
}

FORMS = ("trim", "mended", "full")
UNSEEN = Path(__file__).with_name("unseen_lines.json")
WEIGHTS = Path(scoring.__file__).with_name("weights.json")

Judged = tuple[str, str, str, str]
"""Page, truth (B, T, J), kind and text of a line."""


def scores() -> dict[str, float] | None:
    """F1 of body lines for sloppy and full selections, and the share of words kept of texts without junk."""
    truths = pages()
    if truths is None:
        return None
    seen = figures({form: [list(judged(truth, form)) for truth in truths] for form in FORMS})
    return seen | _unseen() | {"clean text kept": _kept()}


def figures(found: Mapping[str, Sequence[Sequence[Judged]]]) -> dict[str, float]:
    """By form: F1 over all lines, the mean of the pages' own, and F1 where headings do not count as body."""
    result = {}
    for form, by_page in found.items():
        every = [line for page in by_page for line in page]
        result[f"{form} F1"] = f1(every)
        result[f"{form} F1, mean of pages"] = sum(map(f1, by_page)) / len(by_page)
        result[f"{form} F1, headings left out"] = f1(every, ("body",))
    return result


def fingerprint() -> str:
    """The SHA-256 of the weights."""
    return hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()


def _unseen() -> dict[str, float]:
    """The figures kept with the weights; none if they are of other weights."""
    kept = json.loads(UNSEEN.read_text("utf-8"))
    return {f"unseen {name}": value for name, value in kept["figures"].items() if kept["weights"] == fingerprint()}


def judged(truth: Truth, form: str) -> Iterator[Judged]:
    """Every line of a form of the page that has words, with its true label and what it is taken for."""
    source = truth.full if form == "full" else truth.trim
    labels = {"trim": truth.trim_labels, "mended": truth.mended_labels, "full": truth.full_labels}[form]
    for label, line in zip(labels, text.read(source).lines, strict=False):
        if label != "-":
            yield truth.id, label, line.kind, line.text


def f1(lines: Iterable[Judged], kinds: Sequence[str] = ("body", "heading")) -> float:
    """The F1 of "belongs to the article", which lines of these kinds are taken to do."""
    hits = false = missed = 0
    for _, label, kind, _ in lines:
        body = kind in kinds
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
