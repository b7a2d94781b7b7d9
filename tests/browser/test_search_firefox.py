"""The search works in Firefox too, from a disk: typed, narrowed, gone back from, followed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).with_name("firefox.cjs")


@pytest.fixture
def firefox() -> str:
    """The program; what is missing to drive it is said."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None or shutil.which("node") is None:
        pytest.skip("no Firefox or no Node found; install firefox-esr and nodejs")
    known = subprocess.run(["node", "-e", "require.resolve('puppeteer-core')"], capture_output=True, check=False)
    if known.returncode:
        pytest.skip("puppeteer-core is not found; npm install puppeteer-core, and name its folder in $NODE_PATH")
    return program


def test_firefox_searches_on_a_disk(firefox: str, shown: Path) -> None:
    run = subprocess.run(
        ["node", str(SCRIPT), firefox, shown.as_uri() + "/"], capture_output=True, text=True, timeout=400, check=False
    )
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    assert seen["trouble"] == []
    assert any("pact" in each for each in seen["options"])
    assert any("pact" in each for each in seen["results"])
    assert "?q=harbor+pact&kind=" in seen["chosen"]
    assert {each.lower() for each in seen["marks"]} <= {"harbor", "harbor's", "harbors", "pact", "pacts"}
    assert seen["left"] == shown.as_uri() + "/archive/search.html?q=harbor+pact"
