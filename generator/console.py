"""What the command line prints: problems, progress and reports, in color on a terminal and plain elsewhere."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.problems import ContentError, Problem
from generator.render.words import count

P = ParamSpec("P")
T = TypeVar("T")

_STYLES = {"head": "bold", "name": "cyan", "plain": "", "dim": "dim", "error": "red", "warning": "yellow"}
_SAFE = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def _console(*, stderr: bool) -> Console:
    # NO_COLOR and TERM=dumb are rich's to respect; lines are never wrapped, so that they can be searched and piped.
    return Console(stderr=stderr, highlight=False, soft_wrap=True, markup=False, emoji=False)


def say(text: str, style: str = "plain") -> None:
    """Print a line about the work to standard error, without control characters, which could steer a terminal."""
    _console(stderr=True).print(text.translate(_SAFE), style=_STYLES[style])


def tell(text: str, style: str = "plain") -> None:
    """Print one line of the result to standard output."""
    _console(stderr=False).print(text.translate(_SAFE), style=_STYLES[style])


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print each problem on its line, to standard error."""
    for problem in problems:
        say(str(problem), problem.severity)


def answering(command: Callable[P, T]) -> Callable[P, T]:
    """The command, made to print what is wrong with the content or the disk and to exit with 1, without a traceback."""

    @wraps(command)
    def answered(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except ContentError as error:
            tell_problems(error.problems)
        except BrokenPipeError:
            # Whoever read has seen enough; Python would complain once more while flushing.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            say(f"error: {error.filename or ''}: {error.strerror or error}".replace(": :", ":"), "error")
        raise SystemExit(1)

    return answered


class Watched(Executor):
    """An executor that shows how far each `map` over batches of articles is: a bar on a terminal, a line elsewhere."""

    def __init__(self, inner: Executor, stages: Iterable[str]) -> None:
        """Name the stages in the order in which they will be mapped."""
        self._inner = inner
        self._stages = iter(stages)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As the inner executor's."""
        return self._inner.submit(fn, *args, **kwargs)

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any], **_options: Any) -> Iterator[T]:
        """The results in order, the articles of each batch counted as it comes."""
        (batches,) = map(list, iterables)
        articles = sum(map(len, batches))
        # Submitted one by one, since not every executor's map hands results over before all are there.
        futures = (self._inner.submit(fn, batch) for batch in batches)
        with _bar(next(self._stages, "Working"), articles) as advance:
            for batch, future in zip(batches, futures if len(batches) == 1 else list(futures), strict=True):
                yield future.result()
                advance(len(batch))


@contextmanager
def _bar(stage: str, articles: int) -> Iterator[Callable[[int], None]]:
    """What to call with each number of articles that are done."""
    # FORCE_COLOR makes rich take a file for a terminal, but a bar there is only noise.
    if not sys.stderr.isatty():
        say(f"{stage} {count(articles, 'article')}")
        yield lambda _done: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(stderr=True), transient=True) as bar:
        task = bar.add_task(stage, total=articles)
        yield lambda done: bar.advance(task, done)
