"""A body made ready for looking up names: characters folded, words counted, every offset still the body's."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

# Characters that show nothing of their own: soft hyphens, zero-width and direction marks, combining marks.
_IGNORABLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f\u0591-\u05bd\u064b-\u0652\ufe00-\ufe0f"
_IGNORABLES = re.compile(f"[{_IGNORABLE}]+")
_KEPT = re.compile(f"[^{_IGNORABLE}]")
# A word and its possessive ending.
_WORD = re.compile(r"([^\W_]+(?:'(?![sS]\b)[^\W_]+)*)((?:'[sS]\b)?)")
# The same in a text without apostrophes, which takes less time.
_PLAIN_WORD = re.compile(r"([^\W_]+)()")
# What stands before a word that begins something: a full stop, a line end, a list mark or a quotation mark.
_OPENING = re.compile(r"(?:[.!?:;…]\W*\s\W*|\n\W*|[\"(\[*|>]\s?)$")
# Letters that Unicode does not decompose, and marks that are written in several ways.
_SINGLES = str.maketrans("łŁøØđĐħıİ’‘ʼ`´“”„‐‑‒–−\t\u00a0\u2007\u2009\u202f\u3000", "lLoOdDhiI'''''\"\"\"-----      ")
# British spellings of the same length as the American ones; only comparing matters, not the spelling.
_SPELLINGS = (("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("-", " "))


class _Folding(dict[int, int | str]):
    """Code point to folded code point, filled as characters are met."""

    def __missing__(self, point: int) -> int | str:
        folded = self[point] = _folded(point)
        return folded


def _folded(point: int) -> int | str:
    """The letter without its diacritics; scripts where a mark makes another letter are left alone."""
    if not (point < 0x590 or 0x1E00 <= point < 0x2000):
        return point
    parts = unicodedata.normalize("NFD", chr(point))
    return parts[0] if all(map(unicodedata.combining, parts[1:])) else point


_FOLDING = _Folding(_SINGLES)
_FOREIGN = re.compile(r"[^\x00-\x08\n-_a-\x7f]+")


_LONGEST_HEADING = 400


@dataclass(frozen=True, slots=True)
class Text:
    """A body and its folded forms, which are of one length.

    Attributes:
        body: As it came.
        plain: Without diacritics and ignorable characters, quotes and hyphens of one kind, case kept.
        key: The same in lower case, hyphens as spaces: what names are compared in.
        offsets: For each position in `plain` and its end, the position in `body`; None where they are the same.
        words: The words of `plain`, without a possessive ending.
        starts: Where in `plain` each begins.
        ends: Where in `plain` each ends, excluded.
    """

    body: str
    plain: str
    key: str
    offsets: Sequence[int] | None
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def read(body: str) -> Text:
    """The body, folded and divided into words."""
    offsets = _offsets(body)
    plain = plainly(body)
    # What stands between words, a word, its ending, and so on: to divide the whole text and add up the lengths takes
    # a part of the time that a look at every match would.
    parts = (_WORD if "'" in plain else _PLAIN_WORD).split(plain)
    ends = tuple(accumulate(map(len, parts)))
    return Text(body, plain, _key(plain), offsets, tuple(parts[1::3]), ends[0:-1:3], ends[1::3])


def plainly(text: str) -> str:
    """The text without diacritics and ignorable characters, with quotes, hyphens and spaces of one kind."""
    if text.isascii():
        return text
    # Only what may change is looked at letter by letter.
    return _FOREIGN.sub(lambda found: found[0].translate(_FOLDING), _IGNORABLES.sub("", text))


def key(text: str) -> str:
    """What two spellings of one name have in common: lower case, no diacritics, hyphens as spaces."""
    return _key(plainly(text))


def original(text: Text, start: int, end: int) -> tuple[int, int]:
    """The span of the body that a span of the folded text stands for."""
    if text.offsets is None:
        return start, end
    return text.offsets[start], text.offsets[end]


def _key(plain: str) -> str:
    folded = plain.lower()
    for written, compared in _SPELLINGS:
        folded = folded.replace(written, compared)
    return folded


def _offsets(body: str) -> Sequence[int] | None:
    if body.isascii() or not _IGNORABLES.search(body):
        return None
    return [found.start() for found in _KEPT.finditer(body)] + [len(body)]


def words_of(plain: str) -> tuple[str, ...]:
    """The words of a folded text, without possessive endings."""
    return tuple(_WORD.split(plain)[1::3])


def word_at(text: Text, position: int) -> int:
    """The index of the first word that begins at the position or after it."""
    return bisect_left(text.starts, position)


def begins_word(text: Text, start: int) -> bool:
    """Whether a word begins at a position, which need not be so in scripts without spaces."""
    first = bisect_left(text.starts, start)
    return first < len(text.starts) and text.starts[first] == start


def follows(text: Text, index: int) -> bool:
    """Whether only a space stands between a word and the next one."""
    return text.plain[text.ends[index] : text.starts[index + 1]] == " "


def opens_sentence(text: Text, index: int) -> bool:
    """Whether a word begins a sentence, a line, a quotation or a list item."""
    before = text.plain[max(0, text.starts[index] - 6) : text.starts[index]]
    return not before.strip("# ") or bool(_OPENING.search(before))


def is_heading(text: Text, index: int) -> bool:
    """Whether a word stands in a heading."""
    return text.plain.startswith(
        "#", text.plain.rfind("\n", max(0, text.starts[index] - _LONGEST_HEADING), text.starts[index]) + 1
    )
