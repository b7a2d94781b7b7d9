"""A text as rows: what was one line, paragraph or list item before it was wrapped at a column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# Form feeds, NEL and U+2028 end no line here: editors count lines by these three only, and people cite those numbers.
_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_ITEM = re.compile(r"(?:[-*+•·–—>]|\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Row:
    """One or more lines that say one thing.

    Attributes:
        first: Where its first line stands among the lines of the text, counted from 0.
        last: The same for its last line; equal to `first` unless the text is hard-wrapped.
        text: The words, with single spaces between them.
        cells: Its columns, where tabs part it into any.
        gap: How many lines without words stand before it.
    """

    first: int
    last: int
    text: str
    cells: tuple[str, ...] = ()
    gap: int = 0


def lines(text: str) -> tuple[str, ...]:
    """The lines of the text without their ends; an end at the very end begins no further line."""
    parts = _LINE_END.split(text)
    return tuple(parts if parts[-1] else parts[:-1])


def rows(texts: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of these lines, in order, blank ones left out; hard-wrapped paragraphs are joined."""
    width = _wrap_width(texts)
    found = []
    previous = -1
    for first, last in _runs(texts, width):
        text = _joined(texts[first : last + 1])
        found.append(Row(first, last, text, _cells(texts[first]), first - previous - 1))
        previous = last
    return tuple(found)


def _cells(text: str) -> tuple[str, ...]:
    if "\t" not in text.strip():
        return ()
    return tuple(" ".join(cell.split()) for cell in text.strip(" \r\n").split("\t"))


def _runs(texts: tuple[str, ...], width: int) -> Iterator[tuple[int, int]]:
    """First and last line of every row; each line by itself where the text is not wrapped (width 0)."""
    first = None
    for number, text in enumerate(texts):
        if not text or text.isspace():
            if first is not None:
                yield first, number - 1
            first = None
        elif first is not None and not _flows_on(texts[number - 1], text, width):
            yield first, number - 1
            first = number
        elif first is None:
            first = number
    if first is not None:
        yield first, len(texts) - 1


def _joined(parts: tuple[str, ...]) -> str:
    text = " ".join(parts[0].split())
    for part in parts[1:]:
        words = " ".join(part.split())
        # A word divided at a hyphen keeps the hyphen: whether it belongs to the word cannot be known.
        text += words if text.endswith("-") and words[:1].islower() and text[-2:-1].isalpha() else " " + words
    return text


def _flows_on(line: str, following: str, width: int) -> bool:
    """Whether the next line was broken off this one: its first word would not have fitted any more."""
    if not width or len(line.rstrip()) > width or _ITEM.match(following.lstrip()):
        return False
    return _full(line, following, width)


def _full(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width


def _wrap_width(texts: tuple[str, ...]) -> int:
    """The column that the text is wrapped at, 0 if it is not.

    A greedy wrap leaves a trace: of two neighboring lines, the first could not have taken the second's first word.
    Verse, lists and headlines leave none.
    """
    pairs = [
        (above.rstrip(), below)
        for above, below in pairwise(texts)
        if above.strip() and below.strip() and not _ITEM.match(below.lstrip())
    ]
    width = _common_width([len(above) for above, _ in pairs])
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = [above for above, below in pairs if len(above) <= width and _full(above, below, width)]
    open_ended = [above for above in full if above[-1] not in '.!?…:;"”»']
    # Half of all lines may be headers, list items and last lines of their paragraphs.
    return width if len(full) >= max(3, len(pairs) * 0.6) and len(open_ended) * 2 > len(full) else 0


def _common_width(widths: list[int]) -> int:
    """The width that only one line in twenty exceeds: a long address does not hide the column."""
    return sorted(widths)[max(0, len(widths) * 19 // 20 - 1)] if widths else 0
