"""``nieuw`` starts a page that only has to be filled in; ``rapport`` counts what is left."""

from __future__ import annotations

import io
import re

import pytest

from tests.boom import dilemma, koppen, pagina, regeling, tekst
from wijzer.cli import main
from wijzer.model.kinds import DILEMMA, SOORTEN

KINDS = [soort for soort in SOORTEN if soort.mappen]
UNFILLED = ("nog niet ingevuld", "staat nog alleen `…`")


@pytest.fixture
def rijk(boom):
    """A project with the pages that the examples in the templates point at."""
    ids = ("leidinggevende", "vertrouwenspersonen")
    project = boom({f"docs/rollen/{i}.md": pagina() for i in ids})
    assert project.meldingen() == ""
    return project


@pytest.mark.parametrize("soort", KINDS, ids=[soort.naam for soort in KINDS])
def test_new_page_has_nothing_wrong_but_what_is_not_filled_in(rijk, soort):
    result = rijk.wijzer("nieuw", soort.naam, "iets-nieuws")
    path = f"{soort.mappen[0]}/iets-nieuws.md"
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        f"{path} staat klaar. Vul de pagina en draai: python3 scripts/wijzer.py controleer\n"
    )
    found = [line for line in rijk.meldingen().split("\n") if line[0] != " "]
    assert len(found) >= 3
    assert [line for line in found if not line.endswith(UNFILLED)] == []
    assert {line.split(":")[0] for line in found} == {path}


@pytest.mark.parametrize("soort", KINDS, ids=[soort.naam for soort in KINDS])
def test_new_page_passes_once_it_is_filled_in(rijk, soort):
    path = f"{soort.mappen[0]}/iets-nieuws.md"
    rijk.wijzer("nieuw", soort.naam, "iets-nieuws")
    text = _filled_in((rijk.root / path).read_text(encoding="utf-8"))
    if soort.naam == "pijler":
        titles = re.findall(r"^  - titel: (.*)$", text, re.MULTILINE)
        text = text.partition("\n## ")[0] + "\n" + koppen(titles)
    rijk.write(path, text)
    if soort.naam == "kernwaarde":
        listed = (rijk.root / "gemeente.yml").read_text(encoding="utf-8")
        rijk.write("gemeente.yml", f"{listed}  - iets-nieuws\n")
    assert rijk.check().errors == []


def _filled_in(text):
    """Fill in a new page, as an editor would: every ``…`` gets a value of its own."""
    dates = ("beoordelen_voor", "geldig_vanaf")
    filled = []
    for number, line in enumerate(text.split("\n")):
        key = line.strip().removeprefix("- ").partition(":")[0]
        value = "2027-05-01" if key in dates else f"woord-{number}"
        value = "BWBR0001947" if key == "bwb" else value
        value = "8" if key in ("nummer", "lid", "onderdeel") else value
        filled.append(line if line == "## En als …" else line.replace("…", value))
    return "\n".join(filled)


def ask(project, monkeypatch, wijzer, *answers):
    """Run ``nieuw`` with somebody who types."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    return wijzer(project, "nieuw")


def test_without_arguments_it_asks_what_it_must_know(boom, monkeypatch, wijzer):
    project = boom()
    code, said = ask(project, monkeypatch, wijzer, "9", "4", "", "Een “gratis” lunch: wat nu?", "")
    assert (code, said) == (
        0,
        "Wat voor pagina wil je maken?\n  1 kernwaarde\n  2 basisnorm\n  3 regeling\n  4 dilemma\n"
        "  5 rol\n  6 pijler\n  7 wegwijzer\n  8 pagina\nTyp het nummer of het woord: "
        "Kies een nummer of een woord uit de lijst.\n"
        "Wat voor pagina wil je maken?\n  1 kernwaarde\n  2 basisnorm\n  3 regeling\n  4 dilemma\n"
        "  5 rol\n  6 pijler\n  7 wegwijzer\n  8 pagina\nTyp het nummer of het woord: "
        "Wat is de titel? Typ een titel.\nWat is de titel? "
        "Hoe heet het bestand? (Enter: een-gratis-lunch-wat-nu) "
        "dilemmas/een-gratis-lunch-wat-nu.md staat klaar. "
        "Vul de pagina en draai: python3 scripts/wijzer.py controleer\n",
    )
    text = (project.root / "dilemmas/een-gratis-lunch-wat-nu.md").read_text(encoding="utf-8")
    assert text.startswith('---\ntitel: "Een “gratis” lunch: wat nu?"\n')


@pytest.mark.parametrize(
    ("answer", "folder"), [("ja", "regelgeving/waterdam"), ("nee", "regelgeving/wetten")]
)
def test_a_rule_of_the_municipality_comes_in_its_own_folder(
    boom, monkeypatch, wijzer, answer, folder
):
    project = boom()
    own = (project.root / "gemeente.yml").read_text(encoding="utf-8")
    project.write("gemeente.yml", re.sub(r"(?m)^  map: .*$", "  map: waterdam", own))
    answers = ["regeling", "misschien", answer, "Fietsregels", "Fiets Regels", "fietsen"]
    code, said = ask(project, monkeypatch, wijzer, *answers)
    assert (code, said.count("Typ ja of nee."), said.count("zoals: fles-wijn")) == (0, 1, 1)
    assert (project.root / folder / "fietsen.md").is_file()


def test_without_an_answer_there_is_no_page(boom, monkeypatch):
    project = boom()
    monkeypatch.setattr("sys.stdin", io.StringIO("dilemma\n"))
    assert main(["--map", str(project.root), "nieuw"]) == 2
    assert [file.name for file in (project.root / "dilemmas").iterdir()] == ["fles-wijn.md"]


def test_a_kind_without_a_name_is_not_enough(boom, wijzer):
    assert wijzer(boom(), "nieuw", "dilemma") == (
        2,
        "Dit ontbreekt nog: id. Zo: python3 scripts/wijzer.py nieuw dilemma fles-wijn\n",
    )


def test_number_is_the_next_free_one(boom):
    project = boom({"dilemmas/taart.md": dilemma(nummer="3")})
    project.wijzer("nieuw", "dilemma", "gratis-lunch")
    text = (project.root / "dilemmas/gratis-lunch.md").read_text(encoding="utf-8")
    assert "\nnummer: 2\n" in text


def test_new_page_is_a_draft_with_all_headings(boom):
    project = boom()
    project.wijzer("nieuw", "dilemma", "gratis-lunch")
    text = (project.root / "dilemmas/gratis-lunch.md").read_text(encoding="utf-8")
    assert "\nconcept: true\n" in text
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == [*DILEMMA.koppen]


def test_second_folder_of_a_kind(boom):
    project = boom()
    result = project.wijzer("nieuw", "regeling", "regel", "--in", "regelgeving/haarlem")
    assert result.returncode == 0
    assert (project.root / "regelgeving/haarlem/regel.md").is_file()


def test_never_overwrites(boom):
    project = boom()
    before = (project.root / "dilemmas/fles-wijn.md").read_bytes()
    result = project.wijzer("nieuw", "dilemma", "fles-wijn")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "dilemmas/fles-wijn.md bestaat al\n"
    assert (project.root / "dilemmas/fles-wijn.md").read_bytes() == before


WRONG = {
    "name": (["dilemma", "Fles Wijn"], "`Fles Wijn` is geen goede naam"),
    "climbing": (["dilemma", "../fles"], "`../fles` is geen goede naam"),
    "kind": (["raadsel", "fles"], "soort: onbekende keuze: 'raadsel'"),
    "folder": (
        ["regeling", "x", "--in", "dilemmas"],
        "een regeling hoort in regelgeving/wetten of",
    ),
}


@pytest.mark.parametrize(("arguments", "found"), WRONG.values(), ids=WRONG.keys())
def test_wrong_call(boom, arguments, found):
    project = boom()
    before = sorted(project.root.rglob("*"))
    result = project.wijzer("nieuw", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert found in result.stderr
    assert sorted(project.root.rglob("*")) == before


def test_report_counts(boom):
    wet = regeling(
        status="onbekend", zekerheid="R", bron={"onbekend": "Niet gevonden."}, basisnormen=None
    )
    gap = '{{ nog_in_te_vullen("het bedrag") }}'
    project = boom(
        {
            "regelgeving/haarlem/oud.md": wet,
            "docs/vragen.md": pagina(f"Tekst.\n\n{gap} en {gap}\n", beoordeeld_op="2019-01-01"),
            "docs/laat.md": pagina(beoordelen_voor="2020-01-01"),
        }
    )
    result = project.wijzer("rapport")
    assert (result.returncode, result.stderr) == (0, "")
    blocks = {block.split(" (")[0]: block for block in result.stdout.rstrip("\n").split("\n\n")}
    assert next(iter(blocks)).startswith("Rapport voor HRM, ")
    for expected in (
        """
        Nog in te vullen door de gemeente (2)
          docs/vragen.md:11: het bedrag
          docs/vragen.md:11: het bedrag
        """,
        """
        Bronnen die nog niet bekend zijn (1)
          regelgeving/haarlem/oud.md: Niet gevonden.
        """,
        """
        Te bevestigen: de status is onbekend (1)
          regelgeving/haarlem/oud.md
        """,
        """
        Te controleren: nog niet in een openbare bron gelezen (1)
          regelgeving/haarlem/oud.md: afgeleid uit andere feiten
        """,
        """
        Over tijd: de pagina moet worden nagelopen (1)
          docs/laat.md: voor 1 januari 2020, door hrm
        """,
    ):
        text = tekst(expected).strip()
        assert blocks[text.split(" (")[0]] == text
    contact = blocks["Contactgegevens die nog leeg zijn"]
    assert contact.startswith(
        "Contactgegevens die nog leeg zijn (6)\n  docs/contact.yml:1: hrm: naam"
    )
    never = blocks["Nooit nagelopen door de eigenaar"]
    assert never.startswith("Nooit nagelopen door de eigenaar (10)\n")
    assert "docs/vragen.md" not in never


def test_report_of_a_clean_project(boom):
    counts = [line for line in boom().wijzer("rapport").stdout.split("\n") if line.endswith("(0)")]
    assert len(counts) == 10
