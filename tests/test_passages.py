"""Blocks and sentences: spans of the body that miss nothing and overlap nowhere."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import escape, passages
from generator.ingest import markdown
from tests.casefiles import Case, cases
from tests.rendering import TEXTS, seen

BODIES = st.lists(
    st.one_of(
        TEXTS,
        st.sampled_from(["He said so. She did not.", "At 5 p.m. Mr. X left. U.S. ships came.", "```\na\n\nb\n```"]),
    ),
    max_size=5,
).map(lambda texts: markdown.read("\n\n".join(texts)).body)


@pytest.mark.parametrize("case", cases("sentences"), ids=str)
def test_a_case(case: Case) -> None:
    body, expected = case.blocks
    found = [body[start:end] for block in passages.blocks(body) for start, end in passages.sentences(body, block)]
    assert found == expected.split("\n")


@given(BODIES)
def test_blocks_are_ordered_disjoint_and_hold_everything(body: str) -> None:
    end = 0
    for start, stop in passages.blocks(body):
        assert not body[end:start].strip()
        assert end <= start < stop
        end = stop
    assert not body[end:].strip()


@given(BODIES)
def test_sentences_are_ordered_disjoint_and_hold_their_block(body: str) -> None:
    for block in passages.blocks(body):
        end = block[0]
        for start, stop in passages.sentences(body, block):
            assert not body[end:start].strip()
            assert end <= start < stop <= block[1]
            end = stop
        assert not body[end : block[1]].strip()


@given(TEXTS)
@example("R&D &copy 5 &notit; ?a=1&lt=2")
@example("a_b \\_ C# 5!")
def test_plain_gives_back_what_was_escaped(text: str) -> None:
    line = " ".join(text.split())
    if not re.search("[\x02\x03]", line):
        assert " ".join(passages.plain(escape.markdown(line)).split()) == line


@given(BODIES.filter(lambda body: "```" not in body and "* * *" not in body))
def test_plain_is_what_is_seen(body: str) -> None:
    shown = re.sub(r"#(?= |$)", " ", seen(body).text) if "#" in body else seen(body).text
    bare = re.sub(r"(?:^|(?<=\s))\d+\.(?=\s)", " ", passages.plain(body))
    letters = [character for character in bare if character.isalpha()]
    assert letters == [character for character in shown if character.isalpha()]


@given(BODIES)
def test_links_and_code_are_no_prose(body: str) -> None:
    for finder in (passages.opaque, passages.fixed):
        end = 0
        for start, stop in finder(body):
            assert end <= start < stop <= len(body)
            end = stop


@pytest.mark.parametrize(
    "body",
    [
        "a. " * 100_000,
        "." * 200_000,
        "[" * 100_000,
        "`" * 100_000,
        "a" * 300_000,
        "https://" * 30_000,
        "@" * 100_000,
        "|" * 100_000,
        "\\" * 100_000,
        "a@" * 50_000,
    ],
)
def test_a_long_body_is_no_trap(body: str) -> None:
    for block in passages.blocks(body):
        passages.sentences(body, block)
    passages.plain(body)
    passages.opaque(body)
    passages.fixed(body)
