"""Metadata of a web page: every field decided between the page's statements about itself and what it shows."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from generator import escape
from generator.ingest.html import days, names, titles
from generator.ingest.html.agreement import agreed
from generator.ingest.html.blocks import Block
from generator.ingest.html.evidence import Statement
from generator.ingest.html.names import MAX_NAME
from generator.model import Metadata

_SCRIPTS = frozenset({"Arab", "Cyrl", "Hans", "Hant", "Latn"})
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$")


def metadata(statements: Sequence[Statement], blocks: Sequence[Block]) -> Metadata:
    """What is known of the page; what fails its check is left out."""
    site = names.site_name(statements)
    title = titles.title(statements, blocks, site)
    published = days.published(statements, blocks, title)
    return Metadata(
        title=title,
        subtitle=titles.subtitle(statements, blocks, title),
        published=published,
        updated=days.updated(statements, published),
        timezone=days.timezone(statements, published),
        source=names.source(site, title),
        source_url=agreed(statements, "address", _address),
        authors=names.authors(statements, blocks, site),
        place=agreed(statements, "place", _section),
        section=agreed(statements, "section", _section),
        language=agreed(statements, "language", _language),
    )


def _section(text: str) -> str | None:
    return text if len(text) <= MAX_NAME and not escape.url(text) else None


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
