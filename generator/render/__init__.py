"""The archive as pages: everything that goes out is a `Page(path, data)`."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Archive, Page, Settings
from generator.problems import Problem
from generator.render import article, browse, entity, home, schema, status, timeline
from generator.render.page import templates as _templates


def pages(
    archive: Archive,
    drafts: Sequence[str],
    problems: Sequence[Problem],
    sources: Mapping[str, str],
    settings: Settings,
) -> Iterator[Page]:
    """Every page of the archive, in no particular order.

    Args:
        archive: What to publish.
        drafts: Paths of articles left out because their authors say so.
        problems: Everything that was found wrong.
        sources: The page templates, by file name.
        settings: From `mkdocs.yml`.
    """
    templates = _templates(sources, settings)
    articles = {each.id: each for each in archive.articles}
    for each in archive.articles:
        yield from article.pages(each, archive, articles, templates)
    for known in archive.entities.values():
        yield from entity.pages(known, archive, articles, templates)
    yield from browse.pages(archive, templates)
    yield from timeline.pages(archive, articles, templates)
    yield home.page(archive, templates)
    yield status.page(archive, drafts, problems, templates)
    yield schema.page()
