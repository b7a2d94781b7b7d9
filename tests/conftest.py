"""What all tests share: the switch that renews the golden tree, the effort of the property tests, the built corpus."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.batches import Packed
from generator.model import Site
from tests import scratch

# Rendering takes its time on a slow machine, and how long an example takes says nothing about its being right.
# The quick profile always tries the same examples, so that what passes once passes for everybody.
settings.register_profile(
    "quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update-golden` write what it would otherwise compare."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected output instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The values that many tasks need which this process packs to send them away, as it does so."""
    values: list[object] = []
    whole = Packed.__reduce__

    def noted(packed: Packed[object]) -> object:
        values.append(packed.value)
        return whole(packed)

    monkeypatch.setattr(Packed, "__reduce__", noted)
    return values


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented archive, generated and published once for all tests that only look at it."""
    return scratch.published(scratch.corpus(tmp_path_factory.mktemp("built") / "archive"))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The invented archive in a folder that the test may change."""
    return scratch.corpus(tmp_path / "archive")


@pytest.fixture
def crowded(site: Site) -> Site:
    """The invented archive with so many articles that every worker has some."""
    files = {f"2021/2021-01-{n % 28 + 1:02}-note-{n}.txt": f"Note {n}. {scratch.ARTICLE}" for n in range(70)}
    scratch.put(site.content / "articles", files)
    return site
