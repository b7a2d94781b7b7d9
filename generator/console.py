"""What the command line prints: problems, results and reports, in color on a terminal and plain elsewhere."""

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TextIO, TypeVar

from generator.build import Report
from generator.problems import ContentError, Problem, errors
from generator.render.words import count

P = ParamSpec("P")
T = TypeVar("T")

_STYLES = {"head": "bold", "name": "cyan", "plain": "", "dim": "dim", "error": "red", "warning": "yellow"}
_SAFE = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def say(text: str, style: str = "plain") -> None:
    """Print a line about the work to standard error, without control characters, which could steer a terminal."""
    _print(text, style, sys.stderr)


def tell(text: str, style: str = "plain") -> None:
    """Print one line of the result to standard output."""
    _print(text, style, sys.stdout)


def _print(text: str, style: str, stream: TextIO) -> None:
    safe = text.translate(_SAFE)
    if not _STYLES[style] or not (stream.isatty() or os.environ.get("FORCE_COLOR")):
        print(safe, file=stream, flush=True)
        return
    from rich.console import Console  # noqa: PLC0415 - takes its time to import

    # NO_COLOR and TERM=dumb are rich's to respect; lines are never wrapped, so that they can be searched and piped.
    console = Console(file=stream, highlight=False, soft_wrap=True, markup=False, emoji=False)
    console.print(safe, style=_STYLES[style])


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
