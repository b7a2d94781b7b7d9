"""The values that travel from stage to stage: data without behavior, relations by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from msgspec import Meta, Struct

from generator.problems import Problem

Kind = Literal["people", "organizations", "places", "initiatives", "events", "things"]
LineKind = Literal["blank", "metadata", "title", "byline", "caption", "heading", "body", "junk"]
Format = Literal["text", "html", "markdown"]
Precision = Literal["decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day"]
Rights = Literal["full", "excerpt", "metadata", "withdrawn"]

KINDS: tuple[Kind, ...] = ("people", "organizations", "places", "initiatives", "events", "things")

ShortText = Annotated[str, Meta(max_length=300)]
LongText = Annotated[str, Meta(max_length=3000)]
PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="2015, 2015-05 or 2015-05-07")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
EntityId = Annotated[str, Meta(pattern=rf"^({'|'.join(KINDS)})/[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Wikidata = Annotated[str, Meta(pattern=r"^Q[1-9][0-9]*$", max_length=15)]
When = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$", max_length=200)]
Scalar = str | int | float | bool | None

T = TypeVar("T")


# --- what comes in -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the archive as it lies on the disk.

    Attributes:
        path: Relative to the archive's root, with forward slashes: `content/articles/2017/2017-06-07-visit.txt`.
        data: The bytes, unchanged.
    """

    path: str
    data: bytes


# A value inside of front matter is a Struct, since that can refuse keys it does not know.


class Mentions(Struct, frozen=True, forbid_unknown_fields=True):
    """A person's word against the finder's: entities that an article names, or does not."""

    add: tuple[EntityId, ...] = ()
    drop: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a contributor says of an article: a closed schema, everything optional, and it wins over what is found."""

    title: ShortText | None = None
    published: PartialDate | None = None
    occurred: PartialDate | None = None
    retrieved: PartialDate | None = None
    source: ShortText | None = None
    source_url: Url | None = None
    authors: tuple[ShortText, ...] = ()
    place: ShortText | None = None
    language: Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")] | None = None
    topics: tuple[ShortText, ...] = ()
    summary: LongText | None = None
    license: ShortText | None = None
    rights: Rights = "full"
    mentions: Mentions = Mentions()
    clean: Literal["auto", "off"] = "auto"
    former: tuple[Slug, ...] = ()
    draft: bool = False
    extra: Mapping[str, Scalar] = field(default_factory=dict)


# --- what is understood --------------------------------------------------------------------------------------


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


# --- what is known beforehand --------------------------------------------------------------------------------


class Role(Struct, frozen=True, forbid_unknown_fields=True, rename={"begin": "from", "end": "to"}):
    """An office that a person held: `President of Kazakhstan`, from 1991 to 2019."""

    title: ShortText
    begin: PartialDate | None = None
    end: PartialDate | None = None


class Match(Struct, frozen=True, forbid_unknown_fields=True):
    """How an entity's names are looked for.

    Attributes:
        case: Whether upper and lower case must be as written.
        unless: Words that, standing near, mean that something else is named.
    """

    case: bool = True
    unless: tuple[ShortText, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Something the archive has a page for: from an entity file, or from the gazetteer.

    Attributes:
        id: `KIND/slug`.
        name: The name that the site shows.
        kind: The folder it lies in.
        aliases: Other names: spellings, other languages, acronyms.
        wikidata: The item's id, `Q…`.
        roles: Offices held.
        coordinates: Latitude and longitude in degrees (WGS 84).
        when: When an event took place, as a partial date or a range `2015-05-07/2015-05-08`.
        match: How its names are looked for.
        related: Ids of entities that belong to it.
        description: Markdown.
        path: The entity file, relative to the archive's root; empty for one from the gazetteer.
    """

    id: str
    name: ShortText
    kind: Kind
    aliases: tuple[ShortText, ...] = ()
    wikidata: Wikidata | None = None
    roles: tuple[Role, ...] = ()
    coordinates: tuple[Latitude, Longitude] | None = None
    when: When | None = None
    match: Match = Match()
    related: tuple[EntityId, ...] = ()
    description: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """Every entity that has a file, in the order of the ids, and what is wrong with the files."""

    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- what is related -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article, to be quoted and linked to.

    Attributes:
        article: The article's id.
        block: The block of the body it stands in, counted from 1; the page's anchor is `P` and this number.
        start: Where the sentence begins, in characters of the body.
        end: Where it ends, excluded.
    """

    article: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another article worth reading after this one, and why, in words."""

    article: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles of one text.

    Attributes:
        head: The id of the one that stands for all: the earliest published, of these the longest, then by id.
        members: The ids of all, the head among them, in the order of that rule.
    """

    head: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that two versions do not share.

    Attributes:
        kind: What happened to it.
        before: As the earlier version has it, in Markdown; empty for one that was added.
        after: As the later version has it; empty for one that was removed.
    """

    kind: Literal["changed", "added", "removed"]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """Two versions of one piece, by id, and the sentences that differ, in the order of the text."""

    earlier: str
    later: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A date that an article names, with the sentence that names it."""

    value: str
    precision: Precision
    passage: Passage


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the pages are made of.

    Attributes:
        articles: Those to publish, newest first, then by id.
        entities: Those that have a file or are named somewhere, by id.
        appearances: By entity id, the sentences that name it, newest article first.
        related: By article id, the best first.
        timeline: In the order of time.
        copies: By article id, the group of those that have its text; only for those that have company.
        corrections: By article id, what changed between it and the version before or after it.
    """

    articles: tuple[Article, ...]
    entities: Mapping[str, Entity]
    appearances: Mapping[str, tuple[Passage, ...]]
    related: Mapping[str, tuple[Related, ...]]
    timeline: tuple[TimelineEntry, ...]
    copies: Mapping[str, CopyGroup]
    corrections: Mapping[str, tuple[Correction, ...]]


# --- what goes out -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A file to write below `docs/archive/`: its path, with forward slashes, and its bytes."""

    path: str
    data: bytes


# --- where everything lies -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settings:
    """The options under `extra.archive` in `mkdocs.yml`.

    Attributes:
        name: The site's name, from `site_name`.
        newest: How many articles the home page lists.
        page_size: How many articles an entity page or a list shows before it goes on on another page.
        excerpt: How many words an article with `rights: excerpt` may show.
    """

    name: str = "Briefing Archive"
    newest: Annotated[int, Meta(ge=0)] = 8
    page_size: Annotated[int, Meta(ge=1)] = 100
    excerpt: Annotated[int, Meta(ge=0)] = 60


@dataclass(frozen=True, slots=True)
class Site:
    """The folders of an archive; each lies below `root`.

    Attributes:
        root: The folder of `mkdocs.yml`.
        content: What contributors write.
        archive: What the generator writes, and owns.
        templates: The archive's own page templates and assets; the package's are used where it has none.
        output: The site to open or to host.
        settings: From `mkdocs.yml`.
    """

    root: Path
    content: Path
    archive: Path
    templates: Path
    output: Path
    settings: Settings = Settings()
