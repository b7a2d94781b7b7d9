"""The search index: it holds what the pages show, is the same however it is made, and little of it changes."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator import build, passages, search
from generator.model import Site
from generator.search import segment, words
from generator.search.document import Document, whole
from tests import scratch, searchable, shards

Index = Mapping[str, bytes]


def index(site: Site) -> Index:
    """The files of a generated archive's index."""
    return {name: data for name, data in scratch.tree(site.archive).items() if name.startswith("search/")}


def decoded(data: bytes) -> bytes:
    """All columns of a shard."""
    return b"\n".join(shards.columns(data))


def texts(site: Site) -> bytes:
    """All shards of an index, decoded; words are whole in those of the documents only."""
    return b"\n".join(decoded(data) for name, data in index(site).items() if name != "search/index.js")


# --- what it holds ------------------------------------------------------------------------------------------------


def found(pages: Index, segment_name: str, surface: str) -> set[int]:
    """The documents of a segment that the postings give for a word, read as the browser reads them."""
    root = shards.root(pages["search/index.js"])
    entry = next(each for each in root["segments"] if each["name"] == segment_name)
    terms = {term for word, term in _dictionary(pages, entry) if word == surface}
    return {document for term in terms for document in _documents(pages, entry, term)}


def _dictionary(pages: Index, entry: Mapping[str, list[str]]) -> list[tuple[str, int]]:
    entries = []
    for number in range(len(entry["words"])):
        shared, rest, steps, _ = shards.columns(pages[f"search/{entry['name']}/d{number}.js"])
        word, term = "", 0
        for same, ending, step in zip(
            shards.numbers(shared), rest.decode().split("\n"), shards.numbers(steps), strict=True
        ):
            word = word[:same] + ending
            term += -((step + 1) // 2) if step & 1 else step // 2
            entries.append((word, term))
    return entries


def _documents(pages: Index, entry: Mapping[str, list[list[int]]], term: int) -> list[int]:
    (steps_between,) = entry["tiers"]  # no term is in so many documents that it would have another tier
    number, first = 0, 0
    for at, step in enumerate(steps_between):
        if first + step > term:
            break
        number, first = at, first + step
    counts, steps, _, _ = shards.columns(pages[f"search/{entry['name']}/p0-{number}.js"])
    count = shards.numbers(counts)
    begin = sum(count[: term - first])
    documents, last = [], 0
    for step in shards.numbers(steps)[begin : begin + count[term - first]]:
        last += step
        documents.append(last)
    return documents


def test_every_word_of_a_text_leads_to_it_and_to_no_text_without_it(tmp_path: Path) -> None:
    documents = searchable.by_date(searchable.ARTICLES)
    pages = {page.path: page.data for page in searchable.index(tmp_path, [documents])}
    name = segment.name(documents[0])
    forms = {at: _terms(document) for at, document in enumerate(documents)}
    for at, known in forms.items():
        for surface, terms in known.items():
            expected = {other for other, has in forms.items() if terms & set().union(*has.values())}
            assert at in found(pages, name, surface), surface
            assert found(pages, name, surface) >= expected, surface


def _terms(document: Document) -> dict[str, set[str]]:
    stem = words.stemmer(document.language)
    forms: dict[str, set[str]] = {}
    for word in words.split(" ".join([document.title, *(block.text for block in document.blocks)])):
        forms.setdefault(words.fold(word), set()).add(words.term(word, stem))
    return forms


def test_what_rights_keep_from_the_page_is_in_no_shard(site: Site) -> None:
    kept, cut = "Quillonweed grows on the pier. " * 12, "Frostlarch stands behind it. " * 12
    before = "It rained all of that day. " * 30
    scratch.put(
        site.content / "articles",
        {
            "2021/kept.md": f"---\ntitle: Of weeds\nrights: metadata\n---\n\n{kept}\n",
            "2021/gone.md": f"---\ntitle: Of Frostlarch trees\nrights: withdrawn\n---\n\n{cut}\n",
            "2021/cut.md": f"---\ntitle: Of both\nrights: excerpt\n---\n\n{before}\n\n{cut}\n",
            "2021/full.md": "---\ntitle: Of mallow\n---\n\nMallowthorn is free for all to read about.\n",
        },
    )
    scratch.generated(site)
    held = texts(site).lower()
    assert b"mallowthorn" in held
    for word in (b"quillonweed", b"quillonwe", b"frostlarch"):
        assert word not in held
        assert word[::-1] not in held


def test_the_guide_is_found_with_the_anchors_of_its_headings(site: Site) -> None:
    text = "# Knots\n\n## The bowline\n\nIt holds.\n\n## The bowline\n\n| a | b |\n| - | - |\n| x | y |\n"
    text = f"---\ntitle: Knots\n---\n\n{text}"
    scratch.put(site.root / "docs", {"guide/knots.md": text})
    scratch.generated(site)
    held = texts(site)
    assert b'["guide/knots.html","guide","","Knots","","en",' in held
    assert b'["the-bowline","It holds."]' in held
    assert b'["the-bowline_1","x y"]' in held


# --- the same, and little changed -----------------------------------------------------------------------------------


def test_the_workers_make_no_difference() -> None:
    documents = many(300)
    groups = [
        searchable.part(documents[start:end]) for start, end in segment.cuts([document.id for document in documents])
    ]
    with build.workers(1) as one, build.workers(2) as two:
        assert list(search.pages(groups, one)) == list(search.pages(groups, two))


def many(number: int) -> list[Document]:
    """So many documents of invented words, in the order of their dates."""
    random = Random(1)  # noqa: S311 - invented text needs no secrets
    vocabulary = ["".join(random.choices("aeiouklmnrst", k=random.randint(3, 9))) for _ in range(3000)]
    return [
        searchable.document(
            f"{at:05}",
            " ".join(random.choices(vocabulary, k=6)),
            *(" ".join(random.choices(vocabulary, k=60)) for _ in range(3)),
            date=f"{2000 + at // 365}-{at // 31 % 12 + 1:02}-{at % 28 + 1:02}",
        )
        for at in range(number)
    ]


def test_an_article_of_today_changes_few_shards(tmp_path: Path) -> None:
    """One more article in an archive of hundreds: fewer than a fifth of the files are written anew or removed."""
    documents = many(701)
    before, after = (_written(tmp_path / str(number), documents[:number]) for number in (700, 701))
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert 0 < len(changed) < len(after) / 5


def _written(folder: Path, documents: list[Document]) -> Index:
    cuts = segment.cuts([document.id for document in documents])
    return {page.path: page.data for page in searchable.index(folder, [documents[start:end] for start, end in cuts])}


@given(st.lists(st.text(max_size=4), unique=True, max_size=400))
def test_segments_hold_every_document_once_the_newest_first(keys: list[str]) -> None:
    for cut in (segment.cuts, segment.blocks):
        ranges = list(cut(keys))
        assert [number for start, end in reversed(ranges) for number in range(start, end)] == list(range(len(keys)))
        assert all(start < end for start, end in ranges)


def test_a_segment_stays_as_it_is_while_the_newest_grows() -> None:
    """Of a thousand steps, only few change more than the newest segment."""
    keys = [f"articles/{number}" for number in range(3000)]
    older = [frozenset(list(segment.cuts(keys[:end]))[1:]) for end in range(2000, 3000)]
    assert sum(one != other for one, other in pairwise(older)) < 20


# --- words ------------------------------------------------------------------------------------------------------------


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    for word in words.split(text):
        assert words.fold(words.fold(word)) == words.fold(word)


@given(st.text(max_size=200))
def test_any_text_has_words_and_every_word_a_term(text: str) -> None:
    for word in words.split(text):
        assert words.term(word, words.stemmer("en")) or not words.fold(word)


@given(st.text() | st.text("ab'’.s_ 5-éS“", max_size=20))
def test_words_found_the_short_way_are_those_found_the_long_way(text: str) -> None:
    stem = words.stemmer("en")
    long, short = (
        [(words.fold(word), words.term(word, stem)) for word in found if words.fold(word)]
        for found in (words.split(text), words.spaced(text).split())
    )
    assert short == long


@given(st.text(max_size=40) | st.text(" \t\n\x1c\u3000\\[]*`|&#>-ab.", max_size=12))
def test_the_blocks_of_a_body_are_its_words(body: str) -> None:
    found = whole(searchable.document("a", "", body=body)).blocks
    plain = [passages.plain(body[start:end]) for start, end in passages.blocks(body)]
    assert [block.text for block in found] == [" ".join(each.split()) if "  " in each else each for each in plain]
