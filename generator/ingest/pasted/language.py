"""The language of a text, by the words that every sentence needs."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_ENOUGH = 3

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": (
            "the of and to in that is was for with his her they are be this have from has had were their "
            "which would who at by it on as said been but not we"
        ),
        "de": (
            "der die das und ist nicht mit von den dem des ein eine einen sich auf für im auch als wird hat "
            "sind werden nach bei aus zum zur er sie es wie dass über noch"
        ),
        "fr": (
            "le la les des et est une un du dans que qui pour par sur pas au avec sont il elle ce cette aux "
            "ses ont été plus se mais nous leur été"
        ),
        "es": (
            "el la los las de del y que en un una por con para su se es no al como más lo pero sus este esta "
            "ha fue son entre también"
        ),
        "it": (
            "il la di che e un una per con non del della le dei gli nel sono è da si al alla come più anche "
            "ha delle dal ma lo"
        ),
        "pt": (
            "o a os as de do da e que em um uma para com não por se no na dos das mais ao como foi é são pelo "
            "pela seu sua"
        ),
        "nl": (
            "de het een en van in is dat op te zijn met voor niet aan er om ook als bij nog maar wordt heeft "
            "door hij naar uit"
        ),
        "sv": (
            "och att det som en på är av för med den till inte har de om ett han var jag sig från men så vi kan hon"
        ),
        "no": ("og i det som på er av for med til ikke har de om et han var jeg seg fra men så vi kan hun etter ble"),
        "da": ("og i det som på er af for med til ikke har de om et han var jeg sig fra men så vi kan hun efter blev"),
        "pl": "i w na z się do nie że to jest o jak po za od przez dla są ale czy było ma jego tym",
        "id": ("yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga ada sebagai telah bahwa para"),
        "sw": "ya na wa kwa ni katika la za kuwa hiyo hii huo cha vya alisema pia kama hilo wao yake",
        "tr": "ve bir bu da de için ile olarak olan daha çok gibi en sonra kadar ancak ne var göre dedi",
        "ru": "и в не на что с по как это из он к за для от его но а то был все или у о были она",
        "uk": "і в не на що з та як це із він до за для від його але був або у про були вона також й",
        "bg": "и в не на че с по как това от той към за до но а беше са или у се ще също",
        "kk": "және мен бұл үшін деп бір да де болып еді оның туралы осы бен пен",
    }.items()
}
"""A few of the commonest words of each language; where two share most of them, those that part them."""

_LANGUAGES = {
    word: tuple(tag for tag, known in FUNCTION_WORDS.items() if word in known)
    for word in frozenset().union(*FUNCTION_WORDS.values())
}
ALL_FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS.values())

_ARABIC = re.compile("[\u0600-\u06ff]")
# Scripts that (nearly) one language of the press writes.
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", _ARABIC),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)

# All of these at once: most texts have none of them.
_ANY_SCRIPT = re.compile(f"[{''.join(script.pattern[1:-1] for _, script in _SCRIPTS)}]")

# Languages in Arabic letters, by letters that Arabic does not have, and the part of all letters that they make up at
# least; those that share letters with a later one stand before it.
_NOT_ARABIC = (
    ("ur", re.compile("[ٹڈڑںے]"), 0.01),
    ("ps", re.compile("[ټډړږښځڅۍ]"), 0.01),
    ("ckb", re.compile("[ێڕڵ]"), 0.01),
    ("ug", re.compile("[ۇۈڭ]"), 0.01),
    # Iraqi and other papers write names with a few of them.
    ("fa", re.compile("[پچژگکی]"), 0.04),
)


def language(texts: Iterable[str]) -> tuple[str, float] | None:
    """The BCP 47 tag of the rows' language, and how sure that is (0 to 1); None where it cannot be told."""
    sample = " ".join(texts)[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if not words:
        return None
    return _by_script(sample) or _by_words(Counter(filter(_LANGUAGES.__contains__, words)))


def _by_script(sample: str) -> tuple[str, float] | None:
    if not _ANY_SCRIPT.search(sample):
        return None
    letters = sum(map(str.isalpha, sample))
    for tag, script in _SCRIPTS:
        # A tenth is enough: kana stand between Chinese characters, and Latin names in all of them.
        if len(script.findall(sample)) * 10 > letters:
            return _in_arabic_letters(sample) if tag == "ar" else (tag, 0.95)
    return None


def _in_arabic_letters(sample: str) -> tuple[str, float]:
    letters = len(_ARABIC.findall(sample))
    own = (tag for tag, script, least in _NOT_ARABIC if len(script.findall(sample)) >= letters * least)
    return next(own, "ar"), 0.95


def _by_words(words: Counter[str]) -> tuple[str, float] | None:
    """The language by how often these words, each a function word of some, stand in the text."""
    found = dict.fromkeys(FUNCTION_WORDS, 0)
    for word, count in words.items():
        for tag in _LANGUAGES[word]:
            found[tag] += count
    scores = sorted(((count, tag) for tag, count in found.items()), reverse=True)
    (best, tag), (second, _) = scores[:2]
    if best < _ENOUGH or best == second:
        return None
    return tag, round(best / (best + second), 2)
