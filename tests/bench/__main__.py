"""Measure speed: `python -m tests.bench`; exits with 1 where a ratio is above its ceiling.

Each ratio sets our time against that of a known piece of work done in the same run on the same articles, so that a
slow or busy machine changes both. The median of several rounds counts.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from time import process_time

from markdown import Markdown

from generator import build, ingest, read, relate, render, understand
from generator import init as founding
from generator.model import Archive, Article, Authority, Settings, Source
from tests.bench.articles import articles

ROUNDS = 5
MANY = 200
"""Articles that are related and rendered."""


@dataclass(frozen=True)
class Ratio:
    """What is measured, how it came out, and the most it may be."""

    name: str
    value: float
    ceiling: float
    note: str = ""


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    begin = process_time()
    work()
    return process_time() - begin


def understanding() -> Ratio:
    """Understanding an article of 450 words, against rendering the same text with Python-Markdown."""
    sources = list(articles(150))
    texts = [source.data.decode() for source in sources]
    _understand(sources[:5])
    rounds = [(seconds(lambda: _understand(sources)), seconds(lambda: _render(texts))) for _ in range(ROUNDS)]
    speed = len(sources) / median(ours for ours, _ in rounds)
    value = median(ours / theirs for ours, theirs in rounds)
    return Ratio("understanding / Python-Markdown", value, CEILINGS["understanding"], f"{speed:.0f} articles a second")


def _understand(sources: list[Source]) -> None:
    with build.workers(1) as here:
        understand.articles(ingest.articles(sources, here), Authority(), here)


def _render(texts: list[str]) -> None:
    renderer = Markdown(extensions=["tables", "toc"])
    for text in texts:
        renderer.reset().convert(text)


def relating() -> Ratio:
    """Finding related articles, copies, versions, appearances and the timeline, against rendering the texts."""
    return _per_article("relating", lambda: _related(_understood()))


def rendering() -> Ratio:
    """Making the pages, against rendering the texts."""
    archive = _related(_understood())
    sources = read.templates(read.site(Path(__file__).parents[2]))
    return _per_article("rendering", lambda: list(render.pages(archive, (), (), sources, Settings())))


def _per_article(name: str, work: Callable[[], object]) -> Ratio:
    texts = [source.data.decode() for source in articles(MANY)]
    work()
    rounds = [(seconds(work), seconds(lambda: _render(texts))) for _ in range(ROUNDS)]
    spent = 1000 * median(ours for ours, _ in rounds) / MANY
    value = median(ours / theirs for ours, theirs in rounds)
    return Ratio(f"{name} / Python-Markdown", value, CEILINGS[name], f"{spent:.2f} ms an article")


@cache
def _understood() -> tuple[Article, ...]:
    sources = list(articles(MANY))
    with build.workers(1) as here:
        return tuple(understand.articles(ingest.articles(sources, here), Authority(), here))


def _related(found: tuple[Article, ...]) -> Archive:
    return relate.archive(found, understand.known(understand.named(found), Authority()))


def nothing_changed() -> Ratio:
    """Generating the pages again after no change, against generating them the first time."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        founding.archive(root)
        for source in articles(150):
            path = root / source.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.data)
        site = read.site(root)
        with build.workers(1) as here:
            first = seconds(lambda: build.generate(site, here))
            again = median(seconds(lambda: build.generate(site, here)) for _ in range(3))
    return Ratio("generating again / the first time", again / first, CEILINGS["again"])


CEILINGS = {"understanding": 14.0, "relating": 4.5, "rendering": 2.5, "again": 0.6}


def main() -> None:
    """Measure and print every ratio."""
    ratios = [understanding(), relating(), rendering(), nothing_changed()]
    for ratio in ratios:
        failed = "" if ratio.value <= ratio.ceiling else "  ABOVE ITS CEILING"
        print(f"{ratio.name:<42} {ratio.value:6.2f}  ≤ {ratio.ceiling:.2f}  {ratio.note}{failed}")
    sys.exit(any(ratio.value > ratio.ceiling for ratio in ratios))


if __name__ == "__main__":
    main()
