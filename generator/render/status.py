"""What became of every file: published, set aside or left out by rule, each named."""

from collections.abc import Sequence

from generator.model import Page
from generator.problems import Problem, errors
from generator.render import words
from generator.render.page import Templates


def page(published: int, drafts: Sequence[str], problems: Sequence[Problem], templates: Templates) -> Page:
    """The page that a reader is sent to who misses an article."""
    broken = errors(problems)
    doubtful = [problem for problem in problems if problem.severity == "warning"]
    aside = len({problem.path for problem in broken if problem.path.startswith("content/articles/")})
    groups = [
        {"name": "Set aside", "note": "These files have errors and are not published.", "entries": broken},
        {
            "name": "In doubt",
            "note": "These are published; what was concluded may need a second look.",
            "entries": doubtful,
        },
    ]
    described = (
        f"{words.count(published, 'article')} published, {words.count(aside, 'file')} set aside, "
        f"{words.count(len(drafts), 'draft')} left out."
    )
    return templates.page(
        "status.md", "status.md", description=described, groups=[group for group in groups if group["entries"]]
    )
