"""The words by which pages label what stands around an article, in several languages; no pattern can run long."""

import re


def _any(*phrases: str) -> str:
    return "|".join(phrases)


READING_TIME = re.compile(
    r"^(?:(?:estimated )?(?:" + _any(
        "reading time", "tempo de leitura", "tiempo de lectura", "temps de lecture", "lesezeit", "tempo di lettura",
    ) + r")\b.{0,30}|\d+\s*[-–]?\s*min(?:ute)?s?\.? (?:read|to read|de lectura|de leitura|de lecture|lesezeit))$",
    re.IGNORECASE,
)  # fmt: skip

INVITATION = re.compile(
    r"\b(?:" + _any(
        "subscribe", "sign up", "newsletters?", "follow us", r"follow .{1,60} on (?:facebook|twitter|instagram|x)\b",
        "like us on", "join our", "whatsapp channel", "telegram channel", "download (?:the|our) app", "click here",
        "(?:leave|post) a comment", "your email address", "letters? to the editor", "s'abonner", "abonnez-vous",
        "suscr[ií]bete", "abonnieren", "assine", "iscriviti", "подпис(?:аться|ывайтесь)",
    ) + ")",
    re.IGNORECASE,
)  # fmt: skip

RIGHTS = re.compile(
    _any(
        r"^(?:©|ⓒ|\(c\)|copyright\b)", r"\ball rights reserved\b", r"\btous droits réservés\b",
        r"\btodos (?:los derechos|os direitos) reservados\b", r"\balle rechte vorbehalten\b",
        r"\bвсе права защищены\b", r"무단\s*전재", "版权所有",
    ),
    re.IGNORECASE,
)  # fmt: skip

LABEL = re.compile(
    "^(?:" + _any(
        "filed under", "tags?", "tagged", "topics", "categor(?:y|ies)", "keywords", "posted in", "see also",
        "also read", "read (?:more|also|next)", "more on this",
        "related(?: (?:stories|articles|posts|news|topics|content|links))?",
        "recommended", r"comments?(?: \(\d+\))?", "share(?: this)?", "print", "e-?mail", "advertisement",
        "story continues below.*", "article continues .*", "continue reading.*", r"\d+ comments?", r"loading\W*",
        "(?:show|view) comments", "(?:à )?lire aussi", "le[ea]r? también", "mehr zum thema", "lesen sie auch",
        "leia (?:também|mais)", "leggi anche", "читайте также",
    ) + r")\s*(?:$|[:|»>].*)",
    re.IGNORECASE,
)  # fmt: skip

CREDIT = re.compile(
    r"^\W?\s*(?:additional )?(?:" + _any(
        "reporting", "writing", "editing", "compiled", "edited", "translated", "written", "photo(?:graph)?s?",
        "with (?:files|reporting|inputs)",
    ) + r") (?:by|from)\b",
    re.IGNORECASE,
)  # fmt: skip
