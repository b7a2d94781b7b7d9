"""What became of every file: published, set aside or left out by rule, each named."""

from collections.abc import Sequence

from generator.model import Archive, Page
from generator.problems import Problem, errors
from generator.render import words
from generator.render.page import Templates


def page(archive: Archive, drafts: Sequence[str], problems: Sequence[Problem], templates: Templates) -> Page:
    """The page that a reader is sent to who misses an article.

    Doubts about a text that may not be shown in full are left out, since a problem may quote the text.
    """
    held = {*drafts, *(article.source.path for article in archive.articles if article.front.rights != "full")}
    broken = errors(problems)
    doubtful = [problem for problem in problems if problem.severity == "warning" and problem.path not in held]
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
        f"{words.count(len(archive.articles), 'article')} published, {words.count(aside, 'file')} set aside, "
        f"{words.count(len(drafts), 'draft')} left out."
    )
    return templates.page(
        "status.md", "status.md", description=described, groups=[group for group in groups if group["entries"]]
    )
