"""Reads shards of the search index as the browser does, for the tests that hold them against the texts."""

import json
import re
import zlib
from typing import Any

_TAKE = re.compile(rb'BriefingSearch\.take\("(?P<name>[^"]+)",(?P<payload>.*)\);\n', re.DOTALL)
_ESCAPE = re.compile(r"\\(x00|.)", re.DOTALL)
_MEANING = {"n": "\n", "r": "\r", "0": "\0", "x00": "\0"}


def payload(data: bytes) -> str:
    """What a shard hands over, as it is written."""
    found = _TAKE.fullmatch(data)
    assert found
    return found["payload"].decode("ascii")


def unescaped(written: str) -> str:
    """The string that JavaScript makes of the inside of a literal."""
    return _ESCAPE.sub(lambda found: _MEANING.get(found[1], found[1]), written)


def unwritten(text: str) -> bytes:
    """The bytes of a string that carries 7 bits a character."""
    bits = "".join(f"{ord(character):07b}" for character in text)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))


def columns(data: bytes) -> list[bytes]:
    """The columns of a shard."""
    rest = zlib.decompress(unwritten(unescaped(payload(data)[1:-1])), wbits=-15)
    found = []
    while rest:
        size = next(at for at, byte in enumerate(rest) if byte < 128) + 1
        (length,) = numbers(rest[:size])
        found.append(rest[size : size + length])
        rest = rest[size + length :]
    return found


def numbers(column: bytes) -> list[int]:
    """The numbers of a column of varints."""
    found, value, shift = [], 0, 0
    for byte in column:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value = shift = 0
    return found


def root(data: bytes) -> Any:
    """The root of the index."""
    return json.loads(payload(data))
