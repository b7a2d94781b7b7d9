"""Short names that a text uses after the full one: a family name, an acronym introduced in parentheses."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model import Entity
from generator.understand import names
from generator.understand.text import Text, is_heading, opens_sentence, plainly, words_of
from generator.understand.words import CALENDAR, FUNCTION, GIVEN_NAMES, ORDINARY, TITLES

Span = tuple[int, int]

_ACRONYM_AFTER = re.compile(r" \(\"?([^\W\d_][\w.&-]{1,9}(?<![.&-]))\"?\)")
_ACRONYM_BEFORE = re.compile(r"\b([^\W\d_][\w.&-]{1,9}) \(\"?$")
_ACRONYM = re.compile(r"(?<!\w)[^\W\d_][\w.&-]{1,9}(?<![.&-])")
_WEAK = ORDINARY | CALENDAR | FUNCTION


def family_names(text: Text, people: Iterable[Entity]) -> Iterator[tuple[Span, str]]:
    """Where the text calls a person by the family name alone, and the person's id.

    Args:
        text: The text.
        people: Those it names in full.

    Yields:
        Spans of the folded text. None for a family name that two people of the text bear, known to the archive or not.
    """
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    given: dict[str, frozenset[str]] = {}
    for person in people:
        given[person.id] = own_words(person)
        for form in _forms(person):
            bearers[words_of(plainly(form))].add(person.id)
    index = _positions(text) if bearers else {}
    for form, ids in bearers.items():
        if len(ids) == 1:
            (id_,) = ids
            yield from ((span, id_) for span in _alone(text, form, _occurrences(text, index, form), given[id_]))


def acronyms(text: Text, mentions: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Where the text uses an acronym that it introduces beside a full name, and the entity's id."""
    introduced: dict[str, str] = {}
    for (start, end), id_ in mentions:
        if " " not in text.plain[start:end]:
            continue
        found = _ACRONYM_AFTER.match(text.plain, end) or _ACRONYM_BEFORE.search(text.plain, max(0, start - 14), start)
        if found and _abbreviates(found[1], text.plain[start:end]):
            introduced.setdefault(found[1], id_)
    for found in _ACRONYM.finditer(text.plain) if introduced else ():
        if found[0] in introduced:
            yield found.span(), introduced[found[0]]


def own_words(person: Entity) -> frozenset[str]:
    """The words of a person's names, folded."""
    return frozenset(word for name in (person.name, *person.aliases) for word in words_of(plainly(name)))


def stands_alone(text: Text, first: int, last: int, own: frozenset[str]) -> bool:
    """Whether words that are a person's family name are no part of another name, and no ordinary word.

    Args:
        text: The text.
        first: The index of the first word.
        last: The index of the last word.
        own: The words of the person's names.
    """
    return not _another_person(text, first, last, own) and _means_the_person(text, first, last, own)


def _forms(person: Entity) -> Iterator[str]:
    for name in dict.fromkeys((person.name, *person.aliases)):
        yield from names.family_names(name)


def _positions(text: Text) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(text.words):
        index[word].append(i)
    return index


def _occurrences(text: Text, index: Mapping[str, list[int]], form: tuple[str, ...]) -> list[int]:
    """The indexes of the words at which the form begins."""
    return [i for i in index.get(form[0], ()) if text.words[i : i + len(form)] == form]


def _alone(text: Text, form: tuple[str, ...], found: list[int], own: frozenset[str]) -> list[Span]:
    """The occurrences that mean the person; none at all where one of them is part of another person's name."""
    if any(_another_person(text, i, i + len(form) - 1, own) for i in found):
        return []
    return [(text.starts[i], text.ends[i + len(form) - 1]) for i in found if _means_the_person(text, i, i + len(form) - 1, own)]


def _another_person(text: Text, first: int, last: int, own: frozenset[str]) -> bool:
    """Whether a given name that is not the person's stands beside the family name."""
    before, after = _neighbor(text, first, -1), _neighbor(text, last, 1)
    if after and after not in own and names.family_names(f"{text.words[first]} {after}") == (text.words[first],):
        return True
    if not before or before in own or before.lower() in TITLES | FUNCTION:
        return False
    return (
        before.lower() in GIVEN_NAMES
        or not opens_sentence(text, first - 1)
        and not is_heading(text, first)
        and _is_given(before)
    )


def _is_given(word: str) -> bool:
    return word.istitle() and word.lower() not in _WEAK


def _means_the_person(text: Text, first: int, last: int, own: frozenset[str]) -> bool:
    before, after = _neighbor(text, first, -1), _neighbor(text, last, 1)
    if first == last and text.words[first].lower() in _WEAK and not (before and before.lower() in TITLES):
        return False
    part_of_name = after and after not in own and after.istitle() and after.lower() not in FUNCTION | CALENDAR
    return is_heading(text, first) or not part_of_name


def _neighbor(text: Text, index: int, step: int) -> str:
    """The capitalized word beside a word with nothing but a space between them; empty where there is none."""
    other = index + step
    if not 0 <= other < len(text.words):
        return ""
    between = text.plain[text.ends[min(index, other)] : text.starts[max(index, other)]]
    if between != " " and not (between == ". " and text.words[other].lower() in TITLES):
        return ""
    return text.words[other] if text.words[other][0].isupper() else ""


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the capitals of the acronym are, in order, letters that begin words of the name."""
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    initials = iter(re.findall(r"(?<![^\W\d_])[^\W\d_]", name.lower()))
    return len(letters) >= 2 and name[0].lower() == letters[0] and all(letter in initials for letter in letters)
