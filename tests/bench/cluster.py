"""A cluster of two workers on this machine against two processes: `python -m tests.bench.cluster [ARTICLES]`.

Builds an invented archive from nothing, by turns with the one and with the other, and prints the median of the ratios
of the times; exits with 1 where it is above its ceiling. The cluster is there already when its time begins, as it is
for whoever has one; the processes are started, as they are by every build. Needs the extra `cluster`.
"""

import logging
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from generator import build, read
from tests.bench import archive

CEILING = 1.3
ROUNDS = 3


@contextmanager
def cluster() -> Iterator[str]:
    """The address of the scheduler of a cluster of two workers of one thread, reachable from this machine only."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=logging.CRITICAL
    ) as local:
        yield local.scheduler_address


def seconds(root: Path, executor: Executor) -> float:
    """How long it takes to build the archive from nothing."""
    archive.forget(root)
    begin = perf_counter()
    build.build(read.site(root), executor)
    return perf_counter() - begin


def measured(root: Path, address: str) -> tuple[float, float]:
    """Seconds with the processes, and with the cluster."""
    with build.workers(2) as processes:
        ours = seconds(root, processes)
    with build.workers(2, address) as remote:
        theirs = seconds(root, remote)
    print(f"processes {ours:6.1f}   cluster {theirs:6.1f}   ratio {theirs / ours:.2f}", flush=True)
    return ours, theirs


def main() -> None:
    """Measure and print the ratio."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder, cluster() as address:
        root = Path(folder) / "archive"
        archive.write(number, root, entities=max(10, number // 10))
        with build.workers(2, address) as remote:
            remote.submit(abs, 1).result()
        ratio = median(theirs / ours for ours, theirs in (measured(root, address) for _ in range(ROUNDS)))
    print(f"cluster / processes {ratio:.2f}  ≤ {CEILING:.2f}")
    sys.exit(ratio > CEILING)


if __name__ == "__main__":
    main()
