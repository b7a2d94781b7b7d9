"""Shards carry bytes through a script and back, whatever the bytes are."""

import re
import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search import codec
from tests import shards


@given(st.binary(max_size=400))
def test_bytes_come_back_from_a_script(data: bytes) -> None:
    written = codec.written(data)
    assert written.isascii()
    assert not re.search(rb"[\r\n]", written)
    assert shards.unwritten(shards.unescaped(written.decode("ascii"))) == data


@given(st.lists(st.binary(max_size=300), max_size=6))
def test_columns_come_back_from_a_shard(columns: list[bytes]) -> None:
    assert shards.columns(codec.shard("x/y", columns).data) == columns


@given(st.lists(st.integers(0, 2**35 - 1)))
def test_numbers_come_back_from_varints(numbers: list[int]) -> None:
    assert shards.numbers(codec.varints(numbers)) == numbers


@given(st.lists(st.integers(-(2**31), 2**31)))
def test_signs_come_back_from_zigzag(numbers: list[int]) -> None:
    written = codec.zigzag(np.array(numbers, np.int64)).tolist()
    assert [-((number + 1) // 2) if number & 1 else number // 2 for number in written] == numbers


def test_a_shard_is_deflated_without_header() -> None:
    data = b"lantern " * 100
    assert zlib.decompress(codec.deflated(data), wbits=-15) == data
