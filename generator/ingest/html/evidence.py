"""What a web page's own data says of it: meta elements, JSON-LD, the title element, links, elements made for it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from generator.ingest.decode import whole

Element = Any  # an `lxml.etree._Element`; lxml ships no types
Field = Literal[
    "title", "description", "published", "updated", "author", "site", "address", "section", "language", "place"
]


@dataclass(frozen=True, slots=True)
class Statement:
    """One witness's word: which field, what it says, by which rule, and the line of the page's source."""

    field: Field
    value: str
    rule: str
    line: int | None = None


# Names of `<meta>`, in property, name or itemprop: Open Graph, Dublin Core, Parse.ly, Sailthru, citation, plain ones.
_NAMES: tuple[tuple[Field, str, str], ...] = (
    ("title", "og-title", "og:title"),
    (
        "title",
        "meta-title",
        "twitter:title title headline dc.title dcterms.title sailthru.title parsely-title citation_title",
    ),
    ("description", "meta-description", "description og:description twitter:description dc.description"),
    ("published", "og-published", "article:published_time og:published_time"),
    ("published", "meta-date", "article:published article.published datepublished pubdate publishdate publish-date"),
    (
        "published",
        "meta-date",
        "publish_date dc.date dc.date.issued dcterms.date dcterms.issued dcterms.created pdate date",
    ),
    (
        "published",
        "meta-date",
        "parsely-pub-date sailthru.date citation_date citation_publication_date article.created",
    ),
    ("published", "meta-date", "datecreated originalpublicationdate"),
    ("updated", "meta-modified", "article:modified_time og:updated_time datemodified article.updated article:modified"),
    ("updated", "meta-modified", "dcterms.modified dc.date.modified last-modified lastmod"),
    ("author", "meta-author", "author article:author byl dc.creator dcterms.creator parsely-author sailthru.author"),
    ("author", "meta-author", "citation_author"),
    ("site", "og-site", "og:site_name"),
    ("site", "meta-publisher", "application-name dc.publisher dcterms.publisher publisher"),
    ("address", "og-url", "og:url twitter:url"),
    ("section", "meta-section", "article:section parsely-section articlesection article.section"),
    ("language", "meta-language", "og:locale content-language dc.language language"),
)
_META: Mapping[str, tuple[Field, str]] = MappingProxyType(
    {name: (field, rule) for field, rule, names in _NAMES for name in names.split()}
)
_ARTICLES = ("Article", "BlogPosting", "Posting", "Report", "Review", "WebPage")
_LD_TEXT: Mapping[str, tuple[Field, str]] = MappingProxyType(
    {
        "headline": ("title", "json-ld"),
        "description": ("description", "json-ld"),
        "datePublished": ("published", "json-ld"),
        "dateModified": ("updated", "json-ld"),
        "articleSection": ("section", "json-ld"),
        "inLanguage": ("language", "json-ld"),
        "dateline": ("place", "json-ld"),
        "url": ("address", "json-ld"),
        "mainEntityOfPage": ("address", "json-ld"),
        "author": ("author", "json-ld"),
        "creator": ("author", "json-ld"),
        "publisher": ("site", "json-ld"),
    }
)
_LD_KEYS = ("name", "@id", "url")
_MAX_LD = 1_000_000  # characters; a script longer than that does not describe one article
_MAX_OBJECTS = 500
_MAX_VALUE = 3000


def statements(root: Element) -> tuple[Statement, ...]:
    """Everything the page says of itself, in the order of its source within each kind of witness."""
    found = (*_json_ld(root), *_meta(root), *_elements(root), *_saved(root))
    cleaned = (Statement(one.field, " ".join(one.value.split())[:_MAX_VALUE], one.rule, one.line) for one in found)
    return tuple(dict.fromkeys(one for one in cleaned if one.value))


def _meta(root: Element) -> Iterator[Statement]:
    for element in root.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            known = _META.get(element.get(attribute, "").strip().casefold())
            if known:
                yield Statement(known[0], element.get("content", ""), known[1], element.sourceline)


def _elements(root: Element) -> Iterator[Statement]:
    for element in root.iter("html"):
        yield Statement(
            "language", element.get("lang") or element.get("xml:lang") or "", "html-lang", element.sourceline
        )
    for element in root.iter("title"):
        if element.getparent().tag != "svg":
            yield Statement("title", element.text or "", "title-element", element.sourceline)
    for element in root.iter("link"):
        if "canonical" in element.get("rel", "").casefold().split():
            yield Statement("address", element.get("href", ""), "canonical", element.sourceline)
    for element in root.iter("time"):
        if (
            "datepublished" in f"{element.get('itemprop', '')} {element.get('class', '')}".casefold()
            or element.get("pubdate") is not None
        ):
            yield Statement("published", element.get("datetime", ""), "time-element", element.sourceline)
    yield from _marked_authors(root)


def _marked_authors(root: Element) -> Iterator[Statement]:
    """Names in elements that are marked as the author's, by `rel`, `itemprop` or a class of that name."""
    for element in root.iter("a", "span", "p", "div", "address", "li", "cite"):
        classes = f"{element.get('class', '')} {element.get('itemprop', '')}".casefold().split()
        if (
            "author" in element.get("rel", "").casefold().split()
            or "author" in classes
            or "byline" in classes
            or "author-name" in classes
        ):
            text = "".join(element.itertext())
            if len(text) <= _MAX_AUTHOR:
                yield Statement("author", text, "author-element", element.sourceline)


_MAX_AUTHOR = 120


def _saved(root: Element) -> Iterator[Statement]:
    """The address that browsers write into a page when they save it: `saved from url=(0024)https://…`."""
    first = root.getroottree().getroot()
    comments = [*first.itersiblings(preceding=True), *first.iterchildren()][:20]
    for node in comments:
        text = node.text or "" if not isinstance(node.tag, str) else ""
        _, mark, rest = text.partition("saved from url=(")
        if mark:
            yield Statement("address", rest.partition(")")[2].strip(), "saved-from", node.sourceline)


# --- JSON-LD -------------------------------------------------------------------------------------------------


def _json_ld(root: Element) -> Iterator[Statement]:
    for element in root.iter("script"):
        if "ld+json" in element.get("type", "") and len(element.text or "") <= _MAX_LD:
            for entry in _objects(element.text or ""):
                yield from _described(entry, element.sourceline)


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The objects of the script that describe an article, those in lists and graphs too."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MAX_OBJECTS):
        if not waiting:
            return
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting = [*entry[:_MAX_OBJECTS], *waiting]
        elif isinstance(entry, dict):
            waiting = [*_listed(entry.get("@graph"))[:_MAX_OBJECTS], *waiting]
            if any(str(kind).endswith(_ARTICLES) for kind in _listed(entry.get("@type"))):
                yield entry


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _described(entry: Mapping[str, Any], line: int | None) -> Iterator[Statement]:
    page = any(str(kind).endswith("WebPage") for kind in _listed(entry.get("@type")))
    for key, (field, rule) in _LD_TEXT.items():
        if page and key not in {"datePublished", "dateModified", "publisher", "inLanguage"}:
            continue  # a page's own name and author are often the site's
        for value in _listed(entry.get(key))[:20]:
            yield Statement(field, _named(value), rule, line)


def _named(value: Any) -> str:
    """A text as it is, of an object its name or address."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _LD_KEYS if isinstance(value.get(key), str)), "")
    return whole(value) if isinstance(value, str) else ""
