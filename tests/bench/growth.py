"""What a build takes as an archive grows: `python -m tests.bench.growth 1000 10000 100000`.

For each number of articles it makes an archive and generates its pages three times: cold, with nothing changed, and
with one article added. All is done by this one process, so that its processor seconds are those of the whole work; the
memory is the most that it had so far. Dividing two rows tells whether anything grows faster than the archive. With
`--publish` the site is built too.
"""

import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from generator import build, publish, read
from generator.model import Site
from tests.bench import archive
from tests.scratch import ARTICLE

_NEW = "content/articles/2019/2019-05-05-one-more.txt"


def grown(number: int, *, published: bool) -> None:
    """Measure an archive of so many articles, and print a line for each build."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        archive.write(number, root, entities=max(10, number // 10))
        for name, change in _CHANGES.items():
            change(root)
            begin, clock = process_time(), perf_counter()
            changed = _built(read.site(root), published=published)
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


def _built(site: Site, *, published: bool) -> int:
    with build.workers(1) as executor:
        report = build.generate(site, executor)
        if published:
            publish.site(site, executor)
    return len(report.changes.written)


def _peak() -> int:
    """Megabytes that this process has had at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    print(f"{'articles':>8} {'build':<8} {'processor':>9} {'clock':>9} {'written':>8} {'MB':>7}")
    for given in sys.argv[1:]:
        if given != "--publish":
            grown(int(given), published="--publish" in sys.argv)
