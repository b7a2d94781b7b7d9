"""The whole way: what goes in comes out, the same from however many hands, and nothing stale stays."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import build, publish
from generator.model import Site
from generator.problems import ContentError
from generator.publish import place
from tests import scratch

GOLDEN = scratch.TESTS / "golden"


def test_the_tiny_archive_gives_the_golden_tree(site: Site, update_golden: bool) -> None:
    """Every generated file is as expected, and every expected file is generated; `--update-golden` rewrites them."""
    scratch.generated(site)
    # Assets are copied, and packed shards are for the tests of the search.
    aside = ("assets/", "search/")
    pages = {name: data for name, data in scratch.tree(site.archive).items() if not name.startswith(aside)}
    if update_golden:
        for name in set(scratch.tree(GOLDEN)) - set(pages):
            (GOLDEN / name).unlink()
        scratch.put(GOLDEN, pages)
    expected = scratch.tree(GOLDEN)
    assert sorted(pages) == sorted(expected)
    for name, data in pages.items():
        assert data.decode() == expected[name].decode(), name


def test_every_article_file_is_published_set_aside_or_a_draft(site: Site) -> None:
    scratch.put(site.content / "articles", {"2019/empty.md": "", "2019/broken.md": "---\ntitle: [\n---\nText.\n"})
    report = scratch.generated(site)
    files = [path for path in (site.content / "articles").rglob("*") if path.is_file()]
    assert len(files) == len(report.published) + len(report.set_aside) + len(report.drafts)
    assert report.set_aside == ("content/articles/2019/broken.md", "content/articles/2019/empty.md")
    assert report.drafts == ("content/articles/2020/2020-03-01-draft.md",)


def test_what_was_set_aside_is_named_on_the_status_page(site: Site) -> None:
    scratch.put(site.content / "articles", {"2019/a-hollow-file.md": ""})
    scratch.generated(site)
    assert "a-hollow-file.md" in (site.archive / "status.md").read_text("utf-8").replace("\\", "")


# --- nothing twice, nothing stale ----------------------------------------------------------------------------


def test_building_twice_writes_nothing(site: Site) -> None:
    first = scratch.generated(site).changes
    before = {path: path.stat().st_mtime_ns for path in site.archive.rglob("*")}
    second = scratch.generated(site).changes
    assert (first.kept, second.written, second.removed) == (0, (), ())
    assert {path: path.stat().st_mtime_ns for path in site.archive.rglob("*")} == before


def test_an_incremental_build_gives_what_a_clean_one_gives(site: Site, tmp_path: Path) -> None:
    """After an article is changed, one added, one renamed and an entity removed, in steps."""
    articles = site.content / "articles"
    for change in (
        lambda: scratch.put(articles, {"2019/2019-05-05-new.txt": scratch.ARTICLE}),
        lambda: (articles / "2019/2019-05-05-new.txt").rename(articles / "2019/2019-05-06-renamed.txt"),
        (site.content / "entities/people/tomas-quell.md").unlink,
        (articles / "2020/2020-02-02-withdrawn.md").unlink,
        lambda: scratch.put(
            articles, {"undated/a-note-from-the-pier.txt": "Only this is left of the note from Ostrel."}
        ),
    ):
        scratch.generated(site)
        change()
    scratch.generated(site)
    clean = scratch.corpus(tmp_path / "clean")
    for path in [path for path in clean.content.rglob("*.*") if path.is_file()]:
        path.unlink()
    scratch.put(clean.content, scratch.tree(site.content))
    scratch.generated(clean)
    assert scratch.tree(site.archive) == scratch.tree(clean.archive)


def test_pages_of_articles_that_are_gone_vanish_with_their_folders(site: Site) -> None:
    scratch.generated(site)
    (site.content / "articles/undated/a-note-from-the-pier.txt").unlink()
    changes = scratch.generated(site).changes
    assert "articles/undated/a-note-from-the-pier.md" in changes.removed
    assert not (site.archive / "articles" / "undated").exists()
    assert not any("a-note-from-the-pier" in name for name in scratch.tree(site.archive))


def test_hand_written_pages_are_never_touched(site: Site) -> None:
    scratch.put(site.root / "docs", {"guide/own.md": "# My own\n", "archive-notes.md": "# Notes\n", "notes.txt": "n"})
    before = {name: data for name, data in scratch.tree(site.root / "docs").items() if not name.startswith("archive/")}
    scratch.generated(site)
    scratch.generated(site)
    after = {name: data for name, data in scratch.tree(site.root / "docs").items() if not name.startswith("archive/")}
    assert after == before


def test_content_is_never_touched(site: Site) -> None:
    before = scratch.tree(site.content)
    scratch.published(site)
    assert scratch.tree(site.content) == before


def test_clean_removes_what_was_generated_and_nothing_else(site: Site) -> None:
    scratch.generated(site)
    build.clean(site)
    assert scratch.tree(site.archive) == {}
    assert (site.root / "docs" / "index.md").exists()


# --- who does the work makes no difference -------------------------------------------------------------------


@contextmanager
def cluster() -> Iterator[Executor]:
    """A cluster of two workers on this machine."""
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=False,
            protocol="tcp://",
            host="127.0.0.1",
            dashboard_address=":0",
        ) as local,
        build.workers(1, local.scheduler_address) as executor,
    ):
        yield executor


@pytest.mark.filterwarnings("ignore::Warning:distributed.*")
def test_one_worker_four_workers_and_a_cluster_give_the_same_bytes(crowded: Site) -> None:
    trees = []
    for executors in (build.workers(1), build.workers(4), cluster()):
        build.clean(crowded)
        with executors as executor:
            build.generate(crowded, executor)
        trees.append(scratch.tree(crowded.archive))
    assert trees[0] == trees[1]
    assert trees[0] == trees[2]


def test_hash_seed_time_zone_locale_and_folder_make_no_difference(tmp_path: Path) -> None:
    """Two processes that differ in everything that should not matter write the same bytes."""
    one, two = scratch.corpus(tmp_path / "one"), scratch.corpus(tmp_path / "somewhere else" / "Ünïcode")
    scratch.briefing("build", cwd=one.root, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    scratch.briefing("build", cwd=two.root, PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
    assert scratch.tree(one.archive)
    assert scratch.tree(one.archive) == scratch.tree(two.archive)


# --- when something is wrong ---------------------------------------------------------------------------------


def test_strict_raises_with_every_problem_and_writes_nothing(site: Site) -> None:
    scratch.put(site.content / "articles", {"2019/a.md": "", "2019/b.md": "---\ncolour: red\n---\nText.\n"})
    with pytest.raises(ContentError) as raised:
        scratch.generated(site, strict=True)
    assert {problem.path for problem in raised.value.problems} >= {
        "content/articles/2019/a.md",
        "content/articles/2019/b.md",
    }
    assert not site.archive.exists()


def test_strict_publishes_where_only_warnings_are(site: Site) -> None:
    assert scratch.generated(site, strict=True).published


def test_a_failed_site_leaves_the_old_one(site: Site) -> None:
    scratch.published(site)
    before = scratch.tree(site.output)
    (site.root / "docs" / "index.md").write_text('# Home\n\n--8<-- "no-such-file.md"\n')
    with pytest.raises(ContentError):
        publish.site(site)
    assert scratch.tree(site.output) == before
    assert [path for path in site.root.iterdir() if path.name.startswith(".site-")] == []


def test_an_article_that_the_generator_fails_on_stops_only_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str, *_args: object) -> None:
        raise RecursionError("too deep" if "pier" in text else text[:0])

    monkeypatch.setattr("generator.ingest.text.read", fails)
    report = scratch.generated(site)
    internal = {problem.path for problem in report.problems if problem.code == "internal"}
    assert "content/articles/undated/a-note-from-the-pier.txt" in internal
    assert "2019/2019-04-02-lantern-fair-opens" in report.published


def test_a_build_tells_what_it_found_before_it_publishes(site: Site) -> None:
    told: list[tuple[build.Report, bool]] = []
    with build.workers(1) as executor:
        report = build.build(site, executor, told=lambda found: told.append((found, site.output.exists())))
    assert told == [(report, False)]
    assert (site.output / "index.html").is_file()


def test_a_strict_build_that_stops_publishes_nothing(site: Site) -> None:
    scratch.put(site.content / "articles", {"2019/a.md": ""})
    with build.workers(1) as executor, pytest.raises(ContentError):
        build.build(site, executor, strict=True)
    assert not site.output.exists()


def test_the_output_is_no_place_for_a_file_that_is_not_ours(site: Site) -> None:
    """A site is not put in the place of a file or a link: that would destroy what lies there."""
    scratch.generated(site)
    site.output.write_text("mine")
    with pytest.raises(ContentError):
        publish.site(site)
    assert site.output.read_text() == "mine"


# --- killed, and two at once ---------------------------------------------------------------------------------


KILLED = """
import os, sys
from pathlib import Path
from generator import publish, read
from generator.publish import place

def dying(step):
    def died(*paths):
        # A file system that cannot exchange would leave the site where it was, and the test nothing to see.
        os._exit(9 if step(*paths) else 8)
    return died

when = sys.argv[1]
if when == "exchanged":
    place._exchange = dying(place._exchange)
else:
    place._exchange = lambda *_paths: False
    real = Path.rename
    def rename(path, target):
        moved = real(path, target)
        if path.name == ("fresh" if when == "both renamed" else "site"):
            os._exit(9)
        return moved
    Path.rename = rename
site = read.site(Path.cwd())
with publish.alone(site):
    publish.site(site)
"""


def left(site: Site) -> list[str]:
    """What a build has left beside the site."""
    return [path.name for path in site.root.iterdir() if path.name.startswith((".site-", place.LOCK))]


@pytest.fixture
def somebody() -> Iterator[int]:
    """The number of another process, which is alive."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.kill()


@pytest.mark.parametrize(
    "when",
    [
        pytest.param("exchanged", marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux can")),
        "one renamed",
        "both renamed",
    ],
)
def test_a_build_that_was_killed_while_it_put_the_site_in_its_place_is_mended_by_the_next(
    site: Site, when: str
) -> None:
    scratch.published(site)
    before = scratch.tree(site.output)
    (site.root / "docs" / "index.md").write_text("# Home\n\nOther words.\n")
    env = {**os.environ, "PYTHONPATH": str(scratch.ROOT)}
    killed = subprocess.run([sys.executable, "-c", KILLED, when], cwd=site.root, env=env, check=False, timeout=100)
    assert killed.returncode == 9
    assert site.output.exists() == (when != "one renamed")
    assert len(left(site)) == 2
    with publish.alone(site):
        assert sorted(scratch.tree(site.output)) == sorted(before)
        assert left(site) == [place.LOCK]
    assert left(site) == []


def test_a_failing_build_after_a_killed_one_still_brings_the_old_site_back(site: Site) -> None:
    scratch.put(site.root, {".site-site-999999999-x/old/404.html": "old", ".site-site-999999999-x/fresh/a": "half"})
    scratch.put(site.content / "articles", {"2019/a.md": ""})
    with build.workers(1) as executor, pytest.raises(ContentError):
        build.build(site, executor, strict=True)
    assert scratch.tree(site.output) == {"404.html": b"old"}
    assert left(site) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there, no process is asked whether it is alive")
def test_what_is_not_a_dead_builds_own_stays(site: Site, somebody: int) -> None:
    """A folder of a build at work, of another site, and one that merely has such a name."""
    files = {
        f".site-site-{somebody}-x/old/a": "a",
        ".site-other-999999999-x/old/a": "a",
        ".site-site-999999999-x/mine": "a",
        ".site-mine/a": "a",
    }
    scratch.put(site.root, files)
    with publish.alone(site):
        assert not site.output.exists()
    assert {name for name in scratch.tree(site.root) if name.startswith(".site-")} == set(files)


def test_a_second_build_at_once_says_who_is_at_work_and_does_nothing(site: Site) -> None:
    with publish.alone(site):
        said = (site.root / place.LOCK).read_text()
        result = scratch.briefing("build", "--clean", cwd=site.root)
        assert (site.root / place.LOCK).read_text() == said
    assert result.returncode == 1
    assert f"(process {os.getpid()} of " in result.stderr
    assert f" on {socket.gethostname()}, since 20" in result.stderr
    assert "Traceback" not in result.stderr
    assert not site.archive.exists()
    assert left(site) == []


@pytest.mark.parametrize(
    "said", ["999999999", "", "nobody", '{"process": 1, "machine": "m", "user": "u", "since": "s"}']
)
def test_the_lock_of_a_build_that_is_no_more_holds_nobody_up(site: Site, said: str) -> None:
    scratch.put(site.root, {place.LOCK: said})
    with publish.alone(site):
        assert f'"process":{os.getpid()},' in (site.root / place.LOCK).read_text()
    assert left(site) == []


def test_a_failed_second_rename_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_exchange", lambda *_paths: False)
    scratch.put(tmp_path, {"site/a": "old"})
    (tmp_path / "fresh").mkdir()
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.name == "fresh":
            raise OSError(5, "Input/output error")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="Input/output"):
        place.swap(tmp_path / "fresh", tmp_path / "site", tmp_path / "old")
    assert (tmp_path / "site" / "a").read_text() == "old"
