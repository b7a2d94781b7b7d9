"""What can be seen of a page's rows without understanding them, in terms that hold on any site, in any language."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.pasted.facts import CLOSING, Facts, facts
from generator.ingest.pasted.rows import Row
from generator.ingest.pasted.surroundings import surroundings
from generator.ingest.pasted.wording import wording

Features = tuple[str, ...]
"""The names of what is true of a row; a weight belongs to each."""

ITEM = "item"
Kin = tuple[int, str]
"""The block that a row stands in, and its style (which begins with `ITEM` in a list): they mostly share their fate."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a page's rows, one entry a row in each.

    Attributes:
        names: The names of what is true of the row.
        kin: The rows that it stands with.
        facts: What can be counted of it.
    """

    names: Sequence[Features]
    kin: Sequence[Kin]
    facts: Sequence[Facts]


def features(rows: Sequence[Row]) -> Sight:
    """What is seen of these rows."""
    page = [facts(row) for row in rows]
    around = surroundings(page)
    found = [(*wording(fact), *more) for fact, more in zip(page, around, strict=True)]
    return Sight(found, _kin(rows, [fact.item for fact in page]), page)


def _kin(rows: Sequence[Row], items: Sequence[bool]) -> list[Kin]:
    found = []
    block = 0
    previous = False
    for row, item in zip(rows, items, strict=True):
        # A list is one block, also where its items stand apart.
        block += not (item and previous) and (row.gap > 0 or item != previous)
        previous = item
        found.append((block, _style(row, item)))
    return found


def _style(row: Row, item: bool) -> str:
    text = row.text
    ending = text.rstrip(CLOSING)[-1:]
    words = text.count(" ") + 1
    capitals = sum([part[0].isupper() for part in text.split(None, 24)[:24]]) * 3 // min(words, 24)
    ending = ending if ending in ".!?:…" else "open"
    return f"{ITEM if item else 'row'} {row.gap > 0} {ending} {min(words // 4, 6)} {capitals} {text[0] in '“„«'}"
