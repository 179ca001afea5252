"""Building: the same sources give the same bytes, and a mistake never harms the last good site."""

from __future__ import annotations

import shutil

import pytest

from tests.boom import dilemma, pagina
from tests.bouw_hulp import fingerprint, mistake, mkdocs, small_project

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project that has been built once."""
    project = small_project(tmp_path_factory.mktemp("gebouwd") / "project")
    result = project.wijzer("bouw")
    assert result.returncode == 0, result.stdout + result.stderr
    start = (project.root / "site/index.html").as_uri()
    assert result.stdout.endswith(f"De site staat klaar. Open {start} in je browser.\n")
    return project


@pytest.fixture
def project(built, tmp_path):
    """A copy of that project, to break."""
    shutil.copytree(built.root, tmp_path / "project")
    return type(built)(tmp_path / "project")


def test_every_page_is_there(built):
    site, documents = built.root / "site", built.check().corpus.all_documents
    missing = [d.address for d in documents if not (site / d.address / "index.html").is_file()]
    assert len(documents) > 10
    assert missing == []


def test_mistake_leaves_the_last_site(project):
    before = fingerprint(project.root / "site")
    finding = mistake(project)
    result = project.wijzer("bouw")
    assert result.returncode == 1
    assert finding in result.stderr
    assert result.stderr.endswith("De site is niet gebouwd. De vorige site is niet veranderd.\n")
    assert "Traceback" not in result.stdout + result.stderr
    assert fingerprint(project.root / "site") == before
    assert [f.name for f in project.root.iterdir() if f.name.startswith(".site")] == [".site-slot"]


def test_mistake_in_the_settings_leaves_the_last_site(project):
    """The menu names a page that is not there."""
    before = fingerprint(project.root / "site")
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write("mkdocs.yml", text.replace("- Melden: melden.md", "- Melden: weg.md"))
    result = project.wijzer("bouw")
    assert result.returncode == 1
    assert ": het menu (`nav`) noemt `weg.md`, maar die pagina is er niet" in result.stderr
    assert result.stderr.endswith("De site is niet gebouwd. De vorige site is niet veranderd.\n")
    assert fingerprint(project.root / "site") == before


def test_mistake_before_the_first_site(tmp_path):
    project = small_project(tmp_path / "project")
    mistake(project)
    result = project.wijzer("bouw")
    assert result.returncode == 1
    assert result.stderr.endswith("De site is niet gebouwd. Er is nog geen site.\n")
    assert not (project.root / "site").exists()


def test_a_page_that_went_away_is_gone_from_the_site(project):
    stale = project.write("site/oud/index.html", "oud")
    assert project.wijzer("bouw").returncode == 0
    assert not stale.exists()


def test_same_sources_give_the_same_bytes(built, tmp_path):
    again = small_project(tmp_path / "elders" / "nog-een-keer")
    assert again.wijzer("bouw").returncode == 0
    first, second = fingerprint(built.root / "site"), fingerprint(again.root / "site")
    assert {name for name in first | second if first.get(name) != second.get(name)} == set()


def test_plain_mkdocs_stops_at_a_mistake(project):
    before = fingerprint(project.root / "site")
    finding = mistake(project)
    result = mkdocs(project, "build", "--strict")
    output = result.stdout + result.stderr
    assert result.returncode == 1
    assert finding in output
    assert "    Bedoelde je `titel`?" in output
    assert "De site is niet gebouwd: verbeter eerst de fouten hierboven." in output
    assert "Traceback" not in output
    assert fingerprint(project.root / "site") == before


def test_draft_is_left_out(project):
    page = dilemma(titel="Nog niet klaar", nummer="999", concept="true")
    project.write("dilemmas/nog-niet-klaar.md", page)
    assert project.wijzer("controleer").returncode == 0
    assert project.wijzer("bouw").returncode == 0
    assert not (project.root / "site/dilemmas/nog-niet-klaar").exists()
    texts = [*(project.root / "site").rglob("*.html"), *(project.root / "site").rglob("*.json")]
    assert [f for f in texts if "Nog niet klaar" in f.read_text(encoding="utf-8")] == []


def test_draft_among_the_free_pages_is_left_out(project):
    """MkDocs finds this one itself; it must not publish it as it was typed."""
    project.write("docs/plan.md", pagina('{{ verwijs("hrm") }}\n', concept="true"))
    result = project.wijzer("bouw")
    assert result.returncode == 0, result.stderr
    assert not (project.root / "site/plan").exists()


def test_old_address_leads_to_the_page(project):
    file = project.root / "dilemmas/fles-wijn.md"
    page = dilemma(titel="Een fles", nummer="999", oude_paden=["cadeaus/fles"])
    project.write(file.relative_to(project.root).as_posix(), page)
    assert project.wijzer("bouw").returncode == 0
    text = (project.root / "site/cadeaus/fles/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../dilemmas/fles-wijn/"' in text
    assert '<a href="../../dilemmas/fles-wijn/">Een fles</a>' in text
