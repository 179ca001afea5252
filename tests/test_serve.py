"""The preview: saving reloads, a mistake shows itself on the page, and mending it is enough."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.boom import dilemma, environment
from tests.bouw_hulp import small_project

PAD, ADRES = "dilemmas/proef.md", "dilemmas/proef/"
WACHT = 90
"""Seconds before we call it stuck; a change normally shows within a few."""

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """A running ``mkdocs serve`` on a copy of the project; yields it and its address."""
    project = small_project(tmp_path_factory.mktemp("voorbeeld") / "project")
    project.write(PAD, dilemma(titel="Eerste versie", nummer="999", concept="true"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project.root.parent / "serve.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=project.root, stdout=output, stderr=output, env=environment()
        )
        try:
            yield project, f"http://127.0.0.1:{port}/", log
        finally:
            server.terminate()
            server.wait(timeout=30)


def until(address, wanted):
    """Fetch an address until it shows the wanted text; return the page."""
    text = ""
    end = time.monotonic() + WACHT
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            text = urllib.request.urlopen(address, timeout=30).read().decode()
            if wanted in text:
                return text
        time.sleep(0.3)
    raise AssertionError(f"{wanted!r} never came; the last answer was: {text[:500]}")


def test_an_hour_of_editing(preview):
    project, site, log = preview
    page = until(site + ADRES, "Eerste versie")
    assert "Er is nog iets mis" not in page

    project.write(PAD, dilemma(titel="Tweede versie", nummer="999"))
    until(site + ADRES, "Tweede versie")

    project.write(PAD, dilemma(titel="Derde versie", nummer="999", thema="wijn"))
    page = until(site + ADRES, "Er is nog iets mis")
    assert "heeft een onbekende waarde" in page
    assert "regel 8" in page
    assert "Er is nog iets mis" in until(site, "Er is nog iets mis")

    project.write(PAD, dilemma(titel="Vierde versie", nummer="999"))
    page = until(site + ADRES, "Vierde versie")
    assert "Er is nog iets mis" not in page
    assert "Integriteitswijzer" in until(site, "Begin")
    assert "Traceback" not in log.read_text(encoding="utf-8", errors="replace")


def test_a_page_of_every_folder_reloads(preview):
    project, site, _ = preview
    for path, address in (
        ("kernwaarden/zorgvuldigheid.md", "kernwaarden/zorgvuldigheid/"),
        ("regelgeving/wetten/ambtenarenwet-2017.md", "regelgeving/wetten/ambtenarenwet-2017/"),
        ("docs/melden.md", "melden/"),
    ):
        text = (project.root / path).read_text(encoding="utf-8")
        project.write(path, f"{text}\nEen nieuwe zin uit {path}.\n")
        until(site + address, f"Een nieuwe zin uit {path}.")
