"""The preview: a server on this machine's own address that builds again after every edit and has the page reload."""

import json
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread

from generator import read
from generator.model import Site
from generator.problems import ContentError, Problem
from generator.publish import sources

_log = logging.getLogger(__name__)

Build = Callable[[Site], Sequence[Problem]]
"""Builds an archive's site, and gives what is wrong with its content."""

_HOST = "127.0.0.1"
_STATE = "/.briefing/state"
_SCRIPT = "/.briefing/reload.js"
_WAIT = 20.0
"""Seconds after which a page that waits for the next build is told that there was none."""

_WAITING = b"""<!doctype html><html lang="en"><title>Preview</title>
<body><p>There is nothing to show yet. This page appears when the archive is built.</p></body></html>"""

_RELOAD = """\
// In the preview only: waits for the next build, and says what was wrong with the last one.
(function () {
  var seen = Number(document.currentScript.src.split("?")[1]);
  var box = document.createElement("pre");
  box.setAttribute("role", "alert");
  Object.assign(box.style, {position: "fixed", inset: "auto 0 0 0", margin: 0, padding: "1em", maxHeight: "50vh",
    overflow: "auto", whiteSpace: "pre-wrap", font: "14px/1.4 monospace", color: "#fff", background: "#8a1c1c",
    zIndex: 9999});
  function show(state) {
    if (state.version !== seen) return location.reload();
    box.textContent = state.problems.join("\\n");
    if (state.problems.length) document.body.append(box);
    ask("?" + seen);
  }
  function ask(query) {
    fetch("/.briefing/state" + query).then(function (answer) { return answer.json(); }).then(show).catch(function () {
      setTimeout(ask, 1000, "");
    });
  }
  ask("");
})();
"""


class _State:
    """What the last build came to, for the pages that wait for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.version = 0
        self.problems: tuple[str, ...] = ()

    def renew(self, problems: Sequence[str]) -> None:
        """Tell whoever waits that there was a build."""
        with self._changed:
            self.version += 1
            self.problems = tuple(problems)
            self._changed.notify_all()

    def told(self, seen: str) -> bytes:
        """The state as JSON; where it is the one that was seen, the next one, if it comes soon."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.version) != seen, _WAIT)
            return json.dumps({"version": self.version, "problems": self.problems}).encode()


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the files of the site, each page with the script that has it reload."""

    def __init__(self, state: _State, *args: object, **options: object) -> None:
        self._state = state
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request of this machine; one by another name may come from a page of somebody else's."""
        path, _, query = self.path.partition("?")
        if not self._called_by_own_name():
            self.send_error(403)
        elif path == _STATE:
            self._answer(self._state.told(query), "application/json")
        elif path == _SCRIPT:
            self._answer(_RELOAD.encode(), "text/javascript")
        else:
            self._answer_file()

    def do_HEAD(self) -> None:
        """Answer as far as a request for the file itself would be."""
        if self._called_by_own_name():
            super().do_HEAD()
        else:
            self.send_error(403)

    def _called_by_own_name(self) -> bool:
        name, _, port = (self.headers.get("Host") or "").partition(":")
        return name in {_HOST, "localhost"} and (port or "80") == str(self.connection.getsockname()[1])

    def _answer_file(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            super().do_GET()  # sends to the address with a slash at its end
        elif page.suffix == ".html":
            self._answer_page(page)
        else:
            super().do_GET()

    def _answer_page(self, page: Path) -> None:
        missing = Path(str(self.directory)) / "404.html"
        status = 200 if page.is_file() else 404
        found = page if status == 200 else missing
        html = found.read_bytes() if found.is_file() else _WAITING
        script = f'<script src="{_SCRIPT}?{self._state.version}"></script></body>'.encode()
        self._answer(script.join(html.rsplit(b"</body>", 1)), "text/html; charset=utf-8", status)

    def _answer(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        """Have the browser ask again for everything: it may have changed."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


class _Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def handle_error(self, _request: object, _client: object) -> None:
        """Say nothing of a browser that went away while its page waited."""
        _log.debug("a request was not answered", exc_info=True)


def serve(site: Site, port: int, told: Callable[[str], None], build: Build) -> None:
    """Serve the archive until interrupted, and build it again after every edit; an error is shown, and nothing ends.

    Args:
        site: The archive; its own site is left alone.
        port: The port to listen on.
        told: Is called with each line there is to say.
        build: Builds the preview.

    Raises:
        OSError: The port is taken, or not one that this user may listen on.
    """
    output = site.root / ".cache" / "preview"
    state = _State()
    with _server(port, partial(_Handler, state, directory=str(output))) as server:
        told(f"Showing {site.settings.name} at http://{_HOST}:{port}/ – Ctrl+C ends it")
        Thread(target=server.serve_forever, daemon=True).start()
        with suppress(KeyboardInterrupt):
            for _ in _edits(site):
                state.renew(_built(site.root, output, build, told))
                Thread(target=_prepare, daemon=True).start()
        server.shutdown()


def _prepare() -> None:
    """Have at hand what the next edit needs and a build that changed nothing has not asked for."""
    with suppress(ImportError):
        from generator.publish import parts  # noqa: F401, PLC0415 - MkDocs takes half a second to import


def _server(port: int, handler: Callable[..., SimpleHTTPRequestHandler]) -> _Server:
    try:
        return _Server((_HOST, port), handler)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OSError(error.errno, f"port {port} cannot be used ({reason}); name another with --port") from None


def _built(root: Path, output: Path, build: Build, told: Callable[[str], None]) -> list[str]:
    """Build the preview, and tell how that went; what to show as wrong."""
    begun = time.monotonic()
    try:
        site = replace(read.site(root), output=output)
        output.parent.mkdir(exist_ok=True)
        found = [str(problem) for problem in build(site) if problem.severity == "error"]
    except Exception as error:  # noqa: BLE001 - such as a mistake in a page template that is being written
        _log.debug("the preview could not be built", exc_info=True)
        found = _failure(error)
        for line in found:
            told(line)
    else:
        told(f"Built in {time.monotonic() - begun:.1f} seconds")
    return found


def _failure(error: Exception) -> list[str]:
    if isinstance(error, ContentError):
        return [str(problem) for problem in error.problems]
    if isinstance(error, OSError):
        return [f"error: {error.filename or ''}: {error.strerror or error}"]
    return [f"error: {type(error).__name__}: {error}"]


# --- edits ---------------------------------------------------------------------------------------------------


def _edits(site: Site) -> Iterator[None]:
    """Comes back at once, and then after every edit; looking takes little of the processor, also in a large archive."""
    before = None
    while True:
        begun = time.monotonic()
        now = _snapshot(site)
        if now != before:
            before = now
            yield
        else:
            time.sleep(max(0.1, 10 * (time.monotonic() - begun)))


def _snapshot(site: Site) -> frozenset[tuple[str, int, int]]:
    """Everything that the site is made from but what the generator makes itself."""
    try:
        return frozenset(_seen(site))
    except FileNotFoundError:
        return frozenset()  # something goes just now


def _seen(site: Site) -> Iterator[tuple[str, int, int]]:
    for folder in (site.content, site.archive.parent, site.templates):
        if folder.is_dir():
            for _path, entry in sources.files(str(folder), without=str(site.archive)):
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
    status = (site.root / "mkdocs.yml").stat()
    yield "mkdocs.yml", status.st_mtime_ns, status.st_size
