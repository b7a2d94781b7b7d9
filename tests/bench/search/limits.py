"""What each figure may be at least or at most: what is reached, with some room for a busy machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound of a figure."""

    value: float
    least: bool = False

    def keeps(self, value: float) -> bool:
        """Whether the figure is within."""
        return value >= self.value if self.least else value <= self.value

    def __format__(self, spec: str) -> str:
        """As the bound is printed beside the figure."""
        return format(f"{'≥' if self.least else '≤'} {self.value:g}", spec)


LIMITS = {
    "nDCG@10, cranfield": Limit(0.405, least=True),
    "nDCG@10, cisi": Limit(0.43, least=True),
    "questions without an answer": Limit(0),
    "known article in the first ten": Limit(0.96, least=True),
    "a typing error, against none": Limit(0.95, least=True),
    "a typing error in the first letter, against none": Limit(0.95, least=True),
    "a typing error in the only word": Limit(0.93, least=True),
    "a typing error in the first letter in the only word": Limit(0.9, least=True),
    "index / text, 10,000": Limit(1.2),
    "processor seconds, 10,000": Limit(14),
    "megabytes of memory, 10,000": Limit(520),
    "megabytes of memory, 100,000": Limit(2048),
    "first results, ms, 10,000, http": Limit(700),  # the server shares the machine with the browser
    "first results, ms, 10,000, disk": Limit(500),
    "of the page's processor, ms, 10,000, http": Limit(200),
    "of the page's processor, ms, 10,000, disk": Limit(200),
    "loaded for them, kB, 10,000, http": Limit(300),
    "loaded for them, kB, 10,000, disk": Limit(300),
    "loaded for them, kB, 100,000, http": Limit(1000),
    "loaded for them, kB, 100,000, disk": Limit(1000),
    "a letter more, ms, 10,000, http": Limit(50),
    "a letter more, ms, 10,000, disk": Limit(50),
    "Firefox from disk, results": Limit(1, least=True),
}
