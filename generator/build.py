"""The whole way: every article in, every page out, nothing stale left behind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from generator import calendars, ingest, publish, read, relate, remember, render, search, understand, write
from generator.batches import done
from generator.limits import give_back, uncollected
from generator.model import Archive, Article, Authority, Entity, Page, Related, Sheet, Site, Source
from generator.problems import ContentError, Problem, errors
from generator.search import scripts
from generator.work import wake, workers

__all__ = [
    "UNWATCHED",
    "Content",
    "Report",
    "Watch",
    "build",
    "clean",
    "generate",
    "inspected",
    "known",
    "understood",
    "wake",
    "workers",
]

T = TypeVar("T")


class Watch:
    """Is told how the work goes; this one tells nobody."""

    def stage(self, _name: str) -> AbstractContextManager[None]:
        """A stage of the work, for as long as it takes."""
        return nullcontext()

    def each(self, _name: str, items: Iterable[T], _total: int) -> Iterable[T]:
        """The items as they come, of a stage that brings forth so many."""
        return items


CACHE = ".cache"
"""The folder in the archive's root of what is remembered between builds; it may be deleted at any time."""

_Others = tuple[Related, ...]
_TRACE, _RELATED = "trace", "related"  # the stages' names in the memory
_LATER: Mapping[str, Any] = {_TRACE: relate.Trace, _RELATED: _Others}
UNWATCHED = Watch()
_FORGETFUL = remember.Memory()


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
    """All that was read and understood: what to publish, what not, and why.

    Attributes:
        archive: What to publish.
        authority: What was known beforehand.
        drafts: Paths of the articles that their authors hold back.
        problems: Everything found wrong.
        digests: By the id of a published article, the digest of it.
    """

    archive: Archive
    authority: Authority
    drafts: tuple[str, ...]
    problems: tuple[Problem, ...]
    digests: Mapping[str, bytes]


def build(
    site: Site,
    executor: Executor,
    *,
    strict: bool = False,
    anew: bool = False,
    told: Callable[[Report], None] = lambda _report: None,
    watch: Watch = UNWATCHED,
) -> Report:
    """Rebuild the archive and publish it, alone; the report is told before MkDocs, which takes longest, begins.

    Raises:
        ContentError: There are errors, and `strict` says to stop; another build is at work; or MkDocs could not
            build the site.
    """
    with publish.alone(site):
        if anew:
            clean(site)
        report = generate(site, executor, strict=strict, watch=watch)
        told(report)
        give_back()
        with watch.stage("Building the site"):
            publish.site(site, executor, partial(watch.each, "Building the site"))
    return report


def generate(site: Site, executor: Executor, *, strict: bool = False, watch: Watch = UNWATCHED) -> Report:
    """Rebuild `docs/archive/`: every article in, every page out.

    Raises:
        ContentError: There are errors, and `strict` says to stop.
    """
    with remember.memory(site.root / CACHE) as memory:
        with watch.stage("Looking"):
            given = read.everything(site)
            about = _digest(given, site)
            before = memory.standing(about, Report, site.archive)
        report = before or _generated(given, site, executor, memory, strict=strict, watch=watch)
        if strict and errors(report.problems):
            raise ContentError(report.problems)
        if not before and remember.certain(report.problems):
            memory.stands(about, replace(report, changes=report.changes.later()), site.archive)
    return report


def _digest(given: read.Input, site: Site) -> str:
    """The digest of all that the pages are made from, in hexadecimal."""
    files = (*given.articles.sources, *given.entities.sources, *given.written)
    others = (given.articles.problems, given.entities.problems, given.strays, given.assets, site.settings)
    told = [(each.path, remember.digest(each.data)) for each in files], sorted(given.templates.items()), others
    return remember.digest(msgspec.msgpack.encode(told))


def _generated(
    given: read.Input, site: Site, executor: Executor, memory: remember.Memory, *, strict: bool, watch: Watch
) -> Report:
    """What came of generating the pages; where there are errors and `strict` says to stop, none are written."""
    wake(executor)
    with uncollected():
        content = understood(given, site, executor, memory, watch)
    published = tuple(article.id for article in content.archive.articles)
    if strict and errors(content.problems):
        return Report(published, content.drafts, content.problems, write.Changes())
    with watch.stage("Writing"):
        written = memory.pages(_sheets(content, given, site, memory), site.archive)
        others = publish.awaited(written.pages(), site, executor)
        pages = search.pages(_searched(content, given), executor, written, others)
        changes = write.sync(chain(pages, _assets(given.assets)), site.archive, written.kept)
        written.remember()
    return Report(published, content.drafts, content.problems, changes)


def _sheets(content: Content, given: read.Input, site: Site, memory: remember.Memory) -> Iterator[Sheet]:
    return render.sheets(
        content.archive,
        content.drafts,
        content.problems,
        given.templates,
        site.settings,
        remember.code(whole=True),
        content.digests,
        partial(_whole, memory),
    )


def _whole(memory: remember.Memory, article: Article) -> Article:
    """The article with its lines, as far as its rights allow."""
    return memory.whole(article, ingest.article) if article.front.rights == "full" else article


def _searched(content: Content, given: read.Input) -> Iterator[search.Part]:
    return search.parts(content.archive, given.written, content.digests, remember.code(whole=True))


def understood(
    given: read.Input, site: Site, executor: Executor, memory: remember.Memory = _FORGETFUL, watch: Watch = UNWATCHED
) -> Content:
    """Understand all that was read, writing nothing but what the memory keeps for the next time."""
    files, entity_files = given.articles, given.entities
    authority = ingest.gathered(memory.entities(entity_files.sources, _entity))
    ingested = memory.ingested(
        files.sources, lambda new: watch.each("Reading", ingest.articles(new, executor), len(new)), _LATER
    )
    articles = memory.understood(
        ingested,
        authority,
        lambda new: watch.each("Understanding", understand.articles(new, authority, executor), len(new)),
    )
    problems = [*files.problems, *entity_files.problems, *authority.problems, *given.strays]
    with watch.stage("Relating"):
        problems += _claims(authority, memory, executor)
        problems += chain(chain.from_iterable(article.problems for article in articles), relate.clashes(articles))
        sound = _sound(articles, problems)
        shown = [relate.permitted(article, site.settings.excerpt) for article in sound if not article.front.draft]
        archive, digests = _related(shown, authority, memory, executor)
    drafts = tuple(article.source.path for article in sound if article.front.draft)
    return Content(archive, authority, drafts, tuple(sorted(set(problems))), digests)


def _entity(source: Source) -> remember.ReadEntity:
    return ingest.read_entity(source, calendars.suggest)


def _claims(authority: Authority, memory: remember.Memory, executor: Executor) -> list[Problem]:
    """What is wrong with the entities as a whole."""
    about = authority.entities
    return memory.of_all("names", about, list[Problem], lambda: done(executor, understand.claims, authority))


def _related(
    articles: Sequence[Article], authority: Authority, memory: remember.Memory, executor: Executor
) -> tuple[Archive, Mapping[str, bytes]]:
    """The articles as an archive, and by the id of each the digest of it."""
    by_digest = {relate.digest(each): each for each in articles}
    traces = list(memory.of_each(_TRACE, relate.Trace, by_digest, partial(relate.traces, executor=executor)))
    entities = _entities(articles, authority, memory, executor)
    remembered = partial(memory.of_each, _RELATED, _Others)
    archive = relate.archive(articles, entities, traces, executor, remembered)
    return archive, {each.id: digest for digest, each in by_digest.items()}


def _entities(
    articles: Sequence[Article], authority: Authority, memory: remember.Memory, executor: Executor
) -> Mapping[str, Entity]:
    """The entities by id; the gazetteer, which is large, is asked where it lies, and only for what it was not yet."""
    named = understand.named(articles)
    about = (authority.entities, named)
    return memory.of_all(
        "entities", about, dict[str, Entity], lambda: done(executor, understand.known, named, authority)
    )


def _sound(articles: Sequence[Article], problems: Iterable[Problem]) -> list[Article]:
    """The articles whose files have no error."""
    aside = {problem.path for problem in problems if problem.severity == "error"}
    return [article for article in articles if article.source.path not in aside]


def known(site: Site, executor: Executor, watch: Watch = UNWATCHED) -> Content:
    """The same, writing nothing at all."""
    with remember.memory(site.root / CACHE, keeping=False) as memory:
        with watch.stage("Looking"):
            given = read.everything(site)
        with uncollected():
            return understood(given, site, executor, memory, watch)


def inspected(root: Path, paths: Sequence[Path], executor: Executor, watch: Watch = UNWATCHED) -> tuple[Article, ...]:
    """What is understood of these files, in their order, knowing the entities of the archive in `root`, if any."""
    authority = Authority()
    if (root / "mkdocs.yml").is_file():
        authority = ingest.authority(read.entities(read.site(root)).sources, calendars.suggest)
    found = [read.file(path, str(path)) for path in paths]
    sources = [Source(each.path, b"") if isinstance(each, Problem) else each for each in found]
    ingested = watch.each("Reading", ingest.articles(sources, executor), len(sources))
    articles = watch.each("Understanding", understand.articles(ingested, authority, executor), len(sources))
    return tuple(
        replace(article, problems=(each,)) if isinstance(each, Problem) else article
        for each, article in zip(found, articles, strict=True)
    )


def clean(site: Site) -> None:
    """Remove everything that was generated, so that the next build writes it anew."""
    write.sync((), site.archive)


def _assets(found: Sequence[Page]) -> Iterator[Page]:
    parts = [page for page in found if page.path.startswith("search/")]
    pages = [page for page in found if page not in parts]
    return (replace(page, path=f"assets/{page.path}") for page in (*pages, *scripts.joined(parts)))
