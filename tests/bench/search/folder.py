"""An index in a folder, with a page that can be asked: served on this machine, or opened from the disk."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator import read, search
from generator.model import Archive, Page
from generator.search import scripts
from generator.work import workers

ROOT = Path(__file__).parents[3]
PAGE = (
    "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Ask</title><script src=archive/assets/search.js></script>"
)
"""What a question can be put to; the page of the site has more on it, which is measured as such."""


def pages(archive: Archive) -> Iterator[Page]:
    """The index of the archive, made by this process."""
    with workers(1) as here:
        yield from search.pages(search.parts(archive, (), {each.id: b"" for each in archive.articles}, ""), here)


def engine() -> Page:
    """What asks it, as the site has it."""
    parts = [page for page in read.assets(read.site(ROOT)) if page.path.startswith("search/")]
    return next(page for page in scripts.joined(parts) if page.path == "search.js")


def write(folder: Path, index: Iterable[Page]) -> None:
    """Put the index, the engine and the page into the folder, as they lie in a site."""
    made = engine()
    for page in (*index, Page(f"assets/{made.path}", made.data)):
        path = folder / "archive" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.data)
    (folder / "index.html").write_text(PAGE)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server, on the loopback interface, that has the folder at its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # as servers do: many files by one connection

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""
