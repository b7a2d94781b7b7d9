"""The words by which a page shows what is not its article: buttons, boxes, credits, in the languages of the press.

A term is one word or a phrase, in lower case; a phrase is found where its words follow each other.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

CLASSES: Mapping[str, str] = {
    "share": """
        share, shares, tweet, retweet, facebook, twitter, x, whatsapp, linkedin, reddit, pinterest, flipboard,
        telegram, instagram, tiktok, youtube, tumblr, threads, bluesky, messenger, email, e-mail, mail, copy link,
        link copied, print, print this, save, bookmark, copy, gift, embed, teilen, drucken, merken, kopieren, link
        kopieren, per mail, partager, imprimer, envoyer, compartir, imprimir, enviar, condividi, stampa, compartilhar,
        delen, dela, skriv ut, del, udskriv, kopier, bagikan, поделиться, распечатать, 分享, 打印, 공유, シェア""",
    "subscribe": """
        subscribe, subscribed, subscriber, subscribers, subscription, subscriptions, newsletter, newsletters, sign up,
        signup, signing up, sign-up, inbox, unsubscribe, email address, your email, free trial, digital access,
        unlimited access, paywall, register, registered, log in, login, sign in, log out, logged in, create an
        account, account, join now, become a member, membership, members only, premium, e-paper, epaper, opt out,
        abonnieren, abonnement, abonnent, abonnenten, abo, anmelden, einloggen, registrieren, posteingang, testen,
        digitalabo, jetzt lesen, abonnez-vous, abonnez vous, abonné, abonnés, s'abonner, s’abonner, inscrivez,
        inscription, se connecter, suscríbete, suscribirse, suscripción, iniciar sesión, regístrate, abbonati,
        abbonamento, iscriviti, accedi, assine, assinar, assinante, inscreva, abonneer, inloggen, prenumerera, logga
        in, abonner, logg inn, log ind, подписаться, подписка, подпишитесь, войти, 订阅, 登录, 구독, 로그인, 会員""",
    "related": """
        related, read more, read also, also read, read next, up next, see also, see more, more on, more from, more
        about, more in, more like this, more stories, recommended, recommends, recommendations, you may also like, you
        might also like, don't miss, don’t miss, don't forget, popular, trending, most read, most viewed, most
        popular, must read, must reads, top stories, latest, latest news, latest stories, other news, related stories,
        related articles, related content, editor's pick, editor’s picks, editors' picks, editors pick, next story,
        previous story, next article, previous article, keep reading, continue reading, story continues, article
        continues, more news, further reading, watch, watch now, full story, view all, view more, see all, load more,
        show more, mehr zum thema, lesen sie auch, lesen sie mehr, mehr lesen, auch interessant, weitere artikel,
        weitere themen, weiterlesen, meistgelesen, meistgelesene, empfehlungen, lesetipps, mehr zu, mehr aus, das
        könnte sie auch interessieren, passend dazu, anzeigen, mehr anzeigen, lire aussi, à lire aussi, voir aussi,
        lire la suite, sur le même sujet, les plus lus, à lire, lea también, leer más, te puede interesar, más leídas,
        noticias relacionadas, ver más, más noticias, leggi anche, leggi di più, articoli correlati, potrebbe
        interessarti, leia também, leia mais, veja também, mais lidas, lees ook, lees meer, meer over, läs också, läs
        även, läs mer, mest läst, les også, les mer, mest lest, læs også, læs mere, mest læste, czytaj także, czytaj
        też, baca juga, soma zaidi, читайте также, читать далее, по теме, подробнее, ещё по теме, читайте, 相关,
        相关阅读, 延伸阅读, 更多, 推荐, 관련기사, 인기기사, 関連記事, あわせて読みたい""",
    "comment": """
        comment, comments, leave a comment, post a comment, reply, join the conversation, join the discussion, likes,
        like, report abuse, add a comment, view comments, commenting, kommentar, kommentare, kommentieren,
        commentaire, commentaires, commenter, réagir, comentario, comentarios, comentar, commenti, commenta,
        comentários, reacties, reageren, kommentarer, kommentera, komentar, комментарий, комментарии, комментариев,
        评论, 댓글, コメント""",
    "advert": """
        advertisement, advertisements, advertising, advertise, ad, ads, sponsored, sponsor, sponsored content,
        promoted, promotion, affiliate, commission, deals, shop, shop now, buy now, buy, coupon, coupons, promo,
        anzeige, werbung, gesponsert, publicité, annonce, publicidad, anuncio, patrocinado, pubblicità, publicidade,
        advertentie, annons, reklame, iklan, реклама, 广告, 광고, 広告""",
    "legal": """
        copyright, ©, all rights reserved, rights reserved, privacy, privacy policy, terms, terms of use, terms of
        service, terms and conditions, cookie, cookies, consent, accept, third-party, disclaimer, reprints,
        permissions, license, datenschutz, impressum, agb, alle rechte vorbehalten, nutzungsbedingungen, zustimmen,
        einwilligung, droits réservés, tous droits réservés, mentions légales, confidentialité, derechos reservados,
        privacidad, riproduzione riservata, privacybeleid, integritetspolicy, personvern, права защищены,
        конфиденциальность, 版权所有, 저작권자, 무단전재, 재배포, 無断転載""",
    "follow": """
        follow, follow us, follow me, followed, like us, connect with, stay connected, contact us, contact the, get in
        touch, about us, about the author, our team, send us, tip, tips, download the app, app store, google play, our
        app, breaking news, alerts, notifications, join our, whatsapp channel, click here, find out more, learn more,
        discover more, get the latest, get our, tap here, folgen, folgen sie uns, kontakt, newsticker, push, suivez,
        suivez-nous, nous suivre, síguenos, seguir, seguici, segui, siga, volg ons, följ, følg, ikuti, подписывайтесь,
        следите, 关注, 팔로우""",
    "photo": """
        photo, photos, photograph, photographer, photography, picture, pictures, pictured, image, images, image
        credit, image source, getty, getty images, shutterstock, istock, istockphoto, alamy, file, file photo,
        handout, courtesy, courtesy of, gallery, slideshow, slide, view gallery, credit, caption, screenshot,
        screengrab, illustration, graphic, epa, epa-efe, swns, pa wire, pa images, afp via getty, ap photo, bloomberg
        via getty, video, play video, foto, fotos, bild, bilder, bildquelle, archivbild, symbolbild, symbolfoto,
        grafik, quelle, imago, picture alliance, photo d'archives, crédit, crédits, légende, crédito, fotografía,
        fotografia, imagen, immagine, imagem, arkivfoto, arkivbild, arkiv, foto ilustrasi, ilustrasi, dok, picha,
        фото, архивное фото, 图, 图片, 摄, 供图, 사진, 写真, 撮影""",
    "time": """
        published, updated, last updated, posted, last modified, modified, first published, date published, min read,
        minute read, minutes read, mins read, read time, reading time, ago, hours ago, minutes ago, days ago, am, pm,
        est, edt, gmt, utc, bst, pst, cet, cest, ist, veröffentlicht, aktualisiert, stand, uhr, erstellt, geändert,
        lesezeit, publié, publié le, mis à jour, modifié, publicado, actualizado, actualizada, pubblicato, aggiornato,
        atualizado, gepubliceerd, bijgewerkt, geplaatst, publicerad, uppdaterad, publisert, oppdatert, opdateret,
        publiceret, oublikowano, diperbarui, опубликовано, обновлено, 发布, 更新, 입력, 수정, 公開""",
    "byline": """
        by, author, authors, reporter, correspondent, editor, written by, staff, staff writer, contributor, columnist,
        writer, contributed, contributing, reporting by, editing by, story by, words by, bureau, reporters, von,
        autor, autorin, redakteur, redakteurin, redaktion, korrespondent, par, auteur, journaliste, rédaction, por,
        redacción, periodista, di, redazione, door, av, af, tekst, journalist, redaksjon, oleh, penulis, na, автор,
        корреспондент, 记者, 作者, 编辑, 责任编辑, 기자, 記者""",
    "topics": """
        topics, tags, tagged, categories, category, filed under, keywords, themen, schlagworte, schlagwörter,
        stichwörter, mots-clés, thèmes, etiquetas, temas, tag, argomenti, assuntos, onderwerpen, ämnen, emner, теги,
        темы, 标签, 키워드""",
    "navigation": """
        home, homepage, menu, search, close, open, skip to content, skip to main content, back to top, next, previous,
        prev, back, sections, edition, site map, sitemap, help, faq, jobs, careers, archive, archives, contact,
        startseite, suche, schließen, zum inhalt springen, zurück, weiter, accueil, recherche, fermer, inicio, buscar,
        cerrar, cerca, início, zoeken, sök, søk, hjem, beranda, главная, поиск, меню, 首页, 搜索, 검색, 홈""",
    "section": """
        news, world, politics, business, economy, opinion, opinions, sport, sports, entertainment, lifestyle, health,
        science, technology, tech, culture, arts, travel, local, national, international, money, finance, celebrity,
        celebrities, video, politik, wirtschaft, kultur, wissen, panorama, ausland, inland, gesellschaft, meinung,
        regional, politique, économie, monde, société, política, economía, economia, deportes, mundo, sociedad,
        cronaca, politica, esteri""",
    "second person": "you, your, yours, you're, you’re, sie, ihre, ihren, ihrer, vous, votre, vos, usted, tu, sua",
    "first person": "we, our, us, wir, uns, unser, unsere, nous, notre, nos, nuestro, nuestra",
}

Phrases = Mapping[str, list[tuple[tuple[str, ...], str]]]
"""By its first word, each term as its words, and its class."""


def phrases(classes: Mapping[str, str]) -> Phrases:
    """The terms of these classes, to be found by their first words."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, terms in classes.items():
        for term in terms.split(","):
            parts = tuple(_WORD.findall(term.replace("-", " ").strip()))
            if parts:
                found[parts[0]].append((parts, name))
    return dict(found)


_PHRASES = phrases(CLASSES)


def words(text: str) -> list[str]:
    """The words of the text in lower case, without punctuation; the parts of a hyphenated word are words."""
    return _remembered(text) if len(text) <= _SHORT else _read(text)


def _read(text: str) -> list[str]:
    return _WORD.findall(text.lower())


# A short row is asked for its words by one rule after another.
_SHORT = 200
_remembered = lru_cache(maxsize=512)(_read)


def classes(found: list[str]) -> dict[str, int]:
    """How many words of each class stand among these words; those of a phrase are counted only where it is whole."""
    return counted(found, _PHRASES)


def counted(found: Sequence[str], known: Phrases) -> dict[str, int]:
    """How many of these words belong to the phrases of each class."""
    counts: dict[str, int] = {}
    for place in [place for place, word in enumerate(found) if word in known]:
        for phrase, name in known[found[place]]:
            if len(phrase) == 1 or tuple(found[place : place + len(phrase)]) == phrase:
                counts[name] = counts.get(name, 0) + len(phrase)
    return counts
