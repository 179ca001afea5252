"""The plain docs tree: any renderer shows the same pages, without our hooks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.boom import environment
from tests.bouw_hulp import Project, fingerprint, mistake, mkdocs, small_project
from tests.browser import Once
from wijzer.app.syllables import SOFT_HYPHEN

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def real(gemeente: Path) -> Project:
    """The project; ``site`` is the real site built from it."""
    return Project(gemeente)


@pytest.fixture(scope="module")
def plain(once: Once, real: Project) -> Project:
    """The tree that ``schrijf`` writes, with the site that plain MkDocs makes of it."""

    def write(target: Path) -> None:
        result = real.wijzer("schrijf", str(target))
        assert result.returncode == 0, result.stdout + result.stderr
        count = len(fingerprint(target))
        assert result.stdout == (
            f"{count} bestanden geschreven in {target}. Bouw de site daar met: mkdocs build\n"
        )
        built = mkdocs(Project(target), "build", "--strict")
        assert built.returncode == 0, built.stderr

    return Project(once("plat", write))


def addresses(project):
    return sorted(d.address for d in project.check().corpus.all_documents)


def article(file: Path) -> str:
    """Return the text of a page as a reader sees it, white space made even."""
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
    content = page.find("article")
    for edit in content.select(".md-content__button"):
        edit.decompose()
    return " ".join(content.get_text(" ").replace(SOFT_HYPHEN, "").split())


def broken_links(site: Path) -> list[str]:
    """Return every link inside a site that leads to no file or to no anchor."""
    pages = {file: _page(file) for file in site.rglob("*.html") if file.name != "404.html"}
    found = []
    for file, (links, _) in pages.items():
        for link in links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            anchor = unquote(parts.fragment)
            missing = not target.is_file()
            if missing or (anchor and target in pages and anchor not in pages[target][1]):
                found.append(f"{file.relative_to(site)}: {link}")
    return found


def _page(file: Path) -> tuple[list[str], set[str]]:
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
    links = [tag[name] for name in ("href", "src") for tag in page.find_all(attrs={name: True})]
    ids = {tag["id"] for tag in page.find_all(id=True)}
    return [link for link in links if link != "#"], ids | {"__top"}


def test_plain_mkdocs_shows_the_same_texts(real, site, plain):
    assert "hooks" not in (plain.root / "mkdocs.yml").read_text(encoding="utf-8")
    different = [
        address
        for address in addresses(real)
        if article(site / address / "index.html")
        != article(plain.root / "site" / address / "index.html")
    ]
    assert different == []


def test_real_site_has_no_broken_links(site):
    assert broken_links(site) == []


def test_zensical_builds_every_page(real, plain, tmp_path):
    again = tmp_path / "zensical"
    shutil.copytree(plain.root, again, ignore=shutil.ignore_patterns("site"))
    command = [sys.executable, "-m", "zensical", "build"]
    result = subprocess.run(
        command, cwd=again, capture_output=True, encoding="utf-8", env=environment(), check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    built = again / "site"
    missing = [a for a in addresses(real) if not (built / a / "index.html").is_file()]
    assert missing == []
    assert broken_links(built) == []
    assert "Zorgvuldigheid" in article(built / "kernwaarden/zorgvuldigheid/index.html")


def test_target_in_use(real, tmp_path):
    mine = tmp_path / "van-mij.txt"
    mine.write_text("van mij", encoding="utf-8")
    result = real.wijzer("schrijf", str(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path} is niet leeg. Kies een nieuwe of lege map.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["van-mij.txt"]


def test_mistake_writes_nothing(tmp_path):
    project = small_project(tmp_path / "project")
    finding = mistake(project)
    result = project.wijzer("schrijf", str(tmp_path / "plat"))
    assert result.returncode == 1
    assert finding in result.stdout
    assert not (tmp_path / "plat").exists()
