"""A site that was published again and again, whatever happened in between, is the one that a clean build gives."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from generator import publish, read
from generator.model import Site
from tests import scratch

CONFIG = """site_name: {name}
{address}use_directory_urls: false
theme:
  name: material
  custom_dir: site_templates/theme
  font: false
plugins: []
markdown_extensions:
  - toc:
      permalink: "#"
  - pymdownx.snippets:
      base_path: !relative $docs_dir
nav:
  - index.md
  - List: archive/list.md
exclude_docs: |
  *.inc
  {left_out}.md
"""
NAMES = st.sampled_from(["list", "one", "two", "deep/three", "deep/four"])
PLACES = st.sampled_from(["", "#here", "#P1", "#nowhere"])
WORDS = st.sampled_from(
    ["Plain words.", "## Here\n\nA heading.", '<div id="P1"></div>\n\nA place.', "`code` and *more*."]
)


class History(RuleBasedStateMachine):
    """An archive whose pages, files, theme and configuration change, and are published between the changes."""

    def __init__(self) -> None:
        """Begin with a home page."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="history-"))
        self.settings = {"name": "One", "address": "", "left_out": "none"}
        scratch.put(self.folder, {"docs/index.md": '# Home\n\n--8<-- "home.inc"\n', "docs/home.inc": "Words.\n"})
        scratch.put(self.folder, {"site_templates/theme/main.html": '{% extends "base.html" %}'})
        self.configure()

    def configure(self) -> None:
        """Write the configuration."""
        scratch.put(self.folder, {"mkdocs.yml": CONFIG.format(**self.settings)})

    def site(self, output: str) -> Site:
        """The archive, with its site in this folder."""
        return read.site(self.folder, self.folder / output)

    @rule(name=NAMES, title=st.sampled_from(["A title", "Another"]), words=WORDS, linked=NAMES, place=PLACES)
    def write(self, name: str, title: str, words: str, linked: str, place: str) -> None:
        """Add a page, or change one, with a link to another that may be there or not."""
        way = "../" if "/" in name else ""
        text = f'---\ntitle: "{title}"\n---\n\n# {title}\n\n{words}\n\n[There]({way}{linked}.md{place})\n'
        scratch.put(self.folder, {f"docs/archive/{name}.md": text})

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        """Take a page away."""
        (self.folder / f"docs/archive/{name}.md").unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        """Give a page another address."""
        source = self.folder / f"docs/archive/{name}.md"
        if source.exists() and name != other:
            scratch.put(self.folder, {f"docs/archive/{other}.md": source.read_bytes()})
            source.unlink()

    @rule(words=st.sampled_from(["Words.\n", "Other words.\n", "[One](archive/one.md)\n"]))
    def include(self, words: str) -> None:
        """Change the file that the home page includes."""
        scratch.put(self.folder, {"docs/home.inc": words})

    @rule(data=st.sampled_from([b"a", b"b"]))
    def copy(self, data: bytes) -> None:
        """Change a file that is no page."""
        scratch.put(self.folder, {"docs/archive/raw/a.txt": data})

    @rule(path=st.sampled_from(["raw/b", "raw/b/c"]))
    def trade(self, path: str) -> None:
        """Put a file where there may be a folder, or a folder where there may be a file."""
        place = self.folder / "docs/archive/raw/b"
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
        scratch.put(self.folder, {f"docs/archive/{path}": "b"})

    @rule(
        name=st.sampled_from(["One", "Two"]), address=st.booleans(), left_out=st.sampled_from(["none", "two", "four"])
    )
    def set_up(self, name: str, address: bool, left_out: str) -> None:
        """Change the configuration."""
        line = "site_url: https://example.org/\n" if address else ""
        self.settings = {"name": name, "address": line, "left_out": left_out}
        self.configure()

    @rule(word=st.sampled_from(["", "{% block extrahead %}<meta name='a'>{% endblock %}"]))
    def dress(self, word: str) -> None:
        """Change the theme."""
        scratch.put(self.folder, {"site_templates/theme/main.html": '{% extends "base.html" %}' + word})

    @precondition(lambda self: (self.folder / "site").exists())
    @rule()
    def harm(self) -> None:
        """Have somebody change the site."""
        scratch.put(self.folder, {"site/index.html": "changed", "site/foreign.html": "foreign"})

    @precondition(lambda self: (self.folder / ".site-site-previous").exists())
    @rule(path=st.sampled_from(["index.html", "foreign.html", "archive/raw/b/d", "404.html/e"]))
    def harm_previous(self, path: str) -> None:
        """Have somebody change the edition that the next one is made from."""
        folder = self.folder / ".site-site-previous"
        for part in (folder / path, folder / path.rpartition("/")[0]):
            if part.is_file():
                part.unlink()
        scratch.put(folder, {path: "foreign"})

    @rule()
    def publish(self) -> None:
        """Publish; it is what a clean build gives, and as its manifest says."""
        publish.site(self.site("site"))
        publish.site(self.site("clean"))
        found, clean = scratch.tree(self.folder / "site"), scratch.tree(self.folder / "clean")
        shutil.rmtree(self.folder / "clean")
        assert sorted(found) == sorted(clean)
        assert [name for name in found if found[name] != clean[name]] == []
        assert publish.verify(self.folder / "site") == ()

    def teardown(self) -> None:
        """Publish once more, and clear up."""
        self.publish()
        shutil.rmtree(self.folder)


History.TestCase.settings = settings(max_examples=settings().max_examples // 8, stateful_step_count=12, deadline=None)
test_incremental_equals_clean = pytest.mark.filterwarnings("ignore::DeprecationWarning")(History.TestCase)
