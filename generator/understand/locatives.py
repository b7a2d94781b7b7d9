"""What stands around a place's name and tells whether a place is meant: each sign is a function with a weight."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator.understand.text import Text, follows, opens_sentence
from generator.understand.toponyms import Occurrence
from generator.understand.words import CALENDAR, DEMONYMS, FUNCTION, GIVEN_NAMES, ORDINARY, ORGANIZATION_NOUNS, TITLES


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_INSIDE = _words(
    """
    in near outside throughout around across inside downtown within northern southern eastern western central nearby
    rural
    """
)
_TOWARD = _words(
    "at from to toward towards into between through via onto across leaving visiting visited reached serving"
)
_SPEECH = _words(
    "said says told added adds asked replied recalled explained wrote thinks thought believes noted argued insisted"
)
_PERSONAL = _words(
    "had did does has who whose is was will would can could also scored threw hit pleaded testified led played"
)
_PLACE_NOUNS = _words(
    """
    area areas border campus city council county home man woman men women mayor metro native office officials people
    police population resident residents school schools sheriff's shore skyline street streets student students
    suburb suburbs teen town university government governor courthouse couple crowd district family families
    firefighters hospital neighborhood office store based bound born
    """
)
_INSTITUTIONS = _words(
    """
    academy airport ambulance area attorney board chamber circuit city civic college commission commissioners
    community council counties county court courthouse department detention district economic elementary farmers
    fire fair gov health high hospital housing international isd jail junior library local mayor medical memorial
    middle municipal museum national park parks planning police public regional representative river rural school
    schools sheriff sheriff's state superior symphony tourism township transit treasurer unified union university
    urban valley village volunteer water youth zoning
    """
)
_PRESS = _words(
    """
    globe times post herald tribune gazette journal star sun news chronicle observer daily examiner telegraph
    dispatch courier bulletin review magazine press independent enquirer inquirer sentinel register argus mirror
    """
)
_STREETS = _words(
    """
    street st avenue ave road rd drive dr boulevard blvd lane ln ct place pl pike way terrace close crescent
    alley
    """
)
_NAMESAKES = _words(
    """
    accord agreement airlines airways bank bookstore convention corporation declaration exchange institute museum pact
    polytechnic protocol seminary treaty university
    """
)
_TEAMS = _words(
    "united rovers wanderers hotspur albion athletic fc rangers villa rockets lakers cowboys yankees mets saint-germain"
)
_BEFORE_NAMESAKES = frozenset(
    {"AC", "AS", "Air", "Bank", "FC", "Inter", "Lokomotiv", "Radio", "Real", "Spartak", "Sporting"}
)
_HEADS = _words(
    """
    university bank college church times voice museum society academy institute friends knights daughters duke earl
    bishop
    """
)
_SETTLEMENTS = _words(
    "city town village county state republic parish township borough suburb port capital municipality people province"
)
_INITIAL_AFTER = re.compile(r" [A-Z]\.? ")
_LIST_AFTER = re.compile(r", [A-Z]| and [A-Z]")
_LIST_BEFORE = re.compile(r"[a-z], $|[A-Z]\w+ and $")
_DATELINE = re.compile(r"(?:, [\w. ]{1,12})? ?(?:\(|-|—)")
_SMALL = FUNCTION | CALENDAR
_BEHIND_PLACES = _INSTITUTIONS | _PRESS | _STREETS | TITLES | ORGANIZATION_NOUNS
_OF_PLACES = _HEADS | _SETTLEMENTS
_BEFORE_PEOPLE = TITLES | GIVEN_NAMES
_STATE_LIKE = re.compile(r",? ?(?:[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2}|[A-Z]{2}\b)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words beside a place's name; capitalized neighbors are empty where there is more than a space between.

    Attributes:
        name: The name as written.
        before: The word before, in lower case, or empty at the beginning of a sentence.
        after: The word after, in lower case, or empty where a sentence or clause ends.
        second: The word before `before`, in lower case.
        capital_before: The capitalized word before.
        capital_after: The capitalized word after.
        opens: Whether the name begins a sentence.
        hyphened: Whether a capitalized word is joined to it by a hyphen in front.
        run: The capitalized words behind it, up to four, in lower case.
        ahead: The characters behind the name.
        behind: The characters in front of it.
    """

    name: str
    before: str
    after: str
    second: str
    capital_before: str
    capital_after: str
    opens: bool
    hyphened: bool
    run: tuple[str, ...]
    ahead: str
    behind: str


def around(text: Text, occurrence: Occurrence) -> Surroundings:
    """The surroundings of an occurrence."""
    first, last = occurrence.first, occurrence.last
    opens = opens_sentence(text, first)
    before = text.words[first - 1] if first and not opens and _near(text, first - 1) else ""
    second = text.words[first - 2] if before and first > 1 and follows(text, first - 2) else ""
    after = text.words[last + 1] if last + 1 < len(text.words) and _adjoins(text, last) else ""
    return Surroundings(
        name=text.plain[occurrence.start : occurrence.end],
        before=before.lower(),
        after=after.lower(),
        second=second.lower(),
        capital_before=before if before[:1].isupper() else "",
        capital_after=after if after[:1].isupper() else "",
        opens=opens,
        hyphened=text.plain[occurrence.start - 1 : occurrence.start] == "-" and text.words[first - 1][0].isupper(),
        run=_run(text, last),
        ahead=text.plain[occurrence.end : occurrence.end + 12],
        behind=text.plain[max(0, occurrence.start - 12) : occurrence.start],
    )


def _near(text: Text, index: int) -> bool:
    """Whether the word stands directly before the next one, an abbreviating full stop allowed: `Gov. Lamar`."""
    between = text.plain[text.ends[index] : text.starts[index + 1]]
    return between in {" ", ". "}


def _adjoins(text: Text, index: int) -> bool:
    between = text.plain[text.ends[index] : text.starts[index + 1]]
    return between in {" ", "-"}


def _run(text: Text, last: int) -> tuple[str, ...]:
    """The capitalized words that follow a word, in lower case, up to four of them."""
    end = last + 1
    while end < min(len(text.words), last + 5) and text.words[end][0].isupper() and follows(text, end - 1):
        end += 1
    return tuple(word.lower() for word in text.words[last + 1 : end])


def _is_name(word: str) -> bool:
    return bool(word) and word.lower() not in _SMALL


def _beside_initial(seen: Surroundings) -> bool:
    return (len(seen.before) == 1 and seen.before != "a") or bool(_INITIAL_AFTER.match(seen.ahead))


def _before_a_name(seen: Surroundings) -> bool:
    return _is_name(seen.capital_after) and seen.after not in _BEHIND_PLACES


def _in_dateline(seen: Surroundings) -> bool:
    line = seen.behind.endswith("\n") or not seen.behind
    return (line and bool(_DATELINE.match(seen.ahead))) or (seen.name.isupper() and seen.opens)


_NO_GIVEN = (
    FUNCTION
    | CALENDAR
    | ORDINARY
    | DEMONYMS
    | _INSIDE
    | _INSTITUTIONS
    | _STREETS
    | _words("greater upper lower old new north south east west mid inner outer saint fort mount lake team historic")
)
"""Capitalized words that stand before a place's name as well."""
_DECIDED = -20.0
"""What no other sign outweighs."""

Sign = tuple[float, Callable[[Surroundings], bool]]

# Weights are log odds, fitted to local news and then rounded.
SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        "inside": (1.6, lambda s: s.before in _INSIDE),
        "toward": (1.0, lambda s: s.before in _TOWARD),
        "of": (0.9, lambda s: s.before == "of" and s.second not in _OF_PLACES),
        "settlement of": (2.0, lambda s: s.before == "of" and s.second in _SETTLEMENTS),
        "head of": (_DECIDED, lambda s: s.before == "of" and s.second in _HEADS),
        "the": (0.3, lambda s: s.before in {"the", "a", "an"}),
        "speech": (-2.5, lambda s: s.after in _SPEECH),
        "personal": (-0.5, lambda s: s.after in _PERSONAL),
        "possessive": (-0.4, lambda s: s.ahead.startswith(("'s", "' "))),
        "noun": (0.9, lambda s: s.after in _PLACE_NOUNS and not s.capital_after),
        "press": (_DECIDED, lambda s: s.after in _PRESS and bool(s.capital_after)),
        "namesake": (_DECIDED, lambda s: not _NAMESAKES.isdisjoint(s.run)),
        "team": (
            _DECIDED,
            lambda s: (bool(s.capital_after) and s.after in _TEAMS) or s.capital_before in _BEFORE_NAMESAKES,
        ),
        "street": (_DECIDED, lambda s: s.after in _STREETS and bool(s.capital_after)),
        "title": (_DECIDED, lambda s: s.before in TITLES),
        "given": (_DECIDED, lambda s: s.before in GIVEN_NAMES and bool(s.capital_before)),
        "initial": (-1.5, _beside_initial),
        "capital before": (
            -0.6,
            lambda s: _is_name(s.capital_before) and s.before not in _BEFORE_PEOPLE and len(s.before) > 1,
        ),
        "capital after": (-0.9, _before_a_name),
        "given name": (-1.0, lambda s: s.name.lower() in GIVEN_NAMES),
        "ordinary": (-2.5, lambda s: s.name.lower() in ORDINARY),
        "ordinary first": (-5.0, lambda s: s.name.lower() in ORDINARY and s.opens),
        "given before name": (-5.0, lambda s: s.name.lower() in GIVEN_NAMES and _before_a_name(s)),
        "dateline": (2.2, _in_dateline),
        "state": (0.6, lambda s: s.ahead.startswith(",") and bool(_STATE_LIKE.match(s.ahead))),
        "opens": (-0.5, lambda s: s.opens),
        "hyphen": (0.8, lambda s: s.ahead.startswith("-") or s.behind.endswith("-")),
        "list": (0.4, lambda s: bool(_LIST_AFTER.match(s.ahead) or _LIST_BEFORE.search(s.behind))),
    }
)
"""The signs, by name, with what each adds when it is there."""


def local_evidence(seen: Surroundings) -> float:
    """How much the words beside a name speak for a place: log odds, 0 where they say nothing."""
    possible = _possible(bool(seen.before), bool(seen.after), bool(seen.capital_before), bool(seen.capital_after))
    return sum([weight for weight, is_there in possible if is_there(seen)])


# What has to stand beside the name for a sign to be there; the others may be there whatever stands beside it.
_NEEDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("inside", "toward", "of", "settlement of", "head of", "the", "title"), frozenset({"before"})),
        **dict.fromkeys(("speech", "personal", "noun", "namesake"), frozenset({"after"})),
        **dict.fromkeys(("given", "capital before"), frozenset({"capital before"})),
        **dict.fromkeys(("press", "street", "capital after", "given before name"), frozenset({"capital after"})),
    }
)


@cache
def _possible(*beside: bool) -> tuple[Sign, ...]:
    """The signs that can be there, where something or nothing stands before, after, with a capital before and after."""
    names = ("before", "after", "capital before", "capital after")
    there = {name for name, stands in zip(names, beside, strict=True) if stands}
    return tuple(sign for name, sign in SIGNS.items() if _NEEDS.get(name, frozenset()) <= there)


def is_family_name(seen: Surroundings) -> bool:
    """Whether a person's title or given name stands before the name."""
    return seen.before in TITLES or (bool(seen.capital_before) and seen.before in GIVEN_NAMES)


def may_be_family_name(seen: Surroundings) -> bool:
    """Whether what stands before the name could be a given name or the first half of a family name."""
    return seen.hyphened or _may_be_given(seen.capital_before)


def _may_be_given(word: str) -> bool:
    return word.istitle() and len(word) > 2 and word.lower() not in _NO_GIVEN


def is_located(seen: Surroundings) -> bool:
    """Whether the words beside the name say by themselves that it is a place."""
    return (
        seen.before in _INSIDE
        or seen.after in _PLACE_NOUNS
        or (seen.ahead[:1] in ", " and bool(_STATE_LIKE.match(seen.ahead)))
    )
