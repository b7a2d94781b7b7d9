"""The plain facts of a row: its words, its size, whether it is a sentence. Everything else is told from these."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.ingest.pasted import vocabulary
from generator.ingest.pasted.language import ALL_FUNCTION_WORDS
from generator.ingest.pasted.rows import Row

_STEPS = (1, 2, 3, 5, 8, 12, 18, 27, 40, 70, 120)
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_ITEM = re.compile(r"[*+\-•·●▪►‣–—]\s")
_SHORTEST_SENTENCE = 8
_PARAGRAPH = 30
_LENGTHS = ((5, "short"), (12, "middling"), (30, "long"))
_SHORTEST_CONTENT = 4
_BUTTON = 4
LONG = 40
"""More words than any button or link has: of longer rows, single words of the page's vocabulary tell nothing."""

TERMINAL = frozenset(".!?…。！？")
CLOSING = "\"'”’»)]“*"


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be counted of a row.

    Attributes:
        row: The row.
        words: Its words in lower case; the parts of a hyphenated word are words.
        content: Which of them, function words and short ones aside, tell what it is about.
        size: Its length in words; in scripts without spaces two characters count as one.
        ending: Its last character, quotation marks and brackets aside.
        sentence: Whether it is at least one whole sentence of prose.
        item: Whether it begins as an item of a list.
        classes: How many of its words belong to each class of the page's own vocabulary; empty for long rows.
        form: Sentence or not, and how long.
        length: How long it is, in four steps.
        sketch: What the row looks like from afar.
    """

    row: Row
    words: list[str]
    content: frozenset[str]
    size: int
    ending: str
    sentence: bool
    item: bool
    classes: Mapping[str, int]
    form: str
    length: str
    sketch: str

    def is_clutter(self, times: int) -> bool:
        """Whether it is a button or a label put between paragraphs, so that its neighbors are each other's."""
        if self.size > _BUTTON:
            return False
        return times > 2 or not self.size or not _BETWEEN.isdisjoint(self.classes)


_BETWEEN = frozenset({"share", "advert", "comment"})


def facts(row: Row) -> Facts:
    """The facts of a row."""
    text = row.text
    words = vocabulary.words(text)
    size = len(words) if text.isascii() else max(len(words), len(_CJK.findall(text)) // 2)
    ending = text.rstrip(CLOSING)[-1:]
    sentence = size >= _SHORTEST_SENTENCE and ending in TERMINAL
    item = bool(_ITEM.match(text))
    return Facts(
        row=row,
        words=words,
        content=_content(words),
        size=size,
        ending=ending,
        sentence=sentence,
        item=item,
        classes=vocabulary.classes(words) if size <= LONG else {},
        form=f"sentence {step(size)}" if sentence else f"open {step(min(size, 20))}",
        length=next((name for most, name in _LENGTHS if size <= most), "very long"),
        sketch=_sketch(size, sentence=sentence, item=item),
    )


def _sketch(size: int, *, sentence: bool, item: bool) -> str:
    if sentence:
        return "sentence" if size < _PARAGRAPH else "paragraph"
    return f"{'bullet' if item else 'open'} {step(size) if size <= 12 else 'long'}"


def _content(words: list[str]) -> frozenset[str]:
    return frozenset([word for word in words if len(word) >= _SHORTEST_CONTENT]) - ALL_FUNCTION_WORDS


def step(size: int) -> int:
    """The first of some growing limits that the size does not exceed: sizes as a dozen names."""
    for limit in _STEPS:
        if size <= limit:
            return limit
    return 999
