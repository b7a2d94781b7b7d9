"""What takes long to load is loaded when it is needed, and once for all the processes that share it."""

import re
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from generator.pattern import lazy
from tests import scratch


def loaded(code: str) -> set[str]:
    """The packages that a fresh process has loaded after this code."""
    told = f"import sys; {code}; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", told], cwd=scratch.ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_readers_are_loaded_when_there_is_something_to_read() -> None:
    heavy = {"babel", "charset_normalizer", "lxml", "markdown_it", "trafilatura", "generator.ingest.pasted.page"}
    assert not heavy & loaded("import generator.ingest, generator.understand, generator.calendars")


def test_a_process_that_is_ready_has_read_the_gazetteer_and_compiled_its_patterns() -> None:
    code = "import re, generator.ready; re.compile = None; from generator.understand import gazetteer, dates"
    assert "generator.ingest.text" in loaded(f"{code}; dates.find('on 7 June 2017', None); gazetteer.begins('Port')")


@given(st.text(alphabet="ab1 "))
def test_a_pattern_compiled_late_finds_what_one_compiled_at_once_finds(text: str) -> None:
    late, now = lazy(r"(?P<word>A+)(\d)?", re.IGNORECASE), re.compile(r"(?P<word>A+)(\d)?", re.IGNORECASE)
    assert late.findall(text) == now.findall(text)
    assert [found.groupdict() for found in late.finditer(text)] == [found.groupdict() for found in now.finditer(text)]
    assert late.sub("x", text) == now.sub("x", text)
    assert late.pattern == now.pattern
