"""Texts as words, and words as terms: what is the same to a reader who searches.

The browser splits and folds a question by the same rules (`engine/30-words.js`), but knows no stems: the dictionary
tells it the term of every form that was met.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby, pairwise

import Stemmer

LONGEST = 64
"""Characters of a word that count; a longer one is cut."""

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def _ranges(wanted: Callable[[str], bool]) -> str:
    """The inside of a character class: every letter or mark that is wanted; none lies behind the emoji."""
    codes = (code for code in range(0x300, 0x1F000) if wanted(chr(code)))
    runs = groupby(enumerate(codes), lambda pair: pair[1] - pair[0])
    found = ((run[0][1], run[-1][1]) for run in (list(group) for _, group in runs))
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in found)


_MARKS = _ranges(lambda character: unicodedata.category(character)[0] == "M")
# Han, Kana, Hangul, Thai, Lao, Myanmar, Khmer: scripts without spaces between words, or between words and endings.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
# A word, its possessive ending, and all letters of an acronym with dots.
_ACRONYM = r"\.(?<!{0}{0}\.)[^\W\d_](?!{0})(?:\.[^\W\d_](?!{0}))*"
_PATTERN = rf"{{0}}+(?:{_ACRONYM}|['’]s(?!{{0}}))?"
_WORD = re.compile(_PATTERN.format(r"\w"))
_MARKED_WORD = re.compile(_PATTERN.format(rf"[\w{_MARKS}]"))
# Whether a text may have a mark that stands alone, or a script without spaces: a quick look that spares a long one.
_OTHER = re.compile("[\u0300-\u036f\u0483-\u1dff\u20d0-\u20ff\u2c00-\U0010ffff]")
_RUN = re.compile(rf"[{UNSPACED}][{UNSPACED}{_MARKS}]*")
_CLUSTER = re.compile(rf".[{_MARKS}]*", re.DOTALL)
_POSSESSIVE = re.compile("['’]s$")

# What takes no thought: most texts are ASCII but for these, which stand between words or are apostrophes.
_TYPOGRAPHY = (
    ("\u2019", "'"),
    ("\u2018", " "),
    ("\u201c", " "),
    ("\u201d", " "),
    ("\u2013", " "),
    ("\u2014", " "),
    ("\xa0", " "),
)
_SPACES = "".join(sign.lower() if sign.isalnum() else " " for sign in map(chr, range(128)))
_ENDINGS = re.compile(r"'(?<=\w')s(?!\w)")
_DOTTED = re.compile(r"\.(?<!\w\w\.)(?<=\w\.)[A-Za-z](?!\w)(?:\.[A-Za-z](?!\w))*")
# An ending where the pattern of words above would see none, or what is left of it as a part of an acronym.
_UNCLEAR = re.compile(r"['.](?:s's|s\.\w|\w's)")

# Accents on Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel signs and the stroke that only stretches.
_SILENT = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "þ": "th", "ς": "σ"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ۀ": "ه", "ک": "ك", "ی": "ي"}
)


def split(text: str, *, whole: bool = False) -> list[str]:
    """The words of a text as they are written, in their order; a possessive `'s` belongs to its word.

    Where a script writes no spaces, every two neighboring characters are a word. So is the last one alone, unless the
    text stands as a whole, as a name does.
    """
    text = text.replace("_", " ")
    if text.isascii() or not _OTHER.search(text):
        return _WORD.findall(text)
    return _MARKED_WORD.findall(_RUN.sub(_whole_pairs if whole else _pairs, text))


def spaced(text: str) -> str:
    """The words of a text between spaces, as `split` gives them or folded already: several times as fast for ASCII."""
    plain = text if text.isascii() else _typed(text)
    plain = plain.replace("_", " ")
    possessive = "'s" in plain
    if not plain.isascii() or (possessive and _UNCLEAR.search(plain)):
        return " ".join(split(text))
    plain = _ENDINGS.sub("", plain) if possessive else plain
    return _DOTTED.sub(_undotted, plain).translate(_SPACES)


def _typed(text: str) -> str:
    """The text with the signs of a typewriter."""
    for sign, plain in _TYPOGRAPHY:
        text = text.replace(sign, plain)
    return text


def _undotted(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


def _pairs(run: re.Match[str]) -> str:
    clusters = _CLUSTER.findall(run[0])
    return f" {' '.join(map(''.join, zip(clusters, [*clusters[1:], ''], strict=True)))} "


def _whole_pairs(run: re.Match[str]) -> str:
    clusters = _CLUSTER.findall(run[0])
    return f" {' '.join(map(''.join, pairwise(clusters))) or run[0]} "


def fold(word: str) -> str:
    """The word without what readers do not type: case, accents, the dots of an acronym, a possessive ending."""
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST]
    word = _POSSESSIVE.sub("", word).replace(".", "")
    return _plain(word) if not word.isascii() else word.lower()[:LONGEST]


def form(word: str, stem: Callable[[str], str]) -> tuple[str, str]:
    """The word folded, and its term."""
    if word.isascii() and word.isalnum():
        plain = word.lower()[:LONGEST]
        return plain, stem(plain) or plain
    return fold(word), term(word, stem)


def _plain(word: str) -> str:
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).lower())
    return unicodedata.normalize("NFC", _SILENT.sub("", spread)).translate(_LETTERS)[:LONGEST]


def stemmer(language: str) -> Callable[[str], str]:
    """What takes the endings off the words of a language, by its tag; off none where nobody knows how."""
    name = _STEMMERS.get(language.partition("-")[0].lower())
    return Stemmer.Stemmer(name, 0).stemWord if name else str


def term(word: str, stem: Callable[[str], str]) -> str:
    """What the word has in common with its other forms; stems are taken of words with their accents, then folded."""
    whole = unicodedata.normalize("NFC", _POSSESSIVE.sub("", word).replace(".", "").lower())
    return fold(stem(whole[:LONGEST])) or fold(word)
