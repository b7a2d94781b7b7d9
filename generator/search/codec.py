"""Numbers and texts as shards: columns of bytes, deflated, written as a script of printable and control ASCII.

A script is the one thing that a page may load from a web server and from a disk alike. A string in it carries 7 bits a
character and needs an escape for four characters only, so that it is a fifth larger than the bytes it stands for.
"""

import re
import zlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.model import Page

FOLDER = "search"
_ESCAPES = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"))
_NUL = re.compile(rb"\x00(?=(\d)?)")


def shard(name: str, columns: Iterable[bytes]) -> Page:
    """The page of a shard; the browser gets back the same columns."""
    return script(name, f'"{written(deflated(packed(columns))).decode("ascii")}"')


def script(name: str, payload: str) -> Page:
    """A page that hands its payload, an expression of JavaScript, to the engine under the shard's name."""
    return Page(f"{FOLDER}/{name}.js", f'BriefingSearch.take("{name}",{payload});\n'.encode("ascii"))


def packed(columns: Iterable[bytes]) -> bytes:
    """The columns one after the other, each behind its length."""
    return b"".join(part for column in columns for part in (varints([len(column)]), column))


def deflated(data: bytes) -> bytes:
    """The data as a raw deflate stream (RFC 1951)."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    return squeeze.compress(data) + squeeze.flush()


def written(data: bytes) -> bytes:
    """The bytes as the inside of a JavaScript string, 7 bits a character, the highest bit first."""
    bits = np.unpackbits(np.frombuffer(data, np.uint8))
    septets = np.zeros((-(-len(bits) // 7), 8), np.uint8)
    padded = np.zeros(septets.shape[0] * 7, np.uint8)
    padded[: len(bits)] = bits
    septets[:, 1:] = padded.reshape(-1, 7)
    text = np.packbits(septets).tobytes()
    for plain, escape in _ESCAPES:
        text = text.replace(plain, escape)
    # `\0` before a digit would be another character.
    return _NUL.sub(lambda found: b"\\x00" if found[1] else b"\\0", text)


def varints(numbers: Sequence[int] | NDArray[np.integer]) -> bytes:
    """Numbers below 2**35, 7 bits a byte, the lowest first, the highest bit set where more follow (LEB128)."""
    values = np.asarray(numbers, np.uint64)
    if not len(values) or values.max() < 128:
        return values.astype(np.uint8).tobytes()
    septets = (values[:, None] >> np.arange(0, 35, 7, dtype=np.uint64)) & np.uint64(0x7F)
    wanted = values[:, None] >= np.uint64(1) << np.arange(0, 35, 7, dtype=np.uint64)
    wanted[:, 0] = True
    septets[:, :-1] |= wanted[:, 1:].astype(np.uint64) << np.uint64(7)
    return septets.astype(np.uint8)[wanted].tobytes()


def zigzag(numbers: NDArray[np.integer]) -> NDArray[np.int64]:
    """Numbers of either sign as such of none, the small ones small."""
    signed = np.asarray(numbers, np.int64)
    return (signed << 1) ^ (signed >> 63)


def lines(texts: Iterable[str]) -> bytes:
    """Texts without line ends, as one column."""
    return "\n".join(texts).encode("utf-8", "replace")
