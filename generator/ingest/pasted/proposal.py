"""A headline for a text that has none, made of its first sentence."""

import re

_LONGEST_PROPOSAL = 80
# What may stand in front of what a sentence says, and what may be left off behind it.
_LEAD_IN = re.compile(
    r"^(?:According to|In|On|At|After|Before|As|Following|During|Despite|With|For|Since|By)\b[^,]{2,90},\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:,|;|:|\s[–—-]\s|\s\(|\s(?:on (?:\d|[A-Z][a-z]+\s?\d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|at the invitation"
    r"|which|who|where|when|while|after|before|as|because|according|that|amid|following|despite)\b)"
)
_SENTENCE = re.compile(r".+?[.!?。！？](?=\s|$|[\"”])")
_SHORTEST_CLAUSE = 20


def proposed(text: str) -> str:
    """A title of at most 80 characters made of a text's first sentence: its main statement, cut where a clause ends."""
    found = _SENTENCE.match(text[:600])
    first = _LEAD_IN.sub("", (found[0] if found else text[:600]).strip(' ."“”'))
    ends = (clause.start() for clause in _CLAUSE.finditer(first) if clause.start() > _SHORTEST_CLAUSE)
    first = first[: next(ends, len(first))]
    if len(first) > _LONGEST_PROPOSAL:
        first = first[:_LONGEST_PROPOSAL].rpartition(" ")[0] or first[:_LONGEST_PROPOSAL]
    first = first.strip(" ,;:.-–—")
    return first[:1].upper() + first[1:]
