"""Pasted text: nothing is lost, nothing raises, and what the page says of the article is found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest import text
from generator.ingest.reading import Reading
from tests.casefiles import Case, cases

WORD = re.compile(r"[^\W_]+")

AWKWARD = (
    *("\n", "\r\n", "\r", "\n\n", "\u2028", "\x85", "\x0c", "\u00a0", "\u00ad", "\t", "\u202e", "😀", "שלום", "文字。"),
    *("* ", "> ", "1. ", "-", "|", "#", "<b>", "&amp;", "Source: ", "By ", "ByAda Berg", "Share", "Read more: "),
    *("The harbor office said on Monday that the line was open. ", "June 7, 2017", "(Norpress/Ada Finn)"),
    *("http://example.org/2017/06/07/a", "Evening Ledger ", "Ada Berg", "PORT ARLEN (AP) — ", "© 2018 Port Times"),
)
TEXTS = st.lists(st.sampled_from(AWKWARD) | st.text(max_size=40), max_size=40).map("".join)


def kinds(reading: Reading) -> list[str]:
    return [line.kind for line in reading.lines if line.kind != "blank"]


def case(title: str) -> str:
    return next(one.blocks[0] for one in cases("lines") if one.title.startswith(title))


def words(content: str) -> set[str]:
    return set(WORD.findall(content))


def shown(body: str) -> set[str]:
    """The words that a reader sees of our Markdown."""
    return words(re.sub(r"&(?:lt|amp|#\d+);", " ", re.sub(r"\\(?=[^\w\s])", "", body)))


@given(TEXTS, st.integers(1, 50))
def test_every_line_is_there_once_in_order_and_as_it_stood(content: str, first: int) -> None:
    reading = text.read(content, first)
    expected = re.split(r"\r\n|\r|\n", content)
    expected = expected if expected[-1] else expected[:-1]
    assert [line.text for line in reading.lines] == expected
    assert [line.number for line in reading.lines] == list(range(first, first + len(expected)))


@given(TEXTS)
def test_every_word_is_in_the_body_or_in_a_line_left_out_or_in_the_credit_cut_off_its_line(content: str) -> None:
    reading = text.read(content)
    found = shown(reading.body)
    for line in reading.lines:
        if line.kind not in {"body", "heading"}:
            found |= words(line.text)
        elif line.rule == "credit-cut-off":
            assert reading.metadata.source is not None
            assert reading.metadata.source.line == line.number
            found |= words(reading.metadata.source.reason)
    assert words(content) <= found


@given(TEXTS)
def test_left_whole_every_line_with_anything_in_it_is_body(content: str) -> None:
    reading = text.left_whole(content)
    assert {line.kind for line in reading.lines if line.text.strip()} <= {"body"}
    assert words(content) <= shown(reading.body)


@pytest.mark.parametrize(
    "content",
    ["", "\n\n\n", "---", "😀", "word", "\u2028", "\t\t", "." * 5000, "a " * 60_000, "a\n" * 5000, "a\n" * 50_000],
)
def test_what_is_hardly_a_text_is_read_all_the_same(content: str) -> None:
    assert text.read(content).metadata.published is None


@pytest.mark.parametrize("one", cases("lines"), ids=str)
def test_lines(one: Case) -> None:
    assert kinds(text.read(one.blocks[0])) == one.blocks[1].split("\n")


def test_a_credit_in_front_of_a_sentence_is_the_source_and_the_sentence_stays() -> None:
    reading = text.read(case("A header date"))
    assert reading.metadata.source is not None
    assert reading.metadata.source.value == "Evening Ledger"
    assert reading.metadata.source.reason == 'cut off the front of the line: "Source: Evening Ledger"'
    assert "\n\nThe opening of the tunnel will help" in reading.body
    assert [line.number for line in reading.lines if line.rule == "credit-cut-off"] == [reading.metadata.source.line]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    body = text.read(case("A wire in capitals, wrapped at 64 columns")).body
    assert "\n" not in body
    assert "SANDBANK OFF THE HARBOR" in body


def test_a_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    assert text.read(case("No headline: a photo's caption first, a stray label last")).body.count("\n\n") == 3


def test_a_table_and_a_list_are_markdown() -> None:
    body = text.read(case("A table pasted with tabs stays, and so does a list within the text")).body
    assert "| Harbor | Ships | Tons |\n| --- | --- | --- |\n| Port Arlen | 412 | 83,000 |\n" in body
    assert "- the dredging of the inner harbor\n- the price of a berth for fishermen\n" in body
