"""Publishing a whole archive, paired with plain MkDocs: `python -m tests.bench.publishing [--articles N]`.

One run makes an archive (`tests.bench.archive`) and times whole processes, one after another, as a user starts them:
ours from nothing on one processor, with one worker, and as it comes; with one article more, and with nothing changed;
then plain MkDocs with Material and its search on the same pages, and Hugo and Zensical where they are installed. Only
ratios of one run are worth comparing.

With `--json build-times.json --svg docs/images/build-times.svg` it leaves what the guide shows.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench import archive, chart
from tests.bench.others import PROGRAMS, counted
from tests.bench.processes import Run, on_one_processor, timed

CEILINGS = {"cold": 0.35, "one article more": 0.04, "nothing changed": 0.01}
"""Of the time of plain MkDocs: what 10,000 articles reach, with some room."""

MEMORY = 400
"""Megabytes of the largest process of any of our builds of 10,000 articles."""

TWICE = 1.7
"""How many times as fast two processors are as one, at least."""

LIMIT = 600.0
"""Seconds after which another's build is ended."""

_EXTRA = """The lantern of Eastbank was lit again on Friday, the harbor's keeper said.

It had stood in the dark for eleven years, and nobody had asked for it in all that time.
"""


def ours(root: Path) -> Iterator[Run]:
    """Our builds, in the order of an editor's day."""
    with on_one_processor():
        yield _build(root, "cold, one processor")
    archive.forget(root)
    yield _build(root, "cold, one worker", "--jobs", "1")
    archive.forget(root)
    yield _build(root, "cold")
    extra = root / "content" / "articles" / "2026" / "2026-01-02-lantern.txt"
    extra.parent.mkdir(parents=True, exist_ok=True)
    extra.write_text(_EXTRA)
    yield _build(root, "one article more")
    yield _build(root, "nothing changed")


def _build(root: Path, name: str, *options: str) -> Run:
    home = str(Path(__file__).parents[2])
    run = timed(name, [sys.executable, "-m", "generator", "build", *options], root, PYTHONPATH=home)
    return counted(run, root / "docs", root / "site")


def others(root: Path, scratch: Path, wanted: Sequence[str], limit: float) -> Iterator[Run]:
    """Builds of the same pages by those that are wanted and installed."""
    for name in wanted:
        run = PROGRAMS[name](root, scratch, limit)
        if run:
            yield run
        else:
            print(f"{name} is not installed", file=sys.stderr)


def main() -> None:
    """Measure, print, and exit with 1 where anything takes longer or more than it may."""
    asked = _asked()
    wanted = [name for name in asked.only or PROGRAMS if name not in (asked.without or ())]
    runs: dict[str, Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        root, scratch = Path(folder) / "archive", Path(folder)
        archive.write(asked.articles, root, asked.entities)
        for each in (ours(root), others(root, scratch, wanted, asked.limit)):
            for run in each:
                print(f"{run.name}: {run.wall:.1f} s", file=sys.stderr, flush=True)
                runs[run.name] = run
    result = {"articles": asked.articles, "processors": os.cpu_count(), "runs": [asdict(run) for run in runs.values()]}
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1) + "\n")
    if asked.svg:
        asked.svg.write_text(chart.drawn(result) + "\n")
    print("\n".join(table(runs)))
    failed = [*_above(runs), *_large(runs, asked.articles), *_slow(runs)]
    print(f"\nBelow what it has to be: {', '.join(failed) or 'nothing'}.")
    sys.exit(bool(failed))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.publishing", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many (default: 10,000; takes ten minutes)")
    parser.add_argument("--entities", type=int, default=1000)
    parser.add_argument("--only", nargs="*", choices=PROGRAMS, help="of the others, these only")
    parser.add_argument("--without", nargs="*", choices=PROGRAMS, help="of the others, these not")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds that each of the others may take")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--svg", type=Path, help="where to draw the picture")
    return parser.parse_args()


def _above(runs: Mapping[str, Run]) -> list[str]:
    measure = runs.get("plain MkDocs")
    found = ((name, runs[name].wall, most) for name, most in CEILINGS.items())
    return [name for name, wall, most in found if measure and wall / measure.wall > most]


def _large(runs: Mapping[str, Run], articles: int) -> list[str]:
    ours = (run for run in runs.values() if run.name.startswith("cold") or run.name in CEILINGS)
    return [f"memory, {run.name}" for run in ours if run.megabytes > MEMORY and articles <= 10_000]


def _slow(runs: Mapping[str, Run]) -> list[str]:
    faster = runs["cold, one processor"].wall / runs["cold"].wall
    return ["two processors"] if os.cpu_count() == 2 and sys.platform == "linux" and faster < TWICE else []


def table(runs: Mapping[str, Run]) -> Iterator[str]:
    """What was measured, as a Markdown table, to be put into the guide."""
    measure = runs.get("plain MkDocs")
    yield "| | Seconds | Of plain MkDocs | Processor seconds | Largest process | Pages |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for run in runs.values():
        wall = f"{run.wall:.1f}" if run.whole else f"more than {run.wall:.0f}"
        ratio = f"{run.wall / measure.wall:.3f}".lstrip("0") if measure and run.whole else ""
        yield f"| {run.name} | {wall} | {ratio} | {run.processor:.1f} | {run.megabytes:.0f} MB | {run.pages:,} |"
    for one in ("cold, one processor", "cold, one worker"):
        yield f"\n{runs[one].wall / runs['cold'].wall:.2f} times as fast as {one.removeprefix('cold, ')}."


if __name__ == "__main__":
    main()
