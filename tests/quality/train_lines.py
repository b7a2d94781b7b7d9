"""Trains `generator/ingest/pasted/weights.json`: `python -m tests.quality.train_lines [--write] [--folds N]`.

Logistic regression in two passes: the first sees a row and what stands around it, the second also sees the scores
that the first gave the neighbors, and, of the article only, what a row has to do with the surest rows. `--folds 5`
reports what weights reach that never saw the publisher, in five parts.

Every selection is also learned without its empty lines, cropped to a short text, and without its junk: pages that are
pasted elsewhere have other gaps and other lengths, and a clean text must stay whole. To the second pass these variants
count less; to both, rows count little whose label the first pass, without having seen the publisher, contradicts.

What bounds the figures, and what was tried, as F1 on unseen publishers, `trim` / `full`:

- The pages' labels: they stop in mid-article, leave out lists and headings, call teasers body. Of ninety errors read
  by hand, some thirty were the labels', not counting a tenth of all that comes of calling short lines junk. The best
  threshold for each page, chosen by the truth, would give .925 / .890; the best single stretch, .902 / .897.
- More publishers of the kind: with a quarter, a half, all of them .865 / .800, .878 / .818, .883 / .818.
- The first pass alone .875 / .815; both passes and the rules .884 / .823; with the words shared with the sure part of
  the article, the distance to it and the length beside it .888 / .837; with the words of boilerplate .889 / .841;
  with variants and doubtful rows counting less .889 / .847.
- Boilerplate in the first pass, too, gives .891 / .843 instead of .887 / .840 here, but moves the headline's scores,
  which the rules of `title.py` are set to.
- Weights that cost what they weigh, found to the end, with the first pass, too, learning little from doubtful rows, as
  it is now: .889 / .840 in place of .887 / .840, titles of unseen publishers right .933 in place of .914, authors .907
  in place of .896. It fits the known pages less: .930 / .899 there in place of .936 / .905.
- On whole pages the labels of some publishers end where a short selection did: there a seventh of all errors are
  paragraphs of the article, surely told, that count as junk.
- Of no use since: the threshold of the highest expected F1 for each page .889 / .845 and, sharper, .891 / .838; 24
  saved pages more, as a browser copies them, .888 / .840; boosted trees over 5 rows to each side, all scores and the
  sums of the page, .889 / .844 and less; the words of boilerplate in the first pass .889 / .840; four parts in place
  of halves .888 / .839.
- Without gain before that: a third pass .880 / .833; a chain of two states decoded over the scores .882 / .836 and
  less; cutting off what lies outside the best stretch .885 / .837; rows between sure ones as segments .890 / .840;
  whole lists as units .888 / .840; pairs of scores and styles as features .888 / .842; sums over 10 and 25 rows
  .885 / .840; every page counting alike .885 / .837; other thresholds .888 / .842 and less; 300 boosted trees on
  counts and on the scores of both passes .889 / .848, too slow for what they bring.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

from generator.ingest.pasted import features, scoring
from generator.ingest.pasted.rows import rows
from tests.quality import lines, metadata
from tests.quality.logistic import fitted
from tests.quality.pasted_pages import FOLDS, Truth, pages

Weights = dict[str, float]

# How much large weights cost: of the first pass, of the second, of the headline's.
_FIRST, _SECOND, _HEADLINE = 20.0, 10.0, 5.0
_LEAST = 0.02
_VARIANT = 0.4
# What the first pass, without having seen the publisher, holds so surely for the contrary is mostly labeled wrong.
_SURELY_BODY, _SURELY_NOT = 2.5, -3.5
_DOUBTED = 0.1


@dataclass(frozen=True, slots=True)
class Page:
    """A page to learn from: its publisher's fold and half, its form, and what is known of every row."""

    fold: int
    half: int
    form: str
    sight: features.Sight
    names: Sequence[features.Features]
    labels: str
    counts: Sequence[float]


def main() -> None:
    """Report on held-out publishers and write weights, as asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.train_lines", description=__doc__)
    parser.add_argument("--write", action="store_true", help="train on every page and write the weights")
    parser.add_argument("--folds", type=int, default=0, help="how many of the five parts to hold out and report on")
    arguments = parser.parse_args()
    corpus = [page for truth in pages() or () for page in _forms(truth)]
    unseen = _report(corpus, arguments.folds)
    if arguments.write:
        body, title = _passes(corpus)
        trained = {"body": body, "title": title}
        lines.WEIGHTS.write_text(json.dumps(trained, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
        kept = {"weights": lines.fingerprint(), "figures": unseen if arguments.folds >= FOLDS else {}}
        lines.UNSEEN.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _forms(truth: Truth) -> Iterator[Page]:
    """The page as a sloppy selection and as a whole, and the selection without gaps, cropped, and without junk."""
    trim = list(zip(truth.trim.split("\n"), truth.mended_labels, strict=True))
    yield _page(truth, "trim", trim)
    yield _page(truth, "full", list(zip(truth.full.split("\n"), truth.full_labels, strict=True)))
    yield _page(truth, "gapless", [pair for pair in trim if pair[0].strip()])
    yield _page(truth, "clean", [pair for pair in trim if pair[1] in "B-"])
    yield _page(truth, "cropped", _cropped(trim, random.Random(truth.id)))  # noqa: S311 - varies, guards nothing


def _page(truth: Truth, form: str, labeled: Sequence[tuple[str, str]]) -> Page:
    found = rows(tuple(line for line, _ in labeled))
    labels = "".join(labeled[row.first][1] for row in found)
    sight = features.features(found)
    return Page(truth.fold, truth.half, form, sight, sight.names, labels, [1.0] * len(found))


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


def _report(corpus: Sequence[Page], folds: int) -> dict[str, float]:
    """Print what the whole reader reaches on publishers that its weights never saw; the figures of the lines."""
    judged: dict[str, list[list[lines.Judged]]] = {form: [] for form in lines.FORMS}
    verdicts: list[metadata.Verdict] = []
    for fold in range(min(folds, FOLDS)):
        trained = _passes([page for page in corpus if page.fold != fold])
        with patch.object(scoring, "weights", return_value=trained):
            for truth in (truth for truth in pages() or () if truth.fold == fold):
                for form, found in judged.items():
                    found.append(list(lines.judged(truth, form)))
                verdicts += metadata.verdicts(truth)
    reached = {name: round(value, 4) for name, value in lines.figures(judged).items()} if folds else {}
    for name, value in (reached | metadata.shares(verdicts)).items():
        print(f"{name}: {value:.3f}")
    return reached


# --- training ------------------------------------------------------------------------------------------------


def _passes(corpus: Sequence[Page]) -> tuple[scoring.Passes, scoring.Passes]:
    """The weights of both passes, for the article and for the headline.

    The second pass learns from scores that the first gave pages it was not trained on.
    """
    plain: list[Page] = []
    trusted: list[Page] = []
    seen: list[Page] = []
    for part in (0, 1):
        others = [page for page in corpus if page.half != part]
        first = _trained(others, "B", _FIRST), _trained(others, "T", _HEADLINE)
        for page in (page for page in corpus if page.half == part):
            body, title = (scoring.scores(page.names, known) for known in first)
            names = scoring.with_neighbors(page.sight, body, title)
            informed = scoring.informed(page.sight, names, body, title)
            counts = _trusted(page, body)
            plain.append(replace(page, names=names))
            trusted.append(replace(page, counts=counts))
            seen.append(replace(page, names=informed, counts=_varied(page, counts)))
    return (
        (_rounded(_trained(trusted, "B", _FIRST)), _rounded(_trained(seen, "B", _SECOND))),
        (_rounded(_trained(corpus, "T", _HEADLINE)), _rounded(_trained(plain, "T", _HEADLINE))),
    )


def _trusted(page: Page, body: Sequence[float]) -> list[float]:
    """How much each row counts: little where the first pass contradicts its label and is sure of it."""
    return [
        _DOUBTED if (label == "J" and score > _SURELY_BODY) or (label == "B" and score < _SURELY_NOT) else 1.0
        for label, score in zip(page.labels, body, strict=True)
    ]


def _varied(page: Page, counts: Sequence[float]) -> list[float]:
    """Less for the variants: to the second pass they bring little that is new."""
    share = 1.0 if page.form in ("trim", "full") else _VARIANT
    return [count * share for count in counts]


def _trained(corpus: Iterable[Page], label: str, penalty: float) -> Weights:
    examples = [
        (names, truth == label, count)
        for page in corpus
        for names, truth, count in zip(page.names, page.labels, page.counts, strict=True)
        if truth != "-"
    ]
    seen, truths, counts = zip(*examples, strict=True)
    return fitted(seen, truths, counts, penalty)


def _rounded(weights: scoring.Weights) -> Weights:
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= _LEAST}


if __name__ == "__main__":
    main()
