"""Who wrote a text: people and agencies, from bylines, and where there is none, from the dateline."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from generator import calendars
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.names import AGENCIES, has_press, has_role, is_agency, is_person, leading_name
from generator.model import Found

Names = tuple[str, ...]
Finder = Callable[[Classed, range], Iterator[tuple[Names, int]]]

_CUE = (
    r"published by|posted by|written by|story by|words by|text by|reporting by|reported by|by|von|par|por|di"
    r"|door|av|af|oleh|autor(?:in)?|author|auteur|text"
)
_BY = re.compile(rf"(?:^|[\s|•·(*—–-])(?:{_CUE})\b\s?:?\s+(?=\w)(.{{2,160}})", re.IGNORECASE)
_GLUED = re.compile(r"[*•\s]*[Bb]y(?=[A-Z][a-z]+\s[A-Z])(.{4,60})")
_BY_ALONE = re.compile(
    r"[\W_]*(?:by|authors?|written by|von|par|por|autor(?:in)?|kommentar von|contributions from"
    r"|author of the article)\W*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:[|•·(/@]|\s[-–—]\s|\d|\b(?:published|updated|posted|for|in|at|on|special to|with files|über|aus)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\boch\b|\bog\b|\bwith\b)\s+", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*[|•·/,;]\s*|\s+[-–—]\s+|\s{2,}|\bum\b|\d{1,2}[:.]\d\d|[ap]\.?m\.?\b|\b(?:on|at|by|von)\b", re.IGNORECASE
)
_CREDITED = re.compile(r"(?:Quelle|Source|Fonte|Fuente|Kilde|Källa)\s?:\s*(\w+)\b.{0,20}", re.IGNORECASE)
_REPORTER = re.compile(
    r"([가-힣]{2,4})\s기자|(?:记者|記者)[:：\s]*([\u4e00-\u9fff]{2,4})|([\u4e00-\u9fff]{2,4})\s?(?:记者|記者)"
)
_SET_OFF = re.compile(r"@\w|\s[•|]\s\S+$|[A-Z][a-z]{2}\s\d")
_STOP_BELONGS = re.compile(r"(?:\.\w|\b[A-Z]|\s(?:Jr|Sr))\.$")
_OTHER_WORK = re.compile(
    r"\b(?:checked|reviewed|edited|photos?|photographs?|photographed|illustrat\w+|powered|sponsored|presented|produced|signing|clicking|video|graphics?)\s+by\s*$",
    re.IGNORECASE,
)
_NO_ALIAS = frozenset({"the", "a", "our", "email", "you", "us", "registering", "phone", "mail"})
_LONGEST = 200
_HEADER = 28
_FOOTER = 6
_LONG = 30


def authors(page: Classed) -> Found[Names] | None:
    """Who signed: whoever stands first around the headline, else below the text, else an agency."""
    header, footer = _regions(page)
    below = range(header.start + 3, header.stop)
    for region, rules in (
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
    """Where bylines stand: around the headline down to the second paragraph, and below the last one."""
    count, title = len(page.rows), page.title or 0
    prose = [at for at, text in page.of_kind("body") if at > title and len(text.split()) > _LONG]
    end = prose[1] if len(prose) > 1 else min(count, title + _HEADER)
    last = prose[-1] + 1 if prose else count
    return range(max(0, title - 3), end), range(last, min(count, last + _FOOTER))


def _signed(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`By Ann Lee and Bob Ray, staff writers`."""
    for at in region:
        text = page.rows[at].text
        if page.kind(at) in ("byline", "metadata", "junk") and len(text) < _LONGEST:
            names = _signatures(text, page.kind(at) == "byline") or _reporters(text)
            if names:
                yield names, at


def _signatures(text: str, byline: bool) -> Names:
    glued = _GLUED.fullmatch(text)
    if glued:
        return _names(glued[1], alias=False)
    found = _BY.search(text)
    if not found or _OTHER_WORK.search(text[: found.end(1) - len(found[1])]):
        return ()
    return _names(found[1], alias=byline)


def _reporters(text: str) -> Names:
    return tuple("".join(found.groups(default="")) for found in _REPORTER.finditer(text))


def _names(text: str, *, alias: bool) -> Names:
    """The names that a byline begins with, up to the first thing that is none.

    Args:
        text: What stands behind `By`.
        alias: Whether one word or a desk will do: `by peoplesdaily`, `By Tribune Staff`.
    """
    end = _END.search(text)
    head = text[: end.start()] if end else text
    parts = [_without_stop(part) for part in _AND.split(head)]
    people = [name for name in (part if is_person(part) else leading_name(part) for part in parts) if name]
    agencies = [part for part in parts if is_agency(part)]
    found = people or agencies or ([head.strip(" ,.")] if alias and _is_alias(head.strip(" ,."), text) else [])
    return tuple(dict.fromkeys(found))


def _without_stop(part: str) -> str:
    """The part of a byline without marks around it; the stop of an initial or of `Jr.` stays."""
    name = part.strip(" ,:*–—-")
    return name if _STOP_BELONGS.search(name) else name.rstrip(".")


def _is_alias(name: str, text: str) -> bool:
    return (
        0 < len(name.split()) <= 2
        and len(text.split()) <= 14
        and name[0] not in "\"“'"
        and name.lower() not in _NO_ALIAS
    )


def _below_by(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`By` or `Author` on a line of its own, the names below it."""
    for at in region[:-1]:
        if len(page.rows[at].text) < _LONG and _BY_ALONE.fullmatch(page.rows[at].text):
            below = page.rows[at + 1].text.lstrip("*+-• ")
            names = _names(below, alias=False) if len(below.split()) <= 8 else ()
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
            names = (text,) if is_person(text) and _near_date(page, at) else _with_role(text)
        if names:
            yield names, at


def _beside_own_date(text: str) -> Names:
    parts = text
    for date in reversed(calendars.explicit(text)):
        parts = parts[: date.start] + " | " + parts[date.end :]
    return tuple(part.strip(" .:") for part in _PARTS.split(parts) if part and is_person(part.strip(" .:")))


def _near_date(page: Classed, at: int) -> bool:
    return any(
        page.rule(place) in ("date-line", "time-stamp", "byline")
        for place in range(max(0, at - 2), min(len(page.rows), at + 3))
        if place != at
    )


def _with_role(text: str) -> Names:
    """The name in `Ann Lee, Staff Writer`, `Ann Lee Evening Post` and `Ann Lee@annlee`."""
    name = leading_name(text)
    rest = text[len(name) :]
    if not name or not rest or len(text.split()) > 9 or text[-1] in ".!?:":
        return ()
    return (name,) if _SET_OFF.match(rest) or has_role(rest) or has_press(rest) else ()


def _alone(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """The only line between headline and text that is nothing but a name, or an agency."""
    first = next((at for at in region if page.kind(at) == "title"), region.start)
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
    ("below-by", 0.9, _below_by),
    ("name-beside-date", 0.88, _beside_date),
)
_WEAK_RULES: tuple[tuple[str, float, Finder], ...] = (("name-in-header", 0.75, _alone),)
_FOOTER_RULES: tuple[tuple[str, float, Finder], ...] = (("byline-at-the-end", 0.8, _signed),)
_LAST_RULES: tuple[tuple[str, float, Finder], ...] = (("agency", 0.8, _agency),)
