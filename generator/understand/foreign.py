"""What other languages call the countries, from Unicode's CLDR as the package Babel ships it."""

from collections.abc import Mapping
from functools import cache

from generator.understand.words import FUNCTION, GIVEN_NAMES, ORDINARY

_LANGUAGES = ("fr", "de", "es", "ru", "uk", "kk", "zh", "zh_Hant", "ja", "ko", "ar", "fa")
# Names that are an English word or given name as well are left out: "Man" is a word, "Maurice" a man.
_WORDS = FUNCTION | GIVEN_NAMES | ORDINARY
_SHORTEST = 3


def names(country: str, kind: str) -> tuple[str, ...]:
    """The names of a country of that ISO 3166 code, each once; none for what is no country."""
    if kind != "country":
        return ()
    found = dict.fromkeys(names.get(country, "") for names in _territories().values())
    return tuple(name for name in found if _is_safe(name))


@cache
def _territories() -> Mapping[str, Mapping[str, str]]:
    from babel import Locale  # noqa: PLC0415 - takes long to load, and only building a lexicon needs it

    return {language: Locale.parse(language).territories for language in _LANGUAGES}


def _is_safe(name: str) -> bool:
    """Whether the name is long enough to be one, and no word or given name of English."""
    return name.lower() not in _WORDS and (len(name) > _SHORTEST if name.isascii() else len(name) > 1)
