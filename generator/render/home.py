"""The generated part of the home page: the ways in, and the newest briefings; `docs/index.md` includes it."""

from collections.abc import Iterator
from heapq import nlargest
from itertools import islice

from generator.model import KINDS, Archive, Article, Page
from generator.render import article as article_page
from generator.render import links, timeline, words
from generator.render.page import Templates

# The fragment is included at the root of the site, one folder above what it points to.
PREFIX = "archive/"
SHOWN_YEARS = 10


def page(archive: Archive, templates: Templates) -> Page:
    """The fragment; its links are written for a page at the root of the site."""
    # Of copies the one that stands for all is enough.
    told = (
        each for each in archive.articles if each.id not in archive.copies or archive.copies[each.id].head == each.id
    )
    newest = [_newest(article) for article in islice(told, templates.settings.newest)]
    return templates.page("home.inc", "home.inc", ways=list(_ways(archive)), years=_busiest(archive), newest=newest)


def _ways(archive: Archive) -> Iterator[dict[str, str]]:
    yield _way(len(archive.articles), "article", "", "browse/index.md")
    for kind in KINDS:
        one, many = (name.lower() for name in links.KIND_NAMES[kind])
        yield _way(sum(entity.kind == kind for entity in archive.entities.values()), one, many, links.kind(kind))
    yield _way(len(archive.timeline), "dated sentence", "", links.timeline("index"))


def _way(number: int, one: str, many: str, target: str) -> dict[str, str]:
    figure, _, name = words.count(number, one, many).partition(" ")
    return {"number": figure, "text": name, "href": PREFIX + target}


def _busiest(archive: Archive) -> list[timeline.Bar]:
    """The years that are named most often, in order: as many as fit on a small screen side by side."""
    years = [bar for bar in timeline.bars(archive) if len(bar.year) == 4]
    shown = {bar.year for bar in nlargest(SHOWN_YEARS, years, key=lambda bar: (bar.number, bar.year))}
    return [bar for bar in years if bar.year in shown]


def _newest(article: Article) -> dict[str, str]:
    return {
        "title": words.title(article),
        "href": PREFIX + links.article(article.id),
        "note": words.told(article),
        "lead": article_page.description(article),
    }
