"""Takes raw files into the archive: finds their place, refuses what is there already, overwrites nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import calendars, escape, ingest, read, understand, write
from generator.ingest import decode, foreign, frontmatter
from generator.model import Article, Authority, Site, Source
from generator.problems import ContentError, Problem, errors

_SUFFIXES = {".md": ".md", ".markdown": ".md", ".html": ".html", ".htm": ".html"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files arrive: the archive, the entities it knows, and by its text every file that it holds."""

    site: Site
    authority: Authority
    held: dict[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file on its way into the archive.

    Attributes:
        source: Its bytes as they will lie in the archive.
        article: What is understood of it.
        place: Where it belongs, relative to the archive's root; nothing lies there yet.
        copy_of: The path of the file that holds the same text already; empty where none does.
        notes: What was done to its front matter, in words.
    """

    source: Source
    article: Article
    place: str
    copy_of: str = ""
    notes: tuple[str, ...] = ()


def desk(site: Site) -> Desk:
    """The archive as it is now, ready to take files in."""
    authority = ingest.authority(read.entities(site).sources, calendars.suggest)
    return Desk(site, authority, {_told(source.data): source.path for source in read.articles(site).sources})


def arrival(path: Path, desk: Desk, said: Mapping[str, str]) -> Arrival:
    """The file as the archive would take it in, with what the contributor says put on top as front matter.

    Raises:
        ContentError: It cannot be read, or has errors.
    """
    found = read.file(path, str(path))
    if isinstance(found, Problem):
        raise ContentError([found])
    data, notes = _in_our_keys(found.data)
    source = Source(f"{path.stem}{_SUFFIXES.get(path.suffix.lower(), '.txt')}", _said(data, said) if said else data)
    article = understand.article(ingest.article(source), understand.lookup(desk.authority))
    if errors(article.problems):
        raise ContentError(article.problems)
    return Arrival(source, article, _place(article, desk.site), desk.held.get(_told(data), ""), notes)


def keep(arrival: Arrival, desk: Desk) -> None:
    """Write the file to its place.

    Raises:
        FileExistsError: Something took the place in the meantime; it is not overwritten.
    """
    write.new(desk.site.root / arrival.place, arrival.source.data)
    desk.held[_told(arrival.source.data)] = arrival.place


def _in_our_keys(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    adopted = foreign.adopted(decode.text(data)[0])
    return (adopted[0].encode(), adopted[1]) if adopted else (data, ())


def _said(data: bytes, said: Mapping[str, str]) -> bytes:
    """The file with these keys in its front matter; below it the bytes stay as they came, unless they are not UTF-8."""
    text, _ = decode.text(data)
    front = frontmatter.split(text)
    lines = [f"{key}: {escape.yaml(value)}" for key, value in said.items()]
    if front.given:
        return "\n".join(["---", *_unsaid(text, front, said), *lines, "---", front.rest]).encode()
    return "\n".join(["---", *lines, "---", ""]).encode() + _as_utf8(data, text)


def _unsaid(text: str, front: frontmatter.Front, said: Mapping[str, str]) -> Iterator[str]:
    """The lines of the front matter without those of the keys that are said anew."""
    begins = {item.line: key for key, item in front.given.items()}
    key = ""
    for number, line in enumerate(text.split("\n", front.first)[1 : front.first - 2], 2):
        key = begins.get(number, key)
        if key not in said:
            yield line.rstrip("\r")


def _as_utf8(data: bytes, text: str) -> bytes:
    try:
        data.decode()
    except UnicodeDecodeError:
        return text.encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _told(data: bytes) -> str:
    """The hash of what the file says: of its text without front matter and without the space around it."""
    rest = frontmatter.split(decode.text(data)[0]).rest.strip()
    return ingest.digest(rest.encode("utf-8", "surrogatepass") if rest else data)


def _place(article: Article, site: Site) -> str:
    published = article.metadata.published.value if article.metadata.published else ""
    title = article.metadata.title.value if article.metadata.title else PurePosixPath(article.source.path).stem
    name = "-".join(filter(None, (published, ingest.slug(title, 60) or "untitled")))
    stem = f"content/articles/{published[:4] or 'undated'}/{name}"
    suffix = PurePosixPath(article.source.path).suffix
    return next(f"{free}{suffix}" for free in _names(stem) if not _taken(site.root / free))


def _names(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _taken(stem: Path) -> bool:
    """Whether a file has the address already, in whatever format."""
    return any(stem.with_name(stem.name + suffix).exists() for suffix in read.ARTICLE_SUFFIXES)
