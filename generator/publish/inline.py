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
    rf"(({_SIMPLE}++)"
    rf"|\[((?:{_SIMPLE}|\*\*{_SIMPLE}++\*\*)++)\]"
    r"\(([^\s()<>\"'\\\[\]`]++)(?: \"([\w .,-]+)\")?\)"
    rf"|\*\*({_SIMPLE}++)\*\*"
    r'|(</?(?:span|small)(?: class="[\w -]+")?>))'
)
"""The whole token; plain text; a link's text, target and title; strong words; a tag. One of them is not empty."""
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
    known = 0
    for whole, plain, linked, target, title, strong, tag in _TOKEN.findall(text):
        known += len(whole)
        if plain:
            parts.append(_plain(plain))
        elif linked:
            parts.append(_link(linked, address(target), title))
        else:
            parts.append(tag or f"<strong>{_strong(strong)}</strong>")
    # What lies between two tokens is none.
    if known != len(text):
        raise OtherError
    return "".join(parts)


def _link(text: str, address: str, title: str) -> str:
    titled = f' title="{title}"' if title else ""
    inner = "".join(map(_part, _PART.finditer(text))) if "*" in text else _plain(text)
    return f'<a href="{REFERENCES.sub("&amp;", address)}"{titled}>{inner}</a>'


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
