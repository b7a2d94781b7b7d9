"""Makes a new, empty archive that builds."""

from pathlib import Path

from generator import read, write
from generator.problems import ContentError, Problem

_FOLDERS = ("content/articles", "content/entities", "docs")


def archive(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new archive; the paths written.

    Raises:
        ContentError: One of them exists; nothing is written then.
    """
    files = {folder / name: data for name, data in sorted(_files().items())}
    taken = [
        Problem(str(path), 0, "path", "error", "exists already; nothing was written") for path in files if path.exists()
    ]
    if taken:
        raise ContentError(taken)
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        write.new(path, data)
    return tuple(files)


def _files() -> dict[str, bytes]:
    """By path in the new archive: the files of `new/`, and the theme, which MkDocs needs beside its configuration."""
    templates = read.packaged()
    found = {
        path.relative_to(templates / "new").as_posix(): path
        for path in (templates / "new").rglob("*")
        if path.is_file()
    }
    for name in (
        "hook.py",
        *(path.relative_to(templates).as_posix() for path in (templates / "theme").rglob("*.html")),
    ):
        found[f"site_templates/{name}"] = templates / name
    # A file that begins with a dot would be left out of packages.
    return {".gitignore" if name == "gitignore" else name: path.read_bytes() for name, path in found.items()}
