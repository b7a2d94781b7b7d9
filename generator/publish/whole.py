"""A site that MkDocs has to build in one piece, because a plugin or a template looks at all of its pages at once."""

from pathlib import Path

from generator.publish import manifest, material
from generator.publish.assembly import Assembly
from generator.publish.edition import Edition


def build(config: Path, folder: Path, new: Edition, assembly: Assembly) -> tuple[Edition, int]:
    """Have MkDocs build the site into a folder, and put it together from there; how many pages were built, too.

    Raises:
        ContentError: MkDocs could not build it.
        OSError: The disk is full, or cannot be written to.
    """
    material.build(config, folder)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name != manifest.PATH:
            assembly.put(name, path.read_bytes())
        path.unlink()
    return new, sum(name.endswith(".html") for name in assembly.outputs)
