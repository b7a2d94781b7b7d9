"""The next edition of a site: what changed is built, by MkDocs in shards, and the rest taken over from the last one."""

import logging
import os
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import msgspec

from generator.model import Site
from generator.problems import ContentError, Problem
from generator.publish import edition, environment, manifest, place, sources
from generator.publish.assembly import Assembly, Place, standing
from generator.publish.edition import Details, Edition
from generator.publish.sources import Source

_log = logging.getLogger("mkdocs.briefing")


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did: how many pages were built, how many taken over, and whether the site was exchanged."""

    built: int = 0
    kept: int = 0
    exchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Now:
    """What the site is to be made from, and what stands.

    Attributes:
        old: The edition that stands.
        files: The configuration and the theme.
        environment: Their digest.
        sources: What lies below `docs/`.
        day: Today, where the site says it.
        sound: The files of the standing site that are as they were published, and their places.
        strange: Whether there are others in it.
    """

    old: Edition
    files: Mapping[str, bytes]
    environment: bytes
    sources: dict[str, Source]
    day: str
    sound: dict[str, Place]
    strange: bool


Watched = Callable[[Iterable[str], int], Iterable[str]]
"""Sees things come by, of which there will be so many."""


def site(site: Site, executor: Executor | None = None, watched: Watched = lambda pages, _total: pages) -> Published:
    """Bring the site up to date with `docs/` and the configuration, and put it in the old one's place whole.

    Args:
        site: The archive; whoever calls holds it.
        executor: Builds the pages where there are many; without one, all are built in this process.
        watched: Is given the pages as they are built, and how many there will be.

    Raises:
        ContentError: MkDocs could not build the site; the old one stays.
        OSError: The disk is full, or cannot be written to; the old site stays.
    """
    now = _now(site)
    if _unchanged(now):
        return Published(kept=sum(map(bool, now.old.places.values())))
    with place.aside(site.output) as aside:
        new, details, assembly, built = _edition(site, now, aside, executor, watched)
        listed = manifest.encoded({name: output.digest for name, output in assembly.outputs.items()})
        assembly.put(manifest.PATH, listed)
        assembly.sweep()
        new = msgspec.structs.replace(new, outputs=assembly.outputs)
        same = not now.strange and new.outputs == now.old.outputs
        if not same:
            assembly.settle()
        record = edition.save(new, details, site, listed)
        if not same:
            place.swap(aside / "fresh", site.output, aside / "old")
            place.shelve(aside, site.output)
        edition.forget_others(record)
    return Published(built, sum(map(bool, new.places.values())) - built, not same)


def _now(site: Site) -> _Now:
    old = edition.load(site)
    files = environment.files(site.root)
    sound, strange = standing(site.output, old.outputs)
    docs = sources.scan(site.archive.parent, old.sources)
    return _Now(old, files, environment.digest(files), docs, _today() if old.day else "", sound, strange)


def _today() -> str:
    """The day that MkDocs says it is."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(float(given) if given else time.time(), UTC).strftime("%Y-%m-%d")


def _unchanged(now: _Now) -> bool:
    old = now.old
    return (
        bool(old.outputs)
        and not now.strange
        and len(now.sound) == len(old.outputs)
        and (old.environment, old.day) == (now.environment, now.day)
        and old.sources.keys() == now.sources.keys()
        and all(old.sources[path].digest == source.digest for path, source in now.sources.items())
    )


def _edition(
    site: Site, now: _Now, aside: Path, executor: Executor | None, watched: Watched
) -> tuple[Edition, Details, Assembly, int]:
    """The new edition, what is known of its pages, the folder that holds it, and how many pages were built for it."""
    from generator.publish import parts, survey, whole  # noqa: PLC0415 - MkDocs takes its time to import

    here = survey.survey(site.root / "mkdocs.yml", now.files)
    places = _places(now, lambda paths: survey.places(here, paths))
    new = Edition(now.environment, day=_today() if here.dated else "", sources=now.sources, places=places)
    assembly = Assembly(aside / "fresh", site.output, now.old.outputs, now.sound)
    details: Details = {}
    if survey.divisible(here) and not _clashing(places):
        task = parts.Task(site.root / "mkdocs.yml", here, now.old, new, lambda: edition.details(site), watched)
        new, details, built = parts.build(task, assembly, executor)
        _tell(new, strict=here.config.strict)
    else:
        new, built = whole.build(site.root / "mkdocs.yml", aside / "whole", new, assembly)
    foreseeable = survey.foreseeable(here)
    return (new if foreseeable else Edition()), (details if foreseeable else {}), assembly, built


def _places(now: _Now, placed: Callable[[list[str]], dict[str, str]]) -> dict[str, str]:
    """Where on the site each source goes; asked only of those of which it is not known, as asking takes its time."""
    known = now.old.places if now.old.environment == now.environment else {}
    found = {path: known[path] for path in now.sources if path in known}
    asked = placed([path for path in now.sources if path not in known])
    return dict(sorted((found | asked).items()))


def _clashing(places: Mapping[str, str]) -> bool:
    """Whether two sources have one place, or one that the theme takes: MkDocs knows which goes before."""
    taken = [*filter(None, places.values()), "404.html", "sitemap.xml", "sitemap.xml.gz", manifest.PATH]
    return len(set(taken)) != len(taken)


def _tell(new: Edition, *, strict: bool) -> None:
    """Warn of what is wrong with the pages' links; stop there where the configuration says so."""
    found = list(chain.from_iterable(new.told.values()))
    for each in found:
        _log.warning("%s", each)
    if strict and found:
        raise ContentError(
            [Problem("mkdocs.yml", 0, "configuration", "error", f"strict is set, and: {each}") for each in found]
        )
