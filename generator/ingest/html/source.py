"""The source of a web page as a tree, whatever it is made of."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

Element = Any  # an `lxml.etree._Element`; lxml ships no types

_UNREAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DATA_ADDRESS = re.compile(r"data:[\w/+.;=-]{1,100},[^\"'\s>]{100,}")
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_SILENT = frozenset({"script", "style", "template", "svg", "title", "noscript", "iframe"})
_MAX_TAG = 20_000  # characters; the parser's time grows with the square of the attributes of one element


def tree(text: str) -> Element | None:
    """The page's root element; None where there is nothing to parse.

    A page that nests deeper than the parser follows comes back flat: every word, line after line, no structure.
    """
    source = _shortened(_DATA_ADDRESS.sub("", _UNREAD.sub("", text)))
    root, whole = _parsed(source)
    return root if whole else _parsed(_flattened(source))[0]


def _parsed(source: str) -> tuple[Element | None, bool]:
    """The root and whether the parser read everything."""
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        root = html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    return root, not any(
        error.type_name == "ERR_RESOURCE_LIMIT" or "depth" in error.message for error in parser.error_log
    )


def _shortened(source: str) -> str:
    """The source with the tails of endless tags cut off."""
    pieces: list[str] = []
    done = start = 0
    while (start := source.find("<", start)) >= 0 and (end := source.find(">", start)) >= 0:
        if end - start > _MAX_TAG and source[start + 1 : start + 2].isalpha():
            pieces.append(source[done : start + _MAX_TAG])
            done = end
        start = end
    return "".join((*pieces, source[done:])) if pieces else source


def _flattened(source: str) -> str:
    return "<body>" + "<br>".join(_texts(source))


def _texts(source: str) -> Iterator[str]:
    """What stands between the tags; nothing from inside scripts and their like."""
    silent = ""
    for piece in source.split("<"):
        tag, mark, text = piece.partition(">")
        name = found[0].casefold() if mark and (found := _NAME.match(tag)) else ""
        if silent:
            silent = "" if name == f"/{silent}" else silent
        elif name in _SILENT:
            silent = name
        if not silent and (text if mark else piece).strip():
            yield text if name else piece.replace(">", "&gt;")
