"""The documentation tells the truth about the commit it is in."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.ingest import entity
from generator.model import Entity, FrontMatter
from generator.problems import CODES

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *GUIDE.glob("*.md")])


def read(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["", *main.commands])
def test_the_guide_shows_every_help_text_as_it_is(command: str) -> None:
    arguments = [*filter(None, [command]), "--help"]
    shown = CliRunner().invoke(main, arguments, prog_name="briefing", terminal_width=98)
    assert shown.exit_code == 0
    assert f"```text\n{shown.output.rstrip()}\n```" in read("commands.md"), f"run: briefing {command} --help"


@pytest.mark.parametrize("command", main.commands)
def test_every_command_has_an_example(command: str) -> None:
    assert (main.commands[command].epilog or "").startswith(f"Example: briefing {command}")


def test_the_guide_explains_every_problem_code_and_no_other() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", read("problems.md"), re.MULTILINE)) == set(CODES)


def test_every_problem_that_the_code_can_make_has_a_known_code() -> None:
    made = re.compile(r'"([a-z]+(?:-[a-z]+)*)",\s*"(?:error|warning)"')
    modules = [path for path in (ROOT / "generator").rglob("*.py") if path.name != "console.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    assert set(made.findall(code)) - {"error"} <= set(CODES)


def test_the_guide_explains_every_front_matter_key_and_no_other() -> None:
    keys = {field.name for field in fields(FrontMatter)}
    assert set(re.findall(r"^\| `([a-z_]+)` \|", read("front-matter.md"), re.MULTILINE)) == keys


def test_the_guide_explains_every_key_of_an_entity_file_and_no_other() -> None:
    keys = {field.name for field in fields(Entity)} - entity.CLOSED
    assert set(re.findall(r"^\| `([a-z_]+)` \|", read("entities.md"), re.MULTILINE)) == keys


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_of_the_documentation_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        generated = "archive/" in target
        assert generated or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_targets_that_the_readme_names_are_in_the_makefile() -> None:
    named = set(re.findall(r"^make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"site", "test"} <= named <= targets


def test_a_new_archive_is_configured_like_the_sample_archive() -> None:
    """The two differ in their names and in the guide, which only the sample archive has."""
    sample = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    new = (ROOT / "site_templates" / "new" / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    differing = {line for line in {*sample} ^ {*new} if "guide" not in line.lower()}
    assert all(
        line.startswith(("site_name:", "site_description:")) or "archive/status.md" in line for line in differing
    )
