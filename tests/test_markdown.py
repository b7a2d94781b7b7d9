"""A contributor's Markdown: kept as far as it is trusted, shown as text beyond that, and no word of it lost."""

import html
import re
from collections import Counter
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.ingest import article, markdown
from generator.model import Source
from tests.casefiles import Case, cases
from tests.rendering import PIECES, TEXTS, seen

TRUSTED = frozenset(
    "p br h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong a hr table thead tbody tr th td".split()  # noqa: SIM905
)
BLOCKS = st.lists(
    st.one_of(
        PIECES,
        st.sampled_from(
            [
                "\n\n",
                "\n\n",
                "\n",
                "\n# ",
                "\n## ",
                "\n- ",
                "\n  - ",
                "\n3. ",
                "\n> ",
                "\n```\n",
                "\n| a | b |\n|---|---|\n| ",
            ]
        ),
        st.sampled_from(
            [
                "one two",
                "[a](https://x.example/b_c)",
                "**b",
                "*i",
                "</div>\n",
                "\n<div>\n",
                "&amp;",
                "\n---\n",
                "\n===\n",
            ]
        ),
    ),
    max_size=25,
).map("".join)


@pytest.mark.parametrize("case", cases("markdown"), ids=str)
def test_a_case(case: Case) -> None:
    text, expected = case.blocks
    assert markdown.read(text).body == expected


def title_line(text: str, given: str = "") -> list[str]:
    return [line.text for line in markdown.read(text, given=given).lines if line.kind == "title"]


@pytest.mark.parametrize(
    "before",
    ["", "<!-- saved in May -->\n\n", "![The quay](quay.jpg)\n\n", "---\n\n", "<div>\n\n", "[a]: https://a.example\n"],
)
def test_a_heading_above_all_other_text_is_the_title(before: str) -> None:
    reading = markdown.read(f"{before}# The port opens\n\nShips came.")
    assert reading.metadata.title
    assert reading.metadata.title.value == "The port opens"
    assert "port opens" not in reading.body


@pytest.mark.parametrize(
    "before", ["Ships came.", "## In short", "- one", "> said", "<p>Ships came.</p>", "| a |\n| - |"]
)
def test_a_heading_of_level_one_below_other_text_is_a_heading_of_the_body(before: str) -> None:
    reading = markdown.read(f"{before}\n\n# A section in the middle\n\nThen they left.")
    assert reading.metadata.title is None
    assert reading.body.endswith("\n\n## A section in the middle\n\nThen they left.")
    assert [line.kind for line in reading.lines if line.text.startswith("# ")] == ["heading"]


@pytest.mark.parametrize("given", ["", "The port opens", " the  PORT opens\n"])
def test_a_heading_that_says_the_given_title_is_the_titles_line(given: str) -> None:
    assert title_line("# The *port* opens\n\nShips came.", given) == ["# The *port* opens"]


def test_a_heading_that_says_something_else_than_the_given_title_begins_the_body() -> None:
    reading = markdown.read("# The port opens\n\nShips came.", given="Ten years of building")
    assert reading.body == "## The port opens\n\nShips came."
    assert reading.metadata.title is None


def test_no_title_is_guessed_aloud_where_a_heading_gives_it() -> None:
    """What the Markdown says of itself settles the questions that the reading as pasted text has."""
    source = Source("content/articles/port.md", b"# Same\n\nShips came to the port on Tuesday.\n")
    found = article(source)
    assert found.metadata.title
    assert found.metadata.title.value == "Same"
    assert [problem.code for problem in found.problems if problem.code == "title-guessed"] == []


@settings(max_examples=300)
@given(st.one_of(TEXTS, BLOCKS))
@example("<b>*x*</b>\n\n<script>alert(1)</script>")
@example('[x](https://e.example "onclick=alert(1)")')
@example("- a\n\n      code\n")
@example("> ```\n> </pre><b>\n> ```")
@example("```\n~~~\n<b>\n```")
@example("~~~\n```\n<b>\n~~~")
@example("| `a|b` | <b> |\n|---|---|\n| ![x](javascript:a) | &lt; |")
@example('a\n\n--8<-- "index.md"\n\n```\n--8<-- "index.md"\n```')
@example("```\n--8<--\nindex.md\n--8<--\n```")
@example('- ```\n  --8<-- "index.md"\n  ```')
@example('`--8<-- "index.md"`')
@example("## P1\n\n## _x\n\n## 日本\n\n##\n\n## `__a`")
@example("*[a]: b\n\n[a]: <javascript:x>\n\n[a] [^a]\n\n[^a]: c")
def test_nothing_but_trusted_elements_comes_of_any_text(text: str) -> None:
    """No raw HTML, no attribute of the text's own, no foreign scheme, no id but those of headings."""
    found = seen(markdown.read(text).body)
    assert set(found.elements) <= TRUSTED
    for tag, name, value in found.attributes:
        if (tag, name) == ("a", "href"):
            assert value.startswith(("http:", "https:", "mailto:", "#")) or value == ""
        elif name == "id":
            assert tag[0] == "h"
            assert not value.startswith("__")
            assert not re.fullmatch(r"P\d+", value)
        else:
            assert (tag, name, value) in {("a", "class", "headerlink"), ("a", "title", "Link to this section")}


@given(st.one_of(TEXTS, BLOCKS))
def test_every_line_is_told_once_in_order(text: str) -> None:
    reading = markdown.read(text, first=3)
    assert [line.text for line in reading.lines] == text.split("\n")
    assert [line.number for line in reading.lines] == list(range(3, 3 + len(reading.lines)))
    assert all((line.kind == "blank") == (not line.text.strip()) for line in reading.lines)


def letters(text: str) -> Counter[str]:
    """The letters of a text, whatever stands around them."""
    return Counter(filter(str.isalpha, text))


PROSE = [
    *(
        "one",
        "two",
        "three",
        " ",
        " ",
        "\n",
        "\n\n",
        "# ",
        "\n- ",
        "\n2. ",
        "\n> ",
        "**",
        "*",
        "`",
        "```",
        "\n```\n",
        "    ",
    ),
    *(
        "\n\n    four",
        "[five](https://six.example/seven)",
        "[five](six)",
        "![eight](nine.png)",
        "<b>",
        "</b>",
        "\n<div>",
    ),
    *("\n<!-- ten -->\n", "<!-- ten", "[ref]: https://eleven.example\n", "[ref]", "|", "&amp;", "\\", "---", "\n===\n"),
    *("\n| a | b |\n| --- | --- |\n| c | d |\n", "{: #twelve }"),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PROSE), max_size=20).map("".join))
@example("```thirteen\ncode\n```")
@example('[a](https://x.example "fourteen")')
@example("- one\n\n\n      two\n\nthree")
def test_every_word_is_in_the_body_or_in_a_line_left_out(text: str) -> None:
    reading = markdown.read(text)
    kept = [line.text for line in reading.lines if line.kind in {"body", "heading"}]
    body = letters(unquote(html.unescape(re.sub(r"\\([^\w\s])", r"\1", reading.body))))
    assert not letters(html.unescape("\n".join(kept))) - body


@settings(max_examples=200)
@given(st.one_of(TEXTS, BLOCKS))
def test_reading_is_idempotent(text: str) -> None:
    """What was read once is seen as it was when it is read again; neighboring lists may become one."""
    once = markdown.read(text).body
    again = markdown.read(once).body
    assert seen(again).text == seen(once).text
    assert _without_paragraphs(again) == _without_paragraphs(once)


def _without_paragraphs(body: str) -> list[str]:
    return [element for element in seen(body).elements if element != "p"]


@given(st.one_of(TEXTS, BLOCKS))
def test_blocks_are_separated_by_one_empty_line(text: str) -> None:
    body = markdown.read(text).body
    assert body == body.strip("\n")
    prose = re.sub(r"^```\n.*?^```$", "code", body, flags=re.DOTALL | re.MULTILINE)
    assert "\n\n\n" not in prose


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "![[]()" * 3_000, "- " * 5_000, "> " * 5_000, "*a_ " * 5_000, "`" * 20_000, "<" * 20_000]
)
def test_a_text_made_to_exhaust_the_parser_is_read_or_shown_as_it_is(text: str) -> None:
    assert markdown.read(text).lines
    assert len(markdown.read(text).body) <= 40 * len(text)
