"""Addresses: no two articles may claim one, old ones included; all clashes are named before anything is written."""

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Article
from generator.problems import Problem


def clashes(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """A problem for each file whose address another has, too; each names the others."""
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        for claimed in {article.id, *article.front.former}:
            claims[claimed].append(article.source.path)
    return tuple(
        Problem(path, 0, "address-clash", "error", _message(claimed, [other for other in paths if other != path]))
        for claimed, paths in sorted(claims.items())
        if len(paths) > 1
        for path in paths
    )


def _message(claimed: str, others: list[str]) -> str:
    return f'the address "{claimed}" is also that of {", ".join(others)}; rename one of the files'
