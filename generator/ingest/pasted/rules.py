"""The rules that tell what a row is by its own words: named functions, in the order in which they are asked."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator import calendars
from generator.ingest.pasted import vocabulary
from generator.ingest.pasted.dateline import dateline
from generator.ingest.pasted.names import leading_name
from generator.model import LineKind

Label = tuple[LineKind, str]
"""What a row is, and the name of the rule that says so."""

Rule = tuple[LineKind, str, Callable[[str], bool]]

# Nothing longer is a caption, a byline, a line with a date.
_CAPTION, _BYLINE_LENGTH, _SIGNATURE, _DATE_LINE, _FIELD_LENGTH = 700, 160, 110, 120, 120
_TAIL = 170
_SIGNATURE_WORDS = 12

_FIELD = re.compile(
    r"(?:date|published|updated|author|byline|source|url|link|title|headline|language|section|category|publication|fecha"
    r"|datum|quelle|autor|auteur)(?:\s*[:=]\s*\S.*|\s+\d{4}-\d\d-\d\d.{0,30})",
    re.IGNORECASE,
)
_WEB_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+\W*", re.IGNORECASE)
_PHOTO = (
    r"(?:(?:file |image |photo )?(?:photos?|photographs?|pictures?|images?|credit)|handout|screenshot|illustration"
    r"|rendering|fotos?|bild|symbolbild|grafik|crédits?|imagen|immagine|imagem|dok|фото)"
)
_CREDIT_AT_END = re.compile(
    rf"\([^()]{{2,60}}/[^()]{{2,60}}\)\W*$|[(\[](?:{_PHOTO}|courtesy|via)\b[^()\[\]]{{0,80}}[)\]]\W*$"
    rf"|\b{_PHOTO}(?: (?:by|credit|courtesy|von|de|di))?\s?[:/]\s?[^.]{{2,60}}$|\bgetty images\b\W{{0,3}}$"
    r"|\b(?:AP|AFP|EPA|REX|PA) ?(?:photo|images)\b.{0,40}$",
    re.IGNORECASE,
)
_CREDIT_ALONE = re.compile(rf"[(\[]?(?:{_PHOTO}|bildquelle)\s?(?:by\b|:|©|/).{{2,90}}$", re.IGNORECASE)
_FILE_PHOTO = re.compile(r"file\s?(?:photo)?\s?[-–—:]\s", re.IGNORECASE)
_BYLINE = re.compile(
    r"[*+\-|\s]*(?:by|von|par|por|di|door|av|af|oleh|written by|story by|reporting by|words by|text:|автор:?)\s+(?=\S)",
    re.IGNORECASE,
)
# What stands above a press release, and its number.
_RELEASE = re.compile(
    r"(?:(?:news|press) release|for immediate release|press statement|pressemitteilung|communiqué de presse"
    r"|comunicado de prensa|пресс-релиз|download pdf|\d{4}-\d\d-[A-Z]{1,3}-\d+|\W)+",
    re.IGNORECASE,
)
# What stands in the middle of an article where an advertisement was, and nothing besides.
_AD_NOTICE = re.compile(
    r"\W*(?:(?:article|story|text|content) continues? (?:below|after)\b.{0,40}"
    r"|(?:scroll (?:down )?to continue|continue reading below)\b.{0,40}"
    r"|(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|reklame|реклама"
    r"|广告|광고|広告)(?:\W+continue reading\b.{0,40})?)\W*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:by|von|par|por|di)\s+[^\W\d_]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
TIME_WORDS = frozenset(
    word for term in vocabulary.CLASSES["time"].split(",") for word in vocabulary.words(term)
) | frozenset(
    [
        "at",
        "on",
        "um",
        "le",
        "à",
        "el",
        "date",
        "et",
        "pt",
        "ct",
        "mt",
        "h",
        "first",
        "zuerst",
        "den",
        "kl",
        "du",
        "the",
    ]
)
"""The words that stand beside a date which is there for its own sake."""


def certain(text: str) -> Label | None:
    """What a row says that it is, whatever stands around it; None where it does not say so."""
    return _remembered(text) if len(text) <= _CAPTION else _certain(text)


def _certain(text: str) -> Label | None:
    return next(((kind, rule) for kind, rule, holds in CERTAIN if holds(text)), None)


# The headline, the kinds and the metadata ask it of the same rows, one after the other.
_remembered = lru_cache(maxsize=256)(_certain)


def likely(text: str) -> Label:
    """What a row is that does not look like the article."""
    return next(((kind, rule) for kind, rule, holds in LIKELY if holds(text)), ("junk", "not-like-the-article"))


def _is_wordless(text: str) -> bool:
    return not _LETTER.search(text)


def _is_field(text: str) -> bool:
    return len(text) < _FIELD_LENGTH and bool(_FIELD.fullmatch(text))


def _is_address(text: str) -> bool:
    return bool(_WEB_ADDRESS.fullmatch(text))


def _is_caption(text: str) -> bool:
    if len(text) > _CAPTION:
        return False
    return bool(_credit_at_end(text[-_TAIL:]) or _CREDIT_ALONE.match(text) or _FILE_PHOTO.match(text))


def _credit_at_end(tail: str) -> bool:
    # The search is slow, and every credit has one of these signs.
    folded = tail.casefold()
    return any(sign in folded for sign in ("(", "[", ":", "/", "mages", "photo")) and bool(_CREDIT_AT_END.search(tail))


def _is_byline(text: str) -> bool:
    return len(text) < _BYLINE_LENGTH and bool(_BYLINE.match(text)) and text[-1] not in ".!?"


def _is_signature(text: str) -> bool:
    """A byline that can be nothing else: `By` and a name, at most a role or a date after it."""
    found = _BYLINE.match(text) if len(text) < _SIGNATURE else None
    return bool(found and text[-1] not in ".!?:" and leading_name(text[found.end() :]))


def _is_signed_and_dated(text: str) -> bool:
    """A site or a name and a date, between bars or dashes: `Daily News | By Ann Lee - 7 June 2017`."""
    set_off = len(text) < _DATE_LINE and any(mark in text for mark in "|•·–-") and _SIGNED.search(text)
    return bool(set_off) and _is_dated(text) and other_words(text) <= _SIGNATURE_WORDS


def _is_dateline_alone(text: str) -> bool:
    """A place and a day on a line of their own: `PORT ARLEN, Norland (June 7, 2017)`."""
    found = dateline(text) if len(text) < _FIELD_LENGTH and text[-1] in ")0123456789" else None
    return bool(found and found.alone)


def _is_release_header(text: str) -> bool:
    return len(text) < _DATE_LINE and bool(_RELEASE.fullmatch(text))


def _is_ad_notice(text: str) -> bool:
    return len(text) < _DATE_LINE and bool(_AD_NOTICE.fullmatch(text))


def _is_date_alone(text: str) -> bool:
    """Whether the row says nothing besides a date, a time, and what happened then."""
    return _is_dated(text) and other_words(text) <= 1


def _is_dated(text: str) -> bool:
    return len(text) < _DATE_LINE and bool(_DIGIT.search(text)) and bool(calendars.explicit(text))


def other_words(text: str) -> int:
    """How many words the row has besides dates, times and what happened then."""
    for date in reversed(calendars.explicit(text)):
        text = text[: date.start] + " " + text[date.end :]
    return sum(word.isalpha() and word not in TIME_WORDS for word in vocabulary.words(text))


def is_button(text: str) -> bool:
    """Whether the row is short and half of it are words that pages are made of."""
    return sum(_classes(text).values()) * 2 >= len(vocabulary.words(text))


@lru_cache(maxsize=64)
def _classes(text: str) -> Mapping[str, int]:
    """How many words of the row belong to each class: many rules ask it of a row, one after the other."""
    return vocabulary.classes(vocabulary.words(text))


def _says(name: str) -> Callable[[str], bool]:
    def holds(text: str) -> bool:
        return name in _classes(text)

    return holds


# Said by the row itself, whatever stands around it.
CERTAIN: tuple[Rule, ...] = (
    ("junk", "no-words", _is_wordless),
    ("junk", "advertisement", _is_ad_notice),
    ("metadata", "field", _is_field),
    ("metadata", "web-address", _is_address),
    ("caption", "photo-credit", _is_caption),
    ("byline", "signed-and-dated", _is_signed_and_dated),
    ("byline", "byline", _is_signature),
    ("metadata", "dateline", _is_dateline_alone),
    ("metadata", "release-header", _is_release_header),
    ("metadata", "date-line", _is_date_alone),
)

# What a row is that does not look like the article: the first that holds.
LIKELY: tuple[Rule, ...] = (
    ("byline", "byline", _is_byline),
    ("metadata", "date-line", _is_dated),
    ("metadata", "time-stamp", _says("time")),
    ("junk", "newsletter-or-subscription", _says("subscribe")),
    ("junk", "advertisement", _says("advert")),
    ("junk", "legal-notice", _says("legal")),
    ("junk", "related-articles", _says("related")),
    ("junk", "share-button", _says("share")),
    ("junk", "comments", _says("comment")),
    ("junk", "follow-us", _says("follow")),
    ("caption", "photo-words", _says("photo")),
    ("metadata", "topics", _says("topics")),
    ("junk", "navigation", _says("navigation")),
)
