"""The part of the paper or site that a text stood in: a label in front of the headline, above it, or in a field."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.pasted.classed import Classed
from generator.model import Found

_LANGUAGES = "English|French|German|Spanish|Chinese|Russian|Arabic"
_PARTS = (
    "News|Opinion|Politics|Business|Sports?|Culture|World|Analysis|Commentary|Feature|Interview|Home|Video|Live|Local"
)
_LABEL = re.compile(
    rf"(?P<label>(?:{_LANGUAGES}|World|Local|National|International|Regional|Business|Political|Economic|Breaking"
    rf"|Latest|Top)\s"
    rf"(?:News|Opinion|Politics|Business|Sports?|Culture))\s+(?=[A-Z0-9\"“‘'«])"
    rf"|(?P<bare>(?:{_PARTS}|Nachrichten|Actualités|Noticias|Новости|新闻)(?:\s(?:{_PARTS}))*)\s*[|:»>/•–—]+\s+(?=\S)"
    rf"|(?P<run>(?:(?:{_PARTS})\s){{2,}})(?=[A-Z0-9\"“‘'«])"
    r"|(?P<cue>now reading|you are reading|headline|title|titel|titre|título|titolo|subject|betreff|objet|asunto"
    r"|assunto|oggetto"
    r"|тема|заголовок|标题|標題)\s*[:：]\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*(?=\S)",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    name
    for names in (
        "news opinion politics business sport sports culture world analysis commentary comment feature features",
        "interview background editorial letters science technology tech health environment education economy energy",
        "security defense defence asia africa europe americas china explainer briefing reportage essay review",
        "profile obituary dispatch",
        "fisheries agriculture diplomacy travel arts society finance markets nation national local region regional",
        "politik wirtschaft kultur meinung kommentar analyse gesellschaft wissen panorama ausland inland hintergrund",
        "politique économie monde société international tribune entretien reportages santé sciences enquête",
        "política economía opinión mundo cultura deportes sociedad internacional nacional análisis entrevista",
        "economia opinião esporte sociedade análise politica mondo cronaca esteri opinioni cultura",
        "политика экономика общество мир культура мнение мнения спорт аналитика интервью наука",
        "国际 国内 政治 经济 社会 文化 评论 时政 财经 科技 体育 观点",
    )
    for name in names.split()
) | {"special report", "middle east", "central asia", "world news", "local news", "foreign affairs", "guest column"}
_ENDINGS = frozenset(
    {"report", "reports", "desk", "watch", "view", "views", "voices", "notes", "file", "focus", "today"}
)
_GAP = re.compile(r"\t\s*| {2,}")
_WORDS = re.compile(
    r"[A-ZÀ-ÞА-Я0-9\u4e00-\u9fff&][^\s.,;:!?|]*(?:\s(?:of|and|the|de|der|du|des|et|und|y|e|&"
    r"|[A-ZÀ-ÞА-Я0-9][^\s.,;:!?|]*)){0,4}"
)
_FIELD = re.compile(
    r"(?:section|category|department|rubrik|ressort|rubrique|sección|seção|sezione|рубрика|раздел|栏目)\s?[:：]\s*([^;"
    r"|,:]{2,40}?)\s*(?:[;|,].*)?",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"\W*(?:you are here|home|accueil|startseite|inicio|início|главная"
    r"|首页)\s?:?\s*(?:home)?\s*[>»/›→]\s*(?P<rest>.{2,200})",
    re.IGNORECASE,
)
_STEP = re.compile(r"\s*[>»/›→]\s*")
_LONGEST = 40
_FEWEST_WORDS = 3
_HEADER = 10


@dataclass(frozen=True, slots=True)
class Split:
    """A label parted from the headline behind it.

    Attributes:
        label: What stood in front; empty where it only says that a headline follows.
        rest: Where the headline begins, in characters of the row.
        rule: What tells that it is a label.
        confidence: How often that is right.
    """

    label: str
    rest: int
    rule: str
    confidence: float


def split(page: Classed, row: int, text: str, line: str) -> Split | None:
    """The label in front of the headline; None where nothing tells that there is one.

    Which capitalized words are a label and which begin the headline cannot be seen by the words themselves, unless they
    are among those that label news everywhere. Other evidence is needed: a wide gap, or that the headline, or a label
    that ends as sections do, stands by itself elsewhere.

    Args:
        page: The rows, told apart.
        row: Which of them is the headline.
        text: Its words.
        line: The line as it stands in the file, its spaces kept.
    """
    return _by_words(text) or _by_gap(text, line) or _by_repetition(page, row, text)


def _by_words(text: str) -> Split | None:
    found = _LABEL.match(text)
    if not found:
        return None
    label = (found["label"] or found["bare"] or found["run"] or "").strip()
    return Split(label, found.end(), "label-before-headline", 0.9)


def _by_gap(text: str, line: str) -> Split | None:
    """`World Report  The talks begin`: one wide gap in the line, a short label before it."""
    parts = _GAP.split(line.strip())
    label = " ".join(parts[0].split())
    if len(parts) != 2 or not _is_label(label) or not text.startswith(label):
        return None
    rest = len(label) + 1
    return Split(label, rest, "label-before-gap", 0.85) if _is_headline(text[rest:]) else None


def _by_repetition(page: Classed, row: int, text: str) -> Split | None:
    """The label, or the headline without it, is also a row of its own, or a step of a path."""
    rows = {other.text.strip(" *+-|#").casefold() for at, other in enumerate(page.rows) if at != row}
    rows |= {step.casefold() for other in page.rows if _PATH.match(other.text) for step in _STEP.split(other.text)}
    words = text.split()
    for count in range(4, 0, -1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        alone = rest.casefold() in rows or (label.casefold() in rows and _names_news(label))
        if alone and _is_label(label) and _is_headline(rest):
            return Split(label, len(label) + 1, "label-also-alone", 0.8)
    return None


def _names_news(label: str) -> bool:
    """Whether the label ends as sections do: a name alone on a line may be whom the headline speaks of."""
    words = label.casefold().split()
    return len(words) > 1 and (words[-1] in _KNOWN or words[-1] in _ENDINGS)


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_WORDS.fullmatch(text))


def _is_headline(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and not text[0].islower()


def section(page: Classed) -> Found[str] | None:
    """The section by a field, by a label on the line above the headline, or by the path to the page."""
    return _of_field(page) or _above(page) or _of_path(page)


def _of_field(page: Classed) -> Found[str] | None:
    for at, text in page.of_kind("metadata", "junk"):
        found = _FIELD.fullmatch(text) if len(text) < _LONGEST * 3 else None
        if found:
            return Found(found[1], "field", 0.9, page.lines[at])
    return None


def _above(page: Classed) -> Found[str] | None:
    """A word that labels news everywhere, alone on the line above; in a row of them it is a menu."""
    at = (page.title or 0) - 1
    if at < 0 or not is_section(page.rows[at].text):
        return None
    if at > 0 and (is_section(page.rows[at - 1].text) or page.rows[at - 1].text.casefold() == "home"):
        return None
    return Found(page.rows[at].text, "label-above-headline", 0.85, page.lines[at])


def is_section(text: str) -> bool:
    """Whether the row is nothing but a word that labels news everywhere."""
    return text.casefold().strip(" |:»>") in _KNOWN


def _of_path(page: Classed) -> Found[str] | None:
    """The last step of `Home > World > Europe` that is not the headline."""
    headline = page.rows[page.title].text.casefold() if page.title is not None else ""
    for at in range(min(_HEADER, len(page.rows))):
        found = _PATH.fullmatch(page.rows[at].text)
        steps: Sequence[str] = _STEP.split(found["rest"]) if found else ()
        steps = [step for step in steps if step and len(step) < _LONGEST and step.casefold() not in headline]
        if steps and page.kind(at) != "title":
            return Found(steps[-1], "path", 0.7, page.lines[at])
    return None
