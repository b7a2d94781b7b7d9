"""How much a row looks like a part of the article, or like its headline: sums of weights, a name for each."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

from generator.ingest.pasted.boilerplate import boilerplate
from generator.ingest.pasted.core import core, relations
from generator.ingest.pasted.features import ITEM, Features, Kin, Sight

Weights = Mapping[str, float]
Passes = tuple[Weights, Weights]
"""The weights of the first pass, and those of the second, which also sees what the first one found."""

_HIGHEST = 4
_REACH = 4
_NO_TITLE = -1.5
_NO_WEIGHT = repeat(0.0)


@cache
def weights() -> tuple[Passes, Passes]:
    """The weights for the article, and those for its headline; trained by `tests/quality/train_lines.py`."""
    known = json.loads(files("generator.ingest.pasted").joinpath("weights.json").read_text("utf-8"))
    return (known["body"][0], known["body"][1]), (known["title"][0], known["title"][1])


def passed(page: Sight, body: Passes, title: Passes) -> tuple[list[float], list[float]]:
    """For every row how much it looks like the article, and like its headline, after both passes; above 0 is yes."""
    first = scores(page.names, body[0]), scores(page.names, title[0])
    seen = with_neighbors(page, *first)
    return _evened(scores(informed(page, seen, *first), body[1]), page.kin), scores(seen, title[1])


def _evened(scored: Sequence[float], kin: Sequence[Kin]) -> list[float]:
    """The scores, those of list items halfway to the mean of their list: its items mostly share their fate."""
    members: dict[int, list[float]] = defaultdict(list)
    for (block, style), score in zip(kin, scored, strict=True):
        if style.startswith(ITEM):
            members[block].append(max(-_HIGHEST, min(_HIGHEST, score)))
    means = {block: sum(values) / len(values) for block, values in members.items()}
    return [(score + means.get(block, score)) / 2 for (block, _), score in zip(kin, scored, strict=True)]


def scores(found: Sequence[Features], known: Weights) -> list[float]:
    """The sum of the weights of every row's features, the logarithm of its odds."""
    return [sum(map(known.get, names, _NO_WEIGHT)) for names in found]


def informed(page: Sight, names: Sequence[Features], body: Sequence[float], title: Sequence[float]) -> list[Features]:
    """These names of every row, with its words of boilerplate and what it has to do with the article's surest rows."""
    article = relations(page.facts, core(page.facts, body, title))
    return [
        (*known, *boilerplate(fact.words, fact.length), *more)
        for known, fact, more in zip(names, page.facts, article, strict=True)
    ]


def with_neighbors(page: Sight, body: Sequence[float], title: Sequence[float]) -> list[Features]:
    """The features of every row, with how the first pass scored it, the rows around it, and those of its kin."""
    grades = ["edge"] * _REACH + [_grade(score) for score in body] + ["edge"] * _REACH
    signs = [max(-1.0, min(1.0, score / 2)) for score in body]
    best = max(range(len(title)), key=title.__getitem__, default=0)
    relatives = _relatives(page.kin, body)
    return [
        (
            *names,
            *_context(grades, signs, at),
            *_from_title(at - best, title[at], title[best]),
            *relatives[at],
        )
        for at, names in enumerate(page.names)
    ]


def _grade(score: float) -> str:
    return str(max(-_HIGHEST, min(_HIGHEST, round(score))))


def _context(grades: Sequence[str], signs: Sequence[float], place: int) -> list[str]:
    here = place + _REACH
    above = signs[max(0, place - _REACH) : place]
    below = signs[place + 1 : place + 1 + _REACH]
    return [
        f"score {grades[here]}",
        f"score above {grades[here - 1]}",
        f"score above2 {grades[here - 2]}",
        f"score below {grades[here + 1]}",
        f"score below2 {grades[here + 2]}",
        f"scores above {_level(above)}, below {_level(below)}",
    ]


def _level(signs: Sequence[float]) -> int:
    return round(2 * sum(signs) / len(signs)) if signs else -9


def _from_title(distance: int, own: float, best: float) -> list[str]:
    """Where the row stands from the row that looks most like a headline, if one does."""
    if best < _NO_TITLE:
        return ["no headline", f"headline score {_grade(own)}"]
    place = "above" if distance < 0 else f"{min(distance, 4)} below"
    return [f"{place} headline", f"headline score {_grade(own)}"]


def _relatives(kin: Sequence[Kin], body: Sequence[float]) -> list[tuple[str, str]]:
    """How the first pass scored the row's block, and all rows of its style, on the average."""
    members: dict[int | str, list[float]] = defaultdict(list)
    for (block, style), score in zip(kin, body, strict=True):
        members[block].append(max(-_HIGHEST, min(_HIGHEST, score)))
        members[style].append(max(-_HIGHEST, min(_HIGHEST, score)))
    means = {group: (_grade(sum(values) / len(values)), len(values)) for group, values in members.items()}
    return [
        (
            f"block of {min(means[block][1], 3)} scores {means[block][0]}",
            f"style of {min(means[style][1], 4)} scores {means[style][0]}",
        )
        for block, style in kin
    ]
