"""A page that MkDocs reads and renders with as little work as it can be done with, to the same result."""

import re
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

# As the generator writes it: a key and a line of plain words in quotes, or a list of one name, each on its line.
_FRONT = re.compile(r'---\n((?:[a-z_]+: (?:"[^"\\\n]*"|\[[a-z]+\])\n)++)---\n')
_FIELD = re.compile(r'([a-z_]+): (?:"([^"\\\n]*)"|\[([a-z]+)\])\n')
_NAMES = frozenset({"navigation", "toc"})


def divided(text: str) -> tuple[str, dict[str, Any]]:
    """The text of a source, and the metadata on top of it: what MkDocs makes of them."""
    found = _FRONT.match(text)
    if not found or not found[1].replace("\n", "").isprintable():
        return meta.get_data(text)
    fields = _FIELD.findall(found[1])
    if not {name for _key, _words, name in fields if name} <= _NAMES:
        return meta.get_data(text)  # YAML has names that are something else
    return text[found.end() :].lstrip("\n"), {key: [name] if name else words for key, words, name in fields}


class RapidPage(Page):
    """A page whose front matter is mostly of one kind, and whose Markdown is mostly converted before it is rendered."""

    def read_source(self, config: Any) -> None:
        """Read what the page is made from; no plugin has another source."""
        del config
        self.markdown, self.meta = divided(self.file.content_string)

    def render(self, config: Any, files: Any) -> None:
        """Convert the Markdown; where none is left, without the preparations for it."""
        if self.markdown:
            super().render(config, files)
            return
        self.content, self.toc = "", get_toc([])
        self.present_anchor_ids, self.links_to_anchors = set(), {}
