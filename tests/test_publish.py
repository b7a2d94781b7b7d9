"""The site: MkDocs' own bytes, only what changed built again, nothing believed that was not looked at."""

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from generator import build, publish
from generator.model import Site
from generator.problems import ContentError
from generator.publish import edition, manifest, parts, shared
from tests import scratch
from tests.test_build import cluster


def configured(site: Site, **changes: str) -> Site:
    """The archive with these texts of its `mkdocs.yml` replaced, and Material's search off."""
    path = site.root / "mkdocs.yml"
    text = path.read_text("utf-8").replace("plugins:\n  - search\n", "plugins: []\n")
    for old, new in changes.items():
        text = text.replace(f"{old}:", new, 1)
    path.write_text(text, "utf-8")
    return site


ADDRESS = {"site_name": "site_url: https://example.org/archive/\nsite_name:"}


@pytest.fixture
def small(site: Site) -> Site:
    """The invented archive, set up so that its pages can be built each for itself."""
    return configured(site)


def plain(site: Site) -> dict[str, bytes]:
    """What plain `mkdocs build` makes of the archive."""
    ended = scratch.briefing("build", "--quiet", "--site-dir", "plain", cwd=site.root, module="mkdocs")
    assert ended.returncode == 0, ended.stderr
    found = scratch.tree(site.root / "plain")
    shutil.rmtree(site.root / "plain")
    return found


def same(found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    """Fail with the names of the files that differ, not with all their bytes."""
    assert sorted(found) == sorted(expected)
    assert [name for name in found if found[name] != expected[name]] == []


# --- MkDocs' own bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("changes", [{}, ADDRESS, {"use_directory_urls": "#"}], ids=["as is", "address", "folders"])
def test_the_site_is_byte_for_byte_what_plain_mkdocs_builds(site: Site, changes: dict[str, str]) -> None:
    scratch.published(configured(site, **changes))
    same(scratch.tree(site.output), plain(site))


def test_a_site_with_plugins_is_what_plain_mkdocs_builds(site: Site) -> None:
    path = site.root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("plugins: []", "plugins:\n  - search"), "utf-8")
    scratch.published(site)
    found = scratch.tree(site.output)
    same(found, plain(site))
    assert "search/search_index.json" in found
    assert any(name.startswith("assets/javascripts/workers/search.") for name in found)


def test_what_only_the_themes_search_loads_is_left_out_with_it(small: Site) -> None:
    scratch.published(small)
    found = [path.name for path in (small.output / "assets/javascripts").iterdir() if path.suffix != ".map"]
    assert [name.partition(".")[0] for name in found] == ["bundle"]


@pytest.fixture
def workers() -> Iterator[Executor]:
    with build.workers(2) as executor:
        yield executor


@pytest.mark.parametrize("changes", [{}, ADDRESS], ids=["as is", "address"])
def test_shards_in_other_processes_give_the_same_bytes(
    site: Site, workers: Executor, changes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch.published(configured(site, **changes))
    here = scratch.tree(site.output)
    shutil.rmtree(site.output)
    monkeypatch.setattr(parts, "FEW", 0)
    monkeypatch.setattr(parts, "_SHARD", 7)
    publish.site(site, workers)
    same(scratch.tree(site.output), here)


def test_links_to_pages_and_files_of_the_theme_hold_in_every_shard_though_few_are_held(
    small: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pages = {f"p{number}.md": f"# Page\n\n[next](p{(number + 1) % 9}.md)\n\n{PICTURE}\n" for number in range(9)}
    scratch.put(small.root / "docs", pages)
    monkeypatch.setattr(parts, "FEW", 0)
    monkeypatch.setattr(parts, "_SHARD", 2)
    monkeypatch.setattr(shared, "_HELD", 2)
    with build.workers(1) as executor:
        scratch.generated(small)
        publish.site(small, executor)
    assert caplog.messages == []
    same(scratch.tree(small.output), plain(small))


PICTURE = "![the theme's](assets/images/favicon.png)"


@pytest.mark.filterwarnings("ignore::Warning:distributed.*")
def test_a_cluster_that_sees_none_of_the_files_gives_the_same_bytes(
    small: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch.published(small)
    here = scratch.tree(small.output)
    shutil.rmtree(small.output)
    monkeypatch.setattr(parts, "FEW", 0)
    monkeypatch.setattr(parts, "_SHARD", 7)
    with cluster() as executor:
        publish.site(small, executor)
    same(scratch.tree(small.output), here)


# --- only what changed ---------------------------------------------------------------------------------------


def test_nothing_changed_and_nothing_is_built_or_exchanged(small: Site) -> None:
    scratch.published(small)
    before = small.output.stat().st_ino
    done = publish.site(small)
    assert (done.built, done.exchanged) == (0, False)
    assert small.output.stat().st_ino == before


def test_one_page_changed_and_one_page_is_built(small: Site) -> None:
    scratch.published(small)
    untouched = small.output / "archive/timeline/index.html"
    before = untouched.stat().st_ino
    page = next((small.archive / "articles").rglob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    done = publish.site(small)
    # The home page includes another file, and so is looked at whenever anything changes.
    assert (done.built, done.exchanged) == (2, True)
    assert untouched.stat().st_ino == before
    same(scratch.tree(small.output), anew(small))


def test_whoever_watches_sees_every_page_as_it_is_built(small: Site) -> None:
    seen: list[str] = []

    def watched(pages: Iterable[str], total: int) -> Iterator[str]:
        seen.append(f"{total} pages")
        for page in pages:
            seen.append(page)
            yield page

    scratch.generated(small)
    done = publish.site(small, watched=watched)
    assert seen[0] == f"{done.built} pages"
    assert sorted(seen[1:]) == sorted(path.relative_to(small.root / "docs").as_posix() for path in pages(small))
    publish.site(small, watched=watched)
    assert len(seen) == 1 + done.built


def pages(site: Site) -> list[Path]:
    return list((site.root / "docs").rglob("*.md"))


def anew(site: Site) -> dict[str, bytes]:
    """What a build without any memory makes of what lies there now."""
    clean = Site(site.root, site.content, site.archive, site.templates, site.root / "anew", site.settings)
    publish.site(clean)
    found = scratch.tree(clean.output)
    shutil.rmtree(clean.output)
    return found


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


CHANGES: dict[str, Callable[[Site], object]] = {
    "the configuration": lambda site: edit(site.root / "mkdocs.yml", "site_name: ", "site_name: Other "),
    "a title in the navigation": lambda site: edit(site.root / "mkdocs.yml", "Timeline:", "Days:"),
    "an address": lambda site: configured(site, **ADDRESS),
    "a template of the theme": lambda site: edit(site.templates / "theme/main.html", "ba-address", "ba-elsewhere"),
    "an included file": lambda site: edit(site.archive / "home.inc", "<", "One more line.\n\n<"),
    "a stylesheet": lambda site: edit(site.archive / "assets/briefing.css", "{", "{ "),
    "a page that others link to is gone": lambda site: (site.archive / "timeline/2019.md").unlink(),
    "a page of the navigation is gone": lambda site: (site.archive / "timeline/index.md").unlink(),
    "a page of one's own": lambda site: (site.root / "docs/own.md").write_text("# Own\n\n[Home](index.md)\n"),
    "a page without a title": lambda site: (site.root / "docs/index.md").write_text("Nothing but this.\n"),
    "a page that is left out": lambda site: edit(
        site.root / "mkdocs.yml", "exclude_docs: |", "exclude_docs: |\n  2019.md"
    ),
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_site_is_what_a_build_without_memory_gives(small: Site, change: str) -> None:
    scratch.published(small)
    CHANGES[change](small)
    assert publish.site(small).exchanged
    same(scratch.tree(small.output), anew(small))


def test_a_link_to_a_page_that_comes_later_is_built_again_when_it_is_there(small: Site) -> None:
    (small.root / "docs/own.md").write_text("# Own\n\n[Later](later.md)\n")
    scratch.published(small)
    assert b'href="later.md"' in (small.output / "own.html").read_bytes()
    (small.root / "docs/later.md").write_text("# Later\n")
    publish.site(small)
    assert b'href="later.html"' in (small.output / "own.html").read_bytes()


def test_a_place_that_is_linked_to_and_gone_is_warned_of(small: Site, caplog: pytest.LogCaptureFixture) -> None:
    (small.root / "docs/own.md").write_text("# Own\n\n[There](other.md#there)\n")
    (small.root / "docs/other.md").write_text("# Other\n\n## There\n")
    scratch.published(small)
    assert "own.md" not in caplog.text
    (small.root / "docs/other.md").write_text("# Other\n")
    publish.site(small)
    assert '"own.md" links to "#there", but there is no such place on "other.md"' in caplog.text


def test_strict_stops_at_a_broken_link_and_leaves_the_old_site(small: Site) -> None:
    edit(small.root / "mkdocs.yml", "site_name:", "strict: true\nsite_name:")
    scratch.published(small)
    before = scratch.tree(small.output)
    (small.root / "docs/own.md").write_text("# Own\n\n[Nowhere](nowhere.md)\n")
    with pytest.raises(ContentError, match="nowhere"):
        publish.site(small)
    same(scratch.tree(small.output), before)


# --- nothing believed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", ["changed", "removed", "added", "replaced by a link"])
def test_a_site_that_somebody_changed_is_put_right(small: Site, harm: str) -> None:
    scratch.published(small)
    before = scratch.tree(small.output)
    page = small.output / "archive/timeline/index.html"
    if harm == "added":
        (small.output / "archive/foreign.html").write_text("foreign")
    elif harm == "changed":
        page.write_bytes(page.read_bytes().replace(b"T", b"U"))
    else:
        page.unlink()
        if harm == "replaced by a link":
            page.symlink_to(small.output / "index.html")
    assert publish.site(small).exchanged
    same(scratch.tree(small.output), before)


def test_where_the_clock_was_set_back_a_change_is_seen_that_size_and_time_do_not_tell(small: Site) -> None:
    scratch.generated(small)
    page, to_come = small.root / "docs/own.md", time.time() + 3600
    for words in ("One word", "Two more"):
        page.write_text(f"# Own\n\n{words}\n")
        os.utime(page, (to_come, to_come))
        publish.site(small)
        assert words.encode() in (small.output / "own.html").read_bytes()


def test_what_changes_while_the_site_is_built_is_built_again_by_the_next(small: Site) -> None:
    scratch.generated(small)
    page, file = small.root / "docs/own.md", small.root / "docs/own.txt"

    def change(words: str) -> None:
        page.write_text(f"# Own\n\n{words}\n")
        file.write_text(words)

    def watched(pages: Iterable[str], _total: int) -> Iterable[str]:
        change("Two more")
        return pages

    change("One word")
    publish.site(small, watched=watched)
    publish.site(small)
    assert b"Two more" in (small.output / "own.html").read_bytes()
    assert (small.output / "own.txt").read_text() == "Two more"
    assert publish.verify(small.output) == ()
    same(scratch.tree(small.output), anew(small))


def test_a_file_of_the_theme_that_somebody_changed_costs_the_next_edition_none_of_the_others(small: Site) -> None:
    scratch.published(small)
    (small.output / "sitemap.xml").write_text("changed")
    publish.site(small)
    edit(small.root / "docs/index.md", "--8<--", "Words.\n\n--8<--")
    publish.site(small)
    same(scratch.tree(small.output), anew(small))


def test_a_file_of_ones_own_goes_before_one_of_the_theme_while_it_is_there(small: Site) -> None:
    scratch.published(small)
    own, shown = small.root / "docs/assets/images/favicon.png", small.output / "assets/images/favicon.png"
    themes = shown.read_bytes()
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes(b"our own")
    publish.site(small)
    assert shown.read_bytes() == b"our own"
    edit(small.root / "docs/index.md", "--8<--", "Words.\n\n--8<--")
    publish.site(small)
    assert shown.read_bytes() == b"our own"
    own.unlink()
    publish.site(small)
    assert shown.read_bytes() == themes
    same(scratch.tree(small.output), anew(small))


# --- the edition before --------------------------------------------------------------------------------------


def twice(site: Site) -> Path:
    """The folder of the edition before the one that stands, after two publications and one more change."""
    scratch.published(site)
    for words in ("Once.", "Twice."):
        edit(site.root / "docs/index.md", "--8<--", f"{words}\n\n--8<--")
        publish.site(site)
    edit(site.root / "docs/index.md", "Once.", "Thrice.")
    return site.output.with_name(f".site-{site.output.name}-previous")


def test_what_did_not_change_is_one_file_in_both_editions(small: Site) -> None:
    previous = twice(small)
    assert previous.stat().st_mode & 0o777 == 0o700
    assert (previous / "404.html").samefile(small.output / "404.html")
    assert not (previous / "index.html").samefile(small.output / "index.html")
    before = scratch.tree(small.output)
    publish.site(small)
    same(scratch.tree(previous), before)
    assert small.output.stat().st_mode & 0o777 == 0o755


def gone(path: Path) -> Path:
    """The path, with nothing there any more."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    return path


HARMS: dict[str, Callable[[Path], object]] = {
    "a foreign file": lambda folder: (folder / "foreign.html").write_text("foreign"),
    "a foreign folder": lambda folder: (folder / "foreign/foreign").mkdir(parents=True),
    "another file": lambda folder: gone(folder / "404.html").write_text("foreign"),
    "a link": lambda folder: gone(folder / "404.html").symlink_to("index.html"),
    "a link to a folder": lambda folder: gone(folder / "guide").symlink_to("archive"),
    "no file": lambda folder: gone(folder / "404.html"),
    "a folder for a file": lambda folder: (gone(folder / "404.html") / "a").mkdir(parents=True),
    "a file for a folder": lambda folder: gone(folder / "guide").write_text("foreign"),
    "what was written through to the site": lambda folder: (folder / "404.html").write_text("foreign"),
    "all of it gone": gone,
    "a file in its place": lambda folder: gone(folder).write_text("foreign"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_nothing_of_the_edition_before_is_believed_that_is_not_the_sites_own(small: Site, harm: str) -> None:
    scratch.put(small.root, {"docs/guide/index.md": "# Guide\n"})
    HARMS[harm](twice(small))
    publish.site(small)
    same(scratch.tree(small.output), anew(small))
    assert publish.verify(small.output) == ()
    assert not (small.output / "foreign").exists()


def records(site: Site) -> list[Path]:
    return sorted((site.root / ".cache/publish").iterdir())


@pytest.mark.parametrize("harm", ["damaged", "cut off", "empty", "of another site", "gone"])
def test_a_record_that_is_not_this_sites_is_not_believed(small: Site, harm: str) -> None:
    scratch.published(small)
    before = scratch.tree(small.output)
    (record,) = records(small)
    data = record.read_bytes()
    if harm == "damaged":
        record.write_bytes(data[:-10] + b"0123456789")
    elif harm == "cut off":
        record.write_bytes(data[: len(data) // 2])
    elif harm == "empty":
        record.write_bytes(b"")
    elif harm == "of another site":
        record.rename(record.with_name(f"{record.name[:-1]}~"))
    else:
        record.unlink()
    assert edition.load(small) == edition.Edition() or edition.details(small) == {}
    page = next((small.archive / "articles").rglob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    publish.site(small)
    assert len(records(small)) == 1
    found = scratch.tree(small.output)
    assert found != before
    same(found, anew(small))


def test_touching_every_source_builds_nothing(small: Site) -> None:
    scratch.published(small)
    for path in small.archive.rglob("*.*"):
        path.touch()
    assert publish.site(small).built == 0


# --- the manifest --------------------------------------------------------------------------------------------


def test_a_site_is_as_its_manifest_says(small: Site) -> None:
    scratch.published(small)
    assert publish.verify(small.output) == ()


def test_every_file_that_is_not_as_the_manifest_says_is_named(small: Site) -> None:
    scratch.published(small)
    (small.output / "index.html").write_text("changed")
    (small.output / "404.html").unlink()
    (small.output / "foreign.html").write_text("foreign")
    found = publish.verify(small.output)
    assert [problem.path for problem in found] == ["404.html", "foreign.html", "index.html"]
    assert {problem.severity for problem in found} == {"error"}


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"files": {"a": 1}}'])
def test_a_site_without_a_manifest_that_can_be_read_is_said_to_be_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        scratch.put(tmp_path, {manifest.PATH: text})
    (problem,) = publish.verify(tmp_path)
    assert problem.path == manifest.PATH


def test_check_names_what_is_not_as_built(small: Site) -> None:
    scratch.published(small)
    sound = scratch.briefing("check", "--site", small.output, cwd=small.root)
    assert (sound.returncode, "Every file is as it was built" in sound.stderr) == (0, True)
    (small.output / "index.html").write_text("changed")
    harmed = scratch.briefing("check", "--site", small.output, "--format", "json", cwd=small.root)
    assert harmed.returncode == 1
    assert '"index.html"' in harmed.stdout
