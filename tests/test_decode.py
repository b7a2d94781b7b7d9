"""Bytes as text: every encoding that life brings, each guess said, nothing shown that steers what is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest import decode
from generator.problems import Problem

ENGLISH = "The ferry was late: “nobody” – on the café’s quay – could say for how long, señor.\n" * 4
RUSSIAN = "Паром опоздал в воскресенье, и никто на причале не мог сказать, надолго ли это.\n" * 4
PLAIN = "The ferry was late, and nobody on the quay could say for how long it would be.\n" * 4


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Z", "S"]), min_size=1).filter(str.strip))
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded, problems = decode.text(text.encode())
    if "encoding" not in codes(problems):
        assert decoded == text.removeprefix("\ufeff")


def test_the_mark_of_utf8_is_no_text() -> None:
    assert decode.text(b"\xef\xbb\xbf" + PLAIN.encode()) == (PLAIN, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, PLAIN])
def test_utf16_and_utf32_with_a_mark_are_read_and_named(encoding: str, text: str) -> None:
    decoded, problems = decode.text("\ufeff".encode(encoding) + text.encode(encoding))
    assert decoded == text
    assert [(problem.code, problem.severity) for problem in problems] == [("encoding", "warning")]
    assert encoding.upper() in problems[0].message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, PLAIN])
def test_utf16_without_a_mark_is_read_and_named(encoding: str, text: str) -> None:
    decoded, problems = decode.text(text.encode(encoding))
    assert decoded == text
    assert codes(problems) == ["encoding"]


@pytest.mark.parametrize(("text", "encoding"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")])
def test_older_encodings_are_guessed_and_the_first_line_named(text: str, encoding: str) -> None:
    decoded, problems = decode.text(b"plain\n" + text.encode(encoding))
    assert decoded == "plain\n" + text
    assert [(problem.line, problem.code) for problem in problems] == [(2, "encoding")]


@pytest.mark.parametrize("text", ["“curly”", "café", "señor – día", "naïve…", "straße", "€ 5", "Mérida’s"])
def test_utf8_read_as_windows_1252_is_repaired_and_named(text: str) -> None:
    garbled = "".join(
        bytes([b]).decode("cp1252", "replace") if b not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(b)
        for b in text.encode()
    )
    decoded, problems = decode.text(f"first\n{garbled}\n".encode())
    assert decoded == f"first\n{text}\n"
    assert [(problem.line, problem.code) for problem in problems] == [(2, "encoding")]


@pytest.mark.parametrize("text", ["Ã", "SÃO PAULO", "â", "Â£", "naÃve", "château", "GARÇON À PARIS", "ÂME", "Ça"])
def test_honest_accents_are_left_alone(text: str) -> None:
    assert decode.text(text.encode())[0] in {text, "£"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.4 x", "not-text"),
        (b"PK\x03\x04xx", "not-text"),
        (b"\x89PNG\r\n\x1a\n", "not-text"),
        (b"\xff\xd8\xff\xe0", "not-text"),
        (b"GIF89a", "not-text"),
        (b"\x1f\x8b\x08", "not-text"),
        (b"{\\rtf1 x}", "not-text"),
        (b"\xd0\xcf\x11\xe0\xa1", "not-text"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "not-text"),
        (bytes(range(256)), "not-text"),
        (b"\x00" * 100, "not-text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name(data: bytes, code: str) -> None:
    text, problems = decode.text(data)
    assert (text, codes(problems)) == ("", [code])
    assert problems[0].severity == "error"


@pytest.mark.parametrize(
    "character", ["\u202e", "\u2066", "\u200b", "\ufeff", "\u2060", "\U000e0041", "\x07", "\x7f", "\x9b"]
)
def test_what_is_invisible_is_taken_out_and_named_by_line(character: str) -> None:
    decoded, problems = decode.text(f"one\ntw{character}o\n".encode())
    assert decoded == "one\ntwo\n"
    assert [(problem.line, problem.code) for problem in problems] == [(2, "control-characters")]
    assert f"U+{ord(character):04X}" in problems[0].message


def test_soft_hyphens_go_without_a_word() -> None:
    assert decode.text("har\u00adbor\n".encode()) == ("harbor\n", ())


@pytest.mark.parametrize("joiner", ["\u200d", "\u200c", "\u200e", "\ufe0f"])
def test_what_scripts_and_emoji_need_stays(joiner: str) -> None:
    """Joiners, direction marks and variation selectors are part of how words are spelled."""
    text = f"می{joiner}خواهم 👩{joiner}🚀\n"
    assert decode.text(text.encode()) == (text, ())


def test_a_thousand_hidden_lines_are_ten_problems() -> None:
    assert len(decode.text(("a\u200b\n" * 1000).encode())[1]) == 10


@given(st.binary(max_size=300))
def test_no_bytes_fail(data: bytes) -> None:
    text, problems = decode.text(data)
    assert text or problems
    assert all(problem.code and problem.line >= 0 for problem in problems)
    text.encode()


@pytest.mark.parametrize(
    "data", ["Ã©".encode() * 500_000, b"\xe9" * 1_000_000, b"a\x00" * 500_000, "\u200b".encode() * 300_000]
)
def test_a_million_bytes_of_trouble_are_read(data: bytes) -> None:
    assert decode.text(data)[1]


@pytest.mark.parametrize("line", ["Café of Zürich\n\nHe “said” no.\n", "Besançon – a naïve façade\n"])
def test_a_few_accents_in_a_short_latin_text_are_windows_1252(line: str) -> None:
    assert decode.text(line.encode("cp1252"))[0] == line
