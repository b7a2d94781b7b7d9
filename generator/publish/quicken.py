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


@dataclass(frozen=True, slots=True)
class _Links:
    """Where the links of a page lead, as MkDocs has it; and the places on pages that they name."""

    file: Any
    files: Any
    anchors: dict[Any, dict[str, str]] = field(default_factory=dict)

    def resolve(self, link: str) -> str | None:
        """The address of a link on the site; None for one that MkDocs has something to say about."""
        if link.startswith(("http://", "https://", "mailto:")):
            return link
        found = _RELATIVE.fullmatch(link)
        if not found or link.startswith("/"):
            return None
        target = self._target(found[1]) if found[1] else self.file
        if target is None:
            return None
        if found[2]:
            self.anchors.setdefault(target, {}).setdefault(found[2], link)
        address = _relative(target.url, posixpath.dirname(self.file.url)) if found[1] else ""
        return f"{address}#{found[2]}" if found[2] else address or None

    def _target(self, path: str) -> Any:
        folder = posixpath.dirname(self.file.src_uri)
        return self.files.get_file_from_path(posixpath.normpath(posixpath.join(folder, path)))


@lru_cache(maxsize=1 << 16)
def _relative(url: str, folder: str) -> str:
    return get_relative_url(url, f"{folder}/")


class Quickening:
    """Converts pages between MkDocs' reading them and its putting them into the theme."""

    def __init__(self) -> None:
        """Begin with a build."""
        self._quick: dict[str, tuple[Quick, _Links]] = {}

    def markdown(self, markdown: str, page: Any, config: Any, files: Any) -> str:
        """The Markdown that is left for MkDocs to convert: all, or nothing."""
        permalink = _permalink(config)
        if permalink is None or "title" not in page.meta:
            return markdown
        links = _Links(page.file, files)
        quick = convert(markdown, links.resolve, permalink)
        if quick is None:
            return markdown
        self._quick[page.file.src_uri] = quick, links
        return ""

    def content(self, html: str, page: Any) -> str:
        """The page's HTML: what was made of the Markdown that MkDocs did not see, or what it made itself."""
        made = self._quick.pop(page.file.src_uri, None)
        if made is None:
            return html
        quick, links = made
        page.toc = get_toc(quick.headings)
        page.present_anchor_ids = set(quick.ids)
        page.links_to_anchors = links.anchors
        return quick.html


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
