"""Bytes as text: whatever encoding they came in, and what had to be guessed or repaired to read them."""

import re
import unicodedata
from collections.abc import Iterator

from generator.problems import Problem, Severity

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF; open it, copy its text into a .txt file"),
    (b"PK\x03\x04", "a ZIP archive or an office document; copy its text into a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old office document; copy its text into a .txt file"),
    (b"{\\rtf", "rich text; save it as plain text"),
    (b"\x89PNG", "a picture; type its text into a .txt file"),
    (b"\xff\xd8\xff", "a picture; type its text into a .txt file"),
    (b"GIF8", "a picture; type its text into a .txt file"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
)

# UTF-8 read as Windows-1252: a lead byte seen as Â, Ã, â€ …, then the bytes that continue it.
_MOJIBAKE = re.compile(
    r"(?:[ÂÃ][\x80-\xbf]|[ÂÃ][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\x80-\x9f‚„][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])+"
)
# Shown nowhere, but able to reorder or hide what is shown: C0 and C1 controls, bidi embeddings and isolates, zero-width
# space, word joiner, byte-order mark within the text, tag characters (Unicode 16, sections 23.2, 23.8, 23.9).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SOFT_HYPHEN = "\u00ad"
_SURROGATE = re.compile("[\ud800-\udfff]")


def text(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text, and what was guessed, repaired or taken out to have it; the text is empty where there is none.

    Soft hyphens go without a word. The problems have an empty path and lines counted from 1 in the text.
    """
    decoded, problems = _decoded(data)
    if problems and problems[0].severity == "error":
        return "", problems
    repaired, more = _repaired(decoded)
    # Only now: a soft hyphen may have been the second half of a letter.
    visible, hidden = _visible(repaired.replace(_SOFT_HYPHEN, ""))
    return visible, (*problems, *more, *hidden)


def whole(text: str) -> str:
    """A text from JSON or YAML that was escaped there: two surrogates as their character, one alone as U+FFFD."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decoded(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    if not data.strip():
        return "", (_problem(0, "empty", "error", "the file is empty; paste its text into it, or remove it"),)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    for signature, remedy in _SIGNATURES:
        if data.startswith(signature):
            return "", (_problem(0, "not-text", "error", f"this is {remedy}"),)
    if b"\x00" in data[:4096]:
        return _with_zeros(data)
    return _unmarked(data)


def _marked(data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    decoded = data.decode(encoding, errors="replace")
    damaged = decoded.find("\ufffd")
    if damaged >= 0 and "\ufffd".encode(encoding) not in data:
        return decoded, (
            _problem(_line(decoded, damaged), "encoding", "warning", f"bytes that are not {encoding}; shown as \ufffd"),
        )
    if encoding == "utf-8":
        return decoded, ()
    return decoded, (_problem(0, "encoding", "warning", f"the file is {encoding.upper()}; save it as UTF-8"),)


def _with_zeros(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """UTF-16 without a mark, where every other byte of Latin text is zero; anything else with zeros is no text."""
    head = data[:4096]
    evens, odds = head[::2].count(0), head[1::2].count(0)
    if max(evens, odds) > len(head) // 4 and min(evens, odds) * 8 < max(evens, odds):
        return _marked(data, "utf-16-le" if odds > evens else "utf-16-be")
    return "", (_problem(0, "not-text", "error", "the file is not text; save the article as plain text, UTF-8"),)


def _unmarked(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x} is not UTF-8"
    guess = _legacy(data)
    decoded = data.decode(guess, errors="replace")
    return decoded, (_problem(line, "encoding", "warning", f"{found}; read as {guess}. Save the file as UTF-8"),)


def _legacy(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; Windows-1252 where nothing speaks for another."""
    sample = data[:65536]
    letters = sum(byte < 0x80 and chr(byte).isalpha() for byte in sample)
    # A text in another script is made of bytes beyond ASCII; in a Latin one they are the few letters with accents.
    if sum(byte >= 0x80 for byte in sample) * 6 < letters:
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes long to load, and is hardly ever needed

    best = from_bytes(sample).best()
    found = best.encoding if best else ""
    return "cp1251" if found in _NEARLY_CP1251 else found if found in _MEANT else "cp1252"


_MEANT = frozenset(
    """
    big5 cp932 cp949 cp1251 cp1253 cp1255 cp1256 euc_jp euc_kr gb18030 gbk gb2312 koi8_r koi8_u shift_jis
    """.split(),  # noqa: SIM905 - a list of words reads best as words
)
"""What press texts that are not UTF-8 come in; the guesser knows a hundred others that nobody pastes."""
_NEARLY_CP1251 = frozenset(["mac_cyrillic", "kz1048", "ptcp154"])


def _repaired(decoded: str) -> tuple[str, tuple[Problem, ...]]:
    # Each begins with one of three letters, which most texts have none of.
    may = not decoded.isascii() and any(map(decoded.__contains__, "ÂÃâ"))
    first = _MOJIBAKE.search(decoded) if may else None
    repaired = _MOJIBAKE.sub(lambda found: _remade(found[0]), decoded) if first else decoded
    if not first or repaired == decoded:
        return decoded, ()
    message = f'"{first[0]}" is "{_remade(first[0])}" decoded wrongly; read so. Paste the text again to mend the file'
    return repaired, (_problem(_line(decoded, first.start()), "encoding", "warning", message),)


def _remade(garbled: str) -> str:
    try:
        return b"".join(_byte(c) for c in garbled).decode("utf-8")
    except UnicodeError:
        return garbled


def _byte(character: str) -> bytes:
    # Windows-1252 leaves five bytes undefined, which decoders pass through as controls.
    return bytes([ord(character)]) if ord(character) < 0x100 else character.encode("cp1252")


def _visible(decoded: str) -> tuple[str, tuple[Problem, ...]]:
    problems = tuple(_hidden(decoded))
    return (_INVISIBLE.sub("", decoded) if problems else decoded), problems


def _hidden(decoded: str) -> Iterator[Problem]:
    """One problem for each line with invisible characters, at most ten; their names tell what they would have done."""
    if not _INVISIBLE.search(decoded):
        return
    lines = (pair for pair in enumerate(decoded.splitlines(), 1) if _INVISIBLE.search(pair[1]))
    for (number, line), _ in zip(lines, range(10), strict=False):
        names = sorted({_name(c) for c in _INVISIBLE.findall(line)})
        yield _problem(
            number, "control-characters", "warning", f"invisible characters taken out: {', '.join(names[:4])}"
        )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control')}"


def _line(decoded: str, offset: int) -> int:
    return decoded.count("\n", 0, offset) + 1


def _problem(line: int, code: str, severity: Severity, message: str) -> Problem:
    return Problem("", line, code, severity, message)
