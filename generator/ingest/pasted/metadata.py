"""What a page says of the article, each field with the rule that found it, and what has to be asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.ingest.pasted import authors, place, published, source, title
from generator.ingest.pasted.credit import Credit
from generator.ingest.pasted.kinds import Label
from generator.ingest.pasted.language import language
from generator.ingest.pasted.page import Page
from generator.model import Found, Metadata
from generator.problems import Problem


def collect(
    page: Page, labels: Sequence[Label], headline: int | None, credit: Credit | None, name: str, first: int
) -> tuple[Metadata, tuple[Problem, ...]]:
    """Everything that is known of the article besides its text, and the problems for what is guessed or missing."""
    rows = page.rows
    lines = [row.first + first for row in rows]
    found = Metadata(
        authors=authors.authors(rows, labels, lines),
        place=place.place(rows, labels, lines),
        language=_language(page, labels),
    )
    found = _with_title(found, page, labels, headline, lines)
    found = _with_source(found, page, labels, credit, lines)
    found = _with_dates(found, page, labels, headline, lines)
    return found, tuple(_problems(found, first))


def _with_title(
    found: Metadata, page: Page, labels: Sequence[Label], headline: int | None, lines: Sequence[int]
) -> Metadata:
    if headline is not None:
        stated, section = title.title(page, headline, lines[headline])
        return replace(found, title=stated, section=section)
    lead = next((row.text for row, (kind, _) in zip(page.rows, labels, strict=True) if kind == "body"), "")
    proposal = title.proposed(lead) if lead else ""
    return replace(
        found, title=Found(proposal, "proposed", 0.3, None, "made of the first sentence") if proposal else None
    )


def _with_source(
    found: Metadata, page: Page, labels: Sequence[Label], credit: Credit | None, lines: Sequence[int]
) -> Metadata:
    site = source.carrier(page.rows, labels, lines)
    if credit:
        paper = Found(credit.name, "credit", 0.9, lines[credit.row], f'cut off the front of the line: "{credit.text}"')
        return replace(found, source=paper, carrier=site)
    return replace(found, source=site or source.named(page.rows, labels, lines))


def _with_dates(
    found: Metadata, page: Page, labels: Sequence[Label], headline: int | None, lines: Sequence[int]
) -> Metadata:
    dates = published.candidates(page.rows, labels, headline)
    edited, zone = published.updated(dates, lines)
    stated = published.published(dates, lines)
    if not stated or stated.confidence < published.ANSWER:
        stated = published.concluded(page.rows, labels)
    return replace(found, published=stated, updated=edited, timezone=zone)


def _language(page: Page, labels: Sequence[Label]) -> Found[str] | None:
    told = language(row.text for row, (kind, _) in zip(page.rows, labels, strict=True) if kind == "body")
    return Found(told[0], "function-words", told[1]) if told else None


def _problems(found: Metadata, first: int) -> Iterator[Problem]:
    if found.title and found.title.rule == "proposed":
        yield Problem(
            "",
            first,
            "title-guessed",
            "warning",
            f'no title line found; "{found.title.value}" was {found.title.reason}. Add "title:" to say it yourself',
        )
    if not found.published:
        yield Problem(
            "", first, "date-missing", "warning", 'no publication date found. Add "published:", if only the year'
        )
    elif found.published.confidence < published.ANSWER:
        yield Problem(
            "",
            first,
            "date-guessed",
            "warning",
            f'no publication date is stated; {found.published.value} was concluded: {found.published.reason}. Add "published:" to say it yourself',
        )
    if not found.source:
        yield Problem(
            "",
            first,
            "source-missing",
            "warning",
            'no source found. Add "source:", the publication that the text comes from',
        )
    if not found.authors:
        yield Problem("", first, "author-missing", "warning", 'no author found. Add "authors:" if the text has any')
