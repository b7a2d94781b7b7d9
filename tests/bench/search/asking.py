"""Questions put to the search in a browser, and what it takes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

ROUNDS = 3
"""Readers who do the same: what others do on the machine in the meantime makes the best of them the least wrong."""

_ALL = """async (texts) => {
  const found = [];
  for (const text of texts) {
    const answer = await BriefingSearch.search(text, {limit: 10, count: []});
    found.push(answer.results.map((result) => result.url));
  }
  return found;
}"""
# As the search page asks when it is opened.
_SHOWN = """async (text) => {
  const answer = await BriefingSearch.search(text, {limit: 10, quick: true, open: false});
  for (const {title, excerpt} of answer.results) {
    const shown = document.createElement("p");
    shown.textContent = title + excerpt;
    document.documentElement.append(shown);
  }
  await new Promise((resolve) => requestAnimationFrame(() => resolve()));
  return [performance.now(), answer.results.length];
}"""
_TYPED = """async (text) => {
  const spent = [];
  for (let end = 1; end <= text.length; end++) {
    const begin = performance.now();
    const typed = text.slice(0, end);
    await Promise.all([BriefingSearch.search(typed, {limit: 8, quick: true}), BriefingSearch.suggest(typed)]);
    spent.push(performance.now() - begin);
  }
  return spent;
}"""


@dataclass(frozen=True, slots=True)
class Cold:
    """What the first question on a page takes.

    Attributes:
        milliseconds: From the opening of the page to the excerpts.
        processor: Milliseconds that the page's thread worked in that time, which others on the machine change little.
        files: How many were loaded, the page itself aside.
        size: Their bytes, as they lie on the disk.
    """

    milliseconds: float
    processor: float
    files: int
    size: int


@contextmanager
def browser() -> Iterator[Browser | None]:
    """A browser without a window; None where there is none."""
    program = chromium.find()
    if program is None:
        yield None
        return
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=chromium.arguments())
        yield started
        started.close()


@contextmanager
def page(started: Browser, root: str) -> Iterator[Page]:
    """The page of an index, of a reader who has never been here."""
    with started.new_context() as context:
        context.set_default_timeout(120_000)
        opened = context.new_page()
        opened.goto(f"{root}index.html")
        yield opened


def answers(opened: Page, texts: Sequence[str]) -> list[list[str]]:
    """The ids of the first ten articles that each question finds."""
    found: list[list[str]] = opened.evaluate(_ALL, list(texts))
    return [[_id(url) for url in urls] for urls in found]


def _id(url: str) -> str:
    return unquote(urlsplit(url).path).rpartition("archive/articles/")[2].removesuffix(".html")


def cold(started: Browser, root: str, folder: Path, text: str) -> Cold:
    """What it takes to open the page and put one question: of several readers, the one who waits least."""
    return min((_cold(started, root, folder, text) for _ in range(ROUNDS)), key=lambda each: each.milliseconds)


def _cold(started: Browser, root: str, folder: Path, text: str) -> Cold:
    with started.new_context() as context:
        opened = context.new_page()
        session = context.new_cdp_session(opened)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        paths: list[str] = []
        opened.on("request", lambda request: paths.append(unquote(urlsplit(request.url).path)))
        opened.goto(f"{root}index.html")
        spent, shown = opened.evaluate(_SHOWN, text)
        metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    assert shown, f"nothing is found for {text}"
    inside = [folder / "archive" / path.rpartition("archive/")[2] for path in paths if "archive/" in path]
    return Cold(spent, 1000 * metrics["TaskDuration"], len(inside), sum(path.stat().st_size for path in inside))


def keystrokes(started: Browser, root: str, text: str) -> list[float]:
    """The milliseconds that each letter takes after the first, on a page where nothing was asked before.

    Of several readers, each letter's least.
    """
    rounds = []
    for _ in range(ROUNDS):
        with page(started, root) as opened:
            spent: list[float] = opened.evaluate(_TYPED, text)
            rounds.append(spent[1:])
    return [min(each) for each in zip(*rounds, strict=True)]


def middle(values: Sequence[float]) -> float:
    """The median; 0 of nothing."""
    return median(values) if values else 0.0
