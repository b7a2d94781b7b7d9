"""The browser's half of the search, joined into the two scripts that pages load."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Page

_SCRIPTS = {"engine": "search.js", "ui": "search.js", "page": "search-page.js"}
"""By folder below `assets/search/`: which script its files are a part of."""

# Every page loads them, so what is said only to who reads the source stays there: lines that are comments, indentation.
_COMMENT = re.compile(rb"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)$|^[ \t]+", re.MULTILINE)
_EMPTY = re.compile(rb"\n{2,}")


def joined(parts: Sequence[Page]) -> Iterator[Page]:
    """The scripts; the files of a folder, in the order of their paths, share a scope of their own."""
    scopes: dict[str, bytes] = {}
    for folder, files in groupby(sorted(parts, key=lambda part: part.path), key=_folder):
        script = _SCRIPTS.get(folder, "search.js")
        scopes[script] = scopes.get(script, b"") + _scope([part.data for part in files])
    yield from (Page(name, data) for name, data in sorted(scopes.items()))


def _folder(part: Page) -> str:
    return part.path.split("/")[1]


def _scope(files: Sequence[bytes]) -> bytes:
    code = _COMMENT.sub(b"", b"\n".join(files))
    return _EMPTY.sub(b"\n", b'(() => {\n"use strict";\n' + code + b"\n})();\n")
