"""Names of people and agencies, by their look."""

import re
from functools import lru_cache

from generator.calendars import month
from generator.ingest.pasted import vocabulary
from generator.ingest.pasted.language import FUNCTION_WORDS
from generator.ingest.pasted.press import PRESS

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "do",
        "dos",
        "du",
        "del",
        "della",
        "den",
        "der",
        "des",
        "el",
        "la",
        "le",
        "van",
        "von",
        "vom",
        "zu",
        "zum",
        "ten",
        "ter",
        "bin",
        "ibn",
        "al",
        "y",
        "e",
        "af",
    ]
)
_TOKEN = re.compile(r"(?:[A-ZÀ-ÞŠŽĐĆČА-ЯЁ][\w’'‘.-]*|(?:Mc|Mac|O[’'])[A-Z]\w+|d[’'][A-Z]\w+)$")
_TITLES = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Lt|Col|Gen|Sgt|Capt|Fr)\.?\s+(?=[A-Z])")
_LONGEST = 5
_USUAL = 100  # characters
_ROLE = re.compile(
    r"\b(?:by|lead|legacy|federal|latest|related|read|more|live|news|home|national|senior|junior|world|local"
    r"|politics|business|opinion|analysis|recruiting|newsroom|desk|team|editorial|newspaper|magazine|daily|weekly"
    r"|the|and|of|editor|reporter|correspondent|writer|staff|columnist|contributor|journalist|producer|author"
    r"|analyst|critic|bureau|chief|senior|executive|managing|associate"
    r"|deputy|assistant|director|professor|freelance|special|news|sports|digital|redakteur(?:in)?|redaktion"
    r"|korrespondent(?:in)?|autor(?:in)?|journaliste|rédact\w+|periodista|redactor\w*"
    r"|officer|ceo|cto|president|manager|head|founder|fellow|updated|published|posted|minute|min|read|ago|comments?"
    r"|share|follow|photo|photos|video|image|images)\b",
    re.IGNORECASE,
)
# Only of languages whose small words are nobody's name: Ada is Indonesian for "there is".
_SMALL_WORDS = FUNCTION_WORDS["en"] | FUNCTION_WORDS["de"] | FUNCTION_WORDS["fr"]
_HARMLESS = frozenset({"first person", "second person", "byline", "section"})
# A capital within a word: two things glued together, unless a name is made so.
_GLUED = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bDi)(?<!\bVan)(?<=[a-z])[A-Z]|[A-Z]{3,}[a-z]")
_BREAK = re.compile(r"\s*(?:[,;|•·@(/]|\s[-–—]\s|(?<=[a-z]{3})(?=[A-Z][a-z]))")
_PRESS = re.compile(
    r"\b(?:today|post|times|news|press|journal|tribune|herald|courier|register|gazette|star|sun|republic|network"
    r"|online|media)\b|\.com",
    re.IGNORECASE,
)
_PAPER = re.compile(rf"\b{PRESS}$")
# What is named so is an office, a house or a town, nobody.
_NOBODY = re.compile(
    r"(?:Our|Your|My|Port|Fort|Cape|San|Santa|Saint|Los|Las|New|North|South|East|West|Upper|Lower|Mount|Lake|Hong"
    r"|Kuala|Buenos|Addis|Phnom|Abu Dhabi|Tel Aviv)\s"
    r"|.*\b(?:Agence|Agência|Agencia|Agenzia|Institut[eo]?|Ministère|Ministerio|Université|Universi(?:dad|dade|tät)"
    r"|Reda[cç]\w+|Rédaction)\b"
    r"|.*\b(?:Info|Wire|Agency|Institute|Ministry|University|Foundation|Council|Committee|Commission|Association"
    r"|Union|Group|Office|Centre|Center"
    r"|Department|Bank|Embassy|Party|Service|Services|Studio|Studios|Report|Reports|Letters|Briefs?|Notebook"
    r"|Limited|Ltd|Inc|GmbH|Verlag|Valley|Street|Avenue|Road|City|Town|County|Province|Island|Islands|River"
    r"|Events?|Topics?|Story|Stories|Updates?|Highlights|Summary|Points)$",
)
AGENCIES = {
    "ap": "Associated Press",
    "afp": "AFP",
    "reuters": "Reuters",
    "dpa": "dpa",
    "apa": "APA",
    "epa": "EPA",
    "upi": "UPI",
    "efe": "EFE",
    "ansa": "ANSA",
    "pti": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "тасс": "TASS",
    "итар-тасс": "TASS",
    "риа новости": "RIA Novosti",
    "ria novosti": "RIA Novosti",
    "интерфакс": "Interfax",
    "казинформ": "Kazinform",
    "рейтер": "Reuters",
    "新华社": "Xinhua",
    "法新社": "AFP",
    "路透社": "Reuters",
    "interfax": "Interfax",
    "kazinform": "Kazinform",
    "bloomberg": "Bloomberg",
    "sid": "SID",
    "kna": "KNA",
    "epd": "epd",
    "sda": "SDA",
    "tt": "TT",
    "ntb": "NTB",
    "ritzau": "Ritzau",
    "belga": "Belga",
    "anp": "ANP",
    "pa": "PA",
    "cnn": "CNN",
    "aap": "AAP",
    "yonhap": "Yonhap",
    "kyodo": "Kyodo",
}
"""News agencies by what stands for them in a dateline, and how they are called."""

_AGENCY_NAMES = (
    frozenset(name.lower() for name in AGENCIES.values())
    | frozenset(AGENCIES)
    | {
        "the associated press",
        "agence france-presse",
        "deutsche presse-agentur",
        "the canadian press",
        "press association",
    }
)


def is_person(text: str) -> bool:
    """Whether the text looks like one person's name: two to five capitalized words, particles between them."""
    return _remembered(text) if len(text) <= _USUAL else _is_person(text)


def _is_person(text: str) -> bool:
    words = _TITLES.sub("", text).split()
    if not 2 <= len(words) <= _LONGEST or _ROLE.search(text):
        return False
    if (text.isupper() and len(text) > 40) or _NOBODY.match(text.title() if text.isupper() else text):
        return False
    named = [word for word in words if word.lower() not in _PARTICLES or word is words[0]]
    if any(month(word) for word in named[1:]) or any(map(str.isdigit, text)) or _GLUED.search(text) or has_press(text):
        return False
    if any(word.lower() in _SMALL_WORDS for word in named) or _is_page(text):
        return False
    return len(named) > 1 and all(_TOKEN.match(word) for word in named)


# Many rules ask it of the same rows.
_remembered = lru_cache(maxsize=1024)(_is_person)


def _is_page(text: str) -> bool:
    """Whether these are words that pages are made of: `Stay Connected`, `Search Search`."""
    return any(name not in _HARMLESS for name in vocabulary.classes(vocabulary.words(text)))


def is_agency(text: str) -> bool:
    """Whether the text is what a news agency is called."""
    return text.lower().strip(" .()") in _AGENCY_NAMES


def has_role(text: str) -> bool:
    """Whether the text says what somebody does at a paper."""
    return bool(_ROLE.search(text))


def leading_name(text: str) -> str:
    """The name that the text begins with, before a comma, a bar or a handle, else its first words; empty if none."""
    head = _BREAK.split(text, maxsplit=1)[0].strip()
    if is_person(head):
        return head
    words = head.split()
    # Where nothing parts the name from what follows, most have two words; an initial in the middle makes three.
    for end in (3, 2) if len(words) > 2 and words[1].endswith(".") else (2,):
        if is_person(" ".join(words[:end])):
            return " ".join(words[:end])
    return ""


def has_press(text: str) -> bool:
    """Whether the text looks like the name of a paper or site."""
    return bool(_PRESS.search(text) or _PAPER.search(text))
