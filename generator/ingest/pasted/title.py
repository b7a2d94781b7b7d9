"""The headline: which row it is, what of the row it is, and a proposal where there is none."""

import re
from collections.abc import Sequence

from generator import calendars
from generator.ingest.pasted import section
from generator.ingest.pasted.byline import reporters
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.names import has_press, is_person
from generator.ingest.pasted.page import Page
from generator.ingest.pasted.press import PRESS
from generator.ingest.pasted.rules import Label, certain, is_button
from generator.model import Found

_LEAST_SCORE = -1.0
_LEAST_ABOVE = -4.0
_CERTAINLY_BODY = 2.0
# What a full stop at its end tells against a headline.
_STOP = 1.5
_LINE = 120
_SHORT = 20
_SENTENCE_ENDS = '.!?…"”»:'
_NAME = 4
_SIGNED_BELOW = 0.75
_DAY, _NUMBER, _SIGNED = 5.0, 6.0, 4.0
_LONGEST = 250
_FEWEST = 2
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_NAMED = re.compile(
    r"(?:headline|title|titel|titre|título|titolo|subject|betreff|objet|asunto|assunto|oggetto|тема|заголовок|标题|標題)"
    r"\s*[:：]\s*\S.{2,240}",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:from|to|cc|date|sent|author|byline|source|url|von|an|gesendet|datum|de|à|envoyé|para|fecha|от|кому|дата|автор|источник|by"
    r"|发件人|收件人|作者|来源|來源)\s?[:：]\s*\S",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\bvol(?:ume)?\.?\s?\d+|\bpage \d+ of \d+|\bpp?\.\s?\d"
    r"|\b(?:issue|edition|ausgabe|numéro|número|выпуск)\b.{0,40}\b(?:19|20)\d\d$",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s[|–—•·-]\s")
_SIGNATURE = re.compile(
    r"(?:an?\s)?(?:guest\s)?(?:post|essay|commentary|analysis|column|op-ed|review|story|words|text|reporting|interview|opinion)\sby\s[A-Z]",
    re.IGNORECASE,
)
# A list's mark, or the number of the last step of a path: `3. Home 4. Headline`.
_BULLET = re.compile(r"^[*+•·|#\s]+|^\d\.\s+")
_TAIL = re.compile(rf"\s+\|\s+[^|]{{2,40}}$|\s+[–—-]\s+(?:The\s)?(?:[A-Z][\w.]*\s){{0,3}}{PRESS}$|\s+Back to video$")


def place(page: Page) -> int | None:
    """Which row is the headline; None where no row looks like one.

    A row that says so itself is: `Title: …`, the subject of an e-mail. Above the text less is asked than within or
    below it, where another article's headline may stand.
    """
    start = _start(page)
    named = next((at for at in range(start) if _is_named(page, at)), None)
    if named is not None:
        return named
    scores = [_score(page, at) for at in range(len(page.rows))]
    fit = [at for at, score in enumerate(scores) if score > (_LEAST_ABOVE if at < start else _LEAST_SCORE)]
    best = max((at for at in fit if _is_fit(page.rows[at].text)), key=scores.__getitem__, default=None)
    return _only_line(page, start) if best is None else _above_signature(page, _unglued(page, best))


def _above_signature(page: Page, best: int) -> int:
    """The row above `Ann Lee in Port Arlen` with a day below it, if it could be a headline."""
    name, _, place = page.rows[best].text.partition(" in ")
    beside = page.rows[best + 1].text if best + 1 < len(page.rows) else ""
    signed = place and is_person(name) and len(place.split()) <= _FEWEST and calendars.explicit(beside[:_LONGEST])
    return best - 1 if signed and best and _could_be(page.rows[best - 1].text) else best


def extent(page: Page, best: int) -> range:
    """The rows of a headline that is broken into several lines: at most three, and `best` is one of them."""
    first = last = best
    while first > 0 and last - first < _FEWEST and _runs_on(page, first - 1):
        first -= 1
    while last + 1 < len(page.rows) and last - first < _FEWEST and _runs_on(page, last):
        last += 1
    return range(first, last + 1)


def whole(page: Page, headline: int | None, labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, with all rows of the headline called so."""
    if headline is None or labels[headline][0] != "title":
        return tuple(labels)
    rows = extent(page, headline)
    return tuple(labels[headline] if at in rows else label for at, label in enumerate(labels))


def _runs_on(page: Page, at: int) -> bool:
    """Whether a row is broken off: the next line goes on in lower case, or this one ends open."""
    above, below = page.rows[at].text, page.rows[at + 1].text
    if page.rows[at + 1].gap or above[-1] in ".!?" or page.body[at + 1] > 0 or page.body[at] > 0:
        return False
    open_ = " " in below and " " in above and (below[0].islower() or above[-1] in ",;–—")
    return open_ and all(len(text) < _LINE and not certain(text) and not is_button(text) for text in (above, below))


def _start(page: Page) -> int:
    """The first row that is the article's text: certainly, or because more of it follows."""
    prose = [at for at, score in enumerate(page.body) if score > 0]
    return next((at for at in prose if page.body[at] > _CERTAINLY_BODY or at in prose[1:2]), len(page.rows))


def _is_named(page: Page, at: int) -> bool:
    """Whether the row calls itself the headline and another field of its kind stands beside it."""
    beside = (page.rows[place].text for place in (at - 2, at - 1, at + 1, at + 2) if 0 <= place < len(page.rows))
    return bool(_NAMED.fullmatch(page.rows[at].text)) and any(map(_FIELD.match, beside))


def _score(page: Page, at: int) -> float:
    """How much a row looks like the headline, all told; what can be none anyway is not looked at closely."""
    score = page.title[at]
    if score <= _LEAST_ABOVE - _SIGNED_BELOW:
        return score
    return score + _for(page, at) - _against(page.rows[at].text)


def _for(page: Page, at: int) -> float:
    """What tells for a headline beside its looks: a byline or a date right below it."""
    below = page.rows[at + 1].text if at + 1 < len(page.rows) else ""
    known = certain(below) if below else None
    signed = known and known[1] in ("byline", "signed-and-dated", "date-line")
    return _SIGNED_BELOW if signed or (len(below) < _LINE and calendars.explicit(below)) else 0.0


def _against(text: str) -> float:
    """What tells against a headline: a full stop, the day and the number of an issue, a signature."""
    against = (
        _STOP * text.endswith((".", "。"))
        + _NUMBER * ("://" in text)
        + _NUMBER * bool(_ISSUE.search(text))
        + _SIGNED * _is_signature(text)
    )
    return against + _DAY * _is_masthead(text) if len(text) < _LONGEST else against


def _is_signature(text: str) -> bool:
    return bool(_SIGNATURE.match(text)) or (len(text) < _SHORT and bool(reporters(text)))


def _is_masthead(text: str) -> bool:
    """Whether a day stands in front, or between dashes or bars: `The Example – Tuesday, March 2, 2021 – Price 40c`."""
    days = [date for date in calendars.explicit(text) if date.precision == "day"]
    return bool(days) and (days[0].start == 0 or len(_BAR.findall(text)) > 1)


def _only_line(page: Page, start: int) -> int | None:
    """The first line above the text that could be a headline though it hardly looks like one."""
    if start == len(page.rows):
        return None
    prose = next((at for at in range(start) if page.body[at] > 0 and page.rows[at].text[-1] in _SENTENCE_ENDS), start)
    return next((at for at in range(prose) if _could_be(page.rows[at].text)), None)


def _could_be(text: str) -> bool:
    """Whether nothing tells against it: no sentence, no name, no button, and more than one word."""
    words = len(text.split()) if not _CJK.search(text) else len(_CJK.findall(text)) // 2
    plain = text[-1] not in ",;:." and not certain(text) and not is_button(text) and not _against(text)
    masthead = has_press(text) and words <= _NAME
    return (
        plain
        and not masthead
        and words >= _FEWEST
        and len(text) < _LONGEST
        and not is_person(text)
        and not section.is_section(text)
    )


def _is_fit(text: str) -> bool:
    spaced = " " in text or _CJK.search(text)
    plain = text[-1] not in ",;:" and not certain(text) and not is_button(text) and not _FIELD.match(text)
    return bool(spaced) and plain and len(text) < _LONGEST


def _unglued(page: Page, best: int) -> int:
    """The row that says the headline without a label glued to its front, if there is one near."""
    text = page.rows[best].text
    for at in range(max(0, best - 3), min(len(page.rows), best + 4)):
        other = page.rows[at].text
        if len(other) * 2 > len(text) > len(other) and text.endswith(other) and not other[0].islower():
            return at
    return best


def title(page: Page, classed: Classed, line: str) -> tuple[Found[str] | None, Found[str] | None]:
    """The headline in its row, and the section label that stood in front of it.

    Args:
        page: How much each row looks like the headline.
        classed: The rows, told apart.
        line: The headline's line as it stands in the file, its spaces kept.
    """
    row = classed.title or 0
    number = classed.lines[row]
    text = _BULLET.sub("", " ".join(page.rows[at].text for at in extent(page, row)))
    confidence = 0.95 if page.title[row] > 0 else 0.8
    label = section.split(classed, row, text, _BULLET.sub("", line))
    if not label:
        return Found(without_site(text), "headline", confidence, number), None
    part = Found(label.label, label.rule, label.confidence, number) if label.label else None
    return Found(without_site(text[label.rest :]), "headline-after-label", confidence, number), part


def without_site(text: str) -> str:
    """The headline without the site's name behind it, or in front of it, where a bar parts them."""
    site, bar, rest = text.partition(" | ")
    if bar and " | " not in rest and has_press(site) and len(rest.split()) > len(site.split()) and not has_press(rest):
        return rest
    return _TAIL.sub("", text)


def subtitle(page: Page, classed: Classed) -> Found[str] | None:
    """The row below the headline, if the article's text begins only after it, behind a byline or a date."""
    if classed.title is None or classed.title + 2 >= len(classed.rows):
        return None
    at = classed.title + 1
    follows = classed.kind(at + 1) in ("byline", "metadata", "caption", "junk")
    if classed.kind(at) in ("body", "heading") and follows and len(page.rows[at].text) < 250:
        return Found(page.rows[at].text, "below-headline", 0.8, classed.lines[at])
    return None
