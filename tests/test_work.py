"""Who does the work: one text that kills its process is set aside by name, and nothing else is lost."""

import os
import subprocess
import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from time import sleep

import pytest

from generator import build, work
from generator.batches import DiedError, Packed
from generator.limits import Limits
from generator.work import Processes
from tests import poison, scratch

LIMITS = Limits(seconds=1, memory=512 * 1024**2)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there, no process is limited")


@pytest.mark.parametrize(("kind", "reason"), poison.TEXTS.items())
def test_a_poison_article_is_set_aside_by_name_and_reason(tmp_path: Path, kind: str, reason: str) -> None:
    files = {f"articles/2019/note-{n}.txt": f"Note {n}. {scratch.ARTICLE}" for n in range(3)}
    site = scratch.archive(tmp_path / "archive", {**files, "articles/2019/bad.txt": f"A poison {kind}. {files}"})
    with Processes(1, LIMITS) as processes:
        report = build.generate(site, poison.Poisoned(processes))
    assert len(report.published) == 3
    (problem,) = [problem for problem in report.problems if problem.severity == "error"]
    assert (problem.path, problem.code) == ("content/articles/2019/bad.txt", "stopped")
    assert reason in problem.message
    assert "bad.txt" in (site.archive / "status.md").read_text("utf-8").replace("\\", "")


def test_of_200_articles_with_2_poisonous_ones_198_are_published_and_2_named(tmp_path: Path) -> None:
    files = {f"articles/2019/note-{n:03}.txt": f"Note {n}. {scratch.ARTICLE}" for n in range(200)}
    for name, kind in (("articles/2019/note-007.txt", "exit"), ("articles/2019/note-107.txt", "crash")):
        files[name] += f"\n\nA poison {kind}.\n"
    site = scratch.archive(tmp_path / "archive", files)
    with Processes(2, LIMITS) as processes:
        report = build.generate(site, poison.Poisoned(processes))
    assert len(report.published) == 198
    assert report.set_aside == ("content/articles/2019/note-007.txt", "content/articles/2019/note-107.txt")


def test_what_was_set_aside_is_tried_again_by_the_next_build(tmp_path: Path) -> None:
    """It may have been the machine's fault."""
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": f"A poison exit. {scratch.ARTICLE}"})
    with Processes(1) as processes:
        assert build.generate(site, poison.Poisoned(processes)).set_aside
    assert scratch.generated(site).published


def test_a_task_whose_process_dies_fails_alone() -> None:
    with Processes(2) as processes:
        sound = [processes.submit(abs, number) for number in range(8)]
        dead = processes.submit(os._exit, 3)
        sound += [processes.submit(abs, number) for number in range(8, 16)]
        assert [future.result() for future in sound] == list(range(16))
        with pytest.raises(DiedError, match="code 3"):
            dead.result()


def test_what_a_task_raises_is_raised_where_its_result_is_asked_for() -> None:
    with Processes(1) as processes:
        with pytest.raises(ValueError, match="invalid literal"):
            processes.submit(int, "x").result()
        with pytest.raises(TypeError, match="cannot travel"):
            processes.submit(open, os.devnull).result()


def test_leaving_with_an_error_waits_for_nothing() -> None:
    processes = Processes(1)
    futures = [processes.submit(sleep, 600) for _ in range(3)]
    processes.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert all(future.done() for future in futures)


def test_no_process_is_started_where_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(work, "_started", lambda: started.append(1))
    with work.Processes(2):
        pass
    assert not started


def test_processes_that_cannot_be_started_fail_the_tasks_and_hang_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(work, "_started", refused)
    with work.Processes(2) as executor, pytest.raises(OSError, match="temporarily unavailable"):
        executor.submit(abs, -1).result()


def test_several_processes_are_woken_before_there_is_work_and_a_single_one_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    submitted: list[object] = []
    monkeypatch.setattr(Processes, "submit", lambda _self, work: submitted.append(work))
    with Processes(1) as one:
        work.wake(one)
    assert not submitted
    with Processes(2) as two:
        work.wake(two)
    assert len(submitted) == 1


def test_what_many_tasks_need_is_sent_to_a_process_once(sent: list[object]) -> None:
    one, other = Packed("one"), Packed("other")
    with Processes(1) as processes:
        for packed in (one, one, one, other, other, one):
            assert processes.submit(attrgetter("value"), packed).result() == packed.value
        assert sent == ["one", "other", "one"]
        with pytest.raises(AttributeError):
            processes.submit(attrgetter("nothing"), one).result()
        with pytest.raises(DiedError):
            processes.submit(os._exit, 3).result()
        assert processes.submit(attrgetter("value"), one).result() == "one"
        assert sent == ["one", "other", "one", "one"]


def test_what_did_not_arrive_is_sent_once_more() -> None:
    packed = Packed("value")
    with Processes(1) as processes:
        with pytest.raises(ModuleNotFoundError):
            processes.submit(_Missing(), packed).result()  # type: ignore[arg-type]  # not even a call
        assert processes.submit(attrgetter("value"), packed).result() == "value"


class _Missing:
    """Something that the other process cannot unpack."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return import_module, ("there_is_no_such_module",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no niceness")
def test_processes_leave_the_processor_to_the_one_that_hands_them_their_work() -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    with Processes(1) as processes:
        assert processes.submit(os.getpriority, os.PRIO_PROCESS, 0).result() == min(own + 5, 19)


_GIVES_BACK = """
from pathlib import Path
from generator.limits import give_back

def held():
    return int(Path("/proc/self/statm").read_text().split()[1])

texts = [bytes(2000) for _ in range(50_000)]
texts = texts[::500]
before = held()
give_back()
print(held() / before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only the C library of Linux is asked to")
def test_memory_that_is_free_goes_back_to_the_system_though_some_between_is_not() -> None:
    done = subprocess.run([sys.executable, "-c", _GIVES_BACK], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.5


_FRUGAL = """
from pathlib import Path
from generator.limits import frugal

def held():
    return int(Path("/proc/self/statm").read_text().split()[1])

frugal()
for _ in range(100):
    bytes(2_000_000)
large, small = [], []
for _ in range(100):
    large.append(b"x" * 1_000_000)
    small.append(bytes(1000))
before = held()
large.clear()
print(held() / before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only the C library of Linux is asked to")
def test_what_is_large_goes_back_to_the_system_at_once_though_some_between_is_not() -> None:
    # A cluster's processes are told in the environment how to use memory, and leave that behind.
    untold = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}

    def left(script: str) -> float:
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=untold)
        return float(done.stdout)

    assert left(_FRUGAL) < 0.5 < left(_FRUGAL.replace("frugal()\nfor", "for"))
