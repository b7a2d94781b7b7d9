"""The whole way: every article in, every page out, nothing stale left behind."""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, ParamSpec, TypeVar

from generator import calendars, ingest, publish, read, relate, render, search, understand, write
from generator.model import Archive, Article, Authority, Page, Site, Source
from generator.problems import ContentError, Problem, errors

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made of the content: every article file is published, set aside or a draft.

    Attributes:
        published: Ids of the articles on the site.
        drafts: Paths of those whose authors hold them back.
        problems: Everything found wrong, by path and line; a file with an error is set aside.
        changes: What was written below `docs/archive/`.
    """

    published: tuple[str, ...]
    drafts: tuple[str, ...]
    problems: tuple[Problem, ...]
    changes: write.Changes

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The paths of the files that are not published because of an error."""
        return tuple(sorted({problem.path for problem in errors(self.problems)}))


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read and understood: what to publish, what not, and why."""

    archive: Archive
    authority: Authority
    drafts: tuple[str, ...]
    problems: tuple[Problem, ...]


def build(
    site: Site,
    executor: Executor,
    *,
    strict: bool = False,
    anew: bool = False,
    told: Callable[[Report], None] = lambda _report: None,
) -> Report:
    """Rebuild the archive and publish it, alone; the report is told before MkDocs, which takes longest, begins.

    Raises:
        ContentError: There are errors, and `strict` says to stop; another build is at work; or MkDocs could not
            build the site.
    """
    with publish.alone(site):
        if anew:
            clean(site)
        report = generate(site, executor, strict=strict)
        told(report)
        publish.site(site)
    return report


def generate(site: Site, executor: Executor, *, strict: bool = False) -> Report:
    """Rebuild `docs/archive/`: every article in, every page out.

    Raises:
        ContentError: There are errors, and `strict` says to stop.
    """
    content = understood(site, executor)
    if strict and errors(content.problems):
        raise ContentError(content.problems)
    pages = render.pages(content.archive, content.drafts, content.problems, read.templates(site), site.settings)
    index = search.pages(content.archive, (), executor)
    changes = write.sync(chain(pages, index, _assets(site)), site.archive)
    published = tuple(article.id for article in content.archive.articles)
    return Report(published, content.drafts, content.problems, changes)


def understood(site: Site, executor: Executor) -> Content:
    """Read everything and understand it, writing nothing."""
    files = read.articles(site)
    entity_files = read.entities(site)
    authority = ingest.authority(entity_files.sources, calendars.suggest)
    articles = understand.articles(ingest.articles(files.sources, executor), authority, executor)
    found = [*files.problems, *entity_files.problems, *authority.problems, *understand.clashes(authority)]
    found += [*understand.strangers(authority), *read.strays(site)]
    found += [*chain.from_iterable(article.problems for article in articles), *relate.clashes(articles)]
    aside = {problem.path for problem in errors(found)}
    sound = [article for article in articles if article.source.path not in aside]
    drafts = tuple(article.source.path for article in sound if article.front.draft)
    shown = [relate.permitted(article, site.settings.excerpt) for article in sound if not article.front.draft]
    archive = relate.archive(shown, understand.entities(shown, authority))
    return Content(archive, authority, drafts, tuple(sorted(set(found))))


def inspected(root: Path, paths: Sequence[Path], executor: Executor) -> tuple[Article, ...]:
    """What is understood of these files, in their order, knowing the entities of the archive in `root`, if any."""
    authority = Authority()
    if (root / "mkdocs.yml").is_file():
        authority = ingest.authority(read.entities(read.site(root)).sources, calendars.suggest)
    found = [read.file(path, str(path)) for path in paths]
    sources = [Source(each.path, b"") if isinstance(each, Problem) else each for each in found]
    articles = understand.articles(ingest.articles(sources, executor), authority, executor)
    return tuple(
        replace(article, problems=(each,)) if isinstance(each, Problem) else article
        for each, article in zip(found, articles, strict=True)
    )


def clean(site: Site) -> None:
    """Remove everything that was generated, so that the next build writes it anew."""
    write.sync((), site.archive)


def _assets(site: Site) -> Iterator[Page]:
    found = read.assets(site)
    parts = [page for page in found if page.path.startswith("search/")]
    pages = [page for page in found if page not in parts]
    return (replace(page, path=f"assets/{page.path}") for page in (*pages, search.engine(parts)))


# --- who does the work ---------------------------------------------------------------------------------------


def workers(jobs: int, scheduler: str = "") -> AbstractContextManager[Executor]:
    """An executor: a cluster where its address is given, else that many processes, else this one.

    Raises:
        ImportError: A scheduler is given, and `distributed` is not installed.
        OSError: The scheduler does not answer.
    """
    if scheduler:
        # Imported here, before anything is entered, so that the caller can say that the extra is missing.
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import

        return _cluster(Client, scheduler)
    return _processes(jobs) if jobs > 1 else Here()


@contextmanager
def _cluster(connect: Callable[[str], Any], scheduler: str) -> Iterator[Executor]:
    try:
        connected = connect(scheduler)
    except ValueError as error:
        raise OSError(f"no scheduler is at {scheduler}: {error}") from None
    with connected as client:
        yield client.get_executor()


@contextmanager
def _processes(jobs: int) -> Iterator[Executor]:
    """Processes that leave Ctrl+C to this one; what they have not begun when it comes is not begun."""
    # Forked workers inherit the threads' locks of whatever runs here; a fresh process has none.
    spawning = get_context("spawn")
    pool = ProcessPoolExecutor(
        jobs, mp_context=spawning, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    try:
        _start(pool, jobs)
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _start(pool: ProcessPoolExecutor, jobs: int) -> None:
    """Start the processes while Ctrl+C is ignored, as they then do from their first moment; there are no gaps."""
    if current_thread() is not main_thread():
        return  # only the main thread may say what a signal does; the initializer sees to it a little later
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for _ in range(jobs):
            pool.submit(int)  # a process starts with the first task that no other is free for
    finally:
        signal.signal(signal.SIGINT, before)


class Here(Executor):
    """An executor that does the work at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future
