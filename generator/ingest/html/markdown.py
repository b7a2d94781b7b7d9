"""Blocks of a web page as clean Markdown of our own making."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator import escape
from generator.ingest.html.blocks import Block, Run

_TOP = 2  # the page's own title is the only heading above
_LOWEST = 6
_INDENT = "    "
_DEEPEST = 4  # levels of a list; deeper ones are shown as these
_NO_LETTERS = "".join(map(chr, range(33, 48))) + " "
_ENDS_LINK = re.compile(r"[()\[\]*_~$'|]")  # in an address, what ends the link or begins other markup


def body(blocks: Sequence[Block]) -> str:
    """The blocks, parted by one empty line; lists and tables stand together."""
    return "\n\n".join(_quoted(blocks))


def _quoted(blocks: Sequence[Block]) -> Iterator[str]:
    for quote, members in groupby(blocks, key=lambda block: block.quote):
        if not quote:
            yield from _grouped(members)
        else:
            text = "\n\n".join(_grouped(members))
            yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _grouped(blocks: Iterator[Block]) -> Iterator[str]:
    for (shape, group), members in groupby(blocks, key=lambda block: (block.shape, block.group)):
        if shape == "row":
            yield _table(list(members))
        elif shape == "item" and group:
            yield "\n".join(_items(members))
        else:
            yield from map(_single, members)


def _single(block: Block) -> str:
    if block.shape == "heading":
        return _heading(block)
    if block.shape == "code":
        return _code(block.text)
    return _text(block.cells[0])


def _heading(block: Block) -> str:
    """A heading below the page's own; plain text where its id would be one of the theme's, which begin with `__`."""
    words = _text(block.cells[0])
    if not any(map(str.isalnum, words)) or block.text.lstrip(_NO_LETTERS).startswith("_"):
        return words
    return f"{'#' * min(_LOWEST, max(_TOP, block.level))} {words}"


def _code(text: str) -> str:
    """A fenced block; lines of text where the code does not fit a fence or an empty line would split it."""
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    if not escape.fits_fence(text) or not all(lines):
        return "  \n".join(escape.markdown(line.strip()) for line in lines if line)
    return "\n".join(("```", *lines, "```"))


def _items(blocks: Iterator[Block]) -> Iterator[str]:
    """List items; numbers stay as written where the list does not begin with 1, as every rendered list does."""
    depth, counted = 0, False
    for block in blocks:
        depth = min(block.level, depth + 1, _DEEPEST)  # a first item deeper than its list would be code
        counted = block.marker == 1 or (counted and block.marker is not None)
        marker = f"{block.marker}." if counted else "-" if block.marker is None else f"- {block.marker}\\."
        yield f"{_INDENT * (depth - 1)}{marker} {_text(block.cells[0])}"


def _table(rows: Sequence[Block]) -> str:
    """A Markdown table; its first row is the head, which Markdown asks for."""
    width = max(len(row.cells) for row in rows)
    lines = [_row([_text(cell) for cell in row.cells], width) for row in rows]
    return "\n".join((lines[0], _row(["---"] * width, width), *lines[1:]))


def _row(cells: Sequence[str], width: int) -> str:
    return f"| {' | '.join((*cells, *[''] * (width - len(cells))))} |"


def _text(runs: Sequence[Run]) -> str:
    """The runs as one line; an address that a reader may be sent to becomes a link, of another only its words stay."""
    return escape.line_starts("".join(map(_run, runs)))


def _run(run: Run) -> str:
    address = escape.url(run.url) if run.url else None
    words = run.text.strip()
    if not address or not words:
        return escape.inline(run.text)
    begin, end = run.text.split(words, 1)
    return f"{begin}[{escape.inline(words)}]({_ENDS_LINK.sub(_percent, address)}){end}"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
