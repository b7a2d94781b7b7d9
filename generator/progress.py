"""How far the work is: a bar for each stage on a terminal and a line elsewhere; and what each stage took."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Self, TypeVar

from generator.build import Watch
from generator.console import say
from generator.render.words import count

if TYPE_CHECKING:
    from generator.bars import Bars

T = TypeVar("T")

_ARTICLES = frozenset({"Reading", "Understanding", "Relating"})
"""Stages that work on articles; the others make pages."""


@dataclass(slots=True)
class Taken:
    """What a stage took.

    Attributes:
        clock: Seconds on the clock.
        leading: Seconds of the processor that this process had.
        working: Seconds of the processor that the processes had which work for this one on this machine.
        number: How much was done, if counted.
        within: Whether it was a part of another stage.
    """

    clock: float = 0.0
    leading: float = 0.0
    working: float = 0.0
    number: int = 0
    within: bool = False


class Progress(Watch):
    """Shows how far each stage is, from entering to leaving it, and keeps what each took."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._begun = perf_counter()
        self._taken: dict[str, Taken] = {}
        self._open: list[str] = []
        self._bars: Bars | None = None

    def __enter__(self) -> Self:
        """Draw bars, where there is a terminal that can."""
        # FORCE_COLOR makes rich take a file for a terminal, but a bar there is only noise.
        if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            from generator.bars import Bars  # noqa: PLC0415 - rich takes its time to import

            self._bars = Bars()
        return self

    def __exit__(self, *_error: object) -> None:
        """Draw no more, also after a failure."""
        if self._bars:
            self._bars.close()
        self._bars = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Show a stage and take its time; a part of the same name is the stage itself."""
        if name in self._open:
            yield
            return
        taken = self._taken.setdefault(name, Taken(within=bool(self._open)))
        with self._shown(name), _timed(taken):
            yield

    @contextmanager
    def _shown(self, name: str) -> Iterator[None]:
        bars = self._bars
        self._open.append(name)
        if bars:
            bars.begin(name)
        try:
            yield
        finally:
            self._open.remove(name)
            if bars:
                bars.end(name)

    def each(self, name: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items as they come, counted as each is there."""
        with self.stage(name):
            self._counting(name, total)
            for item in items:
                yield item
                self._taken[name].number += 1
                if self._bars:
                    self._bars.advance(name)

    def _counting(self, name: str, total: int) -> None:
        if self._bars:
            self._bars.count(name, total)
        else:
            say(f"{name}: {count(total, 'article' if name in _ARTICLES else 'page')}")

    def closing(self) -> str:
        """All in one line: how long it took, and what each stage took of that."""
        stages = (f"{name.lower()} {taken.clock:.1f}" for name, taken in self._taken.items() if not taken.within)
        return f"Done in {perf_counter() - self._begun:.1f} seconds: {', '.join(stages)}"

    def table(self) -> Iterator[str]:
        """A line a stage, its parts set in: seconds on the clock, and of the processor here and in the workers."""
        yield f"{'stage':<22}{'seconds':>9}{'leading':>9}{'workers':>9}{'done':>10}{'a second':>10}"
        for name, taken in self._taken.items():
            shown = f"  {name}" if taken.within else name
            spent = f"{taken.clock:>9.2f}{taken.leading:>9.2f}{taken.working:>9.2f}"
            speed = f"{taken.number:>10,}{taken.number / max(taken.clock, 0.001):>10,.0f}" if taken.number else ""
            yield f"{shown:<22}{spent}{speed}"


@contextmanager
def _timed(taken: Taken) -> Iterator[None]:
    """Add what passes meanwhile to what was taken."""
    clock, leading, working = perf_counter(), process_time(), _working()
    try:
        yield
    finally:
        taken.clock += perf_counter() - clock
        taken.leading += process_time() - leading
        # Less than before where a worker has died and taken its seconds with it.
        taken.working += max(0.0, _working() - working)


def _working() -> float:
    """Seconds of the processor that the living workers of this process have had; 0 where the system does not tell."""
    return sum(_spent(Path(f"/proc/{each.pid}/stat")) for each in active_children())


def _spent(status: Path) -> float:
    try:
        fields = status.read_bytes().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0.0
