"""Trains the weights of `generator/ingest/pasted/weights.json`: `python -m tests.quality.train_lines [--write]`.

Logistic regression in two passes: the first sees a row and what stands around it, the second also sees the scores that
the first gave the neighbors. Without `--write` it reports, for every publisher, what weights that never saw it reach.
"""

import json
import math
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.ingest.pasted import features, scoring
from generator.ingest.pasted.rows import lines, rows
from tests.quality.pasted_pages import FOLDS, Truth, pages

Example = tuple[tuple[str, ...], bool]
Weights = dict[str, float]
Page = tuple[int, list[tuple[str, ...]], str]
"""The fold, the features of every row, and a label for every row."""

_EPOCHS = 12
_RATE = 0.3
_DECAY = 2e-6
WEIGHTS = Path(features.__file__).with_name("weights.json")


def main(arguments: Sequence[str]) -> None:
    """Train and report; with `--write`, train on everything and write the weights."""
    corpus = _corpus(pages() or ())
    for label in "BT":
        _report(label, corpus)
    if "--write" in arguments:
        trained = {name: _rounded(_passes(corpus, label)) for name, label in (("body", "B"), ("title", "T"))}
        WEIGHTS.write_text(json.dumps(trained, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def _corpus(truths: Iterable[Truth]) -> list[Page]:
    return [
        _page(truth, text, labels)
        for truth in truths
        for text, labels in ((truth.trim, truth.trim_labels), (truth.full, truth.full_labels))
    ]


def _page(truth: Truth, text: str, labels: str) -> Page:
    found = rows(lines(text))
    return truth.fold, features.features(found), "".join(labels[row.first] for row in found)


def _report(label: str, corpus: list[Page]) -> None:
    for name, part in (("trim", corpus[::2]), ("full", corpus[1::2])):
        counts = [0, 0, 0]
        for fold in range(FOLDS):
            first, second = _held_out(label, tuple(corpus), fold)
            for page in part:
                if page[0] == fold:
                    _count(counts, page, label, scoring.passed(page[1], first, second))
        hits, false, missed = counts
        print(f"{label} {name}: F1 {2 * hits / (2 * hits + false + missed):.4f}  false {false}  missed {missed}")


_TRAINED: dict[tuple[str, int], tuple[Weights, Weights]] = {}


def _held_out(label: str, corpus: tuple[Page, ...], fold: int) -> tuple[Weights, Weights]:
    if (label, fold) not in _TRAINED:
        _TRAINED[label, fold] = _passes([page for page in corpus if page[0] != fold], label)
    return _TRAINED[label, fold]


def _count(counts: list[int], page: Page, label: str, scores: Sequence[float]) -> None:
    for truth, score in zip(page[2], scores, strict=True):
        counts[0] += truth == label and score > 0
        counts[1] += truth not in (label, "-") and score > 0
        counts[2] += truth == label and score <= 0


def _passes(corpus: Sequence[Page], label: str) -> tuple[Weights, Weights]:
    """The weights of both passes; the second learns from scores that the first gave pages it was not trained on."""
    halves = [[page for page in corpus if page[0] % 2 == part] for part in (0, 1)]
    seen = []
    for part in (0, 1):
        weights = _trained(_examples(halves[1 - part], label))
        for fold, found, labels in halves[part]:
            scores = scoring.scores(found, weights)
            seen.append((fold, scoring.with_neighbors(found, scores), labels))
    return _trained(_examples(corpus, label)), _trained(_examples(seen, label))


def _examples(corpus: Iterable[Page], label: str) -> list[Example]:
    return [(names, truth == label) for _, found, labels in corpus for names, truth in zip(found, labels, strict=True) if truth != "-"]


def _trained(examples: list[Example]) -> Weights:
    """Weights by adaptive stochastic gradient descent (AdaGrad) on the logistic loss."""
    weights: Weights = {}
    squares: Weights = {}
    order = random.Random(1)  # noqa: S311 - shuffles, guards nothing
    for _ in range(_EPOCHS):
        order.shuffle(examples)
        for names, truth in examples:
            _learn(weights, squares, names, truth)
    return weights


def _learn(weights: Weights, squares: Weights, names: tuple[str, ...], truth: bool) -> None:
    score = sum([weights.get(name, 0.0) for name in names])
    error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - truth
    for name in names:
        weight = weights.get(name, 0.0)
        slope = error + _DECAY * weight * 1000
        squares[name] = squares.get(name, 1e-3) + slope * slope
        weights[name] = weight - _RATE * slope / math.sqrt(squares[name])


def _rounded(trained: tuple[Weights, Weights]) -> list[Weights]:
    return [{name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= 0.005} for weights in trained]  # noqa: PLR2004


if __name__ == "__main__":
    main(sys.argv[1:])
