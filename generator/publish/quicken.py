"""Has MkDocs take the generated pages' HTML from `quick`, with the same links, headings and warnings as its own."""

import posixpath
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from generator.publish.quick import Permalink, Quick, convert

_KNOWN = frozenset({"toc", "tables", "fenced_code", "pymdownx.snippets"})
_RELATIVE = re.compile(r"([\w./-]*)(?:#([\w.-]+))?")

_Ways = dict[str, tuple[Any, str]]
"""By a path as links write it: the file that it names, and its address from the folder of the page."""


@dataclass(frozen=True, slots=True)
class _Links:
    """Where the links of a page lead, as MkDocs has it; the places on pages that they name, and the files' paths."""

    file: Any
    files: Any
    ways: _Ways
    anchors: dict[Any, dict[str, str]] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)

    def resolve(self, link: str) -> str | None:
        """The address of a link on the site; None for one that MkDocs has something to say about."""
        if link.startswith(("http://", "https://", "mailto:")):
            return link
        found = _RELATIVE.fullmatch(link)
        if not found or link.startswith("/"):
            return None
        path, anchor = found[1], found[2]
        way = (self.ways.get(path) or self._way(path)) if path else (self.file, "")
        if way is None:
            return None
        target, address = way
        if path:
            self.targets.add(target.src_uri)
        if anchor:
            self.anchors.setdefault(target, {}).setdefault(anchor, link)
        return f"{address}#{anchor}" if anchor else address or None

    def _way(self, path: str) -> tuple[Any, str] | None:
        folder = posixpath.dirname(self.file.src_uri)
        target = self.files.get_file_from_path(posixpath.normpath(f"{folder}/{path}" if folder else path))
        if target is None:
            return None
        way = self.ways[path] = target, _relative(target.url, posixpath.dirname(self.file.url))
        return way


def _relative(url: str, folder: str) -> str:
    """The address of a page from a folder; that of the page's own folder is worked out once for all pages in it."""
    head, _, name = url.rpartition("/")
    if not name or f"/{name}/" in f"/{folder}/":
        return get_relative_url(url, f"{folder}/")
    return _way_to(head, folder) + name


@lru_cache(maxsize=1 << 12)
def _way_to(head: str, folder: str) -> str:
    return get_relative_url(f"{head}/.html" if head else ".html", f"{folder}/").removesuffix(".html")


class Quickening:
    """Converts pages between MkDocs' reading them and its putting them into the theme."""

    def __init__(self) -> None:
        """Begin with a build."""
        self._quick: dict[str, tuple[Quick, _Links]] = {}
        self._ways: dict[tuple[str, str], _Ways] = {}
        self._files: Any = None

    def markdown(self, markdown: str, page: Any, config: Any, files: Any) -> str:
        """The Markdown that is left for MkDocs to convert: all, or nothing."""
        permalink = _permalink(config)
        if permalink is None or "title" not in page.meta:
            return markdown
        links = _Links(page.file, files, self._known(page.file, files))
        quick = convert(markdown, links.resolve, permalink)
        if quick is None:
            return markdown
        self._quick[page.file.src_uri] = quick, links
        return ""

    def _known(self, file: Any, files: Any) -> _Ways:
        """What is known of where links of this folder's pages lead."""
        if files is not self._files:
            self._files = files  # of another build
            self._ways.clear()
        place = posixpath.dirname(file.src_uri), posixpath.dirname(file.url)
        return self._ways.setdefault(place, {})

    def content(self, html: str, page: Any) -> tuple[str, frozenset[str]]:
        """The page's HTML, made of the Markdown that MkDocs did not see, or by itself; the files that we linked to."""
        made = self._quick.pop(page.file.src_uri, None)
        if made is None:
            return html, frozenset()
        quick, links = made
        page.toc = get_toc(quick.headings)
        page.present_anchor_ids = set(quick.ids)
        page.links_to_anchors = links.anchors
        return quick.html, frozenset(links.targets)


def _permalink(config: Any) -> Permalink | None:
    """How headings link to themselves; None where the configuration has Markdown that `quick` does not know."""
    given = config.mdx_configs.get("toc") or {}
    text, title = given.get("permalink"), given.get("permalink_title", "Permanent link")
    known = set(config.markdown_extensions) == _KNOWN and set(given) <= {"title", "permalink", "permalink_title"}
    plain = isinstance(text, str) and len(text) == 1 and text in "#¶§" and re.fullmatch(r"[\w ]+", str(title))
    # Another plugin that reads or changes the Markdown has to find it.
    alone = all(len(config.plugins.events[event]) == 1 for event in ("page_markdown", "page_content"))
    return Permalink(str(text), str(title)) if known and plain and alone and not _others_given(config) else None


def _others_given(config: Any) -> bool:
    """Whether tables or code have options."""
    return bool(config.mdx_configs.get("tables") or config.mdx_configs.get("fenced_code"))
