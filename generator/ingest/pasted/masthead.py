"""The name of the paper in capitals at the head of a page, above the headline: `THE HILL GAZETTE`."""

import re

from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.press import PRESS
from generator.model import Found

_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’&-]*(?: (?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|&)){1,5}")
_ARTICLE = re.compile(r"THE ")
_PRESS_ENDING = re.compile(rf"{PRESS}\Z", re.IGNORECASE)
# "THE LATEST NEWS" is what follows, not who prints it.
_WHAT_FOLLOWS = re.compile(r"\b(?:LATEST|BREAKING|TOP|LOCAL|WORLD|MORE|OTHER|FOR|RELEASE)\b")
# Before a name these words tell that it is one: "told the Hill Gazette", "Photo: Hill Gazette", "© 2016 Hill Gazette".
_NAMED = r"(?:\b[Tt]he|\b[Tt]old|[Pp]hoto(?:graph)?s?:|©|[Cc]opyright)(?: [12][0-9]{3})? "
_SMALL = frozenset({"AND", "FOR", "IN", "OF", "ON", "THE"})


def masthead(page: Classed) -> Found[str] | None:
    """The page's first row, where it names a paper: by how papers are called, or as the page names it elsewhere."""
    if not page.title or page.kind(0) not in ("junk", "metadata"):
        return None
    text = page.rows[0].text
    if not _CAPITALS.fullmatch(text) or _WHAT_FOLLOWS.search(text):
        return None
    bare = _ARTICLE.sub("", text, count=1)
    the = "The " if bare != text else ""
    if named := _elsewhere(page, bare):
        return Found(the + named, "masthead", 0.8, page.lines[0], "the page calls itself so")
    called = the and _PRESS_ENDING.search(bare)
    return Found(the + _in_small_letters(bare), "masthead", 0.7, page.lines[0]) if called else None


def _elsewhere(page: Classed, name: str) -> str:
    """The name as a credit or a sentence of the page writes it, not in capitals; empty where none does."""
    words = r"\s".join(map(re.escape, name.split()))
    named, alone = re.compile(rf"{_NAMED}(?P<name>(?i:{words}))(?!\w)"), re.compile(f"(?P<name>{words})", re.IGNORECASE)
    for at, row in enumerate(page.rows):
        found = named.search(row.text) or (alone.match(row.text) if page.kind(at) == "caption" else None)
        if at and found and found["name"] != name:
            return found["name"]
    return ""


def _in_small_letters(name: str) -> str:
    first, *others = name.split()
    return " ".join([first.capitalize(), *(word.lower() if word in _SMALL else word.capitalize() for word in others)])
