"""MkDocs with Material, called as a library."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import ContentError, Problem

GENERATED = "BRIEFING_GENERATED"
"""Set in the environment while the pages are already generated, so that the hook does not generate them again."""


def build(config: Path, output: Path) -> None:
    """Build the site of this `mkdocs.yml` into a new folder.

    Raises:
        ContentError: MkDocs says that it cannot.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands import build as command  # noqa: PLC0415 - the warning's switch is read at import
    from mkdocs.config import load_config  # noqa: PLC0415

    with _generated(), _warnings():
        try:
            loaded = load_config(str(config), site_dir=str(output))
            loaded.plugins.on_startup(command="build", dirty=False)
            command.build(loaded)
            loaded.plugins.on_shutdown()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an extension raises what it likes
            message = f"MkDocs could not build the site ({type(error).__name__}): {error}; the old site stays as it was"
            raise ContentError([Problem(config.name, 0, "front-matter", "error", message)]) from None


def serve(config: Path, port: int) -> None:
    """Serve the site on the loopback address until interrupted; the hook builds the archive after every edit."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands import serve as command  # noqa: PLC0415 - see `build`

    logging.getLogger("mkdocs").setLevel(logging.INFO)
    command.serve(str(config), livereload=True, dev_addr=f"127.0.0.1:{port}")


@contextmanager
def _generated() -> Iterator[None]:
    os.environ[GENERATED] = "1"
    try:
        yield
    finally:
        del os.environ[GENERATED]


@contextmanager
def _warnings() -> Iterator[None]:
    """Let MkDocs say only what matters: pages outside of the navigation are this archive's way, not a fault."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)
