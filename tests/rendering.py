"""Markdown as the site renders it, and what a reader then sees: the oracle of everything that is escaped."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
from hypothesis import strategies as st
from mkdocs.config import load_config

from tests import scratch

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "rect"})


@dataclass
class Seen(HTMLParser):
    """What an HTML parser sees: the text, and every element with its attributes, in order.

    Attributes:
        text: Everything between the tags, white space collapsed.
        elements: The tags' names.
        attributes: Their attributes, as `(tag, name, value)`.
        ids: Where a fragment may lead.
    """

    source: str
    pieces: list[str] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the source."""
        HTMLParser.__init__(self, convert_charrefs=True)
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag; a block parts words."""
        self.elements.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in {"a", "b", "code", "em", "strong", "span", "small"}:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Part words after a block."""
        self.handle_starttag(tag, []) if tag not in VOID else None
        self.elements.pop() if tag not in VOID else None

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """Count a comment as an element: nothing that we write has one."""
        self.elements.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        """Count a declaration as an element."""
        self.elements.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        """Count a processing instruction as an element."""
        self.elements.append(f"<?{data}")

    @property
    def text(self) -> str:
        """The text that is seen, white space collapsed."""
        return " ".join("".join(self.pieces).split())

    @property
    def ids(self) -> set[str]:
        """The ids of the page."""
        return {value for _, name, value in self.attributes if name == "id"}

    def values(self, tag: str, name: str) -> list[str]:
        """The values of an attribute of one kind of element."""
        return [value for each, attribute, value in self.attributes if (each, attribute) == (tag, name)]


@cache
def _markdown() -> markdown.Markdown:
    """Python-Markdown with exactly the extensions that an archive's `mkdocs.yml` names, and their options."""
    # The folder of the configuration, since the snippets' folder is told relative to it.
    config = load_config(str(scratch.CORPUS / "mkdocs.yml"), hooks=[], theme={"name": "material"})
    config["mdx_configs"]["pymdownx.snippets"]["base_path"] = [str(Path(config.docs_dir))]
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def seen(text: str) -> Seen:
    """What a reader sees of this Markdown on the site."""
    return Seen(_markdown().reset().convert(text))


def words(text: str) -> str:
    """The text with its white space collapsed, and what Markdown keeps for its own use shown as unknown."""
    return " ".join(text.translate({2: "\ufffd", 3: "\ufffd"}).split())


MARKUP = """
# ## > - + * 1. 1) = === --- ___ *** : ::: !!! ??? ~~~ ``` | |--- :- -: % ; -- ... ' " ( ) [ ] { } < > & ^ $ @ ~ _ __ `
**b** *i* _u_ __s__ ~~d~~ ==m== ++i++ ^^u^^ `code` `` [a](b) [a](<b c>) ![a](b) [a][b] [b]: [b]:c [^1] [^1]: *[A]:
<b> </b> <br> <script> </script> <!-- --> <?x <!D <a@b.c> <http://x.example> http://x.example &lt; &#60; &#x3c; &amp;
&copy &nbsp; --8<-- --8<--"x" -8<- ;--8<-- {: #id } {#id} {.c} {onclick=alert(1)} {{x}} {%x%} {++x++} {>>x<<} [TOC]
[[x]] :smile: (c) +/- --> \\ \\\\ \\* \\n \\[ \\< \\& \\x \\# a_b_c 2*3*4 *a _a a* javascript:alert(1) C: x:y wzxhzdk:0
klzzwxh:0000 \u00ad \u200b \u202e 日本 e\u0301 🌊
""".split()  # noqa: SIM905 - a list of marks reads best as marks

PIECES = st.one_of(
    st.sampled_from(MARKUP),
    st.sampled_from(
        ["\n", "\n\n", " ", "  \n", "    ", "\t", "\n    ", "\n\t", "\n> ", "\n- ", "\n1. ", "\r\n", "\\\n"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=6),
    st.sampled_from(["word", "Mira", "1", "a", "A", "x.", "2015"]),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
"""Texts that are made of what means something to Markdown, HTML or a template."""
