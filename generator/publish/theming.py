"""Has the parts of the theme that are the same on many pages rendered once: menu, footer, switches, icons.

They depend on nothing but the folder of a page, as long as the page is not itself in the navigation.
"""

import re
from collections.abc import Callable

from jinja2 import BaseLoader, BytecodeCache, Environment
from jinja2.bccache import Bucket

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
_ITSELF = "itself:"
_KEPT = """\
{%%- if page and page not in nav.pages -%%}\
{%%- set folder = page.url.rpartition("/")[0] -%%}\
{%%- if not kept.has(%(name)r, folder) -%%}\
{%%- set made -%%}{%%- include %(itself)r -%%}{%%- endset -%%}\
{%%- set _ = kept.keep(%(name)r, folder, made) -%%}\
{%%- endif -%%}\
{{- kept.text(%(name)r, folder) -}}\
{%%- else -%%}{%%- include %(itself)r -%%}{%%- endif -%%}"""


_MOST = 1000
"""So many parts are remembered, which is little memory; a site of more folders makes some of them again."""


class _Kept:
    """What was rendered already, by the name of the part and the folder of the page."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}

    def has(self, name: str, folder: str) -> bool:
        """Whether a part was rendered for a page of this folder."""
        return (name, folder) in self._texts

    def keep(self, name: str, folder: str, text: str) -> None:
        """Remember a part."""
        if len(self._texts) >= _MOST:
            self._texts.clear()
        self._texts[name, folder] = text

    def text(self, name: str, folder: str) -> str:
        """A part that was rendered."""
        return self._texts[name, folder]


class _Loader(BaseLoader):
    """Puts a template that looks whether a part is rendered already before each that can be kept."""

    def __init__(self, theme: BaseLoader) -> None:
        """Load from the theme's loader."""
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template's source; a part itself has another name."""
        if template.startswith(_ITSELF):
            return self._theme.get_source(environment, template.removeprefix(_ITSELF))
        found = self._theme.get_source(environment, template)
        if template not in _PARTS or _looks_at_the_page(template, found[0]):
            return found
        # A name of its own: what is compiled is remembered by it.
        return _KEPT % {"name": template, "itself": _ITSELF + template}, None, lambda: True

    def list_templates(self) -> list[str]:
        """The theme's templates."""
        return self._theme.list_templates()


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


def prepared(env: Environment) -> Environment:
    """The theme's environment, made to remember."""
    if env.loader:
        env.loader = _Loader(env.loader)
    env.bytecode_cache = _Compiled()
    env.globals["kept"] = _Kept()
    return env
