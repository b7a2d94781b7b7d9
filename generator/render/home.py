"""The generated part of the home page: the ways in, and the newest briefings; `docs/index.md` includes it."""

from generator.model import KINDS, Archive, Article, Page
from generator.render import article as article_page
from generator.render import links, words
from generator.render.page import Templates

# The fragment is included at the root of the site, one folder above what it points to.
PREFIX = "archive/"


def page(archive: Archive, templates: Templates) -> Page:
    """The fragment; its links are written for a page at the root of the site."""
    newest = [_newest(article) for article in archive.articles[: templates.settings.newest]]
    return templates.page("home.inc", "home.inc", ways=list(_ways(archive)), newest=newest)


def _ways(archive: Archive) -> list[dict[str, str]]:
    ways = [_way("Articles", "browse/index.md", len(archive.articles), "article")]
    for kind in KINDS:
        one, many = (name.lower() for name in links.KIND_NAMES[kind])
        number = sum(entity.kind == kind for entity in archive.entities.values())
        ways.append(_way(many.capitalize(), links.kind(kind), number, one, many))
    return [*ways, _way("Timeline", links.timeline("index"), len(archive.timeline), "dated sentence")]


def _way(text: str, target: str, number: int, one: str, many: str = "") -> dict[str, str]:
    return {"text": text, "href": PREFIX + target, "note": words.count(number, one, many)}


def _newest(article: Article) -> dict[str, str]:
    known = article.metadata
    told = (words.date(known.published.value) if known.published else "", known.source.value if known.source else "")
    return {
        "title": words.title(article),
        "href": PREFIX + links.article(article.id),
        "note": " · ".join(filter(None, told)),
        "lead": article_page.description(article),
    }
