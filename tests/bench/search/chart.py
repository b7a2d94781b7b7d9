"""The picture of the guide, drawn from figures: `python -m tests.bench.search.chart > docs/images/search-ranking.svg`.

Bars from a common beginning, each with its figure in words, so that nothing hangs on the colors.
"""

from collections.abc import Iterator, Sequence
from html import escape

ROWS = (
    ("All words must match (SQLite FTS5)", 0.012, 0.007),
    ("BM25, stems, any word", 0.362, 0.398),
    ("Ours, without neighbors", 0.379, 0.417),
    ("Ours", 0.41, 0.437),
)
"""nDCG@10 on Cranfield and on CISI; the last row is measured in the browser, the others as the guide says."""

_LEFT, _WIDTH, _BAR, _ROW, _TOP = 250, 400, 14, 46, 34
_FULL = 0.5
_COLORS = ("#2f6f9f", "#b5651d")


def drawn(rows: Sequence[tuple[str, float, float]]) -> str:
    """The picture as SVG: text in the color of the page that it is shown on."""
    height = _TOP + _ROW * len(rows)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height}" role="img">',
            '<g font-size="14" font-family="system-ui, sans-serif" fill="#7a7a7a">',
            "<title>How good the first ten results are, by ranking</title>",
            *_legend(),
            *(line for number, row in enumerate(rows) for line in _row(_TOP + number * _ROW, *row)),
            "</g></svg>",
        )
    )


def _legend() -> Iterator[str]:
    for at, (name, color) in enumerate(zip(("Cranfield", "CISI"), _COLORS, strict=True)):
        x = _LEFT + 110 * at
        yield f'<rect x="{x}" y="6" width="12" height="12" fill="{color}"/><text x="{x + 18}" y="17">{name}</text>'


def _row(top: int, name: str, *values: float) -> Iterator[str]:
    yield f'<text x="{_LEFT - 10}" y="{top + 19}" text-anchor="end">{escape(name)}</text>'
    for at, (value, color) in enumerate(zip(values, _COLORS, strict=True)):
        y, width = top + at * (_BAR + 2), round(_WIDTH * value / _FULL)
        yield f'<rect x="{_LEFT}" y="{y}" width="{width}" height="{_BAR}" fill="{color}"/>'
        yield f'<text x="{_LEFT + width + 6}" y="{y + 12}" font-size="12">{value:.3f}</text>'


if __name__ == "__main__":
    print(drawn(ROWS))
