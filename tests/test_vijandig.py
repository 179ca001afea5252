"""Hostile content: refused with its line, or harmless in a browser without any policy."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.boom import DAG, Project, plant
from tests.browser import serving
from tests.vijandig_hulp import (
    PLACES,
    Lading,
    Watch,
    corpus,
    engine,
    files,
    good,
    page_of,
    watch,
    well_told,
    with_values,
)
from wijzer.base.findings import Melding

pytestmark = [pytest.mark.browser, pytest.mark.traag]
TEXTS = corpus("teksten")
VALUES = corpus("waarden")
ROUNDS = 7


def test_the_corpus_is_large():
    assert len({(row.waar, row.lading) for row in (*TEXTS, *VALUES)}) + len(files()) >= 400


_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


_AROUND = re.compile(rb"(?s)<(head|header|nav|footer|script)\b.*?</\1>")


def _built(project: Project) -> Path:
    """Build the site, and take away the policy that would stop in the browser what we missed."""
    result = project.wijzer("bouw")
    assert result.returncode == 0, result.stdout + result.stderr
    for page in (project.root / "site").rglob("*.html"):
        content, found = _POLICY.subn(b"", page.read_bytes())
        assert found == (b"Je wordt doorgestuurd" not in content), page
        page.write_bytes(content)
    return project.root / "site"


EVIL = """<!doctype html><script id="__config">window.canary++</script>
<article onclick="1"><img id="Wijzer" src="https://elders.example/x.png"><iframe></iframe>
<a href="javascript:alert(1)">x</a></article><script>alert(1)</script>"""


def test_the_eyes_see_what_is_wrong(tmp_path: Path, browser: Browser):
    """What looks at the pages below would notice."""
    (tmp_path / "index.html").write_text(EVIL, encoding="utf-8")
    with serving(tmp_path) as base:
        for eyes in watch(browser, base):
            assert eyes.look(base) == [
                "vraagt https://elders.example/x.png", "vraagt dialog", "draaide",
                "code in een adres: javascript:alert(1)", "kenmerk onclick", "ingebed",
                "functies overdekt", "kanarie veranderd",
            ]  # fmt: skip


# -- texts: a page for each payload, one build, one browser ----------------------------------------


@pytest.fixture(scope="module")
def garden(tmp_path_factory) -> tuple[Project, dict[str, str], dict[str, list]]:
    """All texts as pages of one project, and what the check says of each."""
    pages = {f"docs/v{n:04}.md": page_of(row, n) for n, row in enumerate(TEXTS)}
    project = engine(tmp_path_factory.mktemp("vijandig"), dict(pages))
    findings: dict[str, list] = {path: [] for path in pages}
    for melding in project.check(DAG).errors:
        findings[melding.pad].append(melding)
    return project, pages, findings


@pytest.fixture(scope="module")
def hostile_site(garden) -> Path:
    """What is left of the texts after the check, built."""
    project, _, findings = garden
    for path in (path for path, found in findings.items() if found):
        (project.root / path).unlink()
    return _built(project)


def test_every_refusal_of_a_text_names_its_line_in_dutch(garden, capsys):
    _, pages, findings = garden
    for path, found in findings.items():
        for melding in found:
            assert well_told(melding, pages[path]), (melding, pages[path])
    refused = sum(bool(found) for found in findings.values())
    with capsys.disabled():
        print(f"\nteksten: {len(pages)}, geweigerd door de controle: {refused}, door: "
              f"{len(pages) - refused}, geweigerd door de poort: 0")  # fmt: skip
    assert refused > len(pages) / 2


def test_what_builds_is_harmless(garden, hostile_site: Path, browser: Browser):
    _, _, findings = garden
    passed = [Path(path).stem for path, found in findings.items() if not found]
    wrong = {}
    with serving(hostile_site) as base:
        for eyes in watch(browser, base):
            for name in passed:
                if seen := eyes.look(f"{base}{name}/"):
                    wrong[TEXTS[int(name[1:])].lading] = seen
    assert wrong == {}


# -- values: every field has another payload in every round ----------------------------------------


def _round(number: int) -> list[Lading]:
    seen: Counter[str] = Counter()
    chosen = []
    for row in VALUES:
        if seen[row.waar] == number:
            chosen.append(row)
        seen[row.waar] += 1
    return chosen


def _errors(root: Path, rows: list[Lading]) -> list[Melding]:
    tree = {"mkdocs.yml": "site_name: Proef\n", **with_values(rows)}
    project = plant(root, tree)
    errors = project.check(DAG).errors
    for melding in errors:
        source = (project.root / melding.pad).read_text("utf-8")
        assert well_told(melding, source), melding
    return errors


def _accepted(root: Path, rows: list[Lading]) -> tuple[list[Lading], list[Lading]]:
    """Split values in those that the check lets through together and those that it refuses."""
    files = {melding.pad for melding in _errors(root / "samen", rows)}
    good, refused = [], []
    for number, row in enumerate(rows):
        alone = PLACES[row.waar][0] in files and _errors(root / str(number), [row])
        (refused if alone else good).append(row)
    return good, refused


@pytest.fixture(scope="module")
def harmless() -> set[bytes]:
    """Pages that were looked at and did nothing: most have no value of this round."""
    return set()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_values_are_text(
    tmp_path: Path, number: int, browser: Browser, harmless: set[bytes], capsys
):
    good, refused = _accepted(tmp_path, _round(number))
    site = _built(engine(tmp_path / "alles", with_values(good)))
    wrong = {}
    with serving(site) as base:
        for eyes in watch(browser, base):
            for page in sorted(site.rglob("index.html")):
                address = page.parent.relative_to(site).as_posix()
                content = page.read_bytes()
                if b'http-equiv="refresh"' in content:
                    continue  # an old address leads on at once
                own = _AROUND.sub(b"", content)
                if own in harmless and address != ".":
                    continue  # the home page shows what stands around every page
                name = "" if address == "." else f"{address}/"
                if seen := eyes.look(f"{base}{name}", canary=False):
                    wrong[name] = seen
                else:
                    harmless.add(own)
            _search(eyes, base)
    with capsys.disabled():
        print(f"\nwaarden, ronde {number}: {len(good)} als tekst getoond, {len(refused)} geweigerd")
    assert wrong == {}


def _search(eyes: Watch, base: str) -> None:
    """Search for words of the payloads: the results show titles and summaries."""
    eyes.page.goto(f"{base}?q=script")
    eyes.page.wait_for_timeout(300)
    assert eyes.page.evaluate("window.canary") == 0


@pytest.mark.parametrize(
    "row", [r for field in ("titel", "samenvatting") for r in VALUES if r.waar == field][14:],
    ids=lambda row: f"{row.waar}-{row.lading[:20]}",
)  # fmt: skip
def test_titles_and_summaries_pass_or_are_refused_with_a_line(tmp_path: Path, row: Lading):
    _errors(tmp_path / "project", [row])


# -- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", files(), ids=lambda row: row["pad"])
def test_a_file_that_does_not_belong_is_refused(tmp_path: Path, row):
    project = plant(tmp_path / "project")
    file = project.root / row["pad"]
    file.parent.mkdir(parents=True, exist_ok=True)
    if "koppeling" in row:
        if os.name == "nt":
            pytest.skip("links need a privilege on Windows")
        file.symlink_to(row["koppeling"])
    else:
        file.write_text(row["inhoud"], encoding="utf-8")
    found = [melding for melding in project.check(DAG).errors if melding.pad == row["pad"]]
    assert bool(found) != bool(row.get("stil"))
    assert all(melding.tip for melding in found)


# -- what is right is never refused ----------------------------------------------------------------


def test_ordinary_text_is_never_refused(tmp_path: Path):
    rows = good()
    pages = {f"docs/g{n:03}.md": page_of(Lading("tekst", text), n) for n, text in enumerate(rows)}
    project = engine(tmp_path / "goed", dict(pages))
    refused = {rows[int(m.pad[6:9])]: m.tekst for m in project.check(DAG).errors if "/g" in m.pad}
    assert refused == {}
    assert len([*_built(project).glob("g*/index.html")]) == len(rows)
