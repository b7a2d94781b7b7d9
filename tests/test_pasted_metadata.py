"""Texts as people paste them from the world's press: what is to be known of each, and what may not be made up."""

import pytest

from generator.ingest import text
from generator.model import Found, Metadata
from tests.casefiles import Case, cases

ANSWER = 0.6
ALWAYS = ("title", "published", "authors")

PROSE = {
    "en": """\
The council of the valley had argued over the matter for most of the winter, and not all its members were content.

Those who live near the river said that they had been promised help before, and that they would believe it once it came.

The next meeting is to be held in the town hall, and the costs will be made public before it begins.""",
    "de": """\
Der Rat des Tals hatte den ganzen Winter über die Sache gestritten, und nicht alle Mitglieder waren damit zufrieden.

Wer am Fluss wohnt, hat schon oft von Hilfe gehört, die dann nicht gekommen ist, sagte eine Anwohnerin der Zeitung.

Die nächste Sitzung wird im Rathaus stattfinden, und die Kosten sollen vorher auf einer Tafel zu lesen sein.""",
    "fr": """\
Le conseil de la vallée avait débattu de la question pendant tout l'hiver, et tous ses membres ne sont pas satisfaits.

Les gens qui habitent au bord de la rivière disent que des promesses ont déjà été faites dans le passé.

La prochaine réunion aura lieu dans la mairie, et les coûts seront connus avant le début de la séance.""",
    "es": """\
El consejo del valle había discutido el asunto durante todo el invierno, y no todos los miembros estaban contentos.

Los vecinos que viven junto al río dijeron que ya les habían prometido ayuda en el pasado y que no llegó.

La próxima reunión se celebrará en el ayuntamiento, y los costes se harán públicos antes de que empiece.""",
    "pt": """\
O conselho do vale discutiu a questão durante todo o inverno, e nem todos os membros ficaram contentes com isso.

As pessoas que vivem junto ao rio disseram que a ajuda já tinha sido prometida antes e que não chegou.

A próxima reunião será feita na câmara da cidade, e os custos vão ser conhecidos antes de ela começar.""",
    "it": """\
Il consiglio della valle aveva discusso della questione per tutto l'inverno, e non tutti i membri erano contenti.

La gente che abita vicino al fiume dice che l'aiuto era già stato promesso, ma che non è mai arrivato.

La prossima riunione si terrà nel municipio, e i costi saranno resi noti prima che la seduta abbia inizio.""",
    "ru": """\
Совет долины спорил об этом всю зиму, и не все его члены остались довольны тем, что было решено.

Жители домов у реки говорят, что помощь им обещали и раньше, но она так и не пришла к ним.

Следующее заседание пройдет в ратуше, и расходы на мост будут названы до того, как оно начнется.""",
    "zh": """\
山谷议会整个冬天都在讨论这件事，并不是所有的成员都对结果感到满意，有人认为费用太高。

住在河边的居民说，以前也有人答应过帮助他们，但是帮助一直没有到来，他们要等看到了才会相信。

下一次会议将在市政厅举行，所有的费用会在会议开始之前向居民公布，以便大家讨论。""",
    "ar": """\
ناقش مجلس الوادي هذه المسألة طوال فصل الشتاء، ولم يكن جميع أعضائه راضين عن النتيجة التي توصلوا إليها.

وقال السكان الذين يعيشون بالقرب من النهر إنهم تلقوا وعودا بالمساعدة من قبل ولكنها لم تصل إليهم.

ومن المقرر أن يعقد الاجتماع المقبل في مبنى البلدية، وسيتم الإعلان عن التكاليف قبل أن يبدأ.""",
}


def pasted(one: Case) -> str:
    """The case's text with its prose put in."""
    content = one.blocks[0]
    for language, prose in PROSE.items():
        content = content.replace(f"[{language}]", prose)
    return content


def stated(one: Case) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in one.blocks[1].split("\n"))


def understood(known: Metadata) -> dict[str, str]:
    """Every field's value as text; a proposed title is left out, a day that is not sure is a `guess`."""
    found: dict[str, Found[str] | None] = {
        name: getattr(known, name)
        for name in ("title", "published", "updated", "source", "place", "section", "language")
    }
    values = {name: one.value for name, one in found.items() if one and one.rule != "proposed"}
    if known.published and known.published.confidence < ANSWER:
        values["guess"] = values.pop("published")
    if known.authors:
        values["authors"] = "; ".join(known.authors.value)
    return values | ({"source_url": known.source_url.value} if known.source_url else {})


@pytest.mark.parametrize("one", cases("metadata"), ids=str)
def test_metadata(one: Case) -> None:
    expected = stated(one)
    found = understood(text.read(pasted(one)).metadata)
    names = {*expected, *ALWAYS}
    assert {name: found.get(name, "-") for name in names} == {name: expected.get(name, "-") for name in names}
