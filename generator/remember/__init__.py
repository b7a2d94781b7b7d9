"""Remembers in the archive's `.cache/` what was understood of each file, by its content: found again, or made anew.

All that lies there may be deleted, damaged, old or somebody else's: what is not found whole under the very same key is
made again, and a disk that takes nothing costs only time. Values are decoded as data of their types, so that a
foreign file cannot run anything.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from generator.limits import uncollected
from generator.model import Article, Authority, DateMention, Entity, Found, Line, Mention, Sheet, Source
from generator.problems import Problem
from generator.remember import pages
from generator.remember.code import code
from generator.remember.pages import Written
from generator.remember.store import Store

__all__ = ["Memory", "Written", "certain", "code", "digest", "memory"]

K = TypeVar("K")
T = TypeVar("T")

FILE = "understood.sqlite"

_AT_ONCE = 1000  # values that are committed together: as many are lost where a build is killed
_UNSURE = frozenset({"internal", "stopped"})  # problems that the next build may not have

ReadEntity = tuple[Entity | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read from one entity file."""

    entity: Entity | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What understanding adds to an article."""

    occurred: Found[str] | None
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    problems: tuple[Problem, ...]


class Memory:
    """What earlier builds of an archive understood; one without a store remembers nothing, which is no fault."""

    def __init__(self, store: Store | None = None) -> None:
        """Remember in this store."""
        self._store = store or Store()
        self._ahead: dict[str, dict[bytes, Any]] = {}

    def entities(self, sources: Sequence[Source], make: Callable[[Source], ReadEntity]) -> Iterator[ReadEntity]:
        """What each entity file says, in their order; those not remembered are read by `make`."""
        keys = [_key("entity", source.path, digest(source.data)) for source in sources]
        items = dict(zip(keys, sources, strict=True))
        known = self._through("entity", items, _Known, lambda new: (_Known(*make(source)) for source in new))
        return ((known[key].entity, known[key].problems) for key in keys)

    def ingested(
        self,
        sources: Sequence[Source],
        make: Callable[[Sequence[Source]], Iterable[Article]],
        later: Mapping[str, type],
    ) -> tuple[Article, ...]:
        """The article of each file, in their order; those not remembered are made together.

        Args:
            sources: The files.
            make: Has articles made of some, and begins at once.
            later: Stages and their types, besides understanding, whose values are taken up while the articles are made.
        """
        keys = [_ingest_key(source.path, digest(source.data)) for source in sources]
        items = dict(zip(keys, sources, strict=True))
        # The bytes are at hand whenever the article is asked for, and need not be kept a second time.
        known = self._through(
            "ingest", items, Article, lambda new: self._meanwhile(make(new), later), sure=_sure, beside="lines"
        )
        return tuple(replace(known[key], source=source) for key, source in zip(keys, sources, strict=True))

    def _meanwhile(self, articles: Iterable[Article], later: Mapping[str, type]) -> Iterator[Article]:
        """The articles, which others are making; until the first is there, take up what later stages will ask for."""
        self._ahead = {stage: self._taken_up(stage, kind) for stage, kind in {"understand": _Meaning, **later}.items()}
        return self._bare(articles)

    def _bare(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles without their source, and without their lines where these are kept."""
        encode = msgspec.msgpack.Encoder().encode
        for article in articles:
            key = _ingest_key(article.source.path, article.sha256)
            kept = _sure(article) and self._store.put("lines", key, encode(article.lines))
            yield replace(article, source=Source(article.source.path, b""), lines=() if kept else article.lines)

    def whole(self, article: Article, make: Callable[[Source], Article]) -> Article:
        """The article with its lines, which are needed for its own page only; made again where they are lost."""
        if article.lines:
            return article
        key = _ingest_key(article.source.path, article.sha256)
        with suppress(msgspec.DecodeError):
            if value := self._store.value("lines", key):
                return replace(article, lines=_decode_lines(value))
        lines = make(article.source).lines
        self._store.put("lines", key, msgspec.msgpack.encode(lines))
        return replace(article, lines=lines)

    def understood(
        self,
        articles: Sequence[Article],
        authority: Authority,
        make: Callable[[Sequence[Article]], Iterable[Article]],
    ) -> tuple[Article, ...]:
        """Each article with what it means to those who know the authority; those not remembered are made together."""
        names = digest(msgspec.msgpack.encode(authority.entities))
        keys = [_key("understand", article.source.path, article.sha256, names) for article in articles]
        items = dict(zip(keys, articles, strict=True))
        known = self._through("understand", items, _Meaning, lambda new: map(_meaning, make(new)), sure=_sure)
        return tuple(_meant(article, known[key]) for key, article in zip(keys, articles, strict=True))

    def of_each(
        self,
        stage: str,
        kind: type[T],
        items: Mapping[bytes, K],
        make: Callable[[Sequence[K]], Iterable[T]],
    ) -> Iterator[T]:
        """What a later stage makes of each item, in their order; an equal digest of an item means an equal value.

        Making begins at once; what is made is kept as it is asked for.
        """
        keys = {_key(stage, code(whole=True), digest.hex()): item for digest, item in items.items()}
        known, made = self._begun(stage, keys, kind, make)
        return self._in_order(keys, known, self._kept(stage, made))

    @staticmethod
    def _in_order(keys: Iterable[bytes], known: Mapping[bytes, T], made: Iterator[tuple[bytes, T]]) -> Iterator[T]:
        for key in keys:
            yield known[key] if key in known else next(made)[1]
        for _ in made:  # of which nothing is left but to make it last
            pass

    def of_all(self, stage: str, about: object, kind: type[T], make: Callable[[], T]) -> T:
        """The one value of a stage that depends on just this, and on no article's text."""
        key = _key(stage, digest(msgspec.msgpack.encode(about)))
        return self._through(stage, {key: None}, kind, lambda _new: [make()])[key]

    def standing(self, about: str, kind: type[T], folder: Path) -> T | None:
        """What was noted of the folder's content as a whole, where it was made of the same and is as it was left.

        Args:
            about: A digest of all that it is made from, the code aside.
            kind: The type of the note.
            folder: Where the pages are.
        """
        with suppress(msgspec.DecodeError):
            note = pages.standing(self._store, _whole_key(about), folder)
            return msgspec.msgpack.decode(note, type=kind) if note else None
        return None

    def stands(self, about: str, note: object, folder: Path) -> None:
        """Note this of the folder's content as it is now."""
        pages.stands(self._store, _whole_key(about), folder, msgspec.msgpack.encode(note))

    def pages(self, sheets: Iterable[Sheet], folder: Path) -> Written:
        """The pages to write into this folder; those of known sheets, whose files nobody has touched, are kept."""
        return Written(sheets, str(folder), self._store)

    def _through(
        self,
        stage: str,
        items: Mapping[bytes, K],
        kind: type[T],
        make: Callable[[Sequence[K]], Iterable[T]],
        sure: Callable[[T], bool] = lambda _value: True,
        beside: str = "",
    ) -> dict[bytes, T]:
        """The value of each item by its key: what is remembered, and what is made of the others and now kept.

        What is stale goes, and with it what another stage has kept `beside` it under the same key.
        """
        known, made = self._begun(stage, items, kind, make, beside)
        return known | dict(self._kept(stage, made, sure))

    def _begun(
        self,
        stage: str,
        items: Mapping[bytes, K],
        kind: type[T],
        make: Callable[[Sequence[K]], Iterable[T]],
        beside: str = "",
    ) -> tuple[dict[bytes, T], Iterator[tuple[bytes, T]]]:
        """The values that are remembered, by key, and the others, as they are made."""
        known, stale = self._recall(stage, items, kind)
        missing = {key: item for key, item in items.items() if key not in known}
        for each in filter(None, (stage, beside)):
            self._store.remove(each, stale)
        return known, zip(missing, make(list(missing.values())) if missing else (), strict=True)

    def _recall(self, stage: str, wanted: Mapping[bytes, K], kind: type[T]) -> tuple[dict[bytes, T], list[bytes]]:
        """The values of a stage that are wanted, and the keys of those that are not, or not sound."""
        found = self._ahead.pop(stage, None) or self._taken_up(stage, kind, wanted.keys())
        known = {key: value for key, value in found.items() if value is not None and key in wanted}
        return known, [key for key in found if key not in known]

    def _taken_up(self, stage: str, kind: type[T], wanted: Collection[bytes] | None = None) -> dict[bytes, T | None]:
        """The values of a stage by key, all or only those that are wanted; None for what is not, or not sound."""
        found: dict[bytes, T | None] = {}
        decode = msgspec.msgpack.Decoder(kind).decode
        with uncollected():
            for key, value in self._store.values(stage, wanted):
                found[key] = None
                # What was made by another version of a type is as good as damaged.
                with suppress(msgspec.DecodeError):
                    found[key] = None if value is None else decode(value)
        return found

    def _kept(
        self, stage: str, made: Iterable[tuple[bytes, T]], sure: Callable[[T], bool] = lambda _value: True
    ) -> Iterator[tuple[bytes, T]]:
        """What is made, kept as it comes, so that the build after a killed one need not do all again."""
        encode = msgspec.msgpack.Encoder().encode
        for number, (key, value) in enumerate(made, 1):
            if sure(value):
                self._store.put(stage, key, encode(value))
            if number % _AT_ONCE == 0:
                self._store.commit()
            yield key, value
        self._store.commit()


@contextmanager
def memory(folder: Path, *, keeping: bool = True) -> Iterator[Memory]:
    """What is remembered in this folder, for the time of a build; `keeping` tells whether to add to it."""
    store = Store(folder / FILE, keeping=keeping)
    try:
        yield Memory(store)
    finally:
        store.close()


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _key(stage: str, *parts: str) -> bytes:
    """What a value depends on, the code that makes it included, as 32 bytes."""
    text = "\0".join((code(), stage, *parts))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


_decode_lines = msgspec.msgpack.Decoder(tuple[Line, ...]).decode


def _whole_key(about: str) -> bytes:
    return _key("whole", code(whole=True), about)


def _ingest_key(path: str, sha256: str) -> bytes:
    return _key("ingest", path, sha256)


def _meaning(article: Article) -> _Meaning:
    return _Meaning(article.metadata.occurred, article.mentions, article.dates, article.problems)


def _meant(article: Article, meaning: _Meaning) -> Article:
    return replace(
        article,
        metadata=replace(article.metadata, occurred=meaning.occurred),
        mentions=meaning.mentions,
        dates=meaning.dates,
        problems=meaning.problems,
    )


def _sure(value: Article | _Meaning) -> bool:
    """Whether the value is what the file means, and not what came of a failure."""
    return certain(value.problems)


def certain(problems: Iterable[Problem]) -> bool:
    """Whether the next build would have the same problems: none came of a failure."""
    return not any(problem.code in _UNSURE for problem in problems)
