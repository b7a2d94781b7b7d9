"""One page of each kind, found by where it lies in the built site."""

from pathlib import Path

KINDS = {
    "home": "index.html",
    "article": "archive/articles/2019/*.html",
    "article with markup": "archive/articles/2021/*.html",
    "article without a date": "archive/articles/undated/*.html",
    "entity": "archive/entities/people/[!i]*.html",
    "entity, further page": "archive/entities/*/*/1.html",
    "entities of a kind": "archive/entities/people/index.html",
    "ways to browse": "archive/browse/index.html",
    "articles of a year": "archive/browse/2019.html",
    "articles of a year, further page": "archive/browse/2*/1.html",
    "articles of a source": "archive/browse/sources/*.html",
    "timeline": "archive/timeline/index.html",
    "timeline of a year": "archive/timeline/20*.html",
    "timeline of a year, further page": "archive/timeline/2*/2.html",
    "search": "archive/search.html",
    "status": "archive/status.html",
}
"""By what a page is: a pattern that one such page matches."""


def path(shown: Path, kind: str) -> str:
    """The first page of this kind, as its path in the site."""
    return min(each.relative_to(shown).as_posix() for each in shown.glob(KINDS[kind]))
