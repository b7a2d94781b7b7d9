"""A shard: a MkDocs build of some of the pages, to which the others are known by their names only.

It takes values and gives values, so that it can run anywhere: in this process, in another, on another machine.
"""

import logging
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
from mkdocs.commands import build as command
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.batches import Packed
from generator.publish import material, theming
from generator.publish.edition import Detail
from generator.publish.quicken import Quickening
from generator.publish.rapid import RapidPage
from generator.publish.shared import Known, Project, Shared, file_of, shared

_INCLUDING = b"-8<-"


def includes(data: bytes) -> bool:
    """Whether the source of a page may include other files."""
    return _INCLUDING in data


class Made(msgspec.Struct, array_like=True):
    """What came of a page: its HTML, and what to remember."""

    html: bytes
    detail: Detail


@dataclass(frozen=True, slots=True)
class Built:
    """Pages by the paths of their sources; and, where they were asked for, the site's files that no page stands for."""

    pages: Mapping[str, Made]
    frame: Mapping[str, bytes]


def away(project: Packed[Project], pages: Mapping[str, bytes]) -> Built:
    """Build pages where the archive may not be: on a machine that has no more than these values.

    Raises:
        ContentError: MkDocs could not build them.
    """
    with _ALONE:
        return build(_unpacked(project) / "mkdocs.yml", None, project.value, pages)


_ALONE = Lock()
"""MkDocs builds one site at a time in a process; a cluster's worker may have several threads."""

_unpacked_last: list[tuple[Packed[Project], "tempfile.TemporaryDirectory[str]"]] = []
"""The last project of this process, and the folder with its files, which goes when another takes its place."""


def _unpacked(project: Packed[Project]) -> Path:
    if not _unpacked_last or _unpacked_last[0][0] is not project:
        holder = tempfile.TemporaryDirectory(prefix="briefing-")
        for name, data in project.value.files.items():
            path = Path(holder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for _, before in _unpacked_last:
            before.cleanup()
        _unpacked_last[:] = [(project, holder)]
    return Path(_unpacked_last[0][1].name)


def build(
    config: Path,
    docs: Path | None,
    project: Project,
    pages: Mapping[str, bytes],
    framed: Sequence[str] | None = None,
) -> Built:
    """Build pages with the configuration at this path.

    Args:
        config: A `mkdocs.yml`, with its theme.
        docs: The folder of the sources, for pages that include other files; where there are none such, nothing.
        project: What the pages share.
        pages: Their sources, by path.
        framed: The paths of all pages of the site, where the files that no page stands for are wanted too.

    Raises:
        ContentError: MkDocs could not build them.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder, material.answering(config, *material.BUILDING):
        empty, site = Path(folder, "docs"), Path(folder, "site")
        empty.mkdir()
        # A plugin has the pages found, so that MkDocs need not look through tens of thousands of files.
        loaded = load_config(
            str(config), docs_dir=str(empty), site_dir=str(site), plugins=[], hooks=[], watch=[], strict=False
        )
        collector = _Collector(shared(config, project), pages, docs, framed)
        loaded.plugins["briefing"] = collector
        with material.quiet(collector.warned):
            command.build(loaded)
        return Built(collector.made, _tree(site))


def _tree(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


class _Collector(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs the pages of the shard, and takes what becomes of them before it is written."""

    def __init__(
        self, shared: Shared, pages: Mapping[str, bytes], docs: Path | None, framed: Sequence[str] | None
    ) -> None:
        """Build these pages."""
        super().__init__()
        self._shared, self._pages, self._docs, self._framed = shared, pages, docs, framed
        self._warnings: dict[str, list[str]] = {}
        self._details: dict[str, Detail] = {}
        self._here = ""
        self._quickening = Quickening()
        self.made: dict[str, Made] = {}

    def warned(self, record: logging.LogRecord) -> None:
        """Note a warning of MkDocs with the page that it is at."""
        self._warnings.setdefault(self._here, []).append(record.getMessage())

    def on_config(self, config: Any) -> None:
        """Leave out what only the frame has."""
        if self._framed is None:
            config.theme.static_templates.clear()
            self._shared.theme.keep(config.theme)

    def on_files(self, files: Files, *, config: Any) -> Files:
        """The pages of the shard and of the navigation; of the theme's files, that they exist."""
        if self._docs:
            config.docs_dir = str(self._docs)
        if self._framed is None:
            for file in files:
                file.inclusion = InclusionLevel.EXCLUDED
            # They are told but once, as the templates are prepared but once.
            self._shared.theme.files |= files.src_uris
        theming.leave_out(files, config)
        menu = self._shared.project.menu
        wanted = {**menu, **self._pages}
        found = [file_of(path, config, InclusionLevel.UNDEFINED, data) for path, data in wanted.items()]
        for file in found:
            if file.src_uri not in menu:
                RapidPage(None, file, config)
        self._files = Known([*files, *found], self._shared, config)
        return self._files

    def on_env(self, env: Any, *, config: Any, **_rest: Any) -> Any:
        """Have the theme remember what it renders."""
        return theming.prepared(env, config)

    def on_template_context(self, context: Any, *, config: Any, **_template: Any) -> Any:
        """Have the site map list all pages, not only those of this shard."""
        files = [file_of(path, config, InclusionLevel.INCLUDED) for path in self._framed or ()]
        for file in files:
            Page(None, file, config)
        context["pages"] = files
        return context

    def on_pre_page(self, page: Page, **_rest: Any) -> Page:
        """Take what MkDocs asks for from here on for this page's."""
        self._here = page.file.src_uri
        self._files.asked = set()
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: Any, files: Files) -> str:
        """Convert what can be converted quickly."""
        return self._quickening.markdown(markdown, page, config, files)

    def on_page_content(self, html: str, *, page: Page, **_rest: Any) -> str:
        """Note what the page links to, and what it can be linked to at."""
        html, targets = self._quickening.content(html, page)
        path = page.file.src_uri
        self._details[path] = Detail(
            asked=tuple(sorted(self._files.asked | targets)),
            ids=tuple(sorted(page.present_anchor_ids or ())),
            anchors={file.src_uri: tuple(sorted(links)) for file, links in (page.links_to_anchors or {}).items()},
            warnings=tuple(self._warnings.get(path, ())),
            including=includes(self._pages.get(path, b"")),
        )
        return html

    def on_post_page(self, output: str, *, page: Page, **_rest: Any) -> str:
        """Take the page, and leave MkDocs nothing to write."""
        path = page.file.src_uri
        if path in self._pages and output.strip():
            self.made[path] = Made(output.encode("utf-8", errors="xmlcharrefreplace"), self._details[path])
        return ""
