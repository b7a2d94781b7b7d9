"""Saved web pages: their text in reading order, the article in it, and what is known of it. Nothing is ever loaded.

source ──tree──▶ blocks ──choose──▶ the article's blocks ──verdicts──▶ lines, body
          └──────▶ statements ──metadata──▶ title, published, authors, …
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from typing import Any

from generator import escape
from generator.ingest.html import markdown
from generator.ingest.html.article import choose
from generator.ingest.html.blocks import Block, Run, blocks
from generator.ingest.html.evidence import statements
from generator.ingest.html.junk import Verdict, around, verdicts
from generator.ingest.html.metadata import metadata
from generator.ingest.html.source import tree
from generator.ingest.html.stories import headlines
from generator.ingest.html.titles import titled
from generator.ingest.reading import Reading
from generator.model import Found, Line, Metadata
from generator.problems import Problem

_NAMED = 0.3  # a file's name says little; as a title it asks to be confirmed


def read(text: str, first: int = 1, name: str = "") -> Reading:
    """The article in a web page.

    Args:
        text: The page's source, below the front matter.
        first: The number of its first line in the file. The lines of the reading, which are the page's blocks of
            text in reading order, are numbered from there; the lines of the metadata are those of the source.
        name: The file's name without its suffix; browsers name a saved page by its title.

    Returns:
        The reading. Without a visible text there is an `html` error and nothing else; where no article stands out,
        all that is no menu is the body, with a warning; where several do, they are one body that their headlines
        part, with a warning too.
    """
    root = tree(text)
    shown = blocks(root) if root is not None else ()
    if not any(block.shape != "image" for block in shown):
        message = "no text can be seen in the web page; save it again, or paste its text"
        return Reading(problems=(Problem("", first, "html", "error", message),))
    choice = choose(root, shown)
    heads = frozenset(headlines(shown, choice.body))
    chosen = [taken or index in heads for index, taken in enumerate(choice.body)]
    article = [block for block, taken in zip(shown, chosen, strict=True) if taken]
    found = titled(metadata(statements(root), shown), article)
    page = (*shown, *(Block("text", ((Run(paragraph),),)) for paragraph in choice.paragraphs))
    kinds = _kinds(page, (*chosen, *[True] * len(choice.paragraphs)), found, heads)
    body = markdown.body([page[index] for index, (kind, _) in kinds.items() if kind in {"body", "heading"}])
    problems = (*_several(len(heads), first), *_problems(found, body, first))
    return Reading(tuple(_lines(page, kinds, first)), _completed(found, first, name), body, problems)


def _lines(page: Sequence[Block], kinds: Mapping[int, Verdict], first: int) -> Iterator[Line]:
    for number, (index, (kind, rule)) in enumerate(kinds.items(), first):
        yield Line(number, kind, _shown(page[index]), rule)


def _kinds(
    page: Sequence[Block], taken: Sequence[bool], found: Metadata, heads: AbstractSet[int]
) -> Mapping[int, Verdict]:
    """What every block is, by its number from 0; images outside of the article are left out, they have no text.

    The headlines of several articles part the body, whatever they look like; but one of them may be the title.
    """
    article = _with_images(page, taken)
    said = verdicts([page[index] for index in article], found)
    inside = {index: said.get(place) or _text(page[index]) for place, index in enumerate(article)}
    others = [index for index, block in enumerate(page) if index not in inside and block.shape != "image"]
    outside = zip(others, around([page[index] for index in others], found), strict=True)
    parting = {index: _text(page[index]) for index in heads if inside[index][0] != "title"}
    return dict(sorted((inside | dict(outside) | parting).items()))


def _with_images(page: Sequence[Block], taken: Sequence[bool]) -> tuple[int, ...]:
    """The numbers of the article's blocks, with the images that stand between them."""
    places = [index for index, inside in enumerate(taken) if inside]
    span = range(places[0], places[-1]) if places else range(0)
    return tuple(
        index for index, block in enumerate(page) if taken[index] or (index in span and block.shape == "image")
    )


def _text(block: Block) -> Verdict:
    return ("heading", "") if block.shape == "heading" else ("body", "")


def _shown(block: Block) -> str:
    """The block as a line; of an image, the description and where it can be seen."""
    address = escape.url(block.cells[0][0].url or "") if block.shape == "image" else None
    text = block.text.replace("\n", " ")
    return f"{text} ({address})" if address else text


def _completed(found: Metadata, first: int, name: str) -> Metadata:
    """With lines counted in the file, and a title from the file's name where the page has none."""
    moved = {field.name: _moved(getattr(found, field.name), first) for field in fields(found)}
    title = " ".join(re.split(r"[\s_]+", name)).strip()
    if not found.title and title:
        moved["title"] = Found(title, "file-name", _NAMED, None, "the name of the file, as the page states no title")
    return Metadata(**moved)


def _moved(value: Found[Any] | None, first: int) -> Found[Any] | None:
    return replace(value, line=value.line + first - 1) if value and value.line else value


def _several(count: int, first: int) -> Iterator[Problem]:
    if count:
        message = f"the web page holds {count} articles; split it, so that each is in a file of its own"
        yield Problem("", first, "html", "warning", message)


def _problems(found: Metadata, body: str, first: int) -> tuple[Problem, ...]:
    """What the page does not tell."""
    problems = [
        Problem("", first, code, "warning", message) for code, key, message in _ASKED if not getattr(found, key)
    ]
    if not body:
        message = "no article stands out in the web page; paste its text instead"
        problems.append(Problem("", first, "html", "warning", message))
    return tuple(problems)


_ASKED = (
    ("title-guessed", "title", 'the web page states no title; add "title:" to say it yourself'),
    ("date-missing", "published", 'the web page states no publication date; add "published:" to say it yourself'),
    ("source-missing", "source", 'the web page states no publication; add "source:" to say it yourself'),
)
