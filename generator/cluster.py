"""Has work done by the workers of a Dask cluster, which may be on other machines and share no disk with this one."""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import partial
from multiprocessing import parent_process
from typing import Any, ParamSpec, TypeVar

from generator import limits
from generator.batches import DiedError, Packed

P = ParamSpec("P")
T = TypeVar("T")

_PATIENCE = 10  # seconds that a scheduler may take to answer
_ARRIVES = 60  # seconds after which a result is lost: its worker may have died between saying that it is there and it
_TIMES = 3  # so often a call is made again for that


class Cluster(Executor):
    """The workers of a Dask cluster, which get values and give values back; what a dead one had, another does again."""

    def __init__(self, client: Any) -> None:
        """Have the work done by whom this client of a scheduler is connected to."""
        self._client = client
        self.jobs = len(client.scheduler_info()["workers"])
        self._shared: tuple[bytes, Any] | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of the call's result."""
        answer: Future[T] = Future()
        work, given = _flat(fn, args)
        values = [self._there(value) if isinstance(value, Packed) else value for value in given]

        def ask(times: int = _TIMES) -> None:
            # Two calls that are alike are two calls: nothing is remembered by the cluster.
            remote = self._client.submit(work, *values, pure=False, **kwargs)
            remote.add_done_callback(lambda done: _settle(answer, done, partial(ask, times - 1) if times else _lost))

        ask()
        return answer

    def guarded(self, fn: Callable[..., T], /, *args: Any) -> Future[T]:
        """The future of the result of a call that must keep within the limits, where its worker can be replaced."""
        work, given = _flat(fn, args)
        return self.submit(_within_limits, work, *given)

    def _there(self, packed: Packed[T]) -> Any:
        """What stands for a value that many tasks need: the result of a task, which travels to each worker once.

        Where the workers that have it die, the scheduler has it made again.
        """
        if not self._shared or self._shared[0] != packed.key:
            self._shared = packed.key, self._client.submit(_carried, packed, pure=False)
        return self._shared[1]


def _carried(packed: Packed[T]) -> Packed[T]:
    return packed


def _flat(fn: Callable[..., Any], args: tuple[Any, ...]) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    """The same call, with all arguments beside one another."""
    return (fn.func, (*fn.args, *args)) if isinstance(fn, partial) and not fn.keywords else (fn, args)


def _settle(answer: Future[Any], done: Any, again: Callable[[], None]) -> None:
    """Answer with what came of a call; where that does not arrive, have it done again."""
    from distributed import KilledWorker  # noqa: PLC0415 - an extra

    try:
        try:
            answer.set_result(done.result(timeout=_ARRIVES))
        except TimeoutError:
            again()  # which may fail in its turn: whoever waits is told that, too
    except KilledWorker:
        answer.set_exception(DiedError("ended every worker of the cluster that tried"))
    except CancelledError:
        answer.set_exception(ConnectionError("the cluster's scheduler is gone; start it again, then build again"))
    except BaseException as error:  # noqa: BLE001 - it is the asker's to handle
        answer.set_exception(error)


def _lost() -> None:
    raise TimeoutError("what a worker of the cluster has made does not arrive; see to its network, then build again")


def _within_limits(fn: Callable[..., T], *args: Any) -> T:
    """The call's result; within the limits in a process that does nothing else and that a nanny starts again."""
    from distributed import get_worker  # noqa: PLC0415 - an extra

    replaceable = parent_process() is not None and get_worker().state.nthreads == 1
    return limits.kept(limits.ALLOWED, fn, *args) if replaceable else fn(*args)


@contextmanager
def connected(connect: Callable[..., Any], scheduler: str) -> Iterator[Executor]:
    """The workers of the scheduler at this address, which `connect` connects to.

    Raises:
        OSError: It does not answer, or it has no workers.
    """
    try:
        client = connect(scheduler, timeout=_PATIENCE)
    except (ValueError, OSError) as error:
        reason = "it does not answer" if isinstance(error, OSError) else str(error)
        raise ConnectionError(f"no scheduler is at {scheduler}: {reason}; start one with: dask scheduler") from None
    with client:
        if not client.scheduler_info()["workers"]:
            raise ConnectionError(f"the scheduler at {scheduler} has no workers; start some: dask worker {scheduler}")
        yield Cluster(client)
