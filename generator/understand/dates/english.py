"""The date expressions of English.

Which expressions there are, and what they mean, is taken from the TIMEX3 guidelines (Saurí et al., *TimeML Annotation
Guidelines* 1.2.1, 2006; Ferro et al., *TIDES 2005 Standard for the Annotation of Temporal Expressions*) and from what
HeidelTime's authors report of news (Strötgen and Gertz, "HeidelTime: High Quality Rule-Based Extraction and
Normalization of Temporal Expressions", SemEval 2010; "Multilingual and cross-domain temporal tagging", LRE 2013):
months, weekdays and quarters without a year take it from publication and tense. Durations ("for two years"), ages
("50-year-old") and sets ("every Friday") are no dates.
"""

import re
from functools import partial

from generator.calendars import MONTHS, WEEKDAYS
from generator.understand.dates import readings as read
from generator.understand.dates.expression import Grammar, Unit, Words
from generator.understand.dates.pattern import any_of, compiled, gated, rules

# --- words ---------------------------------------------------------------------------------------------------

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    *(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MONTHS = [name for names in MONTHS["en"] for name in names.split()]
_WEEKDAYS = [names.split()[0] for names in WEEKDAYS["en"]]
_UNIT_NAMES: tuple[Unit, ...] = ("day", "week", "weekend", "month", "quarter", "year", "decade")

_WORDS = Words(
    units={unit: unit for unit in _UNIT_NAMES},
    numbers={
        **{word: number for number, word in enumerate([*_ONES, *_TEENS], 1)},
        **{word: 10 * number for number, word in enumerate(_TENS, 2)},
        "a": 1,
        "an": 1,
    },
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
    seasons={"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    decades={f"{word[:-1]}ies": number for number, word in enumerate(_TENS, 2)},
    holidays={
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "may day": (5, 1),
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
    },
    days={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    from_publication={
        "this": 0,
        "the current": 0,
        "last": -1,
        "this past": -1,
        "the latest": -1,
        "next": 1,
        "this coming": 1,
        "the coming": 1,
    },
    from_narrative={
        "that": 0,
        "that same": 0,
        "the same": 0,
        "the previous": -1,
        "the preceding": -1,
        "the following": 1,
        "the next": 1,
    },
    which={"this": "this", "last": "last", "this past": "last", "next": "next", "this coming": "next"},
    time_before=re.compile(
        r"(?:\b(?:in|since|during|until|till|year|the|its|their|his|her|early|late|mid|fiscal|spring|summer|autumn|fall|"
        r"winter)\s|\b(?:mid|post|pre)-)\Z",
        re.IGNORECASE,
    ),
    count_before=re.compile(
        r"(?:\b(?:about|some|nearly|almost|over|than|least|most|approximately|roughly|around|no|number|room|flight|highway|"
        r"route|article|section|page|resolution|agenda|box|x)\.?\s|[$€£¥#&+=]\s?)\Z",
        re.IGNORECASE,
    ),
    count_after=re.compile(
        r"\s(?:[a-z]{2,}s|people|men|women|children|per\s?cent|km|kg|tons?|yuan|tenge|euro|more|or so|of)\b",
    ),
)

# --- pieces --------------------------------------------------------------------------------------------------

_PIECES = {
    "months": any_of(_MONTHS),
    "full_months": any_of([names.split()[0] for names in MONTHS["en"]]),
    # A full stop belongs to an abbreviation, not to a full name.
    "month": r"(?P<month>({full_months})\b|({months})\b\.?)",
    "weekdays": any_of(_WEEKDAYS),
    "weekday": "(?P<weekday>{weekdays})",
    "on": rf"(({any_of([name for names in WEEKDAYS['en'] for name in names.split()])})\b\.?,? (the )?)?",
    "day": "(?P<day>[0-3]?[0-9])(st|nd|rd|th)?",
    "first": "(?P<first>{day})",
    "second": "(?P<second>[0-3]?[0-9])(st|nd|rd|th)?",
    # Nothing may follow a day of the month that makes it a time, a sum, a score or a measure.
    "only": r"(?![\w%]|[.,:/][0-9]|-[a-z]| per ?cent\b| million\b| billion\b)",
    "dash": r"(\s?[-–—]\s?| to | through )",
    "figures": "1[0-9][0-9][0-9]|20[0-9][0-9]",
    "year": "(?P<year>{figures})(?![0-9]|[.,][0-9])",
    "relative": "(?P<relative>this|last|next|that|the (same|following|next|previous)) year",
    "whose": "(fiscal )?{year}|{relative}",
    # "May 30 to June 2, 2015": the year stands behind the second date and is meant of the first.
    "lent": r"(?=({dash}| and | until )(({months})\.? [0-9]{1,2},?|([0-9]{1,2} )?({months})\.?) (?P<lent>{figures}))",
    "of_year": ",?( (of|in))? {whose}|{lent}",
    "edge": "(the )?(very )?((early|mid|late)(-| )((in|on) )?|(end|beginning|start|middle|close)( of |-))",
    "sooner": "early|earlier|late|later",
    "time": r"(([0-2]?[0-9](:[0-5][0-9])? ?[ap]\.?m\.?|noon|midnight|{sooner})( on)? )?",
    "part": " (morning|afternoon|evening|night)",
    "which": f"(?P<which>{any_of(_WORDS.which)})",
    "whose_noun": "a|an|the|its|their|his|her",
    "noun": "(?!on|of|in|to|for|by|and)(?-i:[a-z])[a-z]+",
    "near": f"(?P<near>{any_of(_WORDS.days)})",
    "beside": f"(?P<which>{any_of(_WORDS.which)}|the previous|the following)",
    "determiner": f"(?P<which>{any_of([*_WORDS.from_publication, *_WORDS.from_narrative])})",
    "unit": f"(?P<unit>{any_of(_WORDS.units)})",
    "long_unit": f"(?P<unit>{any_of([unit for unit in _WORDS.units if unit != 'day'])})",
    "tens": any_of(_TENS),
    "ones": any_of(_ONES),
    "number": f"(?P<number>[0-9]{{1,3}}|{{tens}}(-| ){{ones}}|{any_of(_WORDS.numbers)})",
    "count": "((about|almost|nearly|some|around|roughly|just|only|exactly) )?{number}(-| ){unit}s?",
    "ordinal": f"(?P<ordinal>{any_of(_WORDS.ordinals)})",
    "season": f"(?P<season>{any_of(_WORDS.seasons)})",
    "ago": "ago|earlier|later|before",
    "at": "in|into|since|until|during|through|before|after|from",
    "over": r"(?=[,.;:)]|$)",
}
_rules = partial(rules, _PIECES)

# --- rules ---------------------------------------------------------------------------------------------------

_QUARTERS = _rules(
    ("(the )?{whose}(['’]s)? (fiscal )?{ordinal}(-| )quarter", read.quarter),
    ("(fiscal )?{ordinal}-quarter{of_year}?", read.quarter),
    ("(the )?(fiscal(-| ))?{ordinal} (fiscal )?quarter{of_year}?", read.quarter),
    ("(the )?Q(?P<ordinal>[1-4])(,?( of)? (FY ?)?{year})?", read.quarter),
    ("(?P<ordinal>[1-4])Q ?{year}", read.quarter),
)
_DAYS = _rules(
    (r"(?P<span>Sept(\.|ember) 11)(?=,? (terror|attack))", read.september_11),
    ("{on}{first}{dash}{second}( of)? {month}{of_year}?", read.days),
    ("{on}{month} {first}{dash}{second}{only}{of_year}?", read.days),
    ("{on}{month} {first} and {second}({of_year}|{over})", read.days),
    ("{on}{edge}?{day}( of)? {month}{of_year}?", read.month),
    ("{on}({which} )?{month} {day}{only}{of_year}?", read.month),
)
_MONTHS_ALONE = _rules(
    ("{edge}?({which} )?{month}{of_year}", read.month),
    ("{edge}({which} )?{month}", read.month),
    ("{which} {month}", read.month),
    # These are names and words too: dates only where a preposition stands before them and no name goes on behind.
    ("({at}|between|to|for|by|and) (?P<span>(?P<month>April|June|August))(?! (?-i:[A-Z]))", read.month),
    ("{at} (?P<span>(?P<month>March|May))(?! (?-i:[A-Z]))", read.month),
    ("{whose_noun} (?P<span>(?P<month>April|June|August|March|May)) {noun}", read.month),
    ("April|June|August|March|May", read.nothing),
    (r"(?P<month>{full_months}|{months}\.)", read.month),
)
_WEEKDAY = _rules(
    ("(every|each|any|most|good|black|bloody|ash|palm|easter|super|cyber|shrove|maundy|whit) {weekdays}", read.nothing),
    ("{weekdays} (times|telegraph|mirror|express|post|mail|agreement|accords?|mosque|prayers?|school)", read.nothing),
    ("{weekdays}{part}s", read.nothing),
    ("{time}({beside} )?{weekday}{part}?(,? (?P<week>last|this|next) week)?", read.weekday),
)
_NEAR_DAY = _rules(
    # A name ("Cities Today"), and the present as a whole.
    (r"(?-i:[A-Z])\w+ (?-i:Today)|today['’]s (world|youth|society|generation)", read.nothing),
    ("{time}(the day ((?P<back>before)|(?P<ahead>after)) )?{near}{part}?", read.near_day),
)
_PART_OF_DAY = _rules(
    ("{time}(?P<which>this|last|that|that same|the (next|following|same|previous)){part}", read.part_of_day),
)
_COUNTED = _rules(
    # Not known exactly enough: "more than two years ago", "two or three years ago", "10-15 years ago".
    (r"((more|less|fewer|other|rather) than|at least|over|under|up to)( \w+){0,2} \w+ ({ago})", read.nothing),
    (r"({number} (or|to) |[0-9]+[-–])\w+ \w+ ({ago})", read.nothing),
    ("{count} ago (to the day|on this day|{near}|this (?P<of>day|month))", read.anniversary),
    ("{count} (?P<now>ago)", read.counted),
    ("{count} (?P<ahead>from (?P<now>now|today))", read.counted),
    ("in {count}(?P<ahead>['’]s?) (?P<now>time)", read.counted),
    ("{count} ((?P<ahead>later|afterwards?|after{over})|earlier|previously|before{over})(?! than)", read.counted),
    ("the {unit} ((?P<back>before|earlier)|after){over}", read.beside),
)
_UNITS = _rules(
    ("(the )?year(-| )(ago|earlier)( {ordinal})? (quarter|period)", read.year_earlier),
    ("year-(ago|earlier)", read.year_earlier),
    # "The last year" and "over the next weeks" last, and "this day" is no day.
    (
        r"the (last|past) \w+|the next {long_unit}|(this|last|next|this past|the (current|coming|latest)) day",
        read.nothing,
    ),
    ("({sooner} )?{edge}?{determiner} ((fiscal|financial|calendar|academic|school) )?{unit}", read.determined),
    ("({sooner}) (in|on) the (?P<unit>year|month|week|day)", read.current),
    ("(the )?(end|beginning|start|middle) of the (?P<unit>year|month|week)", read.current),
    ("(?P<unit>year)(['’]s)?(-| )end", read.current),
    ("the weekend", read.weekend),
)
_SEASONS = _rules(
    ("(the )?{edge}?({which} )?{season}{of_year}", read.season),
    ("{edge}?{which} ((early|late) )?{season}", read.season),
    ("the (early|late) {season}", read.season),
    ("({at}|by|over) (?P<span>the ((early|late) )?{season})(?! (of|in|to|from|games|olympics))", read.season),
)
_YEARS = _rules(
    ("(the )?((early|mid|late)(-| ))?(?P<year>1[0-9][0-9]0|20[0-9]0)['’]?s", read.decade),
    ("(the )?(?P<ordinal>first|second)(-| )half (of|in) {whose}", read.half),
    ("(the )?(fiscal( year)?|FY|financial year) ?{year}", read.certain_year),
    (r"(?P<year>{figures})\s?[-–—/]\s?(?P<second>{figures}|[0-9]{2})(?![-/]|[.,][0-9])", read.years),
    ("{edge}{year}", read.certain_year),
    ("the {year} (period|quarter)", read.certain_year),
    ("{year}", read.year),
)
_DECADES = _rules(
    ("(the )?((early|mid|late)(-| ))?['’](?P<short>[2-9]0)s", read.decade),
    (f"the ((early|mid|late)(-| ))?(?P<decade>{any_of(_WORDS.decades)})", read.decade),
)
_HOLIDAYS = _rules(("({which} )?" + f"(?P<holiday>{any_of(_WORDS.holidays)})" + "{of_year}?", read.holiday))
_SPOKEN = _rules(("nineteen (?P<number>{tens}((-| ){ones})?)", read.spelled_year))
_SEPTEMBER_11 = _rules(("9/11", read.september_11))

_OTHERS = ("morning", "afternoon", "evening", "night", "christmas", "new", "nineteen")
# With a capital or in capitals: "may" and "march" are verbs.
_CAPITAL_NAMES = {
    "month_names": any_of([form for name in _MONTHS for form in (name.title(), name.upper())]),
    "weekday_names": any_of([form for name in _WEEKDAYS for form in (name.title(), name.upper())]),
}
_TRIGGER = compiled(
    _PIECES | _CAPITAL_NAMES,
    r"\b(?=[0-9A-Zadefmnqstwy])((?P<month>{month_names})|(?P<weekday>{weekday_names})|(?P<year>({figures})(['’]?s)?)|"
    rf"(?P<unit>(?i:{any_of(_WORDS.units)})s?)|(?P<near>(?i:{any_of(_WORDS.days)}))|"
    rf"(?P<part>(?i:morning|afternoon|evening|night))|(?P<season>(?i:{any_of(_WORDS.seasons)}))|"
    r"(?P<quarter>Q[1-4]|[1-4]Q)|(?P<holiday>Christmas|New\sYear['’]s|May\sDay)|(?P<spoken>[Nn]ineteen)|"
    rf"(?P<september>9/11)|(?P<decade>{any_of(_WORDS.decades)}))\b|(?P<short>['’][2-9]0s\b)",
)

# With what a trigger begins: one of these words in whatever capitals, or one of these figures.
_OPENINGS = tuple(
    dict.fromkeys(
        word.lower()
        for words in (_MONTHS, _WEEKDAYS, _WORDS.units, _WORDS.days, _WORDS.seasons, _WORDS.decades, _OTHERS)
        for word in words
    )
)
_FIGURES = re.compile(r"[0-9Q'’](?:(?<=[12])[0-9]{3}|(?<=Q)[1-4]|(?<=[1-4])Q|(?<=9)/11|(?<=['’])[2-9]0s)")

# --- tense ---------------------------------------------------------------------------------------------------

_FUTURE = (
    "will|['’]ll|shall|won['’]t|would|going to|(expected|due|set|planned|likely|about|ready|needs?) to|scheduled|"
    "slated|(is|are|was|were) to|(due|set|planned) for|payable|effective|to be|plan(s|ning)? to|expects? to|hopes? to|"
    "intends? to|aims? to|upcoming|forthcoming|ahead of|deadline|can|may|might|should|must"
)
_PAST = (
    "was|were|had|did|has|have|been|(?!need|hundred|indeed|feed|speed)[a-z]{2,}ed|"
    "said|told|took|came|went|made|met|gave|held|began|won|lost|left|kept|saw|ran|rose|fell|grew|sent|spent|"
    "brought|thought|bought|fought|caught|taught|built|led|broke|spoke|wrote|drove|got|became|found|knew|put|"
    "set|cut|hit|paid|sold|stood|struck|shot|drew|flew|threw|sought|quit|swore|chose|hung|sat|fled"
)
# What a word of the future takes with it is not past: "will be announced", "to be held".
_TAKEN = "( (not|be|also|then|have|been|get|[a-z]+ly)){0,3}( [a-z]+)?"

ENGLISH = Grammar(
    words=_WORDS,
    trigger=_TRIGGER,
    openings=_OPENINGS,
    figures=_FIGURES,
    rules={
        "month": gated(*_DAYS, *_HOLIDAYS, *_MONTHS_ALONE),
        "weekday": gated(*_DAYS, *_WEEKDAY),
        "year": gated(*_QUARTERS, *_YEARS),
        "unit": gated(*_COUNTED, *_NEAR_DAY, *_QUARTERS, *_UNITS),
        "near": gated(*_NEAR_DAY),
        "part": gated(*_PART_OF_DAY, *_WEEKDAY, *_NEAR_DAY),
        "season": gated(*_SEASONS),
        "quarter": gated(*_QUARTERS),
        "holiday": gated(*_HOLIDAYS),
        "spoken": gated(*_SPOKEN),
        "september": gated(*_SEPTEMBER_11),
        "decade": gated(*_DECADES),
        "short": gated(*_DECADES),
    },
    tense=compiled({}, rf"\b((?P<future>({_FUTURE}){_TAKEN})|(?P<past>{_PAST}))\b"),
    until=compiled({}, r"\b(by|until|till|through|before|payable|effective|ahead of)\s\Z", re.IGNORECASE),
    onward=compiled({}, r"\b(later|afterwards?|subsequently|thereafter)\b", re.IGNORECASE),
)
