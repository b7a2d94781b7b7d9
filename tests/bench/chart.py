"""The picture of build times: `python -m tests.bench.chart build-times.json > docs/images/build-times.svg`.

Bars from a common beginning, each with its seconds in words, so that nothing hangs on the colors.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

_NAMES = {
    "cold": "Briefing, from nothing",
    "one article more": "Briefing, one article more",
    "nothing changed": "Briefing, nothing changed",
    "plain MkDocs": "MkDocs with Material",
    "Hugo": "Hugo, bare theme, no search",
    "Zensical": "Zensical",
}
_OURS, _THEIRS = "#2f6f9f", "#b5651d"
_READ_OUT = 'role="img" aria-labelledby="title told"'
_LEFT, _WIDTH, _BAR, _ROW, _TOP = 230, 400, 20, 32, 8


def drawn(result: Mapping[str, Any]) -> str:
    """The picture as SVG: text in a gray that can be read on light and on dark pages."""
    runs = {run["name"]: run for run in result["runs"]}
    shown = [runs[name] for name in _NAMES if name in runs]
    full = max(run["wall"] for run in shown)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {_TOP + _ROW * len(shown)}" {_READ_OUT}>',
            f'<title id="title">Seconds that a build of {result["articles"]:,} articles takes</title>',
            f'<desc id="told">{escape(_told(shown))}</desc>',
            '<g font-size="14" font-family="system-ui, sans-serif" fill="#7a7a7a">',
            *(line for number, run in enumerate(shown) for line in _row(_TOP + number * _ROW, run, full)),
            "</g></svg>",
        )
    )


def _told(runs: Sequence[Mapping[str, Any]]) -> str:
    return "; ".join(f"{_NAMES[run['name']]}: {_seconds(run)}" for run in runs) + "."


def _seconds(run: Mapping[str, Any]) -> str:
    wall = f"{run['wall']:.0f}" if run["wall"] >= 100 else f"{run['wall']:.1f}"
    return f"{wall} s" if run["whole"] else f"more than {wall} s"


def _row(top: int, run: Mapping[str, Any], full: float) -> Iterator[str]:
    name, width = run["name"], max(1, round(_WIDTH * run["wall"] / full))
    color = _OURS if _NAMES[name].startswith("Briefing") else _THEIRS
    yield f'<text x="{_LEFT - 10}" y="{top + 15}" text-anchor="end">{escape(_NAMES[name])}</text>'
    yield f'<rect x="{_LEFT}" y="{top}" width="{width}" height="{_BAR}" fill="{color}"/>'
    yield f'<text x="{_LEFT + width + 6}" y="{top + 15}">{_seconds(run)}</text>'


if __name__ == "__main__":
    print(drawn(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
