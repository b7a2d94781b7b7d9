"""Partial dates in the words a reader expects, and in the order of time."""

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads best
)
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "fall", "AU": "fall", "WI": "winter"}


def in_words(value: str) -> str:
    """A partial date in words: `May 7, 2015`, `May 2015`, `spring 2015`, `the 1990s`; ranges joined by an en dash."""
    if "/" in value:
        begin, _, end = value.partition("/")
        return f"{in_words(begin)} – {in_words(end)}"
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
        return f"{_MONTHS[int(part) - 1]} {day}{year}"
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year}"
    if part.startswith("W"):
        return f"{'weekend of ' if rest[1:] == ['WE'] else ''}week {int(part[1:])} of {year}"
    return f"{_ORDINALS.get(part[1:], part[1:])} {'quarter' if part[0] == 'Q' else 'half'} of {year}"


_BEGINS = {"SP": "03", "SU": "06", "FA": "09", "AU": "09", "WI": "12", "H1": "01", "H2": "07"}
_BEGINS |= {f"Q{number}": f"{3 * number - 2:02}" for number in range(1, 5)}


def order(value: str) -> str:
    """A text that sorts partial dates by where they begin, the vaguer before the exacter: seasons among the months."""
    year, _, rest = value.partition("/")[0].partition("-")
    part, _, day = rest.partition("-")
    week = part[1:].isdigit() and part.startswith("W")
    month = f"{1 + (int(part[1:]) - 1) * 12 // 53:02}" if week else _BEGINS.get(part, part)
    return f"{year:0<4}-{month}-{day}"
