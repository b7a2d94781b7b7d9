"""What the elements around a piece of a page's text say of it: heading, list item, quotation, link."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from types import MappingProxyType
from typing import Any, Literal

Element = Any  # an `lxml.etree._Element`; lxml ships no types
Shape = Literal["text", "heading", "item", "row", "caption", "image", "code", "control"]

_REGIONS = frozenset({"article", "aside", "footer", "form", "header", "main", "nav", "section"})
_MAX_NESTED = 8  # articles within one another that are told apart
_MAX_MARKS = 200  # characters of class and id; some pages keep whole programs in them


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands.

    Attributes:
        shape: What the nearest element that says so makes of it.
        url: The address that it links to.
        level: Of a heading, 1 to 6.
        depth: The number of lists around it.
        numbers: Counts the items of the innermost list, where that is a numbered one.
        marker: The number of the item, where it has one.
        item: The item's own number in the page, 0 for none.
        group: The outermost list, or the code, that it belongs to; 0 for none.
        quote: The outermost quotation that it belongs to; 0 for none.
        articles: The `article` elements around it, by their own numbers, outermost first.
        home: The number of the innermost part of the page that it stands in, such as a `div` or a `section`.
        line: The line in the page's source, counted from 1; 0 where unknown.
        inside: Tag, class and id of the elements around it that have any, outermost first.
    """

    shape: Shape = "text"
    url: str | None = None
    level: int = 0
    depth: int = 0
    numbers: Iterator[int] | None = None
    marker: int | None = None
    item: int = 0
    group: int = 0
    quote: int = 0
    articles: tuple[int, ...] = ()
    home: int = 0
    line: int = 0
    inside: tuple[str, ...] = ()


Change = Callable[[Place, Element, int], Place]


def within(place: Place, element: Element, serial: int) -> Place:
    """The place inside the element, whose own number in the page is `serial`."""
    place = replace(place, line=element.sourceline or place.line, inside=(*place.inside, *_marks(element)))
    change = _CHANGES.get(element.tag)
    return change(place, element, serial) if change else place


def _marks(element: Element) -> Iterator[str]:
    names = f"{element.get('class', '')} {element.get('id', '')}"[:_MAX_MARKS].strip()
    if names or element.tag in _REGIONS:
        yield f"{element.tag} {names}"


def _link(place: Place, element: Element, _serial: int) -> Place:
    return replace(place, url=element.get("href"))


def _heading(place: Place, element: Element, _serial: int) -> Place:
    return replace(place, shape="heading", level=int(element.tag[1]))


def _list(place: Place, element: Element, serial: int) -> Place:
    return replace(
        place, shape="text", depth=place.depth + 1, group=place.group or serial, numbers=_numbers(element), marker=None
    )


def _numbers(element: Element) -> Iterator[int] | None:
    """Counts the items of a numbered list."""
    start = element.get("start", "")[:9]
    return count(int(start) if start.isascii() and start.isdigit() else 1) if element.tag == "ol" else None


def _item(place: Place, _element: Element, serial: int) -> Place:
    marker = next(place.numbers) if place.numbers else None
    return replace(place, shape="item", item=serial, group=place.group or serial, depth=place.depth or 1, marker=marker)


def _quote(place: Place, _element: Element, serial: int) -> Place:
    return replace(place, quote=place.quote or serial)


def _part(place: Place, _element: Element, serial: int) -> Place:
    return replace(place, home=serial)


def _article(place: Place, _element: Element, serial: int) -> Place:
    return replace(place, home=serial, articles=(*place.articles, serial)[:_MAX_NESTED])


def _code(place: Place, _element: Element, serial: int) -> Place:
    return replace(place, shape="code", group=serial)


def _caption(place: Place, _element: Element, _serial: int) -> Place:
    return replace(place, shape="caption")


def _control(place: Place, _element: Element, _serial: int) -> Place:
    return replace(place, shape="control")


_CHANGES: Mapping[str, Change] = MappingProxyType(
    {
        "a": _link,
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
        **dict.fromkeys(("ul", "ol", "dir", "menu"), _list),
        "li": _item,
        **dict.fromkeys(("div", "main", "section", "td"), _part),
        "article": _article,
        "blockquote": _quote,
        "pre": _code,
        **dict.fromkeys(("caption", "figcaption"), _caption),
        **dict.fromkeys(("button", "label", "option", "select", "textarea"), _control),
    }
)
