"""A stand-in for the engine of the search, and answers for it to give."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

RESULT = {
    "url": "archive/articles/2019/2019-03-04-harbor-pact-signed.html",
    "anchor": "P1",
    "title": "The harbor pact",
    "titleMarks": [[4, 10]],
    "date": "2019-03-04",
    "kind": "articles",
    "source": "The Courier",
    "excerpt": "In the harbor of Eastbank a pact was signed.",
    "marks": [[7, 13], [28, 32]],
}
ENTITY = {
    "url": "archive/entities/people/mira-norvald.html",
    "title": "Mira Norvald",
    "kind": "people",
    "excerpt": "A pilot.",
}
ANSWER = {
    "total": 3,
    "exact": True,
    "results": [RESULT, {**RESULT, "title": "Another"}, {**RESULT, "title": "A third", "date": "", "source": ""}],
    "entities": [],
    "facets": {
        "kind": [{"value": "articles", "count": 2}, {"value": "people", "count": 1}],
        "source": [{"value": f"Paper {number}", "count": 30 - number} for number in range(25)],
        "year": [{"value": "2019", "count": 2}, {"value": "2020", "count": 1}],
        "date": [{"value": "2016-02", "count": 1}, {"value": "2019-03", "count": 2}, {"value": "2021", "count": 1}],
    },
    "words": [{"word": "harbor", "as": [], "left": False, "documents": 2}],
    "corrected": "",
    "problems": [],
}


NAMED = {"entities": [ENTITY], "results": [ENTITY, RESULT], "total": 2}
"""Of an answer to a question that names an entity, what is different."""

NOTHING = {"total": 0, "results": [], "facets": {}}
"""The same where nothing fits."""


def begin(page: Page, answer: dict[str, Any] | None = None, **more: Any) -> None:
    """Let every document that the page opens have the stand-in, with this answer."""
    given = {"answer": {**ANSWER, **(answer or {})}, **more}
    page.add_init_script(f"{SCRIPT}\nObject.assign(standin, {json.dumps(given)});")


def asked(page: Page) -> list[Any]:
    """What the page has asked since it was opened: texts and options."""
    found: list[Any] = page.evaluate("standin.asked")
    return found
