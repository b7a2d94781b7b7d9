"""Where every page lies below `docs/archive/`, and how one page points to another."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache

from generator.ingest import named
from generator.model import Article, Kind

KIND_NAMES: Mapping[Kind, tuple[str, str]] = {
    "people": ("Person", "People"),
    "organizations": ("Organization", "Organizations"),
    "places": ("Place", "Places"),
    "initiatives": ("Initiative", "Initiatives"),
    "events": ("Event", "Events"),
    "things": ("Thing", "Things"),
}
"""What a kind is called on the site: one of it, and many."""


def article(key: str) -> str:
    """The page of an article."""
    return f"articles/{key}.md"


def raw(article: Article) -> str:
    """The file as it came; always with `.txt` at the end, so that no browser runs a saved web page."""
    return f"raw/{article.id}.{article.format}.txt"


def entity(key: str) -> str:
    """The page of an entity."""
    return f"entities/{key}.md"


def kind(name: Kind) -> str:
    """The page that lists all entities of a kind."""
    return f"entities/{name}/index.md"


def year(name: str) -> str:
    """The page that lists what was published in a year."""
    return f"browse/{name}.md"


def source(name: str) -> str:
    """The page that lists what a publication printed, by its slug."""
    return f"browse/sources/{name}.md"


def source_key(name: str) -> str:
    """The slug that a publication is known by."""
    return named(name, "source")


def timeline(name: str) -> str:
    """The page of a year, or of a decade, on the timeline."""
    return f"timeline/{name}.md"


def leaf(path: str, number: int) -> str:
    """A page of the list at this path: a further one, or for 0 the one at the path itself."""
    return f"{path.removesuffix('.md')}/{number}.md" if number else path


def relative(here: str, there: str) -> str:
    """The address of one page as the other has to write it; `there` may end with a fragment."""
    folder, slash, name = there.rpartition("/")
    return _way(here.rpartition("/")[0], folder if slash else ".") + name


@lru_cache(maxsize=4096)
def _way(here: str, there: str) -> str:
    """How one folder is reached from the other, with a slash behind it; of folders there are few."""
    way = posixpath.relpath(there, here or ".")
    return "" if way == "." else f"{way}/"


def block(page: str, number: int) -> str:
    """The place of a block on an article's page; the anchors begin with a capital, which no heading's id does."""
    return f"{page}#P{number}" if number else page
