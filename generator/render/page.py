"""Templates as pages: every value a template writes has to say in which language it is escaped, or the build stops."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from generator import calendars, escape
from generator.model import Page, Settings
from generator.render import links, words


class Escaped(str):
    """Text that an escaping function has made safe for the place it is written to."""

    __slots__ = ()


_SAFE = frozenset({Escaped, int, float, bool})
_REMEMBERED = 2**15
"""Values that a filter remembers what it made of."""


class UnescapedError(TypeError):
    """A template writes a value as it is; the template is at fault, not the content."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The page templates, ready to be filled."""

    environment: Environment
    settings: Settings

    def page(self, template: str, path: str, **values: Any) -> Page:
        """The page at `path` below the archive, written with the template of this name."""
        here = self.environment.get_template(f"{template}.jinja")
        text = here.render(values, here=path, site=self.settings)
        return Page(path, text.strip().encode("utf-8", "replace") + b"\n")


class _Environment(Environment):
    """Jinja's, which asks a dictionary for its keys first: nothing a template names is a dictionary's attribute."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        try:
            return obj[attribute] if type(obj) is dict else getattr(obj, attribute)
        except (AttributeError, KeyError):
            return super().getattr(obj, attribute)


def templates(sources: Mapping[str, str], settings: Settings) -> Templates:
    """The templates of these sources, by file name."""
    return Templates(_environment(tuple(sorted(sources.items()))), settings)


@lru_cache(maxsize=2)
def _environment(sources: tuple[tuple[str, str], ...]) -> Environment:
    """Jinja for these sources, which it compiles once in a process that builds again and again."""
    environment = _Environment(
        loader=DictLoader(dict(sources)),
        # The output is Markdown; `_finalized` refuses what no filter has escaped.
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # The sources are values, which never change.
        auto_reload=False,
    )
    environment.filters |= {name: _marked(function) for name, function in _ESCAPING.items()}
    # Markdown that the generator made: a body, a description, a passage.
    environment.filters["given"] = Escaped
    # Titles, names, days and addresses are written again and again; texts are not, and would only take room.
    for name in ("md", "html"):
        environment.filters[name] = lru_cache(_REMEMBERED, typed=True)(environment.filters[name])
    environment.filters |= {
        "date": lru_cache(_REMEMBERED)(calendars.in_words),
        "count": words.count,
        "short": words.shortened,
    }
    environment.globals |= {"to": links.relative, "links": links}
    return environment


def _finalized(value: Any) -> Any:
    if type(value) in _SAFE:
        return value
    raise UnescapedError(f"a template writes {value!r} without a filter: use md, html, yaml, href or given")


def _marked(function: Callable[[Any], str]) -> Callable[[Any], Escaped]:
    return lambda value: Escaped(function(value))


def _href(address: str) -> str:
    """An address on this site, made of our own slugs; anything else is a fault."""
    if not _SITE_ADDRESS.fullmatch(address):
        raise UnescapedError(f"{address!r} is not an address on this site")
    return address


_SITE_ADDRESS = re.compile(r"[A-Za-z0-9/._#-]*")

_ESCAPING: Mapping[str, Callable[[Any], str]] = {
    "md": lambda text: escape.markdown(" ".join(str(text).split())),
    "html": lambda text: escape.html(str(text)),
    # MkDocs and Material write titles and descriptions into HTML as they are.
    "yaml": lambda text: escape.yaml(escape.html(str(text))),
    "href": _href,
    "url": lambda address: escape.url(str(address)) or "#",
}
