"""Links to places on pages, checked over the whole site: a shard does not know the other shards' pages."""

from collections.abc import Iterator, Mapping

from generator.publish.edition import Detail


def warnings(details: Mapping[str, Detail]) -> Iterator[str]:
    """What there is to say of each page: what MkDocs said, and which places it links to are not there."""
    ids: dict[str, frozenset[str]] = {}
    for path, detail in details.items():
        yield from detail.warnings
        for target, anchors in detail.anchors.items():
            if target in details:
                there = ids.get(target) or ids.setdefault(target, frozenset(details[target].ids))
                yield from (_missing(path, target, anchor) for anchor in anchors if anchor not in there)


def _missing(path: str, target: str, anchor: str) -> str:
    what = "there is no such place on it" if path == target else f'there is no such place on "{target}"'
    return f'"{path}" links to "#{anchor}", but {what}'
