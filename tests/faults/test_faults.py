"""Whatever fails, the visible site is the old one or the new one, and the next build needs no help."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from generator import publish, read
from generator.model import Site
from generator.problems import ContentError
from generator.publish import place
from tests import scratch

CONFIG = """site_name: Tiny
use_directory_urls: false
theme:
  name: material
  font: false
plugins: []
nav:
  - Home: index.md
"""


def tiny(folder: Path) -> Site:
    """An archive of three pages."""
    pages = {f"docs/archive/{name}.md": f"---\ntitle: {name}\n---\n\n# {name}\n\nText.\n" for name in ("one", "two")}
    scratch.put(folder, {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n\n[One](archive/one.md)\n", **pages})
    return read.site(folder)


def changed(site: Site) -> None:
    """Change a page, take one away, and add one."""
    scratch.put(site.root, {"docs/archive/one.md": "---\ntitle: one\n---\n\n# one\n\nOther text.\n"})
    scratch.put(site.root, {"docs/archive/three.md": "---\ntitle: three\n---\n\n# three\n"})
    (site.archive / "two.md").unlink()


def injected(site: Site, fault: str, number: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.injected", fault, str(number)],
        cwd=site.root,
        env={**os.environ, "PYTHONPATH": str(scratch.ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """An archive that was published twice and then changed, and its site before and after."""
    site = tiny(tmp_path_factory.mktemp("faults") / "archive")
    publish.site(site)
    scratch.put(site.root, {"docs/index.md": "# Home\n\n[Two](archive/two.md)\n"})
    publish.site(site)
    old = scratch.tree(site.output)
    changed(site)
    copy = site.root.with_name("copy")
    shutil.copytree(site.root, copy)
    publish.site(read.site(copy))
    assert (site.root / ".site-site-previous").is_dir()
    return site.root, old, scratch.tree(copy / "site")


def steps(root: Path, folder: Path) -> int:
    """How many steps a publication takes that nothing happens to."""
    done = injected(read.site(Path(shutil.copytree(root, folder))), "kill", 0)
    shutil.rmtree(folder)
    return int(done.stdout)


# All of them take minutes; every run has some, and `HYPOTHESIS_PROFILE=thorough` all.
EVERY = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 31


@pytest.mark.parametrize("fault", ["kill", "ENOSPC", "EIO", "EROFS"])
def test_at_every_step_the_site_is_the_old_or_the_new_one_and_the_next_build_is_clean(
    editions: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path, fault: str
) -> None:
    root, old, new = editions
    number = steps(root, tmp_path / "count")
    assert number > 30
    for step in range(1, number + 1, EVERY):
        site = read.site(Path(shutil.copytree(root, tmp_path / "archive")))
        done = injected(site, fault, step)
        assert done.returncode in {0, 1, 9}, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        assert scratch.tree(site.output) in (old, new), f"torn at step {step}"
        with publish.alone(site):
            publish.site(site)
        assert scratch.tree(site.output) == new, f"wrong after step {step}"
        left = {path.name for path in site.root.iterdir() if path.name.startswith((".site-", place.LOCK))}
        assert left <= {".site-site-previous"}
        shutil.rmtree(site.root)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only to an administrator")
def test_a_folder_that_cannot_be_written_to_is_said_in_a_line_and_the_old_site_stays(tmp_path: Path) -> None:
    site = tiny(tmp_path / "archive")
    publish.site(site)
    old = scratch.tree(site.output)
    changed(site)
    site.root.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(PermissionError):
            publish.site(site)
        assert scratch.tree(site.output) == old
    finally:
        site.root.chmod(stat.S_IRWXU)


def test_a_killed_build_holds_nobody_up(tmp_path: Path) -> None:
    """The lock is the system's, so that it goes with the process that held it."""
    site = tiny(tmp_path / "archive")
    code = (
        "import os, sys; from pathlib import Path; from generator import publish, read; "
        "held = publish.alone(read.site(Path.cwd())); held.__enter__(); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=site.root,
        env={**os.environ, "PYTHONPATH": str(scratch.ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(ContentError, match=f"process {process.pid} of "), publish.alone(site):
            pass
        process.kill()
        process.wait()
    with publish.alone(site):
        publish.site(site)
    assert (site.output / "index.html").is_file()
