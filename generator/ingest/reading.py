"""What one format's reader makes of a file, before the contributor's word is laid over it."""

from dataclasses import dataclass

from generator.model import Line, Metadata
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text, understood as far as its format tells.

    Attributes:
        lines: Every line of the text below the front matter, numbered as in the file.
        metadata: What was found, with rule, confidence and line.
        body: Clean Markdown of our own making (see `generator.model.Article`).
        problems: With an empty path; the caller knows the file.
    """

    lines: tuple[Line, ...] = ()
    metadata: Metadata = Metadata()
    body: str = ""
    problems: tuple[Problem, ...] = ()
