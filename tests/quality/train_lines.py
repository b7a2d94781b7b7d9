"""Trains `generator/ingest/pasted/weights.json`: `python -m tests.quality.train_lines [--write] [--folds N]`.

Logistic regression in two passes: the first sees a row and what stands around it, the second also sees the scores that
the first gave the neighbors. `--folds 5` reports what weights reach that never saw the publisher, in five parts.

Every selection is also learned without its empty lines, cropped to a short text, and without its junk: pages that are
pasted elsewhere have other gaps and other lengths, and a clean text must stay whole.
"""

import argparse
import json
import math
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from unittest.mock import patch

from generator.ingest.pasted import features, scoring
from generator.ingest.pasted.rows import rows
from tests.quality import lines, metadata
from tests.quality.pasted_pages import FOLDS, Truth, pages

Weights = dict[str, float]
Example = tuple[list[int], bool]

WEIGHTS = Path(features.__file__).with_name("weights.json")
_EPOCHS = 6
_RATE = 0.15
_DECAY = 4e-4
_LEAST = 0.04
_WORDLESS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to learn from: its publisher's fold, its form, and for every row features, kin and label."""

    fold: int
    form: str
    seen: Sequence[tuple[str, ...]]
    kin: Sequence[tuple[int, str]]
    labels: str


def main() -> None:
    """Report on held-out publishers and write weights, as asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.train_lines", description=__doc__)
    parser.add_argument("--write", action="store_true", help="train on every page and write the weights")
    parser.add_argument("--folds", type=int, default=0, help="how many of the five parts to hold out and report on")
    arguments = parser.parse_args()
    corpus = [page for truth in pages() or () for page in _forms(truth)]
    _report(corpus, arguments.folds)
    if arguments.write:
        body, title = _passes(corpus)
        trained = {"body": [_rounded(one) for one in body], "title": [_rounded(one) for one in title]}
        WEIGHTS.write_text(json.dumps(trained, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def _forms(truth: Truth) -> Iterator[Page]:
    """The page as a sloppy selection and as a whole, and the selection without gaps, cropped, and without junk."""
    trim = list(zip(truth.trim.split("\n"), _mended(truth), strict=True))
    yield _page(truth.fold, "trim", trim)
    yield _page(truth.fold, "full", list(zip(truth.full.split("\n"), truth.full_labels, strict=True)))
    yield _page(truth.fold, "gapless", [pair for pair in trim if pair[0].strip()])
    yield _page(truth.fold, "clean", [pair for pair in trim if pair[1] in "B-"])
    yield _page(truth.fold, "cropped", _cropped(trim, random.Random(truth.id)))  # noqa: S311 - varies, guards nothing


def _page(fold: int, form: str, labeled: Sequence[tuple[str, str]]) -> Page:
    found = rows(tuple(line for line, _ in labeled))
    labels = "".join(labeled[row.first][1] for row in found)
    return Page(fold, form, *features.features(found), labels)


def _mended(truth: Truth) -> str:
    """The labels of the selection; what the corpus calls junk for being short is the article's if a paragraph of it."""
    paragraphs = {_WORDLESS.sub("", line.lower()) for line in truth.body.split("\n")}
    bare = [_WORDLESS.sub("", line.lower()) for line in truth.trim.split("\n")]
    return "".join(
        "B" if label == "J" and len(line) > 2 and line in paragraphs else label
        for label, line in zip(truth.trim_labels, bare, strict=True)
    )


def _cropped(labeled: Sequence[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    """The page from its headline to one of its first paragraphs, and a few lines more."""
    body = [place for place, (_, label) in enumerate(labeled) if label == "B"]
    if len(body) < 4:
        return []
    title = next((place for place, (_, label) in enumerate(labeled) if label == "T"), body[0])
    start = min(body[0], max(0, title - chance.randint(0, 2)))
    end = body[chance.randint(2, min(8, len(body) - 1))] + 1
    return list(labeled[start : end + chance.randint(0, 3)])


# --- measuring -----------------------------------------------------------------------------------------------


def _report(corpus: Sequence[Page], folds: int) -> None:
    """Print what the whole reader reaches on publishers that its weights never saw."""
    judged: dict[str, list[lines.Judged]] = {"trim": [], "full": []}
    by_page: dict[str, list[float]] = {"trim": [], "full": []}
    verdicts: list[metadata.Verdict] = []
    for fold in range(min(folds, FOLDS)):
        trained = _passes([page for page in corpus if page.fold != fold])
        with patch.object(scoring, "weights", return_value=trained):
            for truth in (truth for truth in pages() or () if truth.fold == fold):
                for form in judged:
                    found = list(lines.judged(truth, form))
                    judged[form] += found
                    by_page[form].append(lines.f1(found))
                verdicts += metadata.verdicts(truth)
    for form in judged if folds else ():
        print(f"{form}: F1 {lines.f1(judged[form]):.3f}, mean of pages {mean(by_page[form]):.3f}")
    for name, share in metadata.shares(verdicts).items():
        print(f"{name}: {share:.3f}")


# --- training ------------------------------------------------------------------------------------------------


def _passes(corpus: Sequence[Page]) -> tuple[scoring.Passes, scoring.Passes]:
    """The weights of both passes, for the article and for the headline.

    The second pass learns from scores that the first gave pages it was not trained on.
    """
    seen: list[Page] = []
    for part in (0, 1):
        others = [page for page in corpus if page.fold % 2 != part]
        first = {label: _trained(others, label) for label in "BT"}
        for page in corpus:
            if page.fold % 2 == part:
                scored = [scoring.scores(page.seen, first[label]) for label in "BT"]
                more = scoring.with_neighbors(page.seen, page.kin, *scored)
                seen.append(Page(page.fold, page.form, more, page.kin, page.labels))
    return (_trained(corpus, "B"), _trained(seen, "B")), (_trained(corpus, "T"), _trained(seen, "T"))


def _trained(corpus: Iterable[Page], label: str) -> Weights:
    """Weights by adaptive stochastic gradient descent (AdaGrad) on the logistic loss, averaged over the last epochs."""
    index: dict[str, int] = {}
    examples = [
        ([index.setdefault(name, len(index)) for name in names], truth == label)
        for page in corpus
        for names, truth in zip(page.seen, page.labels, strict=True)
        if truth != "-"
    ]
    values, squares, sums = ([start] * len(index) for start in (0.0, 1.0, 0.0))
    order = random.Random(1)  # noqa: S311 - shuffles, guards nothing
    for epoch in range(_EPOCHS):
        order.shuffle(examples)
        _learn(values, squares, examples)
        sums = [a + b for a, b in zip(sums, values, strict=True)] if epoch >= _EPOCHS // 2 else sums
    return dict(zip(index, (total / (_EPOCHS - _EPOCHS // 2) for total in sums), strict=True))


def _learn(values: list[float], squares: list[float], examples: Iterable[Example]) -> None:
    for names, truth in examples:
        score = sum([values[name] for name in names])
        error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - truth
        for name in names:
            slope = error + _DECAY * values[name]
            squares[name] += slope * slope
            values[name] -= _RATE * slope / math.sqrt(squares[name])


def _rounded(weights: scoring.Weights) -> Weights:
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= _LEAST}


if __name__ == "__main__":
    main()
