"""How one name is written in several ways: with initials, by the family name alone, as an acronym."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.understand.text import plainly
from generator.understand.words import CHINESE_FAMILY_NAMES, KOREAN_FAMILY_NAMES, NAME_PARTICLES, TITLES

_INITIALS = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINALS = "iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|[aeiouv]"
_PINYIN = re.compile(rf"(?:{_INITIALS}(?:{_FINALS})){{1,2}}")
_GENERATION = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)$")
_CASED = re.compile(r"[A-ZÀ-ÞА-Я]")


def is_acronym(name: str) -> bool:
    """Whether the name is written in capitals only: `SCO`, `U.S.`, `G20`."""
    return name.isupper() and " " not in name and len(name) <= 8 and bool(_CASED.search(name))


@lru_cache(maxsize=10_000)
def family_names(name: str) -> tuple[str, ...]:
    """The short forms that a text calls a person by after the full name, longest first.

    `Xi Jinping` gives `Xi`; `Gabriel García Márquez` gives `García Márquez` and `Márquez`; `Ursula von der Leyen` gives
    `von der Leyen`, `der Leyen` and `Leyen`. A name of one word has none.
    """
    words = _GENERATION.sub("", name).split()
    if len(words) < 2 or not all(_is_name_word(word) for word in words):
        return ()
    if _family_first(words):
        return (words[0],)
    forms = [" ".join(words[i:]) for i in range(1, len(words)) if _begins_family_name(words, i)]
    bare = re.sub(r"^(?:[aeAE][lnr]|as|ad|ash)-", "", words[-1])
    return tuple(forms if bare == words[-1] else [*forms, bare])


def with_initials(name: str) -> tuple[str, ...]:
    """Forms with the given names shortened: `N. Nazarbayev`, `N.A. Nazarbayev`; none for family-name-first names."""
    words = _GENERATION.sub("", name).split()
    if len(words) < 2 or not all(_is_name_word(word) for word in words) or _family_first(words):
        return ()
    return tuple(_initialed(words))


def offices(role: str) -> Iterator[str]:
    """Titles that an office puts before a family name: `President` for `President of Kazakhstan`."""
    office = re.split(r" (?:of|to|for|at|in)\b|,", role)[0].strip()
    if office and office.split()[-1].lower() in TITLES:
        yield office


def without_initials(name: str) -> str | None:
    """The name without middle initials: `George Bush` for `George W. Bush`; None where it has none."""
    words = name.split()
    kept = (
        [words[0], *(word for word in words[1:-1] if not re.fullmatch(r"[^\W\d_]\.?", word)), words[-1]]
        if len(words) > 2
        else words
    )
    return " ".join(kept) if len(kept) < len(words) else None


def _initialed(words: list[str]) -> Iterator[str]:
    begin = next((i for i in range(1, len(words)) if _begins_family_name(words, i)), len(words) - 1)
    given, family = words[: max(begin, 1)], " ".join(words[max(begin, 1) :])
    first = f"{given[0][0]}."
    yield f"{first} {family}"
    yield f"{first}{family}"
    if len(given) > 1:
        yield "".join(f"{word[0]}." for word in given) + f" {family}"


def _begins_family_name(words: list[str], index: int) -> bool:
    """Whether a family name can begin at the word: not inside of one that a particle began, and not at an initial."""
    word = words[index]
    last = index == len(words) - 1
    return not re.fullmatch(r"[^\W\d_]\.?", word) and (
        last or index > 1 or word.lower() in NAME_PARTICLES or len(words) == 3
    )


def _family_first(words: list[str]) -> bool:
    """Whether the family name stands first, as in Chinese and Korean names."""
    first, *given = (plainly(word).lower() for word in words)
    if (
        first in CHINESE_FAMILY_NAMES
        and len(given) == 1
        and _PINYIN.fullmatch(given[0].replace("'", "").replace("-", ""))
    ):
        return True
    return first in KOREAN_FAMILY_NAMES and (len(given) == 2 or (len(given) == 1 and "-" in given[0]))


def _is_name_word(word: str) -> bool:
    return word[0].isalpha() and (word[0].isupper() or word.lower() in NAME_PARTICLES or "-" in word)
