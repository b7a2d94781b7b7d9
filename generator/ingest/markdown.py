"""Markdown by contributors: parsed as CommonMark, written again in the few constructs that the archive trusts.

What comes out is Markdown of our own making. Nothing of the source passes as markup unless this module wrote it: raw
HTML is shown as text, comments are left out, links keep http, https and mailto targets, images become links.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from generator import escape
from generator.ingest.reading import Reading
from generator.model import Found, Line, LineKind, Metadata
from generator.problems import Problem

MAX_DEPTH = 18
"""How deep lists, quotes and emphasis may nest; a text that goes deeper is shown as it is written."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HARD_BREAK = "  \n"
_WORD = re.compile(r"[^\W_]")
_TAG = re.compile(r"<[^<>]*>")
# The theme's own ids begin with two underscores, and a heading's text becomes its id.
_SHADOWS_THEME = re.compile(r"[\W_]*_")

# One more than we accept, so that a text that goes too deep is seen to do so instead of being cut.
_PARSER = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH + 2}).enable("table")


def read(text: str, first: int = 1, *, titled: bool = True, given: str = "") -> Reading:
    """The text as Markdown of our own making; a heading of level 1 above all other text is the title.

    The title is not in the body. Any other heading of level 1 is a heading of the body, of level 2.

    Args:
        text: Everything below the front matter.
        first: The number of its first line in the file.
        titled: Whether the text may have its title in it; where not, all headings are in the body.
        given: The title that the contributor gives, if any. A heading above the text that says the same, but for case
            and white space, is the title's line; one that says something else is what the contributor wants to be
            read below that title, so it begins the body.
    """
    lines = text.split("\n")
    tokens = _PARSER.parse(text)
    if _depth(tokens) > MAX_DEPTH:
        return _as_written(lines, first)
    for token in tokens:
        if token.type == "table_open" and token.map:
            token.meta["source"] = lines[slice(*token.map)]
    tree = SyntaxTreeNode(tokens)
    title = _title(tree, given) if titled else None
    body = "\n\n".join(filter(None, (_block(node) for node in tree.children if node is not title)))
    found = Found(_words(title), "heading", 0.98, first + _rows(title)[0]) if title else None
    return Reading(tuple(_lines(lines, tree, title, first)), Metadata(title=found), body)


def _title(tree: SyntaxTreeNode, given: str) -> SyntaxTreeNode | None:
    """The heading of level 1 that is the first text, unless another title is given."""
    first = next((node for node in tree.children if _says(node)), None)
    if first is None or first.tag != "h1":
        return None
    return first if not given.split() or _alike(_words(first)) == _alike(given) else None


def _alike(title: str) -> str:
    return " ".join(title.split()).casefold()


def _says(node: SyntaxTreeNode) -> bool:
    """Whether the block has words of its own: more than comments, tags and the descriptions of images."""
    if node.type == "html_block":
        return not _is_comment(node) and bool(_WORD.search(_TAG.sub(" ", node.content)))
    if node.type == "image":
        return False
    return any(map(_says, node.children)) if node.children else bool(_WORD.search(node.content))


def _depth(tokens: Iterable[Token]) -> int:
    return max((max(token.level, _depth(token.children or ())) for token in tokens), default=0)


def _as_written(lines: Sequence[str], first: int) -> Reading:
    kinds = tuple(Line(number, "body" if line.strip() else "blank", line) for number, line in enumerate(lines, first))
    body = "\n\n".join(escape.markdown(line.strip()) for line in lines if line.strip())
    message = f"nested deeper than {MAX_DEPTH} levels, so it is shown as plain text; write it flatter"
    return Reading(kinds, body=body, problems=(Problem("", first, "broken-markdown", "warning", message),))


# --- lines ---------------------------------------------------------------------------------------------------


def _lines(lines: Sequence[str], tree: SyntaxTreeNode, title: SyntaxTreeNode | None, first: int) -> Iterator[Line]:
    kinds = _kinds(tree, title)
    shown = {row for node in tree.walk() if node.type in _LEAVES for row in range(*_rows(node))}
    for row, line in enumerate(lines):
        # A row with words that no block shows defines a link target.
        defines = row not in shown and _WORD.search(line)
        kind = _DEFINITION if defines else kinds.get(row, _DEFINITION) if line.strip() else ("blank", "")
        yield Line(first + row, kind[0], line, kind[1])


_LEAVES = frozenset({"code_block", "fence", "heading", "html_block", "paragraph", "table"})
_DEFINITION: tuple[LineKind, str] = ("metadata", "link-definition")


def _kinds(tree: SyntaxTreeNode, title: SyntaxTreeNode | None) -> dict[int, tuple[LineKind, str]]:
    """By row, counted from 0, what it is and by which rule."""
    kinds: dict[int, tuple[LineKind, str]] = {}
    for node in tree.children:
        kind: tuple[LineKind, str] = ("title", "heading") if node is title else _line_kind(node)
        kinds |= dict.fromkeys(range(*_rows(node)), kind)
    for node in tree.walk():
        if node.type == "fence" and node.info:
            kinds[_rows(node)[0]] = ("metadata", "code-language")
    return kinds


def _line_kind(node: SyntaxTreeNode) -> tuple[LineKind, str]:
    if node.type == "heading":
        return "heading", ""
    return ("junk", "html-comment") if _is_comment(node) else ("body", "")


def _is_comment(node: SyntaxTreeNode) -> bool:
    content = node.content.strip() if node.type == "html_block" else ""
    return content.startswith("<!--") and content.find("-->") in {-1, len(content) - 3}


def _rows(node: SyntaxTreeNode) -> tuple[int, int]:
    return node.map or (0, 0)


# --- blocks --------------------------------------------------------------------------------------------------


def _block(node: SyntaxTreeNode) -> str:
    """One block as Markdown without an empty line in it; empty for what is not shown."""
    writer = _BLOCKS.get(node.type)
    return writer(node) if writer else _inline(node)


def _heading(node: SyntaxTreeNode) -> str:
    words = _inline(node).replace(_HARD_BREAK, " ")
    if not words or _SHADOWS_THEME.match(words):
        return f"**{words}**" if words else ""
    return f"{'#' * max(2, int(node.tag[1]))} {words}"


def _list(node: SyntaxTreeNode) -> str:
    ordered = node.type == "ordered_list"
    start = int(node.attrs.get("start", 1))
    items = []
    for number, item in enumerate(filter(None, map(_item, node.children)), start):
        # Renderers begin every list with 1; a list that does not keeps its numbers as text.
        mark = "- " if not ordered else f"{number}. " if start == 1 else f"- {number}\\. "
        items.append(mark + _indented(item))
    return "\n".join(items)


def _item(item: SyntaxTreeNode) -> str:
    """An item's blocks on consecutive lines: paragraphs broken, lists below."""
    written = [(child.type.endswith("_list"), _block(child)) for child in item.children]
    return "".join(("\n" if nested else _HARD_BREAK) + block for nested, block in written if block).lstrip()


def _indented(block: str) -> str:
    return block.replace("\n", "\n    ")


def _quote(node: SyntaxTreeNode) -> str:
    blocks = [block for child in node.children if (block := _block(child))]
    return "\n".join(f"> {line}" if line else ">" for line in "\n\n".join(blocks).split("\n"))


def _code(node: SyntaxTreeNode) -> str:
    """A fenced block; lines of text where the code does not fit a fence, or stands inside of a list or quote."""
    code = node.content.rstrip("\n")
    if not escape.fits_fence(code) or not code.strip() or node.parent is None or node.parent.type != "root":
        return _HARD_BREAK.join(escape.markdown(line.strip()) for line in code.split("\n") if line.strip())
    return f"```\n{code}\n```"


def _raw(node: SyntaxTreeNode) -> str:
    """HTML as text; a comment is left out where its lines hold nothing else."""
    own_lines = node.parent is not None and node.parent.type == "root"
    return "" if own_lines and _is_comment(node) else escape.markdown(" ".join(node.content.split()))


def _table(node: SyntaxTreeNode) -> str:
    """A table; lines of text where a row has more cells than the head, which CommonMark's readers drop."""
    source = node.meta["source"]
    if _letters(source) > sum(_letters([inline.content]) for inline in node.walk() if inline.type == "inline"):
        return _HARD_BREAK.join(escape.markdown(row.strip()) for row in source)
    rows = [[_cell(cell) for cell in row.children] for part in node.children for row in part.children]
    width = max(map(len, rows))
    head, *rest = [row + [""] * (width - len(row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * width, *rest))


def _letters(rows: Iterable[str]) -> int:
    return sum(map(str.isalnum, "".join(rows)))


def _cell(cell: SyntaxTreeNode) -> str:
    return _inline(cell).replace(_HARD_BREAK, " ") or " "


def _paragraph(node: SyntaxTreeNode) -> str:
    return _inline(node)


_BLOCKS: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "html_block": _raw,
    "table": _table,
    "hr": lambda _node: "* * *",
    "paragraph": _paragraph,
}


# --- inside a line -------------------------------------------------------------------------------------------


def _inline(node: SyntaxTreeNode) -> str:
    """The node's text as one line of Markdown, or several with hard breaks."""
    parts = "".join(_span(child) for inline in node.children for child in inline.children)
    # Two breaks in a row would end the block. Only the text as a whole knows what stands at the beginning of a line.
    lines = filter(None, (line.strip() for line in parts.split("\n")))
    return escape.line_starts(_HARD_BREAK.join(lines))


def _span(node: SyntaxTreeNode) -> str:  # noqa: PLR0911 - a case for each construct
    inside = "".join(_span(child) for child in node.children)
    match node.type:
        case "text":
            return escape.inline(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return _HARD_BREAK
        case "code_inline":
            return _code_span(node.content)
        case "em":
            return f"*{inside}*"
        case "strong":
            return f"**{inside}**"
        case "html_inline" if _BREAK.fullmatch(node.content):
            return _HARD_BREAK
        case "link" | "image":
            target = str(node.attrs.get("href") or node.attrs.get("src") or "")
            return _link(inside, target) + _remark(str(node.attrs.get("title") or ""))
        case _:
            return escape.inline(node.content)


def _code_span(code: str) -> str:
    fits = escape.fits_fence(code) and code.strip() and not re.search(r"[`\\|\n]", code)
    return f"`{code}`" if fits else escape.inline(code)


def _link(words: str, target: str) -> str:
    """A link where the target is one that readers may be sent to, else the words with the target behind them."""
    address = escape.url(target)
    if not address:
        return f"{words} ({escape.inline(target)})" if target else words
    return f"[{words or escape.inline(target)}]({address})"


def _remark(title: str) -> str:
    """A link's title, which readers would only see under a mouse, as text behind the link."""
    return f" ({escape.inline(' '.join(title.split()))})" if title.strip() else ""


def _words(node: SyntaxTreeNode) -> str:
    """The node's text without any markup."""
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return (node.content if not node.children else "") + "".join(map(_words, node.children))
