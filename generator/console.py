"""What the command line prints: problems, progress and reports, in color on a terminal and plain elsewhere."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from time import perf_counter, process_time
from typing import ParamSpec, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from generator.build import Report, Watch
from generator.problems import ContentError, Problem, errors
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


_FEW = 20
"""Warnings that a build shows: an archive may have thousands that its owner can live with."""


def tell_report(report: Report) -> None:
    """Print what a build made of the content: every error, the first warnings, and the counts."""
    wrong = errors(report.problems)
    warnings = [problem for problem in report.problems if problem.severity != "error"]
    tell_problems(sorted([*wrong, *warnings[:_FEW]]))
    if warnings[_FEW:]:
        say(f"and {count(len(warnings) - _FEW, 'more warning')}; briefing check lists them all", "warning")
    say(_summary(report))
    say("Building the site …", "dim")


def _summary(report: Report) -> str:
    counts = [f"{count(len(report.published), 'article')} published"]
    counts += [f"{count(len(report.set_aside), 'file')} set aside"] if report.set_aside else []
    counts += [f"{count(len(report.drafts), 'draft')} left out"] if report.drafts else []
    changes = report.changes
    pages = (
        f"{count(len(changes.written), 'page')} written, {len(changes.removed)} removed, {changes.kept} as they were"
    )
    return f"{', '.join(counts)}; {pages}"


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


@dataclass(slots=True)
class Taken:
    """What a stage took: seconds on the clock and of this process's processor; and how much it did, if counted."""

    clock: float = 0.0
    processor: float = 0.0
    number: int = 0


class Progress(Watch):
    """Shows how far each stage is, a bar on a terminal and a line elsewhere, and keeps what each took."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._begun = perf_counter()
        self._taken: dict[str, Taken] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Take the time of a stage."""
        clock, processor = perf_counter(), process_time()
        taken = self._taken.setdefault(name, Taken())
        try:
            yield
        finally:
            taken.clock += perf_counter() - clock
            taken.processor += process_time() - processor

    def each(self, name: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items as they come, counted as each is there."""
        with self.stage(name), _bar(name, total) as advance:
            for item in items:
                yield item
                advance(1)
                self._taken[name].number += 1

    def closing(self) -> str:
        """All in one line: how long it took, and which stages took most of that."""
        stages = ", ".join(f"{name.lower()} {taken.clock:.1f}" for name, taken in self._taken.items())
        return f"Done in {perf_counter() - self._begun:.1f} seconds: {stages}"

    def table(self) -> Iterator[str]:
        """A line a stage; the workers' processor time is their own, and not among this process's."""
        yield f"{'stage':<20}{'seconds':>10}{'processor':>11}{'articles':>10}{'a second':>10}"
        for name, taken in self._taken.items():
            speed = f"{taken.number:>10}{taken.number / max(taken.clock, 0.001):>10.0f}" if taken.number else ""
            yield f"{name:<20}{taken.clock:>10.2f}{taken.processor:>11.2f}{speed}"


@contextmanager
def _bar(stage: str, articles: int) -> Iterator[Callable[[int], None]]:
    """What to call with each number of articles that are done."""
    # FORCE_COLOR makes rich take a file for a terminal, but a bar there is only noise.
    if not sys.stderr.isatty():
        say(f"{stage} {count(articles, 'article')}")
        yield lambda _done: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=_console(stderr=True), transient=True) as bar:
        task = bar.add_task(stage, total=articles)
        yield lambda done: bar.advance(task, done)
