"""How often an article's own story, told in two other wordings, stands among its first three related articles.

Some files of the material hold the text of another story than their name says; these misses cannot be helped.
"""

import re
from collections import defaultdict

from generator.model import Article, Source
from generator.relate.related import related
from tests.quality import CORPORA

FLOORS = {"wordings among three": 0.98, "both wordings among three": 0.97}


_FIRST = 3


def scores() -> dict[str, float] | None:
    """The share of the other wordings that are found, and of the articles that find both; None without the texts."""
    missed = _missed()
    if not missed:
        return None
    wordings = sum(len(others) for others, _ in missed.values())
    lost = sum(len(set(others) - set(found)) for others, found in missed.values())
    both = sum(set(others) <= set(found) for others, found in missed.values())
    return {"wordings among three": 1 - lost / wordings, "both wordings among three": both / len(missed)}


def worst(limit: int = 20) -> list[str]:
    """Articles that miss a wording of their story, with what they found instead."""
    found = ((key, others, first) for key, (others, first) in _missed().items() if not set(others) <= set(first))
    return [f"{key}: found {first}" for key, _, first in found][:limit]


def _missed() -> dict[str, tuple[list[str], list[str]]]:
    """By article, the other wordings of its story and the articles found first."""
    folder = CORPORA / "onestopenglish"
    paths = sorted(folder.glob("*/*.txt")) if folder.is_dir() else []
    articles = [
        Article(path.stem, Source(path.name, b""), "", "text", body=path.read_text("utf-8-sig", "replace"))
        for path in paths
    ]
    stories: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        stories[_story(article.id)].append(article.id)
    found = dict(related(articles, {}))
    return {
        key: ([other for other in stories[_story(key)] if other != key], [one.article for one in best[:_FIRST]])
        for key, best in found.items()
    }


def _story(name: str) -> str:
    return re.sub(r"-(?:adv|int|ele)$", "", name).strip()
