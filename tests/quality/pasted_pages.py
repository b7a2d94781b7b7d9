"""The pages of `copypaste-news` with their truth, and the folds that keep a publisher's pages together."""

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CORPORA = Path(os.environ.get("BRIEFING_CORPORA", Path(__file__).parents[2] / ".." / "shared" / "corpora"))
FOLDS = 5
_SPACE = re.compile(r"\W+")
_SHORTEST_MATCH = 20
_SHORTEST_SIGN = 2


@dataclass(frozen=True, slots=True)
class Truth:
    """A page and what is true of it.

    Attributes:
        id: Names the page.
        host: The publisher's site, without `www.`.
        language: `en` where the page is English, else the country or language that the corpus names.
        title: The headline.
        authors: Who wrote it.
        date: The day of publication as an ISO date, None where unknown.
        trim: The page as a sloppy selection.
        trim_labels: One letter a line of `trim`: B body, T title, J junk, - without words.
        full: The page as "select all" copies it.
        full_labels: The same letters for `full`.
        body: The article's text.
    """

    id: str
    host: str
    language: str
    title: str
    authors: tuple[str, ...]
    date: str | None
    trim: str
    trim_labels: str
    full: str
    full_labels: str
    body: str

    @property
    def fold(self) -> int:
        """Which of the five parts the page's publisher belongs to: never two for one publisher."""
        return hashlib.sha256(self.host.encode()).digest()[0] % FOLDS

    @property
    def half(self) -> int:
        """Which half of every part and of the whole the publisher belongs to."""
        return hashlib.sha256(self.host.encode()).digest()[1] % 2

    @property
    def mended_labels(self) -> str:
        """The labels of `trim`; what the corpus calls junk for being short is the article's if a paragraph of it."""
        paragraphs = {_bare(line) for line in self.body.split("\n")}
        bare = map(_bare, self.trim.split("\n"))
        return "".join(
            "B" if label == "J" and len(line) > _SHORTEST_SIGN and line in paragraphs else label
            for label, line in zip(self.trim_labels, bare, strict=True)
        )


_ENGLISH = frozenset({"en?", "uk", "us", "ca", "au", "za", "na", "tz", "mx", "jp"})


def pages() -> tuple[Truth, ...] | None:
    """Every page, in the corpus's order; None where the corpus is absent."""
    folder = CORPORA / "copypaste-news"
    if not folder.is_dir():
        return None
    lines = (folder / "truth.jsonl").read_text("utf-8").splitlines()
    return tuple(_page(folder, json.loads(line)) for line in lines)


def _page(folder: Path, record: dict[str, object]) -> Truth:
    trim, full = (_text(folder / part / f"{record['id']}.txt") for part in ("trim", "full"))
    labels = str(record["trim_labels"])
    authors = record["authors"]
    return Truth(
        id=str(record["id"]),
        host=urlsplit(str(record["url"])).netloc.removeprefix("www."),
        language="en" if record["lang"] in _ENGLISH else str(record["lang"]),
        title=str(record["title"]),
        authors=_names(authors),
        date=str(record["date"])[:10] if record["date"] else None,
        trim=trim,
        trim_labels=labels,
        full=full,
        full_labels=_full_labels(full, trim, labels, str(record["body"])),
        body=str(record["body"]),
    )


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _names(authors: object) -> tuple[str, ...]:
    if isinstance(authors, list):
        return tuple(str(name) for name in authors)
    return tuple(name.strip() for name in re.split(r"[,;]| and ", str(authors or "")) if name.strip())


def _bare(text: str) -> str:
    return _SPACE.sub("", text.lower())


def _full_labels(full: str, trim: str, labels: str, body: str) -> str:
    """The labels of the whole page: the selection's where it lies, else whether the true body says the line."""
    whole, part = full.split("\n"), trim.split("\n")
    start = _start(whole, part)
    bare = _bare(body)
    found = ["-" if not _bare(line) else "B" if _in(line, bare) else "J" for line in whole]
    found[start : start + len(part)] = labels
    return "".join(found)


def _in(line: str, body: str) -> bool:
    # Shorter lines stand in a body by chance.
    return len(_bare(line)) >= _SHORTEST_MATCH and _bare(line) in body


def _start(whole: list[str], part: list[str]) -> int:
    """Where the selection begins among the lines of the whole page."""
    stripped, wanted = [line.strip() for line in whole], [line.strip() for line in part]
    places = range(len(stripped) - len(wanted) + 1)
    return next((place for place in places if stripped[place : place + len(wanted)] == wanted), 0)
