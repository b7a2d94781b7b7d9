"""What holds for every text, whatever it says: nothing is lost, spans lie where they say, nothing is done twice."""

import hashlib
import html
import json
from collections import Counter
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import ingest, inspection, understand
from generator.ingest import decode
from generator.model import Article, Authority, Entity, Source
from tests.rendering import TEXTS, seen

PROSE = st.lists(
    st.sampled_from(
        [
            *(
                "Mira Norvald ",
                "said ",
                "on Sunday ",
                "in March 2015 ",
                "25 years ago ",
                "that the ferry ",
                "was late. ",
                "\n",
            ),
            *(
                "\n\n",
                "\n",
                "# ",
                "- ",
                "> ",
                "Ostrel, May 7 (Quay News) — ",
                "By Ilse Maron\n",
                "Share\n",
                "Tweet | Print\n",
            ),
            *(
                "7 June 2017\n",
                "Source: Eastbank Herald ",
                "(Photo/Ada Holm) |\n",
                "LATEST NEWS\n",
                "He ",
                "“We waited,” ",
                "e.g. ",
            ),
            *(
                "The Harbor League (HL) ",
                "HL ",
                "\t",
                "    ",
                "http://x.example/a_b ",
                "& ",
                "<b> ",
                "* * *\n",
                "1. one\n",
                "日本。",
            ),
            *(
                "\r\n",
                "\u2028",
                "\xa0",
                "\u00ad",
                "\ufeff",
                "a\x0bb\x0c",
                "\x85",
                "ПРЕЗИДЕНТ ",
                "مرحبا ",
                "🌊 ",
                "|",
                "title: x\n",
                "---\n",
            ),
        ]
    ),
    max_size=30,
).map("".join)
ANY = st.one_of(TEXTS, PROSE, st.text(max_size=80))
PATHS = st.sampled_from(["content/articles/2019/a.txt", "content/articles/2019/a.md"])
KNOWN = Authority(
    (
        Entity("organizations/harbor-league", "Harbor League", "organizations", aliases=("HL",)),
        Entity("people/mira-norvald", "Mira Norvald", "people"),
        Entity("places/ostrel", "Ostrel", "places"),
    )
)
LEXICON = understand.lookup(KNOWN)


def article(text: str | bytes, path: str = "content/articles/2019/a.txt") -> Article:
    """The article that a file with this text is understood as."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return understand.article(ingest.article(Source(path, data)), LEXICON)


def letters(text: str) -> Counter[str]:
    """The letters and digits of a text, whatever stands around them."""
    return Counter(character for character in text if character.isalnum())


@settings(max_examples=200)
@given(ANY, PATHS)
@example("One line only, which says that the ferry was late on Sunday.", "content/articles/2019/a.txt")
@example("a\u2028b\x85c\x0bd\x0ce\x1cf", "content/articles/2019/a.txt")
@example("---\ntitle: x\n---\n", "content/articles/2019/a.txt")
@example("", "content/articles/2019/a.md")
@example("a\r\rb\r\nc\n\rd", "content/articles/2019/a.md")
def test_every_line_of_the_file_is_told_once_in_order(text: str, path: str) -> None:
    """Lines are counted as editors count them; front matter is among them, and no word of any is lost."""
    understood = article(text, path)
    decoded = decode.text(text.encode("utf-8", "surrogatepass"))[0]
    if understood.problems and all(problem.code in {"empty", "not-text"} for problem in understood.problems):
        return
    assert [line.number for line in understood.lines] == list(range(1, len(understood.lines) + 1))
    assert letters("".join(line.text for line in understood.lines)) == letters(decoded)
    assert len(understood.lines) in {
        decoded.count("\n") + decoded.count("\r") - decoded.count("\r\n") + extra for extra in (0, 1)
    }


@settings(max_examples=200)
@given(ANY)
@example("One line only, which says that the ferry was late on Sunday.")
@example("Title\n\nBody of one line.\nAnd more of it, which is long enough to be a paragraph of its own.")
@example("Source: Eastbank Herald The ferry of Sunday was late, and nobody on the quay could say for how long.")
def test_every_word_of_a_pasted_text_is_in_the_body_or_in_a_line_left_out(text: str) -> None:
    understood = article(text)
    kept = "".join(line.text for line in understood.lines if line.kind in {"body", "heading"})
    credit = understood.metadata.source.reason if understood.metadata.source else ""
    body = seen(understood.body).text
    assert not letters(kept) - letters(body + credit)


@settings(max_examples=100)
@given(ANY)
def test_every_word_of_a_markdown_text_is_in_the_body_or_in_a_line_left_out(text: str) -> None:
    understood = article(text, "content/articles/2019/a.md")
    kept = "".join(line.text for line in understood.lines if line.kind in {"body", "heading"})
    shown = seen(understood.body)
    body = unquote(shown.text + "".join(shown.values("a", "href")))
    missing = letters(unquote(html.unescape(kept))) - letters(body)
    assert not [character for character in missing if character.isalpha()]


@settings(max_examples=150)
@given(ANY, PATHS)
def test_the_body_holds_no_element_but_those_of_markdown(text: str, path: str) -> None:
    found = seen(article(text, path).body)
    assert not set(found.elements) & {"script", "img", "b", "i", "div", "span", "iframe", "style", "form", "title"}
    assert {name for _, name, _ in found.attributes} <= {"href", "id", "class", "title"}


@settings(max_examples=200)
@given(ANY, PATHS)
def test_spans_are_ordered_disjoint_and_inside_of_the_body(text: str, path: str) -> None:
    understood = article(text, path)
    for spans in (understood.mentions, understood.dates):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(understood.body)
            assert understood.body[span.start : span.end] == span.text
            end = span.end


@settings(max_examples=100)
@given(ANY, PATHS)
def test_no_text_is_a_fault_of_the_generator(text: str, path: str) -> None:
    assert not [problem for problem in article(text, path).problems if problem.code == "internal"]


@settings(max_examples=100)
@given(st.binary(max_size=200), PATHS)
def test_no_bytes_are_a_fault_of_the_generator(data: bytes, path: str) -> None:
    understood = article(data, path)
    assert not [problem for problem in understood.problems if problem.code == "internal"]
    assert understood.sha256 == hashlib.sha256(data).hexdigest()
    json.dumps(inspection.as_json(understood, path))


@settings(max_examples=100)
@given(ANY, PATHS)
def test_understanding_is_a_function_of_the_bytes(text: str, path: str) -> None:
    assert article(text, path) == article(text, path)


@given(ANY)
def test_clean_off_leaves_the_text_whole(text: str) -> None:
    """Every line that is not blank is body, as it stands."""
    understood = article(f"---\nclean: off\n---\n{text}")
    if understood.problems:
        return
    assert {line.kind for line in understood.lines if line.rule != "front-matter"} <= {"body", "blank"}
    assert letters(seen(understood.body).text) >= letters(decode.text(text.encode())[0])


@settings(max_examples=60)
@given(PROSE)
def test_cleaning_is_idempotent(text: str) -> None:
    """The paragraphs of a cleaned text, left as they are, are read as the same paragraphs."""
    body = article(text, "content/articles/2019/a.md").body
    again = article(f"---\nclean: auto\n---\n{body}\n", "content/articles/2019/a.md")
    assert seen(again.body).text == seen(body).text


@pytest.mark.parametrize(
    "text",
    [
        "The ferry of Sunday was late, and nobody on the quay could say for how long it would be.",
        (
            "THE FERRY OF SUNDAY WAS LATE\n\n"
            "OSTREL, MAY 7 - NOBODY ON THE QUAY COULD SAY FOR HOW LONG IT WOULD BE, AND ALL THE PILOTS WENT HOME."
        ),
        (
            "The lamp is out,\nthe rope is wet,\nthe ferry has\nnot landed yet.\n\n"
            "We count the stars,\nwe count the men,\nwe light the lamp\nand wait again."
        ),
        "Q: When did you found the league?\nA: In 2009.\nQ: Who was with you?\nA: Nobody. I was alone for a year.",
        "Pier\tShips\tYear\nNorth\t1200\t2018\nSouth\t310\t2018\nEast\t77\t2018",
        "渡船星期天晚点了，码头上没有人能说要等多久。\n\n港口联盟说，新的时间表将在下个月公布，届时每天有九班渡船。",
        (
            "تأخرت العبارة يوم الأحد ولم يستطع أحد على الرصيف أن يقول كم من الوقت سيستغرق ذلك.\n\n"
            "وقالت رابطة الموانئ إن الجدول الجديد سينشر الشهر المقبل."
        ),
    ],
    ids=["one line", "wire in capitals", "verse", "transcript", "table pasted as tabs", "Chinese", "Arabic"],
)
def test_a_text_of_an_unusual_shape_is_understood_or_left_whole(text: str) -> None:
    """It is an article, not an error; and every line that is not its title is in the body."""
    understood = article(text)
    assert not [problem for problem in understood.problems if problem.severity == "error"]
    lost = [line for line in understood.lines if line.kind not in {"blank", "body", "heading", "title"}]
    assert lost == []
    assert len([line for line in understood.lines if line.kind == "title"]) <= 1
