"""Broken content: each kind gives its own clear problem, with file, line and remedy, and spoils nothing else."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.model import Site
from generator.problems import CODES
from tests import scratch

BROKEN = sorted(path for path in (scratch.TESTS / "broken").iterdir() if path.is_dir())
SOUND = {"articles/2019/2019-03-04-sound.txt": scratch.ARTICLE}


def check(site: Site, *args: str) -> Result:
    return CliRunner().invoke(main, ["check", "--archive", str(site.root), *args])


def broken(name: Path, folder: Path) -> Site:
    """A new archive with the files of one folder of `tests/broken/`."""
    site = scratch.archive(folder / "archive")
    scratch.put(site.root, {path: data for path, data in scratch.tree(name).items() if path != "expected.txt"})
    return site


@pytest.mark.parametrize("name", BROKEN, ids=lambda path: path.name)
def test_check_prints_exactly_the_expected_problems(name: Path, tmp_path: Path, update_golden: bool) -> None:
    """`expected.txt` is what `briefing check` prints; `--update-golden` rewrites it."""
    result = check(broken(name, tmp_path))
    expected = name / "expected.txt"
    if update_golden:
        expected.write_bytes(result.stdout.encode())
    assert result.stdout == expected.read_text("utf-8")
    assert result.exit_code == (1 if ": error[" in result.stdout else 0)
    assert result.stdout


@pytest.mark.parametrize("name", BROKEN, ids=lambda path: path.name)
def test_the_rest_is_published_and_every_file_accounted_for(name: Path, tmp_path: Path) -> None:
    site = broken(name, tmp_path)
    scratch.put(site.content, SOUND)
    report = scratch.generated(site)
    assert "2019/2019-03-04-sound" in report.published
    known = {path for path in scratch.tree(site.root) if path.startswith("content/articles/") and not _hidden(path)}
    read = {path for path in known if path.endswith((".md", ".txt", ".html"))}
    lost = {path for path in report.set_aside if path.startswith("content/articles/")}
    assert len(report.published) + len(lost & read) + len(report.drafts) == len(read)


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def test_every_expected_problem_has_a_known_code() -> None:
    codes = {
        line.split("[", 1)[1].split("]", 1)[0]
        for name in BROKEN
        for line in (name / "expected.txt").read_text("utf-8").splitlines()
    }
    assert codes <= set(CODES)


# --- what no repository can hold on every system -------------------------------------------------------------


@pytest.fixture
def empty(tmp_path: Path) -> Site:
    """An archive with nothing but one sound article."""
    return scratch.archive(tmp_path / "archive", SOUND)


def problems(result: Result) -> list[str]:
    """The problems that a check prints, those of the sound article aside."""
    return [line for line in result.stdout.splitlines() if "-sound.txt" not in line]


def links_work() -> bool:
    return hasattr(os, "symlink") and sys.platform != "win32"


@pytest.mark.skipif(not links_work(), reason="this system makes links for administrators only")
@pytest.mark.parametrize("target", ["/etc/hostname", "2019-03-04-sound.txt", "nowhere.md", ".", "../.."])
def test_links_are_named_and_never_followed(empty: Site, target: str) -> None:
    link = empty.content / "articles/2019/link.md"
    link.symlink_to(target)
    (found,) = problems(check(empty))
    assert found.startswith("content/articles/2019/link.md: error[path]: cannot be read: it is a link; ")
    assert scratch.generated(empty).published == ("2019/2019-03-04-sound",)


@pytest.mark.skipif(not links_work(), reason="this system makes links for administrators only")
def test_a_linked_folder_is_named_and_not_entered(empty: Site, tmp_path: Path) -> None:
    scratch.put(tmp_path / "outside", {"secret.md": "A secret text outside of the archive."})
    (empty.content / "articles/outside").symlink_to(tmp_path / "outside")
    (found,) = problems(check(empty))
    assert found.startswith("content/articles/outside: ")
    scratch.generated(empty)
    assert not any(b"secret text" in data for data in scratch.tree(empty.archive).values())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_named_and_not_waited_for(empty: Site) -> None:
    os.mkfifo(empty.content / "articles/2019/pipe.md")
    assert problems(check(empty)) == [
        "content/articles/2019/pipe.md: error[path]: not a regular file; put the article itself here"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="this system refuses such names itself")
@pytest.mark.parametrize("name", ["a\nb.md", "a\x1b[31mb.md", "a\u202eb.md", "tab\there.md"])
def test_a_name_with_control_characters_is_shown_harmless(empty: Site, name: str) -> None:
    scratch.put(empty.content / "articles", {name: scratch.ARTICLE})
    (found,) = problems(check(empty))
    assert "error[path]" in found
    assert found.isprintable()
    assert scratch.generated(empty).published == ("2019/2019-03-04-sound",)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="this system refuses such names itself")
def test_a_name_that_is_not_utf8_is_named_and_stops_nothing(empty: Site) -> None:
    (Path(os.fsencode(empty.content).decode()) / "articles" / os.fsdecode(b"caf\xe9.md")).write_text(scratch.ARTICLE)
    (found,) = problems(check(empty))
    assert "error[path]" in found
    assert scratch.generated(empty).published == ("2019/2019-03-04-sound",)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_named(empty: Site) -> None:
    scratch.put(empty.content / "articles", {"2019/closed.md": scratch.ARTICLE})
    (empty.content / "articles/2019/closed.md").chmod(0)
    assert problems(check(empty)) == ["content/articles/2019/closed.md: error[path]: cannot be read: permission denied"]


def test_five_megabytes_are_refused_by_name(empty: Site) -> None:
    scratch.put(empty.content / "articles", {"2019/novel.txt": scratch.ARTICLE * 70_000})
    assert problems(check(empty)) == [
        "content/articles/2019/novel.txt: error[too-large]: larger than 4 MiB; split it, or keep only the article"
    ]


def test_a_check_of_one_path_shows_only_that(empty: Site) -> None:
    scratch.put(empty.content / "articles", {"2019/empty.md": "", "2018/empty.md": ""})
    result = check(empty, str(empty.content / "articles/2018"))
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == ["content/articles/2018/empty.md"]
