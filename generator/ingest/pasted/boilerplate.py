"""The words by which whole sentences tell that they speak of the site or of its writers, not of the news.

The terms are read as those of `vocabulary` are. They are weaker signs: each may well stand in an article, and only
several of them in one row, or the place of the row, tell what it is.
"""

from collections.abc import Mapping, Sequence

from generator.ingest.pasted import vocabulary

CLASSES: Mapping[str, str] = {
    "commerce": """
        affiliate, affiliates, commission, commissions, we may earn, we may receive, may receive, compensation, earn a,
        make money, retailer, retailers, purchase, links on, through our links, through links, when you buy, when you
        click, if you click, if you buy, independently, our partners, partners, at no extra cost, at no cost to you,
        price, prices, availability, at the time of publication, in stock, provision, provisionen, partnerlinks, kauf,
        händler, lien affilié, liens affiliés, enlaces de afiliado, comisión, commissioni, link di affiliazione,
        affiliatelinks""",
    "biography": """
        is a senior, is a staff, is a reporter, is a journalist, is a freelance, is a writer, is an editor, is an
        award-winning, award-winning, is the author of, is a contributing, is a contributor, is a correspondent, is an
        associate, is a professor, is a fellow, is the editor, is a former, is a columnist, based in, lives in, lives
        with, joined the, has been writing, has written for, has worked, has appeared in, previously worked, graduated,
        degree, bachelor, master, covers the, she covers, he covers, covering, reports on, writes about, specializes
        in, specializing in, years of experience, is passionate about, when not, ist redakteur, ist redakteurin, ist
        autor, ist autorin, ist journalist, ist journalistin, schreibt über, schreibt für, studierte, est journaliste,
        es periodista, es autor, è giornalista, är journalist, er journalist""",
    "mission": """
        our journalism, quality journalism, independent journalism, our readers, our mission, our reporting, support
        our, supports our, help support, your support, contribution, donate, donation, donations, our newsroom,
        editorial team, editorial staff, editorially independent, our editors, our editorial, our experts, independent
        news, news organization, dedicated to, founded in, was founded, trusted, fact-checked, policy, guidelines,
        standards, ethics, we believe, help us, help keep, thank you for reading, thanks for reading, spende, spenden,
        unterstützen sie, unabhängiger journalismus, faire un don, soutenez, apoya, dona, sostieni""",
    "pitch": """
        daily, weekly, every day, every morning, every week, each week, each morning, delivered, straight to your, to
        your inbox, to your phone, up to date, stay informed, stay ahead, keep up with, be the first, exclusive, access
        to, full access, for free, for as little as, limited time, special offer, offer, offers, cancel anytime, per
        month, a month, a year, täglich, jeden morgen, jeden tag, wöchentlich, kostenlos, kostenfrei, auf dem
        laufenden, exklusiv, exklusive, monat, chaque jour, chaque matin, chaque semaine, gratuit, gratuitement, cada
        día, cada mañana, gratis, ogni giorno, ogni mattina, varje dag, hver dag, dagelijks, elke dag""",
    "interface": """
        this article, this story, this video, this page, this site, this website, our website, our site, our podcast,
        our coverage, this content, this transcript, by using, by clicking, by continuing, by signing, by submitting,
        you agree, browser, javascript, settings, enable, disable, loading, load, click, clicking, tap, scroll, swipe,
        embedded, external content, personal data, your data, third parties, originally published, originally appeared,
        first appeared, was first published, appeared in print, a version of this, republished, correction,
        clarification, note, externer inhalt, externe inhalte, externen inhalte, inhalte, laden, anzeigen,
        einstellungen, privatsphäre, personenbezogene daten, drittplattformen, dieser artikel, dieser text, dieser
        beitrag, contenu, contenus, paramètres, cet article, cette vidéo, este artículo, questo articolo, denna
        artikel, denne artikkelen, dit artikel""",
    "scene": """
        looks on, look on, poses, pose for, posing, speaks during, speaks at, speaks to, walks, stands, holds, sits,
        gestures, waves, attends, arrives, leaves, celebrates, reacts, shakes hands, seen here, is seen, are seen, is
        pictured, are pictured, is shown, in this photo, taken on, left, right, center, second from left, from left,
        clockwise, above, spricht, steht, zeigt, sitzt, hält, verlässt, links, rechts, zu sehen, im bild, à gauche, à
        droite, izquierda, derecha""",
}
_SCENE = "scene"
_PHRASES = vocabulary.phrases(CLASSES)
_MOST_WORDS = 150
_MOST = 4
_LEVELS = 5
# A twelfth of the words is a level.
_SHARE = 12


def boilerplate(words: Sequence[str], length: str) -> list[str]:
    """Names of how many of the first 150 words belong to each class, and which share of them does to any.

    Args:
        words: The row's words in lower case.
        length: How long the row is, as a word for the names.
    """
    seen = words[:_MOST_WORDS]
    if not seen:
        return []
    counts = vocabulary.counted(seen, _PHRASES)
    total = sum(counts.values()) - counts.get(_SCENE, 0)
    found = [f"{name} words {min(count, _MOST)}, {length}" for name, count in counts.items()]
    return [*found, f"boilerplate {min(_LEVELS, total * _SHARE // len(seen))}, {length}"]
