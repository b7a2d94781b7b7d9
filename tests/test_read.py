"""Reading: each file once, as data; in an order that is the same everywhere; nothing outside of the folder."""

import os
import sys
from pathlib import Path

import pytest

from generator import read
from generator.model import Source
from generator.problems import ContentError, Problem
from tests import scratch


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["b/z.md", "b/a.txt", "a.md", "c/d/e.html", "B/x.md", "a/x.md"]
    site = scratch.archive(tmp_path / "archive", {f"articles/{name}": scratch.ARTICLE for name in names})
    found = [source.path for source in read.articles(site).sources]
    assert sorted(found) == sorted(f"content/articles/{name}" for name in names)
    assert found == [source.path for source in read.articles(site).sources]


def test_the_bytes_are_as_they_lie(tmp_path: Path) -> None:
    data = bytes(range(256))
    site = scratch.archive(tmp_path / "archive", {"articles/x.txt": data})
    assert read.articles(site).sources == (Source("content/articles/x.txt", data),)


def test_hidden_files_are_not_read(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/.x.md": "x", "articles/.git/x.md": "x", ".DS_Store": "x"})
    assert read.articles(site) == read.Files()
    assert read.strays(site) == ()


def test_what_is_no_article_is_named(tmp_path: Path) -> None:
    site = scratch.archive(
        tmp_path / "archive", {"articles/x.pdf": "x", "entities/people/y.txt": "y", "notes/z.md": "z"}
    )
    assert [problem.path for problem in read.articles(site).problems] == ["content/articles/x.pdf"]
    assert [problem.path for problem in read.entities(site).problems] == ["content/entities/people/y.txt"]
    assert [problem.path for problem in read.strays(site)] == ["content/notes/z.md"]


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"x" * read.MAX_BYTES)
    assert isinstance(read.file(path, "x.txt"), Source)
    path.write_bytes(b"x" * (read.MAX_BYTES + 1))
    found = read.file(path, "x.txt")
    assert isinstance(found, Problem)
    assert found.code == "too-large"


@pytest.mark.parametrize("name", ["missing.txt", ".", ""])
def test_what_is_no_file_is_a_problem(tmp_path: Path, name: str) -> None:
    assert isinstance(read.file(tmp_path / name, name), Problem)


@pytest.mark.skipif(sys.platform == "win32", reason="this system makes links for administrators only")
def test_a_linked_content_folder_is_not_read(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    scratch.put(tmp_path / "outside", {"secret.md": scratch.ARTICLE})
    (site.content / "articles").rmdir()
    (site.content / "articles").symlink_to(tmp_path / "outside")
    assert read.articles(site).sources == ()


@pytest.mark.skipif(sys.platform == "win32", reason="this system makes links for administrators only")
def test_nothing_behind_a_linked_content_is_named(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    scratch.put(tmp_path / "outside", {"notes/secret.md": "x"})
    site.content.rename(tmp_path / "moved")
    site.content.symlink_to(tmp_path / "outside")
    assert read.strays(site) == ()
    assert [problem.path for problem in read.articles(site).problems] == ["content/articles"]


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("extra: [a]", "extra is a list"),
        ("extra: {archive: [a]}", "extra.archive is a list"),
        ("extra: {archive: text}", 'extra.archive is "text"'),
        ("- a", "mkdocs.yml is a list"),
        ("just text", 'mkdocs.yml is "just text"'),
        ("docs_dir: pages", 'docs_dir is "pages"'),
        ("docs_dir: [a]", "docs_dir is"),
        ("extra: {archive: {1: 2}}", 'no option "1"'),
        ("extra: {archive: {newest: many}}", "newest"),
    ],
)
def test_a_configuration_that_does_not_fit_is_told_as_such(tmp_path: Path, config: str, said: str) -> None:
    """What is there and what is expected, in the archive's words and not in Python's."""
    (tmp_path / "mkdocs.yml").write_text(config)
    with pytest.raises(ContentError) as raised:
        read.site(tmp_path)
    (problem,) = raised.value.problems
    assert (problem.path, problem.code, problem.severity) == ("mkdocs.yml", "configuration", "error")
    assert said in problem.message
    assert "object" not in problem.message


@pytest.mark.parametrize("config", ["", "extra:", "extra: {archive: }", "docs_dir: ./docs/", "docs_dir:"])
def test_a_configuration_may_leave_everything_to_the_archive(tmp_path: Path, config: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config)
    assert read.site(tmp_path).archive == tmp_path / "docs" / "archive"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert isinstance(read.file(tmp_path / "pipe", "pipe"), Problem)


def test_a_folder_stands_for_its_article_files(tmp_path: Path) -> None:
    scratch.put(tmp_path, {"b.txt": "", "a/c.md": "", "a/d.pdf": "", ".h.txt": ""})
    assert [path.relative_to(tmp_path).as_posix() for path in read.named([tmp_path, tmp_path / "a/d.pdf"])] == [
        "a/c.md",
        "b.txt",
        "a/d.pdf",
    ]


def test_an_archive_can_replace_a_template_and_an_asset(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    scratch.put(site.templates, {"pages/status.md.jinja": "# Mine\n", "assets/own.css": "p {}"})
    assert read.templates(site)["status.md.jinja"] == "# Mine\n"
    assert set(read.templates(site)) > {"status.md.jinja", "article.md.jinja"}
    assert "own.css" in {page.path for page in read.assets(site)}
