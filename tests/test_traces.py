"""What relating knows of an article is the same wherever it is made, and fits wherever it is kept."""

import pickle
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from generator import relate
from generator.model import Article, DateMention, Found, FrontMatter, Line, Mention, Mentions, Metadata, Source
from generator.relate.traces import trace
from generator.work import Here

T = TypeVar("T")

WHOLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
HARBOR = "The ferry waits at the quay. On May 7 the basin opened. The quay is new."


class Far(Here):
    """Does everything at once, as a process far away would: of what travels there and back, only copies arrive."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """A future that is done."""
        fn, args, kwargs = pickle.loads(pickle.dumps((fn, args, kwargs)))  # noqa: S301 - made in this very line
        return super().submit(lambda: pickle.loads(pickle.dumps(fn(*args, **kwargs))))  # noqa: S301 - likewise


def article(body: str = HARBOR, title: str = "Basin opens") -> Article:
    return Article(
        "2015/basin",
        Source("content/articles/2015/basin.txt", b"raw"),
        "00",
        "text",
        front=FrontMatter(mentions=Mentions(add=("people/ada",))),
        metadata=Metadata(title=Found(title, "heading", 1.0), section=Found("Port", "label", 0.9)),
        lines=(Line(1, "body", body),),
        body=body,
        mentions=(Mention("places/quay", "places", "quay", 23, 27), Mention("places/quay", "places", "quay", 59, 63)),
        dates=(DateMention("May 7", 32, 37, "2015-05-07", "day", "2015-05-09"),),
    )


def test_an_article_leaves_the_same_trace_near_and_far() -> None:
    articles = [
        article(),
        article("", ""),
        article("Half a \ud800 character.", "\udc00"),
        article("港口新闻 the harbor"),
    ]
    here = [trace(each) for each in articles]
    assert list(relate.traces(articles, Far())) == list(relate.traces(articles, Here())) == here


@given(WHOLE, WHOLE)
def test_a_trace_that_is_kept_comes_back_as_it_was(body: str, title: str) -> None:
    found = trace(article(body, title))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=relate.Trace) == found


def test_a_trace_names_every_sentence_and_those_that_a_contributor_added() -> None:
    entries = relate.archive([article()], {}).timeline
    assert [(each.value, each.precision, each.passage.block) for each in entries] == [("2015-05-07", "day", 1)]
    found = relate.archive([article()], {}).appearances
    assert {key: [each.start for each in passages] for key, passages in found.items()} == {
        "people/ada": [0],
        "places/quay": [0, 56],
    }
