"""Names that the archive meets often become entity files, as many as are wanted and none over another."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import build, read
from generator.__main__ import main
from tests import scratch

TEXT = """Harbor reopens after storm

Anna Veldt, head of the Eastbank Harbor Authority, opened the harbor again on Monday.

"The quay held," Anna Veldt told reporters. The Eastbank Harbor Authority (EHA) had closed it a week before.

Anna Veldt thanked the crews. The EHA will pay them.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    scratch.archive(tmp_path, {"articles/2015/2015-05-07-harbor.txt": TEXT})
    return tmp_path


def suggest(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["suggest", "-C", str(archive), "--least", "2", *arguments])


def test_people_and_organizations_are_suggested_with_their_variants(archive: Path) -> None:
    found = {each["id"]: each for each in json.loads(suggest(archive, "--format", "json").stdout)}
    assert found["people/anna-veldt"]["count"] == 3
    assert "EHA" in found["organizations/eastbank-harbor-authority"]["aliases"]


def test_a_written_file_is_a_sound_entity_that_the_next_build_links(archive: Path) -> None:
    assert suggest(archive, "--write", "people/anna-veldt").stdout.split() == ["content/entities/people/anna-veldt.md"]
    with build.workers(1) as executor:
        site = read.site(archive)
        content = build.understood(read.everything(site), site, executor)
    assert "people/anna-veldt" in content.archive.appearances
    assert not [problem for problem in content.problems if problem.severity == "error"]


def test_nothing_is_overwritten(archive: Path) -> None:
    suggest(archive, "--write", "people/anna-veldt")
    path = archive / "content/entities/people/anna-veldt.md"
    path.write_text("---\nname: Anna Veldt\n---\nMine.\n", encoding="utf-8")
    suggest(archive, "--write")
    assert path.read_text(encoding="utf-8").endswith("Mine.\n")


def test_an_id_that_is_not_suggested_is_a_problem_not_a_crash(archive: Path) -> None:
    result = suggest(archive, "--write", "people/nobody")
    assert result.exit_code == 1
    assert "nothing is suggested under this id" in result.stderr
