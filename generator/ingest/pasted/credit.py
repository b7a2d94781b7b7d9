"""Credits that stand beside the article or in front of its first sentence.

`Source: Daily Example The talks began …` is parted; `Reprinted with permission of the Daily Example` has a row to
itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.pasted.press import PRESS
from generator.ingest.pasted.reference import is_reference
from generator.ingest.pasted.rows import Row
from generator.ingest.pasted.rules import Label

_CREDIT = re.compile(r"(?:Source|Quelle|Fuente|Fonte|Источник|来源|來源)\s?[:：]\s*", re.IGNORECASE)
_CAPITALIZED = re.compile(r"(?:[A-Z][\w’'.&-]*|of|the|and|de|la)(?:\s|$)")
_ENDS_AS_PRESS = re.compile(rf"{PRESS}\s*$")
_LONGEST = 6
_NOTICE = re.compile(
    r"\W*(?:(?:this|the) (?:article|story|text|piece|report|essay) (?:is|was|has been) )?"
    r"(?:reprinted|republished|reproduced|reposted) (?:here )?"
    r"(?:(?:with|by) (?:the )?(?:kind |express |written )?permission(?: (?:of|from) [^.!?;]{2,90})?"
    r"|from (?:the )?(?-i:[A-ZÀ-Þ])[^.!?;]{1,60})"
    r"(?:[.,;]? all rights reserved)?\W*",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 200


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


def noticed(rows: Sequence[Row], labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, a row that says nothing but by whose permission the text is reprinted being metadata."""
    return tuple(
        ("metadata", "reprint-notice") if kind in ("body", "heading", "junk") and _is_notice(row.text) else (kind, rule)
        for row, (kind, rule) in zip(rows, labels, strict=True)
    )


def _is_notice(text: str) -> bool:
    return len(text) < _LONGEST_NOTICE and bool(_NOTICE.fullmatch(text))


def cut(rows: Sequence[Row], labels: Sequence[Label]) -> tuple[tuple[Row, ...], Credit | None]:
    """The rows, the first paragraph that begins with a credit without it; and that credit."""
    for at, (row, (kind, _)) in enumerate(zip(rows, labels, strict=True)):
        end = _end(row.text, rows, at) if kind == "body" and not is_reference(row.text) else 0
        if end:
            bare = replace(row, text=row.text[end:].strip())
            text = row.text[:end].strip()
            return (*rows[:at], bare, *rows[at + 1 :]), Credit(at, _CREDIT.sub("", text, count=1), text)
    return tuple(rows), None


def _end(text: str, rows: Sequence[Row], at: int) -> int:
    """Where a row's credit ends and its sentence begins; 0 where there is no credit, or no sentence."""
    opening = _CREDIT.match(text)
    if not opening:
        return 0
    rest = text[opening.end() :]
    behind = (_capitalized_ends(rest) or [0])[-1]
    elsewhere = "\n".join([row.text for place, row in enumerate(rows) if place != at] + [rest[behind:]])
    length = _name_length(rest, elsewhere)
    return opening.end() + length if rest[length:].strip() and length else 0


def _name_length(rest: str, elsewhere: str) -> int:
    """How many characters of the text are a publication's name; 0 where that cannot be told.

    Nothing parts the name from the sentence: it ends where papers' names end, or where it ends elsewhere on the page.
    """
    ends = _capitalized_ends(rest)
    known = [end for end in ends if re.search(rf"\b{re.escape(rest[:end].strip())}\b(?!\s+[A-Z])", elsewhere)]
    named = [end for end in ends if _ENDS_AS_PRESS.search(rest[:end])]
    return max(known or named, default=0)


def _capitalized_ends(text: str) -> list[int]:
    """Where each of the capitalized words ends that the text begins with."""
    ends: list[int] = []
    while len(ends) < _LONGEST and (found := _CAPITALIZED.match(text, ends[-1] if ends else 0)):
        ends.append(found.end())
    return ends
