"""A site whose pages can be built each for itself: those that changed are, in shards, and the others taken over."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import msgspec

from generator.batches import Packed
from generator.publish import anchors, shard, survey
from generator.publish.assembly import Assembly
from generator.publish.edition import Details, Edition, naming, packed
from generator.publish.shard import Built
from generator.publish.shared import Project
from generator.publish.sources import FEW
from generator.publish.survey import Survey

_SHARD = 125
"""Pages in a shard: enough to be worth MkDocs' beginning, few enough to be held in memory by each process."""

_COPIES = 2 * _SHARD
"""Files copied after each shard: of archives with twice as many others as pages, some are left when all are built."""

_AT_LEAST = 4
"""So many shards, so that no process waits long for another."""

_AHEAD = 2
"""Shards for each process that are handed out at once: it never waits, and few built ones wait to be taken."""


Watched = Callable[[Iterable[str], int], Iterable[str]]
"""Sees things come by, of which there will be so many."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be built.

    Attributes:
        config: `mkdocs.yml`.
        here: What it says.
        old: The edition that stands.
        new: What is known of the next one before it is built.
        remembered: Gives what is known of the pages of the edition that stands.
        watched: Is given the pages as they are built, and how many there will be.
    """

    config: Path
    here: Survey
    old: Edition
    new: Edition
    remembered: Callable[[], Details]
    watched: Watched

    @property
    def docs(self) -> Path:
        """The folder of the sources."""
        return Path(self.here.config.docs_dir)


def build(task: Task, assembly: Assembly, executor: Executor | None) -> tuple[Edition, Details, int]:
    """Put the site together; all that there is to know of it and of its pages, and how many pages were built.

    Raises:
        ContentError: MkDocs could not build a page.
        OSError: The disk is full, or cannot be written to.
    """
    menu = survey.menu(task.here, task.docs)
    digest = survey.menu_digest(menu)
    settled = (task.old.environment, task.old.menu) == (task.new.environment, digest)
    before = task.remembered() if settled else {}
    details = _kept(task, before, assembly)
    frame = _kept_frame(task, assembly) if settled else ()
    wanted = [path for path in _pages(task.new) if path not in details]
    made = _Made(details, set(task.old.including) & details.keys(), frame)
    project = Project(task.here.files, menu, "\n".join(task.new.sources))
    put = _put(_built(task, project, wanted, executor, framed=not frame), task, assembly, made)
    for _page in task.watched(put, len(wanted)) if wanted else put:
        pass
    new = msgspec.structs.replace(
        task.new,
        menu=digest,
        frame=tuple(sorted(made.frame)),
        including=tuple(sorted(made.including)),
        told=anchors.told(task.old.told, before, details, [path for path in wanted if path in details]),
    )
    return new, details, len(wanted)


@dataclass(slots=True)
class _Made:
    """What is known so far of the pages, which of them include other files, and what came of the theme."""

    details: Details
    including: set[str]
    frame: tuple[str, ...]


def _put(found: Iterable[Built], task: Task, assembly: Assembly, made: _Made) -> Iterator[str]:
    """Put into the site what was built, and what is no page; the path of each page as it is there."""
    copies = _copied(task, assembly)
    for built in found:
        for path, page in built.pages.items():
            assembly.put(task.new.places[path], page.html)
            made.details[path] = packed(page.detail)
            made.including |= {path} if page.detail.including else set()
            yield path
        if built.frame:
            made.frame = tuple(_put_frame(built.frame, task, assembly))
        # Meanwhile others build.
        deque(islice(copies, _COPIES), 0)
    deque(copies, 0)


def _pages(new: Edition) -> list[str]:
    """The pages of the site, by path."""
    return [path for path, place in new.places.items() if place and survey.is_page(path)]


# --- taken over ----------------------------------------------------------------------------------------------


def _kept(task: Task, remembered: Details, assembly: Assembly) -> Details:
    """The pages that are as they would be built anew, taken over; what is known of them."""
    old, new = task.old, task.new
    moved = old.sources.keys() ^ new.sources.keys()
    other = {
        path
        for path, source in new.sources.items()
        if path not in old.sources or old.sources[path].digest != source.digest
    }
    anew = other | naming(remembered, moved)
    anew |= set(old.including) if moved or other else set()
    return {
        path: packed
        for path, packed in remembered.items()
        if path not in anew and new.places.get(path) and assembly.keep(new.places[path])
    }


def _copied(task: Task, assembly: Assembly) -> Iterator[str]:
    """Put what is no page where the configuration has it, as it is; the path of each as it is there."""
    for path, place in task.new.places.items():
        if place and not survey.is_page(path):
            if not _kept_copy(task, assembly, path):
                assembly.put(place, (task.docs / path).read_bytes())
            yield path


def _kept_copy(task: Task, assembly: Assembly, path: str) -> bool:
    before = task.old.outputs.get(task.new.places[path])
    return (
        before is not None
        and before.digest == task.new.sources[path].digest.hex()
        and assembly.keep(task.new.places[path])
    )


def _kept_frame(task: Task, assembly: Assembly) -> tuple[str, ...]:
    """What comes of the theme, taken over where it is as it would be made anew; else nothing."""
    old, new = task.old, task.new
    listed = task.here.dated and (old.day != new.day or _pages(old) != _pages(new))
    own = {*old.places.values(), *new.places.values()}
    if listed or not own.isdisjoint(old.frame) or not all(map(assembly.keep, old.frame)):
        return ()
    return old.frame


def _put_frame(frame: Mapping[str, bytes], task: Task, assembly: Assembly) -> Iterator[str]:
    own = frozenset(task.new.places.values())
    for name, data in frame.items():
        # A file of one's own goes before one of the theme.
        if name not in own and name not in assembly.outputs:
            assembly.put(name, data)
        yield name


# --- built ---------------------------------------------------------------------------------------------------


def _built(
    task: Task, project: Project, wanted: Sequence[str], executor: Executor | None, *, framed: bool
) -> Iterator[Built]:
    """The pages in shards, and what comes of the theme where it is asked for."""
    # In MkDocs' order, which is that of the site map.
    frame = sorted(_pages(task.new), key=survey.in_order) if framed else None
    if len(wanted) < FEW:
        if wanted or framed:
            yield _here(task, project, _read(task, wanted), frame)
        return
    including: dict[str, bytes] = {}
    batches = _batches(task, wanted, including)
    if executor is None:
        yield from (_here(task, project, batch) for batch in batches)
    else:
        yield from _away(project, batches, executor)
    # Pages that include other files are built where these are.
    if including or framed:
        yield _here(task, project, including, frame)


def _here(task: Task, project: Project, pages: Mapping[str, bytes], frame: Sequence[str] | None = None) -> Built:
    return shard.build(task.config, task.docs, project, pages, frame)


def _away(project: Project, batches: Iterator[dict[str, bytes]], executor: Executor) -> Iterator[Built]:
    """The shards in their order; only so many are under way at once that their pages need little memory."""
    packed, ahead = Packed(project), _AHEAD * getattr(executor, "jobs", 1)
    pending = deque(executor.submit(shard.away, packed, batch) for batch in islice(batches, ahead))
    try:
        while pending:
            yield pending.popleft().result()
            pending.extend(executor.submit(shard.away, packed, batch) for batch in islice(batches, 1))
    finally:
        for future in pending:
            future.cancel()


def _batches(task: Task, wanted: Sequence[str], including: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    """The sources of the pages, so many at a time; those that include other files are put aside."""
    size = min(_SHARD, max(len(wanted) // _AT_LEAST, 1))
    for start in range(0, len(wanted), size):
        pages = _read(task, wanted[start : start + size])
        including.update({path: data for path, data in pages.items() if shard.includes(data)})
        yield {path: data for path, data in pages.items() if path not in including}


def _read(task: Task, paths: Sequence[str]) -> dict[str, bytes]:
    return {path: (task.docs / path).read_bytes() for path in paths}
