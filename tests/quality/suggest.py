"""Suggestions on foreign-ministry and defense documents (re3d): names that an empty archive would be told of.

What is asked for, openly: the people and organizations of the annotation (confidence ≥ .5) that are named by a proper
name in at least two places of the part that is looked at. Annotated words are reduced to the name: articles,
possessives and offices in front are taken off. What then has no capital, ends in a small word ("ISIL fighters"), is a
pronoun or an office alone ("the Foreign Secretary") is no name; countries are left out, because the gazetteer knows
them. A name is found when it is a form of a suggestion. A suggestion of a person or organization is junk when no
annotated person or organization, of any confidence, has all words of one of its forms.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, Authority, Source
from generator.understand import lexicon, suggest
from generator.understand.gazetteer import areas
from generator.understand.suggest import Suggestion
from generator.understand.text import key
from generator.understand.words import DEMONYMS, FUNCTION, TITLES
from tests.quality import CORPORA

FLOORS: dict[str, float] = {"found": 0.85, "junk": 0.12}

_ASKED = frozenset({"Person", "Organisation"})
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Annotated:
    """A person or organization: the document, where it ends, the words, and how sure the annotators were."""

    document: str
    end: int
    value: str
    confidence: float


def scores(part: int | None = None) -> dict[str, float] | None:
    """The figures, over the whole corpus or one half of the documents; None where the corpus is absent."""
    articles = _articles(part)
    if not articles:
        return None
    suggested = _suggested(articles)
    wanted = _wanted(articles)
    found = _forms(suggested)
    return {
        "found": sum(name in found for name in wanted) / max(1, len(wanted)),
        "junk": len(_junk(suggested, articles)) / max(1, len(suggested)),
        "names asked for": len(wanted),
        "suggestions": len(suggested),
    }


def worst(limit: int, part: int | None = None) -> Iterator[str]:
    """Names that were not suggested, and suggestions that are junk."""
    articles = _articles(part)
    suggested = _suggested(articles)
    found = _forms(suggested)
    yield from [f"missed: {name} ({count})" for name, count in _wanted(articles).items() if name not in found][:limit]
    yield from [f"junk: {one.name} {one.aliases} {one.kind} ({one.count})" for one in _junk(suggested, articles)][
        :limit
    ]


def _suggested(articles: dict[str, Article]) -> list[Suggestion]:
    found = suggest.find(articles.values(), lexicon.build(Authority()))
    return [one for one in found if one.kind in {"people", "organizations"}]


def _forms(suggested: list[Suggestion]) -> set[str]:
    return {_reduced(form) for one in suggested for form in (one.name, *one.aliases)}


def _wanted(articles: dict[str, Article]) -> dict[str, int]:
    sure = (one for one in _annotated(articles) if one.confidence >= _SURE and _is_name(one.value))
    counts = Counter(name for name, _, _ in {(_reduced(one.value), one.document, one.end) for one in sure})
    return {name: count for name, count in counts.items() if count > 1 and name and not _is_area(name)}


def _junk(suggested: list[Suggestion], articles: dict[str, Article]) -> list[Suggestion]:
    values = [set(_reduced(one.value).split()) | set(key(one.value).split()) for one in _annotated(articles)]
    return [one for one in suggested if not any(_fits(one, words) for words in values)]


def _fits(one: Suggestion, words: set[str]) -> bool:
    return any(set(_reduced(form).split()) <= words for form in (one.name, *one.aliases))


def _reduced(value: str) -> str:
    """The name in an annotation or suggestion: no article, no office before it, no possessive, one spelling."""
    words = re.findall(r"[\w'.]+", key(value))
    while words and (words[0] in FUNCTION or words[0].strip(".") in TITLES):
        words = words[1:]
    offices = [i for i, word in enumerate(words) if word.strip(".") in TITLES]
    if offices and offices[-1] + 1 < len(words) and words[offices[-1] + 1] not in {"of", "for"}:
        words = words[offices[-1] + 1 :]
    return " ".join(
        re.sub(r"'s?$|'|\.", "", word) for word in words if not re.fullmatch(r"\w\.?", word) or len(words) < 2
    )


def _is_name(value: str) -> bool:
    """Whether the words are a proper name rather than a description, a pronoun or an office."""
    words = re.sub(r"[’']s\b", "", value).split()
    last = words[-1].strip("‎.,'\"")
    low = last.lower()
    return bool(re.search(r"[A-Z]", last)) and low not in FUNCTION | TITLES | DEMONYMS and len(last) > 1


def _is_area(name: str) -> bool:
    known = {key(form) for place in areas().values() for form in (place.name, *place.aliases)}
    return name in known or name in {form.replace(".", "") for form in known}


def _articles(part: int | None) -> dict[str, Article]:
    found = {}
    for path in sorted((CORPORA / "re3d").glob("*/documents.json")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if part is None or int(hashlib.sha256(row["_id"].encode()).hexdigest(), 16) % 2 == part:
                found[row["_id"]] = Article(row["_id"], Source(row["_id"], b""), "", "text", body=row["text"])
    return found


def _annotated(articles: dict[str, Article]) -> Iterator[Annotated]:
    for path in sorted((CORPORA / "re3d").glob("*/entities.json")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["documentId"] in articles and row["type"] in _ASKED:
                yield Annotated(row["documentId"], row["end"], row["value"], row["confidence"])
