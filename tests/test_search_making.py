"""The index is made while other pages are, and no more of it is held than a few segments."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

from generator import build, search
from generator.model import Page
from generator.search.part import Part
from tests import searchable

OTHERS = [Page(f"{number}.md", b"") for number in range(20)]


class Later(Executor):
    """An executor that does its work when it is told to."""

    def __init__(self) -> None:
        """Nothing is begun."""
        self.begun: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        """A future that is not done before `work` is called."""
        future: Future[Any] = Future()
        self.begun.append((future, lambda: fn(*args)))
        return future

    def work(self) -> None:
        """Do what was begun first."""
        future, call = self.begun.pop(0)
        future.set_result(call())


def parts(number: int) -> list[Part]:
    """So many segments of one document each."""
    return [searchable.part([searchable.document(f"{at}", f"Lantern {at}")]) for at in range(number)]


def test_segments_are_begun_before_the_first_other_page_is_asked_for() -> None:
    later = Later()

    def others() -> Iterator[Page]:
        assert later.begun
        yield from OTHERS

    assert next(search.pages(parts(2), later, None, others())) == OTHERS[0]


def test_a_segment_that_is_made_comes_between_the_others_and_the_next_is_begun() -> None:
    later, found = Later(), []
    pages = search.pages(parts(9), later, None, iter(OTHERS))
    for page in OTHERS[:7]:
        found.append(next(pages))
        assert found[-1] == page
        assert len(later.begun) <= 3
    for _ in range(4):
        later.work()
        while (page := next(pages)) not in OTHERS:
            found.append(page)
        assert found[-1].path.startswith("search/")
        found.append(page)
        assert len(later.begun) == 3


def test_the_index_is_the_same_whatever_comes_beside_it() -> None:
    with build.workers(1) as here:
        alone, beside = (list(search.pages(parts(5), here, None, others)) for others in ((), OTHERS))
    assert [page for page in beside if page not in OTHERS] == alone
    assert [page for page in beside if page in OTHERS] == OTHERS
