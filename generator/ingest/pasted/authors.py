"""Who wrote a text: people and agencies, from bylines, and where there is none, from the dateline."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from generator import calendars
from generator.ingest.pasted.boxes import boxes
from generator.ingest.pasted.byline import Names, reporters, signatures, signers
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.names import AGENCIES, has_press, has_role, is_agency, is_person, leading_name
from generator.ingest.pasted.reference import is_reference
from generator.model import Found

Finder = Callable[[Classed, range], Iterator[tuple[Names, int]]]

_BY_ALONE = re.compile(
    r"[\W_]*(?:by|authors?|written by|von|par|por|autor(?:in)?|kommentar von|contributions from"
    r"|author of the article)\W*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*[|•·/,;]\s*|\s+[-–—]\s+|\s{2,}|\bum\b|\d{1,2}[:.]\d\d|[ap]\.?m\.?\b|\b(?:on|at|by|von)\b", re.IGNORECASE
)
_CREDITED = re.compile(r"(?:Quelle|Source|Fonte|Fuente|Kilde|Källa)\s?:\s*(\w+)\b.{0,20}", re.IGNORECASE)
_AGO = (
    r"(?:today|yesterday|ago|min(?:ute)?s?|hours?|gestern|heute|hier|aujourd|ayer|hoy|ontem|hoje|ieri|oggi"
    r"|вчера|сегодня)"
)
_SET_OFF = re.compile(rf"\s?[•·|,–-]\s(?:.*\s)?(?i:{_AGO})\b|\s?@\w|\s[•|]\s\S+$|[A-Z][a-z]{{2}}\s\d")
_FROM = re.compile(r"(?:From|Von|De|Da|От)\s?:\s*[\"“]?(?P<name>[^<\"”(\[]{3,60}?)[\"”]?\s*(?:[<(\[].*)?$")
_SUBJECT = re.compile(r"(?:Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Тема)\s?:", re.IGNORECASE)
_POSTED_BY = re.compile(r"\W*(?:posted|published|written|submitted)\b.{3,60}\bby\s\w+\W*", re.IGNORECASE)
_DASHED = re.compile(r"[—–-]{1,3}\s?([^\W\d_].{3,40})$")
_ABOUT = re.compile(
    r"[*_(]?([A-ZÀ-ÞА-Я][^,.;:]{3,40}?)\s(?:is|was|ist|est|es)\s(?:an?|the|our|ein|eine|un|une|una)\b.{0,60}?"
    r"\b(?:fellow|professor|journalist|writer|editor|correspondent|reporter|columnist|author|researcher|analyst"
    r"|lecturer|scholar"
    r"|redakteur(?:in)?|autor(?:in|a)?|journaliste|periodista|chercheur|chercheuse)\b",
)
_QUOTES = "\"”»“’'"
_NOTE = 300
_DATELINE = 60
_LONGEST_PLACE = 3
_LONGEST = 200
_HEADER = 28
_FOOTER = 6
_LONG = 30
_PARAGRAPH = 60
_FEW_PARAGRAPHS = 3


def authors(page: Classed) -> Found[Names] | None:
    """Who signed: whoever stands first around the headline, else below the text, else an agency."""
    header, footer = _regions(page)
    below = range((page.title or 0) + 1, header.stop)
    for region, rules in (
        (below, _HEADER_RULES),
        (header, _HEADER_RULES),
        (below, _WEAK_RULES),
        (footer, _FOOTER_RULES),
        (range(len(page.rows)), _LAST_RULES),
    ):
        found = [
            (names[1], -confidence, rule, names[0])
            for rule, confidence, find in rules
            for names in islice(find(page, region), 1)
        ]
        if found:
            row, confidence, rule, names = min(found)
            return Found(names, rule, -confidence, page.lines[row])
    return None


def _regions(page: Classed) -> tuple[range, range]:
    """Where bylines stand: around the headline down to the second paragraph or fourth short one, below the last."""
    count, title = len(page.rows), page.title or 0
    prose = [at for at, text in page.of_kind("body") if at > title and len(text) > _PARAGRAPH]
    long = [at for at in prose if len(page.rows[at].text.split()) > _LONG]
    ends = [*long[1:2], *prose[_FEW_PARAGRAPHS:][:1]] or prose[1:2] or [count, title + _HEADER]
    last = prose[-1] + 1 if prose else count
    foot = min([count, last + _FOOTER, *(at for at in boxes(page) if at >= last)])
    return range(max(0, title - 3), min(ends)), range(last, foot)


def _signed(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`By Ann Lee and Bob Ray, staff writers`."""
    for at in region:
        text = page.rows[at].text
        if page.kind(at) in ("byline", "metadata", "junk") and len(text) < _LONGEST and not is_reference(text):
            names = signatures(text, alias=_may_be_alias(page, at)) or reporters(text)
            if names:
                yield names, at


def _may_be_alias(page: Classed, at: int) -> bool:
    """Whether one word is enough for a name: in a byline, and behind a date."""
    return page.kind(at) == "byline" or bool(_POSTED_BY.fullmatch(page.rows[at].text))


def _sender(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """The person that an e-mail is from, where its other fields stand near."""
    for at in region:
        found = _FROM.match(page.rows[at].text)
        near = (page.rows[place].text for place in range(max(0, at - 4), min(len(page.rows), at + 5)))
        if found and is_person(found["name"]) and any(map(_SUBJECT.match, near)):
            yield (found["name"],), at


def _reporting(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """The reporter named in brackets within a dateline in Chinese."""
    for at in region:
        found = reporters(page.rows[at].text[:_DATELINE]) if page.kind(at) == "body" else ()
        if found:
            yield found, at


def _signed_below(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """A dash and a name below the text, unless it is a saying that is signed."""
    for at in region:
        name = _DASHED.match(page.rows[at].text)
        quoted = at > 0 and page.rows[at - 1].text[-1] in _QUOTES
        if name and is_person(name[1]) and not quoted:
            yield (name[1],), at


def _about(page: Classed, region: range) -> Iterator[tuple[Names, int]]:  # noqa: ARG001 - a paragraph is no footer
    """The last paragraph says what somebody writes for, who is not spoken of before."""
    for at, text in [*page.of_kind("body")][-1:]:
        found = _ABOUT.match(text) if len(text) < _NOTE else None
        if found and is_person(found[1]):
            family = found[1].split()[-1]
            if not any(family in other for place, other in page.of_kind("body", "caption") if place != at):
                yield (found[1],), at


def _below_by(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`By` or `Author` on a line of its own, the names below it."""
    for at in region[:-1]:
        if len(page.rows[at].text) < _LONG and _BY_ALONE.fullmatch(page.rows[at].text):
            below = page.rows[at + 1].text.lstrip("*+-• ")
            names = signers(below, alias=False) if len(below.split()) <= 8 else ()
            if names:
                yield names, at + 1


def _beside_date(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """A name in the row of a date; or on a line beside one, or with a role, a paper or a handle behind it."""
    for at in region:
        text = page.rows[at].text.strip("*+-•| ")
        if page.kind(at) in ("title", "caption", "body", "heading") or len(text) > 140:
            continue
        names = _beside_own_date(text) if page.kind(at) in ("metadata", "byline") else ()
        if not names and at > (page.title or 0):
            names = (
                (_without_place(text),)
                if _near_date(page, at) and is_person(_without_place(text))
                else _with_role(text)
            )
        if names:
            yield names, at


def _beside_own_date(text: str) -> Names:
    parts = text
    for date in reversed(calendars.explicit(text)):
        parts = parts[: date.start] + " | " + parts[date.end :]
    return tuple(part.strip(" .:") for part in _PARTS.split(parts) if part and is_person(part.strip(" .:")))


def _without_place(text: str) -> str:
    """The name in `Ann Lee in Port Arlen`."""
    name, _, place = text.partition(" in ")
    return name if place.istitle() and len(place.split()) <= _LONGEST_PLACE else text


def _near_date(page: Classed, at: int) -> bool:
    return any(
        page.rule(place) in ("date-line", "time-stamp", "byline")
        or (page.rule(place) == "field" and calendars.explicit(page.rows[place].text))
        for place in range(max(0, at - 2), min(len(page.rows), at + 3))
        if place != at
    )


def _with_role(text: str) -> Names:
    """The names in `Ann Lee, Staff Writer; Bob Ray, Evening Post`, `Ann Lee Evening Post` and `Ann Lee@annlee`."""
    parts = [_one_with_role(part.strip()) for part in text.split(";")]
    return tuple(name for names in parts for name in names) if all(parts) else ()


def _one_with_role(text: str) -> Names:
    name = leading_name(text)
    rest = text[len(name) :]
    if not name or not rest or len(text.split()) > 9 or text[-1] in ".!?:":
        return ()
    return (name,) if _SET_OFF.match(rest) or has_role(rest) or has_press(rest) else ()


def _alone(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """The only line between headline and text that is nothing but a name, or an agency."""
    first = next((at for at in region if page.kind(at) == "title"), region.start - 1)
    found = [
        at for at in region if at > first and page.kind(at) == "junk" and _is_name(page.rows[at].text.strip("*+-•| "))
    ]
    if len({page.rows[at].text for at in found}) == 1:
        yield (page.rows[found[0]].text.strip("*+-•| "),), found[0]


def _is_name(text: str) -> bool:
    return (is_person(text) and not text.isupper() and len(text.split()) <= 3) or is_agency(text)


def _agency(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`CITY (AP) — ` in front of the text, or a credit to an agency."""
    written = page.dateline()
    if written and written[1].agency.lower() in AGENCIES:
        yield (AGENCIES[written[1].agency.lower()],), written[0]
    for at in region:
        found = _CREDITED.fullmatch(page.rows[at].text) if page.kind(at) != "body" else None
        if found and found[1].lower() in AGENCIES:
            yield (AGENCIES[found[1].lower()],), at


_HEADER_RULES: tuple[tuple[str, float, Finder], ...] = (
    ("byline", 0.93, _signed),
    ("sender", 0.85, _sender),
    ("reporter-in-dateline", 0.85, _reporting),
    ("below-by", 0.9, _below_by),
    ("name-beside-date", 0.88, _beside_date),
)
_WEAK_RULES: tuple[tuple[str, float, Finder], ...] = (("name-in-header", 0.75, _alone),)
_FOOTER_RULES: tuple[tuple[str, float, Finder], ...] = (
    ("byline-at-the-end", 0.8, _signed),
    ("signed-below", 0.8, _signed_below),
    ("about-the-author", 0.7, _about),
)
_LAST_RULES: tuple[tuple[str, float, Finder], ...] = (("agency", 0.8, _agency),)
