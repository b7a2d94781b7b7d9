"""From saving an edit to seeing it: `python -m tests.bench.serving [--articles 1000] [--edits 5]`.

One run makes an archive (`tests.bench.archive`), has `briefing serve` show it, and edits it as a person does. For each
kind of edit it prints the median time until the server has the new page, and until a browser that had the page open
shows it; and what the server's processor had to do. Where there is no browser, that column stays empty.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Any

from generator import read
from tests.bench import archive

CEILINGS = {"the newest article": 2.5, "the oldest article": 3.0, "a guide page": 2.0}
"""Seconds until the page is served, as it is at 1,000 articles on a busy machine, with some room; the aim is one."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What is edited: its name, the file, where a word goes in, and the page that shows the word then."""

    name: str
    path: Path
    insert: Callable[[str, str], str]
    page: str


@dataclass(frozen=True, slots=True)
class Took:
    """What an edit took, in seconds: until it was served, until it was seen, and of the server's processor."""

    served: float
    seen: float
    processor: float


def edits(root: Path) -> Iterator[Edit]:
    """An edit of each kind, the most frequent first."""
    oldest, *_, newest = sorted((root / "content/articles").rglob("*.txt"))
    entity = next(path for path in sorted((root / "content/entities/people").glob("*.md")))
    guide = root / "docs" / "notes.md"
    guide.write_text("# Notes\n\nWritten by hand.\n")
    template = root / "site_templates" / "pages" / "article.md.jinja"
    template.parent.mkdir(parents=True)
    template.write_text(read.templates(read.site(root))[template.name])
    yield Edit("the newest article", newest, _in_body, _shown(newest))
    yield Edit("the oldest article", oldest, _in_body, _shown(oldest))
    yield Edit("a guide page", guide, "{}\nIt is {}.\n".format, "notes.html")
    yield Edit("an entity's text", entity, "{}\nThis is {}.\n".format, f"archive/entities/people/{entity.stem}.html")
    yield Edit("an entity's alias", entity, _in_aliases, f"archive/entities/people/{entity.stem}.html")
    yield Edit("the page template", template, "{}\n\nTemplate {}.\n".format, _shown(oldest))


def _shown(article: Path) -> str:
    """The article's page; the folders are those of years."""
    return f"archive/articles/{article.parent.name}/{article.stem}.html"


def _in_body(text: str, word: str) -> str:
    """The article with a sentence at the end of its first paragraph; the head is four lines and an empty one."""
    lines = text.split("\n")
    lines[5] += f" It was called {word} then."
    return "\n".join(lines)


def _in_aliases(text: str, word: str) -> str:
    kept = "\n".join(line for line in text.split("\n") if not line.startswith("aliases:"))
    return kept.replace("---\nname:", f"---\naliases: [Vessel {word.title()}]\nname:")


# --- the server and its reader ------------------------------------------------------------------------------


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, int]]:
    """The address of a server of this archive that has built it, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path[1:]])}
    with subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}/"
            while not _version(address):
                sleep(0.2)
            yield address, process.pid
        finally:
            process.terminate()


def _got(address: str) -> str:
    with suppress(OSError), urllib.request.urlopen(address, timeout=600) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())
    return ""


def _version(address: str, seen: int | str = "") -> int:
    return int(json.loads(_got(f"{address}.briefing/state?{seen}") or '{"version": 0}')["version"])


def took(edit: Edit, word: str, address: str, pid: int, page: Any) -> Took:
    """Make the edit and wait for it: until the server has it, and until the reader's page shows it."""
    if page:
        page.goto("about:blank")  # so that the page before does not reload just now
        page.goto(address + edit.page)
    sleep(2.2)  # an editor reads the page before writing on
    text, before = edit.path.read_text("utf-8"), _spent(pid)
    begun = perf_counter()
    edit.path.write_text(edit.insert(text, word), "utf-8")
    if page:
        page.wait_for_function(
            "word => document.body.innerText.toLowerCase().includes(word)", arg=word, timeout=600_000
        )
    seen = perf_counter() - begun
    while word not in _got(address + edit.page).lower():
        version = _version(address)
        _version(address, version)
    return Took(perf_counter() - begun, seen if page else float("nan"), _spent(pid) - before)


def _spent(pid: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def reader() -> Iterator[Any]:
    """A page of a browser; nothing where there is none."""
    try:
        from tests.bench.search.asking import browser  # noqa: PLC0415 - needs playwright, which only some machines have
    except ImportError:
        yield None
        return
    with browser() as started:
        yield started.new_page() if started else None


def main() -> None:
    """Measure, print, and exit with 1 where something takes longer than its ceiling."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.serving", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=5, help="how many of each kind (default: 5)")
    parser.add_argument("--only", default="", help="a part of the names of the kinds to measure")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, reader() as page:
        root = Path(folder) / "archive"
        archive.write(asked.articles, root, max(10, asked.articles // 10))
        kinds = [edit for edit in edits(root) if asked.only in edit.name]
        with serving(root) as (address, pid):
            found = {edit.name: _several(edit, asked.edits, address, pid, page) for edit in kinds}
    above = [name for name, each in found.items() if each.served > CEILINGS.get(name, 600)]
    print(f"above the ceiling: {', '.join(above) or 'nothing'}")
    sys.exit(bool(above))


def _several(edit: Edit, number: int, address: str, pid: int, page: Any) -> Took:
    """The medians of several edits, printed; the first, which warms up, counts as any other."""
    # Each word is on no page before.
    words = [f"vex{edit.name.replace(' ', '').replace(chr(39), '')}{chr(97 + each)}" for each in range(number)]
    all_took = [took(edit, word, address, pid, page) for word in words]
    middle = Took(*(median(getattr(each, field) for each in all_took) for field in Took.__slots__))
    first = all_took[0].served
    most = f"  ≤ {CEILINGS[edit.name]:.1f}" if edit.name in CEILINGS else ""
    print(
        f"{edit.name:<20} served {middle.served:6.2f} s{most}, seen {middle.seen:6.2f} s, "
        f"server's processor {middle.processor:6.2f} s; the first time {first:.2f} s",
        flush=True,
    )
    return middle


if __name__ == "__main__":
    main()
