"""Invented documents for the tests of the search, and sites of nothing but their index."""

from collections.abc import Sequence
from pathlib import Path

from generator import build, search
from generator.model import Page
from generator.search.document import Block, Document
from generator.search.part import Part


def document(key: str, title: str, *blocks: str, **known: object) -> Document:
    """A document of these paragraphs."""
    texts = tuple(Block(text, f"P{number}") for number, text in enumerate(blocks, 1))
    values = {"kind": "articles", "date": "2019-05-04", **known}
    return Document(id=f"articles/{key}", url=f"archive/{key}", title=title, blocks=texts, **values)  # type: ignore[arg-type]


def entity(key: str, title: str, *names: str) -> Document:
    """An entity with these names."""
    return Document(
        id=f"entities/{key}",
        url=f"archive/{key}",
        title=title,
        kind=key.partition("/")[0],
        names=names,
        entities={key: 1},
    )


ENTITIES = (
    entity("initiatives/lantern-route", "Lantern Route", "Road of the Lanterns", "灯笼之路"),
    entity("people/mira-norvald", "Mira Norvald", "Norvald"),
)

ARTICLES = (
    document(
        "a", "The harbor pact", "Mira Norvald signed the harbor pact. The ferries will run by night.", date="2018"
    ),
    document("b", "A pact", "A harbor far away heard of it. No pact was read there.", date="2018-03-02"),
    document("c", "Lanterns by night", "They call it the Lantern Route.", entities={"initiatives/lantern-route": 2}),
    document("d", "По реке", "Паромы ходили ночью по реке, и фонари горели.", language="ru"),
    document("e", "港口协议", "港口协议昨天签署，渡轮将在夜间运行。", language="zh"),
    document("f", "港の灯", "港の灯は夜に見えます。", language="ja"),
    document("g", "เรือข้ามฟาก", "เรือข้ามฟากแล่นในเวลากลางคืน", language="th"),
    document("h", "الميناء", "وصلت العَبّارات إلى الميناء ليلاً.", language="ar"),
    document("i", "Die Fähre", "Die Fähren fuhren über die große Straße des Wassers.", language="de", date="2020-01"),
    document("j", "An undated note", "Only the lantern is left.", date="", facets={"person": ("Tomas Quell",)}),
    document("k", "Two people", "Nobody.", facets={"person": ("Mira Norvald", "Tomas Quell"), "topic": ("Sea",)}),
)


def part(documents: Sequence[Document]) -> Part:
    """The documents as one segment, which no build knows."""
    return Part(b"", lambda: documents)


def index(folder: Path, groups: Sequence[Sequence[Document]]) -> list[Page]:
    """Writes the index of these segments as a site has it, and gives its pages."""
    with build.workers(1) as executor:
        pages = list(search.pages([part(group) for group in groups], executor))
    for page in pages:
        path = folder / "archive" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.data)
    return pages


def by_date(documents: Sequence[Document]) -> list[Document]:
    """The documents as a segment has them."""
    return sorted(documents, key=lambda each: (each.date, each.id))
