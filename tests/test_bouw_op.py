"""``bouw --op``: the site as it holds on a day that somebody chose."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from tests.boom import Project, regeling
from tests.bouw_hulp import small_project
from wijzer.base.clock import today
from wijzer.pages.markdown import day

pytestmark = pytest.mark.traag

OP = datetime.date(2019, 6, 1)
LOKAAL = {"soort": "regeling", "bron": {"onbekend": "x"}, "artikelen": None}
BAND = f"Deze site toont wat geldt op {day(OP)}, met de teksten van "


@pytest.fixture(scope="module")
def toen(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that was built for a day in the past."""
    project = small_project(tmp_path_factory.mktemp("toen") / "project")
    old = regeling(titel="Oud", geldig_vanaf="2018-01-01", vervangen_door=["nieuw"], **LOKAAL)
    reviewed = regeling(titel="Nieuw", beoordeeld_op="2026-01-01", **LOKAAL)
    project.write("regelgeving/haarlem/oud.md", old)
    project.write("regelgeving/haarlem/nieuw.md", reviewed)
    done = project.wijzer("bouw", "--op", str(OP))
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Dit is de site zoals die geldt op {day(OP)}. Publiceer haar niet.\n" in done.stdout
    return project


def html(project: Project, address: str) -> str:
    return (project.root / "site" / address / "index.html").read_text(encoding="utf-8")


def pages(project: Project) -> list[Path]:
    return sorted((project.root / "site").rglob("*.html"))


def test_every_page_says_so(toen: Project) -> None:
    texts = {page: page.read_text(encoding="utf-8") for page in pages(toen)}
    own = {page: text for page, text in texts.items() if 'http-equiv="refresh"' not in text}
    without = [page for page, text in own.items() if BAND not in text]
    assert len(own) > 10
    assert without == []


def test_it_tells_what_held_on_that_day(toen: Project) -> None:
    assert "Deze regel geldt tot 1 januari 2020" in html(toen, "regelgeving/haarlem/oud")
    assert "Geldt vanaf 1 januari 2020" in html(toen, "regelgeving/haarlem/nieuw")
    assert "data-vanaf" not in html(toen, "regelgeving/haarlem/oud")
    index = (toen.root / "site/search/zoekindex.json").read_text(encoding="utf-8")
    assert "Regeling (geldt tot 1 januari 2020)" in index
    assert '"later"' not in index


def test_it_cannot_be_published(toen: Project, tmp_path: Path) -> None:
    done = toen.wijzer("publiceer", str(tmp_path / "web"), "--zonder-bouwen", "--onvolledig")
    assert done.returncode == 1
    site = toen.root / "site"
    assert done.stderr.startswith(
        f"De site in {site} is gebouwd met `--op 2019-06-01` en toont niet wat nu geldt. "
        "Bouw haar opnieuw met `python3 scripts/wijzer.py bouw`."
    )


def test_nothing_else_changes(toen: Project, tmp_path: Path) -> None:
    """A site of today has the same pages, and no band."""
    shutil.copytree(toen.root, tmp_path / "project")
    project = Project(tmp_path / "project")
    before = pages(project)
    done = project.wijzer("bouw", "--op", str(today()))
    assert done.returncode == 0, done.stderr
    assert pages(project) == before
    chosen = html(project, "regelgeving/haarlem/oud")
    assert project.wijzer("bouw").returncode == 0
    plain = html(project, "regelgeving/haarlem/oud")
    assert "md-banner" not in plain
    start, end = chosen.index('<aside class="md-banner">'), chosen.index("</aside>")
    without = chosen[:start] + chosen[end + len("</aside>") :]
    assert without.split() == plain.split()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("gisteren", "dit is geen datum: `gisteren`. Schrijf een datum als jaar-maand-dag"),
        ("2026-02-30", "dit is een datum die niet bestaat: `2026-02-30`. Kijk op de kalender"),
    ],
)
def test_a_wrong_day(toen: Project, given: str, said: str) -> None:
    done = toen.wijzer("bouw", "--op", given)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"python3 scripts/wijzer.py bouw: --op: {said}")
