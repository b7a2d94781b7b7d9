"""The date expressions of English.

Which expressions there are, and what they mean, is taken from the TIMEX3 guidelines (Saurí et al., *TimeML Annotation
Guidelines* 1.2.1, 2006; Ferro et al., *TIDES 2005 Standard for the Annotation of Temporal Expressions*) and from what
HeidelTime's authors report of news (Strötgen and Gertz, "HeidelTime: High Quality Rule-Based Extraction and Normalization
of Temporal Expressions", SemEval 2010; "Multilingual and cross-domain temporal tagging", LRE 2013): months, weekdays and
quarters without a year take it from the publication and the tense. Durations ("for two years"), ages ("50-year-old") and
sets ("every Friday") are no dates.

In the patterns a blank stands for white space within a line, and each pattern begins and ends at the edge of a word. Where
the words that decide are not part of the expression, the group `span` is.
"""

import re
from generator.calendars import MONTHS, WEEKDAYS, month, weekday
from generator.calendars.names import alternation
from generator.understand.dates.expression import (
    Expression,
    Fixed,
    Grammar,
    Part,
    Reading,
    Rule,
    Shift,
    Turn,
    Unit,
    Which,
)

# --- words ---------------------------------------------------------------------------------------------------

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: number for number, word in enumerate(_ONES + _TEENS, 1)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_ARTICLES = {"a": 1, "an": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_DECADES = dict(
    zip("twenties thirties forties fifties sixties seventies eighties nineties".split(), range(2, 10), strict=True)
)
_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "may day": (5, 1),
}
_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

# What "this", "that" and the like make of a unit: so many from publication, or from the last date of the narrative.
_FROM_PUBLICATION = {
    "this": 0,
    "the current": 0,
    "last": -1,
    "this past": -1,
    "the latest": -1,
    "next": 1,
    "this coming": 1,
    "the coming": 1,
}
_FROM_NARRATIVE = {"that": 0, "that same": 0, "the same": 0, "the previous": -1, "the following": 1, "the next": 1}
_WHICH: dict[str, Which] = {"this": "this", "last": "last", "this past": "last", "next": "next", "this coming": "next"}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER = rf"(?P<number>[0-9]{{1,3}}|(?:{'|'.join(_TENS)})(?:-| )(?:{'|'.join(_ONES)})|{_any(_NUMBERS)}|an?)"
_MONTHS = alternation(MONTHS, "en")
# A full stop belongs to an abbreviation, not to a full name.
_FULL_MONTHS = "|".join(line.split()[0] for line in MONTHS["en"])
_MONTH = rf"(?P<month>(?:{_FULL_MONTHS})\b|(?:{_MONTHS})\b\.?)"
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_ON = rf"(?:(?:{alternation(WEEKDAYS, 'en')})\b\.?,? (?:the )?)?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_SECOND = r"(?P<second>[0-3]?[0-9])(?:st|nd|rd|th)?"
# Nothing may follow a day of the month that makes it a time, a sum, a score or a measure.
_ONLY = r"(?![\w%]|[.,:/][0-9]|-[a-z]| per ?cent\b| million\b| billion\b)"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,][0-9])"
_WHOSE = rf"(?:(?:fiscal )?{_YEAR}|(?P<relative>this|last|next|that|the (?:same|following|next|previous)) year)"
# "May 30 to June 2, 2015": the year stands behind the second date and is meant of the first.
_LENT = rf"(?=(?:\s?[-–—]\s?| to | and | until | through )(?:(?:{_MONTHS})\.? [0-9]{{1,2}},?|(?:[0-9]{{1,2}} )?(?:{_MONTHS})\.?) (?P<lent>[12][0-9]{{3}}))"
_EDGE = r"(?:(?:the )?(?:very )?(?:(?:early|mid|late)(?:-| )(?:(?:in|on) )?|(?:end|beginning|start|middle|close)(?: of |-)))"
_SEASON = rf"(?P<season>{_any(_SEASONS)})"
_TIME = r"(?:(?:(?:[0-2]?[0-9](?::[0-5][0-9])? ?[ap]\.?m\.?|noon|midnight)(?: on)?|early|late|earlier|later)(?: on)? )?"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_DASH = r"(?:\s?[-–—]\s?| to | through )"
_WHICH_WORD = rf"(?P<which>{'|'.join(sorted(_WHICH, key=len, reverse=True))})"
_UNIT = r"(?P<unit>day|weekend|week|month|quarter|year|decade)"
_ROUGHLY = r"(?:(?:about|almost|nearly|some|around|roughly|just|only|exactly) )?"


# --- what a match means --------------------------------------------------------------------------------------


def _whole(found: re.Match[str], means: Expression | None) -> tuple[Part, ...]:
    """One part: the group `span` where the pattern has one, else the match."""
    start, end = found.span("span") if "span" in found.re.groupindex else found.span()
    return (Part(start, end, means),) if means else ()


def _nothing(_: re.Match[str]) -> tuple[Part, ...]:
    return ()


def _group(found: re.Match[str], name: str) -> str:
    """What the group holds, in lower case and with single blanks; empty where the pattern has no such group."""
    return " ".join((found.groupdict().get(name) or "").lower().split())


def _within(found: re.Match[str]) -> Fixed | Shift | None:
    """The year that the match names: in figures, or by its relation to another."""
    year, relative = _group(found, "year") or _group(found, "lent"), _group(found, "relative")
    return Fixed(year) if year else _determined(relative, "year") if relative else None


def _determined(determiner: str, unit: Unit) -> Shift | None:
    if determiner in _FROM_PUBLICATION:
        return Shift(unit, _FROM_PUBLICATION[determiner])
    return Shift(unit, _FROM_NARRATIVE[determiner], "narrative") if determiner in _FROM_NARRATIVE else None


def _month(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, _month_turn(found, "day"))


def _month_turn(found: re.Match[str], day: str) -> Expression | None:
    """The month or the day of it; none where no month has such a day."""
    number, day_number = month(found["month"]) or 0, int(_group(found, day) or 0)
    within, which = _within(found), _WHICH.get(_group(found, "which"), "nearest")
    return Turn("month", number, day_number, which, within=within) if day_number <= 31 else None  # noqa: PLR2004


def _days_then_month(found: re.Match[str]) -> tuple[Part, ...]:
    first, second = _month_turn(found, "day"), _month_turn(found, "second")
    return _two(found, first, second, found.end("first"), found.start("second"))


def _two(
    found: re.Match[str], first: Expression | None, second: Expression | None, end: int, start: int
) -> tuple[Part, ...]:
    """The two ends of a range."""
    if not first or not second:
        return ()
    return Part(found.start(), end, first), Part(start, found.end(), second)


def _weekday(found: re.Match[str]) -> tuple[Part, ...]:
    number, which, week = weekday(found["weekday"]) or 0, _group(found, "which"), _group(found, "week")
    if which in _FROM_NARRATIVE:
        return _whole(
            found, Turn("weekday", number, which="last" if "previous" in which else "next", anchor="narrative")
        )
    return _whole(found, Turn("weekday", number, which=_WHICH.get(which, "nearest"), within=_determined(week, "week")))


def _deictic(found: re.Match[str]) -> tuple[Part, ...]:
    beyond = {"": 0, "before": -1, "after": 1}[_group(found, "beyond")]
    return _whole(found, Shift("day", _DEICTIC[found["deictic"].lower()] + beyond))


def _part_of_day(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, _determined(_group(found, "which"), "day"))


def _counted(found: re.Match[str]) -> tuple[Part, ...]:
    """So many units ago, earlier, later or from now."""
    number, unit = _number(_group(found, "number")), _unit(found)
    count = number if _group(found, "ahead") else -number
    alike = unit == "year" and count == -1
    return _whole(found, Shift(unit, count, "published" if _group(found, "now") else "narrative", alike))


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    return sum((_NUMBERS | _ARTICLES)[word] for word in words.replace("-", " ").split())


def _unit(found: re.Match[str]) -> Unit:
    unit: Unit = found["unit"].lower()  # type: ignore[assignment]  # the pattern's words are the units' names
    return unit


def _beside(found: re.Match[str]) -> tuple[Part, ...]:
    """ "The day before", "the year after": beside the last date of the narrative."""
    return _whole(found, Shift(_unit(found), -1 if _group(found, "back") else 1, "narrative"))


def _unit_determined(found: re.Match[str]) -> tuple[Part, ...]:
    which, unit = _group(found, "which"), _unit(found)
    # "This day" is no day; "over the next year" lasts a year.
    if (unit == "day" and which in _FROM_PUBLICATION) or (unit != "day" and which == "the next"):
        return ()
    return _whole(found, _determined(which, unit))


def _unit_of_publication(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Shift(_unit(found), 0))


def _weekend(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Turn("weekend"))


def _year_ago(found: re.Match[str]) -> tuple[Part, ...]:
    year = Shift("year", -1, alike=not _group(found, "ordinal"))
    return _whole(found, Turn("quarter", _ordinal(found), within=year) if _group(found, "ordinal") else year)


def _ordinal(found: re.Match[str]) -> int:
    word = _group(found, "ordinal")
    return _ORDINALS.get(word) or int(word)


def _quarter(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Turn("quarter", _ordinal(found), within=_within(found)))


def _half(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Turn("half", _ordinal(found), within=_within(found)))


def _season(found: re.Match[str]) -> tuple[Part, ...]:
    which = _WHICH.get(_group(found, "which"), "nearest")
    return _whole(found, Turn("season", _SEASONS[_group(found, "season")], which=which, within=_within(found)))


def _year(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Fixed(found["year"]) if _speaks_of_time(found) else None)


def _speaks_of_time(found: re.Match[str]) -> bool:
    """Whether four figures are a year: "in 1999" and "the 2014 vote" are, "1500 troops" and "about 2000" are not."""
    before, after = (
        found.string[max(0, found.start() - 24) : found.start()],
        found.string[found.end() : found.end() + 24],
    )
    if _QUANTITY_BEFORE.search(before):
        return False
    if _TIME_BEFORE.search(before):
        return True
    modern = "1900" <= found["year"] < "2050"
    return not _QUANTITY_AFTER.match(after) and (modern or bool(_PERHAPS_TIME_BEFORE.search(before)))


_QUANTITY_BEFORE = re.compile(
    r"(?:\b(?:about|some|nearly|almost|over|than|least|most|approximately|roughly|around|no|number|room|flight|highway|route|"
    r"article|section|page|resolution|agenda|box|by|x)\.?\s|[$€£¥#&+=]\s?)\Z",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"\b(?:in|since|during|until|till|year|the|its|their|his|her|early|late|mid-?|post-|pre-|fiscal|spring|summer|autumn|fall|winter)\s?\Z",
    re.IGNORECASE,
)
_PERHAPS_TIME_BEFORE = re.compile(r"(?:\b(?:from|between|and|of|before|after|to|for)\s|\()\Z", re.IGNORECASE)
_QUANTITY_AFTER = re.compile(
    r"\s(?:more\s)?(?:[a-z]{2,}s|people|men|women|children|per\s?cent|km|miles|meters|metres|kg|tons?|yuan|tenge|euro|more|or so|of)\b"
)


def _years(found: re.Match[str]) -> tuple[Part, ...]:
    """A range of years, the second in two figures or four; nothing where it does not come after the first."""
    first, second = found["year"], found["second"]
    full = first[: 4 - len(second)] + second
    return _two(found, Fixed(first), Fixed(full), found.end("year"), found.start("second")) if full > first else ()


def _decade(found: re.Match[str]) -> tuple[Part, ...]:
    full, short, word = (_group(found, name) for name in ("full", "short", "word"))
    return _whole(found, Fixed(full[:3] if full else f"19{short[:1] or _DECADES[word]}"))


def _spelled(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Fixed(str(1900 + _number(_group(found, "number")))))


def _holiday(found: re.Match[str]) -> tuple[Part, ...]:
    number, day = _HOLIDAYS[_group(found, "holiday").replace("’", "'")]
    return _whole(
        found, Turn("month", number, day, _WHICH.get(_group(found, "which"), "nearest"), within=_within(found))
    )


def _attacks(found: re.Match[str]) -> tuple[Part, ...]:
    return _whole(found, Fixed("2001-09-11"))


# --- what is matched -----------------------------------------------------------------------------------------


def _rules(*pairs: tuple[str, Reading]) -> tuple[Rule, ...]:
    return tuple(Rule(_pattern(text), read) for text, read in pairs)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{text})(?!\w)".replace(" ", r"[^\S\n]{1,2}"), re.IGNORECASE)


_OF_YEAR = rf"(?:,?(?: (?:of|in))? {_WHOSE}|{_LENT})"

_QUARTER_RULES = _rules(
    (rf"(?:the )?{_WHOSE}(?:['’]s)? (?:fiscal )?(?P<ordinal>{_any(_ORDINALS)})(?: |-)quarter", _quarter),
    (rf"(?:fiscal )?(?P<ordinal>{_any(_ORDINALS)})-quarter{_OF_YEAR}?", _quarter),
    (rf"(?:the )?(?:fiscal(?: |-))?(?P<ordinal>{_any(_ORDINALS)}) (?:fiscal )?quarter{_OF_YEAR}?", _quarter),
    (rf"(?:the )?Q(?P<ordinal>[1-4])(?:,?(?: of)? (?:FY ?)?{_YEAR})?", _quarter),
    (rf"(?P<ordinal>[1-4])Q ?{_YEAR}", _quarter),
)

_DAY_RULES = _rules(
    (r"(?P<span>Sept(?:\.|ember) 11)(?=,? (?:terror|attack))", _attacks),
    (rf"{_ON}(?P<first>{_DAY}){_DASH}{_SECOND}(?: of)? {_MONTH}{_OF_YEAR}?", _days_then_month),
    (rf"{_ON}{_MONTH} (?P<first>{_DAY}){_DASH}{_SECOND}{_ONLY}{_OF_YEAR}?", _days_then_month),
    (rf"{_ON}{_EDGE}?{_DAY}(?: of)? {_MONTH}{_OF_YEAR}?", _month),
    (rf"{_ON}(?:{_WHICH_WORD} )?{_MONTH} {_DAY}{_ONLY}{_OF_YEAR}?", _month),
)

_BARE_MONTH_RULES = _rules(
    (rf"{_EDGE}?(?:{_WHICH_WORD} )?{_MONTH}{_OF_YEAR}", _month),
    (rf"{_EDGE}{_MONTH}", _month),
    (rf"{_EDGE}?{_WHICH_WORD} {_MONTH}", _month),
    # These are names and words too: only where a preposition stands before them and no name goes on behind.
    (
        r"(?:in|since|until|till|during|through|before|after|from|between|to|for|by|and) (?P<span>(?P<month>April|June|August))(?! (?-i:[A-Z]))",
        _month,
    ),
    (
        r"(?:in|since|until|till|during|through|before|after|from) (?P<span>(?P<month>March|May|Mar\.))(?! (?-i:[A-Z]))",
        _month,
    ),
    (r"(?:April|June|August|March|May)", _nothing),
    (rf"(?P<month>(?:{_FULL_MONTHS})|(?:{_MONTHS})\.)", _month),
)

_WEEKDAY_RULES = _rules(
    (
        rf"(?:every|each|any|most|good|black|bloody|ash|palm|easter|super|cyber|shrove|maundy|whit) (?:{_WEEKDAYS})",
        _nothing,
    ),
    (
        rf"(?:{_WEEKDAYS}) (?:Times|Telegraph|Mirror|Express|Post|Mail|Agreement|Accords?|mosque|prayers?|school|mass)",
        _nothing,
    ),
    (
        rf"(?P<span>{_TIME}(?:(?P<which>{'|'.join(sorted(_WHICH, key=len, reverse=True))}|the previous|the following) )?(?P<weekday>{_WEEKDAYS}){_PART}"
        r"(?:,? (?P<week>last|this|next) week)?)",
        _weekday,
    ),
)

_DEICTIC_RULES = _rules(
    (rf"{_TIME}(?:the day (?P<beyond>before|after) )?(?P<deictic>{_any(_DEICTIC)}){_PART}", _deictic),
)

_COUNT = rf"{_ROUGHLY}{_NUMBER}(?: |-){_UNIT}s?"
_UNIT_RULES = _rules(
    (r"(?:more|less|fewer|other|rather) than (?:\w+ )?(?:\w+ )?\w+ (?:ago|earlier|later|before)", _nothing),
    (rf"(?:at least|over|under|up to|{_NUMBER} (?:or|to)|[0-9]+[-–]) ?\w+ \w+ (?:ago|earlier|later|before)", _nothing),
    (rf"{_COUNT} (?P<now>ago)", _counted),
    (rf"{_COUNT} (?P<ahead>from (?P<now>now|today))", _counted),
    (rf"in {_COUNT}(?P<ahead>['’]s?) (?P<now>time)", _counted),
    (
        rf"{_COUNT} (?:(?P<ahead>later|afterwards?|after(?=[,.;:)]))|earlier|previously|before(?=[,.;:)]|$))(?! than)",
        _counted,
    ),
    (rf"(?:the )?year(?: |-)(?:ago|earlier)(?: (?P<ordinal>{_any(_ORDINALS)}))? (?:quarter|period)", _year_ago),
    (r"year-(?:ago|earlier)", _year_ago),
    (r"the (?P<unit>day|week|month|year) (?:(?P<back>before|earlier)|after)(?=[,.;:)]|$)", _beside),
    (r"the (?:last|past) \w+", _nothing),
    (
        rf"(?:(?:early|earlier|later|late) )?{_EDGE}?(?P<which>{_any(_FROM_PUBLICATION | _FROM_NARRATIVE)}) "
        rf"(?:(?:fiscal|financial|calendar|academic|school) )?{_UNIT}",
        _unit_determined,
    ),
    (r"(?:earlier|later|early|late) (?:in|on) the (?P<unit>year|month|week|day)", _unit_of_publication),
    (r"(?:the )?(?:end|beginning|start|middle) of the (?P<unit>year|month|week)", _unit_of_publication),
    (r"(?P<unit>year)(?:['’]s)?(?: |-)end", _unit_of_publication),
    (r"the weekend", _weekend),
)

_SEASON_RULES = _rules(
    (rf"(?:the )?{_EDGE}?(?:{_WHICH_WORD} )?{_SEASON}{_OF_YEAR}", _season),
    (rf"{_EDGE}?{_WHICH_WORD} (?:(?:early|late) )?{_SEASON}", _season),
    (
        rf"(?:in|since|during|by|over|through|until) (?P<span>the (?:(?:early|late) )?{_SEASON})(?! (?:of|in|to|from|games|olympics))",
        _season,
    ),
)

_YEAR_RULES = _rules(
    (rf"(?:the )?(?:(?:early|mid|late)(?: |-))?(?P<full>1[0-9]{{2}}0|20[0-9]0)['’]?s", _decade),
    (rf"(?:the )?(?P<ordinal>first|second)(?: |-)half (?:of|in) {_WHOSE}", _half),
    (rf"(?:the )?(?:fiscal(?: year)?|FY|financial year) ?{_YEAR}", _year),
    (
        rf"(?P<year>1[0-9]{{3}}|20[0-9]{{2}})\s?[-–—/]\s?(?P<second>1[0-9]{{3}}|20[0-9]{{2}}|[0-9]{{2}})(?![-/]|[.,][0-9])",
        _years,
    ),
    (rf"{_EDGE}{_YEAR}", _year),
    (rf"the {_YEAR} (?:period|quarter)", _year),
    (_YEAR, _year),
)

_DECADE_RULES = _rules(
    (rf"(?:the )(?:(?:early|mid|late)(?: |-))?(?:['’](?P<short>[2-9]0)s|(?P<word>{'|'.join(_DECADES)}))", _decade),
    (r"['’](?P<short>[2-9]0)s", _decade),
)

_HOLIDAY_RULES = _rules((rf"(?:{_WHICH_WORD} )?(?P<holiday>{'|'.join(_HOLIDAYS)}){_OF_YEAR}?", _holiday))
_SPELLED_RULES = _rules((rf"nineteen (?P<number>(?:{'|'.join(_TENS)})(?:(?:-| )(?:{'|'.join(_ONES)}))?)", _spelled))
_PART_OF_DAY_RULES = _rules(
    (
        rf"{_TIME}(?P<which>this|last|that|that same|the (?:next|following|same|previous)) (?:morning|afternoon|evening|night)",
        _part_of_day,
    ),
)


def _names(table: tuple[str, ...]) -> str:
    """The names as they begin a word: with a capital or in capitals, so that "may" and "march" are verbs."""
    words = sorted({name for line in table for name in line.split()}, key=len, reverse=True)
    return "|".join(f"{word.title()}|{word.upper()}" for word in words)


_TRIGGER = re.compile(
    rf"\b(?:(?P<month>(?:{_names(MONTHS['en'])})\b)"
    rf"|(?P<weekday>(?:{_names(tuple(_WEEKDAYS.split('|')))})\b)"
    r"|(?P<year>(?:1[0-9]{3}|20[0-9]{2})(?:['’]?s)?\b)"
    r"|(?P<unit>(?i:day|week|weekend|month|quarter|year|decade)s?\b)"
    rf"|(?P<deictic>(?i:{'|'.join(_DEICTIC)})\b)"
    r"|(?P<part>(?i:morning|afternoon|evening|night)\b)"
    rf"|(?P<season>(?i:{'|'.join(_SEASONS)})\b)"
    r"|(?P<quarter>(?:Q[1-4]|[1-4]Q)\b)"
    r"|(?P<holiday>(?:Christmas|New Year['’]s|May Day)\b)"
    r"|(?P<spelled>(?i:nineteen)\b)"
    r"|(?P<attacks>9/11\b)"
    rf"|(?P<decade>(?:{'|'.join(_DECADES)})\b))"
    r"|(?P<short>['’][2-9]0s\b)",
)

_TENSE = re.compile(
    r"\b(?:(?P<future>will|['’]ll|shall|won['’]t|would|going to|(?:expected|due|set|planned|likely|about|ready|needs?) to|scheduled|slated|(?:is|are|was|were) to|"
    r"(?:due|set|planned) for|payable|effective|to be|plan(?:s|ning)? to|expects? to|hopes? to|intends? to|aims? to|upcoming|forthcoming|"
    r"ahead of|deadline|can|may|might|should|must)(?:\s(?:not|be|also|then|have|been|get|[a-z]+ly)\b){0,3}(?:\s[a-z]+)?"
    r"|(?P<past>was|were|had|did|has|have|been|(?!need|hundred|indeed|feed|speed)[a-z]{2,}ed|said|told|took|came|went|made|met|gave|held|"
    r"began|won|lost|left|kept|saw|ran|rose|fell|grew|sent|spent|brought|thought|bought|fought|caught|taught|built|led|broke|spoke|wrote|"
    r"drove|got|became|found|knew|put|set|cut|hit|paid|sold|stood|struck|shot|drew|flew|threw|sought|quit|swore|chose|hung|sat|fled))\b",
)
_UNTIL = re.compile(r"\b(?:by|until|till|through|before|payable|effective|ahead of)\s\Z", re.IGNORECASE)

ENGLISH = Grammar(
    trigger=_TRIGGER,
    rules={
        "month": (*_DAY_RULES, *_BARE_MONTH_RULES),
        "weekday": (*_DAY_RULES, *_WEEKDAY_RULES),
        "year": (*_QUARTER_RULES, *_YEAR_RULES),
        "unit": (*_DEICTIC_RULES, *_QUARTER_RULES, *_UNIT_RULES),
        "deictic": _DEICTIC_RULES,
        "part": (*_PART_OF_DAY_RULES, *_WEEKDAY_RULES, *_DEICTIC_RULES),
        "season": _SEASON_RULES,
        "quarter": _QUARTER_RULES,
        "holiday": _HOLIDAY_RULES,
        "spelled": _SPELLED_RULES,
        "attacks": _rules((r"9/11", _attacks)),
        "decade": _DECADE_RULES,
        "short": _DECADE_RULES,
    },
    tense=_TENSE,
    until=_UNTIL,
)
