"""The inside of a line of the Markdown that the generator writes, as HTML: text, escapes, links, a few tags."""

import re
from collections.abc import Callable

REFERENCES = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[a-zA-Z]+);)")
"""An ampersand that begins no character reference."""


class OtherError(Exception):
    """There is a construct that is not known here."""


# Nothing gives back what it has matched (`++`), so that no text takes more than one look.
_PLAIN = r"[^\\`*_\[\]<>&!\n]++|!(?!\[)|>|&(?= )"
_ESCAPE = r"\\[\\`*_{}\[\]()>#+\-.!]"
_ENTITY = r"&(?:[a-zA-Z]+|#[0-9]+);"
_SIMPLE = rf"(?:{_PLAIN}|{_ESCAPE}|{_ENTITY})"
_TOKEN = re.compile(
    rf"(?P<plain>{_SIMPLE}++)"
    rf"|\[(?P<text>(?:{_SIMPLE}|\*\*{_SIMPLE}++\*\*)++)\]"
    r"\((?P<link>[^\s()<>\"'\\\[\]`]++)(?: \"(?P<title>[\w .,-]+)\")?\)"
    rf"|\*\*(?P<strong>{_SIMPLE}++)\*\*"
    r'|(?P<tag></?(?:span|small)(?: class="[\w -]+")?>)'
)
_PART = re.compile(rf"(?P<plain>{_SIMPLE}++)|\*\*(?P<strong>{_SIMPLE}++)\*\*")


def line(text: str, address: Callable[[str], str]) -> str:
    """The HTML of what stands in a line.

    Args:
        text: The line, without what begins a block.
        address: Gives for what a link points to its address on the site.

    Raises:
        OtherError: It has something that only Python-Markdown knows how to convert.
    """
    if text.isalnum():
        return text
    parts: list[str] = []
    end = 0
    while end < len(text):
        found = _TOKEN.match(text, end)
        if not found:
            raise OtherError
        parts.append(_token(found, address))
        end = found.end()
    return "".join(parts)


def _token(found: re.Match[str], address: Callable[[str], str]) -> str:
    kind = found.lastgroup
    if kind == "plain":
        return _plain(found["plain"])
    if kind == "tag":
        return found["tag"]
    if kind == "strong":
        return f"<strong>{_strong(found['strong'])}</strong>"
    title = f' title="{found["title"]}"' if found["title"] else ""
    target = REFERENCES.sub("&amp;", address(found["link"]))
    inner = "".join(map(_part, _PART.finditer(found["text"])))
    return f'<a href="{target}"{title}>{inner}</a>'


def _part(found: re.Match[str]) -> str:
    return _plain(found["plain"]) if found.lastgroup == "plain" else f"<strong>{_strong(found['strong'])}</strong>"


def _strong(text: str) -> str:
    # A space beside the marks keeps them from being any.
    if text != text.strip():
        raise OtherError
    return _plain(text)


_SIGN = re.compile(r"\\(.)|(&(?:[a-zA-Z]+|#[0-9]+);)|([&>])")


def _plain(text: str) -> str:
    """Text without markup: what is escaped stands for itself, entities stay."""
    return _SIGN.sub(_signed, text) if "\\" in text or "&" in text or ">" in text else text


def _signed(found: re.Match[str]) -> str:
    return found[2] or {"&": "&amp;", ">": "&gt;"}.get(found[1] or found[3], found[1] or found[3])
