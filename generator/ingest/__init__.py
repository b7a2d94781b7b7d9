"""Files as articles: clean body, metadata with the rule behind every field, every line accounted for."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import PurePosixPath

import msgspec

from generator import batches, calendars, passages
from generator.ingest import decode, frontmatter, schema
from generator.ingest.entity import authority, gathered
from generator.ingest.entity import read as read_entity
from generator.ingest.links import unlinked
from generator.ingest.reading import Reading
from generator.model import Article, Format, Found, FrontMatter, Line, Metadata, Source
from generator.problems import Problem, errors

__all__ = ["address", "article", "articles", "authority", "digest", "front", "gathered", "named", "read_entity", "slug"]

MAX_BODY = 1_000_000
"""Characters of an article's text; the longest novels have more, no press report has."""
MAX_MARKS = 20_000
"""Characters of one paragraph that have to be escaped; Python-Markdown's time grows with the square of their number."""

_FORMATS: dict[str, Format] = {".md": "markdown", ".html": "html", ".htm": "html"}
_WORD = re.compile(r"[^\W_]")


def articles(sources: Sequence[Source], executor: Executor) -> Iterator[Article]:
    """Every file as an article, in the order given; those with errors too, for the caller to set aside."""
    read = batches.mapped(_batch, sources, executor, _lost)
    return (_decode(each) if isinstance(each, bytes) else each for each in read)


def _batch(sources: Sequence[Source]) -> list[Article | bytes]:
    return [batches.sealed(article(source)) for source in sources]


_decode = msgspec.msgpack.Decoder(Article).decode


def article(source: Source) -> Article:
    """One file as an article; whatever goes wrong with it is among its problems."""
    blank = _blank(source)
    try:
        return _understood(blank)
    except Exception as error:  # noqa: BLE001 - a text that no one foresaw must stop only itself
        return replace(blank, problems=(batches.failure(source.path, error),))


def _lost(source: Source, reason: str) -> Article | bytes:
    return replace(_blank(source), problems=(batches.stopped(source.path, reason),))


def _blank(source: Source) -> Article:
    return Article(address(source.path), source, digest(source.data), _format(source.path))


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def address(path: str) -> str:
    """An article's id: its path below `content/articles/`, without the suffix, in letters every system writes alike."""
    whole = PurePosixPath(path)
    parts = (*whole.parts[:-1], whole.stem)
    below = parts[2:] if parts[:2] == ("content", "articles") else parts[-1:]
    return "/".join(named(part, "untitled") for part in below)


@lru_cache(maxsize=1024)
def named(name: str, instead: str) -> str:
    """The name's slug; for a name in another script, which has none, a word of ours with the name's hash."""
    return slug(name) or f"{instead}-{digest(name.encode('utf-8', 'surrogatepass'))[:8]}"


def slug(name: str, limit: int = 80) -> str:
    """The name in small ASCII letters, digits and single hyphens, at most `limit` long, cut at a hyphen."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "").replace("'", ""))
    words = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    return words if len(words) <= limit else words[: limit + 1].rpartition("-")[0] or words[:limit]


def _format(path: str) -> Format:
    return _FORMATS.get(PurePosixPath(path).suffix.lower(), "text")


def _understood(blank: Article) -> Article:
    path = blank.source.path
    decoded, problems = _decoded(blank.source.data)
    front = frontmatter.split(decoded)
    given, unfit = schema.conform(front.given, FrontMatter(), calendars.suggest)
    reading = _read(blank, front, given) if not errors(problems) else Reading()
    body, links = unlinked(reading.body)
    found = [*problems, *front.problems, *unfit, *reading.problems]
    found += _oversized(body)
    if not errors(found) and not _WORD.search(body):
        found.append(Problem("", 0, "empty", "error", "no words that are an article's; paste its text into the file"))
    return replace(
        blank,
        front=given,
        metadata=_laid_over(given, front, reading.metadata),
        lines=(*_front_lines(decoded, front.first), *reading.lines),
        body=body,
        links=links,
        problems=tuple(replace(problem, path=path) for problem in _worth_telling(found, given)),
    )


def _oversized(body: str) -> Iterator[Problem]:
    """A problem where the text would take a renderer longer than an article may."""
    if len(body) > MAX_BODY:
        message = f"the text has {len(body):,} characters, an article may have {MAX_BODY:,}; split it"
        yield Problem("", 0, "too-large", "error", message)
    elif (
        max((body.count("\\", *block) + body.count("&", *block) for block in passages.blocks(body)), default=0)
        > MAX_MARKS
    ):
        message = f"a paragraph has more than {MAX_MARKS:,} marks such as * or \\; this is no prose, split or mend it"
        yield Problem("", 0, "too-large", "error", message)


def _read(blank: Article, front: frontmatter.Front, given: FrontMatter) -> Reading:
    # Each reader is imported where it is needed: they take long to load, and most runs of a command need one or none.
    name = PurePosixPath(blank.source.path).stem
    if blank.format == "html" and given.clean != "off":
        from generator.ingest import html  # noqa: PLC0415 - see above

        return html.read(front.rest, front.first, name)
    from generator.ingest import text  # noqa: PLC0415 - see above

    found = text.read(front.rest, front.first, name)
    if given.clean == "off":
        return replace(text.left_whole(front.rest, front.first), metadata=found.metadata, problems=found.problems)
    if blank.format == "markdown":
        from generator.ingest import markdown  # noqa: PLC0415 - see above

        return _with_found(markdown.read(front.rest, front.first, given=given.title or ""), found)
    return found


def _with_found(reading: Reading, pasted: Reading) -> Reading:
    """Markdown keeps its structure; what it does not say of itself is looked for as in pasted text."""
    said = {field.name for field in fields(Metadata) if getattr(reading.metadata, field.name)}
    unanswered = tuple(problem for problem in pasted.problems if _SETTLED_BY.get(problem.code) not in said)
    title = reading.metadata.title or pasted.metadata.title
    return replace(reading, metadata=replace(pasted.metadata, title=title), problems=reading.problems + unanswered)


def front(source: Source) -> tuple[Line, ...]:
    """The lines of a file's front matter, its fences included."""
    decoded = _decoded(source.data)[0]
    return _front_lines(decoded, frontmatter.split(decoded).first)


def _decoded(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text, every system's line ends made one, so that lines are counted as an editor counts them."""
    decoded, problems = decode.text(data)
    return decoded.replace("\r\n", "\n").replace("\r", "\n"), problems


def _front_lines(decoded: str, first: int) -> tuple[Line, ...]:
    """The lines of the front matter, which the archive reads but does not show."""
    fenced = decoded.split("\n", first - 1)[: first - 1]
    return tuple(Line(number, "metadata", line, "front-matter") for number, line in enumerate(fenced, 1))


_SAID = tuple({field.name for field in fields(Metadata)} & {field.name for field in fields(FrontMatter)})


def _laid_over(given: FrontMatter, front: frontmatter.Front, found: Metadata) -> Metadata:
    """What was found, with the contributor's word over it."""
    said = {key: getattr(given, key) for key in _SAID if getattr(given, key)}
    return replace(
        found, **{key: Found(value, "front-matter", 1.0, front.given[key].line) for key, value in said.items()}
    )


_SETTLED_BY = {
    "date-ambiguous": "published",
    "date-guessed": "published",
    "date-missing": "published",
    "source-missing": "source",
    "title-guessed": "title",
}


def _worth_telling(found: Sequence[Problem], given: FrontMatter) -> Iterator[Problem]:
    """The problems without the questions that are answered, or that an error may be the cause of."""
    broken = bool(errors(found))
    for problem in found:
        key = _SETTLED_BY.get(problem.code)
        if key is None or not (broken or getattr(given, key)):
            yield problem
