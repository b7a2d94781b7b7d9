"""A published edition: what each of its files was made from, kept beside the archive for the next one.

The record is never believed blindly: it names the manifest of the site that it belongs to, and has a digest of its own.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from generator.model import Site
from generator.publish import manifest
from generator.publish.sources import Source

_DIGEST = sha256().digest_size
_LENGTH = 8
_FEW = 50
"""So many names are sooner looked for in what is packed than it is unpacked."""


class Output(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file of the site: its SHA-256 in hexadecimal digits, its size in bytes, and its time in nanoseconds."""

    digest: str
    size: int
    modified: int


class Detail(msgspec.Struct, frozen=True, array_like=True):
    """What is remembered of a page.

    Attributes:
        asked: Paths below `docs/` that were looked for because the page links to them, whether they are there or not.
        ids: What a link to a place on this page can name.
        anchors: By path of a page: the places there that this page links to.
        warnings: What MkDocs has to say about the page.
        including: Whether it may include other files.
    """

    asked: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    anchors: dict[str, tuple[str, ...]] = {}
    warnings: tuple[str, ...] = ()
    including: bool = False


class Edition(msgspec.Struct, frozen=True):
    """What was published.

    Attributes:
        environment: A digest of the configuration, the theme and the versions.
        menu: A digest of what the navigation takes from its pages.
        day: The day of the build, where the site says it anywhere.
        sources: What it was made from, by path below `docs/`.
        places: By the same paths: the file of the site that was made from it; empty for what is left out.
        outputs: The files of the site, by path.
        frame: Those that come from the theme and from all pages together.
        including: The pages that may include other files.
        told: What there is to say of pages of which there is anything, by path.
    """

    environment: bytes = b""
    menu: bytes = b""
    day: str = ""
    sources: dict[str, Source] = {}
    places: dict[str, str] = {}
    outputs: dict[str, Output] = {}
    frame: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    told: dict[str, tuple[str, ...]] = {}


Details = dict[str, msgspec.Raw]
"""A `Detail` for every page, by path, as MessagePack: of most of them nothing is asked."""


def detail(packed: msgspec.Raw) -> Detail:
    """What is remembered of a page."""
    return msgspec.msgpack.decode(packed, type=Detail)


def packed(detail: Detail) -> msgspec.Raw:
    """What is to be remembered of a page."""
    return msgspec.Raw(msgspec.msgpack.encode(detail))


def naming(details: Details, paths: Collection[str]) -> set[str]:
    """The pages that link to one of these paths below `docs/`, whether there is such a file or not."""
    if not paths:
        return set()
    wanted = frozenset(paths)
    names = [path.encode() for path in wanted] if len(wanted) <= _FEW else [b""]
    near = [path for path, each in details.items() if (data := bytes(each)) and any(name in data for name in names)]
    return {path for path in near if not wanted.isdisjoint(detail(details[path]).asked)}


# --- the record ----------------------------------------------------------------------------------------------


def load(site: Site) -> Edition:
    """What is known of the site that stands; nothing where it is not the one that the record is of."""
    try:
        with _standing(site).open("rb") as stream:
            return msgspec.msgpack.decode(_part(stream), type=Edition)
    except (OSError, msgspec.MsgspecError, ValueError):
        return Edition()


def details(site: Site) -> Details:
    """What is known of the pages of the site that stands, which is the larger part; nothing where it is damaged."""
    try:
        with _standing(site).open("rb") as stream:
            stream.seek(_length(stream) + _DIGEST, os.SEEK_CUR)
            return msgspec.msgpack.decode(_part(stream), type=Details)
    except (OSError, msgspec.MsgspecError, ValueError):
        return {}


def _standing(site: Site) -> Path:
    return _path(site, (site.output / manifest.PATH).read_bytes())


def _part(stream: BinaryIO) -> bytes:
    """The next part of a record.

    Raises:
        ValueError: It is not as it was written.
    """
    length, expected = _length(stream), stream.read(_DIGEST)
    data = stream.read(length)
    if len(data) != length or sha256(data).digest() != expected:
        raise ValueError("damaged")
    return data


def _length(stream: BinaryIO) -> int:
    length = int.from_bytes(stream.read(_LENGTH), "big")
    if length > os.fstat(stream.fileno()).st_size:
        raise ValueError("damaged")
    return length


def save(edition: Edition, details: Details, site: Site, listed: bytes) -> Path:
    """Keep the record of the edition whose manifest has these bytes, beside that of the site that still stands.

    So whoever is killed before or after the sites are exchanged finds the record of the one that is there.
    """
    path = _path(site, listed)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}")
    try:
        with temporary.open("wb") as stream:
            _write(stream, [msgspec.msgpack.encode(edition)])
            _write(stream, _encoded(details))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def _encoded(details: Details) -> Iterator[bytes]:
    """The details as the MessagePack of one map, a piece after the other: as a whole it takes much room."""
    yield b"\xdf" + len(details).to_bytes(4, "big")
    for path, each in details.items():
        yield msgspec.msgpack.encode(path)
        yield bytes(each)


def _write(stream: BinaryIO, pieces: Iterable[bytes]) -> None:
    """Write a part of a record: its length and its digest, which are known last, before its pieces."""
    start, total = stream.tell(), sha256()
    stream.seek(_LENGTH + _DIGEST, os.SEEK_CUR)
    for piece in pieces:
        total.update(piece)
        stream.write(piece)
    end = stream.tell()
    stream.seek(start)
    stream.write((end - start - _LENGTH - _DIGEST).to_bytes(_LENGTH, "big") + total.digest())
    stream.seek(end)


def forget_others(path: Path) -> None:
    """Remove the records of this site's earlier editions."""
    for other in path.parent.glob(f"{path.name.partition('-')[0]}-*"):
        if other != path:
            other.unlink(missing_ok=True)


def _path(site: Site, listed: bytes) -> Path:
    place = sha256(os.fsencode(site.output.resolve())).hexdigest()[:12]
    return site.root / ".cache" / "publish" / f"{place}-{sha256(listed).hexdigest()[:32]}"
