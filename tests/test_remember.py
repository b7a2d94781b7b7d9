"""What is remembered only saves time: with it, without, damaged, foreign, the pages are the same."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import build, ingest, read, relate, remember, understand
from generator.model import Page, Site
from generator.remember import FILE, store
from generator.remember.code import LATER, LIBRARIES, code
from generator.remember.store import Store
from generator.render.page import Templates
from tests import scratch


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read and understood from now on, as `read PATH`, `know PATH` and `understand PATH`."""
    found: list[str] = []

    def noted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def does(item: Any, *others: object) -> Any:
            found.append(f"{name} {getattr(item, 'source', item).path}")
            return work(item, *others)

        return does

    for module, function, name in (
        (ingest, "article", "read"),
        (ingest, "read_entity", "know"),
        (understand, "meaning", "understand"),
    ):
        monkeypatch.setattr(module, function, noted(name, getattr(module, function)))
    return found


def kept(site: Site) -> Path:
    return site.root / build.CACHE / FILE


def test_a_second_build_understands_nothing_again(site: Site, done: list[str]) -> None:
    scratch.generated(site)
    assert done
    done.clear()
    scratch.generated(site)
    assert done == []


def test_only_what_changed_is_understood_again(site: Site, done: list[str]) -> None:
    scratch.generated(site)
    done.clear()
    scratch.put(site.content / "articles", {"2019/2019-05-05-new.txt": scratch.ARTICLE})
    scratch.generated(site)
    new = "content/articles/2019/2019-05-05-new.txt"
    assert done == [f"read {new}", f"understand {new}"]


def test_another_name_of_an_entity_has_no_article_read_again(site: Site, done: list[str]) -> None:
    scratch.generated(site)
    done.clear()
    path = site.content / "entities/people/mira-norvald.md"
    path.write_text(path.read_text("utf-8").replace("---\n", "---\naliases: [Ms Nordvald]\n", 1), "utf-8")
    scratch.generated(site)
    assert not [each for each in done if each.startswith("read ")]
    assert [each for each in done if each.startswith("understand ")]
    assert [each for each in done if each.startswith("know ")] == ["know content/entities/people/mira-norvald.md"]


def test_the_value_remembered_is_the_value_made(site: Site) -> None:
    def all_of() -> build.Content:
        with build.workers(1) as executor, remember.memory(site.root / build.CACHE) as memory:
            return build.understood(read.everything(site), site, executor, memory)

    assert all_of() == all_of()


def test_checking_reads_what_is_remembered_and_adds_nothing(site: Site, done: list[str]) -> None:
    with build.workers(1) as executor:
        build.known(site, executor)
        assert not kept(site).exists()
        build.generate(site, executor)
        before = kept(site).read_bytes()
        done.clear()
        build.known(site, executor)
    assert done == []
    assert kept(site).read_bytes() == before


def test_what_no_file_stands_for_any_more_is_forgotten(site: Site) -> None:
    scratch.generated(site)
    (site.content / "articles/undated/a-note-from-the-pier.txt").unlink()
    scratch.generated(site)
    scratch.generated(site)
    database = sqlite3.connect(kept(site))
    counts = dict(database.execute("SELECT stage, COUNT(*) FROM kept GROUP BY stage"))
    database.close()
    articles = sum(path.is_file() for path in (site.content / "articles").rglob("*"))
    assert counts["ingest"] == counts["lines"] == counts["understand"] == articles


# --- damaged, foreign, in the way ----------------------------------------------------------------------------


def _flip(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(byte ^ 0x5A for byte in data[middle : middle + 4000]) + data[middle + 4000 :]


def _forge(path: Path) -> None:
    """Exchange the values among the keys, as somebody would who wants one article to be taken for another."""
    database = sqlite3.connect(path)
    rows = database.execute("SELECT rowid, seal, value FROM kept").fetchall()
    turned = [(seal, value, row) for (row, _, _), (_, seal, value) in zip(rows, rows[1:] + rows[:1], strict=True)]
    database.executemany("UPDATE kept SET seal = ?, value = ? WHERE rowid = ?", turned)
    database.commit()
    database.close()


def _foreign(path: Path) -> None:
    path.unlink()
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE kept (stage TEXT, other TEXT)")
    database.commit()
    database.close()


def _texts(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("UPDATE kept SET value = 'text', seal = NULL")
    database.commit()
    database.close()


def _without_lines(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("DELETE FROM kept WHERE stage = 'lines'")
    database.commit()
    database.close()


def _linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-3000]),
    "flipped": lambda path: path.write_bytes(_flip(path.read_bytes())),
    "noise": lambda path: path.write_bytes(b"\x80\x04cos\nsystem\n" * 999),
    "forged": _forge,
    "foreign": _foreign,
    "texts": _texts,
    "without lines": _without_lines,
    "a link": _linked,
    "a folder": _folder,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_memory_gives_the_same_pages(site: Site, damage: str) -> None:
    scratch.generated(site)
    before = scratch.tree(site.archive)
    DAMAGE[damage](kept(site))
    build.clean(site)
    scratch.generated(site)
    assert scratch.tree(site.archive) == before


@pytest.mark.parametrize("damage", ["cut", "flipped", "noise", "foreign", "texts", "forged", "empty"])
def test_a_damaged_memory_is_whole_again_after_two_builds(site: Site, done: list[str], damage: str) -> None:
    scratch.generated(site)
    DAMAGE[damage](kept(site))
    scratch.generated(site)
    scratch.generated(site)
    done.clear()
    scratch.generated(site)
    assert done == []


def test_another_versions_memory_is_not_believed(site: Site, done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    scratch.generated(site)
    before = len(done)
    done.clear()
    monkeypatch.setattr(remember, "code", lambda **_options: "another version")
    scratch.generated(site)
    assert len(done) == before


def test_a_build_goes_on_without_a_place_for_its_memory(site: Site) -> None:
    scratch.put(site.root, {build.CACHE: "a file is in the way"})
    assert scratch.generated(site).published
    assert (site.root / build.CACHE).read_text() == "a file is in the way"


def test_a_build_goes_on_while_another_process_holds_the_memory(site: Site) -> None:
    scratch.generated(site)
    other = sqlite3.connect(kept(site))
    other.execute("BEGIN EXCLUSIVE")
    try:
        scratch.put(site.content / "articles", {"2019/2019-05-05-new.txt": scratch.ARTICLE})
        assert "2019/2019-05-05-new" in scratch.generated(site).published
    finally:
        other.close()
    assert kept(site).is_file()


def test_a_full_disk_costs_the_memory_and_nothing_else(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def prepare(database: sqlite3.Connection, *, keeping: bool) -> None:
        real(database, keeping=keeping)
        database.execute("PRAGMA max_page_count = 20")  # SQLite then says that the disk is full

    real = store._prepare  # noqa: SLF001 - the disk that is full
    monkeypatch.setattr(store, "_prepare", prepare)
    assert scratch.generated(site).published


KILLED = """
import os
from pathlib import Path
from generator import build, read, remember
from generator.remember.store import Store
from generator.render.page import Templates
remember._AT_ONCE = 3
put, number = Store.put, [0]
def dying(store, *args):
    number[0] += 1
    if number[0] > 14:
        os._exit(9)
    put(store, *args)
Store.put = dying
with build.workers(1) as executor:
    build.generate(read.site(Path.cwd()), executor)
"""


def test_a_killed_build_leaves_what_it_understood_to_the_next(site: Site, done: list[str]) -> None:
    env = {**os.environ, "PYTHONPATH": str(scratch.ROOT)}
    killed = subprocess.run([sys.executable, "-c", KILLED], cwd=site.root, env=env, check=False, timeout=100)
    assert killed.returncode == 9
    scratch.generated(site)
    articles = sum(path.is_file() for path in (site.content / "articles").rglob("*"))
    entities = sum(path.is_file() for path in (site.content / "entities").rglob("*"))
    assert 0 < len(done) < 2 * articles + entities
    clean = scratch.tree(site.archive)
    kept(site).unlink()
    build.clean(site)
    scratch.generated(site)
    assert scratch.tree(site.archive) == clean


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_store_that_works(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("store") / FILE
    path.write_bytes(data)
    opened = Store(path)
    opened.put("stage", b"k" * 32, b"value")
    opened.commit()
    assert list(opened.values("stage", {b"k" * 32})) == [(b"k" * 32, b"value")]
    opened.close()


# --- the key -------------------------------------------------------------------------------------------------


def test_the_key_knows_every_library_that_understanding_is_done_with() -> None:
    import ast  # noqa: PLC0415 - only this test needs it
    from importlib.metadata import packages_distributions  # noqa: PLC0415 - the same

    rooms = ("ingest", "understand", "calendars", "model")
    files = [path for room in rooms for path in (scratch.ROOT / "generator" / room).rglob("*.py")]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    packages = {name.partition(".")[0] for name in names} - {"generator", ""} - set(sys.stdlib_module_names)
    known = {library.lower().replace("_", "-") for library in LIBRARIES}
    belongs = packages_distributions()
    assert {
        name: belongs.get(name)
        for name in packages
        if not {each.lower().replace("_", "-") for each in belongs.get(name, ())} & known
    } == {}


def test_no_earlier_room_imports_what_the_key_leaves_out() -> None:
    for path in (scratch.ROOT / "generator").rglob("*.py"):
        if path.parent.name in {"ingest", "understand", "calendars", "model"}:
            text = path.read_text("utf-8")
            assert not any(f"generator.{room}" in text or f"import {room}" in text for room in LATER), path


def test_the_key_is_the_same_in_every_process() -> None:
    found = subprocess.run(
        [sys.executable, "-c", "from generator.remember.code import code; print(code())"],
        cwd=scratch.ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == code()


# --- pages ---------------------------------------------------------------------------------------------------


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made from now on, those of which there is only one each aside."""
    found: list[str] = []
    page = Templates.page

    def noted(templates: Templates, template: str, path: str, **values: object) -> Page:
        if template in {"article.md", "entity.md", "year.md", "list.md"} and path != "browse/index.md":
            found.append(path)
        return page(templates, template, path, **values)

    monkeypatch.setattr(Templates, "page", noted)
    return found


def test_what_has_not_changed_is_not_made_again(site: Site, made: list[str]) -> None:
    scratch.generated(site)
    assert {"articles/undated/a-note-from-the-pier.md", "entities/people/mira-norvald.md"} <= set(made)
    made.clear()
    assert scratch.generated(site).changes.written == ()
    assert made == []


def test_a_page_that_somebody_touched_is_made_again(site: Site, made: list[str]) -> None:
    scratch.generated(site)
    before = scratch.tree(site.archive)
    page = site.archive / "articles/undated/a-note-from-the-pier.md"
    page.write_text("touched")
    (site.archive / "entities/people/mira-norvald.md").unlink()
    made.clear()
    scratch.generated(site)
    assert "articles/undated/a-note-from-the-pier.md" in made
    assert scratch.tree(site.archive) == before


def test_a_newer_article_has_no_further_page_made_again(site: Site, made: list[str]) -> None:
    scratch.generated(site)
    further = {"entities/people/tomas-quell/1.md", "browse/2019/1.md"}
    assert further <= {*made}
    made.clear()
    new = "A pilot returns\n\nMay 5, 2022\n\nTomas Quell, the pilot, came back to the harbor on Thursday."
    scratch.put(site.content, {"articles/2022/2022-05-05-new.txt": new})
    scratch.generated(site)
    assert "entities/people/tomas-quell.md" in made
    assert not further & {*made}


def test_the_archives_own_template_makes_every_page_anew(site: Site, made: list[str]) -> None:
    scratch.generated(site)
    every = sorted(made)
    made.clear()
    template = (scratch.ROOT / "site_templates/pages/status.md.jinja").read_text("utf-8")
    scratch.put(site.templates, {"pages/status.md.jinja": template + "\n"})
    scratch.generated(site)
    assert sorted(made) == every


STEPS: dict[str, Callable[[Site], object]] = {
    "an article": lambda site: scratch.put(site.content, {"articles/2019/2019-05-05-new.txt": scratch.ARTICLE}),
    "another text": lambda site: scratch.put(
        site.content, {"articles/2019/2019-05-05-new.txt": f"Mira Norvald came on May 7, 2019. {scratch.ARTICLE}"}
    ),
    "another name": lambda site: scratch.put(
        site.content, {"entities/people/mira-norvald.md": "---\nname: Mira Nordvald\naliases: [Mira Norvald]\n---\n"}
    ),
    "no name": lambda site: (site.content / "entities/people/mira-norvald.md").unlink(missing_ok=True),
    "no article": lambda site: (site.content / "articles/2019/2019-05-05-new.txt").unlink(missing_ok=True),
    "a copy": lambda site: scratch.put(site.content, {"articles/2020/2020-05-05-copy.txt": scratch.ARTICLE * 3}),
    "its source": lambda site: scratch.put(site.content, {"articles/2020/2020-05-06-copy.txt": scratch.ARTICLE * 3}),
    "withdrawn": lambda site: scratch.put(
        site.content, {"articles/2020/2020-05-05-copy.txt": f"---\nrights: withdrawn\n---\n{scratch.ARTICLE * 3}"}
    ),
}


@settings(max_examples=8)
@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=6))
def test_step_by_step_gives_what_a_build_at_once_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """Whatever was changed between the builds, and in whatever order."""
    folder = tmp_path_factory.mktemp("steps")
    site = scratch.corpus(folder / "stepwise")
    scratch.generated(site)
    for step in steps:
        STEPS[step](site)
        scratch.generated(read.site(site.root))
    stepwise = scratch.tree(site.archive)
    shutil.rmtree(site.root / build.CACHE)
    shutil.rmtree(site.archive)
    scratch.generated(read.site(site.root))
    assert scratch.tree(site.archive) == stepwise
    shutil.rmtree(folder)


# --- nothing changed -----------------------------------------------------------------------------------------


@pytest.fixture
def related(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles were related to one another, each time that they were."""
    found: list[int] = []
    relating = relate.archive

    def noted(articles: Any, *others: Any) -> Any:
        found.append(len(articles))
        return relating(articles, *others)

    monkeypatch.setattr(relate, "archive", noted)
    return found


def test_where_nothing_changed_nothing_is_related_and_the_report_is_the_same(site: Site, related: list[int]) -> None:
    first = scratch.generated(site)
    second = scratch.generated(site)
    assert len(related) == 1
    assert (second.published, second.drafts, second.problems) == (first.published, first.drafts, first.problems)
    assert (second.changes.written, second.changes.removed) == ((), ())
    assert second.changes.kept == len(first.changes.written) == len(scratch.tree(site.archive))


def _append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


CHANGES: dict[str, Callable[[Site], object]] = {
    "a page edited": lambda site: _append(site.archive / "status.md"),
    "a page removed": lambda site: (site.archive / "status.md").unlink(),
    "a page replaced by the same": lambda site: (
        shutil.copy(site.archive / "status.md", site.archive / "x.md")
        and (site.archive / "x.md").replace(site.archive / "status.md")
    ),
    "a file that is nobody's": lambda site: (site.archive / "foreign.md").write_text("x"),
    "an article edited": lambda site: _append(site.content / "articles/undated/a-note-from-the-pier.txt"),
    "an article removed": lambda site: (site.content / "articles/undated/a-note-from-the-pier.txt").unlink(),
    "an entity edited": lambda site: _append(site.content / "entities/people/mira-norvald.md"),
    "a stray file": lambda site: scratch.put(site.content, {"stray.txt": "x"}),
    "a hand-written page": lambda site: scratch.put(site.root / "docs", {"more.md": "# More"}),
    "a template": lambda site: scratch.put(site.root, {"site_templates/pages/moved.md.jinja": "{{ title|md }}"}),
    "a script": lambda site: scratch.put(site.root, {"site_templates/assets/more.js": "1;"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_pages_are_those_of_a_first_build(
    tmp_path: Path, site: Site, related: list[int], change: str
) -> None:
    scratch.generated(site)
    CHANGES[change](site)
    scratch.generated(site)
    assert len(related) == 2
    other = read.site(Path(shutil.copytree(site.root, tmp_path / "other")))
    shutil.rmtree(other.archive)
    shutil.rmtree(other.root / build.CACHE)
    scratch.generated(other)
    assert scratch.tree(site.archive) == scratch.tree(other.archive)


def test_other_options_are_a_change(site: Site, related: list[int]) -> None:
    scratch.generated(site)
    config = site.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("newest: 3", "newest: 2"))
    scratch.generated(read.site(site.root))
    assert len(related) == 2
