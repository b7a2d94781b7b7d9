"""Every rule that `briefing inspect` can name is explained in the guide, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from generator.ingest.html import junk
from generator.model import LineKind

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "guide" / "rules.md"
MODULES = (*sorted((ROOT / "generator" / "ingest").rglob("*.py")), ROOT / "generator" / "understand" / "occurred.py")

KINDS = set(get_args(LineKind))
PLACE_OF_RULE = {"Found": 1, "Statement": 2, "Split": 2, "Line": 3}
"""Which argument of these values is the rule, counted from 0."""
TABLES = {"TRUST", "_CONFIDENCE"}
"""Mappings from a rule to its confidence."""
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def constants(node: ast.AST) -> Iterator[str]:
    """The texts that an expression can be: itself, or the branches of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def is_number(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, float) for part in ast.walk(node))


def of_call(node: ast.Call) -> Iterator[str]:
    """`Found(value, "rule", 0.9)`."""
    place = PLACE_OF_RULE.get(node.func.id) if isinstance(node.func, ast.Name) else None
    if place is not None and len(node.args) > place:
        yield from constants(node.args[place])


def of_tuple(node: ast.Tuple, *, kinds: bool) -> Iterator[str]:
    """`("junk", "rule")`, with or without a test behind it, and `("rule", 0.9)`.

    Args:
        node: The tuple.
        kinds: Whether the module speaks of kinds of lines at all.
    """
    first, second = [*node.elts, None, None][:2]
    if first is None or second is None:
        return
    if kinds and KINDS & set(constants(first)):
        yield from constants(second)
    elif is_number(second) and not isinstance(second, ast.Tuple):
        yield from constants(first)


def of_assignment(node: ast.Assign) -> Iterator[str]:
    """`rule = "one" if … else "other"`, and the keys of a table."""
    names = {target.id for target in node.targets if isinstance(target, ast.Name)}
    if "rule" in names:
        yield from constants(node.value)
    if names & TABLES and isinstance(node.value, ast.Dict):
        yield from (name for key in node.value.keys if key for name in constants(key))


def of_function(node: ast.FunctionDef) -> Iterator[str]:
    """What a function returns that is named for what it says: `_rule`."""
    if node.name in {"_rule", "_region"}:
        for part in ast.walk(node):
            yield from constants(part.value) if isinstance(part, ast.Return) and part.value else ()


def named(source: str) -> Iterator[str]:
    """The rules that a module names, and perhaps an empty text."""
    tree = ast.parse(source)
    kinds = "LineKind" in source or "Label" in source
    compared = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Compare) for part in node.comparators}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from of_call(node)
        elif isinstance(node, ast.Tuple) and id(node) not in compared:
            yield from of_tuple(node, kinds=kinds)
        elif isinstance(node, ast.Assign):
            yield from of_assignment(node)
        elif isinstance(node, ast.FunctionDef):
            yield from of_function(node)


def rules() -> set[str]:
    """The names of all rules, read from the code."""
    found = {name for path in MODULES for name in named(path.read_text(encoding="utf-8"))}
    # The names of these are made of the elements' names.
    return {name for name in found if NAME.fullmatch(name)} | {f"in-{tag}" for tag in junk._REGIONS}  # noqa: SLF001


def documented() -> set[str]:
    return set(re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_guide_explains_every_rule() -> None:
    assert rules() - documented() == set()


def test_the_guide_explains_no_rule_that_does_not_exist() -> None:
    assert documented() - rules() == set()


def test_a_rule_is_explained_once_in_each_table() -> None:
    for table in PAGE.read_text(encoding="utf-8").split("\n## "):
        names = re.findall(r"^\| `([a-z0-9-]+)` \|", table, re.MULTILINE)
        assert len(names) == len(set(names))
