"""Finds the Chromium, or a browser made of it, that this machine has; playwright's own need not be downloaded."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

# Chrome before Chromium: where both are, the latter may live in a package that cannot read files lying about.
_NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome", "msedge")
_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


def find() -> str | None:
    """The program: what $CHROMIUM names, else one on the path, else one where installers put it; None without any."""
    return next((path for path in _places() if path and Path(path).is_file()), None)


def arguments() -> list[str]:
    """How to start it: without its sandbox where it would refuse, as root; never with a graphics card."""
    root = sys.platform != "win32" and os.geteuid() == 0
    return ["--disable-gpu", *(["--no-sandbox"] if root else [])]


def _places() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")
    yield from map(shutil.which, _NAMES)
    yield from _MAC
    for root in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        yield from (f"{os.environ[root]}/{name}" for name in _WINDOWS if root in os.environ)
