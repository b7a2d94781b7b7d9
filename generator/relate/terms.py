"""The words of an article as terms: folded, without endings and function words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.understand.words import FUNCTION

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]{2}")
_SHORTEST = 3  # letters
_LONGEST = 40  # letters; longer ones are no words
_VOWEL = re.compile(r"[aeiouy]")
# In this order; a word loses one ending only.
_ENDINGS = (
    ("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ed", ""), ("ss", "ss"), ("us", "us"),
    ("s", ""),
)  # fmt: skip


def terms(text: str) -> Iterator[tuple[str, str]]:
    """Each word that carries meaning, as its term and as it is written, in the order of the text.

    Scripts that write no spaces give every two neighboring characters.
    """
    for word in _WORD.findall(text):
        if not word.isascii() and _UNSPACED.search(word):
            yield from ((word[start : start + 2],) * 2 for start in range(len(word) - 1))
        elif term := _term(word):
            yield term, word


@lru_cache(maxsize=100_000)
def _term(word: str) -> str:
    """The word's term; empty for one that joins others and names nothing."""
    folded = word.casefold()
    return stem(folded) if _SHORTEST <= len(word) <= _LONGEST and folded not in FUNCTION else ""


def stem(word: str) -> str:
    """The word without the endings of English plurals, past and progressive forms, so that these are one term.

    It need not be a word any more; in other languages it loses at most a letter, and loses it everywhere.
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    for ending, put in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST and _VOWEL.search(root):
            return root + put if put else _undoubled(root)
    return word


def _undoubled(root: str) -> str:
    """`stopp`, left of `stopped`, as `stop`."""
    return root[:-1] if len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] not in "aeiouls" else root
