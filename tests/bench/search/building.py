"""Makes the index of an invented archive, in a process of its own: `python -m tests.bench.search.building N DIR`."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from generator.model import Article, Page
from tests.bench.search import folder, invented
from tests.bench.search.judged import archive


@dataclass(frozen=True, slots=True)
class Building:
    """What the index of an archive took.

    Attributes:
        seconds: Of one processor, besides those that inventing the articles and writing the files took.
        megabytes: The most memory that the process held, the articles themselves among it.
        articles: Megabytes of these.
        text: Bytes of their titles and texts.
        index: Bytes of the index.
        files: How many it consists of.
        titles: A few of the titles.
    """

    seconds: float
    megabytes: float
    articles: float
    text: int
    index: int
    files: int
    titles: tuple[str, ...]


def building(number: int, where: Path) -> Building:
    """Make the index of so many articles in the folder, and say what it took."""
    command = [sys.executable, "-m", "tests.bench.search.building", str(number), str(where)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder.ROOT)
    found = json.loads(done.stdout)
    return Building(**(found | {"titles": tuple(found["titles"])}))


def _measured(number: int, where: Path) -> Building:
    made = tuple(invented.articles(number))
    before = _megabytes()
    timed = _Timed(folder.pages(archive(made)))
    sizes: list[int] = []
    folder.write(where, timed.noting(sizes))
    return Building(
        seconds=timed.seconds,
        megabytes=_megabytes(),
        articles=before,
        text=sum(len(f"{_title(each)}\n{each.body}".encode()) for each in made),
        index=sum(sizes),
        files=len(sizes),
        titles=tuple(_title(each) for each in made[:: max(1, number // 7)][1:6]),
    )


class _Timed:
    """Pages, and the processor seconds that making them took so far."""

    def __init__(self, pages: Iterator[Page]) -> None:
        self._pages, self.seconds = pages, 0.0

    def noting(self, sizes: list[int]) -> Iterator[Page]:
        """The pages; their sizes are put in the list."""
        while True:
            begin = process_time()
            page = next(self._pages, None)
            self.seconds += process_time() - begin
            if page is None:
                return
            sizes.append(len(page.data))
            yield page


def _title(each: Article) -> str:
    return each.metadata.title.value if each.metadata.title else ""


def _megabytes() -> float:
    """The most memory that this process held so far; systems differ about the unit."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    print(json.dumps(asdict(_measured(int(sys.argv[1]), Path(sys.argv[2])))))
