"""The preview: it reloads, shows what is wrong, stays up, and answers this machine only."""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import pytest

from generator import publish
from generator.model import Site
from generator.problems import ContentError, Problem
from tests import scratch
from tests.test_commands import free_port


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{host}:{port}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - the test's own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def state(port: int, seen: object = "") -> dict[str, object]:
    found: dict[str, object] = json.loads(get(port, f"/.briefing/state?{seen}")[1])
    return found


@pytest.fixture
def shown(tmp_path: Path) -> tuple[Site, int]:
    """A tiny site that is shown, whose pages are files; one that is named `broken` cannot be built."""
    site = scratch.archive(tmp_path / "archive")
    port = free_port()

    def build(site: Site) -> Sequence[Problem]:
        problem = Problem("content/broken.md", 1, "path", "error", "<b>is broken</b>")
        if (site.content / "broken.md").exists():
            raise ContentError([problem])
        if (site.content / "fault.md").exists():
            raise TypeError("a template writes a value as it is")
        text = (site.root / "docs/index.md").read_text()
        scratch.put(site.output, {"index.html": f"<html><body>{text}</body></html>", "404.html": "<body>none</body>"})
        return ()

    (site.root / "docs/index.md").write_text("first")
    Thread(target=publish.serve, args=(site, port, lambda _line: None, build), daemon=True).start()
    for _ in range(100):
        try:
            if state(port)["version"]:
                break
        except OSError:
            pass
        time.sleep(0.05)
    return site, port


def test_a_page_waits_for_the_next_build_and_then_reloads(shown: tuple[Site, int]) -> None:
    site, port = shown
    status, page = get(port, "/index.html")
    assert (status, "first" in page) == (200, True)
    assert '<script src="/.briefing/reload.js?1"></script></body>' in page
    (site.root / "docs/index.md").write_text("second one")
    assert state(port, 1)["version"] == 2
    assert "second one" in get(port, "/")[1]


def test_an_error_is_shown_and_the_old_page_stays(shown: tuple[Site, int]) -> None:
    site, port = shown
    scratch.put(site.content, {"broken.md": "x"})
    assert state(port, 1) == {"version": 2, "problems": ["content/broken.md:1: error[path]: <b>is broken</b>"]}
    assert "first" in get(port, "/index.html")[1]
    (site.content / "broken.md").unlink()
    assert state(port, 2) == {"version": 3, "problems": []}


def test_a_mistake_in_a_template_does_not_end_the_server(shown: tuple[Site, int]) -> None:
    site, port = shown
    scratch.put(site.content, {"fault.md": "x"})
    assert state(port, 1)["problems"] == ["error: TypeError: a template writes a value as it is"]
    (site.content / "fault.md").unlink()
    assert state(port, 2)["problems"] == []


def test_a_broken_configuration_is_shown_until_it_is_mended(shown: tuple[Site, int]) -> None:
    site, port = shown
    config = site.root / "mkdocs.yml"
    sound = config.read_text()
    config.write_text("site_name: [")
    assert str(state(port, 1)["problems"]).startswith("['mkdocs.yml:")
    assert "first" in get(port, "/index.html")[1]
    config.write_text(sound)
    assert state(port, 2) == {"version": 3, "problems": []}


def test_a_second_preview_on_the_same_port_says_so(shown: tuple[Site, int]) -> None:
    site, port = shown
    with pytest.raises(OSError, match=f"port {port} cannot be used .*; name another with --port"):
        publish.serve(site, port, lambda _line: None, lambda _site: ())


def test_only_this_machine_is_answered(shown: tuple[Site, int]) -> None:
    """Every other address of this machine, were it of a network, finds nobody listening."""
    with socket.socket() as other:
        other.settimeout(5)
        assert other.connect_ex(("127.0.0.2", shown[1]))


@pytest.mark.parametrize("path", ["/../mkdocs.yml", "/%2e%2e/%2e%2e/mkdocs.yml", "/no-such.html", "//etc/passwd"])
def test_nothing_but_the_site_is_shown(shown: tuple[Site, int], path: str) -> None:
    status, text = get(shown[1], path)
    assert status == 404
    assert "site_name" not in text


def test_who_calls_the_server_by_another_name_gets_nothing(shown: tuple[Site, int]) -> None:
    """A page of somebody else's may have its own name point to this machine."""
    assert get(shown[1], "/index.html", host="elsewhere.example")[0] == 403
    assert get(shown[1], "/index.html", host="localhost")[0] == 200
    for method in ("HEAD", "POST"):
        request = urllib.request.Request(f"http://127.0.0.1:{shown[1]}/", headers={"Host": "x.example"}, method=method)
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(request, timeout=30)  # noqa: S310 - the test's own server
