"""Another municipality, without code: ``begin`` writes a start, and Waterdam makes it her own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import yaml

from tests.boom import REPO, Project, environment
from tests.gemeente import INHOUD, copy_of_content
from wijzer.base.findings import Ernst
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.site_address import edit_path, repository, site_address
from wijzer.editor.begin import GAPS
from wijzer.editor.blocks import bloks, without

WATERDAM = REPO / "tests/data/waterdam"
ADDRESS = "https://kompas.waterdam.example/"
OTHERS = re.compile(r"haarlem|\binsite\b|zandvoort|voorbeeldse?\b", re.IGNORECASE)
"""What may stand nowhere on the site of Waterdam: another municipality, the example."""

pytestmark = [pytest.mark.traag, pytest.mark.inhoud]


def wijzer(root: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run the engine that stands in the folder itself."""
    return subprocess.run(
        [sys.executable, "-m", "wijzer", *arguments],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        env=environment(**{"WIJZER_ADRES": "", "WIJZER_REPO": "", **extra}),
        check=False,
    )


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The starting point as ``begin`` writes it."""
    root = tmp_path_factory.mktemp("begin") / "project"
    result = wijzer(INHOUD, "begin", str(root))
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"pagina's staan klaar in {root}." in result.stdout
    return Project(root)


@pytest.fixture(scope="module")
def waterdam(start: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same after an editor of Waterdam has filled it in, built with all cards."""
    root = tmp_path_factory.mktemp("waterdam") / "project"
    shutil.copytree(start.root, root, ignore=shutil.ignore_patterns("site", ".cache"))
    for gap in ("kernwaarden/eerste-kernwaarde.md", "docs/regelgeving/eigen-regels.md"):
        (root / gap).unlink()
    for page in sorted(root.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("eerste-kernwaarde", "aandacht"), encoding="utf-8")
    home = root / "docs/index.md"
    title = home.read_text(encoding="utf-8").replace("Integriteitswijzer", "Kompas van Waterdam", 1)
    home.write_text(title, encoding="utf-8")
    shutil.copytree(WATERDAM, root, dirs_exist_ok=True)
    (REPO / ".cache").mkdir(exist_ok=True)  # a text that was measured before still fits
    (root / ".cache").symlink_to(REPO / ".cache", target_is_directory=True)
    result = wijzer(root, "bouw", WIJZER_KAARTEN="ja")
    assert result.returncode == 0, result.stdout + result.stderr
    return Project(root)


# -- the starting point ----------------------------------------------------------------------------


def test_the_start_passes_the_check(start: Project) -> None:
    outcome = start.check()
    assert outcome.errors == []
    assert all(m.ernst is Ernst.TIP for m in outcome.meldingen)
    kinds = {document.soort.naam for document in outcome.corpus.all_documents}
    assert kinds >= {"basisnorm", "regeling", "kernwaarde", "dilemma", "rol", "wegwijzer"}


def test_the_start_has_all_national_pages(start: Project) -> None:
    for folder in ("regelgeving/wetten", "regelgeving/basisnormen"):
        names = {file.name for file in (INHOUD / folder).iterdir()}
        assert {file.name for file in (start.root / folder).iterdir()} == names


def test_the_start_names_nobody(start: Project) -> None:
    texts = [f for suffix in ("md", "yml", "toml") for f in start.root.rglob(f"*.{suffix}")]
    texts.append(start.root / ".github/CODEOWNERS")
    found = [
        f.relative_to(start.root).as_posix()
        for f in texts
        if re.search(r"haarlem|zandvoort|\binsite\b", f.read_text(encoding="utf-8"), re.IGNORECASE)
    ]
    assert found == []


def test_the_start_has_workflows_that_run_what_is_there(start: Project) -> None:
    folder = start.root / ".github/workflows"
    ours = {file.name for file in (REPO / ".github/workflows").iterdir()}
    assert {file.name for file in folder.iterdir()} == ours - {"test.yml"}
    forms = {file.name for file in (start.root / ".github/ISSUE_TEMPLATE").iterdir()}
    assert forms == {"config.yml", "dilemma.yml", "fout.yml"}
    text = "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())
    scripts = set(re.findall(r"python3 (scripts/\w+\.py)", text))
    assert len(scripts) > 3
    assert [name for name in sorted(scripts) if not (start.root / name).is_file()] == []
    jobs = yaml.safe_load((start.root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert jobs["test"]["rules"][0]["exists"] == ["tests/conftest.py"]
    assert not (start.root / "tests/conftest.py").exists()
    assert (REPO / "tests/conftest.py").is_file()


def test_nobody_owns_the_start_yet(start: Project) -> None:
    lines = (start.root / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == []
    named = [line.split()[1] for line in lines if line.startswith("# /")]
    assert [path for path in named if not (start.root / path.strip("/")).exists()] == []


def test_the_start_builds_at_once(start: Project) -> None:
    result = wijzer(start.root, "bouw")
    assert result.returncode == 0, result.stdout + result.stderr
    home = (start.root / "site/index.html").read_text(encoding="utf-8")
    assert "Gemeente Voorbeeld" in home
    assert "Eerste kernwaarde" in home


def test_the_report_says_what_must_be_filled_in(start: Project) -> None:
    text = wijzer(start.root, "rapport").stdout
    assert (
        "Gegevens van de gemeente die nog een voorbeeld zijn (5)\n  gemeente.yml:10: naam:" in text
    )
    for line in (
        "kernwaarden/eerste-kernwaarde.md:14: de officiële tekst van deze kernwaarde",
        "docs/regelgeving/eigen-regels.md:16: welke eigen regels de gemeente heeft, "
        "zoals een meldprocedure en een gedragscode",
    ):
        assert line in text
    assert re.search(r"docs/contact\.yml:\d+: vertrouwenspersonen: naam\n", text)


def test_what_the_municipality_decided_is_not_taken_along(tmp_path: Path) -> None:
    source = copy_of_content(tmp_path / "bron")
    page = source / "docs/instellingen.md"
    filled = page.read_text(encoding="utf-8").replace(
        "    zolang:", "    waarde: € 50\n    vastgesteld_op: 2026-01-01\n    zolang:", 1
    )
    page.write_text(filled, encoding="utf-8")
    contact = source / "docs/contact.yml"
    text = contact.read_text(encoding="utf-8")
    contact.write_text(text.replace("  - naam:\n", "  - naam: Team Zon\n", 1), encoding="utf-8")
    assert wijzer(source, "begin", str(tmp_path / "doel")).returncode == 0
    assert "€ 50" not in (tmp_path / "doel/docs/instellingen.md").read_text(encoding="utf-8")
    assert "Team Zon" not in (tmp_path / "doel/docs/contact.yml").read_text(encoding="utf-8")


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand", encoding="utf-8")
    result = wijzer(INHOUD, "begin", str(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path} is niet leeg. Kies een nieuwe of lege map.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["brief.txt"]


def test_the_gaps_are_complete() -> None:
    names = {file.relative_to(GAPS).as_posix() for file in GAPS.rglob("*") if file.is_file()}
    assert names >= {"gemeente.yml", "README.md", "kernwaarden/eerste-kernwaarde.md"}


LOSSES = {
    "a paragraph": ("Een.\n\nWEG.\n\nTwee.\n", "Een.\n\nTwee.\n"),
    "an item": ("1. een\n2. WEG\n3. drie\n", "1. een\n2. drie\n"),
    "an item with more lines": ("* een\n\n    WEG\n\n* twee\n", "* twee\n"),
    "a list with its sentence": ("Kies:\n\n* WEG\n\nVerder.\n", "Verder.\n"),
    "a sentence with its list": ("WEG kies:\n\n* een\n* twee\n\nVerder.\n", "Verder.\n"),
    "a heading without text": ("## A\n\nWEG.\n\n## B\n\nTekst.\n", "## B\n\nTekst.\n"),
    "a heading with its text": ("## WEG\n\nEen.\n\n## B\n\nTekst.\n", "## B\n\nTekst.\n"),
    "links to that heading": ("* [A](#a)\n* [B](#b)\n\n## A\n\nWEG\n\n## B\n\nx\n", "* [B](#b)\n\n## B\n\nx\n"),
    "a fixed heading": (
        "## Wat doe je\n\nWEG.\n",
        '## Wat doe je\n\nDit is {{ nog_in_te_vullen("wat doe je") }}.\n\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "left"), LOSSES.values(), ids=LOSSES.keys())
def test_what_goes_along_with_a_text_that_is_left_out(body: str, left: str) -> None:
    parts = [*bloks(body)]
    assert "".join(part.tekst for part in parts) == body
    lost = [part for part in parts if "WEG" in part.tekst]
    assert without(parts, lost, keep_headings=["Wat doe je"])[0] == left


# -- Waterdam --------------------------------------------------------------------------------------


def test_waterdam_passes_the_check(waterdam: Project) -> None:
    outcome = waterdam.check()
    assert outcome.errors == []
    own = {d.path for d in outcome.corpus.all_documents if (WATERDAM / d.path).is_file()}
    assert len(own) == 3 + 5 + 6 + 1


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield every text of the site with its file: pages, data, scripts, styles, PDF, vCard."""
    for file in sorted(site.rglob("*")):
        if not file.is_file():
            continue
        name = file.relative_to(site).as_posix()
        yield name, name
        if file.suffix == ".pdf":
            pdf = pypdfium2.PdfDocument(file)
            yield name, repr(pdf.get_metadata_dict())
            yield from ((name, page.get_textpage().get_text_range()) for page in pdf)
            yield name, file.read_bytes().decode("latin-1")  # the XMP metadata is not packed
        elif file.suffix not in {".png", ".gz", ".ico"}:
            yield name, file.read_text(encoding="utf-8", errors="ignore")


def test_nothing_on_the_site_names_another_municipality(waterdam: Project) -> None:
    site = waterdam.root / "site"
    seen = {Path(name).suffix for name, _ in texts(site)}
    assert seen >= {".html", ".pdf", ".vcf", ".json", ".js", ".css", ".xml"}
    assert {name for name, text in texts(site) if OTHERS.search(text)} == set()


def test_the_site_is_waterdams_own(waterdam: Project) -> None:
    site = waterdam.root / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "Kompas van Waterdam</title>" in home
    assert '<meta name="description"' in home
    assert f'<link rel="canonical" href="{ADDRESS}">' in home
    assert "Gemeente Waterdam" in home
    page = (site / "kernwaarden/vakwerk/index.html").read_text(encoding="utf-8")
    assert "Kernwaarde 3 van 3" in page
    rule = site / "regelgeving/waterdamse-regels/geschenkenregeling-waterdam/index.html"
    assert "De Sluis: Geschenken en uitnodigingen" in rule.read_text(encoding="utf-8")
    (sheet,) = site.glob("assets/opmaak.*.css")
    style = sheet.read_text(encoding="utf-8")
    assert "--utrecht-button-primary-action-background-color: #0b5345;" in style
    assert 'Verdana, "Liberation Sans", sans-serif' in style


def test_the_prints_are_waterdams_own(waterdam: Project) -> None:
    site = waterdam.root / "site"
    metadata = pypdfium2.PdfDocument(site / "kaarten/alle-a6x4.pdf").get_metadata_dict()
    assert metadata["Author"] == "Gemeente Waterdam"
    assert "gemeente Waterdam" in metadata["Keywords"]
    poster = pypdfium2.PdfDocument(site / "downloads/poster-melden.pdf")
    text = poster[0].get_textpage().get_text_range()
    assert "Kompas van Waterdam, gemeente Waterdam" in text
    assert "Team Luisteren" in text
    assert (site / "kaarten/kernwaarde-vakwerk-a6x4.pdf").is_file()
    card = (site / "contact/hrm.vcf").read_text(encoding="utf-8")
    assert "ORG:Gemeente Waterdam" in card


def test_an_address_in_the_environment_goes_before_the_file(waterdam: Project) -> None:
    gemeente = load_corpus(waterdam.root)[0].gemeente
    with pytest.MonkeyPatch.context() as patch:
        for name in ("WIJZER_ADRES", "WIJZER_REPO", "WIJZER_BEWERKEN"):
            patch.delenv(name, raising=False)
        assert site_address(gemeente) == ADDRESS
        assert (repository(gemeente), edit_path(gemeente)) == ("", "edit/main/")
        patch.setenv("WIJZER_ADRES", "https://elders.example/wijzer")
        patch.setenv("WIJZER_REPO", "https://git.example/wijzer")
        patch.setenv("WIJZER_BEWERKEN", "_edit/main")
        assert site_address(gemeente) == "https://elders.example/wijzer/"
        assert repository(gemeente) == "https://git.example/wijzer/"
        assert edit_path(gemeente) == "_edit/main/"
