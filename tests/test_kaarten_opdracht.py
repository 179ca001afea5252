"""``python3 scripts/wijzer.py kaarten``: any selection, and the same bytes every time."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests import proces
from tests.boom import REPO, dilemma, environment, tekst
from tests.kaarten_hulp import SITE, body, find, qr_texts, sizes

TWEEDE = dilemma(titel="Een tweede", nummer="2", thema="inkoop", kernwaarden=["zorgvuldigheid"])
DERDE = dilemma(titel="Een derde", nummer="3", thema="geschenken")
MKDOCS = "site_name: Proef\n"


@pytest.fixture
def project(boom):
    files = {"mkdocs.yml": MKDOCS, "dilemmas/tweede.md": TWEEDE, "dilemmas/derde.md": DERDE}
    return boom(files)


def run(project, *arguments, **extra):
    called = ("--map", str(project.root), "kaarten", *arguments)
    env = environment(**{"WIJZER_ADRES": SITE, **extra})
    return proces.run("wijzer", *called, cwd=REPO, env=env)


def chosen(pdf):
    return [n for n in (1, 2, 3) if find(pdf, f"Achterkant van kaart {n}")]


SELECTIONS = {
    "all": ([], [1, 2, 3]),
    "thema": (["--thema", "geschenken"], [1, 3]),
    "kernwaarde": (["--kernwaarde", "onafhankelijkheid"], [1, 3]),
    "thema and kernwaarde": (["--thema", "inkoop", "--kernwaarde", "zorgvuldigheid"], [2]),
    "numbers": (["--nummers", "3,1"], [1, 3]),
    "thema and numbers": (["--thema", "inkoop", "--nummers", "3"], [2, 3]),
}


@pytest.mark.parametrize("case", SELECTIONS)
def test_selections(project, tmp_path, case):
    options, numbers = SELECTIONS[case]
    out = tmp_path / "uit.pdf"
    result = run(project, *options, "--uit", str(out))
    assert result.stderr == ""
    count = "1 dilemma" if len(numbers) == 1 else f"{len(numbers)} dilemma's"
    assert result.stdout == f"{out} staat klaar: {count}, 4 bladzijden.\n"
    assert result.returncode == 0
    assert chosen(out.read_bytes()) == numbers


PAGES = {"a6x4": 4, "a5x2": 6, "vouw": 4, "a6": 8, "begeleider": 5, "deelnemers": 1}


@pytest.mark.parametrize("vorm", PAGES)
def test_forms(project, tmp_path, vorm):
    out = tmp_path / "uit.pdf"
    assert run(project, "--vorm", vorm, "--uit", str(out)).returncode == 0
    assert len(sizes(out.read_bytes())) == PAGES[vorm]


def test_the_same_sources_give_the_same_bytes(project, tmp_path):
    """Another process, another order of sets, another time zone and nothing kept."""
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        shutil.rmtree(project.root / ".cache", ignore_errors=True)
        out = tmp_path / f"{seed}.pdf"
        assert run(project, "--uit", str(out), PYTHONHASHSEED=seed, TZ=zone).returncode == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_another_version_gives_another_date(project, tmp_path):
    out = tmp_path / "uit.pdf"
    run(project, "--uit", str(out), SOURCE_DATE_EPOCH="1700000000")
    assert len(find(out.read_bytes(), "Kaart 1 · versie 14 november 2023")) == 1


@pytest.mark.parametrize(
    "address", ["", "http://localhost:8000/", "http://127.0.0.1/", "geen adres"]
)
def test_without_a_public_address_there_is_no_qr_code(project, tmp_path, address):
    out = tmp_path / "uit.pdf"
    result = run(project, "--uit", str(out), WIJZER_ADRES=address)
    assert result.returncode == 0
    assert (
        result.stderr
        == tekst(
            """
        Let op: het adres van de site is nog niet ingevuld. Op de kaarten staat nu geen QR-code,
        maar dat het adres nog in te vullen is door de gemeente. Zo vul je het in:
            WIJZER_ADRES=https://… python3 scripts/wijzer.py kaarten
        """
        )
        + "\n"
    )
    assert not any(qr_texts(out.read_bytes()).values())


def test_an_address_with_a_folder_and_no_slash_at_the_end(project, tmp_path):
    out = tmp_path / "uit.pdf"
    run(project, "--nummers", "2", "--uit", str(out), WIJZER_ADRES="https://voorbeeld.nl/wijzer")
    assert qr_texts(out.read_bytes())[4] == ["https://voorbeeld.nl/wijzer/d/2/"]


WRONG = {
    "unknown number": (
        ["--nummers", "3,12,18"],
        "Dit dilemma bestaat niet: 12, 18. Nummers die er zijn: 1 tot en met 3.",
    ),
    "no numbers": (
        ["--nummers", "drie"],
        "--nummers: `drie` zijn geen nummers; schrijf ze met komma's, zoals: 3,12,18",
    ),
    "unknown thema": (["--thema", "geschenk"], "--thema: onbekende keuze: 'geschenk' (kies uit"),
    "unknown kernwaarde": (
        ["--kernwaarde", "zorg"],
        "`zorg` is geen kernwaarde. Kies uit: `onafhankelijkheid` of `zorgvuldigheid`.",
    ),
    "nothing left": (
        ["--thema", "inkoop", "--kernwaarde", "onafhankelijkheid"],
        "Bij deze keuze hoort geen enkel dilemma.",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_calls(project, tmp_path, case):
    options, message = WRONG[case]
    out = tmp_path / "uit.pdf"
    result = run(project, *options, "--uit", str(out))
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not out.exists()


def test_a_folder_that_is_not_there(project, tmp_path):
    result = run(project, "--uit", str(tmp_path / "weg" / "uit.pdf"))
    assert result.returncode == 1
    assert result.stderr.startswith("De kaarten zijn niet gemaakt. ")
    assert "Traceback" not in result.stderr


def test_sources_with_mistakes_give_no_cards(project, tmp_path):
    project.write("dilemmas/vierde.md", dilemma(body(Situatie="Lang. " * 700), nummer="4"))
    out = tmp_path / "uit.pdf"
    result = run(project, "--uit", str(out))
    assert result.returncode == 1
    assert "kaart 4, voorkant: de tekst is " in result.stdout
    assert not out.exists()


def test_a_draft_is_left_out(project, tmp_path):
    project.write("dilemmas/vierde.md", dilemma(nummer="4", concept="true"))
    out = tmp_path / "uit.pdf"
    assert "3 dilemma's" in run(project, "--uit", str(out)).stdout


def test_the_folder_of_the_caller_holds_the_file(project, tmp_path):
    command = [sys.executable, "-m", "wijzer", "--map", str(project.root), "kaarten"]
    env = environment(WIJZER_ADRES=SITE, PYTHONPATH=str(REPO))
    subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True)
    assert (tmp_path / "kaarten.pdf").is_file()
    assert not (project.root / "kaarten.pdf").exists()
