"""The engine in JavaScript against the index that Python makes; it needs Node, as the browser tests need a browser."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.search import codec, words
from generator.search.document import Document
from tests import scratch, searchable

TEXTS = (
    "The U.S. and Mr. A. of the S.C.O. met Xi's envoy; don't ask, O’Brien said: l’économie of 4.5 percent.",
    "Straße, Ærø, Łódź, naïve café, İstanbul, œuvre, ﬁne, Ｆｕｌｌ, ΣΊΣΥΦΟΣ, e\u0301te\u0301, snake_case",
    "我爱中国abc中 と日本語のテキスト。서울은 도시다 ประเทศไทยในฤดูร้อน ລາວ မြန်မာ ខ្មែរ",
    "العَرَبِيَّة والمدينةُ أحمد إلى آخر، עִבְרִית हिन्दी में तमिழ் ёлка й",
    "🏮 lamps 🏮 x² ½ № ① -- 'quoted' rock'n'roll the minister's ministers’ 's",
)

QUESTIONS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("harbor pact", {}, "a b"),
    ('"harbor pact"', {}, "a"),
    ("pact -harbor", {}, ""),
    ("pact -night", {}, "b"),
    ("title:harbor", {}, "a"),
    ("ferry", {}, "a"),
    ("FERRIES", {}, "a"),
    ("Lantern Route", {"facets": {"kind": ["articles"]}}, "c j"),
    ("灯笼之路", {"kinds": ["articles"]}, "c"),
    ("road lanterns kind:article", {}, "c j"),
    ("фонарь", {}, "d"),
    ("фонари", {}, "d"),
    ("паромы ночью", {}, "d"),
    ("港口", {}, "e"),
    ("渡轮", {}, "e"),
    ("灯", {"kinds": ["articles"]}, "f"),
    ("港の灯", {}, "f"),
    ("เรือ", {}, "g"),
    ("العبارات", {}, "h"),
    ("fahre", {}, "i"),
    ("Fähren", {}, "i"),
    ("strasse", {}, "i"),
    ("harbro", {}, "a b"),
    ("arbor", {}, "a b"),
    ("xarbor", {}, "a b"),
    ("hrabor", {}, "a b"),
    ("person:quell", {}, "j k"),
    ("person:norvald", {"facets": {"person": ["Tomas Quell"]}}, "k"),
    ("-person:norvald person:quell", {}, "j"),
    ("year:2018", {}, "a b"),
    ("", {"from": "2018-03", "to": "2018-12-31"}, "a b"),
    ("", {"from": "2020"}, "i"),
    ("to:2018-02", {}, "a"),
    ("from:2019 to:2018", {}, ""),
    ("topic:sea", {}, "k"),
    ("zyxwvutsrq", {}, ""),
    ("the of", {}, "a b c j initiatives/lantern-route"),
)


@pytest.fixture(scope="module")
def fixtures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index, broken ones, and what Python makes of texts."""
    folder = tmp_path_factory.mktemp("engine")
    groups = [searchable.by_date(searchable.ARTICLES), list(searchable.ENTITIES)]
    searchable.index(folder / "site", groups)
    given = {
        "site": str(folder / "site"),
        "strings": [_string(bytes(data)) for data in (range(256), b"", b"\0", b'\0001\n\r"\\', b"\0" * 40)],
        "varints": {"numbers": [0, 1, 127, 128, 300, 2**31], "hex": codec.varints([0, 1, 127, 128, 300, 2**31]).hex()},
        "texts": [{"text": text, "words": _folded(text), "whole": _folded(text, whole=True)} for text in TEXTS],
        "questions": [_question(*each) for each in QUESTIONS],
        "ranked": [{"word": word, "order": [_best(word, searchable.ARTICLES)]} for word in ("harbor", "pact", "night")],
        "broken": str(_broken(folder)),
    }
    (folder / "fixtures.json").write_text(json.dumps(given), "utf-8")
    return folder


def _string(data: bytes) -> dict[str, str]:
    return {"literal": f'"{codec.written(data).decode("ascii")}"', "hex": data.hex()}


def _folded(text: str, *, whole: bool = False) -> list[str]:
    return [folded for word in words.split(text, whole=whole) if (folded := words.fold(word))]


def _question(text: str, options: dict[str, Any], keys: str) -> dict[str, Any]:
    return {"text": text, "options": options, "ids": keys.split(), "total": len(keys.split())}


def _best(word: str, documents: Sequence[Document]) -> str:
    """The document with the most of the word for its length, in title and text: what ranking has to put first."""
    stem = words.stemmer("en")
    term = words.term(word, stem)

    def said(document: Document) -> float:
        title = [words.term(each, stem) for each in words.split(document.title)]
        body = [words.term(each, stem) for block in document.blocks for each in words.split(block.text)]
        return 9 * title.count(term) / (1 + len(title)) + body.count(term) / (4 + len(body))

    return max(documents, key=said).url.removeprefix("archive/")


def _broken(folder: Path) -> Path:
    """Copies of the site, each with one shard missing or cut off that a question for lanterns needs."""
    names = sorted(path.name for path in (folder / "site/archive/search").iterdir() if path.is_dir())
    for segment in names:
        for part in ("d0.js", "p0-0.js", "t0.js", "w0-0.js"):
            for fault in ("missing", "cut", "damaged"):
                copy = folder / "broken" / f"{segment}-{part}-{fault}"
                shutil.copytree(folder / "site", copy)
                _break(copy / "archive/search" / segment / part, fault)
    return folder / "broken"


def _break(path: Path, fault: str) -> None:
    data = path.read_bytes()
    path.unlink()
    if fault == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif fault == "damaged":
        path.write_bytes(data[:40] + data[60:])


def test_the_engine_reads_what_python_wrote(fixtures: Path) -> None:
    """Codec, words, questions, scores, excerpts, and whole questions in many languages; see the script for each."""
    scratch.node("search_engine.mjs", FIXTURES=str(fixtures))
