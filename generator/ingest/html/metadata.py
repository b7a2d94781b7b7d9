"""Metadata of a web page: every field decided between the page's statements about itself and what it shows."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from urllib.parse import urlsplit

from generator import calendars, escape
from generator.ingest.html.alignment import letters
from generator.ingest.html.blocks import Block
from generator.ingest.html.evidence import Field, Statement
from generator.model import Found, Metadata

# How often each witness is right when it stands alone.
_TRUST = {
    "json-ld": 0.9, "og-title": 0.88, "meta-title": 0.85, "title-element": 0.8, "h1": 0.75, "first-line": 0.6,
    "meta-description": 0.6, "standfirst": 0.9,
    "og-published": 0.95, "meta-date": 0.88, "time-element": 0.85, "date-line": 0.75, "address-date": 0.85,
    "meta-modified": 0.85, "meta-author": 0.85, "author-element": 0.75,
    "og-site": 0.92, "meta-publisher": 0.8, "title-tail": 0.75,
    "canonical": 0.97, "og-url": 0.92, "saved-from": 0.9,
    "meta-section": 0.85, "html-lang": 0.85, "meta-language": 0.8,
}  # fmt: skip
_SEEN = 0.97  # a title that a witness states and the page shows
_UNSEEN = 0.2  # what a title element loses that no other witness and no line of the page confirms
_AGREED = 0.05  # what each further witness who says the same adds
_LONG_TITLE = 12  # letters; a shorter text that the page shows somewhere proves no title
_DATE_LINE = 120  # characters
_NEAR = 12  # blocks below the headline in which its date stands
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?([01]\d)[/-]?([0-3]\d)(?!\d)")
_ROLE = re.compile(
    r"\b(?:analyst|bureau|columnist|contributor|correspondent|editor|journalist|reporter|staff|writer)s?\b",
    re.IGNORECASE,
)
_SCRIPTS = frozenset({"Arab", "Cyrl", "Hans", "Hant", "Latn"})
_STANDFIRST = re.compile(
    r"sub-?(?:title|head|line)|deck\b|\bdek\b|standfirst|summary|description|tagline", re.IGNORECASE
)
_TAIL = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")
_NO_TITLE = frozenset(
    {"home", "homepage", "index", "untitled", "untitleddocument", "article", "news", "notitle", "404", "pagenotfound"}
)
_NO_AUTHOR = re.compile(
    r"@|https?:|www\.|\d|^(?:admin(?:istrator)?|author|by|editor(?:ial)?(?: staff| team)?|guest|login|news ?desk|"
    r"staff(?: writer| reporter)?|unknown|user|webmaster|web desk|posted|share|follow|contact)$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:(?:written |posted |story |words )?by|von|par|por|di|da|door|av|af|от|автор)\b[\s:]*", re.IGNORECASE
)
_AUTHORS = re.compile(r"\s*(?:[;|/·]|,| and | & | und | et | y | e | и )\s*")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$")
_DAY = re.compile(r"^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_ZONE = re.compile(r"\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)$")
_MAX_TITLE = 300
_MAX_LINE = 150  # characters of a first line that may be a headline
_LINKED = 0.95  # share of the characters that are links, from which on a line is one
_SENTENCE = re.compile(r"[.!?…][”\"'’»)]*\s|[.!…:;,][”\"'’»)]*$|。")  # a headline may end with a question mark
_MAX_NAME = 60
_MAX_AUTHORS = 10

Check = Callable[[str], str | None]


def metadata(statements: Sequence[Statement], blocks: Sequence[Block]) -> Metadata:
    """What is known of the page; what fails its check is left out."""
    site = _site(statements)
    title = _title(statements, blocks, site)
    published = _published(statements, blocks, title)
    return Metadata(
        title=title,
        subtitle=_subtitle(statements, blocks, title),
        published=published,
        updated=_updated(statements, published),
        timezone=_timezone(statements, published),
        source=_source(site, title),
        source_url=_agreed(statements, "address", _address),
        authors=_authors(statements, blocks, site),
        place=_agreed(statements, "place", _place),
        section=_agreed(statements, "section", _section),
        language=_agreed(statements, "language", _language),
    )


def _agreed(statements: Iterable[Statement], field: Field, check: Check) -> Found[str] | None:
    """The value of the best witness; others who say the same strengthen it, others who do not weaken it."""
    votes = [(value, one) for one in statements if one.field == field and (value := check(one.value))]
    if not votes:
        return None
    value, best = max(votes, key=lambda vote: _TRUST[vote[1].rule])
    others = {one.rule: letters(said) == letters(value) for said, one in votes if one.rule != best.rule}
    confidence = _TRUST[best.rule] + _AGREED * (sum(others.values()) - 2 * sum(not same for same in others.values()))
    return Found(value, best.rule, round(min(0.99, max(0.3, confidence)), 2), best.line)


# --- title ---------------------------------------------------------------------------------------------------


def _title(statements: Sequence[Statement], blocks: Sequence[Block], site: Found[str] | None) -> Found[str] | None:
    """The headline that most witnesses give; one that the page shows goes before one that it does not."""
    votes = _titles(statements, blocks, site)
    if not votes:
        return None
    visible = {letters(block.text) for block in blocks}
    weights: dict[str, float] = {}
    for rule, key in dict.fromkeys((one.rule, letters(value)) for value, one in votes):
        weights[key] = weights.get(key, 0.0) + _TRUST[rule]
    best = max(weights, key=lambda key: weights[key] + (key in visible))
    value, witness = max((vote for vote in votes if letters(vote[0]) == best), key=lambda vote: _TRUST[vote[1].rule])
    rules = {one.rule for said, one in votes if letters(said) == best}
    unseen = 0.0 if best in visible or len(rules) > 1 or witness.rule != "title-element" else _UNSEEN
    alone = min(0.95, _TRUST[witness.rule] + _AGREED * (len(rules) - 1)) - unseen
    return Found(value, witness.rule, round(_SEEN if best in visible and len(rules) > 1 else alone, 2), witness.line)


def titled(found: Metadata, article: Sequence[Block]) -> Metadata:
    """With the article's first line for a title where nothing else states one, if it looks like a headline."""
    first = next((block for block in article[:-1] if block.shape == "text" and block.linked < _LINKED), None)
    if found.title or not first or len(first.text) > _MAX_LINE or _SENTENCE.search(first.text):
        return found
    reason = "the first line of the article, as the page states no title"
    return replace(found, title=Found(first.text, "first-line", _TRUST["first-line"], first.line or None, reason))


def _titles(
    statements: Sequence[Statement], blocks: Sequence[Block], site: Found[str] | None
) -> list[tuple[str, Statement]]:
    """Every headline stated, and the headings of the page that say the same; alone, these could be the site's name."""
    stated = [one for one in statements if one.field == "title"]
    shown = [Statement("title", block.text, "h1", block.line) for block in blocks if block.level == 1 == _rank(block)]
    known = {letters(one.value) for one in (*stated, *shown)}
    known |= {key for block in blocks if len(key := letters(block.text)) >= _LONG_TITLE}
    votes = [(value, one) for one in stated if (value := _headline(one.value, known, site))]
    keys = {letters(value) for value, _ in votes}
    headings = [(value, one) for one in shown if (value := _headline(one.value, set(), site))]
    return [*votes, *(heading for heading in headings if not votes or letters(heading[0]) in keys)]


def _rank(block: Block) -> int:
    return block.level if block.shape == "heading" else 0


def _headline(text: str, known: AbstractSet[str], site: Found[str] | None) -> str | None:
    """The text without the site's name before or behind it; None for what is no headline.

    Args:
        text: A title as stated.
        known: The letters of other titles and of what the page shows: what remains must be among them.
        site: The site's name.
    """
    parts = [part for part in _cuts(text) if letters(part) in known or _is_site(text.replace(part, "", 1), site)]
    text = min(parts, key=len) if parts else text
    key = letters(text)
    if not key or key in _NO_TITLE or _is_site(text, site) or len(text) > _MAX_TITLE or escape.url(text):
        return None
    return text


def _cuts(text: str) -> Iterator[str]:
    """What remains of the text when it is cut at a mark that sets off a site's name."""
    for found in _TAIL.finditer(text):
        yield text[: found.start()]
        yield text[found.end() :]


def _is_site(text: str, site: Found[str] | None) -> bool:
    return bool(site) and bool(letters(text)) and letters(text) == letters(site.value if site else "")


def _subtitle(statements: Sequence[Statement], blocks: Sequence[Block], title: Found[str] | None) -> Found[str] | None:
    """A description that the page sets between headline and text, or does not show; not the beginning of the text."""
    shown = [(letters(block.text), block) for block in blocks]
    for one in statements:
        key = letters(one.value)
        if one.field != "description" or not key or (title and key == letters(title.value)):
            continue
        block = next((block for other, block in shown if other == key and is_standfirst(block)), None)
        if block is not None:
            return Found(one.value, "standfirst", _TRUST["standfirst"], block.line or one.line)
        if not any(other.startswith(key[:60]) for other, _ in shown):
            return Found(one.value, one.rule, _TRUST["meta-description"], one.line)
    return None


def is_standfirst(block: Block) -> bool:
    """Whether the block is set as the text between a headline and an article."""
    return block.shape == "heading" or any(_STANDFIRST.search(mark) for mark in block.inside[-3:])


# --- dates ---------------------------------------------------------------------------------------------------


def _published(statements: Sequence[Statement], blocks: Sequence[Block], title: Found[str] | None) -> Found[str] | None:
    """The day the page states; else the one in its address or in a line by the headline."""
    dated = tuple(_dated_addresses(statements))
    found = _agreed(statements, "published", _day)
    if found and any(found.value == one.value for one in dated):
        return Found(found.value, found.rule, 0.99, found.line)
    return found or _agreed((*dated, *_date_lines(blocks, title)), "published", _day)


def _dated_addresses(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The days that stand in the page's addresses, as publishing systems write them: `/2017/06/07/`."""
    for one in statements:
        path = urlsplit(address).path if one.field == "address" and (address := escape.url(one.value)) else ""
        for found in _ADDRESS_DAY.finditer(path):
            yield Statement("published", "-".join(found.groups()), "address-date", one.line)


def _date_lines(blocks: Sequence[Block], title: Found[str] | None) -> Iterator[Statement]:
    """Lines near the headline that are a date and little else."""
    key = letters(title.value) if title else ""
    place = next((index for index, block in enumerate(blocks) if letters(block.text) == key), None)
    for block in blocks[max(0, place - 3) : place + _NEAR] if place is not None else ():
        if is_date_line(block.text):
            yield Statement("published", block.text, "date-line", block.line)


def is_date_line(text: str) -> bool:
    """Whether the text is a date and little else."""
    if len(text) > _DATE_LINE:
        return False
    dated = sum(len(letters(found.text)) for found in calendars.explicit(text))
    return bool(dated) and len(letters(text)) <= 2 * dated + 10


def _updated(statements: Sequence[Statement], published: Found[str] | None) -> Found[str] | None:
    """When the page was last edited; not before it was published."""
    found = _agreed(statements, "updated", _day)
    return found if found and (not published or found.value >= published.value) else None


def _timezone(statements: Sequence[Statement], published: Found[str] | None) -> Found[str] | None:
    """The zone of the time that the publication date comes from."""
    for one in statements:
        zone = _ZONE.search(one.value)
        if (
            published
            and one.field == "published"
            and one.rule == published.rule
            and _day(one.value) == published.value
            and zone
        ):
            return Found(zone[1], one.rule, published.confidence, one.line)
    return None


def _day(text: str) -> str | None:
    """The day of a timestamp: ISO 8601, its cousins, or a date written in full that can be read in one way only."""
    found = _DAY.match(text)
    if found:
        year, month, day = map(int, found.groups())
        return calendars.iso(year, month, day) if calendars.is_day(year, month, day) else None
    dates = calendars.explicit(text[:100])
    return dates[0].value if len(dates) == 1 and not dates[0].ambiguous else None


# --- names ---------------------------------------------------------------------------------------------------


def _site(statements: Sequence[Statement]) -> Found[str] | None:
    """The site's name; where none is stated, the tail that the title element has and another title has not."""
    found = _agreed(statements, "site", _name)
    titles = [one for one in statements if one.field == "title"]
    keys = {letters(one.value) for one in titles if one.rule != "title-element"}
    for one in titles:
        head, mark, tail = _split_tail(one.value) if one.rule == "title-element" and not found else ("", "", "")
        if mark and letters(head) in keys and (name := _name(tail)):
            return Found(name, "title-tail", _TRUST["title-tail"], one.line)
    return found


def _split_tail(title: str) -> tuple[str, str, str]:
    last = next(reversed(list(_TAIL.finditer(title))), None)
    return (title[: last.start()], last[0], title[last.end() :]) if last else (title, "", "")


def _source(site: Found[str] | None, title: Found[str] | None) -> Found[str] | None:
    return site if site and not (title and letters(title.value) == letters(site.value)) else None


def _authors(
    statements: Sequence[Statement], blocks: Sequence[Block], site: Found[str] | None
) -> Found[tuple[str, ...]] | None:
    """The names that the best witness gives; surer where the page shows them too."""
    for rule in ("json-ld", "meta-author", "author-element"):
        told = [one for one in statements if one.field == "author" and one.rule == rule]
        names = tuple(dict.fromkeys(name for one in told for name in _people(one.value, site)))[:_MAX_AUTHORS]
        if names:
            shown = {
                letters(name) for name in names if any(letters(name) in letters(block.text[:500]) for block in blocks)
            }
            confidence = 0.95 if len(shown) == len({letters(name) for name in names}) else _TRUST[rule] - 0.1
            return Found(names, rule, round(confidence, 2), told[0].line)
    return None


def _people(text: str, site: Found[str] | None) -> Iterator[str]:
    """The names in a byline; not addresses, not the site's own name, no roles."""
    text = _BY.sub("", text.strip())
    text = text.removesuffix(site.value).strip() if site and text != site.value else text
    parts = [part for place, part in enumerate(_AUTHORS.split(text)) if not place or not _ROLE.search(part)]
    # "Smith, John" and "Reuters, Kabul" are one: parts are names only where each has two words.
    whole = parts[:1] if "," in text else [text]
    for part in parts if all(len(part.split()) > 1 for part in parts) else whole:
        name = _BY.sub("", part.strip(" .,:-"))
        if name and len(name) <= _MAX_NAME and not _NO_AUTHOR.search(name) and not _is_site(name, site):
            yield name


def _name(text: str) -> str | None:
    address = escape.url(text)
    return text if text and not address and len(text) <= _MAX_NAME and not text.startswith("@") else None


def _section(text: str) -> str | None:
    return text if len(text) <= _MAX_NAME and not escape.url(text) else None


_place = _section


def _address(text: str) -> str | None:
    """A web address of a page; the address of a whole site says nothing of an article."""
    address = escape.url(text)
    if not address or not address.lower().startswith("http") or len(address) > 2000:  # as `model.Url` has it
        return None
    parts = urlsplit(address)
    return address if parts.netloc and (parts.path.strip("/") or parts.query) else None


def _language(text: str) -> str | None:
    """A BCP 47 tag: the language, its script where that is one of two in use, and the country."""
    if not _LANGUAGE.match(text):
        return None
    first, *rest = text.replace("_", "-").split("-")
    script = next((part.title() for part in rest if part.title() in _SCRIPTS), "")
    region = next((part.upper() for part in rest if len(part) == 2 and part.isalpha()), "")
    return "-".join(filter(None, (first.lower(), script, region)))
