"""The second opinion: linkchecker walks through the built site."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.boom import REPO, Project
from wijzer.links.linkchecker import LinkcheckerError, sweep

HOME = '<!doctype html><title>x</title><a href="melden/">Melden</a>\n<p id="hier"></p>'


def site(folder: Path, melden: str) -> Path:
    (folder / "melden").mkdir(parents=True)
    (folder / "index.html").write_text(HOME, encoding="utf-8")
    page = f'<!doctype html><title>y</title>\n<a href="../#hier">x</a>\n{melden}'
    (folder / "melden/index.html").write_text(page, encoding="utf-8")
    return folder


def test_a_site_without_faults_has_no_finding(tmp_path: Path) -> None:
    assert sweep(site(tmp_path, "<p>y</p>")) == []


def test_what_linkchecker_finds_is_said_in_dutch_at_the_page_and_line(tmp_path: Path) -> None:
    faults = (
        '<a href="../weg/">a</a>\n<a href="../#daar">b</a>\n<a href="https://elders.example/">c</a>'
    )
    assert [(m.pad, m.regel, m.tekst) for m in sweep(site(tmp_path, faults))] == [
        ("melden/index.html", 3, "`../weg/`: linkchecker vindt dit adres niet"),
        ("melden/index.html", 4, "`../#daar`: linkchecker vindt dit anker niet"),
    ]


def test_the_command_adds_it_to_its_own_findings(tmp_path: Path, gemeente: Path) -> None:
    folder = site(tmp_path / "site", '<a href="../weg/">a</a>')
    outcome = Project(gemeente).wijzer("links", "--site", str(folder), "--linkchecker")
    assert outcome.returncode == 1
    assert '<a href="../weg/">: dit adres bestaat niet in de site' in outcome.stdout
    assert "melden/index.html:3: `../weg/`: linkchecker vindt dit adres niet" in outcome.stdout


def test_without_a_report_there_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "elders/linkcheck"
    broken.mkdir(parents=True)
    (broken / "__init__.py").touch()
    (broken / "__main__.py").write_text("raise SystemExit('stuk')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{broken.parent}{os.pathsep}{REPO}")
    with pytest.raises(LinkcheckerError, match=r"^linkchecker deed het niet: stuk$"):
        sweep(site(tmp_path / "site", ""))
