"""Short names that a text uses after the full one: a family name, an acronym introduced in parentheses."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Entity
from generator.understand import names
from generator.understand.text import Text, is_heading, opens_sentence, plainly, words_of
from generator.understand.words import CALENDAR, FUNCTION, GIVEN_NAMES, ORDINARY, TITLES

Span = tuple[int, int]

_ACRONYM = re.compile(r"(?<!\w)[^\W\d_][\w.&-]{1,9}(?<![.&-])")
_ACRONYM_AFTER = re.compile(r" \(\"?([^\W\d_][\w.&-]{1,9}(?<![.&-]))\"?\)")
_ACRONYM_BEFORE = re.compile(r"\b([^\W\d_][\w.&-]{1,9}) \(\"?$")
_SMALL = CALENDAR | FUNCTION
_WEAK = ORDINARY | _SMALL
_BEFORE_NAMES = TITLES | FUNCTION


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person, as far as family names go.

    Attributes:
        id: The person's id.
        words: The words of all the person's names, folded.
        first: Those that begin a full name: a family name among them stands first, as in Chinese.
    """

    id: str
    words: frozenset[str]
    first: frozenset[str]


@lru_cache(maxsize=1000)
def bearer(person: Entity) -> Bearer:
    """What tells a person's family name from somebody else's."""
    full = [words_of(plainly(name)) for name in (person.name, *person.aliases)]
    return Bearer(
        person.id,
        frozenset(word for words in full for word in words),
        frozenset(words[0] for words in full if len(words) > 1),
    )


def family_names(text: Text, people: Iterable[Entity], taken: Collection[int]) -> Iterator[tuple[Span, str]]:
    """Where the text calls a person by the family name alone, and the person's id.

    Args:
        text: The text.
        people: Those it names in full.
        taken: Where in the folded text the mentions end that are known already.

    Yields:
        Spans of the folded text. None for a family name that two people of the text bear, known to the archive or not.
    """
    bearers: dict[tuple[str, ...], dict[str, Bearer]] = defaultdict(dict)
    for person in people:
        who = bearer(person)
        for form in _forms(person):
            bearers[form][person.id] = who
    index = _positions(text, frozenset(words[0] for words in bearers)) if bearers else {}
    for words, claimants in bearers.items():
        if len(claimants) == 1:
            who = next(iter(claimants.values()))
            yield from ((span, who.id) for span in _alone(text, _occurrences(text, index, words), who, taken))


def stands_alone(text: Text, words: range, who: Bearer, taken: Collection[int] = ()) -> bool:
    """Whether words that are a person's family name are no part of another name, and no ordinary word."""
    return not _another_person(text, words, who, taken) and _means_the_person(text, words, who)


def acronyms(text: Text, mentions: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Where the text uses an acronym that it introduces beside a full name, and the entity's id."""
    introduced: dict[str, str] = {}
    for (start, end), id_ in mentions:
        if " " not in text.plain[start:end]:
            continue
        found = _ACRONYM_AFTER.match(text.plain, end) or _ACRONYM_BEFORE.search(text.plain, max(0, start - 14), start)
        if found and abbreviates(found[1], text.plain[start:end]):
            introduced.setdefault(found[1], id_)
    for found in _ACRONYM.finditer(text.plain) if introduced else ():
        if found[0] in introduced:
            yield found.span(), introduced[found[0]]


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the capitals of the acronym are, in order, letters that begin words of the name."""
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    initials = iter(re.findall(r"(?<![^\W\d_])[^\W\d_]", name.lower()))
    return len(letters) >= 2 and name[0].lower() == letters[0] and all(letter in initials for letter in letters)


def _forms(person: Entity) -> Iterator[tuple[str, ...]]:
    for name in dict.fromkeys((person.name, *person.aliases)):
        yield from (words_of(plainly(form)) for form in names.family_names(name))


def _positions(text: Text, wanted: Collection[str]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(text.words):
        if word in wanted:
            index[word].append(i)
    return index


def _occurrences(text: Text, index: Mapping[str, list[int]], form: tuple[str, ...]) -> list[range]:
    """The indexes of the words of each occurrence of the form."""
    size = len(form)
    return [range(i, i + size) for i in index.get(form[0], ()) if text.words[i : i + size] == form]


def _alone(text: Text, found: list[range], who: Bearer, taken: Collection[int]) -> list[Span]:
    """The occurrences that mean the person; none at all where one of them is part of another person's name."""
    if any(_another_person(text, words, who, taken) for words in found):
        return []
    return [(text.starts[words[0]], text.ends[words[-1]]) for words in found if _means_the_person(text, words, who)]


def _another_person(text: Text, words: range, who: Bearer, taken: Collection[int]) -> bool:
    """Whether a given name that is not the person's stands beside the family name."""
    family = text.words[words[0]]
    if family in who.first:
        after = _neighbor(text, words[-1], 1)
        return bool(after) and after not in who.words and names.family_names(f"{family} {after}") == (family,)
    before = _neighbor(text, words[0], -1)
    if not before or before in who.words or before.lower() in _BEFORE_NAMES or text.ends[words[0] - 1] in taken:
        return False
    headline = opens_sentence(text, words[0] - 1) or is_heading(text, words[0])
    return before.lower() in GIVEN_NAMES or (not headline and before.istitle() and before.lower() not in _WEAK)


def _means_the_person(text: Text, words: range, who: Bearer) -> bool:
    before, after = _neighbor(text, words[0], -1), _neighbor(text, words[-1], 1)
    if len(words) == 1 and before.lower() not in TITLES and _is_ambiguous(text, words[0]):
        return False
    part_of_name = after.istitle() and after not in who.words and after.lower() not in _SMALL
    return is_heading(text, words[0]) or not part_of_name


def _neighbor(text: Text, index: int, step: int) -> str:
    """The capitalized word beside a word, a space or a title's full stop between them; empty where there is none."""
    other = index + step
    if not 0 <= other < len(text.words):
        return ""
    between = text.plain[text.ends[min(index, other)] : text.starts[max(index, other)]]
    if between != " " and not (between == ". " and text.words[other].lower() in TITLES):
        return ""
    return text.words[other] if text.words[other][0].isupper() else ""


def _is_ambiguous(text: Text, index: int) -> bool:
    """Whether the word may be an ordinary one: a capital tells little where a sentence begins, nothing of a month."""
    word = text.words[index].lower()
    if word in _SMALL:
        return True
    return word in ORDINARY and (opens_sentence(text, index) or is_heading(text, index))
