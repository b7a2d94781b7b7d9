"""What each row of a page is: the article, its headline, its byline …, or the page around it, and by which rule."""

import re
from collections.abc import Callable, Sequence

from generator import calendars
from generator.ingest.pasted import vocabulary
from generator.ingest.pasted.names import leading_name
from generator.ingest.pasted.page import Page
from generator.model import LineKind

Label = tuple[LineKind, str]
"""What a row is, and the name of the rule that says so."""

_LITTLE_PROSE = 2

_FIELD = re.compile(
    r"(?:date|published|updated|author|byline|source|url|link|title|headline|language|section|category|publication|fecha|datum|quelle|autor|auteur)"
    r"(?:\s*[:=]\s*\S.{0,200}|\s+\d{4}-\d\d-\d\d.{0,30})",
    re.IGNORECASE,
)
_WEB_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+\W*", re.IGNORECASE)
_PHOTO_WORD = (
    r"photo|photos|photograph|picture|image|images|file photo|handout|screenshot|illustration|rendering|foto|fotos|bild|symbolbild|grafik"
    r"|crédit|crédits|imagen|immagine|imagem|dok|фото"
)
_CREDIT_AT_END = re.compile(
    rf"\([^()]{{2,60}}/[^()]{{2,60}}\)\W*$|[(\[](?:{_PHOTO_WORD}|credit|image credit|photo credit|courtesy|via)\b[^()\[\]]{{0,80}}[)\]]\W*$"
    rf"|\b(?:{_PHOTO_WORD})(?: (?:by|credit|courtesy|von|de|di))?\s?[:/]\s?[^.]{{2,60}}$|\bgetty images\b\W{{0,3}}$|[(\[]?\b(?:AP|AFP|EPA|REX|PA) ?(?:photo|images)\b.{{0,40}}$",
    re.IGNORECASE,
)
_CREDIT_ALONE = re.compile(
    rf"[(\[]?(?:{_PHOTO_WORD}|credit|image credit|photo credit|bildquelle|quelle|source)\s?(?:by\b|:|©|/).{{2,90}}$",
    re.IGNORECASE,
)
_FILE_PHOTO = re.compile(r"file\s?(?:photo)?\s?[-–—:]\s", re.IGNORECASE)
_BYLINE = re.compile(
    r"[*+\-|\s]*(?:by|von|par|por|di|door|av|af|oleh|written by|story by|reporting by|words by|text:|автор:?)\s+\S",
    re.IGNORECASE,
)
TIME_WORDS = frozenset(
    word for term in vocabulary.CLASSES["time"].split(",") for word in vocabulary.words(term)
) | frozenset(
    {
        "at",
        "on",
        "um",
        "le",
        "à",
        "el",
        "am",
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
    }
)
_LETTER = re.compile(r"[^\W_]")


def labels(page: Page, title: int | None) -> tuple[Label, ...]:
    """For each row what it is; `title` says which row is the headline, None where there is none."""
    little = sum(score > 0 for score in page.body) < _LITTLE_PROSE
    found = [_label(page, place, title, little) for place in range(len(page.rows))]
    return tuple(_with_headings(page, found))


def _label(page: Page, place: int, title: int | None, little: bool) -> Label:
    text = page.rows[place].text
    if place == title:
        return "title", "headline"
    if title is not None and _same(text, page.rows[title].text):
        return "title", "headline-repeated"
    certain = next(((kind, rule) for kind, rule, holds in CERTAIN if holds(text)), None)
    if certain:
        return certain
    if page.body[place] > 0 or (little and not _is_button(text)):
        return "body", "prose" if page.body[place] > 0 else "no-other-prose"
    return next(((kind, rule) for kind, rule, holds in LIKELY if holds(text)), ("junk", "not-like-the-article"))


def _same(text: str, title: str) -> bool:
    return text.strip(" *+|-").casefold() == title.strip(" *+|-").casefold()


def _is_wordless(text: str) -> bool:
    return not _LETTER.search(text)


def _is_field(text: str) -> bool:
    return bool(_FIELD.fullmatch(text))


def _is_address(text: str) -> bool:
    return bool(_WEB_ADDRESS.fullmatch(text))


def _is_caption(text: str) -> bool:
    return len(text) < 700 and bool(_CREDIT_AT_END.search(text) or _CREDIT_ALONE.match(text) or _FILE_PHOTO.match(text))


def _is_byline(text: str) -> bool:
    return len(text) < 160 and bool(_BYLINE.match(text)) and text[-1] not in ".!?"  # noqa: PLR2004 - no byline is longer


def _is_signature(text: str) -> bool:
    """A byline that can be nothing else: `By` and a name, at most a role or a date after it."""
    found = _BYLINE.match(text) if len(text) < 110 else None  # noqa: PLR2004
    return bool(found and text[-1] not in ".!?:" and leading_name(text[found.end() - 1 :]))


def _is_date_alone(text: str) -> bool:
    """Whether the row says nothing besides a date, a time, and what happened then."""
    if len(text) > 90 or not any(map(str.isdigit, text)):  # noqa: PLR2004
        return False
    rest = text
    for date in reversed(calendars.explicit(text)):
        rest = rest[: date.start] + " " + rest[date.end :]
    words = vocabulary.words(rest)
    return rest != text and sum(word.isalpha() and word not in TIME_WORDS for word in words) <= 1


def _is_dated(text: str) -> bool:
    return len(text) < 120 and bool(calendars.explicit(text))


def _is_signed_and_dated(text: str) -> bool:
    """A site or a name and a date, between bars or dashes: `Daily News | By Ann Lee - 7 June 2017`."""
    return (
        _is_dated(text)
        and bool(re.search(r"\b(?:by|von|par|por|di)\s+\w", text, re.IGNORECASE))
        and any(mark in text for mark in "|•·–-")
    )


def _is_button(text: str) -> bool:
    """Whether the row is short and half of it are words that pages are made of."""
    words = vocabulary.words(text)
    return sum(vocabulary.classes(words).values()) * 2 >= len(words)


def _says(name: str) -> Callable[[str], bool]:
    def holds(text: str) -> bool:
        return name in vocabulary.classes(vocabulary.words(text))

    return holds


Rule = tuple[LineKind, str, Callable[[str], bool]]

# Said by the row itself, whatever stands around it.
CERTAIN: tuple[Rule, ...] = (
    ("junk", "no-words", _is_wordless),
    ("metadata", "field", _is_field),
    ("metadata", "web-address", _is_address),
    ("caption", "photo-credit", _is_caption),
    ("byline", "signed-and-dated", _is_signed_and_dated),
    ("byline", "byline", _is_signature),
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


def _with_headings(page: Page, found: Sequence[Label]) -> list[Label]:
    """A short row of the article that ends open and stands by itself above prose is a heading."""
    result = list(found)
    for place, (kind, _) in enumerate(found[:-1]):
        if kind == "body" and found[place + 1][0] == "body" and _is_heading(page, place):
            result[place] = ("heading", "short-and-open")
    return result


def _is_heading(page: Page, place: int) -> bool:
    text, below = page.rows[place].text, page.rows[place + 1]
    return (
        len(text) < 90
        and len(below.text) > max(80, len(text))
        and text[-1] not in '.,;:!…"”’»。，、'
        and text[0] not in '*+-•"“‘'
        and page.rows[place].gap + below.gap > 0
        and not page.rows[place].tabbed
    )
