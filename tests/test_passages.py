"""Blocks, sentences and what is not prose: spans that are ordered, disjoint and found in linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import passages

BODY = (
    "Mr. Ode went. He said “no.” Then J. K. left.\n\n```\na\n\nb\n```\n\nSee [it](http://x.y/a_b), `x.y` or a.b@x.org."
)
HOSTILE = [
    "a",
    "a@b",
    "a.b@",
    "....",
    ". ",
    "`",
    "`a",
    "[",
    "](",
    "[a](",
    "|",
    "   ",
    "*",
    "\\",
    "A. ",
    "```\n\n",
    "```x\n\n",
]
PATIENCE = 12
"""Four times the text may take three times as long as four times the time: far from the sixteen of a square."""


def texts(spans: tuple[passages.Span, ...]) -> list[str]:
    return [BODY[start:end] for start, end in spans]


def whole(text: str) -> tuple[passages.Span, ...]:
    return passages.sentences(text, (0, len(text)))


def test_a_block_is_what_stands_between_empty_lines_and_code_is_one() -> None:
    assert [text.split("\n")[0] for text in texts(passages.blocks(BODY))] == [
        "Mr. Ode went. He said “no.” Then J. K. left.",
        "```",
        "See [it](http://x.y/a_b), `x.y` or a.b@x.org.",
    ]


def test_a_sentence_does_not_end_at_an_abbreviation_or_an_initial() -> None:
    first = passages.blocks(BODY)[0]
    assert texts(passages.sentences(BODY, first)) == ["Mr. Ode went.", "He said “no.”", "Then J. K. left."]


def test_chinese_sentences_need_no_space_between_them() -> None:
    assert len(whole("会议开始了。他说：“好。”然后走了。")) == 3


def test_code_targets_and_addresses_are_no_prose() -> None:
    assert texts(passages.opaque(BODY)) == ["```\na\n\nb\n```", "(http://x.y/a_b)", "`x.y`", "a.b@x.org."]


def test_plain_text_has_the_words_and_no_markup() -> None:
    assert passages.plain(r"## A \*b\* &lt;c> [d](e.md) **f** `g`") == "A *b* <c> d f g"


@given(st.text(alphabet='ab.!?。 \n`[]()\\*"A1@', max_size=200))
def test_spans_are_ordered_disjoint_and_inside(body: str) -> None:
    for spans in (passages.blocks(body), whole(body), passages.opaque(body), passages.links(body)):
        ends = [0, *(end for _, end in spans)]
        assert all(before <= start < end <= len(body) for before, (start, end) in zip(ends, spans, strict=False))


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("find", [passages.blocks, passages.opaque, passages.links, passages.plain, whole])
def test_time_grows_with_the_text_not_with_its_square(find: object, piece: str) -> None:
    short, long = (min(_seconds(find, piece * (size // len(piece))) for _ in range(3)) for size in (20_000, 80_000))
    assert long <= PATIENCE * max(short, 0.002)


def _seconds(find: object, text: str) -> float:
    assert callable(find)
    begin = time.process_time()
    find(text)
    return time.process_time() - begin
