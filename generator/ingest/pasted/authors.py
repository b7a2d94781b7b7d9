"""Who wrote a text: people and agencies, from bylines, and where there is none, from the dateline."""

import re
from collections.abc import Callable, Iterator

from generator import calendars
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.names import AGENCIES, has_press, has_role, is_agency, is_person, leading_name
from generator.model import Found

Names = tuple[str, ...]
Finder = Callable[[Classed, range], Iterator[tuple[Names, int]]]

_CUE = (
    r"published by|posted by|written by|story by|words by|text by|reporting by|reported by|by|von|par|por|di|door|av|af|oleh"
    r"|autor(?:in)?|author|auteur|text"
)
_BY = re.compile(
    rf"(?:^|[\s|•·(*—–-])(?:{_CUE})\b\s?:?\s+(?=\w)(.{{2,160}})|^[*\s]*[Bb]y(?=[A-Z][a-z])(.{{2,80}})", re.IGNORECASE
)
_GLUED = re.compile(r"[*•\s]*[Bb]y(?=[A-Z][a-z]+\s[A-Z])(.{4,60})")
_BY_ALONE = re.compile(
    r"[\W_]*(?:by|authors?|written by|von|par|por|autor(?:in)?|kommentar von|contributions from|author of the article)\W*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:[|•·(/@]|\s[-–—]\s|\d|\b(?:published|updated|posted|for the|for|in|at|on|special to|with files|über|aus)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\boch\b|\bog\b|\bwith\b)\s+", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*[|•·/,;]\s*|\s+[-–—]\s+|\s{2,}|\bum\b|\d{1,2}[:.]\d\d|[ap]\.?m\.?\b|\b(?:on|at|by|von)\b", re.IGNORECASE
)
_DATELINE = re.compile(r"[^()]{2,60}\((?P<agency>[A-Za-z]{2,12})\)\s?(?:--?|[–—])")
_CREDITED = re.compile(r"(?:Quelle|Source|Fonte|Fuente|Kilde|Källa)\s?:\s*(\w+)\b.{0,20}", re.IGNORECASE)
_REPORTER = re.compile(
    r"([가-힣]{2,4})\s기자|(?:记者|記者)[:：\s]*([\u4e00-\u9fff]{2,4})|([\u4e00-\u9fff]{2,4})\s?(?:记者|記者)"
)
_HEADER = 28
_FOOTER = 6
_LONG = 30


def authors(page: Classed) -> Found[Names] | None:
    """Who signed, by the first rule that finds anyone."""
    header, footer = _regions(page)
    for rule, confidence, region, find in (
        ("byline", 0.93, header, _signed),
        ("below-by", 0.9, header, _below_by),
        ("name-beside-date", 0.88, header, _beside_date),
        ("name-in-header", 0.75, header, _alone),
        ("byline-at-the-end", 0.8, footer, _signed),
        ("agency", 0.8, range(len(page.rows)), _agency),
    ):
        found = next(find(page, region), None)
        if found:
            names, row = found
            return Found(names, rule, confidence, page.lines[row])
    return None


def _regions(page: Classed) -> tuple[range, range]:
    """Where bylines stand: around the headline down to the second paragraph, and below the last one."""
    count, title = len(page.rows), page.title or 0
    prose = [at for at, text in page.of_kind("body") if len(text.split()) > _LONG]
    end = min(count, title + _HEADER, prose[1] if len(prose) > 1 else count)
    last = prose[-1] + 1 if prose else count
    return range(max(0, title - 3), end), range(last, min(count, last + _FOOTER))


def _signed(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`By Ann Lee and Bob Ray, staff writers`."""
    for at in region:
        text = page.rows[at].text
        glued = _GLUED.fullmatch(text)
        found = _BY.search(text) if page.kind(at) in ("byline", "metadata", "junk") and len(text) < 200 else None  # noqa: PLR2004
        names = _names(glued[1] if glued else (found[1] or found[2]) if found else "")
        if names:
            yield names, at
        reporters = (
            tuple("".join(found.groups(default="")) for found in _REPORTER.finditer(text)) if len(text) < 120 else ()
        )  # noqa: PLR2004
        if reporters and page.kind(at) != "body":
            yield reporters, at


def _names(text: str) -> Names:
    """The names that a byline begins with, up to the first thing that is none."""
    end = _END.search(text)
    found: list[str] = []
    for part in _AND.split(text[: end.start()] if end else text):
        name = part.strip(" ,:*–—-")
        name = name if re.search(r"\.\w\.$|\s(?:Jr|Sr)\.$", name) else name.rstrip(".")
        if is_person(name) or is_agency(name) or (not found and _is_alias(name, text)):
            found.append(name)
        elif leading_name(name):
            found.append(leading_name(name))
    return tuple(dict.fromkeys(found))


def _is_alias(name: str, text: str) -> bool:
    """Whether a short byline names a desk or goes by one word: `By Tribune Staff`, `by peoplesdaily`."""
    short = 0 < len(name.split()) <= 2 and len(text.split()) <= 12 and name[0] not in "\"“'"  # noqa: PLR2004
    return (
        short
        and name.lower() not in {"the", "a", "our", "signing", "email", "using", "clicking"}
        and not name.lower().startswith(("sign", "click", "us", "submit"))
    )


def _below_by(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`By` or `Author` on a line of its own, the names below it."""
    for at in region[:-1]:
        if len(page.rows[at].text) < _LONG and _BY_ALONE.fullmatch(page.rows[at].text):
            below = page.rows[at + 1].text.lstrip("*+-• ")
            names = _names(below) if len(below.split()) <= 8 else ()  # noqa: PLR2004
            if names:
                yield names, at + 1


def _beside_date(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """A name in the row of a date; or on a line beside one, or with a role, a paper or a handle behind it."""
    for at in region:
        text = page.rows[at].text.strip("*+-•| ")
        if page.kind(at) in ("title", "caption", "body", "heading") or len(text) > 140:  # noqa: PLR2004
            continue
        names = _beside_own_date(text) if page.kind(at) in ("metadata", "byline") else ()
        name = names or ((text,) if is_person(text) and _near_date(page, at) else _with_role(text))
        if name:
            yield name, at


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
    if not name or not rest or len(text.split()) > 9 or text[-1] in ".!?:":  # noqa: PLR2004
        return ()
    return (name,) if rest[0] == "@" or has_role(rest) or has_press(rest) else ()


def _alone(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """The only line between headline and text that is nothing but a name, or an agency."""
    first = next((at for at in region if page.kind(at) == "title"), region.start)
    found = [
        at for at in region if at > first and page.kind(at) == "junk" and _is_name(page.rows[at].text.strip("*+-•| "))
    ]
    if len({page.rows[at].text for at in found}) == 1:
        yield (page.rows[found[0]].text.strip("*+-•| "),), found[0]


def _is_name(text: str) -> bool:
    return (is_person(text) and not text.isupper() and len(text.split()) <= 3) or is_agency(text)  # noqa: PLR2004


def _agency(page: Classed, region: range) -> Iterator[tuple[Names, int]]:
    """`CITY (AP) — ` in front of the text, or a credit to an agency."""
    for at in region:
        kind = page.kind(at)
        found = _DATELINE.match(page.rows[at].text) if kind == "body" else _CREDITED.fullmatch(page.rows[at].text)
        if found and found[1].lower() in AGENCIES:
            yield (AGENCIES[found[1].lower()],), at
