"""A line for each stage of the work that is under way, with a bar, drawn on a terminal; imported only for one."""

from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

_WIDTH = 24
"""Of a bar: with the longest name and the largest numbers a line has room in eighty columns."""


class _Count(ProgressColumn):
    """How many are done, of how many."""

    def render(self, task: Task) -> Text:
        """Nothing where it is not counted."""
        return Text("" if task.total is None else f"{task.completed:,.0f} of {task.total:,.0f}")


class _Time(ProgressColumn):
    """How long it will take still, or where nobody knows, how long it has taken."""

    max_refresh = 0.5  # an estimate that jumps is hard to read

    def render(self, task: Task) -> Text:
        """Hours, minutes and seconds."""
        left = None if task.total is None else task.time_remaining
        seconds = (task.elapsed or 0) if left is None else left
        return Text(f"{timedelta(seconds=int(seconds))}{'' if left is None else ' left'}")


class Bars:
    """The bars on this terminal; they are gone when all is done."""

    def __init__(self) -> None:
        """Draw from now on; what is printed meanwhile appears above."""
        columns = (TextColumn("{task.description:<17}"), BarColumn(bar_width=_WIDTH), _Count(), _Time())
        self._drawn = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=5)
        self._drawn.start()
        self._tasks: dict[str, TaskID] = {}

    def begin(self, name: str) -> None:
        """Show a stage, of which it is not known how much there is to do."""
        self._tasks[name] = self._drawn.add_task(name, total=None)

    def count(self, name: str, total: int) -> None:
        """Show how much a stage has to do."""
        self._drawn.reset(self._tasks[name], total=total)

    def advance(self, name: str) -> None:
        """Show that one more is done."""
        self._drawn.advance(self._tasks[name])

    def end(self, name: str) -> None:
        """Show the stage no longer."""
        self._drawn.remove_task(self._tasks.pop(name))

    def close(self) -> None:
        """Leave the terminal as it was."""
        self._drawn.stop()
