"""Date expressions against the TIMEX3 annotation of TempEval-3's training news (TimeBank and AQUAINT).

What is compared, openly: gold is every TIMEX3 of type DATE or TIME that lies on the calendar. "Now", "recently" and
"the future" (PRESENT_REF, PAST_REF, FUTURE_REF) are no dates: they are neither asked for nor found; with them in the
gold, F1 is `relaxed F1, vague ones asked for too`. A DURATION or SET that we take for a date counts as wrong. Values
are compared at our precision: the time of day of a TIME is dropped ("Tuesday night" is a Tuesday), an X of the
annotator fits any figure.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model import DateMention
from generator.understand.dates import find
from tests.quality import CORPORA

FLOORS: dict[str, float] = {"relaxed F1": 0.945, "strict F1": 0.89, "value right among found": 0.9}

_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
# TeX's quotation marks would be code in our Markdown; ingest writes them as the quotation marks they are.
_ENTITIES = (("``", " “"), ("`", "‘"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"))


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated expression, with offsets in the text."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A news text, the day it was made, and its annotated expressions."""

    name: str
    text: str
    made: str
    gold: tuple[Gold, ...]


def documents(part: int | None = None) -> list[Document]:
    """The corpus, or the half of it (0 or 1) that a hash of the file's name puts there."""
    paths = sorted((CORPORA / "tempeval3-train").glob("*.tml"))
    return [_document(path) for path in paths if part is None or _half(path.name) == part]


def _half(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def _document(path: Path) -> Document:
    source = path.read_text(encoding="utf-8")
    made = re.search(r'<DCT>.*?value="([^"]*)"', source, re.DOTALL)
    marked = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    text, gold = "", []
    place = 0
    for found in _TIMEX.finditer(marked):
        text += _plain(marked[place : found.start()])
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        words = _plain(found[2])
        gold.append(Gold(len(text), len(text) + len(words), attributes["type"], attributes["value"]))
        text += words
        place = found.end()
    text += _plain(marked[place:])
    return Document(path.name, _unwrapped(text), made[1][:10] if made else "", tuple(gold))


def _plain(marked: str) -> str:
    text = _TAG.sub("", marked)
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _unwrapped(text: str) -> str:
    """The text as a body has it, paragraphs on one line, with every offset kept."""
    return re.sub(r"(?<!\n)\n(?!\s*\n)", " ", text)


@dataclass(slots=True)
class Tally:
    """Counts over a corpus."""

    gold: int = 0
    vague: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0


def tally(part: int | None = None) -> Tally:
    """What is found in the corpus, or in one half of it."""
    counts = Tally()
    for document in documents(part):
        _count(counts, document, find(document.text, document.made))
    return counts


def _count(counts: Tally, document: Document, mentions: tuple[DateMention, ...]) -> None:
    gold = [each for each in document.gold if _is_date(each)]
    counts.gold += len(gold)
    counts.vague += sum(each.kind == "DATE" for each in document.gold) - sum(each.kind == "DATE" for each in gold)
    counts.found += len(mentions)
    for _, each, mention in pairs(gold, mentions):
        counts.relaxed += 1
        counts.strict += (each.start, each.end) == (mention.start, mention.end)
        counts.value += same_value(each.value, mention.value)


def _is_date(gold: Gold) -> bool:
    return gold.kind in {"DATE", "TIME"} and gold.value[:1].isdigit()


def pairs(gold: list[Gold], mentions: tuple[DateMention, ...]) -> Iterator[tuple[int, Gold, DateMention]]:
    """Each gold expression with the first mention that overlaps it and is not taken yet."""
    free = list(mentions)
    for number, each in enumerate(gold):
        for mention in free:
            if mention.start < each.end and each.start < mention.end:
                free.remove(mention)
                yield number, each, mention
                break


def same_value(gold: str, ours: str) -> bool:
    """Whether the values are the same at our precision; an X of the annotator fits any figure."""
    wanted = re.sub(r"T.*|(?:-XX)+$|^FY", "", gold)
    wanted = re.sub(r"W(\d)(?!\d)", r"W0\1", wanted)
    return bool(re.fullmatch(wanted.replace("X", r"\d?"), ours))


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 0.0


def scores(part: int | None = None) -> dict[str, float] | None:
    """The figures, for the whole corpus or one half of it; None where the corpus is not there."""
    counts = tally(part)
    if not counts.gold:
        return None
    return {
        "relaxed F1": _f1(counts.relaxed, counts.gold, counts.found),
        "strict F1": _f1(counts.strict, counts.gold, counts.found),
        "value right among found": counts.value / max(1, counts.relaxed),
        "relaxed precision": counts.relaxed / max(1, counts.found),
        "relaxed recall": counts.relaxed / counts.gold,
        "relaxed F1, vague ones asked for too": _f1(counts.relaxed, counts.gold + counts.vague, counts.found),
    }


def worst(limit: int, part: int | None = None) -> list[str]:
    """Expressions missed, taken wrongly, or given another value, for reading."""
    lines: list[str] = []
    for document in documents(part):
        lines += _errors(document, find(document.text, document.made))
    return lines[:limit]


def _errors(document: Document, mentions: tuple[DateMention, ...]) -> Iterator[str]:
    gold = [each for each in document.gold if _is_date(each)]
    met = list(pairs(gold, mentions))
    for number, each in enumerate(gold):
        if number not in {pair[0] for pair in met}:
            yield f"missed {_shown(document, each.start, each.end)} = {each.value}"
    for mention in mentions:
        if mention not in {pair[2] for pair in met}:
            yield f"no date {_shown(document, mention.start, mention.end)} = {mention.value}"
    for _, each, mention in met:
        if not same_value(each.value, mention.value):
            shown = _shown(document, each.start, each.end)
            yield f"value {mention.value} for {shown} = {each.value} (made {document.made})"
        if (each.start, each.end) != (mention.start, mention.end):
            yield f"span {mention.text!r} for {_shown(document, each.start, each.end)}"


def _shown(document: Document, start: int, end: int) -> str:
    before, words = document.text[max(0, start - 40) : start], document.text[start:end]
    return f"{document.name}: " + " ".join(f"{before}⟦{words}⟧{document.text[end : end + 30]}".split())
