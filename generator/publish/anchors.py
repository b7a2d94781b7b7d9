"""Links to places on pages, checked over the whole site: a shard does not know the other shards' pages."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from generator.publish.edition import Detail, Details, detail, naming

Told = Mapping[str, tuple[str, ...]]
"""What there is to say of pages, by path; those of which there is nothing are not named."""


def told(before: Told, old: Details, new: Details, built: Collection[str]) -> dict[str, tuple[str, ...]]:
    """What MkDocs said of each page, and which places it links to are not there.

    Args:
        before: What there was to say of the pages of the last edition.
        old: The details of these.
        new: The details of the pages now.
        built: Those that were built; the others are as they were.
    """
    less = [path for path in built if path in old and set(detail(old[path]).ids) - set(detail(new[path]).ids)]
    # Who had nothing wrong has nothing wrong now, as long as no place is gone from the pages that it links to.
    asked = {*built, *(before.keys() & new.keys()), *naming(new, less)}
    ids = cache(lambda path: frozenset(detail(new[path]).ids))

    def missing(path: str, page: Detail) -> Iterator[str]:
        for target, anchors in page.anchors.items():
            if target in new:
                yield from (_missing(path, target, anchor) for anchor in anchors if anchor not in ids(target))

    pages = ((path, detail(new[path])) for path in sorted(asked))
    found = ((path, (*page.warnings, *missing(path, page))) for path, page in pages)
    return {path: messages for path, messages in found if messages}


def _missing(path: str, target: str, anchor: str) -> str:
    what = "there is no such place on it" if path == target else f'there is no such place on "{target}"'
    return f'"{path}" links to "#{anchor}", but {what}'
