"""A small site, built once, served on this machine and lying on its disk, and a browser to open it with."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import scratch
from tests.browser import chromium, hostile
from tests.browser.visit import Visit, begun


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site: the invented archive, and articles and entities whose names are markup."""
    site = scratch.corpus(tmp_path_factory.mktemp("shown") / "archive")
    scratch.put(site.content, hostile.FILES)
    return scratch.published(site).output


@pytest.fixture(scope="session")
def served(shown: Path) -> Iterator[str]:
    """The address of a server, on the loopback interface, that has the site at its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(shown))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(params=["http", "disk"])
def root(request: pytest.FixtureRequest, shown: Path) -> str:
    """Where the site is opened from: a server, or a folder on the disk."""
    if request.param == "http":
        return str(request.getfixturevalue("served"))
    return shown.as_uri() + "/"


# Not for the session: while playwright runs, no other test could have an event loop of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser without a window; where there is none, what needs it is skipped."""
    program = chromium.find()
    if program is None:
        pytest.skip("no Chromium found; install Chromium, Chrome or Edge, or name one in $CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=chromium.arguments())
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, as wide as a laptop's screen, of a reader who has never been here."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture
def visit(page: Page, root: str) -> Visit:
    """A fresh page that notes everything that goes wrong on it, on the way the test is run for."""
    return begun(page, root)


@pytest.fixture
def online(page: Page, served: str) -> Visit:
    """The same over http only, for what a disk does not have."""
    return begun(page, served)
