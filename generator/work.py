"""Has work done: by this process, by others on this machine, or by a cluster, each the same `Executor` to who asks."""

import io
import pickle
import queue
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from threading import Lock, Thread, current_thread, main_thread
from typing import Any, ParamSpec, TypeVar

from generator import cluster, limits
from generator.batches import DiedError, Packed
from generator.limits import ALLOWED, Limits

P = ParamSpec("P")
T = TypeVar("T")

WALL = 120.0
"""Seconds after which a process that guarded work waits for is ended, though it may have used no processor."""


def workers(jobs: int, scheduler: str = "", *, isolated: bool = False) -> AbstractContextManager[Executor]:
    """An executor: a cluster where its address is given, else that many processes, else, for one job, this process.

    Args:
        jobs: How many processes.
        scheduler: The address of a Dask scheduler, or nothing.
        isolated: Whether one job, too, is done by a process of its own, which may die.

    Raises:
        ImportError: A scheduler is given, and `distributed` is not installed.
        OSError: The scheduler does not answer.
    """
    if scheduler:
        # Imported here, before anything is entered, so that the caller can say that the extra is missing.
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import

        return cluster.connected(Client, scheduler)
    return Processes(jobs) if isolated or jobs > 1 else Here()


def wake(executor: Executor, *, anyhow: bool = False) -> None:
    """Have an executor start a process now, which takes a second, so that it is there when needed.

    Args:
        executor: Who starts it.
        anyhow: Whether also one that has a single process, which many a build does without.
    """
    if anyhow or getattr(executor, "jobs", 1) > 1:
        executor.submit(_awake)


def _awake() -> None:
    """Nothing is to be done but to be there."""


class Here(Executor):
    """An executor that does the work at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


# --- processes -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Task:
    """A call, the future of its result, and the seconds it may take; None for as long as it wants."""

    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
    future: Future[Any]
    seconds: float | None


class Processes(Executor):
    """Processes of their own, each with a thread here that hands it one task after another.

    They are started for the first task, as many a build has none. A task whose process dies fails alone, and with a
    `DiedError`: another process takes the place of the dead one.
    """

    def __init__(self, jobs: int, allowed: Limits = ALLOWED) -> None:
        """Have so many processes at most; guarded work may take what is allowed."""
        self.jobs = jobs
        self._allowed = allowed
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._crew: list[_Worker] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of the call's result."""
        return self._submit(_Task((fn, args, kwargs), Future(), None))

    def guarded(self, fn: Callable[..., T], /, *args: Any) -> Future[T]:
        """The future of the result of a call that must keep within the limits, or its process is ended."""
        return self._submit(_Task((limits.kept, (self._allowed, fn, *args), {}), Future(), WALL))

    def _submit(self, task: _Task) -> Future[Any]:
        if not self._crew:
            with _deaf():
                _prepare()
            self._crew = [_Worker(self._tasks, self._allowed) for _ in range(self.jobs)]
        self._tasks.put(task)
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes go after their work; without waiting for it where `wait` is false."""
        if cancel_futures:
            with suppress(queue.Empty):
                while task := self._tasks.get_nowait():
                    task.future.cancel()
        for worker in self._crew:
            self._tasks.put(None)
            if not wait:
                worker.end()
        for worker in self._crew:
            worker.join()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Wait for what was begun, or where something went wrong, for nothing."""
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)


class _Pickler(ForkingPickler):
    """Packs calls for a process that has what it was sent last of those values that many tasks need."""

    def __init__(self, file: io.BytesIO, sent: bytes) -> None:
        """Pack into this file; `sent` is the key of that value, and then of the one that this call has."""
        super().__init__(file)
        self.sent = sent

    def reducer_override(self, value: object) -> Any:
        """How such a value travels; other things as they do by themselves."""
        if not isinstance(value, Packed):
            return NotImplemented
        before, self.sent = self.sent, value.key
        return value.again() if value.key == before else value.__reduce__()


class _Worker(Thread):
    """A thread that has the tasks of a queue done by a process of its own, one after another."""

    def __init__(self, tasks: "queue.SimpleQueue[_Task | None]", allowed: Limits) -> None:
        super().__init__(daemon=True)
        self._allowed = allowed
        self._tasks = tasks
        self._ended = False
        self._lock = Lock()
        self._working: tuple[BaseProcess, Connection] | None = None
        self._sent = b""
        self.start()

    def run(self) -> None:
        """Do what is in the queue, until it says that nothing more will be."""
        while task := self._tasks.get():
            if task.future.set_running_or_notify_cancel():
                self._do(task)
        self.end()

    def _do(self, task: _Task) -> None:
        try:
            good, value = self._answer(task)
        except DiedError as died:
            task.future.set_exception(died)
            with self._lock:
                self._stop()
        except BaseException as error:  # noqa: BLE001 - what cannot travel is the caller's to know
            task.future.set_exception(error)
        else:
            (task.future.set_result if good else task.future.set_exception)(value)

    def _answer(self, task: _Task) -> tuple[bool, Any]:
        process, pipe = self._ready()
        try:
            self._send(pipe, task)
            if pipe.poll(task.seconds):
                answer: tuple[bool, Any] = pipe.recv()
                if not answer[0]:
                    self._sent = b""  # perhaps it did not get as far as to unpack it
                return answer
        except (EOFError, OSError):
            process.join(5)
            raise DiedError(limits.cause(process.exitcode, self._allowed)) from None
        raise DiedError(f"took longer than {task.seconds:.0f} seconds")

    def _send(self, pipe: Connection, task: _Task) -> None:
        """Send the call; what many tasks need but the first time."""
        sent = io.BytesIO()
        pickler = _Pickler(sent, self._sent)
        pickler.dump(task.call)
        pipe.send_bytes(sent.getbuffer())
        self._sent = pickler.sent

    def _ready(self) -> tuple[BaseProcess, Connection]:
        """The process and the pipe to it; another one where the last one died.

        Raises:
            CancelledError: There is to be none any more.
            OSError: None could be started.
        """
        with self._lock:
            if self._ended:
                raise CancelledError
            if not self._working:
                self._working, self._sent = _started(), b""
            return self._working

    def end(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            self._ended = True
            self._stop()

    def _stop(self) -> None:
        if self._working:
            process, pipe = self._working
            process.kill()
            process.join()
            pipe.close()
        self._working = None


@contextmanager
def _deaf() -> Iterator[None]:
    """Without hearing Ctrl+C, as what is started meanwhile does not from its first moment."""
    if current_thread() is not main_thread():
        yield  # only the main thread may say what a signal does; a process sees to it itself a little later
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _fresh() -> Any:
    """How processes are started that inherit nothing of this one: neither its threads' locks nor its memory.

    On Linux one fresh process loads the code and then forks each worker, so that a dead one is soon replaced.
    """
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", "generator.ready"])
    return context


def _prepare() -> None:
    """Begin to make ready what processes come from, which takes a second, without waiting for it."""
    if sys.platform == "linux":
        _fresh()
        forkserver.ensure_running()


def _started() -> tuple[BaseProcess, Connection]:
    context = _fresh()
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    there.close()  # so that the pipe ends with the process
    return process, here


def _serve(pipe: Connection) -> None:
    """Answer one call after another; Ctrl+C is left to the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.frugal()
    limits.step_back()
    with suppress(EOFError, BrokenPipeError):
        while True:
            answer = _called(pipe)
            try:
                pipe.send(answer)
            except (TypeError, AttributeError, pickle.PicklingError) as error:
                pipe.send((False, TypeError(f"the result cannot travel: {error}")))


def _called(pipe: Connection) -> tuple[bool, Any]:
    """Whether the next call went well, and its result or what it raised."""
    try:
        fn, args, kwargs = pipe.recv()
        return True, fn(*args, **kwargs)
    except EOFError:
        raise
    except Exception as error:  # noqa: BLE001 - it is the asker's to handle
        return False, error
