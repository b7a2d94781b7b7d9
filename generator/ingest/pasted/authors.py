"""Who wrote a text: people and agencies, from bylines."""

import re
from collections.abc import Sequence

from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.rows import Row
from generator.model import Found

_BY = re.compile(
    r"(?:^|[\s|•·(*-])(?:by|von|par|por|di|door|av|af|oleh)\s+([^|•·\n]{2,120}?)(?=\s+[-–—|•·]\s|\s*$|\s*[|•·(]|,?\s+\d|\s+(?:published|updated|posted)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s+", re.IGNORECASE)


def authors(rows: Sequence[Row], labels: Sequence[Label], lines: Sequence[int]) -> Found[tuple[str, ...]] | None:
    """The names in the first byline that has any."""
    for row, (kind, _), line in zip(rows, labels, lines, strict=True):
        found = _BY.search(row.text) if kind == "byline" else None
        if found:
            names = tuple(name.strip(" .,*") for name in _AND.split(found[1]) if name.strip(" .,*"))
            return Found(names, "byline", 0.9, line) if names else None
    return None
