"""Whether Firefox, where it is installed, answers a question from the disk: no driver is needed to see that.

The page tells a server on this machine what it found, by asking it for a picture.
"""

import shutil
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

_SECONDS = 60
_PAGE = """<!DOCTYPE html><meta charset=utf-8><script src="archive/assets/search.js"></script><script>
const asked = new URLSearchParams(location.hash.slice(1));
BriefingSearch.search(asked.get("q"))
  .then((answer) => answer.results.filter((result) => result.excerpt).length, (error) => error.message)
  .then((found) => { new Image().src = `${asked.get("tell")}?found=${encodeURIComponent(found)}`; });
</script>"""


def program() -> str | None:
    """Firefox, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def found(folder: Path, text: str) -> str:
    """How many results with an excerpt Firefox shows for the question, or what went wrong, in words."""
    (folder / "firefox.html").write_text(_PAGE)
    told: list[str] = []
    heard = threading.Event()

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.extend(parse_qs(urlsplit(self.path).query).get("found", []))
            self.send_response(204)
            self.end_headers()
            if told:
                heard.set()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server, tempfile.TemporaryDirectory() as profile:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"{(folder / 'firefox.html').as_uri()}#q={text}&tell=http://127.0.0.1:{server.server_port}/"
        command = [program() or "firefox", "--headless", "--no-remote", "--profile", profile, address]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            heard.wait(_SECONDS)
            running.terminate()
        server.shutdown()
    return told[0] if told else f"nothing within {_SECONDS} seconds"
