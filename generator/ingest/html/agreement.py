"""What a page's statements about one field agree on, and how sure that is."""

from collections.abc import Callable, Iterable

from generator.ingest.html.alignment import letters
from generator.ingest.html.evidence import Field, Statement
from generator.model import Found

# How often each witness is right when it stands alone.
TRUST = {
    "json-ld": 0.9, "og-title": 0.88, "meta-title": 0.85, "title-element": 0.8, "h1": 0.75, "first-line": 0.6,
    "meta-description": 0.6, "standfirst": 0.9,
    "og-published": 0.95, "meta-date": 0.88, "time-element": 0.85, "date-line": 0.75, "address-date": 0.85,
    "meta-modified": 0.85, "meta-author": 0.85, "author-element": 0.75,
    "og-site": 0.92, "meta-publisher": 0.8, "title-tail": 0.75,
    "canonical": 0.97, "og-url": 0.92, "saved-from": 0.9,
    "meta-section": 0.85, "html-lang": 0.85, "meta-language": 0.8,
}  # fmt: skip
AGREED = 0.05  # what each further witness who says the same adds
Check = Callable[[str], str | None]


def agreed(statements: Iterable[Statement], field: Field, check: Check) -> Found[str] | None:
    """The value of the best witness; others who say the same strengthen it, others who do not weaken it."""
    votes = [(value, one) for one in statements if one.field == field and (value := check(one.value))]
    if not votes:
        return None
    value, best = max(votes, key=lambda vote: TRUST[vote[1].rule])
    others = {one.rule: letters(said) == letters(value) for said, one in votes if one.rule != best.rule}
    confidence = TRUST[best.rule] + AGREED * (sum(others.values()) - 2 * sum(not same for same in others.values()))
    return Found(value, best.rule, round(min(0.99, max(0.3, confidence)), 2), best.line)
