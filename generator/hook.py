"""What plain `mkdocs build` and `mkdocs serve` call, so that they give the same site as `briefing` does.

It generates `docs/archive/` before MkDocs looks for pages, has MkDocs watch the content, and lists the finished site's
files. The pages need no plugin: what else it does makes MkDocs quicker and changes no byte.
"""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

from generator import build, read
from generator.publish import manifest, theming
from generator.publish.material import GENERATED
from generator.publish.quicken import Quickening
from generator.render.words import count

_log = logging.getLogger("mkdocs.hooks.briefing")
_quickening = Quickening()


def on_pre_build(config: Any) -> None:
    """Generate the archive's pages; problems are logged, and an error sets its file aside."""
    if GENERATED in os.environ:
        return
    root = Path(config.config_file_path).parent
    with build.workers(1) as executor:
        report = build.generate(read.site(root), executor)
    for problem in report.problems:
        _log.log(logging.WARNING if problem.severity == "error" else logging.INFO, "%s", problem)
    _log.info(
        "%s published, %s set aside", count(len(report.published), "article"), count(len(report.set_aside), "file")
    )


def on_serve(server: Any, config: Any, **_builder: Any) -> Any:
    """Have the server watch what the pages are made of, besides `docs/`."""
    root = Path(config.config_file_path).parent
    for folder in ("content", "site_templates"):
        if (root / folder).is_dir():
            server.watch(str(root / folder))
    return server


def on_files(files: Any, config: Any) -> Any:
    """Leave out the theme's files that nothing asks for."""
    theming.leave_out(files, config)
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Convert a generated page, which takes Python-Markdown ten times as long."""
    return _quickening.markdown(markdown, page, config, files)


def on_page_content(html: str, page: Any, **_rest: Any) -> str:
    """Give the page the HTML that was made of it."""
    return _quickening.content(html, page)[0]


def on_env(env: Any, config: Any, **_rest: Any) -> Any:
    """Have the theme remember the parts that are the same on many pages."""
    return theming.prepared(env, config)


@event_priority(-100)
def on_post_build(config: Any) -> None:
    """Write the site's manifest, after everybody else has written."""
    if GENERATED not in os.environ:
        manifest.write(Path(config.site_dir))
