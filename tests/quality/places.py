"""Places in local news, against the Local-Global Lexicon corpus (LGL).

What is compared, openly: a place mention and a gold toponym agree where their extents overlap. The gold also has
adjectives and names of peoples ("Georgian", "Palestinians"), which by our rules name no place unless an entity file
says so, and streets and shops; all of them are asked for in the first three scores. `without peoples` leaves out of the
gold what stands for a country or state in a form that is not its name; `on the map` asks only for toponyms with
coordinates. `resolved`: of the mentions that are exactly a toponym on the map, those within 161 km (100 miles) of it.
"""

import hashlib
import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Authority, Mention
from generator.understand import gazetteer, lexicon, mentions
from tests.quality import CORPORA

FLOORS: dict[str, float] = {"F1": 0.81, "precision": 0.92, "F1 on the map": 0.84, "resolved": 0.77}

_AREAS = frozenset({"A/PCLI", "A/PCLS", "A/ADM1", "A/ADMD", "L/CONT"})
_PEOPLES = ("an", "ans", "ese", "i", "is", "ian", "ians", "ish", "ch", "ot", "ots", "er", "ers", "k", "ks")
_NEAR = 161.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold toponym: its extent, its words, GeoNames' class of it and its coordinates, where it has them."""

    start: int
    end: int
    phrase: str
    feature: str = ""
    coordinates: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A news text and its toponyms."""

    domain: str
    text: str
    toponyms: tuple[Toponym, ...]


def documents(part: int | None = None) -> list[Document]:
    """The corpus, or the half of it (0 or 1) that a hash of the publisher's domain puts there."""
    path = CORPORA / "geo" / "lgl.xml"
    found = map(_document, ET.parse(path).iter("article")) if path.exists() else ()  # noqa: S314 - a trusted corpus
    return [one for one in found if part is None or _half(one.domain) == part]


def _half(domain: str) -> int:
    return int(hashlib.sha256(domain.encode()).hexdigest(), 16) % 2


def scores(part: int | None = None) -> dict[str, float] | None:
    """The figures, over the whole corpus or one half; None where the corpus is absent."""
    found = [(document, _places(document)) for document in documents(part)]
    if not found:
        return None
    everything = _figures((named, document.toponyms) for document, named in found)
    lenient = _figures((named, _without_peoples(document.toponyms)) for document, named in found)
    mapped = _figures((named, [one for one in document.toponyms if one.feature]) for document, named in found)
    return {
        "precision": everything[0],
        "recall": everything[1],
        "F1": everything[2],
        "recall without peoples": lenient[1],
        "recall on the map": mapped[1],
        "F1 on the map": mapped[2],
        "resolved": _resolved(found),
    }


def worst(limit: int) -> Iterator[str]:
    """Mentions that agree with no toponym, and toponyms that no mention agrees with, each with what stands around."""
    for document in documents():
        named = _places(document)
        for mention in named:
            if not _agrees(mention, document.toponyms) and (limit := limit - 1) >= 0:
                yield f"wrong: {_context(document.text, mention.start, mention.end)} ({mention.entity})"
        for toponym in _without_peoples(document.toponyms):
            if not _agrees(toponym, named) and (limit := limit - 1) >= 0:
                yield f"missed: {_context(document.text, toponym.start, toponym.end)}"


def _places(document: Document) -> list[Mention]:
    found = mentions.find(document.text, lexicon.build(Authority()))
    return [mention for mention in found if mention.kind == "places"]


def _figures(pairs: Iterable[tuple[list[Mention], Iterable[Toponym]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of overlapping extents."""
    right = named = met = gold = 0
    for mentioned, toponyms in pairs:
        asked = list(toponyms)
        named, gold = named + len(mentioned), gold + len(asked)
        right += sum(_agrees(mention, asked) for mention in mentioned)
        met += sum(_agrees(toponym, mentioned) for toponym in asked)
    precision, recall = right / max(1, named), met / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _agrees(one: Mention | Toponym, others: Iterable[Mention | Toponym]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _without_peoples(toponyms: Iterable[Toponym]) -> list[Toponym]:
    known = {name.lower() for place in gazetteer.areas().values() for name in (place.name, *place.aliases)}
    return [
        one
        for one in toponyms
        if not (one.feature in _AREAS and one.phrase.lower().endswith(_PEOPLES) and one.phrase.lower() not in known)
    ]


def _resolved(found: Iterable[tuple[Document, list[Mention]]]) -> float:
    near = [
        _distance(place.coordinates, toponym.coordinates) < _NEAR
        for document, named in found
        for mention in named
        for toponym in document.toponyms
        if (mention.start, mention.end) == (toponym.start, toponym.end) and toponym.coordinates
        if (place := gazetteer.place(mention.entity)) and place.coordinates
    ]
    return sum(near) / max(1, len(near))


def _distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometers between two points, well enough for short distances."""
    (north, east), (north2, east2) = here, there
    return 111.2 * math.hypot(north - north2, (east - east2) * math.cos(math.radians(north)))


def _context(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".split())


def _document(article: ET.Element) -> Document:
    toponyms = tuple(map(_toponym, article.iter("toponym")))
    return Document(article.findtext("domain", ""), article.findtext("text", ""), toponyms)


def _toponym(element: ET.Element) -> Toponym:
    start, end = int(element.findtext("start", "0")), int(element.findtext("end", "0"))
    phrase, tag = element.findtext("phrase", ""), element.find("gaztag")
    if tag is None:
        return Toponym(start, end, phrase)
    feature = f"{tag.findtext('fclass')}/{tag.findtext('fcode')}"
    return Toponym(start, end, phrase, feature, (float(tag.findtext("lat", "0")), float(tag.findtext("lon", "0"))))
