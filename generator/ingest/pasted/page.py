"""A pasted page: its rows, and what each of them looks like."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.pasted import scoring
from generator.ingest.pasted.features import Features, features
from generator.ingest.pasted.rows import Row, rows


@dataclass(frozen=True, slots=True)
class Page:
    """A text under examination.

    Attributes:
        rows: What stands on it, from top to bottom.
        seen: For each row, the names of what is true of it.
        body: For each row, how much it looks like a part of the article; above 0 is yes.
        title: For each row, how much it looks like the headline.
    """

    rows: tuple[Row, ...]
    seen: Sequence[Features]
    body: Sequence[float]
    title: Sequence[float]


def page(texts: tuple[str, ...]) -> Page:
    """The lines of a text as a page."""
    found = rows(texts)
    seen = features(found)
    body, title = scoring.passed(seen, *scoring.weights())
    return Page(found, seen.names, body, title)
