"""Links as spans: the body is what is read, and where its words lead is kept beside it, as mentions are."""

import re

from generator import escape
from generator.model import Link

_LINK = re.compile(
    r"\\. | ^```\n.*?^```$ | `[^`\n]+` | \[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<url>[^()\s]*)\)",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


def unlinked(markdown: str) -> tuple[str, tuple[Link, ...]]:
    """Markdown of our own making without its links, and the links as spans of what is left."""
    if "](" not in markdown:
        return markdown, ()
    parts: list[str] = []
    links: list[Link] = []
    end = length = 0
    for found in _LINK.finditer(markdown):
        if found["url"] is not None:
            # Words that a bracket kept from opening a list or a heading must not open one without it.
            words = escape.line_starts(found["words"])
            start = length + found.start() - end
            length = start + len(words)
            links.append(Link(start, length, found["url"]))
            parts += [markdown[end : found.start()], words]
            end = found.end()
    return "".join([*parts, markdown[end:]]), tuple(link for link in links if link.start < link.end)
