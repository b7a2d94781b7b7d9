"""The words of an article as terms: folded, without endings and function words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

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
        elif term := _TERMS[word]:
            yield term, word


def counted(*texts: str) -> tuple[dict[str, int], dict[str, str]]:
    """How often the texts have each term, and how they write it: most often, and then first."""
    if not all(map(str.isascii, texts)) and any(map(_UNSPACED.search, texts)):
        return _summed(Counter(chain.from_iterable(map(terms, texts))))
    # A text says the same words again and again: each is made a term once.
    words = Counter(chain.from_iterable(map(_WORD.findall, texts)))
    return _summed({(term, word): count for word, count in words.items() if (term := _TERMS[word])})


def _summed(pairs: Mapping[tuple[str, str], int]) -> tuple[dict[str, int], dict[str, str]]:
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    for pair, count in pairs.items():
        term, word = pair
        if term not in counts:
            counts[term], written[term] = count, word
        else:
            counts[term] += count
            if count > pairs[term, written[term]]:
                written[term] = word
    return counts, written


class _Terms(dict[str, str]):
    """The words met so far, with their terms: most words of a text are known from the texts before it."""

    def __missing__(self, word: str) -> str:
        """The word's term; empty for one that joins others and names nothing."""
        if len(self) >= _REMEMBERED:
            self.clear()
        folded = word.casefold()
        joins = not _SHORTEST <= len(word) <= _LONGEST or folded in FUNCTION
        term = self[word] = "" if joins else stem(folded)
        return term


_REMEMBERED = 200_000
_TERMS = _Terms()


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
