"""A published edition: what each of its files was made from, kept beside the archive for the next one.

The record is never believed blindly: it names the manifest of the site that it belongs to, and has a digest of its own.
"""

import os
from hashlib import sha256
from pathlib import Path

import msgspec

from generator.model import Site
from generator.publish import manifest
from generator.publish.sources import Source

_DIGEST = sha256().digest_size


class Output(msgspec.Struct, frozen=True, array_like=True):
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
        details: A `Detail` for every page, by path, as MessagePack: not every build needs it.
    """

    environment: bytes = b""
    menu: bytes = b""
    day: str = ""
    sources: dict[str, Source] = {}
    places: dict[str, str] = {}
    outputs: dict[str, Output] = {}
    frame: tuple[str, ...] = ()
    details: bytes = b"\x80"

    def detailed(self) -> dict[str, Detail]:
        """The details, by path of the page."""
        return msgspec.msgpack.decode(self.details, type=dict[str, Detail])


def load(site: Site) -> Edition:
    """What is known of the site that stands; nothing where it is not the one that the record is of."""
    try:
        data = _path(site, (site.output / manifest.PATH).read_bytes()).read_bytes()
        if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return Edition()
        return msgspec.msgpack.decode(data[_DIGEST:], type=Edition)
    except (OSError, msgspec.MsgspecError, ValueError):
        return Edition()


def save(edition: Edition, site: Site, listed: bytes) -> Path:
    """Keep the record of the edition whose manifest has these bytes, beside that of the site that still stands.

    So whoever is killed before or after the sites are exchanged finds the record of the one that is there.
    """
    path = _path(site, listed)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = msgspec.msgpack.encode(edition)
    temporary = path.with_suffix(f".{os.getpid()}")
    try:
        temporary.write_bytes(sha256(data).digest() + data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def forget_others(path: Path) -> None:
    """Remove the records of this site's earlier editions."""
    for other in path.parent.glob(f"{path.name.partition('-')[0]}-*"):
        if other != path:
            other.unlink(missing_ok=True)


def _path(site: Site, listed: bytes) -> Path:
    place = sha256(os.fsencode(site.output.resolve())).hexdigest()[:12]
    return site.root / ".cache" / "publish" / f"{place}-{sha256(listed).hexdigest()[:32]}"
