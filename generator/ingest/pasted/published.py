"""When a text was first printed, when it was last edited, and how far to believe what the page says of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator import calendars
from generator.calendars import ExplicitDate
from generator.ingest.pasted import figures
from generator.ingest.pasted.boxes import boxes
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.reference import cited, is_reference
from generator.ingest.pasted.rules import other_words
from generator.model import Found

ANSWER = 0.6
"""A date found with less confidence is a question to the contributor, not an answer."""

CERTAIN = 0.9
"""A date found with less confidence gives way to that of a dateline."""

_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|reviewed|revised|corrected|aktualisiert|geändert|bearbeitet|mis à jour|modifié"
    r"|actualizad[oa]"
    r"|modificad[oa]|aggiornat[oa]|atualizado|bijgewerkt|uppdaterad|oppdatert|opdateret|обновлено|изменено"
    r"|diperbarui)\b"
    r"|更新|修改|수정|\bstand:",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|publiziert|sent|gesendet|envoyé|inviato|отправлено|posted"
    r"|first published|publication date|printed|print date|issued|released|veröffentlicht"
    r"|erschienen|erstellt"
    r"|publié|paru|publicad[oa]|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|publiceret|опубликовано|date"
    r"|datum|fecha)\b|نشر|تاريخ|发布|发表|입력|등록|公開|掲載",
    re.IGNORECASE,
)
# Offers, broadcasts, print-outs, quoted years have dates too.
_FOREIGN = re.compile(
    r"\b(?:expires?|until|before|verfügbar bis|gültig bis|bis zum|deadline|doors|tickets?|as of|data|copyright|sale"
    r"|archiv\w*|file|joined|since|seit|born|season|founded|established|subscribe|webinar|event|offer"
    r"|retrieved|accessed|captured|crawled|downloaded|snapshot|visited|load-date|print(?:ed|out) (?:on|from)"
    r"|(?:appears|appeared) (?:in|on)|abgerufen|gedruckt|consulté|imprimé|consultado|impreso|visitato|acessado"
    r"|дата обращения|основан\w*|effective|due|next|upcoming|nächste\w*|prochaine?)\b|©|访问|打印",
    re.IGNORECASE,
)
# `When: 12 December 2020`: a day with a name of its own.
_LABELED = re.compile(r"(?:^|[\W\d])[^\W\d_]+\s?[:：]\s*$")
_GLUED = re.compile(
    r"(?<=[^\W\d_]{4})(?=\d{1,2}\D)|(?<=[a-z]{2})(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7}\s\d)"
)
_FOUNDED = re.compile(
    r"\b(?:founded|established|since|gegründet|seit|est\.?|fondée?)\s(?:in\s|en\s)?\d{4}", re.IGNORECASE
)
Place = Literal["header", "near", "far", "box"]

_OTHERS = 6
_FEW_OTHERS = 2
_NEAR = 40
_FULL = len("2017-06-07")
_HEADER = 16
_ABOVE = 4
_LONGEST = 250
# Words of a row that is a paragraph of the article rather than a stray sentence.
_PARAGRAPH = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the page gives, and what speaks for it.

    Attributes:
        date: The date, where it stands, and how it can be read.
        row: The row that it stands in.
        rule: What makes it the date of publication or of an edit.
        confidence: How often such a date is right.
        updated: Whether it is called the date of an edit.
    """

    date: ExplicitDate
    row: int
    rule: str
    confidence: float
    updated: bool = False


def candidates(page: Classed, name: str = "") -> tuple[Candidate, ...]:
    """Every date outside of the article's prose that can be the day of publication, in the order of the page.

    Args:
        page: The rows, told apart.
        name: The file's name without its suffix, which may tell how figures are read.
    """
    order = figures.day_first(page, name)
    places = _places(page)
    rows = page.of_kind("metadata", "byline", "title", "junk")
    return tuple(
        one
        for at, text in rows
        if len(text) < _LONGEST and not is_reference(text)
        for one in _of_row(text, at, page, places[at], order)
    )


def _places(page: Classed) -> list[Place]:
    """Where each row stands: around the headline, elsewhere, or in a box of links or comments below its start."""
    start = next((at for at, _ in page.of_kind("body")), len(page.rows))
    anchor = page.title if page.title is not None else start
    paragraphs = [at for at, text in page.of_kind("body") if at > anchor and len(text.split()) >= _PARAGRAPH]
    end = min([*paragraphs[1:2], anchor + _HEADER + 1])
    foreign = boxes(page)
    return [
        "box" if at in foreign else "header" if anchor - _ABOVE <= at < end else "near" if at < end + _HEADER else "far"
        for at in range(len(page.rows))
    ]


def _of_row(text: str, row: int, page: Classed, place: Place, order: bool | None) -> Iterator[Candidate]:
    # A label glued to its day by the loss of a line: `Published17 December 2024`.
    text = _GLUED.sub(" ", text)
    found = calendars.explicit(text, day_first=figures.of_row(text, order))
    others = other_words(text) if found else 0
    previous = 0
    for date in found:
        before = text[max(previous, date.start - _NEAR) : date.start]
        previous = date.end
        before = _FOUNDED.sub("", before)
        yield Candidate(date, row, *_judged(before, page.rule(row), place, others))


def _judged(before: str, rule: str, place: Place, others: int) -> tuple[str, float, bool]:
    """Rule, confidence, and whether it is an edit: what the words in front of a date and its place make of it."""
    if _FOREIGN.search(before) and not _UPDATED.search(before):
        return "date-of-something-else", 0.1, False
    labeled = _LABELED.search(before) and rule != "field" and not (_PUBLISHED.search(before) or _UPDATED.search(before))
    if place == "box" or labeled:
        return "date-of-something-else", 0.2, False
    if _UPDATED.search(before):
        return "edit-date", 0.65 if place == "header" else 0.4, True
    return (*_by_place(before, rule, place, others), False)


def _by_place(before: str, rule: str, place: Place, others: int) -> tuple[str, float]:
    if rule in ("field", "signed-and-dated") and place == "header":
        return rule, 0.95
    if _PUBLISHED.search(before):
        return "called-published", 0.92 if place != "far" else 0.55
    if rule.startswith("headline"):
        return "date-in-headline", 0.5
    if rule == "web-address":
        return "date-in-address", 0.75
    return _unnamed(place, others)


def _unnamed(place: Place, others: int) -> tuple[str, float]:
    if place == "header" and others <= _OTHERS:
        return "date-in-header", 0.88
    return "date-on-page", 0.5 if others <= _FEW_OTHERS else 0.3


def published(found: Iterable[Candidate], page: Classed) -> Found[str] | None:
    """The best candidate's day, whatever its confidence; an edit date only where there is no other.

    A date that can be read in one way only, and that would do, goes before one that can be read in two.
    """
    found = tuple(found)
    full = [one for one in found if len(one.date.value) == _FULL]
    if not full:
        return _month(found, page)
    best = max(full, key=lambda one: (one.confidence >= ANSWER and not one.date.ambiguous, one.confidence))
    agreeing = {one.row for one in full if one.date.value == best.date.value}
    confidence = 0.4 if best.date.ambiguous else min(0.99, best.confidence + 0.03 * (len(agreeing) - 1))
    reason = "only the date of an edit is given" if best.updated else ""
    reason = f"can also be {best.date.other}" if best.date.ambiguous else reason
    return Found(best.date.value, best.rule, round(confidence, 2), page.lines[best.row], reason)


def _month(found: Iterable[Candidate], page: Classed) -> Found[str] | None:
    """The month, where a line in the header or a field gives nothing more exact."""
    for one in found:
        rest = page.rows[one.row].text.replace(one.date.text, " ")
        alone = not other_words(rest) and not any(map(str.isdigit, rest))
        if alone and one.rule in ("date-in-header", "called-published", "field"):
            return Found(one.date.value, "month-in-header", 0.7, page.lines[one.row])
    return None


def written(page: Classed) -> Found[str] | None:
    """The day in the dateline, its year taken from the header above it where it names only one."""
    head = "\n".join(row.text for row in page.rows[:_HEADER])
    found = calendars.dateline(head)
    if not found or found.precision != "day" or found.ambiguous:
        return _in_dateline(page)
    # Without its own year it may be a report of the turn of the year.
    confidence = 0.95 if found.value[:4] in found.text else 0.85
    return Found(found.value, "dateline", confidence, page.lines[head.count("\n", 0, found.start)])


def _in_dateline(page: Classed) -> Found[str] | None:
    """The day in a dateline whose place does not stand in capitals."""
    seen = page.dateline()
    return Found(seen[1].published, "dateline", 0.9, page.lines[seen[0]]) if seen and seen[1].published else None


def updated(found: Iterable[Candidate], page: Classed) -> tuple[Found[str] | None, Found[str] | None]:
    """The last day that is called the day of an edit, and the time zone given with any date."""
    found = tuple(found)
    edits = [one for one in found if one.updated and len(one.date.value) == _FULL]
    zones = [one for one in found if one.date.timezone]
    last = max(edits, key=lambda one: one.date.value, default=None)
    return (
        Found(last.date.value, "edit-date", 0.9, page.lines[last.row]) if last else None,
        Found(zones[0].date.timezone, "with-the-time", 0.9, page.lines[zones[0].row]) if zones else None,
    )


def concluded(page: Classed) -> Found[str] | None:
    """What can be concluded where no day is stated: from a photo and the first paragraph, else from a reference."""
    return _from_photo(page) or _from_reference(page)


def _from_photo(page: Classed) -> Found[str] | None:
    """The day that a photo's caption gives in full and that the first paragraph names without its year."""
    for _, text in page.of_kind("caption"):
        for date in calendars.explicit(text):
            day = _without_year(date)
            if len(date.value) == _FULL and day and day in page.lead:
                reason = f"a photo is dated {date.text}, and the first paragraph speaks of {day}"
                return Found(date.value, "concluded-from-photo-and-lead", 0.5, None, reason)
    return None


def _from_reference(page: Classed) -> Found[str] | None:
    """The last day among the reports that the text names as its sources: it cannot be older than they are."""
    days = [day for row in page.rows if (day := cited(row.text)) and not day.ambiguous]
    last = max(days, key=lambda day: day.value, default=None)
    if not last:
        return None
    return Found(last.value, "concluded-from-reference", 0.4, None, f"the report that it refers to is of {last.text}")


def _without_year(date: ExplicitDate) -> str:
    return re.sub(r"\W*\b\d{4}\b\W*", "", date.text).strip()
