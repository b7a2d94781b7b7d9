"""Reads the archive's files, each once, as data written by strangers: no links followed, nothing outside the folder."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator.model import Page, Settings, Site, Source
from generator.problems import ContentError, Problem

MAX_BYTES = 4 * 1024 * 1024
"""The size of the largest file that is read as an article. The longest novel in English fits."""

_PIECE = 64 * 1024
"""Bytes that most articles have less of."""

ARTICLE_SUFFIXES = frozenset({".md", ".txt", ".html", ".htm"})
ENTITY_SUFFIXES = frozenset({".md"})


@dataclass(frozen=True, slots=True)
class Files:
    """What was read from one folder, in the order of the paths, and what could not be."""

    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """All that an archive is generated from, each file read once.

    Attributes:
        articles: The files below `content/articles/`.
        entities: The files below `content/entities/`.
        strays: A problem for each other file in `content/`.
        written: The hand-written pages below `docs/`.
        templates: The page templates, by file name.
        assets: The stylesheets and scripts.
    """

    articles: Files
    entities: Files
    strays: tuple[Problem, ...]
    written: tuple[Source, ...]
    templates: Mapping[str, str]
    assets: tuple[Page, ...]


def site(root: Path, output: Path | None = None) -> Site:
    """The archive in this folder.

    Raises:
        ContentError: There is no `mkdocs.yml`, or it or its `extra.archive` cannot be read.
    """
    path = root / "mkdocs.yml"
    try:
        config = _section(_loaded(path.read_text(encoding="utf-8")), "mkdocs.yml")
        settings = _settings(config)
        _check_docs(root, config)
    except FileNotFoundError:
        raise _misconfigured(0, f'no mkdocs.yml in "{root}"; {_NO_ARCHIVE} {root}') from None
    except (yaml.YAMLError, msgspec.ValidationError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        raise _misconfigured(line, str(error)) from None
    return Site(
        root=root,
        content=root / "content",
        archive=root / "docs" / "archive",
        templates=root / "site_templates",
        output=output or root / str(config.get("site_dir") or "site"),
        settings=settings,
    )


_NO_ARCHIVE = "go to the archive's folder, or make one: briefing init"


def _misconfigured(line: int, message: str) -> ContentError:
    return ContentError([Problem("mkdocs.yml", line, "configuration", "error", message)])


class _Tolerant(yaml.SafeLoader):
    """Reads the configuration of MkDocs, whose tags (`!ENV`, `!!python/name:`) mean nothing here."""


_Tolerant.add_multi_constructor("", lambda _loader, _tag, _node: None)


@lru_cache(maxsize=2)
def _loaded(text: str) -> Any:
    """What the configuration says, which a preview asks for again and again."""
    return yaml.load(text, Loader=_Tolerant)  # noqa: S506 - builds plain data only


def _settings(config: Mapping[str, Any]) -> Settings:
    """The options under `extra.archive`; an unknown one is an error."""
    given = _section(_section(config.get("extra"), "extra").get("archive"), "extra.archive")
    unknown = sorted({str(key) for key in given} - {"newest", "page_size", "excerpt"})
    if unknown:
        raise ValueError(f'extra.archive has no option "{unknown[0]}"; it takes newest, page_size, excerpt')
    return msgspec.convert({"name": str(config.get("site_name") or "Briefing Archive"), **given}, Settings)


def _section(value: Any, name: str) -> Mapping[str, Any]:
    """The part of the configuration of this name; an empty one where there is nothing."""
    if value is not None and not isinstance(value, dict):
        kind = "a list" if isinstance(value, list) else f'"{value}"'
        raise ValueError(f'{name} is {kind}, but has to be keys with values, each on its line as "key: value"')
    return value or {}


def _check_docs(root: Path, config: Mapping[str, Any]) -> None:
    given = config.get("docs_dir") or "docs"
    if (root / str(given)).resolve() != (root / "docs").resolve():
        raise ValueError(f'docs_dir is "{given}", but the pages are always made in docs; take the option out')


def everything(site: Site) -> Input:
    """All that the archive is generated from."""
    return Input(articles(site), entities(site), strays(site), written(site), templates(site), assets(site))


def articles(site: Site) -> Files:
    """Every article file below `content/articles/`."""
    return _folder(site, "articles", ARTICLE_SUFFIXES)


def entities(site: Site) -> Files:
    """Every entity file below `content/entities/`."""
    return _folder(site, "entities", ENTITY_SUFFIXES)


def strays(site: Site) -> tuple[Problem, ...]:
    """A problem for each file in `content/` that lies in neither of the two folders, so that nobody reads it."""
    if site.content.is_symlink():
        return ()  # said already where the articles are read, and what lies behind it is not ours to name
    message = "not published: it lies neither in content/articles/ nor in content/entities/; move or remove it"
    found = _walk(str(site.content), "content", without=("articles", "entities"))
    return tuple(Problem(_printable(name), 0, "path", "warning", message) for name, _path in found)


def count(site: Site) -> int:
    """How many article files there are, about: enough to choose how to work."""
    names = chain.from_iterable(names for _, _, names in os.walk(site.content / "articles"))
    return sum(_suffix(name) in ARTICLE_SUFFIXES for name in names)


def named(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files of these paths, in the order given; a folder stands for the article files below it, sorted by path."""
    return tuple(chain.from_iterable(_below(path) if path.is_dir() else [path] for path in paths))


def _below(folder: Path) -> Iterator[Path]:
    return (Path(path) for _name, path in _walk(str(folder), "") if _suffix(path) in ARTICLE_SUFFIXES)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - of thousands, and a Path takes its time


def file(path: str | Path, name: str) -> Source | Problem:
    """One file as data, known by `name`; a problem where it is a link, no file, too large or cannot be read."""
    try:
        data = _data(path)
    except OSError as error:
        return Problem(name, 0, "path", "error", f"cannot be read: {_cause(Path(path), error)}")
    if data is None:
        return Problem(name, 0, "path", "error", "not a regular file; put the article itself here")
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        return Problem(name, 0, "too-large", "error", f"larger than {limit} MiB; split it, or keep only the article")
    return Source(name, data)


def _data(path: str | Path) -> bytes | None:
    """The bytes of a regular file, as far as they may be read; None where it is none."""
    # Opened without following a link and without waiting for a pipe, then asked what it is: no gap between the two.
    handle = os.open(path, os.O_RDONLY | _NOFOLLOW)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        data = os.read(handle, _PIECE)
        while len(data) <= MAX_BYTES and (more := os.read(handle, MAX_BYTES)):
            data += more
        return data
    finally:
        os.close(handle)


_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _cause(path: Path, error: OSError) -> str:
    if path.is_symlink():
        return "it is a link; put the file itself here, links are not followed"
    return (error.strerror or str(error)).lower()


def _folder(site: Site, name: str, suffixes: frozenset[str]) -> Files:
    if site.content.is_symlink() or (site.content / name).is_symlink():
        problem = Problem(f"content/{name}", 0, "path", "error", "it is a link; put the folder itself here")
        return Files(problems=(problem,))
    sources: list[Source] = []
    problems: list[Problem] = []
    for known_as, path in _walk(str(site.content / name), f"content/{name}"):
        found = _wanted(known_as, suffixes) or file(path, known_as)
        (sources if isinstance(found, Source) else problems).append(found)  # type: ignore[arg-type]
    return Files(tuple(sources), tuple(problems))


def _walk(folder: str, known_as: str, aside: str = "", without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """What lies below the folder and is not hidden, in order; folders behind links are named, not entered.

    Args:
        folder: Where to begin.
        known_as: What the folder is known as.
        aside: What the file or folder is known as that is passed over.
        without: Names of folders in it that are passed over.

    Yields:
        What it is known as, with forward slashes, and its path.
    """
    try:
        with os.scandir(folder) as found:  # it knows of each what it is, without asking once more
            entries = sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        name = f"{known_as}/{entry.name}"
        if entry.name.startswith(".") or name == aside:
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield name, entry.path
        elif entry.name not in without:
            yield from _walk(entry.path, name, aside)


def _wanted(known_as: str, suffixes: frozenset[str]) -> Problem | None:
    if not known_as.isprintable():
        return Problem(_printable(known_as), 0, "path", "error", "the name has control characters; rename the file")
    if _suffix(known_as) in suffixes:
        return None
    kinds = ", ".join(sorted(suffixes))
    return Problem(known_as, 0, "path", "warning", f"not published: it does not end in {kinds}; rename or remove it")


def _printable(name: str) -> str:
    """The name, what could steer a terminal shown as escapes."""
    return name if name.isprintable() else repr(name)[1:-1]


def templates(site: Site) -> dict[str, str]:
    """The page templates by file name: the package's, each replaced by the archive's own of the same name."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for folder in (packaged(), site.templates)
        for path in sorted((folder / "pages").glob("*.jinja"))
    }


def assets(site: Site) -> tuple[Page, ...]:
    """The stylesheets and scripts, as pages to write below `assets/`; the archive's own replace the package's."""
    found = {
        path.relative_to(folder / "assets").as_posix(): path
        for folder in (packaged(), site.templates)
        for path in sorted((folder / "assets").rglob("*"))
        if path.is_file()
    }
    return tuple(Page(name, path.read_bytes()) for name, path in sorted(found.items()))


def written(site: Site) -> tuple[Source, ...]:
    """The hand-written pages below `docs/`, the archive's aside."""
    pages = _walk(str(site.archive.parent), "docs", aside="docs/archive")
    found = [file(path, name) for name, path in pages if name.endswith(".md")]
    return tuple(each for each in found if isinstance(each, Source))


def packaged() -> Path:
    """The folder of the templates that come with the generator, in a checkout or as installed."""
    here = Path(__file__).parent
    installed = here / "site_templates"
    return installed if installed.is_dir() else here.parent / "site_templates"
