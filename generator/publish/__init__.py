"""Pages on the disk as a site: MkDocs builds beside it, and the finished site takes the old one's place whole."""

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from generator.batches import Packed
from generator.model import Page, Site
from generator.problems import ContentError, Problem
from generator.publish import environment, place, renew
from generator.publish.manifest import verify
from generator.publish.preview import serve
from generator.publish.renew import Published, Watched
from generator.publish.sources import FEW

# MkDocs announces its second version, which does not concern this one, wherever it is imported.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

__all__ = ["Published", "alone", "awaited", "serve", "site", "verify"]


def alone(site: Site) -> AbstractContextManager[None]:
    """Hold the archive for one build, so that two at once do not harm each other, and mend what a killed one left.

    Raises:
        ContentError: Another build holds it.
    """
    return place.alone(site.root, site.output)


def awaited(pages: Iterable[Page], site: Site, executor: Executor) -> Iterator[Page]:
    """The pages as they come; once they are so many that other processes will build them, these get ready for it."""
    for number, page in enumerate(pages, 1):
        if number == FEW:
            _prepare(site, executor)
        yield page


def _prepare(site: Site, executor: Executor) -> None:
    """Have the processes load MkDocs and the theme, while the leading one does something else."""
    with suppress(OSError):  # which the publication will say
        files = environment.files(site.root)
        for _ in range(getattr(executor, "jobs", 0)):
            executor.submit(_load, files)


def _load(files: Mapping[str, bytes]) -> None:
    from generator.publish import shard, shared  # noqa: PLC0415 - MkDocs takes half a second to import

    shard.away(Packed(shared.Project(files, {}, "")), {"page.md": b"---\ntitle: A page\n---\n\n# A page\n"})


def site(site: Site, executor: Executor | None = None, watched: Watched = lambda pages, _total: pages) -> Published:
    """Build what changed with MkDocs, take over the rest, and put the new site in the place of the old one.

    Args:
        site: The archive; whoever calls holds it.
        executor: Builds the pages where there are many; without one, all are built in this process.
        watched: Is given the pages as they are built, and how many there will be.

    Raises:
        ContentError: MkDocs could not build it, or something else than a site has its place, which stays as it was.
        OSError: The disk is full, or cannot be written to; the old site stays.
    """
    _check_place(site)
    return renew.site(site, executor, watched)


def _check_place(site: Site) -> None:
    """Refuse to put the site where it would take the place of anything but a site."""
    output, root = site.output.resolve(), site.root.resolve()
    sources = [root / name for name in ("content", "docs", "site_templates", "generator", ".git")]
    if root.is_relative_to(output) or any(map(output.is_relative_to, sources)):
        raise _misplaced(site.output, "it holds what the site is made from")
    if site.output.is_symlink() or site.output.is_file():
        raise _misplaced(site.output, "it is not a folder")
    # MkDocs puts this page into every site.
    if site.output.is_dir() and any(site.output.iterdir()) and not (site.output / "404.html").is_file():
        raise _misplaced(site.output, "it holds something else")


def _misplaced(output: Path, reason: str) -> ContentError:
    message = f'the site cannot be put into "{output}": {reason}; name another place with --site'
    return ContentError([Problem(str(output), 0, "path", "error", message)])
