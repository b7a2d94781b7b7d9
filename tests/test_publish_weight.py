"""What a page weighs beyond its text."""

from html.parser import HTMLParser

from generator.model import Site

HEAVIEST = 40_000
"""Bytes of HTML beside its text that an article's page may have; a browser has read them before it shows anything."""


class _Text(HTMLParser):
    """Gathers what a page says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take the text between two tags."""
        self.said.append(data)


def test_an_articles_page_is_light(built: Site) -> None:
    pages = sorted((built.output / "archive/articles").rglob("*.html"))
    weights = {}
    for page in pages:
        parser = _Text()
        parser.feed(page.read_text("utf-8"))
        weights[page.name] = page.stat().st_size - len(" ".join("".join(parser.said).split()).encode())
    assert weights
    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}
