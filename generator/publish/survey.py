"""What MkDocs' configuration says of the site: whether it can be built in parts, and what its navigation needs."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.utils import is_markdown_file as is_page
from mkdocs.utils import meta

from generator.publish import environment, material
from generator.publish.shared import file_of

__all__ = ["Survey", "divisible", "foreseeable", "in_order", "is_page", "menu", "menu_digest", "places", "survey"]

_OWN_HOOK = "site_templates/hook.py"
_LEFT_OUT = InclusionLevel.DRAFT.value


@dataclass(frozen=True, slots=True)
class Survey:
    """A configuration as MkDocs reads it, and the files behind it, by path from the archive's folder."""

    config: Any
    files: Mapping[str, bytes]

    @property
    def dated(self) -> bool:
        """Whether the site says the day of its build: its map does, where the site has an address."""
        return bool(self.config.site_url)


def survey(path: Path, files: Mapping[str, bytes]) -> Survey:
    """The configuration at this path.

    Raises:
        ContentError: MkDocs refuses it.
    """
    with material.answering(path, *material.BUILDING), material.quiet():
        # What a hook does is not asked here, and to read ours takes as long as all else.
        return Survey(load_config(str(path), hooks=[]), files)


_ALL_PAGES = re.compile(rb"\{[{%][^{}]*(?<![.\w'\"])(?:pages|build_date_utc)\b")
"""A template's expression that names all pages, or the time of the build."""


def divisible(here: Survey) -> bool:
    """Whether each page depends on nothing but its source, the navigation and the configuration.

    A plugin, a hook or a template may look at all pages at once; then MkDocs builds them all at once.
    """
    config = here.config
    inside = not any(name.startswith(("..", "/")) for name in here.files)
    templates = [data for name, data in here.files.items() if name.endswith((".html", ".xml"))]
    looking = any(map(_ALL_PAGES.search, templates))
    return (
        not config.plugins
        and inside
        and not looking
        and config.theme.name == "material"
        and config.nav is not None
        and not config.extra_templates
        and environment.hooks(here.files) <= {_OWN_HOOK}
    )


def foreseeable(here: Survey) -> bool:
    """Whether nothing but the files below `docs/` and the configuration decides what the pages become."""
    return all(map(_self_contained, here.config.markdown_extensions)) and _snippets_inside(here.config)


def _self_contained(extension: str) -> bool:
    """Whether an extension reads no files: those of Python-Markdown and PyMdown do not, but for one or two."""
    known = "." not in extension or extension.startswith(("markdown.extensions.", "pymdownx.", "material.extensions."))
    return known and extension != "pymdownx.b64"


def _snippets_inside(config: Any) -> bool:
    if "pymdownx.snippets" not in config.markdown_extensions:
        return True
    given = config.mdx_configs.get("pymdownx.snippets", {})
    base = given.get("base_path", ["."])
    folders = [base] if isinstance(base, str | os.PathLike) else base
    inside = all(Path(folder).resolve().is_relative_to(Path(config.docs_dir).resolve()) for folder in folders)
    return inside and bool(given.get("restrict_base_path", True)) and not given.get("url_download")


def places(here: Survey, paths: Iterable[str]) -> dict[str, str]:
    """By path below `docs/`: the file of the site that is made from it; empty where the configuration leaves it out."""
    config = here.config
    files = [file_of(path, config, InclusionLevel.UNDEFINED) for path in paths]
    set_exclusions(files, config)
    return {file.src_uri: file.dest_uri if file.inclusion.value > _LEFT_OUT else "" for file in files}


def in_order(path: str) -> tuple[list[str], bool, str]:
    """What to sort paths by to have them in MkDocs' order: a folder's index first, then its pages, then its folders."""
    *folders, name = path.split("/")
    return folders, os.path.splitext(name)[0] not in ("index", "README"), name  # noqa: PTH122 - not a path on the disk


def menu(here: Survey, docs: Path) -> dict[str, bytes]:
    """The pages of the navigation, by path: what it may take from them, which is their title and metadata."""
    found = {}
    for path, titled in _named(here.config.nav):
        source = docs / path
        if source.is_file():
            found[path] = _cut(source.read_bytes(), titled)
    return found


def menu_digest(pages: Mapping[str, bytes]) -> bytes:
    """A digest of the navigation's pages; their descriptions, which tell of counts, are on no other page."""
    total = sha256()
    for path, data in pages.items():
        body, found = meta.get_data(data.decode("utf-8-sig"))
        facts = {key: value for key, value in found.items() if key != "description"}
        total.update(repr((path, sorted(facts.items(), key=str), body)).encode("utf-8", "surrogateescape"))
    return total.digest()


def _cut(data: bytes, titled: bool) -> bytes:
    """The page's metadata alone, where its title does not depend on its text."""
    text = data.decode("utf-8-sig")
    body, found = meta.get_data(text)
    if not titled and "title" not in found:
        return data
    return text[: len(text) - len(body)].encode() if body else data


def _named(nav: Any, titled: bool = False) -> Iterator[tuple[str, bool]]:
    """The paths that the navigation names, and whether it gives a title with it."""
    if isinstance(nav, str):
        yield nav, titled
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _named(value, titled=isinstance(value, str))
    else:
        for each in nav or ():
            yield from _named(each)
