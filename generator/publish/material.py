"""MkDocs with Material, called as a library."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import ContentError, Problem

_log = logging.getLogger(__name__)

GENERATED = "BRIEFING_GENERATED"
"""Set in the environment while the pages are already generated, so that the hook does not generate them again."""


def build(config: Path, output: Path) -> None:
    """Build the site of this `mkdocs.yml` into a new folder.

    Raises:
        ContentError: MkDocs says that it cannot.
    """
    from mkdocs.commands import build as command  # noqa: PLC0415 - MkDocs takes half a second to import
    from mkdocs.config import load_config  # noqa: PLC0415

    with _generated(), quiet(), answering(config, *BUILDING):
        loaded = load_config(str(config), site_dir=str(output))
        loaded.plugins.on_startup(command="build", dirty=False)
        command.build(loaded)
        loaded.plugins.on_shutdown()


BUILDING = ("build the site", "the old site stays as it was")
"""What `answering` tells of a build."""


@contextmanager
def answering(config: Path, what: str, then: str) -> Iterator[None]:
    """Tell in a line what MkDocs could not do; the traceback is for who turns debugging on."""
    try:
        yield
    except ContentError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - an extension raises what it likes
        _log.debug("MkDocs could not %s", what, exc_info=True)
        message = f"MkDocs could not {what} ({type(error).__name__}): {error}; {then}"
        raise ContentError([Problem(config.name, 0, "configuration", "error", message)]) from None


@contextmanager
def _generated() -> Iterator[None]:
    os.environ[GENERATED] = "1"
    try:
        yield
    finally:
        del os.environ[GENERATED]


@contextmanager
def quiet(told: Callable[[logging.LogRecord], None] | None = None) -> Iterator[None]:
    """Let MkDocs say only what matters: pages outside of the navigation are this archive's way, not a fault.

    Args:
        told: Is called with every warning, which is then said nowhere else; where there is none, it is logged.
    """
    logger = logging.getLogger("mkdocs")
    before, propagate = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    handler = _Handing(told) if told else None
    if handler:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.propagate = propagate
        if handler:
            logger.removeHandler(handler)


class _Handing(logging.Handler):
    """Hands every record on."""

    def __init__(self, told: Callable[[logging.LogRecord], None]) -> None:
        """Hand it on by calling this."""
        super().__init__()
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the record on."""
        self._told(record)
