"""The command line: what it prints, how it ends, and that nothing a person can do ends in a traceback."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.model import KINDS, Site
from generator.problems import CODES
from tests import scratch

LINE_KINDS = {"blank", "metadata", "title", "byline", "caption", "heading", "body", "junk"}
METADATA = ["title", "published", "occurred", "source", "source_url", "authors", "place", "section"]


def run(*args: str | Path, input_: str | None = None, **env: str) -> Result:
    """The command, called within this process."""
    return CliRunner(env=env).invoke(main, list(map(str, args)), input=input_, prog_name="briefing")


def assert_no_traceback(result: Result | subprocess.CompletedProcess[str]) -> None:
    text = f"{result.stdout}{result.stderr}"
    assert "Traceback" not in text, text
    if isinstance(result, Result):
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception


# --- help and usage ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(main.commands))
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example: briefing {name}" in result.stdout


@pytest.mark.parametrize("name", list(main.commands))
def test_the_example_of_a_command_is_one_that_it_takes(name: str) -> None:
    """Every option in the example is an option of that command."""
    example = re.search(rf"Example: briefing {name}([^\n&>]*)", run(name, "--help").stdout)
    assert example
    known = {option for parameter in main.commands[name].params for option in parameter.opts}
    assert set(re.findall(r"(?<= )--?[a-z-]+", example[1])) <= known


def test_the_commands_are_those_of_the_plan_and_are_listed() -> None:
    listed = run("--help").stdout
    for name in ("build", "serve", "add", "check", "inspect", "init"):
        assert re.search(rf"^  {name} ", listed, re.MULTILINE)


@pytest.mark.parametrize(
    "args",
    [
        ["nonsense"],
        ["build", "--nonsense"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "many"],
        ["build", "extra"],
        ["add"],
        ["inspect"],
        ["inspect", "no-such-file.txt"],
        ["check", "no-such-file.txt"],
        ["check", "--format", "xml"],
        ["inspect", "--format", "github", "x"],
        ["serve", "--port", "0"],
        ["serve", "--port", "70000"],
        ["init"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_exits_with_2_and_says_how_it_goes(args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")
    assert_no_traceback(result)


def test_the_version_is_told() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert re.search(r"\d+\.\d+", result.stdout)


# --- an archive that is not in order -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (None, "no mkdocs.yml"),
        ("site_name: [", "mkdocs.yml:"),
        ("- a\n- b\n", "mkdocs.yml"),
        ("just text", "mkdocs.yml"),
        ("extra: text", "mkdocs.yml"),
        ("extra: {archive: text}", "mkdocs.yml"),
        ("extra:\n  archive:\n    newst: 3\n", "newst"),
        ("extra:\n  archive:\n    newest: many\n", "mkdocs.yml"),
        ("extra:\n  archive:\n    page_size: 0\n", "mkdocs.yml"),
        ("extra:\n  archive:\n    newest: -1\n", "mkdocs.yml"),
        ("site_name: \xe9\n", "mkdocs.yml"),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_broken_configuration_is_told_in_a_line(tmp_path: Path, command: str, config: str | None, said: str) -> None:
    if config is not None:
        (tmp_path / "mkdocs.yml").write_bytes(config.encode("latin-1"))
    result = run(command, "--archive", tmp_path)
    assert_no_traceback(result)
    assert result.exit_code == 1
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == ([tmp_path / "mkdocs.yml"] if config is not None else [])


@pytest.mark.parametrize(
    "broken", ["content", "content/articles", "content/entities", "docs", "docs/archive", "site", "site_templates"]
)
def test_a_file_in_the_place_of_a_folder_ends_without_a_traceback(tmp_path: Path, broken: str) -> None:
    site = scratch.archive(tmp_path / "archive")
    path = site.root / broken
    if path.is_dir():
        path.rename(tmp_path / "moved")
    path.write_text("a file")
    result = run("build", "--archive", site.root)
    assert_no_traceback(result)
    assert result.exit_code in {0, 1}
    assert path.read_text() == "a file"


def test_an_archive_without_folders_builds(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    (site.content / "articles").rmdir()
    (site.content / "entities").rmdir()
    site.content.rmdir()
    assert run("build", "--archive", site.root).exit_code == 0


def test_the_archive_is_found_from_any_folder_within(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/empty.md": ""})
    result = scratch.briefing("check", cwd=site.content / "articles" / "2019")
    assert result.returncode == 1
    assert result.stdout.startswith("content/articles/2019/empty.md: error[empty]: ")


# --- build ---------------------------------------------------------------------------------------------------


def test_build_publishes_the_rest_and_says_what_it_set_aside(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": scratch.ARTICLE, "articles/2019/b.md": ""})
    result = run("build", "--archive", site.root)
    assert result.exit_code == 0
    assert "content/articles/2019/b.md: error[empty]" in result.stderr
    assert "1 article published, 1 file set aside" in result.stderr
    assert (site.output / "archive/articles/2019/a.html").is_file()


def test_build_shows_every_error_and_only_the_first_warnings(tmp_path: Path) -> None:
    files = {f"articles/2020/2020-01-02-lantern-{n}.txt": f"Lantern {n}\n\n{scratch.ARTICLE}" for n in range(25)}
    site = scratch.archive(tmp_path, {**files, "articles/2020/void.txt": ""})
    checked, built = (run(command, "-C", site.root) for command in ("check", "build"))
    warnings = re.findall(r"warning\[", checked.stdout)
    shown = re.findall(r"warning\[", built.stderr)
    assert len(warnings) > 20 == len(shown)
    assert f"and {len(warnings) - 20} more warnings; briefing check lists them all" in built.stderr
    assert "void.txt: error[empty]" in built.stderr


def test_build_strict_fails_and_leaves_the_site_untouched(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": scratch.ARTICLE})
    assert run("build", "--archive", site.root).exit_code == 0
    before = scratch.tree(site.output), scratch.tree(site.archive)
    scratch.put(site.content, {"articles/2019/b.md": "", "articles/2019/c.md": "---\ncolour: red\n---\nText.\n"})
    result = run("build", "--archive", site.root, "--strict")
    assert result.exit_code == 1
    assert "2019/b.md" in result.stderr
    assert "2019/c.md" in result.stderr
    assert (scratch.tree(site.output), scratch.tree(site.archive)) == before


def test_build_puts_the_site_where_it_is_told_to(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    assert run("build", "--archive", site.root, "--site", tmp_path / "elsewhere" / "www").exit_code == 0
    assert (tmp_path / "elsewhere/www/index.html").is_file()
    assert not site.output.exists()


@pytest.mark.parametrize(
    "place", [".", "..", "content", "content/articles", "docs", "docs/x", "inbox", ".git/x", "mkdocs.yml"]
)
def test_build_never_puts_the_site_in_the_place_of_something_else(tmp_path: Path, place: str) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": scratch.ARTICLE})
    scratch.put(site.root, {"inbox/mine.txt": "mine", ".git/HEAD": "ref"})
    before = scratch.tree(tmp_path)
    result = scratch.briefing("build", "--site", place, cwd=site.root)
    assert result.returncode == 1
    assert "--site" in result.stderr
    assert_no_traceback(result)
    after = scratch.tree(tmp_path)
    assert {name: after.get(name) for name in before} == before


def test_build_puts_the_site_into_an_empty_folder(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    (tmp_path / "www").mkdir()
    assert run("build", "--archive", site.root, "--site", tmp_path / "www").exit_code == 0
    assert (tmp_path / "www" / "index.html").is_file()


def started(*args: str, site: Site, **options: Any) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a terminal starts it: Ctrl+C reaches its workers too."""
    found = os.pathsep.join((str(scratch.ROOT), os.environ.get("PYTHONPATH", "")))
    command = [sys.executable, "-m", "generator", *args]
    env = {**os.environ, "PYTHONPATH": found, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, cwd=site.root, env=env, text=True, start_new_session=True, **options)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def fetched(address: str, until: str = "") -> str:
    """The page at the address, waited for until it holds the text."""
    page = ""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - the test's own server
                page = answer.read().decode()
        except OSError:
            page = ""
        if page and until in page:
            break
        time.sleep(0.1)
    return page


@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl+C reaches the whole console")
def test_serve_says_where_and_builds_again_after_an_edit_until_it_is_interrupted(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": scratch.ARTICLE})
    port = free_port()
    with started("serve", "--port", str(port), site=site, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        address = f"http://127.0.0.1:{port}/archive/articles/2019/a.html"
        page = fetched(address)
        scratch.put(site.content, {"articles/2019/a.txt": scratch.ARTICLE.replace("lantern", "bell"), "stray.md": ""})
        edited = fetched(address, until="A bell was found")
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=60)
    lines = output.splitlines()
    assert lines[0] == f"Showing {site.settings.name} at http://127.0.0.1:{port}/ – Ctrl+C ends it"
    assert "A lantern was found" in page, output
    assert "A bell was found" in edited, output
    assert sum(line.startswith("1 article published") for line in lines) >= 2, output
    assert any(line.startswith("Built in ") for line in lines), output
    assert "/.briefing/reload.js" in page
    assert any(line.startswith("content/stray.md: warning[path]: ") for line in lines), output
    assert "Traceback" not in output


def test_a_port_that_is_taken_is_told_in_a_line(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--archive", site.root, "--port", str(port))
    assert_no_traceback(result)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"error: port {port} ")
    assert "--port" in line


def test_what_mkdocs_raised_is_logged_for_who_debugs(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = scratch.archive(tmp_path / "archive")
    (site.root / "mkdocs.yml").write_text(
        (site.root / "mkdocs.yml").read_text().replace("plugins: []", "plugins: [no-such-plugin]")
    )
    with caplog.at_level("DEBUG", logger="generator"):
        result = run("build", "--archive", site.root)
    assert result.exit_code == 1
    assert "mkdocs.yml: error[configuration]: " in result.stderr
    assert "Traceback" not in result.stderr
    assert [
        record.exc_info is not None for record in caplog.records if record.name == "generator.publish.material"
    ] == [True]


def test_build_says_in_a_line_what_mkdocs_could_not_do(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive")
    run("build", "--archive", site.root)
    before = scratch.tree(site.output)
    (site.root / "mkdocs.yml").write_text(
        (site.root / "mkdocs.yml").read_text().replace("plugins: []", "plugins: [no-such-plugin]")
    )
    result = scratch.briefing("build", cwd=site.root)
    assert result.returncode == 1
    assert "no-such-plugin" in result.stderr
    assert_no_traceback(result)
    assert scratch.tree(site.output) == before


def test_a_scheduler_that_does_not_answer_is_told_in_a_line(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    site = scratch.archive(tmp_path / "archive")
    result = scratch.briefing("build", "--scheduler", "nonsense://127.0.0.1:1", cwd=site.root)
    assert_no_traceback(result)
    assert result.returncode in {1, 2}


def test_a_scheduler_without_the_extra_is_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    site = scratch.archive(tmp_path / "archive")
    result = run("build", "--archive", site.root, "--scheduler", "tcp://127.0.0.1:1")
    assert_no_traceback(result)
    assert result.exit_code == 2
    assert "briefing-archive[cluster]" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
@pytest.mark.parametrize("after", [0.0, 0.3, 1.2])
def test_an_interrupted_build_says_only_that_it_is_aborted(tmp_path: Path, after: float) -> None:
    """Whether its workers just start, wait or are at work when Ctrl+C comes."""
    files = {f"articles/2019/2019-01-01-note-{n}.txt": f"Note {n}. {scratch.ARTICLE * 30}" for n in range(600)}
    site = scratch.archive(tmp_path / "archive", files)
    with started("build", "--jobs", "4", site=site, stderr=subprocess.PIPE) as process:
        assert process.stderr
        first = process.stderr.readline()
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=60)[::-1]
    assert first == "Reading: 600 articles\n"
    assert process.returncode == 1
    assert [line for line in said.splitlines() if line.strip()][-1:] == ["Aborted!"]
    assert "Traceback" not in said, said


@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl+C reaches the whole console")
def test_an_interrupted_build_leaves_leaves_the_old_site(tmp_path: Path) -> None:
    files = {f"articles/2019/2019-01-01-note-{n}.txt": f"Note {n}. {scratch.ARTICLE}" for n in range(300)}
    site = scratch.archive(tmp_path / "archive")
    run("build", "--archive", site.root)
    before = scratch.tree(site.output)
    scratch.put(site.content, files)
    found = os.pathsep.join((str(scratch.ROOT), os.environ.get("PYTHONPATH", "")))
    command = [sys.executable, "-m", "generator", "build", "--jobs", "1"]
    with subprocess.Popen(
        command, cwd=site.root, env={**os.environ, "PYTHONPATH": found}, stderr=subprocess.PIPE, text=True
    ) as process:
        while not (site.archive / "articles" / "2019").exists() and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=60)
    assert process.returncode not in {0, None}
    assert "Traceback" not in stderr
    assert scratch.tree(site.output) == before
    assert [path.name for path in site.root.iterdir() if path.name.startswith(".site-")] == []


# --- plain MkDocs gives the same site ------------------------------------------------------------------------


def pages(folder: Path) -> dict[str, bytes]:
    """The site's files but the site map, whose times and compression differ."""
    return {name: data for name, data in scratch.tree(folder).items() if not name.startswith("sitemap.xml")}


def test_plain_mkdocs_gives_the_same_site(built: Site, tmp_path: Path) -> None:
    site = scratch.corpus(tmp_path / "archive")
    result = scratch.briefing("build", "--quiet", cwd=site.root, module="mkdocs", NO_MKDOCS_2_WARNING="1")
    assert result.returncode == 0, result.stderr
    ours, plain = pages(built.output), pages(site.output)
    assert sorted(ours) == sorted(plain)
    assert [name for name in ours if ours[name] != plain[name]] == []


# --- inspect -------------------------------------------------------------------------------------------------


def inspected(*paths: str | Path, root: Path) -> list[dict[str, Any]]:
    result = run("inspect", *paths, "--archive", root, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_inspect_gives_the_keys_of_the_contract_in_their_order(site: Site) -> None:
    found = inspected(site.content / "articles", root=site.root)
    assert found
    for each in found:
        assert list(each) == [
            "path",
            "sha256",
            "language",
            "metadata",
            "lines",
            "body",
            "mentions",
            "dates",
            "problems",
        ]
        assert list(each["metadata"])[: len(METADATA)] == METADATA
        assert re.fullmatch("[0-9a-f]{64}", each["sha256"])
        assert each["language"] is None or isinstance(each["language"], str)


def test_inspect_gives_each_value_the_type_of_the_contract(site: Site) -> None:
    for each in inspected(site.content / "articles", root=site.root):
        for name, value in each["metadata"].items():
            assert value is None or set(value) - {"reason"} == {"value", "rule", "confidence", "line"}, name
            if value:
                assert isinstance(value["value"], list if name == "authors" else str)
                assert 0 <= value["confidence"] <= 1
                assert value["line"] is None or value["line"] >= 1
        assert all(set(line) - {"rule"} == {"number", "kind"} and line["kind"] in LINE_KINDS for line in each["lines"])
        assert [line["number"] for line in each["lines"]] == list(range(1, len(each["lines"]) + 1))
        for mention in each["mentions"]:
            assert list(mention) == ["entity", "kind", "text", "start", "end"]
            assert mention["kind"] == mention["entity"].partition("/")[0]
            assert mention["kind"] in KINDS
        for date in each["dates"]:
            assert list(date) == ["text", "start", "end", "value", "precision"]
        for span in (*each["mentions"], *each["dates"]):
            assert each["body"][span["start"] : span["end"]] == span["text"]
        for problem in each["problems"]:
            assert list(problem) == ["line", "code", "severity", "message"]
            assert problem["code"] in CODES


def test_inspect_keeps_the_order_given_and_sorts_a_folder_by_path(site: Site) -> None:
    articles = site.content / "articles"
    given = [
        "2020/2020-02-02-withdrawn.md",
        "undated/a-note-from-the-pier.txt",
        "2019/2019-04-02-lantern-fair-opens.html",
    ]
    found = inspected(*(articles / name for name in given), root=site.root)
    assert [each["path"] for each in found] == [str(articles / name) for name in given]
    whole = [each["path"] for each in inspected(articles, root=site.root)]
    assert whole == sorted(whole)
    assert len(whole) == 8
    twice = inspected(articles / given[1], articles, articles / given[1], root=site.root)
    assert [twice[0]["path"], twice[-1]["path"]] == [str(articles / given[1])] * 2


def test_inspect_counts_every_line_of_a_text_file(site: Site) -> None:
    for each in inspected(site.content / "articles", root=site.root):
        if not each["path"].endswith(".html"):
            text = Path(each["path"]).read_text("utf-8")
            assert len(each["lines"]) in {text.count("\n"), text.count("\n") + 1}


def test_inspect_shows_a_path_as_it_was_given(site: Site) -> None:
    result = scratch.briefing("inspect", "content/articles/undated", "--format", "jsonl", cwd=site.root)
    assert json.loads(result.stdout)["path"] == str(Path("content/articles/undated/a-note-from-the-pier.txt"))


def test_inspect_writes_nothing_and_knows_the_entities(site: Site) -> None:
    before = scratch.tree(site.root)
    (each,) = inspected(site.content / "articles/undated", root=site.root)
    assert "people/mira-norvald" in {mention["entity"] for mention in each["mentions"]}
    assert scratch.tree(site.root) == before


def test_inspect_works_without_an_archive(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(scratch.ARTICLE)
    result = scratch.briefing("inspect", "note.txt", "--format", "jsonl", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["problems"] is not None


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"%PDF-1.4", b"\xff\xfe", b"---\ntitle: [\n---\nx", "\u2028".encode()]
)
def test_inspect_tells_what_is_wrong_with_a_file_as_data(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.md").write_bytes(data)
    (each,) = inspected(tmp_path / "x.md", root=tmp_path)
    assert [problem for problem in each["problems"] if problem["severity"] == "error"]


def test_inspect_gives_json_in_one_piece_and_text_for_people(site: Site) -> None:
    note = site.content / "articles/undated/a-note-from-the-pier.txt"
    (each,) = json.loads(run("inspect", note, "--archive", site.root, "--format", "json").stdout)
    assert each == inspected(note, root=site.root)[0]
    text = run("inspect", note, "--archive", site.root).stdout
    assert text.startswith(str(note))
    assert "names people/mira-norvald: Mira Norvald" in text


# --- check ---------------------------------------------------------------------------------------------------


def test_check_for_github_escapes_what_could_begin_a_command(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a,b:c%.md": "---\n'x%0A::error::y': 1\n---\nText.\n"})
    result = run("check", "--archive", site.root, "--format", "github")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert any(
        line.startswith("::error file=content/articles/2019/a%2Cb%3Ac%25.md,line=2,title=key-unknown::")
        for line in lines
    )
    assert all(re.match(r"::(error|warning) file=[^,:]+,line=\d+,title=[a-z-]+::", line) for line in lines)
    assert not any("%0A::error::y" in line.replace("%250A", "") for line in lines)


def test_check_as_json_is_a_list_of_problems(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.md": ""})
    result = run("check", "--archive", site.root, "--format", "json")
    (problem,) = json.loads(result.stdout)
    assert list(problem) == ["path", "line", "code", "severity", "message"]
    assert (
        json.loads(run("check", "--archive", scratch.archive(tmp_path / "sound").root, "--format", "json").stdout) == []
    )


def test_check_of_a_sound_archive_exits_with_0_and_writes_nothing(site: Site) -> None:
    before = scratch.tree(site.root)
    result = run("check", "--archive", site.root)
    assert result.exit_code == 0
    assert "error[" not in result.stdout
    assert scratch.tree(site.root) == before


# --- what a terminal sees ------------------------------------------------------------------------------------


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}, {"NO_COLOR": "1", "TERM": "xterm-256color"}])
def test_a_pipe_gets_no_escape_sequences(tmp_path: Path, env: dict[str, str]) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.txt": scratch.ARTICLE, "articles/2019/b.md": ""})
    result = run("check", "--archive", site.root, **env)
    assert "\x1b" not in result.stdout + result.stderr
    assert "\x1b" not in run("inspect", site.content / "articles", "--archive", site.root, **env).stdout


def test_a_pipe_gets_a_plain_line_for_each_stage(tmp_path: Path) -> None:
    """It counts articles, however they are handed to the workers."""
    files = {f"articles/2019/note-{n}.txt": f"Note {n}. {scratch.ARTICLE}" for n in range(40)}
    site = scratch.archive(tmp_path / "archive", files)
    result = run("check", "--archive", site.root)
    assert result.stderr.startswith("Reading: 40 articles\nUnderstanding: 40 articles\n")
    assert "Reading" not in result.stdout


def test_text_that_would_steer_a_terminal_is_shown_harmless(tmp_path: Path) -> None:
    site = scratch.archive(tmp_path / "archive", {"articles/2019/a.md": '---\n"\\e]0;owned\\a\\e[2J": 1\n---\nText.\n'})
    result = run("check", "--archive", site.root)
    assert "\x1b" not in result.stdout + result.stderr
    assert "\x07" not in result.stdout + result.stderr


def test_a_terminal_that_knows_only_ascii_gets_everything(site: Site) -> None:
    result = scratch.briefing("inspect", "content/articles", cwd=site.root, PYTHONIOENCODING="ascii")
    assert result.returncode == 0, result.stderr
    assert_no_traceback(result)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_reader_that_has_seen_enough_is_no_fault(site: Site) -> None:
    found = os.pathsep.join((str(scratch.ROOT), os.environ.get("PYTHONPATH", "")))
    command = f"'{sys.executable}' -m generator inspect content/articles content/articles --format json | head -c 10"
    result = subprocess.run(
        ["sh", "-c", command],
        cwd=site.root,
        env={**os.environ, "PYTHONPATH": found},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout == "[\n  {\n    "
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr


# --- init ----------------------------------------------------------------------------------------------------


def test_a_new_archive_builds(tmp_path: Path) -> None:
    assert run("init", tmp_path / "new" / "archive").exit_code == 0
    result = run("build", "--archive", tmp_path / "new" / "archive")
    assert result.exit_code == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert (tmp_path / "new/archive/site/index.html").is_file()


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "exists already" in result.stderr
    assert scratch.tree(tmp_path) == {"mkdocs.yml": b"mine"}


def test_init_in_an_impossible_place_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    result = run("init", tmp_path / "file" / "below")
    assert result.exit_code in {1, 2}
    assert_no_traceback(result)


def test_a_new_archive_has_the_configuration_of_this_one() -> None:
    """What the escaping is tested against, the sample archive, a new one and the invented one have alike."""
    import yaml  # noqa: PLC0415 - only this test needs it

    class Loader(yaml.SafeLoader):
        """Reads MkDocs' tags as their text."""

    Loader.add_multi_constructor("!", lambda _loader, suffix, node: f"!{suffix} {node.value}")
    files = [scratch.ROOT / "mkdocs.yml", scratch.ROOT / "site_templates/new/mkdocs.yml", scratch.CORPUS / "mkdocs.yml"]
    configs = [yaml.load(path.read_text("utf-8"), Loader) for path in files]  # noqa: S506
    for key in (
        "markdown_extensions",
        "plugins",
        "hooks",
        "use_directory_urls",
        "exclude_docs",
        "validation",
        "extra_css",
    ):
        assert configs[0].get(key) == configs[1].get(key) == configs[2].get(key), key
