"""The day of the event in military press releases (ISAF), annotated by hand.

The text is read as it would be in the archive, by `generator.ingest.text`. Where that finds no day of publication,
the dateline's does instead, so that the figure measures what is read out of the lead; `the text has a date` where
there is such a day.

The annotation of three months (`_MISDATED`) lies a day before what the text says, whatever the words are: "Feb. 9" is
annotated as the 8th, "Nov 25" as the 24th, "Thursday" as the Wednesday, "today" as yesterday, and "yesterday" as the
day before it. In the months before, between and after, nothing is shifted; so it comes from how the days were kept,
and no reading of the text gives it. One figure leaves these months out, whether they are read right or wrong.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.calendars import dateline, explicit
from generator.ingest.reading import Reading
from generator.ingest.text import read
from generator.model import Found
from generator.understand import dates, occurred
from tests.quality import CORPORA

_CERTAIN = 0.8
_MISDATED = ("2010-11", "2011-02", "2011-03")
FLOORS: dict[str, float] = {
    "right where the text has a date": 0.82,
    "right, the misdated months aside": 0.955,
    # A share of the misdated months is among these.
    f"right among those of confidence {_CERTAIN} or more": 0.81,
}


@dataclass(frozen=True, slots=True)
class Release:
    """A press release, the day that people read out of it, and what we find."""

    text: str
    right: str
    printed: str | None
    found: Found[str] | None
    unaided: Found[str] | None


def releases(part: int | None = None) -> Iterator[Release]:
    """The corpus, or every second release of it."""
    path = CORPORA / "isaf" / "dev.jsonl"
    lines = path.read_text(encoding="utf-8").strip().split("\n") if path.exists() else []
    for number, line in enumerate(lines):
        if part is None or number % 2 == part:
            yield _release(json.loads(line))


def _release(record: dict[str, str]) -> Release:
    reading = read(record["text"])
    published = reading.metadata.published or _printed(record["text"])
    found, unaided = (_happened(reading, printed) for printed in (published, reading.metadata.published))
    return Release(record["text"], record["event_date"], published.value if published else None, found, unaided)


def _happened(reading: Reading, published: Found[str] | None) -> Found[str] | None:
    named = dates.find(reading.body, published.value if published else None)
    return occurred.find(reading.body, published, reading.metadata.place, named)


def _printed(text: str) -> Found[str] | None:
    day = dateline(text) or next(iter(explicit(text)), None)
    return Found(day.value, "first-date", 0.95) if day and day.precision == "day" else None


def scores(part: int | None = None) -> dict[str, float] | None:
    """The figures, for the whole corpus or one half of it; None where the corpus is not there."""
    dated = [release for release in releases(part) if release.printed]
    if not dated:
        return None
    found = [release for release in dated if release.found]
    readable = [release for release in dated if not _misdated(release)]
    unaided = [replace(release, found=release.unaided) for release in dated]
    certain = [release for release in found if release.found and release.found.confidence >= _CERTAIN]
    sure = [release for release in certain if not _misdated(release)]
    return {
        "right where the text has a date": _right(dated) / len(dated),
        "right, the misdated months aside": _right(readable) / len(readable),
        "right, with the day of publication that ingest finds": _right(unaided) / len(dated),
        "right among found": _right(found) / len(found),
        f"right among those of confidence {_CERTAIN} or more": _right(certain) / len(certain),
        "right among these, the misdated months aside": _right(sure) / len(sure),
        "share of these": len(certain) / len(dated),
    }


def _misdated(release: Release) -> bool:
    return bool(release.printed and release.printed.startswith(_MISDATED))


def _right(some: list[Release]) -> int:
    return sum(release.found is not None and release.found.value == release.right for release in some)


def worst(limit: int, part: int | None = None) -> list[str]:
    """The releases that are read wrongly, for reading."""
    wrong = [each for each in releases(part) if each.printed and (not each.found or each.found.value != each.right)]
    return [_shown(release) for release in wrong[:limit]]


def _shown(release: Release) -> str:
    found = release.found
    ours = f"{found.value} ({found.rule}, {found.reason})" if found else "nothing"
    return f"{ours} for {release.right}, printed {release.printed}: {' '.join(release.text.split())[:400]}"
