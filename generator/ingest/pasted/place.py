"""Where a report was written: the place of its dateline."""

from generator.ingest.pasted.classed import Classed
from generator.model import Found


def place(page: Classed) -> Found[str] | None:
    """The dateline's place."""
    found = page.dateline()
    return Found(found[1].place, "dateline", 0.9, page.lines[found[0]]) if found else None
