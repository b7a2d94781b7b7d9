"""The same pages, built by others: each gets our Markdown, and has to make as many pages of it as there are files."""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.bench.processes import Run, timed


def plain(root: Path, scratch: Path, limit: float) -> Run:
    """MkDocs with Material and its search, on our pages."""
    project = _project(root, scratch / "mkdocs")
    (project / "mkdocs.yml").write_text(
        "site_name: Plain\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "markdown_extensions: [tables, fenced_code, toc]\nnav: [index.md]\n"
    )
    run = timed("plain MkDocs", [sys.executable, "-m", "mkdocs", "build", "--quiet"], project, limit)
    return counted(run, project / "docs", project / "site")


def zensical(root: Path, scratch: Path, limit: float) -> Run | None:
    """Zensical with its own theme and search, on our pages, where it is installed."""
    program = _program("zensical")
    if not program:
        return None
    project = _project(root, scratch / "zensical")
    (project / "mkdocs.yml").write_text(
        "site_name: Plain\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
        "markdown_extensions: [tables, fenced_code, toc]\nnav: [index.md]\n"
    )
    return counted(timed("Zensical", [program, "build"], project, limit), project / "docs", project / "site")


_HUGO = {
    "title": "Plain",
    "uglyURLs": True,
    # Our pages are the site: no lists, feeds or tags are added to them.
    "disableKinds": ["taxonomy", "term", "rss", "sitemap", "robotstxt"],
    "markup": {
        # Our pages hold a few empty elements, and link each other by the names of the files, which MkDocs resolves too.
        "goldmark": {"renderer": {"unsafe": True}, "renderHooks": {"link": {"useEmbedded": "always"}}},
    },
    "related": {"threshold": 20, "indices": [{"name": "keywords", "weight": 100}]},
}
_PAGE = """<!doctype html><title>{{ .Title }}</title>{{ .Content }}
{{ with .Keywords }}{{ range first 5 (site.RegularPages.Related $) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}{{ end }}"""
_ENTITY = re.compile(r"entities/(\w+/[\w-]+)\.md")


def hugo(root: Path, scratch: Path, limit: float) -> Run | None:
    """Hugo with the barest of themes and five related pages to an article, by the entities, where it is installed."""
    program = _program("hugo")
    if not program:
        return None
    project = _project(root, scratch / "hugo")
    content = (project / "docs").rename(project / "content")
    for page in content.rglob("*.md"):
        _prepared(page)
    (project / "hugo.json").write_text(json.dumps(_HUGO))
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for layout in ("single.html", "list.html"):
        (layouts / layout).write_text(_PAGE)
    return counted(timed("Hugo", [program, "--quiet"], project, limit), content, project / "public")


def _prepared(page: Path) -> None:
    """Say in Hugo's words what the page is about; and call a folder's page by the name that leaves it others."""
    text = page.read_text("utf-8")
    named = sorted(set(_ENTITY.findall(text))) if "articles" in page.parts else []
    if named and text.startswith("---\n"):
        page.write_text(f"---\nkeywords: {json.dumps(named)}\n{text[4:]}", "utf-8")
    if page.name == "index.md":
        page.rename(page.with_name("_index.md"))


PROGRAMS: dict[str, Callable[[Path, Path, float], Run | None]] = {"mkdocs": plain, "hugo": hugo, "zensical": zensical}
"""What others build with, by the name to call each by on the command line."""


def counted(run: Run, sources: Path, built: Path) -> Run:
    """The run with the number of pages that it made.

    Raises:
        SystemExit: There are fewer than sources, so that it cannot be compared.
    """
    asked = sum(1 for _ in sources.rglob("*.md"))
    made = sum(1 for _ in built.rglob("*.html"))
    if run.whole and made < asked:
        raise SystemExit(f"{run.name} made {made} pages of {asked}: not the same work")
    return replace(run, pages=made)


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def _project(root: Path, project: Path) -> Path:
    """A folder with our Markdown pages as `docs/`, and nothing else of ours."""
    for page in (root / "docs").rglob("*.md"):
        target = project / "docs" / page.relative_to(root / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.read_bytes())
    (project / "docs" / "index.md").write_text("# Plain\n")
    return project
