"""Articles as an archive: what belongs together, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.article import Article
from generator.model.entity import Entity
from generator.model.types import Precision


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
    appearances: Mapping[str, Sequence[Passage]]
    related: Mapping[str, tuple[Related, ...]]
    timeline: tuple[TimelineEntry, ...]
    copies: Mapping[str, CopyGroup]
    corrections: Mapping[str, tuple[Correction, ...]]
