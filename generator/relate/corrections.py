"""Corrected versions of one piece, each with the next, and the sentences that were changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.model import Article, Change, Correction
from generator.passages import blocks, sentences
from generator.relate.shingles import contained, shingles

SAME = 0.5
"""Share of the shorter text's shingles from which on two pieces of one title and source are versions of one another."""

_PAIRED = 0.5  # likeness of two sentences from which on one is the other, changed
_AHEAD = 8  # sentences among which a changed one is looked for
_LONG = 2000  # sentences; longer articles are compared less closely


def corrections(articles: Sequence[Article]) -> tuple[Correction, ...]:
    """Each version of a piece with the next one, where a later day and a text that overlaps show that it is one.

    Versions have the same source and title, and a sentence at least that differs.
    """
    found = []
    for versions in _versions(articles).values():
        for earlier, later in pairwise(sorted(versions, key=lambda article: (_dated(article), article.id))):
            if (
                _dated(earlier) < _dated(later)
                and _overlap(earlier, later)
                and (changes := differences(earlier, later))
            ):
                found.append(Correction(earlier.id, later.id, changes))
    return tuple(sorted(found, key=lambda one: (one.earlier, one.later)))


def _versions(articles: Sequence[Article]) -> Mapping[tuple[str, str], list[Article]]:
    """The dated articles by the piece they are a version of."""
    pieces: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        source, title = (_letters(_said(article, field)) for field in ("source", "title"))
        if title and source and _dated(article):
            pieces[source, title].append(article)
    return pieces


def _said(article: Article, field: str) -> str:
    found = getattr(article.metadata, field)
    return str(found.value) if found else ""


def _dated(article: Article) -> str:
    """The day of the version: when it was last edited, else published."""
    return _said(article, "updated") or _said(article, "published")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _overlap(earlier: Article, later: Article) -> bool:
    return contained(shingles(earlier.body), shingles(later.body)) >= SAME


def differences(earlier: Article, later: Article) -> tuple[Change, ...]:
    """The sentences that one text has and the other has not, in the order of the text."""
    before, after = _sentences(earlier.body), _sentences(later.body)
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > _LONG)
    return tuple(
        change
        for tag, begin, end, other_begin, other_end in matcher.get_opcodes()
        if tag != "equal"
        for change in _changes(before[begin:end], after[other_begin:other_end])
    )


def _sentences(body: str) -> list[str]:
    return [body[start:end] for block in blocks(body) for start, end in sentences(body, block)]


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Sentences that stand in the same place: one changed into the next like it, the others removed and added."""
    left = list(after)
    for sentence in before:
        place = next((place for place, other in enumerate(left[:_AHEAD]) if _like(sentence, other)), None)
        if place is None:
            yield Change("removed", sentence, "")
            continue
        yield from (Change("added", "", other) for other in left[:place])
        yield Change("changed", sentence, left[place])
        left = left[place + 1 :]
    yield from (Change("added", "", other) for other in left)


def _like(left: str, right: str) -> bool:
    matcher = SequenceMatcher(None, left.split(), right.split(), autojunk=False)
    return matcher.quick_ratio() >= _PAIRED and matcher.ratio() >= _PAIRED
