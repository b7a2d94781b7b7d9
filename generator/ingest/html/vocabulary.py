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
        "follow us", r"follow .{1,60} on (?:facebook|twitter|instagram|x)\b",
        "like us on", "join our", "download (?:the|our) app", "click here",
        "(?:leave|post) a comment", "your email address", "s'abonner", "abonnez-vous",
        "suscr[ií]bete", "abonnieren", "assine", "iscriviti", "подпис(?:аться|ывайтесь)",
    ) + ")",
    re.IGNORECASE,
)  # fmt: skip

SERVICE = re.compile(
    r"\b(?:" + _any(
        "subscribe", "sign up", "newsletters?", "letters? to the editor", "whatsapp channel", "telegram channel",
    ) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
"""What readers are offered; a report may speak of it too, without speaking to them."""

ADDRESSED = re.compile(
    r"\b(?:you|your|our|us|please|here)\b|(?:^|[.!?:;,] )(?:subscribe|sign up)\b",
    re.IGNORECASE,
)  # fmt: skip

_ENTER = _any(
    "subscribe", "sign (?:in|up)", "log ?in", "register", "join", "become an? (?:subscriber|member)",
    "create (?:an?|your) (?:free )?account", "start (?:an?|your) (?:free )?trial",
)  # fmt: skip
_READ_ON = _any("(?:continue|keep|finish) reading", "(?:read|view|see|access|unlock) (?:the|this) [^,.:?!]{1,40}")

PAYWALL = re.compile(
    "^(?:" + _any(
        rf"to (?:{_READ_ON})\W{{1,3}}(?:please |you (?:must|need to|have to|can) )?(?:{_ENTER})\b.*",
        rf"(?:please )?(?:{_ENTER})(?: (?:now|today|here|for free))? to (?:{_READ_ON}|continue|read on|read more)\b.*",
        r"(?:are you )?(?:already|not|not yet) (?:an? )?(?:\w+ )?(?:subscriber|member|subscribed|registered|reader)"
        rf"\s?\?(?:\W*(?:{_ENTER})\b.*)?",
        rf"(?:already )?have an account\s?\?(?:\W*(?:{_ENTER})\b.*)?",
        r"(?:this|the full) (?:article|story|content|text|report) is "
        r"(?:only )?(?:available |reserved |exclusive(?:ly)? )?(?:only )?(?:for|to) "
        r"(?:our |paying |registered )?(?:subscribers|members)(?: only)?"
        rf"(?:\W+(?:{_ENTER})\b.*)?",
        r"you(?: have|['’]ve) (?:reached|read|used|hit) (?:all )?(?:the|your) .{0,40}"
        r"\b(?:free articles?|article limit|free stories)\b.*",
        r"(?:pour|afin de) (?:continuer (?:la|votre) lecture|lire la suite)\W{1,3}(?:abonnez|connectez|inscrivez)\b.*",
        r"(?:vous êtes )?déjà abonnée?\s?\?.{0,40}", r"(?:cet article est |contenu )?réservée? (?:aux|à nos) abonnés",
        r"(?:sie sind )?(?:schon|bereits) abonnent(?:in)?\s?\?.{0,40}",
        r"para (?:seguir leyendo|continuar leyendo|continuar lendo)\W{1,3}"
        r"(?:suscr|regístr|inicia|assin|inscrev|faça)\w*.*",
        r"¿?ya eres suscriptora?\s?\?.{0,40}", r"já é assinante\s?\?.{0,40}", r"sei già abbonato\s?\?.{0,40}",
        r"per continuare a leggere\W{1,3}(?:abbonati|accedi|registrati)\b.*",
        r"чтобы (?:продолжить чтение|читать дальше)\W{1,3}(?:оформите|войдите|подпишитесь|зарегистрируйтесь)\b.*",
    ) + r")\W*$",
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
