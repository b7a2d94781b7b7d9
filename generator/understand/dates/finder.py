"""Finds the date expressions of a body and resolves them in the order of the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from ahocorasick_rs import AhoCorasick

from generator.calendars import explicit
from generator.model import DateMention
from generator.passages import Span, opaque
from generator.understand.dates.calculation import is_partial, precision
from generator.understand.dates.english import ENGLISH
from generator.understand.dates.expression import Fixed, Grammar, Part, Turn
from generator.understand.dates.resolution import Context, resolved
from generator.understand.dates.tense import Tense, one_sentence, tense

# Where an expression may begin.
_WORD = re.compile(r"(?<![\w.])[\w'’]")
# Letters that are the same as others but for their case, which the text in small letters does not tell.
_ODD_CASE = re.compile("[İıſ\u212a]")
# How far around its trigger an expression reaches, in characters.
_BEFORE, _AFTER = 36, 72
# Five megabytes of press text have fewer; a text that has more is nothing but triggers, made to take hours.
_MOST = 30_000
# How many dates before an expression it may be counted from; what stands more than a block back is forgotten.
_MEMORY, _NEAR = 4, 2000


def find(body: str, published: str | None) -> tuple[DateMention, ...]:
    """The date expressions of a body that can be resolved, ordered and disjoint; offsets count characters of the body.

    Args:
        body: An article's body.
        published: The partial ISO date it was printed on; where it is not known, what is counted from it is left out.
    """
    parts = _prose(body, _longest(_written_out(body), _phrases(body, ENGLISH)))
    return tuple(_mentions(body, parts, published if published and is_partial(published) else None))


def _written_out(body: str) -> list[Part]:
    """Dates in figures, and those of other languages, that can be read in one way only."""
    return [Part(date.start, date.end, Fixed(date.value)) for date in explicit(body) if not date.ambiguous]


def _phrases(body: str, grammar: Grammar) -> list[Part]:
    """What the grammar finds, ordered and disjoint."""
    parts: list[Part] = []
    end = 0
    for trigger in islice(_triggers(body, grammar), _MOST):
        if trigger.start() >= end:
            found = _around(body, trigger, grammar, end)
            parts += found
            end = found[-1].end if found else end
    return parts


def _triggers(body: str, grammar: Grammar) -> Iterator[re.Match[str]]:
    """Where the grammar's trigger matches, ordered and disjoint: it is tried only where one of its words begins."""
    if _ODD_CASE.search(body):
        yield from grammar.trigger.finditer(body)
        return
    words = _automaton(grammar.openings).find_matches_as_indexes(body.lower(), overlapping=True)
    starts = {start for _, start, _ in words} | {figure.start() for figure in grammar.figures.finditer(body)}
    end = 0
    for start in sorted(starts):
        if start >= end and (found := grammar.trigger.match(body, start)):
            end = found.end()
            yield found


@cache
def _automaton(words: tuple[str, ...]) -> AhoCorasick:
    """An automaton that finds all of these words at once."""
    return AhoCorasick(list(words))


def _around(body: str, trigger: re.Match[str], grammar: Grammar, floor: int) -> tuple[Part, ...]:
    """What the first rule that covers the trigger makes of it, beginning at `floor` or later."""
    rules, end = grammar.rules[trigger.lastgroup or ""], trigger.end()
    words = _WORD.finditer(body, max(floor, trigger.start() - _BEFORE), end)
    starts = [word.start() for word in words if rules.gate.match(body, word.start(), end + _AFTER)]
    for rule in rules.rules if starts else ():
        for start in starts:
            found = rule.pattern.match(body, start, end + _AFTER)
            if found and found.end() >= end:
                return rule.read(found, grammar.words)
    return ()


def _longest(written_out: list[Part], phrases: list[Part]) -> list[Part]:
    """Both, ordered and disjoint; of two that overlap the longer one, which says more."""
    parts: list[Part] = []
    for part in sorted(phrases + written_out, key=lambda part: (part.start, -part.end)):
        if not parts or parts[-1].end <= part.start:
            parts.append(part)
        elif part.end - part.start > parts[-1].end - parts[-1].start:
            parts[-1] = part
    return parts


def _prose(body: str, parts: list[Part]) -> list[Part]:
    """Those that touch nothing opaque."""
    walls = iter((*opaque(body), (len(body), len(body)))) if parts else iter(())
    return list(_outside(parts, walls))


def _outside(parts: Iterable[Part], walls: Iterator[Span]) -> Iterator[Part]:
    wall = next(walls, (0, 0))
    for part in parts:
        while wall[1] <= part.start and wall[1] > wall[0]:
            wall = next(walls)
        if part.end <= wall[0]:
            yield part


def _mentions(body: str, parts: list[Part], published: str | None) -> Iterator[DateMention]:
    """The parts that can be resolved, each with the ones before it in mind."""
    memory: list[DateMention] = []
    for part in parts:
        if memory and _far(body, memory[0].end, part.start):
            memory.clear()
        mention = _mention(body, part, published, memory)
        if mention:
            memory = [mention, *memory[: _MEMORY - 1]]
            yield mention


def _far(body: str, end: int, start: int) -> bool:
    """Whether more than a block lies between, or more than a block can be long."""
    return start - end > _NEAR or body.count("\n\n", end, start) > 1


def _mention(body: str, part: Part, published: str | None, memory: list[DateMention]) -> DateMention | None:
    means, tells = part.means, _tense(body, part)
    told = _told_year(body, part, memory) or (_story_year(body, part, memory, published) if tells == "past" else None)
    if told and tells != "future" and isinstance(means, Turn) and _lacks_year(means):
        means = replace(means, within=told)
    narrative = tuple(mention.value for mention in memory)
    stated = tuple(mention.value for mention in memory if mention.anchor in {"", published})
    date = resolved(means, Context(published, narrative, stated, tells))
    if not date:
        return None
    text = body[part.start : part.end]
    return DateMention(text, part.start, part.end, date.value, precision(date.value), date.anchor)


def _tense(body: str, part: Part) -> Tense:
    """The tense, where the date depends on it."""
    means = part.means
    depends = isinstance(means, Turn) and means.which in {"this", "nearest"} and not means.within
    return tense(body, part.start, part.end, ENGLISH) if depends else ""


def _lacks_year(means: Turn) -> bool:
    return means.cycle == "month" and means.which == "nearest" and not means.within


def _told_year(body: str, part: Part, memory: list[DateMention]) -> Fixed | None:
    """The year of a date in full that stands before, in the same sentence: "in 2013 he came in May"."""
    if not memory or memory[0].anchor or memory[0].precision == "decade":
        return None
    return Fixed(memory[0].value[:4]) if one_sentence(body[memory[0].end : part.start]) else None


def _story_year(body: str, part: Part, memory: list[DateMention], published: str | None) -> Fixed | None:
    """The year of the past day in full that the story has come to, where it goes on from there to a later day of it.

    In news a day without its year is near publication, whatever was told before. It is the story's where that would
    lie in the future ("told" on October 3, in a text of September), or where words say that the story goes on.
    """
    means = part.means
    if not (memory and isinstance(means, Turn) and means.day and memory[0].precision == "day") or memory[0].anchor:
        return None
    year, day = memory[0].value[:4], f"-{means.number:02d}-{means.day:02d}"
    printed = published or ""
    on = bool(ENGLISH.onward.search(body, memory[0].end, part.start))
    to_come = len(printed) == len(year + day) and printed[:4] + day > printed
    return Fixed(year) if (on or to_come) and memory[0].value < year + day and year < (printed or "9")[:4] else None
