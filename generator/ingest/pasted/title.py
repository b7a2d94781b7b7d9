"""The headline: which row it is, what of the row it is, and a proposal where there is none."""

import re

from generator.ingest.pasted.page import Page
from generator.model import Found

_LEAST_SCORE = -1.0
_LONGEST_PROPOSAL = 80
_LANGUAGES = "English|French|German|Spanish|Chinese|Russian|Arabic"
_LABEL = re.compile(
    rf"(?P<label>(?:{_LANGUAGES}|World|Local|National|International|Regional|Business|Sports?|Political|Economic|Breaking|Latest|Top)\s(?:News|Opinion|Politics|Business|Sports?|Culture))\s+(?=[A-Z0-9\"“‘'«])"
    r"|(?P<bare>News|Opinion|Analysis|Politics|Sports?|World|Business|Culture|Interview|Commentary|Feature|Nachrichten|Actualités|Noticias|Новости|新闻)\s*[|:»>/•–—-]+\s+(?=\S)"
)
_BULLET = re.compile(r"^[*+•·|#\s]+")
_TAIL = re.compile(r"\s+\|\s+[^|]{2,40}$|\s+Back to video$")


def place(page: Page) -> int | None:
    """Which row is the headline; None where no row looks like one."""
    if not page.rows:
        return None
    best = max(range(len(page.rows)), key=page.title.__getitem__)
    return best if page.title[best] > _LEAST_SCORE else None


def title(page: Page, row: int, line: int) -> tuple[Found[str], Found[str] | None]:
    """The headline in this row, and the section label that stood in front of it."""
    text = _BULLET.sub("", page.rows[row].text)
    label = _LABEL.match(text)
    confidence = 0.95 if page.title[row] > 0 else 0.8
    if not label:
        return Found(_TAIL.sub("", text), "headline", confidence, line), None
    section = Found((label["label"] or label["bare"]), "label-before-headline", 0.9, line)
    return Found(_TAIL.sub("", text[label.end() :]), "headline-after-label", confidence, line), section


# What may stand in front of what a sentence says, and what may be left off behind it.
_LEAD_IN = re.compile(
    r"^(?:According to|In|On|At|After|Before|As|Following|During|Despite|With|For|Since|By)\b[^,]{2,90},\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:,|;|:|\s[–—-]\s|\s\(|\s(?:on (?:\d|[A-Z][a-z]+\s?\d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|at the invitation|which|who|where|when|while|after|before|as|because|according|that|amid|following|despite)\b)"
)
_SENTENCE = re.compile(r"(?s).+?[.!?。！？](?=\s|$|[\"”])")


def proposed(sentence: str) -> str:
    """A title of at most 80 characters made of a text's first sentence: its main statement, cut where a clause ends."""
    first = _SENTENCE.match(sentence)
    text = _LEAD_IN.sub("", (first[0] if first else sentence).strip(' ."“”'))
    for cut in _CLAUSE.finditer(text):
        if cut.start() > 20:
            text = text[: cut.start()]
            break
    text = (
        text
        if len(text) <= _LONGEST_PROPOSAL
        else text[:_LONGEST_PROPOSAL].rpartition(" ")[0] or text[:_LONGEST_PROPOSAL]
    )
    text = text.strip(" ,;:.-–—")
    return text[:1].upper() + text[1:]
