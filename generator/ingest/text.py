"""Pasted text as an article: every line classed, what it says of itself found, the rest its body."""

from collections.abc import Iterable

from generator import escape
from generator.ingest.pasted import title
from generator.ingest.pasted.body import markdown
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.credit import Credit, cut, noticed
from generator.ingest.pasted.kinds import labels
from generator.ingest.pasted.metadata import collect
from generator.ingest.pasted.page import page
from generator.ingest.pasted.rows import lines, rows
from generator.ingest.pasted.rules import Label
from generator.ingest.reading import Reading
from generator.model import Line

_BLANK: Label = ("blank", "")
MOST_LINES = 30_000
"""No page has more lines; what has is left whole: it is a list or a log, and to tell its rows apart takes too long."""


def read(text: str, first: int = 1, name: str = "") -> Reading:
    """What a pasted text says.

    Every word of the text is in the body, in a line that is not body, or, for a credit cut off the front of a
    paragraph, in the `reason` of the metadata's `source`.

    Args:
        text: The decoded text, below any front matter.
        first: The number of its first line in the file.
        name: The file's name without its suffix.
    """
    texts = lines(text)
    if len(texts) > MOST_LINES:
        return left_whole(text, first)
    seen = page(texts)
    headline = title.place(seen)
    found = noticed(seen.rows, title.whole(seen, headline, labels(seen, headline)))
    bare, credit = cut(seen.rows, found)
    classed = Classed(bare, found, tuple(row.first + first for row in bare), headline)
    known, problems = collect(seen, classed, credit, name, texts)
    return Reading(_lines(texts, classed, credit, first), known, markdown(bare, found), problems)


def left_whole(text: str, first: int = 1) -> Reading:
    """The text as it stands: each line that is not blank is body, a paragraph of its own unless it is hard-wrapped."""
    texts = lines(text)
    kept = tuple(Line(number, "body" if line.strip() else "blank", line) for number, line in enumerate(texts, first))
    paragraphs = (" ".join(" ".join(texts[row.first : row.last + 1]).split()) for row in rows(texts))
    return Reading(kept, body="\n\n".join(escape.markdown(paragraph) for paragraph in paragraphs if paragraph))


def _lines(texts: Iterable[str], classed: Classed, credit: Credit | None, first: int) -> tuple[Line, ...]:
    """Every line of the text, each with the kind of the row that it belongs to."""
    known: dict[int, Label] = {}
    for at, (row, (kind, told)) in enumerate(zip(classed.rows, classed.labels, strict=True)):
        rule = "credit-cut-off" if credit and credit.row == at else told
        known.update(dict.fromkeys(range(row.first + first, row.last + first + 1), (kind, rule)))
    return tuple(
        Line(number, kind, text, rule)
        for number, text in enumerate(texts, first)
        for kind, rule in (known.get(number, _BLANK),)
    )
