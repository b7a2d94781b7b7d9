r"""Text made safe, once for each language it is written in.

Everything under `content/` is written by strangers, and neither MkDocs nor Material escapes what it is given: a text becomes
Markdown, HTML or YAML here and nowhere else.
"""

import html as _html
import json
import re
from urllib.parse import quote, urlsplit

# What Python-Markdown, the extensions in `mkdocs.yml` and CommonMark give a meaning to inside a line.
_INLINE = re.compile(r"[\\`*_\[\]{}~^|$]|(?<=.)!(?=\[)|^!(?=\[)|==|\+\+|--+8<|:(?=[\w+-]+:)")
# What they give a meaning to at the beginning of a line: headings, lists, quotes, rules, definitions, admonitions, tables.
_LINE_START = re.compile(r"^(\s*)(#{1,6}|[-+:>=]|!!!|\?\?\?|%|\d+(?=[.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SCHEMES = frozenset({"http", "https", "mailto"})


def markdown(text: str) -> str:
    r"""The text as one paragraph's Markdown that shows exactly this text: no markup, no HTML, no attribute lists.

    Line breaks stay. A number that would begin a list keeps its look: `1.` becomes `1\.`.
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    line = _INLINE.sub(lambda found: "".join(_escaped(c) for c in found[0]), line)
    return _LINE_START.sub(_defused, line)


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
