"""The days on which a web page was published and last edited."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from generator import calendars, escape
from generator.ingest.html.agreement import agreed
from generator.ingest.html.alignment import letters
from generator.ingest.html.blocks import Block
from generator.ingest.html.evidence import Statement
from generator.model import Found

_DATE_LINE = 120  # characters
_NEAR = 12  # blocks below the headline in which its date stands
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?([01]\d)[/-]?([0-3]\d)(?!\d)")
_DAY = re.compile(r"^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_ZONE = re.compile(r"\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)$")


def published(statements: Sequence[Statement], blocks: Sequence[Block], title: Found[str] | None) -> Found[str] | None:
    """The day the page states; else the one in its address or in a line by the headline."""
    dated = tuple(_dated_addresses(statements))
    found = agreed(statements, "published", _day)
    if found and any(found.value == one.value for one in dated):
        return Found(found.value, found.rule, 0.99, found.line)
    return found or agreed((*dated, *_date_lines(blocks, title)), "published", _day)


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


def updated(statements: Sequence[Statement], published: Found[str] | None) -> Found[str] | None:
    """When the page was last edited; not before it was published."""
    found = agreed(statements, "updated", _day)
    return found if found and (not published or found.value >= published.value) else None


def timezone(statements: Sequence[Statement], published: Found[str] | None) -> Found[str] | None:
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
