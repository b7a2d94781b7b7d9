"""What is wrong with the content, as values: where, what was found, what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning"]

CODES: Mapping[str, str] = MappingProxyType(
    {
        "address-clash": "Two files would have the same address on the site.",
        "alias-clash": "Two entity files claim the same name.",
        "broken-markdown": "The Markdown is nested deeper than the archive follows.",
        "configuration": "The configuration, mkdocs.yml, is not one that the site can be built with.",
        "control-characters": "Invisible or direction-changing characters stand in the text.",
        "date": "A date is not one that the calendar knows.",
        "date-ambiguous": "A date can be read in two ways.",
        "date-guessed": "No publication date is stated; one was concluded from the text.",
        "date-missing": "No publication date was found.",
        "empty": "The file is empty or has no words.",
        "encoding": "The text is not UTF-8, or was decoded wrongly before it came here.",
        "entity-kind": "An entity file lies in a folder that is not a kind.",
        "entity-name": "An entity file has no name.",
        "entity-unknown": "An entity id is named that no entity file and no gazetteer entry has.",
        "front-matter": "The front matter is not the YAML that the archive reads.",
        "html": "No article was found in the web page, or several.",
        "internal": "The generator failed on this file; only this file is set aside.",
        "key-duplicate": "A front-matter key is given twice.",
        "key-unknown": "A front-matter key that the archive does not know.",
        "not-text": "The file is not text.",
        "path": "The file's name or place is not one that the archive can publish.",
        "site": "A file of the site is not as it was built.",
        "source-missing": "No source was found.",
        "stopped": "Understanding the file had to be stopped, or crashed; only this file is set aside.",
        "title-guessed": "No title line was found; one was made from the text.",
        "too-large": "The file, its text or a paragraph is larger than an article may be.",
        "value": "A front-matter value is not of the kind that its key takes.",
    },
)
"""Every code a problem can have, with what it means; `docs/guide/problems.md` says for each what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one file.

    Attributes:
        path: The file, relative to the archive's root, with forward slashes.
        line: The line in the file, counted from 1; 0 where the whole file is meant.
        code: One of `CODES`.
        severity: An error sets the file aside; a warning does not.
        message: What was found and what to do, in one or two sentences.
    """

    path: str
    line: int
    code: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        """The problem as one line of text, as compilers print theirs."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.severity}[{self.code}]: {self.message}"


class ContentError(Exception):
    """The content cannot be published as it is; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of path and line."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those problems that set a file aside."""
    return tuple(problem for problem in problems if problem.severity == "error")
