"""The headline: which row it is, what of the row it is, and a proposal where there is none."""

import re

from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.page import Page
from generator.ingest.pasted.press import PRESS
from generator.ingest.pasted.rules import certain, is_button
from generator.model import Found

_LEAST_SCORE = -1.0
_LEAST_ABOVE = -4.0
_CERTAINLY_BODY = 2.0
# What a full stop at its end tells against a headline.
_STOP = 1.5
_LONGEST = 250
_LONGEST_PROPOSAL = 80
_LANGUAGES = "English|French|German|Spanish|Chinese|Russian|Arabic"
_PARTS = (
    "News|Opinion|Politics|Business|Sports?|Culture|World|Analysis|Commentary|Feature|Interview|Home|Video|Live|Local"
)
_LABEL = re.compile(
    rf"(?P<label>(?:{_LANGUAGES}|World|Local|National|International|Regional|Business|Political|Economic|Breaking|Latest|Top)\s"
    rf"(?:News|Opinion|Politics|Business|Sports?|Culture))\s+(?=[A-Z0-9\"“‘'«])"
    rf"|(?P<bare>(?:{_PARTS}|Nachrichten|Actualités|Noticias|Новости|新闻)(?:\s(?:{_PARTS}))*)\s*[|:»>/•–—]+\s+(?=\S)"
    rf"|(?P<run>(?:(?:{_PARTS})\s){{2,}})(?=[A-Z0-9\"“‘'«])"
    r"|(?P<cue>now reading|you are reading|headline|title)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
# A list's mark, or the number of the last step of a path: `3. Home 4. Headline`.
_BULLET = re.compile(r"^[*+•·|#\s]+|^\d\.\s+")
_TAIL = re.compile(rf"\s+\|\s+[^|]{{2,40}}$|\s+[–—-]\s+(?:The\s)?(?:[A-Z][\w.]*\s){{0,3}}{PRESS}$|\s+Back to video$")


def place(page: Page) -> int | None:
    """Which row is the headline; None where no row looks like one.

    Above the text less is asked than within or below it, where another article's headline may stand.
    """
    prose = [at for at, score in enumerate(page.body) if score > 0]
    start = next((at for at in prose if page.body[at] > _CERTAINLY_BODY or at in prose[1:2]), len(page.rows))
    scores = [score - _STOP * row.text.endswith(".") for row, score in zip(page.rows, page.title, strict=True)]
    fit = [at for at, score in enumerate(scores) if score > (_LEAST_ABOVE if at < start else _LEAST_SCORE)]
    best = max((at for at in fit if _is_fit(page.rows[at].text)), key=scores.__getitem__, default=None)
    return None if best is None else _unglued(page, best)


def _is_fit(text: str) -> bool:
    return text[-1] not in ",;:" and len(text) < _LONGEST and " " in text and not certain(text) and not is_button(text)


def _unglued(page: Page, best: int) -> int:
    """The row that says the headline without a label glued to its front, if there is one near."""
    text = page.rows[best].text
    for at in range(max(0, best - 3), min(len(page.rows), best + 4)):
        other = page.rows[at].text
        if len(other) * 2 > len(text) > len(other) and text.endswith(other) and not other[0].islower():
            return at
    return best


def title(page: Page, classed: Classed) -> tuple[Found[str] | None, Found[str] | None]:
    """The headline in its row, and the section label that stood in front of it."""
    row = classed.title or 0
    line = classed.lines[row]
    text = _BULLET.sub("", page.rows[row].text)
    label = _LABEL.match(text)
    confidence = 0.95 if page.title[row] > 0 else 0.8
    if not label:
        return Found(_TAIL.sub("", text), "headline", confidence, line), None
    section = label["label"] or label["bare"] or label["run"]
    part = Found(section.strip(), "label-before-headline", 0.9, line) if section else None
    return Found(_TAIL.sub("", text[label.end() :]), "headline-after-label", confidence, line), part


def subtitle(page: Page, classed: Classed) -> Found[str] | None:
    """The row below the headline, if the article's text begins only after it, behind a byline or a date."""
    if classed.title is None or classed.title + 2 >= len(classed.rows):
        return None
    at = classed.title + 1
    follows = classed.kind(at + 1) in ("byline", "metadata", "caption", "junk")
    if classed.kind(at) in ("body", "heading") and follows and len(page.rows[at].text) < 250:
        return Found(page.rows[at].text, "below-headline", 0.8, classed.lines[at])
    return None


# What may stand in front of what a sentence says, and what may be left off behind it.
_LEAD_IN = re.compile(
    r"^(?:According to|In|On|At|After|Before|As|Following|During|Despite|With|For|Since|By)\b[^,]{2,90},\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:,|;|:|\s[–—-]\s|\s\(|\s(?:on (?:\d|[A-Z][a-z]+\s?\d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|at the invitation"
    r"|which|who|where|when|while|after|before|as|because|according|that|amid|following|despite)\b)"
)
_SENTENCE = re.compile(r".+?[.!?。！？](?=\s|$|[\"”])")
_SHORTEST_CLAUSE = 20


def proposed(text: str) -> str:
    """A title of at most 80 characters made of a text's first sentence: its main statement, cut where a clause ends."""
    found = _SENTENCE.match(text[:600])
    first = _LEAD_IN.sub("", (found[0] if found else text[:600]).strip(' ."“”'))
    ends = (clause.start() for clause in _CLAUSE.finditer(first) if clause.start() > _SHORTEST_CLAUSE)
    first = first[: next(ends, len(first))]
    if len(first) > _LONGEST_PROPOSAL:
        first = first[:_LONGEST_PROPOSAL].rpartition(" ")[0] or first[:_LONGEST_PROPOSAL]
    first = first.strip(" ,;:.-–—")
    return first[:1].upper() + first[1:]
