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
    "nDCG@10, cranfield": Limit(0.408, least=True),
    "nDCG@10, cisi": Limit(0.435, least=True),
    "questions without an answer": Limit(0),
    "known article in the first ten": Limit(0.98, least=True),
    "a typing error, against none": Limit(0.98, least=True),
    "a typing error in the first letter, against none": Limit(0.98, least=True),
    "a typing error in the only word": Limit(0.97, least=True),
    "a typing error in the first letter in the only word": Limit(0.95, least=True),
    "index / text, 10,000": Limit(1.06),
    "files, 10,000": Limit(5800),
    "processor seconds, 10,000": Limit(10),
    "megabytes of memory, 10,000": Limit(500),
    "megabytes of memory, 100,000": Limit(2048),
    "first results, ms, 10,000, http": Limit(500),
    "first results, ms, 10,000, disk": Limit(500),
    "of the page's processor, ms, 10,000, http": Limit(160),
    "of the page's processor, ms, 10,000, disk": Limit(160),
    "loaded for them, kB, 10,000, http": Limit(200),
    "loaded for them, kB, 10,000, disk": Limit(200),
    "loaded at worst, kB, 10,000, disk": Limit(270),
    "loaded for them, kB, 100,000, http": Limit(1000),
    "loaded for them, kB, 100,000, disk": Limit(1000),
    "loaded at worst, kB, 100,000, disk": Limit(1000),
    "a letter more, ms, 10,000, http": Limit(35),
    "a letter more, ms, 10,000, disk": Limit(35),
    "Firefox from disk, results": Limit(1, least=True),
}
