"""When a text was first printed, and when it was last edited: what the page's own lines say, and how far to believe it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import calendars
from generator.calendars import ExplicitDate
from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.rows import Row
from generator.model import Found

ANSWER = 0.6
"""A date found with less confidence is a question to the contributor, not an answer."""

_UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|edited|revised|corrected|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizad[oa]|modificad[oa]|aggiornat[oa]|atualizado|bijgewerkt|uppdaterad|oppdatert|opdateret"
    r"|обновлено|изменено|diperbarui)\b|更新|수정|stand:",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|publication date|date published|printed|issued|released|veröffentlicht|erschienen|erstellt|publié|paru|publicad[oa]|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|publiceret"
    r"|опубликовано|date|datum|fecha|on)\b|发布|发表|입력|등록|公開|掲載",
    re.IGNORECASE,
)
_NEAR = 40
_FULL = len("2017-06-07")


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


def candidates(rows: Sequence[Row], labels: Sequence[Label], title: int | None) -> tuple[Candidate, ...]:
    """Every date outside of the article's prose that can be the day of publication, in the order of the page."""
    start = next((place for place, (kind, _) in enumerate(labels) if kind == "body"), len(rows))
    anchor = title if title is not None else start
    return tuple(_candidates(rows, labels, anchor))


def _candidates(rows: Sequence[Row], labels: Sequence[Label], anchor: int) -> Iterator[Candidate]:
    for place, (row, (kind, rule)) in enumerate(zip(rows, labels, strict=True)):
        if kind not in ("metadata", "byline", "title"):
            continue
        previous = 0
        for date in calendars.explicit(row.text):
            before = row.text[max(previous, date.start - _NEAR) : date.start]
            previous = date.end
            yield _weighed(date, place, before, rule, place - anchor)


def _weighed(date: ExplicitDate, row: int, before: str, rule: str, distance: int) -> Candidate:
    updated = bool(_UPDATED.search(before))
    if updated:
        return Candidate(date, row, "edit-date", 0.5, updated=True)
    if rule in ("field", "signed-and-dated"):
        return Candidate(date, row, rule, 0.95)
    if _PUBLISHED.search(before):
        return Candidate(date, row, "called-published", 0.9)
    if 0 < distance <= 12:
        return Candidate(date, row, "date-below-headline", 0.85)
    return Candidate(date, row, "date-on-page", 0.5 if distance > -4 else 0.4)


def published(found: Iterable[Candidate], lines: Sequence[int]) -> Found[str] | None:
    """The best candidate's day, whatever its confidence."""
    full = [one for one in found if not one.updated and len(one.date.value) == _FULL]
    if not full:
        return None
    best = max(full, key=lambda one: one.confidence)
    agreeing = {one.row for one in full if one.date.value == best.date.value}
    confidence = min(0.99, best.confidence + 0.03 * (len(agreeing) - 1))
    return Found(best.date.value, best.rule, 0.4 if best.date.ambiguous else confidence, lines[best.row])


def updated(found: Iterable[Candidate], lines: Sequence[int]) -> tuple[Found[str] | None, Found[str] | None]:
    """The last day that is called the day of an edit, and the time zone given with any date."""
    found = tuple(found)
    edits = [one for one in found if one.updated]
    zones = [one for one in found if one.date.timezone]
    last = max(edits, key=lambda one: one.date.value, default=None)
    return (
        Found(last.date.value, "edit-date", 0.9, lines[last.row]) if last else None,
        Found(zones[0].date.timezone, "with-the-time", 0.9, lines[zones[0].row]) if zones else None,
    )


def concluded(rows: Sequence[Row], labels: Sequence[Label]) -> Found[str] | None:
    """The day that a photo's caption gives in full and that the first paragraph names without its year."""
    lead = next((row.text for row, (kind, _) in zip(rows, labels, strict=True) if kind == "body"), "")
    for row, (kind, _) in zip(rows, labels, strict=True):
        for date in calendars.explicit(row.text) if kind == "caption" else ():
            day = _without_year(date)
            if len(date.value) == _FULL and day and day in lead:
                reason = f"a photo is dated {date.text}, and the first paragraph speaks of {day}"
                return Found(date.value, "concluded-from-photo-and-lead", 0.5, None, reason)
    return None


def _without_year(date: ExplicitDate) -> str:
    return re.sub(r"\W*\b\d{4}\b\W*", "", date.text).strip()
