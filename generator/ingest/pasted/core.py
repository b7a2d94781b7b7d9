"""What a row has to do with the rows that are surely the article: where it stands to them, what words it shares."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from generator.ingest.pasted.facts import Facts, step

_SURE = 1.5
_PROSE = 8
_NO_TITLE = -1.5
_FARTHEST = 27
# A row's length as a part of the usual one of the article's paragraphs.
_RELATIVE = (0.15, 0.35, 0.7, 1.4)


@dataclass(frozen=True, slots=True)
class Core:
    """The surely told part of a page.

    Attributes:
        sure: For each row, whether the first pass is sure that it belongs to the article.
        prose: The places of the sure rows that are long enough to be prose, from top to bottom.
        usual: The median length of these, in words.
        uses: In how many sure rows each content word stands.
        title: Which row looks most like the headline; None where none does.
        headline: Its content words.
    """

    sure: Sequence[bool]
    prose: Sequence[int]
    usual: int
    uses: Counter[str]
    title: int | None
    headline: frozenset[str]


def core(page: Sequence[Facts], body: Sequence[float], title: Sequence[float]) -> Core:
    """The core of the page by the scores of the first pass."""
    sure = [score > _SURE for score in body]
    prose = [at for at, fact in enumerate(page) if sure[at] and fact.size >= _PROSE]
    sizes = sorted(page[at].size for at in prose)
    uses = Counter(chain.from_iterable(fact.content for fact, certain in zip(page, sure, strict=True) if certain))
    best = max(range(len(title)), key=title.__getitem__, default=None)
    known = best if best is not None and title[best] > _NO_TITLE else None
    headline = page[known].content if known is not None else frozenset[str]()
    return Core(sure, prose, sizes[len(sizes) // 2] if sizes else 0, uses, known, headline)


def relations(page: Sequence[Facts], found: Core) -> list[list[str]]:
    """For each row the names of what it has to do with the core of its page."""
    return [_topic(fact, at, found) + _standing(fact, at, found) for at, fact in enumerate(page)]


def _topic(fact: Facts, at: int, found: Core) -> list[str]:
    """How many of the row's content words the rest of the core uses, and how many the headline."""
    form = f"{fact.length} {'sentence' if fact.sentence else 'open'}"
    own, uses = found.sure[at], found.uses
    shared = sum([uses[word] > own for word in fact.content])
    sixths = shared * 6 // len(fact.content) if fact.content else "?"
    names = [f"{sixths} sixths of words the article's, {form}", f"{min(shared, 6)} words the article's, {form}"]
    if found.title is not None and found.title != at and found.headline:
        place = "above" if at < found.title else "below"
        names.append(f"{min(len(fact.content & found.headline), 3)} words of the headline {place}, {form}")
    return names


def _standing(fact: Facts, at: int, found: Core) -> list[str]:
    """How far the row is from the core's prose, how much of it is above and below, how the lengths compare."""
    prose = found.prose
    if not prose:
        return ["no core"]
    above, below = bisect_left(prose, at), len(prose) - bisect_right(prose, at)
    up = at - prose[above - 1] if above else None
    down = prose[-below] - at if below else None
    form = "sentence" if fact.sentence else "open"
    relative = sum(fact.size >= part * found.usual for part in _RELATIVE)
    return [
        f"core {_steps(up)} up, {form}",
        f"core {_steps(down)} down, {form}",
        f"core {_near(up)} up, {_near(down)} down, {fact.sketch}",
        f"length {relative} beside the core, {form}",
        f"core {min(5, above)} above, {min(5, below)} below",
        f"core of {step(len(prose))}, {form}",
        f"core {below * 5 // len(prose)} fifths below",
    ]


def _steps(distance: int | None) -> str:
    return "never" if distance is None else str(step(min(distance, _FARTHEST)))


def _near(distance: int | None) -> str:
    return "never" if distance is None else str(min(distance, 3))
