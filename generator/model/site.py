"""Where an archive lies, and how it is set up."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta


@dataclass(frozen=True, slots=True)
class Settings:
    """The options under `extra.archive` in `mkdocs.yml`.

    Attributes:
        name: The site's name, from `site_name`.
        newest: How many articles the home page lists.
        page_size: How many items a page of a list shows at least, where the list goes on on another page.
        excerpt: How many words an article with `rights: excerpt` may show.
    """

    name: str = "Briefing Archive"
    newest: Annotated[int, Meta(ge=0)] = 8
    page_size: Annotated[int, Meta(ge=1)] = 100
    excerpt: Annotated[int, Meta(ge=0)] = 60


@dataclass(frozen=True, slots=True)
class Site:
    """The folders of an archive; each lies below `root`.

    Attributes:
        root: The folder of `mkdocs.yml`.
        content: What contributors write.
        archive: What the generator writes, and owns.
        templates: The archive's own page templates and assets; the package's are used where it has none.
        output: The site to open or to host.
        settings: From `mkdocs.yml`.
    """

    root: Path
    content: Path
    archive: Path
    templates: Path
    output: Path
    settings: Settings = Settings()
