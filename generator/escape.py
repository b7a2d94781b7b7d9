r"""Text made safe, once for each language it is written in.

Everything under `content/` is written by strangers, and neither MkDocs nor Material escapes what it is given: a text
becomes Markdown, HTML or YAML here and nowhere else.
"""

import html as _html
import json
import re
from urllib.parse import quote, urlsplit

# What Python-Markdown, the extensions in `mkdocs.yml` and CommonMark give a meaning to inside a line.
_INLINE = re.compile(r"[\\`*_\[\]{}~^|$]|(?<=.)!(?=\[)|^!(?=\[)|==|\+\+|--+8<|:(?=[\w+-]+:)")
# What they give a meaning to at the beginning of a line: headings, lists, quotes, rules, definitions, admonitions,
# tables.
_LINE_START = re.compile(r"^([ \t]*)(#{1,6}|[-+:>=]|!!!|\?\?\?|%|\d+(?=[.)]))", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SCHEMES = frozenset({"http", "https", "mailto"})


def markdown(text: str) -> str:
    r"""The text as one paragraph's Markdown that shows exactly this text: no markup, no HTML, no attribute lists.

    Line breaks stay. A number that would begin a list keeps its look: `1.` becomes `1\.`.
    """
    return line_starts(inline(text))


def inline(text: str) -> str:
    """The text as Markdown for the inside of a line."""
    return _INLINE.sub(lambda found: "".join(map(_escaped, found[0])), _ENTITY.sub("&amp;", text).replace("<", "&lt;"))


def line_starts(text: str) -> str:
    """Markdown whose lines are all paragraph text: what would open a heading, list, quote or rule is escaped."""
    return _LINE_START.sub(_defused, text)


def _escaped(character: str) -> str:
    # Python-Markdown lets a backslash escape only these; the others become character references.
    return f"\\{character}" if character in r"\`*_{}[]()>#+-.!" else f"&#{ord(character)};"


def _defused(found: re.Match[str]) -> str:
    space, mark = found.groups()
    if mark.isdigit():
        return f"{space}{mark}\\" if found.string[found.end() : found.end() + 1] == "." else f"{space}{mark}"
    return space + _escaped(mark[0]) + mark[1:]


def html(text: str) -> str:
    """The text for HTML, inside an element or a quoted attribute."""
    return _html.escape(text, quote=True)


def yaml(text: str) -> str:
    """The text as a double-quoted YAML scalar on one line; JSON strings are YAML (YAML 1.2, section 1.3)."""
    return json.dumps(" ".join(text.split()), ensure_ascii=True)


def url(address: str) -> str | None:
    """The address if a reader may be sent there, percent-encoded for Markdown and HTML; None for a foreign scheme."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES:
        return None
    return quote(address.strip(), safe="/:?#@!$&'*+,;=%~-._")
