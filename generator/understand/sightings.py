"""Names in a text that nobody has told us of: runs of capitalized words, with what stands around them.

A sighting is a guess about one place in one text; `suggest` decides over the whole archive what to make of them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Mention
from generator.understand.text import Text, is_heading, opens_sentence, original, read
from generator.understand.words import (
    ABBREVIATED_TITLES,
    CALENDAR,
    FUNCTION,
    NAME_PARTICLES,
    ORGANIZATION_NOUNS,
    TITLES,
)

_CONNECTORS = frozenset({"of", "for", "on", "against"})
_LINKS = frozenset({"the", "and", "de", "la", "du", "des", "del", "da", "do", "dos"})
_FOREIGN_LINKS = frozenset({"la", "de", "del", "y"})
_LONGEST = 10
NO_NAMES = FUNCTION | CALENDAR
_NO_TITLES_IF_SMALL = frozenset(
    {"chair", "chief", "duke", "father", "general", "judge", "lord", "major", "miss", "private"}
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_INSIDE_NAME = re.compile(r" |-|\.|\. | & |\.-|/")
_PARTICLES = NAME_PARTICLES - {"la", "le", "lo", "do", "de", "del", "y", "zu"}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A run of capitalized words.

    Attributes:
        article: The article's id.
        start: Where the name begins in the body, the office before it excluded.
        end: Where it ends, excluded.
        name: The name, folded (see `text.plainly`).
        words: Its words.
        title: The office or form of address before it.
        opens: Whether it begins a sentence, where any word has a capital.
        before: The word before it, in lower case; empty at the beginning of a sentence.
        after: What follows, up to 24 characters.
    """

    article: str
    start: int
    end: int
    name: str
    words: tuple[str, ...]
    title: str
    opens: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """What is taken for one entity.

    Attributes:
        sightings: Where it is named, in the order of the archive.
    """

    sightings: tuple[Sighting, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of the name, the most frequent first."""
        return tuple(form for form, _ in Counter(one.name for one in self.sightings).most_common())

    @property
    def roles(self) -> tuple[str, ...]:
        """The offices before the name, the most frequent first."""
        return tuple(role for role, _ in Counter(one.title for one in self.sightings if one.title).most_common())

    @property
    def name(self) -> str:
        """The form to call it by: no acronym and no family name where there is a longer one; else the most frequent."""
        full = [form for form in self.forms if " " in form]
        return (full or self.forms)[0]


def find(article: str, body: str, known: Iterable[Mention]) -> Iterator[Sighting]:
    """The sightings in a body, in order, without those that an entity known already covers.

    Args:
        article: The article's id.
        body: Its clean Markdown.
        known: What is linked in it; a longer name around the name of a place is a sighting still.
    """
    text = read(body)
    mentions = tuple(known)
    taken = {mention.start: mention for mention in mentions}
    begun = [mention.start for mention in mentions]
    index = 0
    while index < len(text.words):
        end = _run_end(text, index)
        if end > index and not is_heading(text, index) and not _is_known(text, range(index, end), taken):
            start = original(text, text.starts[index], text.ends[index])[0]
            # A run that begins in the middle of a known name is the rest of it: `Reform Commission`, behind an `and`.
            before = bisect_left(begun, start) - 1
            if before < 0 or mentions[before].end <= start:
                yield from _sighting(article, text, index, end)
        index = max(end, index + 1)


def _is_known(text: Text, run: range, taken: Mapping[int, Mention]) -> bool:
    """Whether a known mention is in the run, other than a place with more name around it."""
    starts = (original(text, text.starts[i], text.ends[i])[0] for i in run)
    whole = text.ends[run[-1]] - text.starts[run[0]]
    inside = (taken[start] for start in starts if start in taken)
    return any(mention.kind != "places" or len(mention.text) >= whole - 1 for mention in inside)


def _run_end(text: Text, first: int) -> int:
    """The index behind the last word of the run that begins at a word; the same index where none begins."""
    if not _begins(text, first):
        return first
    end = first + 1
    while end < min(len(text.words), first + _LONGEST) and (step := _step(text, first, end)):
        end += step
    return end


def _begins(text: Text, index: int) -> bool:
    word = text.words[index]
    if is_small_word(word):
        return False
    return word[0].isupper() or (_continues(text, index) and bool(_ORDINAL.fullmatch(word) or word in {"al", "el"}))


def _continues(text: Text, index: int) -> bool:
    """Whether the next word has a capital and stands in one name with this one."""
    after = index + 1
    return after < len(text.words) and _joined(text, index) and text.words[after][0].isupper()


def _joined(text: Text, index: int) -> bool:
    between = text.plain[text.ends[index] : text.starts[index + 1]]
    if "." in between:
        word = text.words[index]
        return between in {".", ". "} and (len(word) == 1 or word.lower() in ABBREVIATED_TITLES)
    return bool(_INSIDE_NAME.fullmatch(between))


def _step(text: Text, first: int, end: int) -> int:
    """How many words the run grows by: a capitalized one, or small ones with a capitalized one behind them."""
    word = text.words[end]
    if not _joined(text, end - 1):
        return 0
    if word[0].isupper():
        return int(not is_small_word(word) or len(word) == 1)
    if _ORDINAL.fullmatch(word) or word in _PARTICLES or word in _FOREIGN_LINKS:
        return 2 * _continues(text, end)
    if word in _CONNECTORS or (word in _LINKS and any(w in _CONNECTORS for w in text.words[first:end])):
        return _linked(text, end)
    return 0


def _linked(text: Text, index: int) -> int:
    """How many words there are from a small one to the capitalized one behind it, an article between them allowed."""
    if _continues(text, index):
        return 0 if is_small_word(text.words[index + 1]) else 2
    article = index + 1 < len(text.words) and text.words[index + 1] == "the" and _joined(text, index)
    return 3 if article and _continues(text, index + 1) and not is_small_word(text.words[index + 2]) else 0


def _sighting(article: str, text: Text, first: int, end: int) -> Iterator[Sighting]:
    begin = _name_begins(text.words[first:end]) + first
    if begin >= end:
        return
    start, stop = text.starts[begin], text.ends[end - 1]
    opens = opens_sentence(text, begin)
    yield Sighting(
        article,
        *original(text, start, stop),
        name=text.plain[start:stop],
        words=text.words[begin:end],
        title=" ".join(text.plain[text.starts[first] : start].split()) or _lower_title(text, begin),
        opens=opens,
        before="" if opens or not first else text.words[begin - 1].lower(),
        after=text.plain[stop : stop + 24],
    )


def _lower_title(text: Text, begin: int) -> str:
    """An office in small letters directly before the name: `singer Dimash`."""
    word = text.words[begin - 1] if begin and text.plain[text.ends[begin - 1] : text.starts[begin]] == " " else ""
    return word if word in TITLES - _NO_TITLES_IF_SMALL else ""


def _name_begins(words: tuple[str, ...]) -> int:
    """How many words of the run are an office in front of a person's name; all where there is nothing behind it."""
    titles = [i for i, word in enumerate(words) if word.lower() in TITLES and word[0].isupper()]
    if not titles or any(word.lower() in ORGANIZATION_NOUNS for word in words[titles[-1] + 1 :]):
        return 0
    begin = titles[-1] + 1
    if begin < len(words) and words[begin] in {"of", "for"}:
        begin = _behind_office(words, begin)
    return max(0, begin)


def _behind_office(words: tuple[str, ...], of: int) -> int:
    """Behind `of State` or `of Foreign Affairs`: where two words, or two and an initial, are left for the name."""
    size = 3 if len(words[-2]) == 1 else 2
    behind = len(words) - size
    return behind if behind > of + 1 and words[behind - 1][0].isupper() and words[behind].istitle() else len(words)


def is_small_word(word: str) -> bool:
    """Whether the word names nothing even with a capital: `The`, `May`, `I'm`, `Oh`."""
    low = word.lower()
    return low in NO_NAMES or (word[0] == "I" and low.partition("'")[0] == "i")
