"""Has the parts of the theme that are the same on many pages rendered once: menu, footer, switches, icons.

They depend on nothing but the folder of a page, as long as the page is not itself in the navigation.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.meta import find_undeclared_variables

_PARTS = frozenset(
    f"partials/{name}.html"
    for name in (
        "footer",
        "icons",
        "integrations/analytics",
        "javascripts/base",
        "javascripts/content",
        "javascripts/palette",
        "logo",
        "nav",
        "palette",
        "search",
        "tabs",
        "top",
    )
)
_INCLUDE = re.compile(r"\{%(-?)\s*include\s+\"([^\"]+)\"\s*(-?)%\}")
# A part that is known is put in as it is; else it is rendered, and goes through a filter that remembers it.
_KEPT = (
    "{%%%s if kept.known(%r, page, nav) %%}{{ kept.text }}"
    "{%% else %%}{%% filter keep(%r) %%}{%% include %r %%}{%% endfilter %%}{%% endif %s%%}"
)
_LANGUAGE = "partials/language.html"
_SPEAKING = f'{{% import "{_LANGUAGE}" as lang with context %}}'
_SPOKEN = "{% set lang = kept.language %}"


class _Language:
    """The theme's words in the site's language, each asked for once."""

    def __init__(self, env: Environment, config: Any) -> None:
        self._ask = cache(lambda: env.get_template(_LANGUAGE).make_module({"config": config}))
        self.t = cache(self._told)

    def _told(self, key: str) -> str:
        """What the theme says there."""
        told: str = self._ask().t(key)  # type: ignore[attr-defined]
        return told


_MOST = 1000
"""So many parts are remembered, which is little memory; a site of more folders makes some of them again."""


class _Kept:
    """What was rendered already, by the name of the part and the folder of the page."""

    def __init__(self, language: _Language) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        self._page: Any = None
        self._folder: str | None = None
        self.language = language
        self.text = ""

    def known(self, name: str, page: Any, nav: Any) -> bool:
        """Whether a part was rendered for a page of this folder; then it is the text."""
        if page is not self._page:
            # Pages in the menu have one of their own.
            self._page, self._folder = page, page.url.rpartition("/")[0] if page and page not in nav.pages else None
        found = self._texts.get((name, self._folder)) if self._folder is not None else None
        self.text = found or ""
        return found is not None

    def keep(self, text: str, name: str) -> str:
        """The text of a part of the page that was asked about last, which is remembered."""
        if self._folder is not None:
            if len(self._texts) >= _MOST:
                self._texts.clear()
            self._texts[name, self._folder] = text
        return text


class _Loader(BaseLoader):
    """Has templates look, before they include a part that can be kept, whether it is rendered already."""

    def __init__(self, theme: BaseLoader) -> None:
        """Load from the theme's loader."""
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template's source, with other words where it includes parts."""
        source, name, fresh = self._theme.get_source(environment, template)

        def included(found: re.Match[str]) -> str:
            before, part, after = found.groups()
            if part not in _PARTS or _looks_at_the_page(part, self._theme.get_source(environment, part)[0]):
                return found[0]
            return _KEPT % (before, part, part, part, after)

        return self._spoken(environment, _INCLUDE.sub(included, source)), name, fresh

    def _spoken(self, environment: Environment, source: str) -> str:
        """The source with the theme's words remembered, where these depend on nothing but the configuration."""
        if _SPEAKING not in source:
            return source
        words = environment.parse(self._theme.get_source(environment, _LANGUAGE)[0])
        return source.replace(_SPEAKING, _SPOKEN) if find_undeclared_variables(words) == {"config"} else source

    def list_templates(self) -> list[str]:
        """None: MkDocs had the theme's from the loader itself, and looks through its ten thousand icons but once."""
        return []


def _looks_at_the_page(name: str, source: str) -> bool:
    # Material's menu looks whether the page is in it, and those that are get theirs anew.
    return name != "partials/nav.html" and bool(re.search(r"\bpage\b", source))


class _Compiled(BytecodeCache):
    """The compiled templates of all builds of this process, by their sources."""

    _known: dict[str, bytes] = {}  # noqa: RUF012 - shared by all on purpose

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is known already."""
        known = self._known.get(f"{bucket.key} {bucket.checksum}")
        if known:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what is new."""
        self._known[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


def prepared(env: Environment, config: Any) -> Environment:
    """The theme's environment, made to remember; one that is already stays as it is."""
    if env.loader is None or isinstance(env.loader, _Loader):
        return env
    env.loader = _Loader(env.loader)
    env.bytecode_cache = _Compiled()
    kept = _Kept(_Language(env, config))
    env.globals["kept"] = kept
    env.filters["keep"] = kept.keep
    return env


_SEARCHING = ("assets/javascripts/workers/", "assets/javascripts/lunr/")


def leave_out(files: Any, config: Any) -> None:
    """Take from the files of a site those that only Material's own search loads, where that is off."""
    if any(name.endswith("search") for name in config.plugins):
        return
    for file in list(files):
        if file.src_uri.startswith(_SEARCHING) and file.src_dir != config.docs_dir:
            files.remove(file)
