"""A cluster gives the bytes of one process, also when a worker dies, and a line says so when it is not there."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from generator import build
from generator.batches import Packed
from generator.cluster import Cluster
from generator.model import Site
from tests import poison, scratch

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

pytestmark = pytest.mark.filterwarnings("ignore::Warning")  # Dask's own, about ports and processes that end


@contextmanager
def cluster(workers: int = 2) -> Iterator[Executor]:
    """A cluster of so many processes, each with a nanny that starts it again."""
    with (
        distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=50,
        ) as local,
        build.workers(1, local.scheduler_address) as executor,
    ):
        yield executor


class Mortal(Executor):
    """An executor whose first worker dies while it is at work."""

    def __init__(self, inner: Any, mark: Path) -> None:
        """Have the work done by this executor; the mark is the file that tells that one has died."""
        self._inner, self._mark = inner, str(mark)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As the inner executor's."""
        found: Future[Any] = self._inner.submit(fn, *args, **kwargs)
        return found

    def guarded(self, work: Callable[..., Any], batch: Any) -> Future[Any]:
        """The work, by a worker that may die."""
        found: Future[Any] = self._inner.guarded(dying_once, self._mark, work, batch)
        return found


def dying_once(mark: str, work: Callable[..., Any], batch: Any) -> Any:
    """The work, unless nobody has died of it yet."""
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return work(batch)
    os._exit(1)


def pages(site: Site) -> dict[str, bytes]:
    with build.workers(1) as executor:
        build.generate(site, executor)
    found = scratch.tree(site.archive)
    build.clean(site)
    (site.root / build.CACHE / "understood.sqlite").unlink()
    return found


def test_a_worker_that_dies_in_the_middle_costs_only_its_work(crowded: Site, tmp_path: Path) -> None:
    expected = pages(crowded)
    with cluster() as executor:
        build.generate(crowded, Mortal(executor, tmp_path / "mark"))
    assert (tmp_path / "mark").exists()
    assert scratch.tree(crowded.archive) == expected


def test_a_text_that_kills_every_worker_is_set_aside_by_name(crowded: Site) -> None:
    scratch.put(crowded.content / "articles", {"2021/bad.txt": f"A poison exit. {scratch.ARTICLE}"})
    with cluster() as executor:
        report = build.generate(crowded, poison.Poisoned(executor))
    assert report.set_aside == ("content/articles/2021/bad.txt",)


def test_what_many_tasks_need_goes_not_with_each_and_is_there_again_when_all_who_had_it_are_dead(
    tmp_path: Path, sent: list[object]
) -> None:
    with cluster(workers=1) as executor:
        shared, mark = Packed("shared"), str(tmp_path / "mark")
        futures = [executor.submit(partial(dying_once, mark, attrgetter("value")), shared) for _ in range(20)]
        assert [future.result(timeout=120) for future in futures] == ["shared"] * 20
    assert Path(mark).exists()
    assert 1 <= len(sent) <= 3  # Dask packs one call more than once


class Forgetful:
    """A client of a scheduler that says of the first calls that they are done, and never has what came of them."""

    def __init__(self, lost: int) -> None:
        """Lose so many results."""
        self.asked, self._lost = 0, lost

    def scheduler_info(self) -> dict[str, Any]:
        """What a scheduler with one worker says."""
        return {"workers": {"one": {}}}

    def submit(self, fn: Callable[..., Any], *args: Any, pure: bool) -> "Forgetful":
        """The call, which is done at once."""
        assert not pure
        self.asked, self._made = self.asked + 1, fn(*args)
        return self

    def add_done_callback(self, told: Callable[["Forgetful"], None]) -> None:
        """Tell that the last call is done, as in a thread of its own: what goes wrong there nobody hears."""
        with suppress(Exception):
            told(self)

    def result(self, timeout: float) -> Any:
        """What came of it, if it arrives."""
        assert timeout
        if self.asked <= self._lost:
            raise TimeoutError
        return self._made


def test_a_result_that_never_arrives_is_made_again_but_not_for_ever() -> None:
    client = Forgetful(lost=2)
    assert Cluster(client).submit(len, "four").result(timeout=1) == 4
    assert client.asked == 3
    lasting = Forgetful(lost=99)
    with pytest.raises(TimeoutError):
        Cluster(lasting).submit(len, "four").result(timeout=1)
    assert lasting.asked == 4


class Leaving(Forgetful):
    """A client whose scheduler is gone when it is asked again."""

    def submit(self, fn: Callable[..., Any], *args: Any, pure: bool) -> Forgetful:
        """The first call; no other."""
        if self.asked:
            raise ConnectionError("gone")
        return super().submit(fn, *args, pure=pure)


def test_whoever_waits_is_told_that_a_call_cannot_be_made_again() -> None:
    with pytest.raises(ConnectionError, match="gone"):
        Cluster(Leaving(lost=99)).submit(len, "four").result(timeout=1)


def test_where_no_scheduler_is_one_line_says_so(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": scratch.ARTICLE})
    for address, cause in (("tcp://127.0.0.1:9", "does not answer"), ("nonsense://x", "nonsense")):
        result = scratch.briefing("build", "--scheduler", address, cwd=site.root)
        assert result.returncode == 1
        assert "Traceback" not in result.stderr
        (line,) = [line for line in result.stderr.splitlines() if line.strip()]
        assert line.startswith(f"error: no scheduler is at {address}: ")
        assert cause in line
    assert not site.output.exists()


def test_a_scheduler_without_workers_is_told_in_a_line() -> None:
    with (
        distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as local,
        pytest.raises(ConnectionError, match="has no workers"),
        build.workers(1, local.scheduler_address),
    ):
        pass
