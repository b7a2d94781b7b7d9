"""The archive as a search index: small scripts that the browser loads as a question needs them.

Documents → segments → words → postings → shards. The other half, which reads them, is `site_templates/assets/search/`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path

from generator.model import Page
from generator.remember import Memory, Written
from generator.search import codec
from generator.search.making import Making, together
from generator.search.part import Part, parts

__all__ = ["Part", "pages", "parts"]

VERSION = 2
"""Of the format; the engine refuses any other."""


def pages(
    found: Iterable[Part], executor: Executor, written: Written | None = None, beside: Iterable[Page] = ()
) -> Iterator[Page]:
    """The index: the shards of those segments that are not as they were left, and the root that says which there are.

    Args:
        found: What the segments are made of: those with dates first, the newest of them first.
        executor: Makes the segments.
        written: Knows what earlier builds made; without it, everything is made.
        beside: Other pages, which this process makes while the executor is at the index; they come with it.
    """
    known = written or Memory().pages((), Path())
    every = list(found)
    entries = [known.untouched(part.key) for part in every]
    new = [number for number, entry in enumerate(entries) if entry is None]
    numbers = iter(new)
    for each in together(beside, Making((every[number] for number in new), executor)):
        if isinstance(each, Page):
            yield each
            continue
        number = next(numbers)
        entries[number] = entry = _json(each.entry)
        yield from known.noted(every[number].key, each.pages, entry)
    yield _root(filter(None, entries))


def _json(entry: Mapping[str, object]) -> bytes:
    return json.dumps(entry, separators=(",", ":")).encode("ascii")


def _root(entries: Iterable[bytes]) -> Page:
    segments = b",".join(entries).decode("ascii")
    return codec.script("index", f'{{"version":{VERSION},"segments":[{segments}]}}')
