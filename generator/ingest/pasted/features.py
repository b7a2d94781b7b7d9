"""What can be seen of a row without understanding it, in terms that hold on any site and in any language."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from generator.ingest.pasted import vocabulary
from generator.ingest.pasted.language import ALL_FUNCTION_WORDS
from generator.ingest.pasted.rows import Row

Features = tuple[str, ...]
"""The names of what is true of a row; a weight belongs to each."""

_PERSONS = frozenset({"first person", "second person"})
_STEPS = (1, 2, 3, 5, 8, 12, 18, 27, 40, 70, 120)
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BULLET = re.compile(r"[*+\-•·●▪►‣–—]\s")
_NUMBERED = re.compile(r"\d{1,3}[.)]?\s")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|(?<!\w)@\w|\.com\b")
_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+[\"'“‘«(\[„]*\w")
_CREDIT_TAIL = re.compile(
    r"\([^()]{2,60}/[^()]{2,60}\)\W*$|/\s?(?:AP|AFP|Reuters|EPA|dpa|Getty|PA|Xinhua)\b[^.]*$", re.IGNORECASE
)
_NAMES = re.compile(r"(?:(?:[A-Z]\.|[A-ZÀ-ÞА-Я][\w’'-]+)\s?){2,4}")
_BYLINE = re.compile(
    r"[*+\-|\s]*(?:by|von|par|por|di|door|av|af|oleh|text|words|story|автор)\b:?\s+(.{2,80})", re.IGNORECASE
)
_CREDIT = re.compile(
    r"\b(?:photo|image|images|picture|illustration|rendering|credit|courtesy|getty|shutterstock|foto|bild|фото)\b|[©®]|\((?:ap|afp|reuters|dpa)\b",
    re.IGNORECASE,
)
_LABELED = re.compile(r"\W*((?:[^\W_]+[ '’-]?){1,4})\s?[:：]\s?(?=\S)")
_PICTURED = re.compile(
    r"\b(?:pictured|shown|seen here|looks on|poses?|posing|speaks? (?:at|to|during)|attends?|walks?|\(?left\)?|\(?right\)?|above|centre|center|top|bottom)\b",
    re.IGNORECASE,
)
_TERMINAL = ".!?…。！？"
QUOTES = frozenset("\"“„‘'«”")
_CLOSING = "\"'”’»)]“*"


def features(rows: Sequence[Row]) -> list[Features]:
    """For each row the names of what is true of it: of itself, of its place, and of its neighbors."""
    words = [vocabulary.words(row.text) for row in rows]
    classes = [vocabulary.classes(found) for found in words]
    sizes = [_size(row.text, len(found)) for row, found in zip(rows, words, strict=True)]
    sentences = [_is_sentence(row.text, size) for row, size in zip(rows, sizes, strict=True)]
    times = Counter(row.text for row in rows)
    own = [_own(*parts) for parts in zip(rows, words, classes, sizes, sentences, strict=True)]
    clutter = [_is_clutter(row, size, found, times) for row, size, found in zip(rows, sizes, classes, strict=True)]
    around = _around(rows, sizes, sentences, clutter)
    listed = _listed(rows, sizes, sentences, classes)
    shared = _shared(rows, words, sentences, times)
    touching = _touching(rows, words, sizes, sentences)
    return [(*a, *b, *c, *d, *e) for a, b, c, d, e in zip(own, around, listed, shared, touching, strict=True)]


def _is_clutter(row: Row, size: int, classes: Mapping[str, int], times: Mapping[str, int]) -> bool:
    """Whether the row is a button or a label put between paragraphs, so that its neighbors are each other's."""
    if size > 4:
        return False
    return times[row.text] > 2 or not size or any(name in classes for name in ("share", "advert", "comment"))


def _size(text: str, words: int) -> int:
    """The length in words; scripts without spaces count two characters as a word."""
    return words if text.isascii() else max(words, len(_CJK.findall(text)) // 2)


def step(size: int) -> int:
    """The first of some growing limits that the size does not exceed: sizes as a dozen names."""
    return next((limit for limit in _STEPS if size <= limit), 999)


def _is_sentence(text: str, size: int) -> bool:
    """Whether the row is at least one whole sentence, as prose has it."""
    return size >= 8 and text.rstrip(_CLOSING)[-1:] in _TERMINAL


def _own(row: Row, words: list[str], classes: Mapping[str, int], size: int, sentence: bool) -> list[str]:
    text = row.text
    found = ["bias", f"size {step(size)}"]
    found += _ending(text, sentence)
    found += _beginning(text)
    found += _wording(words, classes, size)
    found += _marks(text)
    found += _label(text, classes)
    found += _letters(text, size)
    return found


def _ending(text: str, sentence: bool) -> list[str]:
    last = text.rstrip(_CLOSING)[-1:]
    found = [f"ends {last}"] if last in ".!?…。:,;|-–—>→»" and last else ["ends open"]
    if sentence:
        found.append("sentence")
    elif last in _TERMINAL and last:
        found.append("short sentence")
    if text[-1] in '"”’»“':
        found.append("ends quote")
    inner = len(_END.findall(text))
    if inner:
        found.append(f"inner sentences {min(inner, 4)}")
    return found


def _beginning(text: str) -> list[str]:
    first = text[0]
    if _BULLET.match(text):
        return ["begins bullet"]
    if first.isdigit():
        return ["begins number" if _NUMBERED.match(text) else "begins digit"]
    if first in "\"“„‘'«”":
        return ["begins quote"]
    if first in "([":
        return ["begins bracket"]
    return ["begins lower" if first.islower() else "begins upper" if first.isupper() else "begins other"]


def _wording(words: list[str], counts: Mapping[str, int], size: int) -> list[str]:
    small = "small" if size <= 5 else "middling" if size <= 20 else "large"
    # In a long row a single word of the page's own vocabulary says nothing: an article may speak of photos and comments.
    found = [
        f"{name} words {min(4, count * 8 // len(words))}, {small}"
        for name, count in counts.items()
        if count * 8 >= len(words) or name in _PERSONS
    ]
    if not any(count * 8 >= len(words) for name, count in counts.items() if name not in _PERSONS):
        found.append(f"no page words, {small}")
    function = sum(word in ALL_FUNCTION_WORDS for word in words)
    found.append(f"function words {min(4, function * 10 // max(1, len(words)))}, {small}")
    return found


def _label(text: str, classes: Mapping[str, int]) -> list[str]:
    """What the words before a colon are: `Read more: …`, `Foto: …`, `Question: …`."""
    found = _LABELED.match(text[:60]) if ":" in text or "：" in text else None
    if not found:
        return []
    named = vocabulary.classes(vocabulary.words(found[1])) if classes else {}
    return [f"labeled {name}" for name in named] or ["labeled otherwise"]


def _marks(text: str) -> list[str]:
    found = [f"has {mark}" for mark in "|©/→»#$€£%" if mark in text]
    found += [name for name, pattern in _PATTERNS if (pattern.match if name == "byline" else pattern.search)(text)]
    commas = text.count(",")
    if commas:
        found.append(f"commas {min(commas, 4)}")
    if ":" in text:
        found.append("has colon")
    return found


_PATTERNS = (
    ("byline", _BYLINE),
    ("year", _DATE),
    ("clock", _TIME),
    ("address", _ADDRESS),
    ("credit tail", _CREDIT_TAIL),
)


def _letters(text: str, size: int) -> list[str]:
    """How the row is written: all capitals, every word capitalized, mostly digits, nothing but a name."""
    if text.isupper():
        return ["all capitals"]
    found = []
    parts = text.split()
    capitals = sum(part[0].isupper() for part in parts)
    if size > 1:
        found.append(f"capitalized {capitals * 5 // len(parts)}")
    if sum(map(str.isdigit, text)) * 4 > len(text):
        found.append("mostly digits")
    if _NAMES.fullmatch(text):
        found.append("name only")
    return found


def _around(
    rows: Sequence[Row], sizes: Sequence[int], sentences: Sequence[bool], clutter: Sequence[bool]
) -> list[list[str]]:
    """The place of each row on the page, and what stands above and below it."""
    before = list(accumulate(sentences, initial=0))
    total = before[-1]
    neighbors = _neighbors([_sketch(*parts) for parts in zip(rows, sizes, sentences, strict=True)], clutter)
    blocks = _block_sizes(rows)
    found = []
    density = total * 10 // max(1, len(rows))
    for place, (row, (above2, above, below, below2)) in enumerate(zip(rows, neighbors, strict=True)):
        near = before[min(len(rows), place + 5)] - before[max(0, place - 4)]
        shape = f"sentence {step(sizes[place])}" if sentences[place] else f"open {step(min(sizes[place], 20))}"
        alone = row.gap > 0 and (place + 1 == len(rows) or rows[place + 1].gap > 0)
        found.append(
            [
                f"above {above}",
                f"above2 {above2}",
                f"below {below}",
                f"below2 {below2}",
                f"{shape} between {above.split()[0]} and {below.split()[0]}",
                f"{shape}, {'alone' if alone else 'in a block'}, above {below.split()[0]}",
                f"sentences near {near}",
                f"{density} tenths prose, {near > 2}",
                f"{density // 2} fifths prose, {shape}",
                "before any sentence" if not before[place] else f"sentences before {min(before[place], 5)}",
                "after the last sentence"
                if before[place + 1] == total
                else f"sentences after {min(total - before[place + 1], 3)}",
                f"{shape} {'before any' if not before[place] else 'after the last' if before[place + 1] == total else 'amid'} sentence",
                f"gap {min(row.gap, 3)}",
                f"row of a block of {step(blocks[place])}",
                f"{place} rows down" if place < 3 else f"{place * 10 // len(rows)} tenths down",
            ]
        )
    return found


def _neighbors(sketches: Sequence[str], clutter: Sequence[bool]) -> list[tuple[str, str, str, str]]:
    """For each row the sketches of two rows above and two below, clutter passed over."""
    solid = [sketch for sketch, skipped in zip(sketches, clutter, strict=True) if not skipped]
    padded = ["edge", "edge", *solid, "edge", "edge"]
    found = []
    place = 0
    for skipped in clutter:
        after = place + (2 if skipped else 3)
        found.append((padded[place], padded[place + 1], padded[after], padded[after + 1]))
        place += not skipped
    return found


def _sketch(row: Row, size: int, sentence: bool) -> str:
    if sentence:
        return "sentence" if size < 30 else "paragraph"
    return f"{'bullet' if _BULLET.match(row.text) else 'open'} {step(size) if size <= 12 else 'long'}"


def _block_sizes(rows: Sequence[Row]) -> list[int]:
    """For each row, how many rows stand together with it, without an empty line between them."""
    sizes: list[int] = []
    run = 0
    for row in rows:
        if row.gap and run:
            sizes += [run] * run
            run = 0
        run += 1
    return sizes + [run] * run


def _listed(
    rows: Sequence[Row], sizes: Sequence[int], sentences: Sequence[bool], classes: Sequence[Mapping[str, int]]
) -> list[list[str]]:
    """For each list item what the whole list looks like and what stands before and after it; nothing for other rows."""
    found: list[list[str]] = [[] for _ in rows]
    items = [bool(_BULLET.match(row.text)) for row in rows]
    start = 0
    while start < len(rows):
        end = start + 1
        while items[start] and end < len(rows) and items[end]:
            end += 1
        if items[start]:
            names = _list(start, end, rows, sizes, sentences, classes)
            found[start:end] = [names] * (end - start)
        start = end
    return found


def _list(
    start: int,
    end: int,
    rows: Sequence[Row],
    sizes: Sequence[int],
    sentences: Sequence[bool],
    classes: Sequence[Mapping[str, int]],
) -> list[str]:
    count = end - start
    lead = (
        "nothing"
        if not start
        else "colon"
        if rows[start - 1].text.endswith(":")
        else "sentence"
        if sentences[start - 1]
        else "open row"
    )
    follow = "nothing" if end == len(rows) else "sentence" if sentences[end] else "open row"
    plain = sum(not found for found in classes[start:end]) * 3 // count
    return [
        f"list of {step(count)}",
        f"list after {lead}",
        f"list before {follow}",
        f"list between {lead} and {follow}",
        f"list items of {step(sum(sizes[start:end]) // count)}",
        f"list {sum(sentences[start:end]) * 3 // count} thirds sentences",
        f"list {plain} thirds plain",
        f"list {'spaced' if count > 1 and rows[start + 1].gap else 'dense'}",
        f"list of {'words' if sum(sizes[start:end]) < 3 * count else 'phrases' if sum(sizes[start:end]) < 8 * count else 'sentences'}, {plain} thirds plain, after {lead}",
    ]


def _touching(
    rows: Sequence[Row], words: Sequence[list[str]], sizes: Sequence[int], sentences: Sequence[bool]
) -> list[list[str]]:
    """What links a row to the very rows above and below it: a photo's credit, words in common, the author's name."""
    credits = [size <= 60 and bool(_CREDIT.search(row.text)) for row, size in zip(rows, sizes, strict=True)]
    writers = _writers(rows, sizes)
    found: list[list[str]] = []
    for place, row in enumerate(rows):
        form = "sentence" if sentences[place] else f"open {step(min(sizes[place], 20))}"
        names = []
        if credits[place]:
            names.append(f"credit, {form}")
        if sizes[place] <= 60:
            if place and credits[place - 1]:
                names.append(f"below a credit, {form}")
            if place + 1 < len(rows) and credits[place + 1] and sizes[place + 1] < 12:
                names.append(f"above a credit, {form}")
            if _PICTURED.search(row.text):
                names.append(f"pictured, {form}")
        if sizes[place] <= 20 and place + 1 < len(rows) and not sentences[place]:
            below = set(words[place + 1])
            common = sum(len(word) > 3 and word in below and word not in ALL_FUNCTION_WORDS for word in words[place])
            names.append(
                f"{min(common, 3)} words in common with below, {'sentence' if sentences[place + 1] else 'open'}"
            )
        if words[place] and words[place][0] in writers and sizes[place] > 5:
            names.append("begins with the writer")
        found.append(names)
    return found


def _writers(rows: Sequence[Row], sizes: Sequence[int]) -> frozenset[str]:
    """The words of the names in bylines, in lower case."""
    found: set[str] = set()
    for row, size in zip(rows, sizes, strict=True):
        byline = _BYLINE.match(row.text) if size <= 12 else None
        if byline:
            found.update(word.lower() for word in re.findall(r"[A-ZÀ-Þ][\w’'-]{2,}", byline[1]))
    return frozenset(found)


def _shared(
    rows: Sequence[Row], words: Sequence[list[str]], sentences: Sequence[bool], times: Mapping[str, int]
) -> list[list[str]]:
    """Whether the page says a row more than once, and how many of its words the prose of the page uses."""
    prose = Counter(word for found, sentence in zip(words, sentences, strict=True) if sentence for word in set(found))
    result = []
    for row, found, sentence in zip(rows, words, sentences, strict=True):
        content = {word for word in found if len(word) > 3 and word not in ALL_FUNCTION_WORDS}
        used = sum(prose[word] > sentence for word in content)
        share = used * 5 // len(content) if content else "?"
        result.append([f"shares {share} with prose, {'sentence' if sentence else 'open'}"])
        if times[row.text] > 1:
            result[-1].append(f"said {min(times[row.text], 4)} times, {'sentence' if sentence else 'open'}")
    return result


def kin(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """For each row the block that it stands in, and its style: rows of one block or one style mostly share their fate."""
    found = []
    block = 0
    previous = False
    for row in rows:
        item = bool(_BULLET.match(row.text))
        if not (item and previous) and (row.gap or item != previous):
            block += 1
        previous = item
        found.append((block, _style(row, item)))
    return found


def _style(row: Row, item: bool) -> str:
    text = row.text
    parts = text.split()
    capitals = sum(part[0].isupper() for part in parts) * 3 // len(parts)
    ending = text.rstrip(_CLOSING)[-1:]
    return f"{item} {min(row.gap, 1)} {ending if ending in '.!?:…' else 'open'} {min(len(parts) // 4, 6)} {capitals} {text[0] in QUOTES}"
