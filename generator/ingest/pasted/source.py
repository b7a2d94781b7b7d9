"""Which publication a text is credited to, and which site carried it."""

import re
from collections.abc import Sequence

from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.rows import Row
from generator.model import Found

_PRESS = (
    r"(?:Daily|Times|Post|News|Herald|Tribune|Journal|Gazette|Chronicle|Telegraph|Guardian|Observer|Mirror|Star|Sun|Globe|Express|Mail|Press|Standard|Independent"
    r"|Monitor|Review|Weekly|Zeitung|Tagblatt|Monde|Figaro|País|Agency|Xinhua|Reuters|AFP|AP|TASS|Kazinform|Bloomberg|Television|TV|Radio|Broadcasting|Online|Today)"
)
_CREDIT = re.compile(r"(?:Source|Quelle|Fuente|Fonte|Источник|来源|Credit)\s?[:：]\s*", re.IGNORECASE)
_CAPITALIZED = re.compile(r"(?:[A-Z][\w’'.&-]*|of|the|and|de|la)(?:\s|$)")
_TOLD = re.compile(
    rf"\b(?:told|telling|interview with|reports? by|reported by|wrote in|published (?:in|on|by))\s+(?:the\s+)?((?:[A-Z][\w’'-]*\s+){{0,4}}{_PRESS}(?:\s+Online)?)(?![\w’'])"
)
_CARRIER = re.compile(r"\s*([^|•·]{2,40}?)\s*[|•·]\s*(?:by|par|von|por|di)\s", re.IGNORECASE)
_LONGEST = 6
_LONGEST_LINE = 80


def credit(text: str, elsewhere: str) -> tuple[str, int] | None:
    """The publication named in a credit at the beginning of the row, and where the row goes on after it.

    Where nothing parts the name from the sentence that follows, it ends where it also ends in the rest of the text.
    """
    opening = _CREDIT.match(text)
    if not opening:
        return None
    rest = text[opening.end() :]
    if len(rest) <= _LONGEST_LINE:
        return (rest.strip(" .()"), len(text)) if rest else None
    length = _name_length(rest, elsewhere)
    return (rest[:length].strip(), opening.end() + length) if length else None


def _name_length(rest: str, elsewhere: str) -> int:
    """How many characters of the text are a publication's name; 0 where that cannot be told."""
    ends = []
    end = 0
    for _ in range(_LONGEST):
        found = _CAPITALIZED.match(rest, end)
        if not found:
            break
        end = found.end()
        ends.append(end)
    known = [end for end in ends if re.search(rf"\b{re.escape(rest[:end].strip())}(?!\s+[A-Z])\b", elsewhere)]
    named = [end for end in ends if re.search(rf"{_PRESS}\s*$", rest[:end])]
    return max(known, default=0) if named and max(known, default=0) >= named[0] else max(named, default=0)


def carrier(rows: Sequence[Row], labels: Sequence[Label], lines: Sequence[int]) -> Found[str] | None:
    """The site that a byline names in front of the author."""
    for row, (kind, _), line in zip(rows, labels, lines, strict=True):
        found = _CARRIER.match(row.text) if kind == "byline" else None
        if found:
            return Found(found[1].strip(), "site-in-byline", 0.85, line)
    return None


def named(rows: Sequence[Row], labels: Sequence[Label], lines: Sequence[int]) -> Found[str] | None:
    """The paper that the people in the text speak to."""
    for row, (kind, _), line in zip(rows, labels, lines, strict=True):
        found = _TOLD.search(row.text) if kind == "body" else None
        if found:
            return Found(found[1], "paper-named-in-text", 0.6, line, f'the text says "{found[0]}"')
    return None
