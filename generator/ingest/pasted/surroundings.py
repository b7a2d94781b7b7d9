"""What the place of a row tells, and the rows around it, as names of features."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from generator.ingest.pasted.facts import Facts, step

_CAPTION = 60
_CREDIT_LENGTH = 12
_HEADING = 20
_CREDIT = re.compile(
    r"\b(?:photo|image|images|picture|illustration|rendering|credit|courtesy|getty|shutterstock|foto|bild|фото)\b"
    r"|[©®]|\((?:ap|afp|reuters|dpa)\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\b(?:pictured|shown|seen here|looks on|poses?|posing|speaks? (?:at|to|during)|attends?|walks?|above|cent(?:re|er)"
    r"|top|bottom|left|right)\b",
    re.IGNORECASE,
)
# What a row has, in small letters, in which one of these can be found: to look for it takes far less time.
_CREDIT_SIGNS = (
    *("photo", "image", "picture", "illustration", "rendering", "credit", "courtesy", "getty", "shutterstock", "foto"),
    *("bild", "фото", "©", "®", "(ap", "(afp", "(reuters", "(dpa"),
)
_PICTURED_SIGNS = (
    *("pictured", "shown", "seen here", "looks on", "pose", "posing", "speak", "attend", "walk", "above", "centre"),
    *("center", "top", "bottom", "left", "right"),
)
# Letters that a pattern takes for others, but for their case, and that small letters do not tell.
_ODD_CASE = re.compile("[İıſ\u212a\u1c80-\u1c88]")
_BYLINE = re.compile(
    r"[*+\-|\s]*(?:by|von|par|por|di|door|av|af|oleh|text|words|story|автор)\b:?\s+(.{2,80})", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,}")


def surroundings(page: Sequence[Facts]) -> list[list[str]]:
    """For each row the names of what is true of its place, its list, its neighbors, and its words' use on the page."""
    times = Counter(fact.row.text for fact in page)
    lists = _lists(page)
    placed, shared, touching = _places(page, times), _shared(page, times), _touching(page)
    return [placed[at] + lists.get(at, []) + shared[at] + touching[at] for at in range(len(page))]


# --- where it stands -----------------------------------------------------------------------------------------


def _places(page: Sequence[Facts], times: Counter[str]) -> list[list[str]]:
    before = list(accumulate((fact.sentence for fact in page), initial=0))
    density = before[-1] * 10 // max(1, len(page))
    around = _neighbors(page, times)
    blocks = _block_sizes(page)
    return [
        [*_near(page, at, around[at]), *_down(page, at, before, density), f"row of a block of {step(blocks[at])}"]
        for at in range(len(page))
    ]


def _near(page: Sequence[Facts], at: int, around: tuple[str, str, str, str]) -> list[str]:
    above2, above, below, below2 = around
    form = page[at].form
    gap = page[at].row.gap
    alone = gap > 0 and (at + 1 == len(page) or page[at + 1].row.gap > 0)
    beneath = below.partition(" ")[0]
    return [
        f"above {above}",
        f"above2 {above2}",
        f"below {below}",
        f"below2 {below2}",
        f"{form} between {above.partition(' ')[0]} and {beneath}",
        f"{form}, {'alone' if alone else 'in a block'}, above {beneath}",
        f"gap {min(gap, 3)}",
    ]


def _down(page: Sequence[Facts], at: int, before: Sequence[int], density: int) -> list[str]:
    """How far down the page the row stands, in sentences."""
    done, left = before[at], before[-1] - before[at + 1]
    near = before[min(len(page), at + 5)] - before[max(0, at - 4)]
    form = page[at].form
    part = "before any" if not done else "after the last" if not left else "amid"
    return [
        f"sentences near {near}",
        f"{density} tenths prose, {near > 2}",
        f"{density // 2} fifths prose, {form}",
        f"sentences before {min(done, 5)}",
        f"sentences after {min(left, 3)}",
        f"{form} {part} sentence",
        f"{at} rows down" if at < 3 else f"{at * 10 // len(page)} tenths down",
    ]


def _neighbors(page: Sequence[Facts], times: Counter[str]) -> list[tuple[str, str, str, str]]:
    """For each row the sketches of two rows above and two below, clutter passed over."""
    clutter = [fact.is_clutter(times[fact.row.text]) for fact in page]
    solid = [fact.sketch for fact, skipped in zip(page, clutter, strict=True) if not skipped]
    padded = ["edge", "edge", *solid, "edge", "edge"]
    found = []
    place = 0
    for skipped in clutter:
        after = place + (2 if skipped else 3)
        found.append((padded[place], padded[place + 1], padded[after], padded[after + 1]))
        place += not skipped
    return found


def _block_sizes(page: Sequence[Facts]) -> list[int]:
    """For each row, how many rows stand together with it, without an empty line between them."""
    sizes: list[int] = []
    run = 0
    for fact in page:
        if fact.row.gap and run:
            sizes += [run] * run
            run = 0
        run += 1
    return sizes + [run] * run


# --- the list that it belongs to -----------------------------------------------------------------------------


def _lists(page: Sequence[Facts]) -> dict[int, list[str]]:
    """For each item of a list what the whole list looks like, and what stands before and after it."""
    found = {}
    for start, end in _runs(page):
        names = _list(page, start, end)
        found.update(dict.fromkeys(range(start, end), names))
    return found


def _runs(page: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(page):
        end = start + 1
        while page[start].item and end < len(page) and page[end].item:
            end += 1
        if page[start].item:
            yield start, end
        start = end


def _list(page: Sequence[Facts], start: int, end: int) -> list[str]:
    items = page[start:end]
    count = len(items)
    lead = _rim(page[start - 1]) if start else "nothing"
    follow = _rim(page[end]) if end < len(page) else "nothing"
    plain = sum(not fact.classes for fact in items) * 3 // count
    size = sum(fact.size for fact in items) // count
    length = "words" if size < 3 else "phrases" if size < 8 else "sentences"
    return [
        f"list of {step(count)}",
        f"list between {lead} and {follow}",
        f"list items of {step(size)}",
        f"list {sum(fact.sentence for fact in items) * 3 // count} thirds sentences",
        f"list {plain} thirds plain",
        f"list {'spaced' if count > 1 and items[1].row.gap else 'dense'}",
        f"list items of {length}, {plain} thirds plain, after {lead}",
    ]


def _rim(fact: Facts) -> str:
    return "colon" if fact.row.text.endswith(":") else "sentence" if fact.sentence else "open row"


# --- what it has in common with others -----------------------------------------------------------------------


def _shared(page: Sequence[Facts], times: Counter[str]) -> list[list[str]]:
    """Whether the page says the row more than once, and how many of its words the prose of the page uses."""
    prose = Counter(chain.from_iterable(set(fact.words) for fact in page if fact.sentence))
    return [_sharing(fact, prose, times[fact.row.text]) for fact in page]


def _sharing(fact: Facts, prose: Counter[str], times: int) -> list[str]:
    form = "sentence" if fact.sentence else "open"
    found = [f"said {min(times, 4)} times, {form}"] if times > 1 else []
    if fact.size <= _CAPTION:
        content = fact.content
        used = sum([prose[word] > fact.sentence for word in content])
        found.append(f"shares {used * 5 // len(content) if content else '?'} with prose, {form}")
    return found


def _touching(page: Sequence[Facts]) -> list[list[str]]:
    """What links a row to the very rows above and below it: a photo's credit, words in common, the author's name."""
    credited = [fact.size <= _CAPTION and _has(_CREDIT, _CREDIT_SIGNS, fact.row.text) for fact in page]
    writers = _writers(page)
    return [_links(page, at, credited, writers) for at in range(len(page))]


def _links(page: Sequence[Facts], at: int, credited: Sequence[bool], writers: frozenset[str]) -> list[str]:
    fact = page[at]
    below = page[at + 1] if at + 1 < len(page) else None
    form = "sentence" if fact.sentence else fact.form
    if fact.size > _CAPTION:
        return []
    found = [f"credit, {form}"] if credited[at] else []
    if at and credited[at - 1]:
        found.append(f"below a credit, {form}")
    if below and credited[at + 1] and below.size < _CREDIT_LENGTH:
        found.append(f"above a credit, {form}")
    if _has(_PICTURED, _PICTURED_SIGNS, fact.row.text):
        found.append(f"pictured, {form}")
    if below and fact.size <= _HEADING and not fact.sentence:
        common = len(fact.content.intersection(below.words))
        found.append(f"{min(common, 3)} words in common with below, {'sentence' if below.sentence else 'open'}")
    if fact.words and fact.words[0] in writers and fact.size > _CREDIT_LENGTH // 2:
        found.append("begins with the writer")
    return found


def _has(pattern: re.Pattern[str], signs: Sequence[str], text: str) -> bool:
    may = any(map(text.lower().__contains__, signs)) or (not text.isascii() and _ODD_CASE.search(text))
    return bool(may and pattern.search(text))


def _writers(page: Sequence[Facts]) -> frozenset[str]:
    """The words of the names in bylines, in lower case."""
    bylines = (_BYLINE.match(fact.row.text) for fact in page if fact.size <= _CREDIT_LENGTH)
    return frozenset(word.lower() for found in bylines if found for word in _NAME.findall(found[1]))
