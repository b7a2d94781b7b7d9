"""The names in one row's byline: `By Ann Lee and Bob Ray, staff writers`, `记者 …`, `Автор: …`."""

import re

from generator.ingest.pasted.names import is_agency, is_person, leading_name

Names = tuple[str, ...]

_CUE = (
    r"published by|posted by|written by|story by|words by|text by|reporting by|reported by|by|von|par|por|di"
    r"|door|av|af|oleh|autor(?:in)?|author|auteur|byline|text|guest post by|автор(?:ы)?|текст"
)
_BY = re.compile(rf"(?:^|[\s|•·(*—–-])(?:{_CUE})\b\s?:?\s+(?=\w)(.{{2,160}})", re.IGNORECASE)
_GLUED = re.compile(r"[*•\s]*[Bb]y(?=[A-Z][a-z]+\s[A-Z])(.{4,60})")
_END = re.compile(
    r"\s*(?:[|•·(/@]|\s[-–—]\s|\d|\b(?:published|updated|posted|for|in|at|on|special to|with files|über|aus)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\boch\b|\bog\b|\bwith\b)\s+", re.IGNORECASE)
_REPORTER = re.compile(
    r"([가-힣]{2,4})\s기자|(?:本[报報社刊台网網]|特约|实习|见习)?(?:记者|記者)[:：\s]*([\u4e00-\u9fff]{2,4})|([\u4e00-\u9fff]{2,4})\s?(?:记者|記者)"
)
# Scripts without capitals: a name is what stands behind the word, and little else stands in the row.
_UNCASED = re.compile(
    r"(?:作者|撰文|撰稿|编译|文)\s?[/:：]\s?([\u4e00-\u9fff·]{2,8})(?![\u4e00-\u9fff])"
    r"|^\W*(?:بقلم|كتب|كتبت|إعداد)\s?[:：]?\s+([\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+){1,3})\W*$"
)
_STOP_BELONGS = re.compile(r"(?:\.\w|\b[A-Z]|\s(?:Jr|Sr))\.$")
# Whoever checked, carried or owns a text did not write it, nor did who only helped.
_OTHER_WORK = re.compile(
    r"\b(?:(?:additional|additionally|other) reporting|photos?|photographs?|pictures?|signing|clicking|video"
    r"|graphics?|illustrations?|translation|editing"
    r"|research|(?!post|publish|report|author|submitt|creat|contribut|upload|updat|sign)\w+(?:ed|own))\s+by\s*$",
    re.IGNORECASE,
)
_NO_ALIAS = frozenset(
    {
        "the",
        "a",
        "our",
        "email",
        "you",
        "us",
        "registering",
        "phone",
        "mail",
        "staff",
        "admin",
        "administrator",
        "editor",
        "webmaster",
        "guest",
    }
)
_OUR = re.compile(r"(?:our|a|the|your)\b", re.IGNORECASE)


def signatures(text: str, *, alias: bool) -> Names:
    """Whoever signs in this row; nobody where the words in front of `by` tell of other work.

    Args:
        text: The row.
        alias: Whether one word or a desk will do: `by peoplesdaily`, `By Tribune Staff`.
    """
    glued = _GLUED.fullmatch(text)
    if glued:
        return signers(glued[1], alias=False)
    found = _BY.search(text)
    if not found or _OTHER_WORK.search(text[: found.start(1)]):
        return ()
    return signers(found[1], alias=alias)


def reporters(text: str) -> Names:
    """The names behind or in front of the word for reporter or author, in scripts without capitals."""
    found = (*_REPORTER.finditer(text), *_UNCASED.finditer(text))
    return tuple(dict.fromkeys("".join(one.groups(default="")) for one in found))


def signers(text: str, *, alias: bool) -> Names:
    """The names that a byline begins with, up to the first thing that is none.

    Args:
        text: What stands behind `By`.
        alias: Whether one word or a desk will do: `by peoplesdaily`, `By Tribune Staff`.
    """
    end = _END.search(text)
    head = text[: end.start()] if end else text
    parts = [_without_stop(part) for part in _AND.split(head)]
    people = [name for name in (part if is_person(part) else leading_name(part) for part in parts) if name]
    agencies = [part for part in parts if is_agency(part)]
    if _OUR.match(head) and not agencies:
        people = []
    found = people or agencies or ([head.strip(" ,.")] if alias and _is_alias(head.strip(" ,."), text) else [])
    return tuple(dict.fromkeys(found))


def _without_stop(part: str) -> str:
    """The part of a byline without marks around it; the stop of an initial or of `Jr.` stays."""
    name = part.strip(" ,:*–—-")
    return name if _STOP_BELONGS.search(name) else name.rstrip(".")


def _is_alias(name: str, text: str) -> bool:
    return (
        0 < len(name.split()) <= 2
        and len(text.split()) <= 14
        and name[0] not in "\"“'"
        and name.split(maxsplit=1)[0].lower() not in _NO_ALIAS
    )
