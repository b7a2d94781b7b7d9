"""When a text was first printed, when it was last edited, and how far to believe what the page says of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import calendars
from generator.calendars import ExplicitDate
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.rules import other_words
from generator.model import Found

ANSWER = 0.6
"""A date found with less confidence is a question to the contributor, not an answer."""

CERTAIN = 0.9
"""A date found with less confidence gives way to that of a dateline."""

_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|revised|corrected|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizad[oa]"
    r"|modificad[oa]|aggiornat[oa]|atualizado|bijgewerkt|uppdaterad|oppdatert|opdateret|обновлено|изменено|diperbarui)\b"
    r"|更新|修改|수정|\bstand:",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|publication date|printed|issued|released|veröffentlicht|erschienen|erstellt"
    r"|publié|paru|publicad[oa]|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|publiceret|опубликовано|date"
    r"|datum|fecha)\b|发布|发表|입력|등록|公開|掲載",
    re.IGNORECASE,
)
# Offers, broadcasts and quoted years have dates too.
_FOREIGN = re.compile(
    r"\b(?:expires?|until|verfügbar bis|gültig bis|bis zum|deadline|doors|tickets?|as of|data|copyright|©|sale"
    r"|archiv\w*|file|joined|since|seit|born|season|episode|issue)\b|©",
    re.IGNORECASE,
)
_AMERICAN_ZONE = re.compile(r"\b(?:E|C|M|P)[SD]?T\b")
_NEAR = 40
_FULL = len("2017-06-07")
_HEADER = 16
_LONGEST = 250


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


def candidates(page: Classed) -> tuple[Candidate, ...]:
    """Every date outside of the article's prose that can be the day of publication, in the order of the page."""
    return tuple(_candidates(page))


def _candidates(page: Classed) -> Iterator[Candidate]:
    start = next((at for at, _ in page.of_kind("body")), len(page.rows))
    anchor = page.title if page.title is not None else start
    for at, text in page.of_kind("metadata", "byline", "title", "junk"):
        if len(text) < _LONGEST:
            yield from _of_row(text, at, page.rule(at), at - anchor, page.language)


def _of_row(text: str, row: int, rule: str, distance: int, language: str) -> Iterator[Candidate]:
    found = calendars.explicit(text, day_first=_day_first(text, language))
    others = other_words(text)
    previous = 0
    for date in found:
        before = text[max(previous, date.start - _NEAR) : date.start]
        previous = date.end
        yield _weighed(date, row, before, rule, distance, others)


def _day_first(text: str, language: str) -> bool | None:
    """How figures are read: only English writes the month first, and of English an American time zone tells."""
    if _AMERICAN_ZONE.search(text):
        return False
    return None if language in ("", "en") else True


def _weighed(date: ExplicitDate, row: int, before: str, rule: str, distance: int, others: int) -> Candidate:
    if _UPDATED.search(before):
        return Candidate(date, row, "edit-date", 0.65 if -_HEADER < distance < _HEADER else 0.4, updated=True)
    if _FOREIGN.search(before):
        return Candidate(date, row, "date-of-something-else", 0.1)
    if rule in ("field", "signed-and-dated") and distance <= _HEADER:
        return Candidate(date, row, rule, 0.95)
    if _PUBLISHED.search(before):
        return Candidate(date, row, "called-published", 0.92 if distance <= _HEADER * 2 else 0.55)
    if -4 <= distance <= _HEADER and others <= 6:
        return Candidate(date, row, "date-in-header", 0.88 if distance > 0 else 0.8)
    return Candidate(date, row, "date-on-page", 0.5 if others <= 2 else 0.3)


def published(found: Iterable[Candidate], page: Classed) -> Found[str] | None:
    """The best candidate's day, whatever its confidence; an edit date only where there is no other."""
    full = [one for one in found if len(one.date.value) == _FULL]
    if not full:
        return None
    best = max(full, key=lambda one: one.confidence)
    agreeing = {one.row for one in full if one.date.value == best.date.value}
    confidence = 0.4 if best.date.ambiguous else min(0.99, best.confidence + 0.03 * (len(agreeing) - 1))
    reason = "only the date of an edit is given" if best.updated else ""
    reason = f"can also be {best.date.other}" if best.date.ambiguous else reason
    return Found(best.date.value, best.rule, round(confidence, 2), page.lines[best.row], reason)


def written(page: Classed) -> Found[str] | None:
    """The day in the dateline, its year taken from the header above it where it names only one."""
    head = "\n".join(row.text for row in page.rows[:_HEADER])
    found = calendars.dateline(head)
    if not found or found.precision != "day" or found.ambiguous:
        return None
    # Without its own year it may be a report of the turn of the year.
    confidence = 0.95 if found.value[:4] in found.text else 0.85
    return Found(found.value, "dateline", confidence, page.lines[head.count("\n", 0, found.start)])


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
    """The day that a photo's caption gives in full and that the first paragraph names without its year."""
    for _, text in page.of_kind("caption"):
        for date in calendars.explicit(text):
            day = _without_year(date)
            if len(date.value) == _FULL and day and day in page.lead:
                reason = f"a photo is dated {date.text}, and the first paragraph speaks of {day}"
                return Found(date.value, "concluded-from-photo-and-lead", 0.5, None, reason)
    return None


def _without_year(date: ExplicitDate) -> str:
    return re.sub(r"\W*\b\d{4}\b\W*", "", date.text).strip()
