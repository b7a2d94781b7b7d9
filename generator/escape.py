r"""Text made safe, once for each language it is written in.

Everything under `content/` is written by strangers, and neither MkDocs nor Material escapes what it is given: a text
becomes Markdown, HTML or YAML here and nowhere else.
"""

import html as _html
import json
import re
from urllib.parse import quote, urlsplit

# What Python-Markdown, the extensions in `mkdocs.yml` and CommonMark give a meaning to inside a line; an exclamation
# mark makes an image of the link that linking puts behind it.
_INLINE = re.compile(r"[\\`*_\[\]{}~^|$#]|!(?=\S|\Z)|==|\+\+|--+8<|:(?=[\w+-]+:)")
# What they give a meaning to at the beginning of a line: headings, lists, quotes, rules, definitions, admonitions,
# tables, and by the space before it code.
_LINE_START = re.compile(r"(?:^|(?<=\r))[ \t]*(#{1,6}|[-+:>=]|!!!|\?\?\?|%|\d+(?=[.)]))?", re.MULTILINE)
# Snippets are read before code is, so that a line of code can include any file of the documentation, as HTML.
_ACTIVE_IN_FENCE = re.compile(r"```|-8<-|[\x02\x03]")
# Between these two characters Python-Markdown keeps the numbers of what it has set aside.
_STASHED = {2: "\ufffd", 3: "\ufffd"}
_ENTITY = re.compile(r"&(?=#?\w+;)")
# A text without any of these is Markdown for itself already, as most names and sentences are.
_SIGN = re.compile(r"[\x02\x03&<\\`*_\[\]{}~^|$#!=+:]|--")
# What a YAML reader takes only as an escape (YAML 1.2, section 5.1), besides what JSON escapes already.
_UNPRINTABLE = re.compile("[\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_SCHEMES = frozenset({"http", "https", "mailto"})


def markdown(text: str) -> str:
    r"""The text as one paragraph's Markdown that shows exactly this text: no markup, no HTML, no attribute lists.

    Line breaks stay. A number that would begin a list keeps its look: `1.` becomes `1\.`.
    """
    return line_starts(inline(text))


def inline(text: str) -> str:
    """The text as Markdown for the inside of a line."""
    if not _SIGN.search(text):
        return text
    plain = _ENTITY.sub("&amp;", text.translate(_STASHED)).replace("<", "&lt;")
    return _INLINE.sub(lambda found: "".join(map(_escaped, found[0])), plain)


def fits_fence(code: str) -> bool:
    """Whether the code can stand in a fence, where nothing is escaped: it neither closes it nor includes a file."""
    return not _ACTIVE_IN_FENCE.search(code)


def line_starts(text: str) -> str:
    """Markdown whose lines are all paragraph text: what would open a heading, list, quote or code is gone."""
    if text[:1].isalpha() and "\n" not in text and "\r" not in text:
        return text
    return _LINE_START.sub(_defused, text)


def _escaped(character: str) -> str:
    # Python-Markdown lets a backslash escape only these; the others become character references.
    return f"\\{character}" if character in r"\`*_{}[]()>#+-.!" else f"&#{ord(character)};"


def _defused(found: re.Match[str]) -> str:
    mark = found[1] or ""
    if mark.isdigit():
        return f"{mark}\\" if found.string[found.end() : found.end() + 1] == "." else mark
    return _escaped(mark[0]) + mark[1:] if mark else ""


def html(text: str) -> str:
    """The text for HTML, inside an element or a quoted attribute."""
    return _html.escape(text, quote=True)


def yaml(text: str) -> str:
    """The text as a double-quoted YAML scalar on one line; JSON strings are YAML (YAML 1.2, section 1.3)."""
    written = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return _UNPRINTABLE.sub(_yaml_escaped, written)


def _yaml_escaped(found: re.Match[str]) -> str:
    # A surrogate stands for no character, so that no file could be written with it.
    return "\\ufffd" if "\ud800" <= found[0] <= "\udfff" else f"\\u{ord(found[0]):04x}"


def url(address: str) -> str | None:
    """The address if a reader may be sent there, percent-encoded for Markdown and HTML; None for a foreign scheme."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES:
        return None
    return quote(address.strip(), safe="/:?#@!$&*+,;=%~-._")
