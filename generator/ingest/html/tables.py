"""Tables of data told from tables that lay out a page, and their cells as a grid."""

from collections.abc import Iterator
from typing import Any

Element = Any  # an `lxml.etree._Element`; lxml ships no types

_MAX_CELL = 400  # characters; what is longer is a column of the page, not the cell of a table
_MAX_COLUMNS = 50
_LAYOUT = ("table", "form", "article", "section", "figure", "iframe", "h1", "h2", "h3")


def is_data(element: Element) -> bool:
    """Whether this is a table of data: at least two rows and two columns of short cells, nothing large inside."""
    if element.tag != "table" or next(element.iterdescendants(*_LAYOUT), None) is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in element.iterdescendants("tr")]
    if sum(len(row) > 1 for row in rows) < 2:
        return False
    return all(len("".join(cell.itertext()).strip()) <= _MAX_CELL for row in rows for cell in row)


def grid(table: Element) -> Iterator[tuple[Element, tuple[Element | None, ...]]]:
    """Each row's element and its cells, all rows of one width; None where a cell is spanned or missing."""
    rows = [(row, list(_cells(row))) for row in table.iterdescendants("tr")]
    width = max((len(cells) for _, cells in rows), default=0)
    for row, cells in rows:
        if any(cell is not None for cell in cells):
            yield row, (*cells, *[None] * (width - len(cells)))


def _cells(row: Element) -> Iterator[Element | None]:
    columns = 0
    for cell in row.iterchildren("td", "th"):
        yield cell
        span = cell.get("colspan", "1")
        columns += 1
        if span.isascii() and span.isdigit():
            extra = min(int(span[:4]), _MAX_COLUMNS - columns) - 1
            yield from [None] * extra
            columns += max(extra, 0)
