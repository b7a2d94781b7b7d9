"""Measure the search: `python -m tests.bench.search [--scale N]`; exits with 1 where a figure is worse than pinned.

Without a browser, or without the judged collections, what needs them is skipped and said to be.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.search import asking, firefox, folder, invented, judged, known
from tests.bench.search.building import Building, building
from tests.bench.search.limits import LIMITS

KNOWN = 200
"""Questions with one right answer."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is measured and how it came out; what cannot be measured here has a reason instead of a value."""

    name: str
    value: float | None
    note: str = ""


def relevance(started: Browser) -> Iterator[Figure]:
    """How good the first ten are, and how many questions go without an answer, on two collections."""
    unanswered = 0
    for name in ("cranfield", "cisi"):
        found = judged.collection(name)
        if found is None:
            yield Figure(f"nDCG@10, {name}", None, "the collection is not here (see $BRIEFING_CORPORA)")
            continue
        with tempfile.TemporaryDirectory() as where:
            folder.write(Path(where), folder.pages(judged.archive(found.articles)))
            with asking.page(started, f"{Path(where).as_uri()}/") as page:
                answers = asking.answers(page, found.questions)
        gains = [judged.ndcg(each, grades) for each, grades in zip(answers, found.grades, strict=True)]
        unanswered += sum(not each for each in answers)
        yield Figure(f"nDCG@10, {name}", sum(gains) / len(gains), f"{len(gains)} questions")
    yield Figure("questions without an answer", unanswered)


def typing_errors(started: Browser) -> Iterator[Figure]:
    """How often the article that is meant stays among the first ten when a word is mistyped."""
    articles = known.articles()
    if not articles:
        yield Figure("typing errors", None, "the articles are not here (see $BRIEFING_CORPORA)")
        return
    asked = known.questions(articles, KNOWN)
    with tempfile.TemporaryDirectory() as where:
        folder.write(Path(where), folder.pages(judged.archive(articles)))
        with asking.page(started, f"{Path(where).as_uri()}/") as page:

            def hits(questions: Sequence[known.Question]) -> int:
                answers = asking.answers(page, [each.text for each in questions])
                return sum(each.meant in found for each, found in zip(questions, answers, strict=True))

            right = hits(asked)
            yield Figure("known article in the first ten", right / len(asked), f"{len(asked)} questions of three words")
            for name, first in (("a typing error", False), ("a typing error in the first letter", True)):
                wrong = [known.mistyped(each, number, first=first) for number, each in enumerate(asked)]
                yield Figure(f"{name}, against none", hits(wrong) / right, wrong[0].text)
            alone = [known.single(each) for each in asked if max(map(len, each.words)) >= known.LONG]
            right = hits(alone)
            for name, first in (("a typing error", False), ("a typing error in the first letter", True)):
                wrong = [known.mistyped(each, number, first=first) for number, each in enumerate(alone)]
                yield Figure(f"{name} in the only word", hits(wrong) / right, f"{right} of {len(alone)} without")


def size_and_speed(started: Browser | None, number: int) -> Iterator[Figure]:
    """What an archive of so many articles takes to index and to ask."""
    with tempfile.TemporaryDirectory() as where:
        built = building(number, Path(where))
        yield from _built(built, number)
        if started is None:
            return
        with folder.served(Path(where)) as address:
            for way, root in (("http", address), ("disk", f"{Path(where).as_uri()}/")):
                yield from _asked(started, root, Path(where), built, f"{number:,}, {way}")
        if firefox.program() is None:
            yield Figure("Firefox from disk", None, "no Firefox found")
        else:
            answer = firefox.found(Path(where), built.titles[0].split()[0])
            yield Figure("Firefox from disk, results", float(answer) if answer.isdecimal() else 0.0, answer)


def _built(built: Building, number: int) -> Iterator[Figure]:
    yield Figure(f"index / text, {number:,}", built.index / built.text)
    yield Figure(f"files, {number:,}", built.files)
    yield Figure(f"processor seconds, {number:,}", built.seconds)
    yield Figure(
        f"megabytes of memory, {number:,}", built.megabytes, f"{built.articles:.0f} of them before indexing began"
    )


def _asked(started: Browser, root: str, where: Path, built: Building, name: str) -> Iterator[Figure]:
    """The first question on a page, of several kinds; then letter by letter."""
    colds = {text: asking.cold(started, root, where, text) for text in _questions(built)}
    times = [each.milliseconds for each in colds.values()]
    slowest = max(colds, key=lambda text: colds[text].milliseconds)
    largest = max(colds, key=lambda text: colds[text].size)
    yield Figure(f"first results, ms, {name}", asking.middle(times), f"at worst {max(times):.0f} ({slowest})")
    yield Figure(f"of the page's processor, ms, {name}", asking.middle([each.processor for each in colds.values()]))
    sizes = [each.size / 1000 for each in colds.values()]
    yield Figure(f"loaded for them, kB, {name}", asking.middle(sizes))
    yield Figure(f"loaded at worst, kB, {name}", max(sizes), f"{colds[largest].files} files ({largest})")
    spent = [
        each for text in (built.titles[0][:24], built.titles[1][:24]) for each in asking.keystrokes(started, root, text)
    ]
    yield Figure(f"a letter more, ms, {name}", asking.middle(spent), f"at worst {max(spent):.0f}")


def _questions(built: Building) -> tuple[str, ...]:
    """Questions as readers put them: one word, frequent or rare, some, a headline, a sentence."""
    words = invented.vocabulary()
    rare = built.titles[2].split()
    return (
        words[150],
        words[1500],
        f"{words[1000]} {words[7000]}",
        " ".join(rare[:3]),
        built.titles[3],
        f"what is the {words[900]} of {words[4000]} in {words[2500]}",
    )


def shown(figure: Figure) -> bool:
    """Print a figure; whether it keeps to what is pinned."""
    if figure.value is None:
        print(f"{figure.name:<52}  skipped: {figure.note}")
        return True
    pinned = LIMITS.get(figure.name)
    kept = pinned is None or pinned.keeps(figure.value)
    print(
        f"{figure.name:<52} {figure.value:9.3f}  {pinned or '':<12} {figure.note}{'' if kept else '  NOT KEPT'}",
        flush=True,
    )
    return kept


def main() -> None:
    """Measure and print every figure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--scale", type=int, default=10_000, metavar="N", help="articles of the invented archive")
    parser.add_argument("--only", choices=["relevance", "typing", "scale"], help="one part of it")
    arguments = parser.parse_args()
    with asking.browser() as started:
        if started is None:
            print("no Chromium found: only the making of the index is measured")
        figures: list[Iterator[Figure]] = []
        if started and arguments.only in {None, "relevance"}:
            figures.append(relevance(started))
        if started and arguments.only in {None, "typing"}:
            figures.append(typing_errors(started))
        if arguments.only in {None, "scale"}:
            figures.append(size_and_speed(started, arguments.scale))
        kept = [shown(figure) for part in figures for figure in part]
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
