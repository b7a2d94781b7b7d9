"""Which publication a text is credited to, which site carried it, and its address."""

import re

from generator.ingest.pasted.classed import Classed
from generator.ingest.pasted.credit import Credit
from generator.ingest.pasted.masthead import masthead
from generator.ingest.pasted.press import PRESS
from generator.ingest.pasted.reference import is_reference
from generator.model import Found

_CREDIT_LINE = re.compile(
    r"\W*(?:Source|Publication|Quelle|Fuente|Fonte|Источник|来源|來源)\s?[:：=]\s*(?P<name>[^|•·,;“”\"«»（(]{2,60}?)\s*"
    r"(?:[|•·].*|,?\s(?:via|carried by|through|über|par l’intermédiaire de)\s(?P<carrier>[^|•·,;“”\"]{2,40}?)\W*|\W*)",
    re.IGNORECASE,
)
# In Chinese several fields share a row.
_CHINESE_CREDIT = re.compile(r"(?:来源|來源)\s?[:：]\s*(?P<name>[^\s|，。；：:（(]{2,20})")
_NAME = r"(?:the\s|The\s)?(?P<name>(?:[A-ZÀ-Þ][\w’'&.-]*|of|de|the)(?:\s(?:[A-ZÀ-Þ][\w’'&-]*|of|de|the|and|&))*)"
_REPRINT = re.compile(
    r"(?:(?:originally|first)\s(?:published|appeared|posted|ran|aired|printed)\s(?:in|on|by|at)|(?:reprinted|republished|reproduced|reposted)"
    r"(?: here)? (?:from|(?:with|by) (?:the )?(?:kind |express |written )?permission (?:from|of))"
    rf"|courtesy of|appeared first (?:in|on)|article from|text from)\s{_NAME}"
)
_TOLD = re.compile(
    r"\b(?:told|telling|interview with|reported by|wrote in|published (?:in|on|by))\s+(?:the\s+)?"
    rf"(?P<name>(?:[A-Z][\w’'-]*\s+){{0,4}}{PRESS}(?:\s+Online)?)(?![\w’'])"
)
_TOLD_SIGNS = ("told", "telling", "interview with", "reported by", "wrote in", "published ")
_CARRIER = re.compile(r"\W*(?P<name>[^|•·]{2,40}?)\s*[|•·]\s*(?:by|par|von|por|di)\s", re.IGNORECASE)
_TAIL = re.compile(r"\s[|–—-]\s(?P<name>[A-Z][^|–—]{2,38})$")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b)[\s©]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s)?(?P<name>(?:The\s)?(?:[A-Z][\w’'&.-]*(?:\s|$)){1,5})",
    re.IGNORECASE,
)
_COPYRIGHT_END = re.compile(r"[.,]|\bAll\b")
_LONGEST = 200
_ADDRESS = re.compile(r"https?://[^\s<>\"|]+[^\s<>\"|.,;:!?)]")


def source(page: Classed, credit: Credit | None) -> Found[str] | None:
    """The publication that the text is credited to; else the site; else the paper that people in the text speak to."""
    if credit:
        reason = f'cut off the front of the line: "{credit.text}"'
        return Found(credit.name, "credit", 0.9, page.lines[credit.row], reason)
    return _credited(page) or _reprinted(page) or carrier(page) or masthead(page) or _told(page) or _copyright(page)


def _credited(page: Classed) -> Found[str] | None:
    for at, text in page.of_kind("metadata", "byline", "junk"):
        found = _CREDIT_LINE.fullmatch(text) or (_CHINESE_CREDIT.search(text) if len(text) < _LONGEST else None)
        if found and not _ADDRESS.search(text) and not is_reference(text):
            return Found(found["name"].strip(), "credit-line", 0.9, page.lines[at])
    return None


def _reprinted(page: Classed) -> Found[str] | None:
    """The paper that a notice below the text names as the first to print it."""
    last = max((at for at, text in page.of_kind("body") if len(text) > _LONGEST), default=-1)
    for at, text in page.of_kind("body", "caption", "junk", "metadata"):
        sought = at > last or page.rule(at) == "reprint-notice"
        found = _REPRINT.search(text[0].lower() + text[1:]) if sought and len(text) < _LONGEST * 2 else None
        if found:
            return Found(found["name"].strip(" ."), "reprint-notice", 0.8, page.lines[at])
    return None


def via(page: Classed) -> Found[str] | None:
    """The site that the credit names as the one that carried the text."""
    for at, text in page.of_kind("metadata", "byline", "junk"):
        found = _CREDIT_LINE.fullmatch(text)
        if found and found["carrier"]:
            return Found(found["carrier"].strip(), "carried-by", 0.85, page.lines[at])
    return None


def carrier(page: Classed) -> Found[str] | None:
    """The site that a byline names in front of the author, or the headline behind a bar."""
    for at, text in page.of_kind("byline"):
        found = _CARRIER.match(text)
        if found:
            return Found(found["name"].strip(), "site-in-byline", 0.85, page.lines[at])
    for at, text in page.of_kind("title"):
        tail = _TAIL.search(text)
        if tail and (" | " in text or re.search(PRESS, tail["name"])):
            return Found(tail["name"].strip(), "site-behind-headline", 0.8, page.lines[at])
    return None


def _told(page: Classed) -> Found[str] | None:
    for at, text in page.of_kind("body"):
        found = _TOLD.search(text) if any(map(text.__contains__, _TOLD_SIGNS)) else None
        if found:
            return Found(found["name"], "paper-named-in-text", 0.6, page.lines[at], f'the text says "{found[0]}"')
    return None


def _copyright(page: Classed) -> Found[str] | None:
    for at, text in page.of_kind("junk", "metadata"):
        found = _COPYRIGHT.search(text) if len(text) < 200 else None
        if found:
            return Found(_COPYRIGHT_END.split(found["name"])[0].strip(" .,"), "copyright-notice", 0.6, page.lines[at])
    return None


def address(page: Classed) -> Found[str] | None:
    """The web address on a line of its own, or in a field, outside of the text."""
    for at, _ in page.of_kind("metadata"):
        found = _ADDRESS.search(page.rows[at].text) if page.rule(at) in ("field", "web-address") else None
        if found:
            return Found(found[0], page.rule(at), 0.85, page.lines[at])
    return None
