"""The headline of a web page and the text under it."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator import escape
from generator.ingest.html.agreement import AGREED, TRUST
from generator.ingest.html.alignment import letters
from generator.ingest.html.blocks import Block
from generator.ingest.html.evidence import Statement
from generator.model import Found, Metadata

_SEEN = 0.97  # a title that a witness states and the page shows
_UNSEEN = 0.2  # what a title element loses that no other witness and no line of the page confirms
_LONG_TITLE = 12  # letters; a shorter text that the page shows somewhere proves no title
_COMMON = 3  # words; two titles with fewer in common are alike by chance
_MOST = 20  # headings, or titles stated, that are compared; a page of more is not one article's
_MAX_TITLE = 300
_MAX_LINE = 150  # characters of a first line that may be a headline
_LINKED = 0.95  # share of the characters that are links, from which on a line is one
_SENTENCE = re.compile(r"[.!?…][”\"'’»)]*\s|[.!…:;,][”\"'’»)]*$|。")  # a headline may end with a question mark
_STANDFIRST = re.compile(
    r"sub-?(?:title|head|line)|deck\b|\bdek\b|standfirst|summary|description|tagline", re.IGNORECASE
)
TAIL = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")
_WORD = re.compile(r"\w+")
_NO_TITLE = frozenset(
    {"home", "homepage", "index", "untitled", "untitleddocument", "article", "news", "notitle", "404", "pagenotfound"}
)

Vote = tuple[str, Statement]
"""A headline, and the statement that it comes from."""


def title(statements: Sequence[Statement], blocks: Sequence[Block], site: Found[str] | None) -> Found[str] | None:
    """The headline that most witnesses give; one that the page shows goes before one that it does not."""
    votes = _titles(statements, blocks, site)
    if not votes:
        return None
    visible = {letters(block.text) for block in blocks}
    weights: dict[str, float] = {}
    for rule, key in dict.fromkeys((one.rule, letters(value)) for value, one in votes):
        weights[key] = weights.get(key, 0.0) + TRUST[rule]
    best = max(weights, key=lambda key: weights[key] + (key in visible))
    same = (vote for vote in votes if letters(vote[0]) == best)
    value, witness = max(same, key=lambda vote: (best in letters(vote[1].value), TRUST[vote[1].rule]))
    rules = {one.rule for said, one in votes if letters(said) == best}
    unseen = 0.0 if best in visible or len(rules) > 1 or witness.rule != "title-element" else _UNSEEN
    alone = min(0.95, TRUST[witness.rule] + AGREED * (len(rules) - 1)) - unseen
    return Found(value, witness.rule, round(_SEEN if best in visible and len(rules) > 1 else alone, 2), witness.line)


def titled(found: Metadata, article: Sequence[Block]) -> Metadata:
    """With the article's first line for a title where nothing else states one, if it looks like a headline."""
    first = next((block for block in article[:-1] if block.shape == "text" and block.linked < _LINKED), None)
    if found.title or not first or len(first.text) > _MAX_LINE or _SENTENCE.search(first.text):
        return found
    reason = "the first line of the article, as the page states no title"
    return replace(found, title=Found(first.text, "first-line", TRUST["first-line"], first.line or None, reason))


def _titles(statements: Sequence[Statement], blocks: Sequence[Block], site: Found[str] | None) -> list[Vote]:
    """Every headline stated, and the headings of the page that say the same, or it in full.

    A heading that nothing stated confirms could be the site's name.
    """
    stated = [one for one in statements if one.field == "title"]
    shown = [Statement("title", block.text, "h1", block.line) for block in blocks if _is_main_heading(block)]
    known = {letters(one.value) for one in (*stated, *shown)}
    known |= {key for block in blocks if len(key := letters(block.text)) >= _LONG_TITLE}
    votes = [(value, one) for one in stated if (value := _headline(one.value, known, site))]
    keys = {letters(value) for value, _ in votes}
    headings = [(value, one) for one in shown if (value := _headline(one.value, set(), site))]
    if not votes or not keys.isdisjoint(letters(value) for value, _ in headings):
        return [*votes, *(heading for heading in headings if not votes or letters(heading[0]) in keys)]
    return _in_full(votes, headings)


def _is_main_heading(block: Block) -> bool:
    return block.shape == "heading" and block.level == 1


def _in_full(votes: list[Vote], headings: Sequence[Vote]) -> list[Vote]:
    """The votes, with those that shorten or reword the page's one heading that fits counted for that heading."""
    stated = list(dict.fromkeys(value for value, _ in votes))[:_MOST]
    full = dict.fromkeys(value for value, _ in headings[:_MOST] if any(_is_short_for(one, value) for one in stated))
    if len(full) != 1:
        return votes
    heading = next(vote for vote in headings if vote[0] in full)
    short = {value for value in stated if _is_short_for(value, heading[0])}
    return [*((heading[0] if value in short else value, one) for value, one in votes), heading]


def _is_short_for(stated: str, heading: str) -> bool:
    """Whether the title, or what remains when a site's name is cut off, begins the heading or shares most words."""
    words = _words(heading)
    return any(_begins(cut, words) or _shares_most(cut, words) for cut in map(_words, (stated, *_cuts(stated))))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _begins(cut: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words begin with those of the cut; one word could be the name of anything."""
    return 1 < len(cut) < len(words) and list(words[: len(cut)]) == list(cut)


def _shares_most(cut: Sequence[str], words: Sequence[str]) -> bool:
    common = len(set(cut) & set(words))
    return common >= _COMMON and 2 * common > max(len(set(cut)), len(set(words)))


def _headline(text: str, known: AbstractSet[str], site: Found[str] | None) -> str | None:
    """The text without the site's name before or behind it; None for what is no headline.

    Args:
        text: A title as stated.
        known: The letters of other titles and of what the page shows: what remains must be among them.
        site: The site's name.
    """
    parts = [part for part in _cuts(text) if letters(part) in known or is_site(text.replace(part, "", 1), site)]
    text = min(parts, key=len) if parts else text
    key = letters(text)
    if not key or key in _NO_TITLE or is_site(text, site) or len(text) > _MAX_TITLE or escape.url(text):
        return None
    return text


def _cuts(text: str) -> Iterator[str]:
    """What remains of the text when it is cut at a mark that sets off a site's name."""
    for found in TAIL.finditer(text):
        yield text[: found.start()]
        yield text[found.end() :]


def is_site(text: str, site: Found[str] | None) -> bool:
    """Whether the text is the name of the site."""
    return bool(site) and bool(letters(text)) and letters(text) == letters(site.value if site else "")


def subtitle(statements: Sequence[Statement], blocks: Sequence[Block], title: Found[str] | None) -> Found[str] | None:
    """A description that the page sets between headline and text, or does not show; not the beginning of the text."""
    shown = [(letters(block.text), block) for block in blocks]
    for one in statements:
        key = letters(one.value)
        if one.field != "description" or not key or (title and key == letters(title.value)):
            continue
        block = next((block for other, block in shown if other == key and is_standfirst(block)), None)
        if block is not None:
            return Found(one.value, "standfirst", TRUST["standfirst"], block.line or one.line)
        if not any(other.startswith(key[:60]) for other, _ in shown):
            return Found(one.value, one.rule, TRUST["meta-description"], one.line)
    return None


def is_standfirst(block: Block) -> bool:
    """Whether the block is set as the text between a headline and an article."""
    return block.shape == "heading" or any(_STANDFIRST.search(mark) for mark in block.inside[-3:])
