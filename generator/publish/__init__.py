"""Pages on the disk as a site: MkDocs builds beside it, and the finished site takes the old one's place whole."""

import tempfile
from pathlib import Path

from generator.model import Site
from generator.problems import ContentError, Problem

__all__ = ["serve", "site"]


def site(site: Site) -> None:
    """Build the site with MkDocs and put it in the place of the old one.

    Raises:
        ContentError: MkDocs could not build it; the old site stays as it was.
    """
    from generator.publish import material  # noqa: PLC0415 - MkDocs takes half a second to import

    site.output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site.output.parent, ignore_cleanup_errors=True) as aside:
        fresh = Path(aside) / "fresh"
        material.build(site.root / "mkdocs.yml", fresh)
        _swap(fresh, site.output, Path(aside) / "old")


def _swap(fresh: Path, current: Path, old: Path) -> None:
    """Put the fresh site in the place of the current one: two renames, so that no reader meets half a site."""
    if current.is_symlink() or current.is_file():
        message = (
            f'"{current}" is not a folder, so the site cannot be put there; remove it, or name another with --site'
        )
        raise ContentError([Problem(str(current), 0, "path", "error", message)])
    fresh.chmod(0o755)
    if current.exists():
        current.rename(old)
    try:
        fresh.rename(current)
    except OSError:
        if old.exists():
            old.rename(current)
        raise


def serve(site: Site, port: int) -> None:
    """Serve the archive on the loopback address until interrupted, building it again after every edit."""
    from generator.publish import material  # noqa: PLC0415 - see `site`

    material.serve(site.root / "mkdocs.yml", port)
