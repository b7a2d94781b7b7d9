"""What the shards of a site that one process builds have in common: the theme, and the files that links point to."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel


@dataclass(frozen=True, slots=True)
class Project:
    """What every shard has to know besides its own pages.

    Attributes:
        files: The configuration and the theme, by path from the archive's folder.
        menu: The pages of the navigation, as short as they can be without another title or metadata.
        known: The paths of all files below `docs/`, one a line: what links may point to.
    """

    files: Mapping[str, bytes]
    menu: Mapping[str, bytes]
    known: str


_HELD = 16_384
"""Files that links point to which a process holds; one is soon made again."""


class Theme:
    """The theme of one or more projects, which have it prepare its templates but once."""

    def __init__(self, config: Path, project: Project) -> None:
        """Prepare it when it is first asked for."""
        self.made_from = config, project.files, project.menu
        self.files: dict[str, File] = {}
        self._env: Any = None

    def keep(self, theme: Any) -> None:
        """Have MkDocs take the templates that are prepared."""
        prepare = theme.get_env

        def kept() -> Any:
            self._env = self._env or prepare()
            return self._env

        theme.get_env = kept


class Shared:
    """What the shards of one project in this process have in common: the theme, and the files that links point to."""

    def __init__(self, project: Project, theme: Theme) -> None:
        """Share what this project has."""
        self.project, self.theme = project, theme
        self._others = frozenset(project.known.splitlines())
        self._excluded: dict[str, File] = {}

    def has(self, path: str) -> bool:
        """Whether links may point to this path."""
        return path in self._others or path in self.theme.files

    def excluded_file(self, path: str, config: Any) -> File:
        """A file that is not this shard's to build."""
        found = self.theme.files.get(path) or self._excluded.get(path)
        if found is None:
            if len(self._excluded) >= _HELD:
                self._excluded.clear()
            found = self._excluded[path] = file_of(path, config, InclusionLevel.EXCLUDED)
        return found


_shared_last: list[Shared] = []
"""What the shards of the last project share."""


def shared(config: Path, project: Project) -> Shared:
    """What the shards of this project share, and where only pages are others than in the last, the theme with those."""
    last = _shared_last[0] if _shared_last else None
    if not last or last.project is not project:
        theme = Theme(config, project)
        # The theme of an edition that differs in its pages only, as in a preview, is the same.
        last = Shared(project, last.theme if last and last.theme.made_from == theme.made_from else theme)
        _shared_last[:] = [last]
    return last


class Known(Files):
    """The pages of a shard; the other files come into being, excluded, when a link asks for them."""

    def __init__(self, files: Iterable[File], shared: Shared, config: Any) -> None:
        """Know these, and others through what the shards share."""
        super().__init__(files)
        self._shared = shared
        self._config = config
        self.asked: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        """The file of this path, and a note that it was asked for."""
        # What a link says is normal already, but for what people write.
        name = path if self._shared.has(path) else PurePosixPath(path).as_posix()
        self.asked.add(name)
        found = self.src_uris.get(name)
        if found is None and self._shared.has(name):
            found = self._shared.excluded_file(name, self._config)
            self.append(found)
        return found


class _File(File):
    """A file whose path is as MkDocs has paths: it does not look whether it is, which takes half of the time."""

    @property
    def src_path(self) -> str:
        """As the system writes it."""
        return os.path.normpath(self.src_uri)

    @src_path.setter
    def src_path(self, value: str) -> None:
        self.src_uri = value


def file_of(path: str, config: Any, inclusion: InclusionLevel, data: bytes | None = None) -> File:
    """A file of the site, which need not be on the disk."""
    found = _File(path, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=inclusion)
    if data is not None:
        found.content_bytes = data
    return found
