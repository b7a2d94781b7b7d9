"""Blocks within what was taken for the article that are not its text: what they are instead, rule by rule.

A rule looks at one block of the article and says what else it is, or None. Those in `ANYWHERE` may speak of every
block, those in `EDGES` only of the first and last ones, up to the first text that none of them knows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator import escape
from generator.ingest.html.alignment import letters
from generator.ingest.html.blocks import Block
from generator.ingest.html.days import is_date_line
from generator.ingest.html.titles import is_standfirst
from generator.ingest.html.vocabulary import (
    ADDRESSED,
    CREDIT,
    INVITATION,
    LABEL,
    PAYWALL,
    READING_TIME,
    RIGHTS,
    SERVICE,
)
from generator.model import LineKind, Metadata

Verdict = tuple[LineKind, str]
"""What kind of line a block is, and the name of the rule that says so."""

_SHORT = 120  # characters; a sentence of the article may be longer, a label around it seldom is
_NOTE = 250  # characters; two sentences
_ALL = 0.95  # share of the characters that are links: all but a mark or two
_SENTENCE_END = re.compile(r"[.!?…][”\"'’»)]*$")
_HEADLINE = 4  # words; a link with fewer may be a name
_REGIONS = frozenset({"aside", "footer", "form", "header", "nav"})


@dataclass(frozen=True, slots=True)
class Known:
    """What the page's metadata says, as letters to compare with."""

    title: str = ""
    subtitle: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A block as the rules see it: its text, the letters of that, and what is known of the page."""

    block: Block
    text: str
    key: str
    known: Known


Rule = Callable[[Look], Verdict | None]


def verdicts(blocks: Sequence[Block], found: Metadata) -> Mapping[int, Verdict]:
    """By the number of the block, counted from 0, what those are that do not belong to the article's text."""
    looks = _looks(blocks, found)
    said = {index: verdict for index, look in enumerate(looks) if (verdict := _first(ANYWHERE, look))}
    for order in (range(len(looks)), range(len(looks) - 1, -1, -1)):
        said |= _edge(looks, order, said)
    return said | _empty_headings(blocks, said)


def around(blocks: Sequence[Block], found: Metadata) -> tuple[Verdict, ...]:
    """For each block outside of the article, what it is."""
    looks = _looks(blocks, found)
    return tuple(_first((*ANYWHERE, *EDGES), look) or ("junk", _region(look.block)) for look in looks)


def _looks(blocks: Sequence[Block], found: Metadata) -> list[Look]:
    title, subtitle, source = (letters(one.value) if one else "" for one in (found.title, found.subtitle, found.source))
    known = Known(title, subtitle, source, tuple(map(letters, found.authors.value)) if found.authors else ())
    return [Look(block, block.text, letters(block.text), known) for block in blocks]


def _first(rules: Sequence[Rule], look: Look) -> Verdict | None:
    return next((verdict for rule in rules if (verdict := rule(look))), None)


def _edge(looks: Sequence[Look], order: range, said: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The verdicts on the blocks at one end, up to the first that no rule knows."""
    found: dict[int, Verdict] = {}
    for index in order:
        verdict = said.get(index) or _first(EDGES, looks[index])
        if not verdict:
            break
        found[index] = verdict
    return found


def _empty_headings(blocks: Sequence[Block], said: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Headings at the end, with no text below them."""
    found: dict[int, Verdict] = {}
    for index in range(len(blocks) - 1, -1, -1):
        if index not in said and blocks[index].shape != "heading":
            break
        if index not in said:
            found[index] = ("junk", "empty-heading")
    return found


def _region(block: Block) -> str:
    """The part of the page a block stands in, as a rule's name."""
    tags = (mark.split(" ", 1)[0] for mark in reversed(block.inside))
    region = next((tag for tag in tags if tag in _REGIONS), "")
    return f"in-{region}" if region else "links" if block.linked >= _ALL else "outside"


# --- rules ---------------------------------------------------------------------------------------------------


def title(look: Look) -> Verdict | None:
    """The headline, set as one, which the page shows above the text."""
    return title_line(look) if look.block.shape == "heading" else None


def title_line(look: Look) -> Verdict | None:
    """The headline as any other line; within the article such a line may be a name in a list."""
    return ("title", "title") if look.key and look.key == look.known.title else None


def subtitle(look: Look) -> Verdict | None:
    """The text under the headline, where the metadata gives it."""
    known = look.key and look.key == look.known.subtitle
    return ("metadata", "subtitle") if known and is_standfirst(look.block) else None


def caption(look: Look) -> Verdict | None:
    """What stands under an image or above a table."""
    marked = any("caption" in mark.casefold() for mark in look.block.inside[-3:])
    return ("caption", "caption") if look.block.shape == "caption" or (look.block.shape == "text" and marked) else None


def image(look: Look) -> Verdict | None:
    """The description of an image."""
    return ("caption", "image") if look.block.shape == "image" else None


def control(look: Look) -> Verdict | None:
    """Buttons, menus to choose from, fields to fill in."""
    return ("junk", "control") if look.block.shape == "control" else None


def related(look: Look) -> Verdict | None:
    """A paragraph that is nothing but a link to another article."""
    alone = look.block.shape in {"text", "heading"} and look.block.linked >= _ALL
    return ("junk", "related") if alone and len(look.text.split()) >= _HEADLINE else None


def links(look: Look) -> Verdict | None:
    """A line of a menu: a link and nothing else; an address written out is a reference."""
    alone = look.block.linked >= _ALL and look.block.shape != "row"
    return ("junk", "links") if alone and not escape.url(look.text) else None


def label(look: Look) -> Verdict | None:
    """A label of the page: share, tags, advertisement."""
    return ("junk", "label") if len(look.text) <= _SHORT and LABEL.search(look.text) else None


def reading_time(look: Look) -> Verdict | None:
    """How long reading takes."""
    return ("metadata", "reading-time") if len(look.text) <= _SHORT and READING_TIME.search(look.text) else None


def byline(look: Look) -> Verdict | None:
    """The authors' names and little else."""
    named = sum(len(author) for author in look.known.authors if author in look.key)
    return ("byline", "byline") if named and len(look.key) <= min(_SHORT, 2 * named + 20) else None


def date(look: Look) -> Verdict | None:
    """A date and little else."""
    return ("metadata", "date") if is_date_line(look.text) else None


def source(look: Look) -> Verdict | None:
    """The publication's name alone."""
    return ("metadata", "source") if look.key and look.key == look.known.source else None


def credit(look: Look) -> Verdict | None:
    """Who else worked on it: reporting, editing, translation."""
    return ("byline", "credit") if len(look.text) <= _NOTE and CREDIT.search(look.text) else None


def invitation(look: Look) -> Verdict | None:
    """Asks readers to subscribe, follow, comment or write in; a sentence that tells of subscriptions asks nothing."""
    if len(look.text) > _NOTE:
        return None
    offers = SERVICE.search(look.text) and (ADDRESSED.search(look.text) or not _SENTENCE_END.search(look.text))
    return ("junk", "invitation") if offers or INVITATION.search(look.text) else None


def paywall(look: Look) -> Verdict | None:
    """Says that the rest is for those who pay or log in."""
    return ("junk", "paywall") if len(look.text) <= _NOTE and PAYWALL.search(look.text) else None


def rights(look: Look) -> Verdict | None:
    """Who owns the text."""
    return ("junk", "rights") if len(look.text) <= _NOTE and RIGHTS.search(look.text) else None


ANYWHERE: tuple[Rule, ...] = (title, image, caption, control, related, label, paywall, reading_time)
EDGES: tuple[Rule, ...] = (title_line, subtitle, byline, date, source, credit, invitation, rights, links)
