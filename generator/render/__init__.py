"""The archive as pages: everything that goes out is a `Page(path, data)`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from generator import relate
from generator.model import Archive, Article, Page, Settings, Sheet
from generator.problems import Problem
from generator.render import browse, home, keyed, schema, search, status, timeline
from generator.render.page import Templates
from generator.render.page import templates as _templates


def pages(
    archive: Archive,
    drafts: Sequence[str],
    problems: Sequence[Problem],
    sources: Mapping[str, str],
    settings: Settings,
) -> Iterator[Page]:
    """Every page of the archive, in no particular order; the arguments are those of `sheets`."""
    made = (sheet.make() for sheet in sheets(archive, drafts, problems, sources, settings))
    return chain.from_iterable(made)


def sheets(
    archive: Archive,
    drafts: Sequence[str],
    problems: Sequence[Problem],
    sources: Mapping[str, str],
    settings: Settings,
    code: str = "",
    digests: keyed.Digests | None = None,
    whole: Callable[[Article], Article] = lambda article: article,
) -> Iterator[Sheet]:
    """Every page of the archive on a sheet, in no particular order.

    Args:
        archive: What to publish.
        drafts: Paths of articles left out because their authors say so.
        problems: Everything that was found wrong.
        sources: The page templates, by file name.
        settings: From `mkdocs.yml`.
        code: Tells the generator's own state, which the keys of the sheets are to tell too.
        digests: By the id of an article, the digest of it; made here where they are not given.
        whole: Gives an article its lines, which are asked for only when its page is made.
    """
    templates = _templates(sources, settings)
    known = digests or {each.id: relate.digest(each) for each in archive.articles}
    yield from keyed.sheets(archive, templates, keyed.seed(code, sources, settings), known, whole)
    yield Sheet(b"", lambda: browse.overview(archive, templates))
    yield Sheet(b"", lambda: _few(archive, drafts, problems, templates))


def _few(archive: Archive, drafts: Sequence[str], problems: Sequence[Problem], templates: Templates) -> Iterator[Page]:
    """The pages of which there is one each."""
    yield timeline.overview(archive, templates)
    yield home.page(archive, templates)
    yield status.page(archive, drafts, problems, templates)
    yield search.page(archive, templates)
    yield schema.page()
