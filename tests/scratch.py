"""Scratch archives for tests: made, filled, run, and looked at."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import build, init, publish, read
from generator.build import Report
from generator.model import Site

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CORPUS = TESTS / "corpus"

ARTICLE = """A lantern was found under the pier of Eastbank on Sunday, and given to the keeper of the harbor.

Nobody knows how old it is. The keeper said that he had never seen one like it in forty years on the water.
"""
"""A text that is an article and nothing more."""

Files = Mapping[str, str | bytes]


def archive(folder: Path, files: Files | None = None) -> Site:
    """A new archive in this folder, with these files below `content/`."""
    init.archive(folder)
    put(folder / "content", files or {})
    return read.site(folder)


def put(folder: Path, files: Files) -> None:
    """Write files, the folders above them too; text becomes UTF-8 as it stands."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def corpus(folder: Path) -> Site:
    """The invented archive of `tests/corpus/`, in a folder of its own."""
    init.archive(folder)
    shutil.copytree(CORPUS, folder, dirs_exist_ok=True)
    return read.site(folder)


def generated(site: Site, *, strict: bool = False) -> Report:
    """Generate the pages of the archive in this process."""
    with build.workers(1) as executor:
        return build.generate(site, executor, strict=strict)


def published(site: Site) -> Site:
    """Generate and publish the archive in this process; the same archive."""
    generated(site)
    publish.site(site)
    return site


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder: its path with forward slashes, and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def briefing(*args: str | Path, cwd: Path, module: str = "generator", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own, as a user does."""
    # The archive's folder is the current one there, so the package is found where this process has it.
    found = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))).strip(os.pathsep)
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, args)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": found, "PYTHONIOENCODING": "utf-8", **env},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def node(script: str, **environment: str) -> None:
    """Run a script of `tests/` with Node's own test runner, and fail with what it says; skip where there is no Node."""
    program = shutil.which("node")
    if not program:
        pytest.skip("no Node found; the browser tests run the engine as well")
    result = subprocess.run(
        [program, "--test", "--test-reporter=spec", str(TESTS / script)],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
