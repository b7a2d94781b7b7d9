"""What a row's own words and marks tell, as names of features."""

import re
from collections.abc import Iterator

from generator.ingest.pasted import vocabulary
from generator.ingest.pasted.facts import LONG, TERMINAL, Facts, step
from generator.ingest.pasted.language import ALL_FUNCTION_WORDS

_LABEL, _SENTENCE = 5, 20
_ENDINGS = frozenset(".!?…。:,;|-–—>→»")
_QUOTES = frozenset("\"“„‘'«”")
_PERSONS = frozenset({"first person", "second person"})
_NUMBERED = re.compile(r"\d{1,3}[.)]?\s")
_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+[\"'“‘«(\[„]*\w")
_NAME = re.compile(r"(?:(?:[A-Z]\.|[A-ZÀ-ÞА-Я][\w’'-]+)\s?){2,4}")
_LABELED = re.compile(r"\W*((?:[^\W_]+[ '’-]?){1,4})\s?[:：]\s?(?=\S)")
_BYLINE = re.compile(r"[*+\-|\s]*(?:by|von|par|por|di|door|av|af|oleh|text|words|story|автор)\b:?\s+\S", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|(?<!\w)@\w|\.com\b")
_ADDRESS_SIGNS = ("http", "www.", "@", ".com")
_CREDIT_TAIL = re.compile(
    r"\([^()]{2,60}/[^()]{2,60}\)\W*$|/\s?(?:AP|AFP|Reuters|EPA|dpa|Getty|PA|Xinhua)\b[^.]*$", re.IGNORECASE
)


def wording(fact: Facts) -> list[str]:
    """The names of what is true of the row by itself."""
    found = ["bias", f"size {step(fact.size)}", _beginning(fact)]
    found += _ending(fact)
    found += _vocabulary(fact)
    found += _marks(fact)
    found += _letters(fact)
    return found


def _beginning(fact: Facts) -> str:
    first = fact.row.text[0]
    if fact.item:
        return "begins bullet"
    if first.isdigit():
        return "begins number" if _NUMBERED.match(fact.row.text) else "begins digit"
    if first in _QUOTES:
        return "begins quote"
    return "begins lower" if first.islower() else "begins upper" if first.isupper() else "begins other"


def _ending(fact: Facts) -> list[str]:
    found = [f"ends {fact.ending}" if fact.ending in _ENDINGS else "ends open"]
    if fact.sentence:
        found.append("sentence")
    elif fact.ending in TERMINAL:
        found.append("short sentence")
    if fact.row.text[-1] in '"”’»“':
        found.append("ends quote")
    inner = len(_END.findall(fact.row.text[:600]))
    if inner:
        found.append(f"inner sentences {min(inner, 4)}")
    return found


def _vocabulary(fact: Facts) -> list[str]:
    """Which classes of page words make up at least an eighth of the row, and how many function words it has."""
    count = max(1, len(fact.words))
    length = "small" if fact.size <= _LABEL else "middling" if fact.size <= _SENTENCE else "large"
    found = [
        f"{name} words {min(4, number * 8 // count)}, {length}"
        for name, number in fact.classes.items()
        if number * 8 >= count or name in _PERSONS
    ]
    if all(name in _PERSONS or number * 8 < count for name, number in fact.classes.items()):
        found.append(f"no page words, {length}")
    function = sum([word in ALL_FUNCTION_WORDS for word in fact.words[:LONG]])
    found.append(f"function words {min(4, function * 10 // min(count, LONG))}, {length}")
    return found


def _marks(fact: Facts) -> list[str]:
    text = fact.row.text
    found = [f"has {mark}" for mark in "|©/→»#$€£%" if mark in text]
    if fact.size <= LONG:
        found += _patterns(text)
        if _BYLINE.match(text):
            found.append("byline")
    commas = text.count(",")
    if commas:
        found.append(f"commas {min(commas, 4)}")
    if ":" in text or "：" in text:
        found.append("has colon")
        found += _label(fact)
    return found


def _patterns(text: str) -> Iterator[str]:
    """What stands in the row; each is looked for only where the signs of it stand, as looking takes long."""
    if _DIGIT.search(text):
        if _YEAR.search(text):
            yield "year"
        if _CLOCK.search(text):
            yield "clock"
    if any(map(text.__contains__, _ADDRESS_SIGNS)) and _ADDRESS.search(text):
        yield "address"
    if "/" in text and _CREDIT_TAIL.search(text):
        yield "credit tail"


def _label(fact: Facts) -> list[str]:
    """What the words before a colon are: `Read more: …`, `Foto: …`, `Question: …`."""
    found = _LABELED.match(fact.row.text[:60])
    if not found:
        return []
    named = vocabulary.classes(vocabulary.words(found[1])) if fact.classes else {}
    return [f"labeled {name}" for name in named] or ["labeled otherwise"]


def _letters(fact: Facts) -> list[str]:
    """How the row is written: all capitals, so many words capitalized, mostly digits, nothing but a name."""
    text = fact.row.text
    if text.isupper():
        return ["all capitals"]
    parts = text.split(None, LONG)[:LONG]
    found = []
    if fact.size > 1:
        found.append(f"capitalized {sum([part[0].isupper() for part in parts]) * 5 // len(parts)}")
    if fact.size <= _LABEL:
        if sum(map(str.isdigit, text)) * 4 > len(text):
            found.append("mostly digits")
        if _NAME.fullmatch(text):
            found.append("name only")
    return found
