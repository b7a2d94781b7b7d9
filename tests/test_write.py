"""Writing: whole or not at all, only what changed, never outside of the folder, nothing foreign removed by accident."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import write
from generator.model import Page
from tests import scratch

NAMES = st.lists(st.sampled_from(["a", "b", "c.md", "d"]), min_size=1, max_size=3).map("/".join)


def pages(files: dict[str, bytes]) -> list[Page]:
    return [Page(name, data) for name, data in files.items()]


def compatible(files: dict[str, bytes]) -> dict[str, bytes]:
    """Those files of which none is the folder of another."""
    return {name: data for name, data in files.items() if not any(other.startswith(f"{name}/") for other in files)}


@settings(max_examples=50)
@given(st.lists(st.dictionaries(NAMES, st.binary(max_size=3)).map(compatible), max_size=4))
def test_the_folder_holds_just_the_pages_whatever_it_held(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("sync") / "archive"
    held: dict[str, bytes] = {}
    for files in steps:
        changes = write.sync(pages(files), folder)
        assert scratch.tree(folder) == files
        assert set(changes.written) == {name for name in files if held.get(name) != files[name]}
        assert set(changes.removed) <= set(held) - set(files)
        assert changes.kept == len(files) - len(changes.written)
        assert not [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]
        held = files


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", "", "a\\b", "C:x", "a/..", "..", "a//b", "./a"])
def test_a_page_outside_of_the_folder_is_a_fault(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="may not be written"):
        write.sync([Page(path, b"x")], tmp_path / "archive")
    assert scratch.tree(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="this system makes links for administrators only")
def test_a_link_in_the_folder_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    scratch.put(outside, {"mine.md": "mine"})
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "page.md").symlink_to(outside / "mine.md")
    (archive / "stale").symlink_to(outside)
    write.sync([Page("page.md", b"page")], archive)
    assert scratch.tree(outside) == {"mine.md": b"mine"}
    assert scratch.tree(archive) == {"page.md": b"page"}
    assert not (archive / "page.md").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="this system makes links for administrators only")
def test_nothing_is_written_through_a_linked_folder(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "sub").symlink_to(tmp_path / "outside")
    write.sync([Page("sub/page.md", b"page")], tmp_path / "archive")
    assert scratch.tree(tmp_path / "outside") == {}
    assert scratch.tree(tmp_path / "archive") == {"sub/page.md": b"page"}


@pytest.mark.skipif(sys.platform == "win32", reason="this system makes links for administrators only")
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    scratch.put(tmp_path / "outside", {"mine.md": "mine"})
    (tmp_path / "archive").symlink_to(tmp_path / "outside")
    with pytest.raises(NotADirectoryError, match="link"):
        write.sync([Page("page.md", b"page")], tmp_path / "archive")
    assert scratch.tree(tmp_path / "outside") == {"mine.md": b"mine"}


def test_a_new_file_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    write.new(tmp_path / "a" / "b.md", b"one")
    with pytest.raises(FileExistsError):
        write.new(tmp_path / "a" / "b.md", b"two")
    assert scratch.tree(tmp_path) == {"a/b.md": b"one"}


@pytest.mark.parametrize("page", ["page.md", "sub/page.md"])
def test_a_file_above_the_folder_is_left_alone(tmp_path: Path, page: str) -> None:
    scratch.put(tmp_path, {"mine": "mine"})
    with pytest.raises(NotADirectoryError):
        write.sync([Page(page, b"page")], tmp_path / "mine" / "archive")
    assert scratch.tree(tmp_path) == {"mine": b"mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such rights")
def test_what_is_written_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write.sync([Page("a.md", b"x")], tmp_path / "archive")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "archive" / "a.md").stat().st_mode) == 0o644


def refused(*_args: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_failing_write_leaves_the_old_file_and_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write.sync([Page("a.md", b"old")], tmp_path)

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(OSError, match="No space"):
        write.sync([Page("a.md", b"new")], tmp_path)
    monkeypatch.undo()
    assert (tmp_path / "a.md").read_bytes() == b"old"
    write.sync([Page("a.md", b"new")], tmp_path)
    assert scratch.tree(tmp_path) == {"a.md": b"new"}


@pytest.mark.parametrize("failing", ["os.write", "os.chmod", "os.replace"])
def test_a_failing_write_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    monkeypatch.setattr(failing, lambda *_args, **_options: refused())
    with pytest.raises(OSError, match="No space"):
        write.sync([Page("a.md", b"new")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_takes_a_part_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_some = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write_some(handle, data[:2]))
    write.sync([Page("a.md", b"seven!!")], tmp_path)
    assert scratch.tree(tmp_path) == {"a.md": b"seven!!"}


def test_a_failing_new_file_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the file system has no hard links, and the disk is full the second time."""
    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(OSError, match="No space"):
        write.new(tmp_path / "a.txt", b"x")
    with pytest.raises(OSError, match="No space"):
        write._create(tmp_path / "a.txt", b"x")  # noqa: SLF001 - what `new` falls back to
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there_when_synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda _handle: there_when_synced.append((tmp_path / "a.txt").exists()))
    write.new(tmp_path / "a.txt", b"x")
    assert there_when_synced == [False]


def test_a_new_file_needs_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    write.new(tmp_path / "a.txt", b"one")
    with pytest.raises(FileExistsError):
        write.new(tmp_path / "a.txt", b"two")
    assert scratch.tree(tmp_path) == {"a.txt": b"one"}
