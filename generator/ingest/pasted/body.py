"""The article's rows as clean Markdown."""

import re
from collections.abc import Sequence

from generator import escape
from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.rows import Row

_ITEM = re.compile(r"[*+\-•·●▪►‣]\s+(?=\S)")
_QUOTED = re.compile(r">\s+(?=\S)")


def markdown(rows: Sequence[Row], labels: Sequence[Label]) -> str:
    """The rows of kind body and heading as blocks with an empty line between them, list items without one."""
    blocks: list[str] = []
    listing = False
    for row, (kind, _) in zip(rows, labels, strict=True):
        if kind in ("body", "heading"):
            block, is_item = _block(row.text, kind == "heading")
            if is_item and listing:
                blocks[-1] += "\n" + block
            else:
                blocks.append(block)
            listing = is_item
    return "\n\n".join(blocks)


def _block(text: str, heading: bool) -> tuple[str, bool]:
    """The row's Markdown, and whether it is an item of a list."""
    item = _ITEM.match(text)
    if heading:
        return f"## {escape.markdown(text)}", False
    if item:
        return f"- {escape.markdown(text[item.end() :])}", True
    quoted = _QUOTED.match(text)
    if quoted:
        return f"> {escape.markdown(text[quoted.end() :])}", False
    return escape.markdown(text), False
