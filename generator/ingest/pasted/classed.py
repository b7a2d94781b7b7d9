"""A page whose rows have been told apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.ingest.pasted.dateline import Dateline, dateline
from generator.ingest.pasted.rows import Row
from generator.ingest.pasted.rules import Label
from generator.model import LineKind

_STARTS = 8


@dataclass(frozen=True, slots=True)
class Classed:
    """What the metadata are found in.

    Attributes:
        rows: The page's rows, from top to bottom.
        labels: What each of them is, and by which rule.
        lines: The number of each row's first line in the file.
        title: Which row is the headline; None where there is none.
        language: The language of the article as a BCP 47 tag; empty where it cannot be told.
    """

    rows: tuple[Row, ...]
    labels: tuple[Label, ...]
    lines: tuple[int, ...]
    title: int | None
    language: str = ""

    def of_kind(self, *kinds: LineKind) -> Iterator[tuple[int, str]]:
        """Place and text of the rows that are of one of these kinds."""
        return (
            (at, row.text)
            for at, (row, (kind, _)) in enumerate(zip(self.rows, self.labels, strict=True))
            if kind in kinds
        )

    def rule(self, at: int) -> str:
        """The rule that told what a row is."""
        return self.labels[at][1]

    def kind(self, at: int) -> LineKind:
        """What a row is."""
        return self.labels[at][0]

    def dateline(self) -> tuple[int, Dateline] | None:
        """The first dateline in front of the first paragraphs, or on a line of its own above them, and its row."""
        for at, text in islice(self.of_kind("body", "metadata"), _STARTS):
            found = dateline(text)
            if found and (self.kind(at) == "body" or found.alone):
                return at, found
        return None

    @property
    def lead(self) -> str:
        """The first row of the article; empty where it has none."""
        return next((text for _, text in self.of_kind("body")), "")
