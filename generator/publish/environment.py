"""What all pages share: the configuration, the theme, the versions; where one changes, every page is built again."""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

import yaml

_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "Markdown",
    "pymdown-extensions",
    "Jinja2",
    "MarkupSafe",
    "Pygments",
    "PyYAML",
)


class _Plain(yaml.SafeLoader):
    """Reads MkDocs' configuration as data; what its tags would do is of no matter here."""


_Plain.add_multi_constructor("", lambda _loader, _tag, _node: None)


def files(root: Path) -> dict[str, bytes]:
    """The files that configure the site, by path from the archive's folder: `mkdocs.yml` first, then the theme."""
    found = dict(_configuration(root, "mkdocs.yml"))
    settings = [_read(data) for data in found.values()]
    for each in settings:
        theme = each.get("theme")
        if isinstance(theme, dict) and theme.get("custom_dir"):
            found |= _below(root, str(theme["custom_dir"]))
        found |= {str(hook): (root / str(hook)).read_bytes() for hook in each.get("hooks") or ()}
    return found


def hooks(found: Mapping[str, bytes]) -> frozenset[str]:
    """The hooks that the configuration among these files names."""
    settings = (_read(data) for name, data in found.items() if name.endswith((".yml", ".yaml")))
    return frozenset(str(hook) for each in settings for hook in each.get("hooks") or ())


def digest(found: Mapping[str, bytes]) -> bytes:
    """A digest of the environment that these files configure."""
    total = sha256()
    for part in _parts(found):
        total.update(len(part).to_bytes(8, "big") + part)
    return total.digest()


def _parts(found: Mapping[str, bytes]) -> Iterator[bytes]:
    yield python_version().encode()
    for package in _PACKAGES:
        yield version(package).encode()
    yield _own()
    for name, data in sorted(found.items()):
        yield name.encode()
        yield data
    if any(b"!ENV" in data for data in found.values()):
        yield repr(sorted(os.environ.items())).encode()


@cache
def _own() -> bytes:
    """A digest of this package's own code, which has a part in every page."""
    total = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        total.update(path.read_bytes())
    return total.digest()


def _configuration(root: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """The configuration file of this name and those that it inherits from."""
    data = (root / name).read_bytes()
    yield name, data
    parent = re.search(rb"^INHERIT:\s*[\"']?([^\"'\n#]+)", data, re.MULTILINE)
    if parent:
        yield from _configuration(root, parent[1].decode().strip())


@lru_cache(maxsize=8)
def _read(data: bytes) -> Mapping[str, Any]:
    found = yaml.load(data, Loader=_Plain)  # noqa: S506 - builds plain data only
    return found if isinstance(found, dict) else {}


def _below(root: Path, name: str) -> dict[str, bytes]:
    paths = (path for path in sorted((root / name).rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {Path(os.path.relpath(path, root)).as_posix(): path.read_bytes() for path in paths}
