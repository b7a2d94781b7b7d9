"""What a build takes as an archive grows: `python -m tests.bench.growth 500 1000 2000`.

For each number of articles it makes an archive, a tenth as many entities, and generates its pages three times: cold,
with nothing changed, and with one article added. All is done by this one process, so that its processor seconds are
those of the whole work; the memory is the most that it had so far. Dividing two rows tells whether anything grows
faster than the archive.

With `--whole` the site is built from nothing instead, by whole processes as a user starts them, which tell what each
stage took. Where ten times as many articles take more than eleven times as long, the exit code is 1:
`python -m tests.bench.growth --whole 1000 10000 100000`.
"""

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import log10
from pathlib import Path
from time import perf_counter, process_time

from generator import build, read
from generator.model import Site
from tests.bench import archive
from tests.bench.others import counted
from tests.bench.processes import Run, timed
from tests.scratch import ARTICLE

CEILING = 11.0
"""How many times as long a whole build of ten times as many articles may take."""

_NEW = "content/articles/2019/2019-05-05-one-more.txt"


def grown(number: int) -> None:
    """Measure an archive of so many articles, and print a line for each build."""
    with tempfile.TemporaryDirectory() as folder:
        root = _archive(number, Path(folder))
        for name, change in _CHANGES.items():
            change(root)
            begin, clock = process_time(), perf_counter()
            changed = _built(read.site(root))
            took = process_time() - begin
            print(
                f"{number:>8} {name:<8} {took:>9.2f} {perf_counter() - clock:>9.2f} {changed:>8} {_peak():>7}",
                flush=True,
            )


_CHANGES: dict[str, Callable[[Path], object]] = {
    "cold": lambda _root: None,
    "nothing": lambda _root: None,
    "one": lambda root: (root / _NEW).write_text(f"One more lantern\nMay 5, 2019\n\n{ARTICLE}", "utf-8"),
}


def _archive(number: int, folder: Path) -> Path:
    root = folder / "archive"
    archive.write(number, root, entities=max(10, number // 10))
    return root


def _built(site: Site) -> int:
    with build.workers(1) as executor:
        return len(build.generate(site, executor).changes.written)


def _peak() -> int:
    """Megabytes that this process has had at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def whole(number: int, folder: Path) -> Run:
    """Build the site of so many articles from nothing in this folder, and print what it told."""
    home = str(Path(__file__).parents[2])
    with tempfile.TemporaryFile() as said:
        root = _archive(number, folder)
        command = [sys.executable, "-m", "generator", "build", "--timings"]
        run = counted(timed(f"{number:,}", command, root, said=said, PYTHONPATH=home), root / "docs", root / "site")
        said.seek(0)
        print(said.read().decode(), flush=True)
    return run


def table(numbers: Sequence[int], runs: Sequence[Run]) -> Iterator[str]:
    """What was measured, as a Markdown table, to be put into the guide."""
    yield "| Articles | Pages | Seconds | Processor seconds | Largest process | For ten times as many |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    for run, factor in zip(runs, ["", *(f"{each:.1f}" for each in _tenfold(numbers, runs))], strict=True):
        took = f"{run.wall:.1f} | {run.processor:.1f} | {run.megabytes:.0f} MB"
        yield f"| {run.name} | {run.pages:,} | {took} | {factor} |"


def _tenfold(numbers: Sequence[int], runs: Sequence[Run]) -> list[float]:
    """For each run but the first, how many times as long ten times as many articles take, told from the run before.

    A step that is not tenfold is taken for a part of one: time grows as a power of the number.
    """
    steps = zip(pairwise(numbers), pairwise(runs), strict=True)
    return [(after.wall / before.wall) ** (1 / log10(more / fewer)) for (fewer, more), (before, after) in steps]


def main() -> None:
    """Measure and print; exit with 1 where whole builds grow faster than they may."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("articles", type=int, nargs="+", help="how many, the fewest first")
    parser.add_argument("--whole", action="store_true", help="build whole sites; 100,000 articles take twenty minutes")
    asked = parser.parse_args()
    if not asked.whole:
        print(f"{'articles':>8} {'build':<8} {'processor':>9} {'clock':>9} {'written':>8} {'MB':>7}")
        for number in asked.articles:
            grown(number)
        return
    # Nothing is removed before the end: ext4 takes long to make files where others were removed in the last minutes.
    with tempfile.TemporaryDirectory() as folder:
        runs = [whole(number, Path(folder) / str(number)) for number in asked.articles]
    print("\n".join(table(asked.articles, runs)))
    sys.exit(any(each > CEILING for each in _tenfold(asked.articles, runs)))


if __name__ == "__main__":
    main()
