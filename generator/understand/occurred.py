"""The day that the reported event happened, from the lead and the dateline.

News tells the day of the event in its first sentences (the "inverted pyramid"), counted from the day of publication:
"… were freed on Tuesday". A day that only describes something else ("Tuesday's vote", "since Monday", "the July 2
attack", "who left on Friday") is not it, nor is a day that somebody names in a quotation, counted from when he spoke.
The day on which it was told ("the ministry said on Wednesday") and an anniversary ("ten years ago today") are it only
where no other is named.
"""

import re
from collections.abc import Iterator

from generator.calendars import dateline
from generator.model import DateMention, Found
from generator.passages import Span, blocks, sentences
from generator.understand import dates as expressions

# The lead is at most so many sentences, and so many characters, with a dateline and what may stand before it.
_SENTENCES, _REACH = 3, 1500

_STOP = re.compile(r"[.!?…。！？]")

# What a day stands in that describes something else than the event.
_DESCRIBED_BEFORE = re.compile(r"\b(?:since|until|till|before|from|by|dated|of|every|last)\s\Z", re.IGNORECASE)
_DESCRIBED_AFTER = re.compile(r"['’]s?\b|-|\s(?:deadline|edition|meeting)\b")
# "The July 2 attack" is known already, "a Tuesday attack" may be the news; "the 2nd of July" has no noun behind it.
_ARTICLE = re.compile(r"\b(?:the|this|that|its|their|his|her|our)\s\Z", re.IGNORECASE)
_ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)\b")
_NOUN = re.compile(
    r"\s(?!(?:in|on|at|of|and|or|but|by|for|from|to|as|after|before|when|where|while|with|near|during|that|he|she|it|they|"
    r"we|the|a|an|was|were|is|are|has|had|have|will)\b)[a-z]"
)
_ANNIVERSARY = re.compile(r"\bago\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:who|whose|whom|which|when|after|where)\b[^,;]*\Z", re.IGNORECASE)
_TOLD_BEFORE = re.compile(
    r"\b(?:said|says|told|stated|confirmed|announced|reported|reports|statement|release|interview)\b(?:\s\w+){0,2}(?:\son)?\s\Z",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(r"\s(?:that\b|said\b|confirmed\b|announced\b|reported\b)")
_BEFORE_DATELINE = re.compile(r"[A-Z][^\W\d_]{2,}[^.!?\n]{0,30}[(,–—-]\s?\Z")
_AFTER_DATELINE = re.compile(r"\)|\s?\(|\s?[-–—]|\s?/")


# How often each rule is right by tests/quality/occurred.py; what is below 0.6 is a question to the contributor.
_CONFIDENCE = {"lead-day": 0.85, "lead-told-day": 0.7, "lead-side-day": 0.5, "dateline-day": 0.55}


def find(
    body: str, published: Found[str] | None, place: Found[str] | None, dates: tuple[DateMention, ...]
) -> Found[str] | None:
    """The day of the event that the article reports, as an ISO date; None where the text does not tell.

    Args:
        body: The article's body.
        published: When it was printed, as far as it is known; else a dateline in the body may tell.
        place: The place of its dateline.
        dates: The dates that the body names, counted from `published`.
    """
    headed = dateline(body)
    printed = published.value if published else headed.value if headed else None
    if printed and not published:
        dates = expressions.find(body[:_REACH], printed)
    named = min(_candidates(body, dates), key=_rank, default=None)
    # What is counted from a guess is no surer than the guess.
    sure = published.confidence if published else 1.0
    if named:
        date, rule = named[0], _rule(named)
        confidence = _CONFIDENCE[rule] * (sure if date.anchor else 1.0)
        return Found(date.value, rule, round(confidence, 2), reason=f"“{date.text}” in the lead")
    if printed and len(printed) == len("2015-05-07") and (headed or place):
        reason = "the lead names no day; the dateline's is taken"
        return Found(printed, "dateline-day", round(_CONFIDENCE["dateline-day"] * sure, 2), reason=reason)
    return None


def _in_dateline(body: str, start: int, end: int) -> bool:
    before = body[max(0, start - 50) : start]
    return bool(_BEFORE_DATELINE.search(before) and _AFTER_DATELINE.match(body, end))


# A day named in the lead, the number of its sentence, whether it is of a side clause or a day remembered, whether of
# the telling.
_Candidate = tuple[DateMention, int, bool, bool]


def _candidates(body: str, dates: tuple[DateMention, ...]) -> Iterator[_Candidate]:
    for number, (start, end) in enumerate(_lead(body)):
        for date in dates:
            if start <= date.start and date.end <= end and date.precision == "day" and _is_of_event(body, date):
                before = body[start : date.start]
                told = bool(_TOLD_BEFORE.search(before) or _TOLD_AFTER.match(body, date.end))
                yield date, number, bool(_SUBORDINATE.search(before) or _ANNIVERSARY.search(date.text)), told


def _rank(candidate: _Candidate) -> tuple[bool, bool, int, int]:
    """The smaller, the likelier the event's."""
    date, sentence, subordinate, told = candidate
    return told or subordinate, subordinate, sentence, date.start


def _rule(candidate: _Candidate) -> str:
    _, _, subordinate, told = candidate
    return "lead-side-day" if subordinate else "lead-told-day" if told else "lead-day"


def _lead(body: str) -> list[Span]:
    """The first sentences of prose; a heading, and a line without a full stop, are none."""
    prose = (block for block in blocks(body[:_REACH]) if body[block[0]] != "#" and _STOP.search(body, *block))
    spans = (span for block in prose for span in sentences(body, block))
    return [span for span, _ in zip(spans, range(_SENTENCES), strict=False)]


def _is_of_event(body: str, date: DateMention) -> bool:
    before = body[max(0, date.start - 20) : date.start]
    described = _DESCRIBED_BEFORE.search(before) or _DESCRIBED_AFTER.match(body, date.end)
    return not (
        described or _is_attribute(body, date) or _in_dateline(body, date.start, date.end) or _is_quoted(body, date)
    )


def _is_attribute(body: str, date: DateMention) -> bool:
    """Whether it stands between a definite article and its noun, as in "the July 2 attack"."""
    article = _ARTICLE.search(body, max(0, date.start - 10), date.start)
    return bool(article and _NOUN.match(body, date.end) and not _ORDINAL.match(date.text))


def _is_quoted(body: str, date: DateMention) -> bool:
    """Whether it stands between quotation marks, or in a block of quotation."""
    before = body[body.rfind("\n\n", 0, date.start) + 1 : date.start].lstrip()
    return before.startswith(">") or before.count("“") > before.count("”") or before.count('"') % 2 == 1
