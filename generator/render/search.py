"""The page that the search is on; without JavaScript it says where else to look."""

from generator.model import KINDS, Archive, Page
from generator.render import links, words
from generator.render.page import Templates

HERE = "search.md"


def page(archive: Archive, templates: Templates) -> Page:
    """The page: a field, room for what is found, and how to ask."""
    number = words.count(len(archive.articles), "article")
    kinds = [{"name": links.KIND_NAMES[kind][1].lower(), "href": f"entities/{kind}/index.html"} for kind in KINDS]
    return templates.page(
        "search.md", HERE, description=f"Search {number}.", placeholder=f"Search {number}", kinds=kinds
    )
