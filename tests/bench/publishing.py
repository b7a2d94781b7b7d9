"""Publishing a whole archive, paired with plain MkDocs: `python -m tests.bench.publishing [--articles N]`.

One run makes an archive (`tests.bench.archive`) and times whole processes, one after another, as a user starts them:
ours from nothing, with one article more, with nothing changed, with one worker; then plain MkDocs with Material and its
search on the same pages, and Hugo and Zensical where they are installed. Only ratios of one run are worth comparing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench import archive

CEILINGS = {"cold": 0.75, "one article more": 0.2, "nothing changed": 0.12}
"""Of the time of plain MkDocs: what 3,000 articles reach, with some room. The aim for 10,000 is .6, .04 and .01."""

_EXTRA = """The lantern of Eastbank was lit again on Friday, the harbor's keeper said.

It had stood in the dark for eleven years, and nobody had asked for it in all that time.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A process that has ended: wall-clock seconds, processor seconds, and the peak memory of its largest process."""

    name: str
    wall: float
    processor: float
    megabytes: float


def timed(name: str, command: Sequence[str | Path], folder: Path, **changed: str) -> Run:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: It failed; what it said is printed.
    """
    begin = perf_counter()
    with tempfile.TemporaryFile() as said:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **changed}
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, env=environment)
        # Tells of the process and all that it waited for, and its memory is that of the largest of them.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = perf_counter() - begin
        if process.returncode:
            said.seek(0)
            print(said.read().decode(errors="replace")[-4000:])
            raise subprocess.CalledProcessError(process.returncode, list(map(str, command)))
    return Run(name, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def ours(root: Path) -> list[Run]:
    """Our builds, in the order of an editor's day."""
    build = [sys.executable, "-m", "generator", "build"]
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    cold = timed("cold", build, root, **path)
    extra = root / "content" / "articles" / "2026" / "2026-01-02-lantern.txt"
    extra.parent.mkdir(parents=True, exist_ok=True)
    extra.write_text(_EXTRA)
    more = timed("one article more", build, root, **path)
    same = timed("nothing changed", build, root, **path)
    for made in (root / ".cache", root / "docs" / "archive", root / "site"):
        shutil.rmtree(made)
    return [cold, more, same, timed("cold, one worker", [*build, "--jobs", "1"], root, **path)]


# --- the same pages, built by others -------------------------------------------------------------------------


def plain(root: Path, scratch: Path) -> Run:
    """MkDocs with Material and its search, on our pages."""
    project = _pages(root, scratch / "mkdocs")
    (project / "mkdocs.yml").write_text(
        "site_name: Plain\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "markdown_extensions: [tables, fenced_code, toc]\nnav: [index.md]\n"
    )
    return timed("plain MkDocs", [sys.executable, "-m", "mkdocs", "build", "--quiet"], project)


def zensical(root: Path, scratch: Path) -> Run | None:
    """Zensical, on our pages, where it is installed."""
    program = _program("zensical")
    if not program:
        return None
    project = _pages(root, scratch / "zensical")
    (project / "mkdocs.yml").write_text("site_name: Plain\nuse_directory_urls: false\nnav: [index.md]\n")
    return timed("Zensical", [program, "build"], project)


def hugo(root: Path, scratch: Path) -> Run | None:
    """Hugo with the barest of themes, five related articles a page, where it is installed."""
    program = _program("hugo")
    if not program:
        return None
    project = _pages(root, scratch / "hugo")
    (project / "docs").rename(project / "content")
    (project / "hugo.json").write_text(json.dumps({"title": "Plain", "disableKinds": ["taxonomy", "term"]}))
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    related = "{{ range first 5 (site.RegularPages.Related .) }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
    (layouts / "single.html").write_text(f"<title>{{{{ .Title }}}}</title>{{{{ .Content }}}}{related}")
    (layouts / "list.html").write_text("<title>{{ .Title }}</title>{{ .Content }}")
    return timed("Hugo", [program, "--quiet"], project)


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def _pages(root: Path, project: Path) -> Path:
    """A folder with our Markdown pages as `docs/`, and nothing else of ours."""
    for page in (root / "docs").rglob("*.md"):
        target = project / "docs" / page.relative_to(root / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.read_bytes())
    (project / "docs" / "index.md").write_text("# Plain\n")
    return project


# --- told ----------------------------------------------------------------------------------------------------


def main() -> None:
    """Measure, print, and exit with 1 where a ratio is above its ceiling."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.publishing", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many (default: 10,000; about five minutes)")
    parser.add_argument("--entities", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, scratch = Path(folder) / "archive", Path(folder)
        archive.write(asked.articles, root, asked.entities)
        runs = [*ours(root), plain(root, scratch), hugo(root, scratch), zensical(root, scratch)]
    found = {run.name: run for run in runs if run}
    _print(found)
    above = [name for name, most in CEILINGS.items() if found[name].wall / found["plain MkDocs"].wall > most]
    print(f"above the ceiling: {', '.join(above) or 'nothing'}")
    sys.exit(bool(above))


def _print(found: Mapping[str, Run]) -> None:
    measure = found["plain MkDocs"].wall
    print(f"{'':<20} {'seconds':>8} {'processor':>9} {'memory':>8} {'of plain MkDocs':>16}")
    for run in found.values():
        most = f"  ≤ {CEILINGS[run.name]:.2f}" if run.name in CEILINGS else ""
        spent = f"{run.wall:8.2f} {run.processor:9.2f} {run.megabytes:5.0f} MB"
        print(f"{run.name:<20} {spent} {run.wall / measure:16.3f}{most}")
    print(f"two workers against one: {found['cold, one worker'].wall / found['cold'].wall:.2f} times as fast")


if __name__ == "__main__":
    main()
