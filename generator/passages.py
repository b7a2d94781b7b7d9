"""The blocks of a body and the sentences of a block, as spans: what the finders count in and the pages link to."""

import html
import re
from collections.abc import Iterator

Span = tuple[int, int]

_SOLID = re.compile(r"\S")
_FENCE = re.compile(r"```\n.*?^```(?=\n\n|\n*\Z)", re.DOTALL | re.MULTILINE)
# Every pattern here takes time linear in the text, whatever it is: runs are entered at their beginning only, and
# possessive quantifiers never give back. A sentence ends at . ! ? … and the CJK full stops, with closing quotes, before
# a space and something that begins a sentence. The pattern opens with one set of characters, which the search skips to.
_END = re.compile(
    r"""
    [.!?…。！？] (?:
        (?<=[.!?…]) (?<![.!?…]{2}) [.!?…]*+ ["'”’»)\]]*+ (?= \s{1,9} ["'“‘«(\[]{0,9} [^\W_a-zа-яё])
      | (?<=[。！？]) (?<![。！？]{2}) [。！？]*+ [”’」』]*+
    )
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof gen lt col sgt capt cmdr gov sen rep rev hon st jr sr vs no nos art fig vol pp ed eds approx dept
    est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.g i.e a.m p.m d.c
    inc ltd corp co
    """.split(),  # noqa: SIM905 - a list of words reads best as words
)
_LONGEST = 6
"""Of the abbreviations; no more than this has to be looked at before a full stop."""
_LAST_WORD = re.compile(r"[\w.]+\Z")


def blocks(body: str) -> tuple[Span, ...]:
    """The spans of the body's blocks: what stands between empty lines, a fenced code block being one."""
    found = []
    solid = _SOLID.search(body)
    while solid:
        start = solid.start()
        end = _block_end(body, start)
        found.append((start, end))
        solid = _SOLID.search(body, end)
    return tuple(found)


def _block_end(body: str, start: int) -> int:
    if body.startswith("```\n", start) and (fence := _FENCE.match(body, start)):
        return fence.end()
    end = body.find("\n\n", start)
    return len(body) - body.endswith("\n") if end < 0 else end


def sentences(body: str, block: Span) -> tuple[Span, ...]:
    """The spans of the sentences in one block, ordered, disjoint, without the white space between them."""
    return tuple(_sentences(body, *block))


def _sentences(body: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for found in _END.finditer(body, start, end):
        # A quotation mark behind the full stop says that a sentence ends, whatever the word.
        if found[0] != "." or not _abbreviated(body, begin, found.start()):
            yield begin, found.end()
            begin = _skip_space(body, found.end(), end)
    if begin < end:
        yield begin, end


def _abbreviated(body: str, begin: int, stop: int) -> bool:
    """Whether the full stop at `stop` ends an abbreviation or an initial rather than a sentence."""
    found = _LAST_WORD.search(body, max(begin, stop - _LONGEST - 1), stop)
    word = found[0] if found else ""
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS


def _skip_space(body: str, start: int, end: int) -> int:
    while start < end and body[start].isspace():
        start += 1
    return start


# What is not prose in our Markdown: fenced code, code spans, link and image targets, bare addresses.
_OPAQUE = re.compile(
    r"""
    ^```\n.*?^```$                                         # fenced code
    | (?<!\\)`[^`\n]+`                                    # a code span, which we write with single backticks only
    | \bhttps?://[^\s<>)\]]+ | \bwww\.[^\s<>)\]]+         # an address
    | (?<![\w.%+\\-])[\w.%+\\-]{1,64}@[\w.-]{1,255}       # a mailbox (RFC 5321, 4.5.3.1, limits both parts)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


def opaque(body: str) -> tuple[Span, ...]:
    """The spans that are not prose (code, link targets, addresses): no finder may find anything that touches them."""
    # Most texts have none. The pattern is tried only where one can begin, as it is slow to search with.
    found: list[Span] = []
    for start in _openings(body):
        if (not found or start >= found[-1][1]) and (match := _OPAQUE.match(body, start)):
            found.append(match.span())
    return tuple(found)


_OPENING = re.compile(r"`|http|www\.|@")
_LOCAL_PART = re.compile(r"[\w.%+\\-]++\Z")


def _openings(body: str) -> list[int]:
    """Where what is not prose can begin, in order: at its first sign, or for a mailbox at the word before it."""
    starts = set()
    for found in _OPENING.finditer(body):
        mailbox = _LOCAL_PART.search(body, max(0, found.start() - 65), found.start()) if found[0] == "@" else None
        starts.add(mailbox.start() if mailbox else found.start())
    return sorted(starts)


_FIXED = re.compile(r"^```\n.*?^```$|^#+ [^\n]*", re.DOTALL | re.MULTILINE)


def fixed(body: str) -> tuple[Span, ...]:
    """The spans that take no link: fenced code and headings."""
    if "#" not in body and "```" not in body:
        return ()
    return tuple(found.span() for found in _FIXED.finditer(body))


_MARKUP = re.compile(
    r"\\(?P<escaped>[^\w\s]|_)|\]\([^()\s]*\)|[\[\]*`]|^(?:#+|>|-|```)(?:[ ]+|$)|(?P<cell>\|[ ]*(?:-{3}[ |-]*)?)"
    r"|\s{2,}|[^\S ]",
    re.MULTILINE,
)
# What any markup has, or begins a line with; a text without it is its own words.
_SIGN = re.compile(r"[\\\[\]*`|&]|^[#>-]", re.MULTILINE)
# Only with its semicolon, as Markdown has it; HTML reads `&copy` without one, too.
_REFERENCE = re.compile(r"&#?\w+;")


def plain(body: str) -> str:
    """The words of a body or of any part of one, without markup, on one line."""
    if not _SIGN.search(body):
        return " ".join(body.split())
    words = _MARKUP.sub(_unmarked, body)
    return (_REFERENCE.sub(lambda found: html.unescape(found[0]), words) if "&" in words else words).strip()


def _unmarked(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    return " " if found["cell"] or found[0].isspace() else ""
