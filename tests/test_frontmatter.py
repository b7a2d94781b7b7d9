"""Front matter: a closed schema and a loader that builds nothing but text; each fault with its line."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import calendars
from generator.ingest import frontmatter, schema
from generator.model import FrontMatter
from generator.problems import Problem


def split(inside: str, rest: str = "Text.\n") -> frontmatter.Front:
    return frontmatter.split(f"---\n{inside}\n---\n{rest}")


def read(inside: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    front = split(inside)
    given_, problems = schema.conform(front.given, FrontMatter(), calendars.suggest)
    return given_, front.problems + problems


def values(inside: str) -> dict[str, object]:
    return {key: item.value for key, item in split(inside).given.items()}


# --- what is front matter ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA text that begins with a rule.\n\n---\n\nMore: of it.\n",
        "---\n",
        "----\na: b\n----\n",
        "a: b\n---\n",
        "--- \nNo key here\n---\n",
        "",
        "\n---\na: b\n---\n",
        " ---\na: b\n---\n",
        "---\n# Heading\n---\n",
        "---\nHe said: no\nand left\n\nnever closed",
    ],
)
def test_a_text_that_only_looks_so_stays_whole(text: str) -> None:
    front = frontmatter.split(text)
    assert (front.given, front.rest, front.first) == ({}, text, 1)


@pytest.mark.parametrize("end", ["---", "...", "--- ", "---\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_text_below_is_kept_to_the_byte(end: str, newline: str) -> None:
    rest = "    indented\n\n---\nnot: front matter\n---\n  "
    front = frontmatter.split(f"---{newline}title: A{newline}{end}{newline}{rest}")
    assert (front.rest, front.first) == (rest, 4)
    assert {key: (item.value, item.line) for key, item in front.given.items()} == {"title": ("A", 2)}


def test_empty_front_matter_is_none_given() -> None:
    assert frontmatter.split("---\n---\nText") == frontmatter.Front({}, "Text", 3)


@given(st.text(max_size=60))
def test_a_text_without_a_fence_is_never_cut(text: str) -> None:
    if not text.startswith("---"):
        assert frontmatter.split(text).rest == text


# --- plain values --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "no",
        "on",
        "off",
        "true",
        "2015-05-07",
        "07",
        "1e3",
        "0x10",
        "1_000",
        "12:30:45",
        "1.0",
        ".inf",
        "y",
        "=",
        "Norway",
    ],
)
def test_a_plain_word_is_text_and_no_guess(written: str) -> None:
    assert values(f"title: {written}") == {"title": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_nothing(written: str) -> None:
    assert values(f"title: {written}") == {"title": None}
    assert values("title: 'null'") == {"title": "null"}


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,10}", fullmatch=True),
        st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=30),
        min_size=1,
    )
)
def test_what_yaml_writes_is_read_again(said: dict[str, str]) -> None:
    written = yaml.safe_dump(said, allow_unicode=True, default_style='"').rstrip("\n")
    assert values(written) == said


@pytest.mark.parametrize("key", ["content", "handler", "metadata", "text", "fm"])
def test_keys_that_the_library_takes_for_its_own_are_only_unknown(key: str) -> None:
    assert [problem.code for problem in read(f"{key}: x")[1]] == ["key-unknown"]


# --- what is refused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "line", "code"),
    [
        ("title: A\nsummary: *a", 3, "front-matter"),
        ("title: &a A", 2, "front-matter"),
        ("title: A\n<<: {b: c}", 3, "front-matter"),
        ("title: !!str A", 2, "front-matter"),
        ("title: !x A", 2, "front-matter"),
        ("title: A\nextra: {<<: {a: 1}}", 3, "front-matter"),
        ("a: " + "[" * 25 + "]" * 25, 2, "front-matter"),
        ('title: A\nsummary: "B', 3, "front-matter"),
        ("title: A: B", 2, "front-matter"),
        ("title: A\n\tsummary: B", 3, "front-matter"),
        ("title: A\nextra: {? [a, b] : c}", 3, "front-matter"),
        ("title: @A", 2, "front-matter"),
        ("title: \x01", 2, "front-matter"),
        ("title: A\n- b", 3, "front-matter"),
        ("title: %A", 2, "front-matter"),
    ],
)
def test_a_fault_is_told_with_its_line(inside: str, line: int, code: str) -> None:
    front = split(inside)
    assert [(problem.line, problem.code, problem.severity) for problem in front.problems] == [(line, code, "error")]
    assert (front.given, front.rest) == ({}, "Text.\n")


def test_a_key_given_twice_hides_nothing_else_that_is_wrong() -> None:
    _, problems = read("title: A\ntitle: B\npublished: 2015-13-01\nextra:\n  a: 1\n  a: 2\nfoo: x\ntitle: C")
    assert {(problem.line, problem.code) for problem in problems} == {
        (3, "key-duplicate"),
        (4, "date"),
        (7, "key-duplicate"),
        (8, "key-unknown"),
        (9, "key-duplicate"),
    }
    assert all(problem.severity == "error" for problem in problems)


def test_of_a_key_given_twice_the_first_counts() -> None:
    assert values("title: A\ntitle: B\nextra: {a: 1, a: 2}") == {"title": "A", "extra": {"a": "1"}}


@pytest.mark.parametrize(
    "inside",
    [
        "a: " + "[" * 5000,
        "a: " + "{b: " * 5000,
        "- " * 3000 + "a: b",
        "x: " + "y" * 70_000,
        "a: &a [x]\n" + "".join(f"k{n}: [*a, *a]\n" for n in range(500)),
    ],
)
def test_a_bomb_is_refused_before_it_goes_off(inside: str) -> None:
    front = split(inside)
    assert front.problems or not front.given


def test_every_fault_of_the_values_is_told_at_once() -> None:
    _, problems = read("titel: A\npublished: 2015-02-30\nrights: all\nsource_url: ftp://x\n")
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "key-unknown"),
        (3, "date"),
        (4, "value"),
        (5, "value"),
    ] or sorted((problem.line, problem.code) for problem in problems) == [
        (2, "key-unknown"),
        (3, "date"),
        (4, "value"),
        (5, "value"),
    ]


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("titel", "title"),
        ("publshed", "published"),
        ("author", "authors"),
        ("Title", "title"),
        ("source-url", "source_url"),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest(written: str, near: str) -> None:
    (problem,) = read(f"{written}: x")[1]
    assert f'did you mean "{near}"?' in problem.message


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("7 June 2017", "2017-06-07"),
        ("June 2017", "2017-06"),
        ("2017-6-7", "2017-06-07"),
        ("some day in June", "2015-05-07"),
    ],
)
def test_a_date_written_otherwise_is_answered_with_ours(written: str, near: str) -> None:
    (problem,) = read(f"published: {written}")[1]
    assert problem.code == "date"
    assert near in problem.message


# --- what is taken -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["2015", "2015-05", "2015-05-07", "'2015-05-07'", "2016-02-29", "0999-12-31"])
def test_partial_dates_are_honest(written: str) -> None:
    said, problems = read(f"published: {written}")
    assert (said.published, problems) == (written.strip("'"), ())


@pytest.mark.parametrize(
    "written", ["2015-13", "2015-00", "2015-02-29", "2015-05-7", "15-05-07", "0000", "2015-05-07T10:00", "20150507"]
)
def test_dates_that_the_calendar_does_not_know_are_refused(written: str) -> None:
    said, problems = read(f"published: {written}")
    assert said.published is None
    assert [problem.code for problem in problems] == ["date"]


def test_every_key_is_taken() -> None:
    said, problems = read(
        "title: A\npublished: 2015\noccurred: 2015-05\nretrieved: 2016-01-02\nsource: B\n"
        "source_url: https://b.example/x?y=1\nauthors: [C, D]\nplace: E\nlanguage: pt-BR\ntopics: [f]\nsummary: G\n"
        "license: CC0-1.0\nrights: excerpt\nmentions: {add: [people/x-y], drop: [places/z]}\nclean: off\n"
        "former: [2015/old-slug]\ndraft: true\nextra: {a: 1, b: two}"
    )
    assert problems == ()
    assert (said.authors, said.rights, said.clean, said.draft) == (("C", "D"), "excerpt", "off", True)
    assert said.mentions.drop == ("places/z",)
    assert dict(said.extra) == {"a": "1", "b": "two"} or dict(said.extra) == {"a": 1, "b": "two"}


@pytest.mark.parametrize(
    "inside",
    [
        "title: " + "x" * 301,
        "summary: " + "x" * 3001,
        "topics: [" + "x" * 301 + "]",
        "source_url: https://x.example/" + "x" * 2000,
    ],
)
def test_every_length_is_capped(inside: str) -> None:
    assert [problem.code for problem in read(inside)[1]] == ["value"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://a b", 'http://"', "https://<b>", "//x.example", "HTTP", "mailto:a@b.example"]
)
def test_a_source_is_on_the_web(url: str) -> None:
    assert [
        problem.code for problem in read(f"source_url: {yaml.safe_dump(url, default_style=chr(34)).strip()}")[1]
    ] == ["value"]
