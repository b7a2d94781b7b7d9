"""How far the work is: bars on a terminal, lines elsewhere, and a table that counts nothing twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.progress import Progress
from tests import scratch

ARTICLES = {f"articles/2019/note-{n}.txt": f"Note {n}. {scratch.ARTICLE}" for n in range(40)}


def test_a_stage_within_another_is_told_as_its_part_and_not_added_to_the_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Progress() as watch, watch.stage("Writing"):
        assert list(watch.each("Indexing", "abc", 3)) == ["a", "b", "c"]
    stages = [line.split()[0] for line in watch.table()]
    assert stages == ["stage", "Writing", "Indexing"]
    assert list(watch.table())[2].startswith("  Indexing")
    assert "writing" in watch.closing()
    assert "indexing" not in watch.closing()
    assert capsys.readouterr().err == "Indexing: 3 pages\n"


def test_a_stage_that_comes_to_know_how_much_it_has_to_do_is_one_stage() -> None:
    with Progress() as watch, watch.stage("Relating"):
        list(watch.each("Relating", range(3), 3))
        list(watch.each("Relating", range(4), 4))
    _, line = watch.table()
    assert line.split()[4] == "7"
    assert watch.closing().count("relating") == 1


def on_a_terminal(root: Path, *args: str, **env: str) -> str:
    """All that the command writes to a terminal of its own."""
    ours, theirs = os.openpty()
    found = {**os.environ, "PYTHONPATH": str(scratch.ROOT), "COLUMNS": "80", "TERM": "xterm", **env}
    command = [sys.executable, "-m", "generator", *args]
    process = subprocess.Popen(command, cwd=root, env=found, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = b""
    try:
        while data := os.read(ours, 65536):
            said += data
    except OSError:
        pass  # how Linux tells that nobody is at the other end any more
    finally:
        os.close(ours)
    assert process.wait(60) == 0
    return said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_sees_bars_that_are_gone_in_the_end(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", ARTICLES)
    said = on_a_terminal(site.root, "check")
    assert "of 40" in said
    assert "Reading: 40" not in said
    assert said.count("\x1b[?25l") == said.count("\x1b[?25h")  # the cursor is shown again as often as it was hidden


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_that_can_draw_nothing_gets_lines(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", ARTICLES)
    said = on_a_terminal(site.root, "check", TERM="dumb")
    assert "Reading: 40 articles\r\n" in said
    assert "\x1b" not in said
