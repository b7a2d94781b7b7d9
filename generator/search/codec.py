"""Numbers and texts as shards: columns of bytes, deflated, written as a script of printable and control ASCII.

A script is the one thing that a page may load from a web server and from a disk alike. A string in it carries 7 bits a
character and needs an escape for four characters only, so that it is a fifth larger than the bytes it stands for.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import Page

FOLDER = "search"
_ESCAPES = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"))
_NUL = re.compile(rb"\x00(?=(\d)?)")
_SPREAD = tuple(
    tuple(map(np.uint64, (low << width, 4 * width // 28, low)))
    for width, low in ((28, 0xFFFFFFF), (14, 0x3FFF00003FFF), (7, 0x7F007F007F007F))
)
"""Bits that go further up, how far, and bits that stay: of halves, then of quarters, then of eighths."""

Effort = tuple[int, int]
"""How much is done to deflate data: a level and a strategy of zlib's."""

USUAL: Effort = (6, zlib.Z_DEFAULT_STRATEGY)
LESS: Effort = (4, zlib.Z_DEFAULT_STRATEGY)
"""For much text: a fiftieth larger, in two thirds of the time."""
NOTHING_TWICE: Effort = (6, zlib.Z_HUFFMAN_ONLY)
"""For numbers in which hardly a run comes again: smaller, in a third of the time."""


def shard(name: str, columns: Iterable[bytes], effort: Effort = USUAL) -> Page:
    """The page of a shard; the browser gets back the same columns."""
    return script(name, f'"{written(deflated(packed(columns), effort)).decode("ascii")}"')


def script(name: str, payload: str) -> Page:
    """A page that hands its payload, an expression of JavaScript, to the engine under the shard's name."""
    return Page(f"{FOLDER}/{name}.js", f'BriefingSearch.take("{name}",{payload});\n'.encode("ascii"))


def packed(columns: Iterable[bytes]) -> bytes:
    """The columns one after the other, each behind its length."""
    return b"".join(part for column in columns for part in (_varint(len(column)), column))


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes((*found, number))


def deflated(data: bytes, effort: Effort = USUAL) -> bytes:
    """The data as a raw deflate stream (RFC 1951)."""
    level, strategy = effort
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15, strategy=strategy)
    return squeeze.compress(data) + squeeze.flush()


def written(data: bytes) -> bytes:
    """The bytes as the inside of a JavaScript string, 7 bits a character, the highest bit first."""
    septets = -(-len(data) * 8 // 7)
    padded = np.frombuffer(data + bytes(-len(data) % 7), np.uint8).reshape(-1, 7)
    sevens = np.zeros((len(padded), 8), np.uint8)
    sevens[:, 1:] = padded
    text = _spread(sevens.view(">u8").astype(np.uint64)).astype(">u8").tobytes()[:septets]
    for plain, escape in _ESCAPES:
        text = text.replace(plain, escape)
    # `\0` before a digit would be another character.
    return _NUL.sub(lambda found: b"\\x00" if found[1] else b"\\0", text)


def _spread(bits: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers of 56 bits with these spread over 8 bytes, 7 in each."""
    for high, up, low in _SPREAD:
        bits = (bits & high) << up | bits & low
    return bits


def varints(numbers: Sequence[int] | NDArray[np.integer]) -> bytes:
    """Numbers below 2**35, 7 bits a byte, the lowest first, the highest bit set where more follow (LEB128)."""
    return _varints(np.asarray(numbers, np.int64))[0].tobytes()


def sliced(numbers: NDArray[np.integer], cuts: NDArray[np.integer]) -> list[bytes]:
    """The numbers between each of the cuts and the next, as `varints` has them; all at once takes least."""
    data, length = _varints(numbers)
    ends = np.append(0, np.cumsum(length, dtype=np.int64))[cuts].tolist()
    written = data.tobytes()
    return [written[begin:end] for begin, end in pairwise(ends)]


def _varints(numbers: NDArray[np.integer]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The numbers' bytes, and how many each has."""
    length = np.ones(len(numbers), np.uint8)
    for bits in range(7, 35, 7):
        length += numbers >= 1 << bits
    most = int(length.max(initial=1))
    if most == 1:
        return numbers.astype(np.uint8), length
    begin = np.cumsum(length, dtype=np.int64) - length
    found = np.empty(int(length.sum(dtype=np.int64)), np.uint8)
    rest, more = numbers, length
    for _ in range(most):
        found[begin] = (rest & 127) | (more > 1).astype(np.uint8) << 7
        longer = np.flatnonzero(more > 1)
        begin, rest, more = begin[longer] + 1, rest[longer] >> 7, more[longer] - 1
    return found, length


def zigzag(numbers: NDArray[np.integer]) -> NDArray[np.int64]:
    """Numbers of either sign as such of none, the small ones small."""
    signed = np.asarray(numbers, np.int64)
    return (signed << 1) ^ (signed >> 63)


def lines(texts: Iterable[str]) -> bytes:
    """Texts without line ends, as one column."""
    return "\n".join(texts).encode("utf-8", "replace")
