"""Taking files in: shown, asked, put in their place; nothing overwritten or taken twice, the bytes as they came."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.model import Site
from tests import scratch

DATED = f"---\ntitle: The lantern of Eastbank\npublished: 2019-03-04\n---\n\n{scratch.ARTICLE}"
PLACE = "content/articles/2019/2019-03-04-the-lantern-of-eastbank"


@pytest.fixture
def empty(tmp_path: Path) -> Site:
    return scratch.archive(tmp_path / "archive")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


def add(site: Site, *args: str | Path, input_: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["add", "--archive", str(site.root), *map(str, args)], input=input_)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def articles(site: Site) -> dict[str, bytes]:
    return {f"content/articles/{name}": data for name, data in scratch.tree(site.content / "articles").items()}


def put(inbox: Path, name: str, data: str | bytes) -> Path:
    scratch.put(inbox, {name: data})
    return inbox / name


# --- where it goes -------------------------------------------------------------------------------------------


def test_a_file_goes_to_its_year_under_its_title_and_the_place_is_told(empty: Site, inbox: Path) -> None:
    result = add(empty, put(inbox, "x.md", DATED), "--yes")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == f"{PLACE}.md"
    assert articles(empty) == {f"{PLACE}.md": DATED.encode()}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("x.txt", ".txt"),
        ("x", ".txt"),
        ("x.MARKDOWN", ".md"),
        ("x.HTM", ".html"),
        ("x.text", ".txt"),
        ("no.suffix.here", ".txt"),
    ],
)
def test_the_format_is_that_of_the_files_name(empty: Site, inbox: Path, name: str, suffix: str) -> None:
    text = (
        f"<html><body><article><h1>T</h1><p>{scratch.ARTICLE}</p></article></body></html>"
        if suffix == ".html"
        else scratch.ARTICLE
    )
    assert add(empty, put(inbox, name, text), "--yes").exit_code == 0
    (place,) = articles(empty)
    assert place.endswith(suffix)


def test_a_file_without_a_date_is_undated(empty: Site, inbox: Path) -> None:
    add(empty, put(inbox, "x.txt", scratch.ARTICLE), "--yes")
    (place,) = articles(empty)
    assert place.startswith("content/articles/undated/")


@pytest.mark.parametrize("title", ["日本", "!!!", "a/../../b", "..\\..\\x", "CON", "x" * 280, 'A: b? <c> | "d" *'])
def test_no_title_leads_out_of_the_archive_or_to_a_name_that_a_system_refuses(
    empty: Site, inbox: Path, title: str
) -> None:
    assert (
        add(
            empty, put(inbox, "x.txt", scratch.ARTICLE), "--yes", "--title", title, "--published", "2019-03-04"
        ).exit_code
        == 0
    )
    (place,) = articles(empty)
    assert place.startswith("content/articles/2019/2019-03-04-")
    assert set(Path(place).name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(Path(place).name) < 100


# --- the bytes stay as they came -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        scratch.ARTICLE.encode(),
        scratch.ARTICLE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + scratch.ARTICLE.encode(),
        ("“Café” " + scratch.ARTICLE).encode("cp1252"),
        scratch.ARTICLE.encode("utf-16"),
    ],
    ids=["plain", "crlf", "mark", "cp1252", "utf-16"],
)
def test_the_bytes_are_taken_as_they_came(empty: Site, inbox: Path, data: bytes) -> None:
    add(empty, put(inbox, "x.txt", data), "--yes")
    assert list(articles(empty).values()) == [data]


def test_what_is_said_goes_on_top_and_the_bytes_below_stay(empty: Site, inbox: Path) -> None:
    data = scratch.ARTICLE.replace("\n", "\r\n").encode()
    add(
        empty,
        put(inbox, "x.txt", data),
        "--yes",
        "--title",
        'A "quoted": title',
        "--published",
        "2019-03-04",
        "--source",
        "Eastbank Herald",
    )
    (written,) = articles(empty).values()
    assert written.endswith(data)
    assert written.startswith(b"---\n")
    assert list(articles(empty)) == ["content/articles/2019/2019-03-04-a-quoted-title.txt"]


def test_what_is_said_takes_the_place_of_what_the_file_says(empty: Site, inbox: Path) -> None:
    add(
        empty,
        put(inbox, "x.md", DATED.replace("published:", "source: Herald\npublished:")),
        "--yes",
        "--title",
        "Another",
        "--published",
        "2020",
    )
    assert articles(empty) == {
        "content/articles/2020/2020-another.md": (
            f'---\nsource: Herald\ntitle: "Another"\npublished: "2020"\n---\n\n{scratch.ARTICLE}'
        ).encode()
    }


def test_a_value_of_several_lines_is_replaced_whole(empty: Site, inbox: Path) -> None:
    text = f"---\ntitle: >\n  A long\n  title\npublished: 2019-03-04\n---\n{scratch.ARTICLE}"
    assert add(empty, put(inbox, "x.md", text), "--yes", "--title", "Short").exit_code == 0
    assert list(articles(empty)) == ["content/articles/2019/2019-03-04-short.md"]


@pytest.mark.parametrize("said", [["--published", "2019-02-30"], ["--published", "soon"], ["--title", "x" * 400]])
def test_what_is_said_wrongly_is_refused_before_anything_is_written(empty: Site, inbox: Path, said: list[str]) -> None:
    result = add(empty, put(inbox, "x.txt", scratch.ARTICLE), "--yes", *said)
    assert result.exit_code == 1
    assert "error[" in result.stderr
    assert articles(empty) == {}


# --- nothing twice, nothing overwritten ----------------------------------------------------------------------


def test_the_same_bytes_again_are_not_taken_and_their_place_is_told(empty: Site, inbox: Path) -> None:
    add(empty, put(inbox, "x.md", DATED), "--yes")
    before = articles(empty)
    result = add(empty, put(inbox, "another-name.md", DATED), "--yes")
    assert result.exit_code == 0
    assert f"{PLACE}.md" in result.stderr
    assert articles(empty) == before


@pytest.mark.parametrize("said", [["--title", "Another title"], ["--published", "2018"]])
def test_the_same_text_is_known_whatever_is_said_of_it(empty: Site, inbox: Path, said: list[str]) -> None:
    path = put(inbox, "x.txt", scratch.ARTICLE)
    add(empty, path, "--yes")
    add(empty, path, "--yes", *said)
    assert len(articles(empty)) == 1


def test_the_same_file_twice_in_one_call_is_taken_once(empty: Site, inbox: Path) -> None:
    path = put(inbox, "x.md", DATED)
    add(empty, path, path, "--yes")
    assert len(articles(empty)) == 1


def test_another_text_of_the_same_name_gets_a_number(empty: Site, inbox: Path) -> None:
    for number in range(3):
        add(empty, put(inbox, f"{number}.md", DATED + f"\nVersion {number}.\n"), "--yes")
    add(empty, put(inbox, "x.txt", DATED + "\nIn another format.\n"), "--yes")
    assert sorted(articles(empty)) == [f"{PLACE}-2.md", f"{PLACE}-3.md", f"{PLACE}-4.txt", f"{PLACE}.md"]
    assert articles(empty)[f"{PLACE}.md"].endswith(b"Version 0.\n")


def test_a_file_that_comes_between_the_question_and_the_answer_is_not_overwritten(
    empty: Site, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*_args: object, **_options: object) -> bool:
        scratch.put(empty.root, {f"{PLACE}.md": "mine"})
        return True

    monkeypatch.setattr("click.confirm", meanwhile)
    result = add(empty, put(inbox, "x.md", DATED))
    assert result.exit_code == 1
    assert articles(empty) == {f"{PLACE}.md": b"mine"}
    assert "Traceback" not in result.stderr


# --- asking --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "taken"), [("y\n", 1), ("\n", 1), ("n\n", 0), ("maybe\nn\n", 0), ("", 0)])
def test_without_yes_it_shows_what_it_understood_and_asks(empty: Site, inbox: Path, answer: str, taken: int) -> None:
    result = add(empty, put(inbox, "x.md", DATED), input_=answer)
    assert "The lantern of Eastbank" in result.stdout
    assert "front-matter" in result.stdout
    assert len(articles(empty)) == taken


# --- what is no article --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("e.txt", b"", "empty"),
        ("b.txt", b"\x89PNG\r\n\x1a\n\x00", "not-text"),
        ("f.md", b"---\ntitle: [\n---\nText.", "front-matter"),
        ("w.txt", b"* * *\n", "empty"),
    ],
)
def test_what_is_no_article_is_refused_by_name_and_the_others_are_taken(
    empty: Site, inbox: Path, name: str, data: bytes, code: str
) -> None:
    result = add(empty, put(inbox, name, data), put(inbox, "good.md", DATED), "--yes")
    assert result.exit_code == 1
    assert f"{name}" in result.stderr
    assert f"error[{code}]" in result.stderr
    assert list(articles(empty)) == [f"{PLACE}.md"]


@pytest.mark.parametrize("path", ["-", "missing.txt", ".", "/dev/null", "missing/deep/x.txt", "\udcff.txt", "a\nb"])
def test_what_cannot_be_read_is_told_in_a_line(empty: Site, path: str) -> None:
    result = add(empty, path, "--yes")
    assert result.exit_code == 1
    assert "error[path]" in result.stderr
    assert articles(empty) == {}


def test_a_link_is_not_followed(empty: Site, inbox: Path) -> None:
    secret = put(inbox, "secret.txt", scratch.ARTICLE)
    try:
        (inbox / "link.txt").symlink_to(secret)
    except OSError:
        pytest.skip("this system makes links for administrators only")
    assert add(empty, inbox / "link.txt", "--yes").exit_code == 1
    assert articles(empty) == {}


# --- front matter of other tools -----------------------------------------------------------------------------


def test_front_matter_of_another_tool_is_taken_over_and_nothing_of_it_lost(empty: Site, inbox: Path) -> None:
    text = (
        "---\ntitle: The lantern of Eastbank\ndate: 2019-03-04T10:00:00Z\ntags: [lamps, piers]\nauthor: Ilse Maron\n"
        f"layout: post\nweight: 3\n---\n{scratch.ARTICLE}"
    )
    result = add(empty, put(inbox, "post.md", text), "--yes")
    assert result.exit_code == 0, result.stderr
    (written,) = articles(empty).values()
    for said in (
        'published: "2019-03-04"',
        'topics: ["lamps", "piers"]',
        'authors: ["Ilse Maron"]',
        '"layout": "post"',
        "weight",
        scratch.ARTICLE,
    ):
        assert said in written.decode()
    assert CliRunner().invoke(main, ["check", "--archive", str(empty.root)]).exit_code == 0


def test_what_was_added_is_what_the_build_publishes(empty: Site, inbox: Path) -> None:
    add(empty, put(inbox, "x.md", DATED), "--yes")
    assert scratch.generated(empty).published == ("2019/2019-03-04-the-lantern-of-eastbank",)
