"""What a page says of the article, each field with the rule that found it, and what has to be asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import calendars
from generator.ingest.pasted import place, proposal, published, section, source, title
from generator.ingest.pasted.authors import authors
from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.credit import Credit
from generator.ingest.pasted.language import language
from generator.ingest.pasted.page import Page
from generator.model import Found, Metadata
from generator.problems import Problem


def collect(
    page: Page, classed: Classed, credit: Credit | None, name: str, texts: Sequence[str]
) -> tuple[Metadata, tuple[Problem, ...]]:
    """Everything that is known of the article besides its text, and the problems for what is guessed or missing.

    Args:
        page: How much each row looks like the headline.
        classed: The rows, told apart, a credit in front of a sentence cut off.
        credit: That credit.
        name: The file's name without its suffix.
        texts: The lines as they stand in the file.
    """
    spoken = language(text for _, text in classed.of_kind("body", "heading"))
    classed = replace(classed, language=spoken[0] if spoken else "")
    headline, label = _headline(page, classed, texts)
    dates = published.candidates(classed, name)
    day = published.published(dates, classed)
    if not day or day.confidence < published.ANSWER:
        day = _in_name(name) or day
    if not day or day.confidence < published.CERTAIN:
        day = published.written(classed) or day
    edited, zone = published.updated(dates, classed)
    found = Metadata(
        title=headline,
        subtitle=title.subtitle(page, classed),
        published=day if day and day.confidence >= published.ANSWER else published.concluded(classed),
        updated=edited,
        timezone=zone,
        source=source.source(classed, credit),
        carrier=source.via(classed) or (source.carrier(classed) if credit else None),
        source_url=source.address(classed),
        authors=authors(classed),
        place=place.place(classed),
        section=label or section.section(classed),
        language=Found(spoken[0], "function-words", spoken[1]) if spoken else None,
    )
    first = classed.lines[0] if classed.lines else 1
    return found, tuple(_problems(found, day, first))


def _headline(page: Page, classed: Classed, texts: Sequence[str]) -> tuple[Found[str] | None, Found[str] | None]:
    if classed.title is not None:
        return title.title(page, classed, texts[page.rows[classed.title].first])
    words = proposal.proposed(classed.lead) if classed.lead else ""
    return Found(words, "proposed", 0.3, None, "made of the first sentence") if words else None, None


def _in_name(name: str) -> Found[str] | None:
    """The day that the file's name begins or ends with, as archives name their files."""
    found = [date for date in calendars.explicit(name) if date.precision == "day" and not date.ambiguous]
    return Found(found[0].value, "file-name", 0.8) if len(found) == 1 else None


def _problems(found: Metadata, day: Found[str] | None, first: int) -> Iterator[Problem]:
    if found.title and found.title.rule == "proposed":
        yield _warning(
            first,
            "title-guessed",
            f'no title line found; "{found.title.value}" was {found.title.reason}. Add "title:" to say it yourself',
        )
    if not found.published or found.published.confidence < published.ANSWER:
        yield _date_problem(found.published, day, first)
    if not found.source:
        yield _warning(
            first, "source-missing", 'no source found. Add "source:", the publication that the text comes from'
        )


def _date_problem(guess: Found[str] | None, day: Found[str] | None, first: int) -> Problem:
    if guess:
        return _warning(
            first,
            "date-guessed",
            f"no publication date is stated; {guess.value} was concluded: {guess.reason}. "
            'Add "published:" to say it yourself',
        )
    if day and day.reason:
        return _warning(
            day.line or first, "date-ambiguous", f'the date {day.value} {day.reason}. Add "published:" to say which'
        )
    if day:
        return _warning(
            day.line or first, "date-missing", f'no publication date is stated; is it {day.value}? Add "published:"'
        )
    return _warning(first, "date-missing", 'no publication date found. Add "published:", if only the year')


def _warning(line: int, code: str, message: str) -> Problem:
    return Problem("", line, code, "warning", message)
