"""Values in the words a reader expects."""

from generator.model import Article

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads best
)
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "fall", "AU": "fall", "WI": "winter"}


def date(value: str) -> str:
    """A partial date in words: `May 7, 2015`, `May 2015`, `spring 2015`, `the 1990s`; ranges joined by an en dash."""
    if "/" in value:
        begin, _, end = value.partition("/")
        return f"{date(begin)} – {date(end)}"
    year, *rest = value.split("-")
    if len(year) == 3:
        return f"the {year}0s"
    if not rest:
        return f"the {year}00s" if len(year) == 2 else year
    return _within_year(year, rest)


def _within_year(year: str, rest: list[str]) -> str:
    part = rest[0]
    if part.isdigit() and 1 <= int(part) <= 12:
        day = f"{int(rest[1])}, " if len(rest) > 1 else ""
        return f"{MONTHS[int(part) - 1]} {day}{year}"
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year}"
    if part.startswith("W"):
        return f"{'weekend of ' if rest[1:] == ['WE'] else ''}week {int(part[1:])} of {year}"
    return f"{_ORDINALS.get(part[1:], part[1:])} {'quarter' if part[0] == 'Q' else 'half'} of {year}"


_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: `1 article`, `1,234 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def title(article: Article) -> str:
    """The article's title; its address where it has none."""
    return article.metadata.title.value if article.metadata.title else article.id


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than the limit."""
    return text if len(text) <= limit else text[: limit - 1].rpartition(" ")[0] + "…"
