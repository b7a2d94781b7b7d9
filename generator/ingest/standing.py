"""A text with `clean: off`, as it stands: what was found in its Markdown, counted in the file's own characters."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from typing import TypeVar

from generator.ingest import decode, frontmatter
from generator.model import Article, DateMention, Mention

S = TypeVar("S", Mention, DateMention)

# What `escape.markdown` makes of one character, or the white space that stands for any other.
_WRITTEN = re.compile(r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<entity>&(?:lt|amp|#\d+);)|(?P<space>\s+)|.", re.DOTALL)


def as_it_stands(article: Article) -> Article:
    """The article with its text below the front matter as body, unchanged, and every span counted in that.

    Without `clean: off`, or where the text is not what the body was made of, the article as it is.
    """
    if article.front.clean != "off" or article.format == "html":
        return article
    text = frontmatter.split(decode.text(article.source.data)[0].replace("\r\n", "\n").replace("\r", "\n")).rest
    places = _places(article.body, text)
    if places is None:
        return article
    return replace(
        article,
        body=text,
        mentions=tuple(_moved(mention, text, places) for mention in article.mentions),
        dates=tuple(_moved(date, text, places) for date in article.dates),
    )


def _places(body: str, text: str) -> Sequence[int] | None:
    """For each character of the body, where it stands in the text, and the end of both; None where they differ."""
    places: list[int] = []
    at = 0
    for found in _WRITTEN.finditer(body):
        if found["space"]:
            places += [at] * len(found[0])
            continue
        character = found["escaped"] or unescape(found[0])
        while at < len(text) and text[at] != character and text[at].isspace():
            at += 1
        if at == len(text) or text[at] != character:
            return None
        places += [at] * len(found[0])
        at += 1
    return [*places, at]


def _moved(span: S, text: str, places: Sequence[int]) -> S:
    start, end = places[span.start], places[span.end - 1] + 1
    return replace(span, start=start, end=end, text=text[start:end])
