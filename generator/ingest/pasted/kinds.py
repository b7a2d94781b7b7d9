"""What each row of a page is: the article, its headline, its byline …, or the page around it, and by which rule."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.ingest.pasted.page import Page
from generator.ingest.pasted.rows import Row
from generator.ingest.pasted.rules import Label, certain, is_button, likely

_LITTLE_PROSE = 2
_FEW_BUTTONS = 16
_LONG = 100
_TABLE: Label = ("body", "table")
_SPEECH: Label = ("body", "speech")
_DOUBT = -0.75
_LEAST_TABLE = 2
_LEAST_TALK = 4
_SPEAKER = re.compile(r"([A-ZÀ-ÞА-Я][\w.’' -]{0,40}):\s")
_LINE_OF_PRINT = 90
_LONGEST_CAPTION = 250
_OPEN = '.,;:!…"”»。，、'


def labels(page: Page, title: int | None) -> tuple[Label, ...]:
    """For each row what it is; `title` says which row is the headline, None where there is none."""
    whole = dict.fromkeys(_tables(page.rows), _TABLE) | dict.fromkeys(_speeches(page.rows), ("body", "speech"))
    least = _least_length(page)
    found = [whole.get(at) or _label(page, at, title, least) for at in range(len(page.rows))]
    return tuple(_with_headings(page, found))


def _label(page: Page, at: int, title: int | None, least: int) -> Label:
    text = page.rows[at].text
    if at == title:
        return "title", "headline"
    if title is not None and _same(text, page.rows[title].text):
        return "title", "headline-repeated"
    known = certain(text)
    if known and not (least <= _LONG and known[0] == "caption" and len(text) > _LONGEST_CAPTION):
        return known
    return _article(page, at, least) or likely(text)


def _least_length(page: Page) -> int:
    """How long a row must be to stay though it does not look like prose: any will do for a page that has none.

    What has neither prose nor buttons is verse, a list or a note; where there are buttons, it is a page in a language
    that is hardly known, and only its longer rows are the article.
    """
    if sum(score > 0 for score in page.body) >= _LITTLE_PROSE:
        return sys.maxsize
    return 0 if sum(is_button(row.text) for row in page.rows) * _FEW_BUTTONS <= len(page.rows) else _LONG


def _same(text: str, title: str) -> bool:
    return text.strip(" *+|-").casefold() == _folded(title)


@lru_cache(maxsize=1)  # one headline is compared with every row
def _folded(text: str) -> str:
    return text.strip(" *+|-").casefold()


def _article(page: Page, at: int, least: int) -> Label | None:
    """Whether a row that does not say what it is belongs to the article; in doubt, a whole sentence does."""
    if page.body[at] > 0:
        return "body", "prose"
    if page.body[at] > _DOUBT and "sentence" in page.seen[at] and not is_button(page.rows[at].text):
        return "body", "whole-sentence"
    if len(page.rows[at].text) >= least and not is_button(page.rows[at].text):
        return "body", "no-other-prose"
    return None


def _tables(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that are parted by tabs into as many columns as a neighbor."""
    return frozenset(at for start, end in _runs(rows) if end - start >= _LEAST_TABLE for at in range(start, end))


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(rows):
        end = start + 1
        while rows[start].cells and end < len(rows) and len(rows[end].cells) == len(rows[start].cells):
            end += 1
        if rows[start].cells:
            yield start, end
        start = end


def _speeches(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of a transcript: each begins with who speaks, and the same few speak again and again."""
    speakers = {at: found[1] for at, row in enumerate(rows) if (found := _SPEAKER.match(row.text))}
    times = Counter(speakers.values())
    talk = frozenset(at for at, name in speakers.items() if times[name] > 1 and not is_button(name))
    return talk if len(talk) >= max(_LEAST_TALK, len(rows) // 3) else frozenset()


def _with_headings(page: Page, found: Sequence[Label]) -> list[Label]:
    """A short row of the article that ends open and stands by itself above prose is a heading."""
    result = list(found)
    for at, (kind, rule) in enumerate(found[:-1]):
        if (
            kind == "body"
            and rule not in ("table", "speech")
            and found[at + 1][0] == "body"
            and _is_heading(page.rows[at], page.rows[at + 1])
        ):
            result[at] = ("heading", "short-and-open")
    return result


def _is_heading(row: Row, below: Row) -> bool:
    return (
        len(row.text) < _LINE_OF_PRINT
        and len(below.text) > max(_LINE_OF_PRINT, len(row.text))
        and row.text[-1] not in _OPEN
        and row.text[0] not in '*+-•"“‘'
        and row.gap + below.gap > 0
    )
