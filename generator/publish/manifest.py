"""The manifest of a site: every file with its SHA-256, so that anybody can verify a copy of it."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from generator.problems import Problem

PATH = "archive/manifest.json"
"""Where it lies in a site; it is the last file that is written, and lists all others."""


class _Manifest(msgspec.Struct, forbid_unknown_fields=True):
    """The file as JSON."""

    files: dict[str, str]


def encoded(digests: Mapping[str, str]) -> bytes:
    """The manifest of the files with these digests, in hexadecimal digits, by path."""
    text = msgspec.json.encode({"files": dict(sorted(digests.items()))})
    return msgspec.json.format(text, indent=1) + b"\n"


def write(folder: Path) -> None:
    """Write the manifest of a site that is whole."""
    path = folder / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded({name: _digest(folder / name) for name in _names(folder) if name != PATH}))


def verify(folder: Path) -> tuple[Problem, ...]:
    """A problem for every file of a site that is missing, changed, or not in its manifest; sorted by path."""
    try:
        expected = msgspec.json.decode((folder / PATH).read_bytes(), type=_Manifest).files
    except FileNotFoundError:
        return (_problem(PATH, "is missing; this is no whole site of this generator: build it again"),)
    except (OSError, msgspec.MsgspecError) as error:
        return (_problem(PATH, f"cannot be read ({error}); build the site again"),)
    found = {name: _digest(folder / name) for name in _names(folder) if name != PATH}
    return tuple(sorted(_differences(expected, found)))


def _differences(expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Problem]:
    for name in expected.keys() - found.keys():
        yield _problem(name, "is missing; build or copy the site again")
    for name in found.keys() - expected.keys():
        yield _problem(name, "is not in the manifest: it is not part of this site; remove it, or build again")
    for name in expected.keys() & found.keys():
        if expected[name] != found[name]:
            yield _problem(name, "is not as it was built: its SHA-256 differs; build or copy the site again")


def _problem(name: str, message: str) -> Problem:
    return Problem(name, 0, "site", "error", message)


def _names(folder: Path) -> Iterator[str]:
    for parent, _folders, files in os.walk(folder):
        for file in files:
            yield Path(parent, file).relative_to(folder).as_posix()


def _digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits; empty where it cannot be read, such as a link to nowhere."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
