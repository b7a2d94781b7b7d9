"""What is understood of an article."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.frontmatter import FrontMatter
from generator.model.source import Source
from generator.model.types import Format, Kind, LineKind, Precision
from generator.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file and what it is.

    Attributes:
        number: Counted from 1, in the file; in a web page, the count of text lines as they are read.
        kind: What the line is; everything but `body` and `heading` is left out of the body.
        text: The line without its line end.
        rule: The name of the rule that decided; empty where none was needed.
    """

    number: int
    kind: LineKind
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A metadata value and how it is known.

    Attributes:
        value: The value.
        rule: The name of the rule that found it; `front-matter` where a person said so.
        confidence: How often a value found by this rule is right, from 0 to 1.
        line: The line it stands in, counted from 1; None where it is concluded from more than one.
        reason: For a guess, what it was concluded from, in words for the reader.
    """

    value: T
    rule: str
    confidence: float
    line: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text; None where nothing is.

    Dates are partial ISO dates: `2015`, `2015-05` or `2015-05-07`.

    Attributes:
        title: The headline, without section label and site name.
        subtitle: The line under the headline.
        published: When it was first printed.
        updated: When it was last edited, where the text says so.
        timezone: The zone that the time of publication was given in, as written.
        occurred: The day of the event that it reports.
        source: The publication that the text is credited to.
        carrier: The site that carried it, where that is another one.
        source_url: Where it can be read.
        authors: Who wrote it, agencies too.
        place: The place of the dateline.
        section: The part of the paper or site.
        language: A BCP 47 tag.
    """

    title: Found[str] | None = None
    subtitle: Found[str] | None = None
    published: Found[str] | None = None
    updated: Found[str] | None = None
    timezone: Found[str] | None = None
    occurred: Found[str] | None = None
    source: Found[str] | None = None
    carrier: Found[str] | None = None
    source_url: Found[str] | None = None
    authors: Found[tuple[str, ...]] | None = None
    place: Found[str] | None = None
    section: Found[str] | None = None
    language: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the source had, as a span of the body; the address is http, https or mailto, percent-encoded."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the body where an entity is named; offsets count characters of the body, the end excluded."""

    entity: str
    kind: Kind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in the body and the day, month or year it means.

    Attributes:
        text: The words, exactly as in the body.
        start: Where they begin, in characters of the body.
        end: Where they end, excluded.
        value: The value as in TIMEX3, where ISO 8601 has none: `2015-05-07`, `2015-05`, `2015`, `2015-Q2`,
            `2015-SU`, `2015-W19`, `199` (the nineties).
        precision: How much of it is known.
        anchor: The date it was counted from, for "this March" or "Wednesday"; empty for an absolute one.
    """

    text: str
    start: int
    end: int
    value: str
    precision: Precision
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: as it came, and what is understood of it.

    Attributes:
        id: Its address below `archive/articles/`, and its path in `content/articles/` without the suffix.
        source: The file as it came.
        sha256: Of the file's bytes, in hexadecimal.
        format: How it was read.
        front: What a contributor said of it.
        metadata: What is known, the contributor's word included.
        lines: Every line of the file, in order.
        body: Clean Markdown of our own making: no raw HTML, no attribute lists, no links; blocks are separated by one
            empty line.
        links: The links that the body had; ordered and disjoint.
        mentions: Ordered and disjoint.
        dates: Ordered and disjoint.
        problems: What is wrong or uncertain; an error sets the article aside.
    """

    id: str
    source: Source
    sha256: str
    format: Format
    front: FrontMatter = FrontMatter()
    metadata: Metadata = Metadata()
    lines: tuple[Line, ...] = ()
    body: str = ""
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    problems: tuple[Problem, ...] = ()
