"""A credit in front of a paragraph's first sentence, parted from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.pasted import source
from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.rows import Row


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that name the publication in front of a sentence.

    Attributes:
        row: Which row they stood in.
        name: The publication.
        text: All the words that were cut off.
    """

    row: int
    name: str
    text: str


def cut(rows: Sequence[Row], labels: Sequence[Label]) -> tuple[tuple[Row, ...], Credit | None]:
    """The rows, the first paragraph that begins with a credit without it; and that credit."""
    for place, (row, (kind, _)) in enumerate(zip(rows, labels, strict=True)):
        found = source.credit(row.text, _others(rows, place)) if kind == "body" else None
        if found and found[1] < len(row.text):
            name, end = found
            bare = replace(row, text=row.text[end:].strip())
            return (*rows[:place], bare, *rows[place + 1 :]), Credit(place, name, row.text[:end].strip())
    return tuple(rows), None


def _others(rows: Sequence[Row], place: int) -> str:
    """What the page says besides the credit itself; the sentence that follows it may name the paper again."""
    own = rows[place].text
    return "\n".join([row.text for at, row in enumerate(rows) if at != place] + [own[len(own.split(":", 1)[0]) + 60 :]])
