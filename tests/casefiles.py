"""Reads cases written as Markdown, so that adding one needs no Python.

A case file, `tests/cases/NAME.md`, holds any number of cases; what stands between them is for people::

    ## what the case shows
    ~~~
    the input
    ~~~
    ~~~
    the expected output
    ~~~

A fence may be longer than three tildes, where the text itself has a line of three; there may be more blocks than two.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
_PART = re.compile(
    r"^(?P<fence>~{3,})[^~\n]*\n(?P<block>.*?)^(?P=fence)$|^## (?P<title>[^\n]+)$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its title, and its blocks without the last line end: usually the input and the expected output."""

    title: str
    blocks: tuple[str, ...]

    def __str__(self) -> str:
        """The title, as pytest shows it: `@pytest.mark.parametrize("case", cases("markdown"), ids=str)`."""
        return self.title


def cases(name: str) -> list[Case]:
    """The cases of `tests/cases/NAME.md`, in order."""
    found: list[Case] = []
    for part in _PART.finditer((FOLDER / f"{name}.md").read_text(encoding="utf-8")):
        if part["title"]:
            found.append(Case(part["title"], ()))
        else:
            found[-1] = Case(found[-1].title, (*found[-1].blocks, part["block"].removesuffix("\n")))
    return found
