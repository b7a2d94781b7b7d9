"""How often headline, day of publication and authors of a copied page are right, wrong, or left open."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.ingest import text
from generator.model import Metadata
from tests.quality.pasted_pages import Truth, pages

FLOORS = {
    "title right": 0.95,
    "date right": 0.735,
    "date wrong": 0.038,
    "authors right": 0.89,
    "authors wrong": 0.038,
}

_QUOTES = str.maketrans("‘’‚‛`´“”„«»", "''''''\"\"\"\"\"")
_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")
Verdict = tuple[str, str, str]
"""Field, `right`, `wrong` or `none`, and the case for reading."""


def scores() -> dict[str, float] | None:
    """Shares of the pages where the field can be judged: titles of English pages, dates of all, authors where shown."""
    truths = pages()
    return None if truths is None else shares([verdict for truth in truths for verdict in verdicts(truth)])


def shares(found: Sequence[Verdict]) -> dict[str, float]:
    """By field, the shares of the verdicts that are right and wrong."""
    counts = Counter((field, result) for field, result, _ in found)
    totals = Counter(field for field, _, _ in found)
    return {
        f"{field} {result}": counts[field, result] / totals[field] for field in totals for result in ("right", "wrong")
    }


def worst(limit: int = 20) -> list[str]:
    """What was got wrong, then what was not found."""
    rank = {"wrong": 0, "none": 1}
    judged = [verdict for truth in pages() or () for verdict in verdicts(truth)]
    found = sorted((rank[result], f"{field} {result}: {case}") for field, result, case in judged if result in rank)
    return [case for _, case in found[:limit]]


def verdicts(truth: Truth) -> Iterator[Verdict]:
    """What is right and wrong of the fields that can be judged on the page."""
    known = text.read(truth.trim).metadata
    if truth.language == "en":
        yield _title(truth, known)
    if truth.date:
        yield _date(truth, known)
    if any(_plain(name) in _plain(truth.trim) for name in truth.authors if name):
        yield _authors(truth, known)


def _title(truth: Truth, known: Metadata) -> Verdict:
    found = known.title.value if known.title else ""
    right = _plain(found) in {_plain(truth.title), _TAIL.sub("", _plain(truth.title))}
    return "title", "right" if right else "wrong", f"{truth.id} {truth.title} | {found}"


def _date(truth: Truth, known: Metadata) -> Verdict:
    found = known.published.value if known.published else ""
    result = "right" if found == truth.date else "wrong" if found else "none"
    return "date", result, f"{truth.id} {truth.date} | {found}"


def _authors(truth: Truth, known: Metadata) -> Verdict:
    """Right is any overlap without invention; a name may be longer or shorter than the true one."""
    true = [_plain(name) for name in truth.authors if name]
    found = [_plain(name) for name in (known.authors.value if known.authors else ())]
    same = [any(name in other or other in name for other in true) for name in found]
    result = "none" if not found else "right" if all(same) else "wrong"
    return "authors", result, f"{truth.id} {truth.authors} | {known.authors.value if known.authors else ()}"


def _plain(words: str) -> str:
    """The words without what the measure sets aside: quotation marks' form, spaces, case."""
    return " ".join(words.translate(_QUOTES).replace('"', "'").split()).strip("'").casefold()
