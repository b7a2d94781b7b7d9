"""The names of a page's site and of its authors."""

import re
from collections.abc import Iterator, Sequence

from generator import escape
from generator.ingest.html.agreement import TRUST, agreed
from generator.ingest.html.alignment import letters
from generator.ingest.html.blocks import Block
from generator.ingest.html.evidence import Statement
from generator.ingest.html.titles import TAIL, is_site
from generator.model import Found

_ROLE = re.compile(
    r"\b(?:analyst|bureau|columnist|contributor|correspondent|editor|journalist|reporter|staff|writer)s?\b",
    re.IGNORECASE,
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
MAX_NAME = 60
_BYLINE = 500  # characters at the beginning of a block that may name its author
_MAX_AUTHORS = 10


def site_name(statements: Sequence[Statement]) -> Found[str] | None:
    """The site's name; where none is stated, the tail that the title element has and another title has not."""
    found = agreed(statements, "site", _name)
    titles = [one for one in statements if one.field == "title"]
    keys = {letters(one.value) for one in titles if one.rule != "title-element"}
    for one in titles:
        head, mark, tail = _split_tail(one.value) if one.rule == "title-element" and not found else ("", "", "")
        if mark and letters(head) in keys and (name := _name(tail)):
            return Found(name, "title-tail", TRUST["title-tail"], one.line)
    return found


def _split_tail(title: str) -> tuple[str, str, str]:
    last = next(reversed(list(TAIL.finditer(title))), None)
    return (title[: last.start()], last[0], title[last.end() :]) if last else (title, "", "")


def source(site: Found[str] | None, title: Found[str] | None) -> Found[str] | None:
    """The publication: the site, unless what it calls itself is only the headline."""
    return site if site and not (title and letters(title.value) == letters(site.value)) else None


def authors(
    statements: Sequence[Statement], blocks: Sequence[Block], site: Found[str] | None
) -> Found[tuple[str, ...]] | None:
    """The names that the best witness gives; surer where the page shows them too."""
    for rule in ("json-ld", "meta-author", "author-element"):
        told = [one for one in statements if one.field == "author" and one.rule == rule]
        names = tuple(dict.fromkeys(name for one in told for name in _people(one.value, site)))[:_MAX_AUTHORS]
        if names:
            seen = "\n".join(letters(block.text[:_BYLINE]) for block in blocks)
            shown = {letters(name) for name in names if letters(name) in seen}
            confidence = 0.95 if len(shown) == len({letters(name) for name in names}) else TRUST[rule] - 0.1
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
        if name and len(name) <= MAX_NAME and not _NO_AUTHOR.search(name) and not is_site(name, site):
            yield name


def _name(text: str) -> str | None:
    address = escape.url(text)
    return text if text and not address and len(text) <= MAX_NAME and not text.startswith("@") else None
