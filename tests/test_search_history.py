"""The search index grows with the archive: step by step, it is always what it would be if it were made at once."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import build, relate, remember, search, write
from generator.model import Archive, Article, Entity, Found, FrontMatter, Mention, Metadata, Source
from generator.search import segment, shards
from generator.search.document import Document, of_article
from tests import scratch

CACHE, PAGES = "cache", "pages"
NAMES = {"people/mira": "Mira Norvald", "places/quay": "The Quay"}


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Segments of a few documents."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segment, "_LEVELS", (1, 2))
        patch.setattr(segment, "_LAST_LEVEL", 3)
        patch.setattr(segment, "LARGEST", 4)
        yield


@dataclass
class State:
    """What is published: the text and the date of each article, the name of each entity, and the guide's pages."""

    articles: dict[str, tuple[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=lambda: dict(NAMES))
    aliases: tuple[str, ...] = ()
    guide: dict[str, str] = field(default_factory=lambda: {"docs/knots.md": "# Knots\n\nThe bowline holds.\n"})

    def archive(self) -> Archive:
        """The archive of all that."""
        articles = [_article(key, *known) for key, known in self.articles.items()]
        entities = {
            key: Entity(key, name, "people" if key.startswith("people") else "places", self.aliases)
            for key, name in self.names.items()
        }
        return relate.archive(articles, entities)

    def sources(self) -> list[Source]:
        """The guide."""
        return [Source(path, text.encode()) for path, text in sorted(self.guide.items())]


def _article(key: str, text: str, published: str) -> Article:
    named = next((each for each in NAMES if each.endswith(text[-1])), "people/mira")
    return Article(
        id=key,
        source=Source(f"content/articles/{key}.txt", b""),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="text",
        front=FrontMatter(topics=(text[:3],)),
        metadata=Metadata(
            title=Found(f"Of {text}", "front-matter", 1.0),
            published=Found(published, "front-matter", 1.0) if published else None,
        ),
        body=f"Somebody said {text} there.",
        mentions=(Mention(named, "people" if named.startswith("people") else "places", "Somebody", 0, 8),),
    )


def found(archive: Archive, guide: Sequence[Source], code: str = "") -> list[search.Part]:
    """What the segments are made of."""
    return list(search.parts(archive, guide, {each.id: relate.digest(each) for each in archive.articles}, code))


def step_by_step(folder: Path, state: State, code: str = "") -> write.Changes:
    """Another build of the index into the folder, with what the ones before left."""
    with remember.memory(folder / CACHE) as memory, build.workers(1) as executor:
        written = memory.pages((), folder / PAGES)
        pages = search.pages(found(state.archive(), state.sources(), code), executor, written)
        changes = write.sync(pages, folder / PAGES, written.kept)
        written.remember()
    return changes


def at_once(state: State) -> dict[str, bytes]:
    """The index as it is made where nothing is known."""
    with build.workers(1) as executor:
        return {page.path: page.data for page in search.pages(found(state.archive(), state.sources()), executor)}


# --- always the same ------------------------------------------------------------------------------------------------

KEYS = st.sampled_from([f"20{number}/visit" for number in range(10, 22)])
TEXTS = st.sampled_from(["lanterns of a quay", "ferries by mira", "a harbor pact", "nets, and no fish"])
DATES = st.sampled_from(["", "2018", "2018-04", "2018-04-07", "2019-01-01", "2021"])
STEPS = st.one_of(
    st.tuples(st.just("put"), KEYS, TEXTS, DATES),
    st.tuples(st.just("drop"), KEYS),
    st.tuples(st.just("name"), st.sampled_from(sorted(NAMES)), st.sampled_from(["Mira Nordvald", "The Long Quay"])),
    st.tuples(st.just("alias"), st.sampled_from([(), ("The Keeper",), ("The Keeper", "K.")])),
    st.tuples(st.just("guide"), st.sampled_from(["docs/knots.md", "docs/a.md"]), TEXTS),
    st.tuples(st.just("touch"), st.integers(0, 40)),
    st.tuples(st.just("damage"), st.integers(0, 40)),
)


def _take(step: tuple[Any, ...], state: State, folder: Path) -> None:
    kind, *what = step
    if kind == "put":
        state.articles[what[0]] = (what[1], what[2])
    elif kind == "drop":
        state.articles.pop(what[0], None)
    elif kind == "name":
        state.names[what[0]] = what[1]
    elif kind == "alias":
        state.aliases = what[0]
    elif kind == "guide":
        state.guide[what[0]] = what[1]
    elif files := sorted((folder / (PAGES if kind == "touch" else CACHE)).rglob("*.*")):
        path = files[what[0] % len(files)]
        path.write_bytes(path.read_bytes()[: 9 * what[0]])


@settings(max_examples=25)
@given(st.lists(st.tuples(KEYS, TEXTS, DATES), max_size=12), st.lists(STEPS, min_size=1, max_size=6))
def test_step_by_step_gives_the_index_that_is_made_at_once(
    tmp_path_factory: pytest.TempPathFactory, first: list[tuple[str, str, str]], steps: list[tuple[Any, ...]]
) -> None:
    """Whatever is added, removed, dated or named anew, or damaged meanwhile."""
    folder = tmp_path_factory.mktemp("steps")
    state = State({key: (text, date) for key, text, date in first})
    step_by_step(folder, state)
    for step in steps:
        _take(step, state, folder)
        step_by_step(folder, state)
        assert scratch.tree(folder / PAGES) == at_once(state)
    shutil.rmtree(folder)


# --- only what changed ----------------------------------------------------------------------------------------------


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made from now on: `segment NAME`, `document ID`."""
    found: list[str] = []

    def of_documents(documents: Iterable[Document]) -> shards.Segment:
        held = list(documents)
        found.append(f"segment {segment.name(held[0])}")
        return shards.of(held)

    def of_one(article: Article, archive: Archive) -> Document:
        found.append(f"document {article.id}")
        return of_article(article, archive)

    monkeypatch.setattr("generator.search.making.of", of_documents)
    monkeypatch.setattr("generator.search.part.of_article", of_one)
    return found


def _many() -> State:
    return State({f"{year}/visit": ("nets, and no fish", f"{year}") for year in range(1990, 2020)})


def test_nothing_is_made_where_nothing_changed(tmp_path: Path, made: list[str]) -> None:
    step_by_step(tmp_path, _many())
    assert len([each for each in made if each.startswith("segment ")]) > 6
    made.clear()
    assert step_by_step(tmp_path, _many()).written == ()
    assert made == []


def test_an_article_of_today_makes_the_newest_segment_and_no_other(tmp_path: Path, made: list[str]) -> None:
    state = _many()
    step_by_step(tmp_path, state)
    made.clear()
    state.articles["2020/visit"] = ("nets, and no fish", "2020")
    step_by_step(tmp_path, state)
    assert "document 2020/visit" in made
    assert len([each for each in made if each.startswith("segment ")]) <= 3
    assert len([each for each in made if each.startswith("document ")]) < 10


def test_another_name_of_an_entity_makes_those_segments_that_name_it(tmp_path: Path, made: list[str]) -> None:
    state = _many()
    state.articles["1994/visit"] = ("lanterns of a quay", "1994")
    step_by_step(tmp_path, state)
    made.clear()
    state.names["places/quay"] = "The Long Quay"
    step_by_step(tmp_path, state)
    assert len([each for each in made if each.startswith("segment ")]) == 2
    assert "document 1994/visit" in made


def test_other_code_makes_everything_anew(tmp_path: Path, made: list[str]) -> None:
    step_by_step(tmp_path, _many(), "one version")
    every = sorted(made)
    made.clear()
    step_by_step(tmp_path, _many(), "another version")
    assert sorted(made) == every


def test_a_page_of_the_segment_that_somebody_touched_is_made_again(tmp_path: Path, made: list[str]) -> None:
    step_by_step(tmp_path, _many())
    before = scratch.tree(tmp_path / PAGES)
    made.clear()
    next((tmp_path / PAGES).rglob("c-kind.js")).write_text("touched")
    step_by_step(tmp_path, _many())
    assert len([each for each in made if each.startswith("segment ")]) == 1
    assert scratch.tree(tmp_path / PAGES) == before


def test_the_key_tells_all_that_a_document_is_made_from() -> None:
    """Where two archives' documents differ, so do the keys of their segments."""
    state = _many()
    before = {part.key: list(part.documents()) for part in found(state.archive(), state.sources())}
    article = _article("1990/visit", "nets, and no fish", "1990")
    for changed in (
        replace(article, body="Somebody said less."),
        replace(article, metadata=replace(article.metadata, subtitle=Found("And more", "front-matter", 1.0))),
        replace(article, front=FrontMatter(summary="Of fish.")),
        replace(article, front=FrontMatter(rights="full")),
        replace(article, mentions=()),
    ):
        archive = state.archive()
        others = tuple(changed if each.id == article.id else each for each in archive.articles)
        for part in found(replace(archive, articles=others), state.sources()):
            assert before.get(part.key, list(part.documents())) == list(part.documents())
