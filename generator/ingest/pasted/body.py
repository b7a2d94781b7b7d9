"""The article's rows as clean Markdown."""

import re
from collections.abc import Sequence

from generator import escape
from generator.ingest.pasted.rows import Row
from generator.ingest.pasted.rules import Label
from generator.model import LineKind

_ITEM = re.compile(r"[*+\-•·●▪►‣]\s+(?=\S)")
_QUOTED = re.compile(r">\s+(?=\S)")


def markdown(rows: Sequence[Row], labels: Sequence[Label]) -> str:
    """The rows of kind body and heading as blocks, an empty line between them; none within a list or a table."""
    blocks: list[str] = []
    previous = ""
    for row, (kind, rule) in zip(rows, labels, strict=True):
        if kind in ("body", "heading"):
            form, block = _block(row, kind, rule)
            if form and form == previous:
                blocks[-1] += "\n" + block
            else:
                blocks.append(f"{block}\n|{' --- |' * len(row.cells)}" if rule == "table" else block)
            previous = form
    return "\n\n".join(blocks)


def _block(row: Row, kind: LineKind, rule: str) -> tuple[str, str]:
    """What the row is one of several of, if it is, and its Markdown."""
    item = _ITEM.match(row.text)
    quoted = _QUOTED.match(row.text)
    if kind == "heading":
        return "", f"## {escape.markdown(row.text)}"
    if rule == "table":
        return f"table of {len(row.cells)}", f"| {' | '.join(escape.markdown(cell) for cell in row.cells)} |"
    if item:
        return "list", f"- {escape.markdown(row.text[item.end() :])}"
    if quoted:
        return "", f"> {escape.markdown(row.text[quoted.end() :])}"
    return "", escape.markdown(row.text)
