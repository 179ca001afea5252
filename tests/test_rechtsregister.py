"""The register of laws: what a page may cite, and how it may link."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.gemeente import FROZEN, frozen
from wijzer.app.check import check
from wijzer.base.findings import Melding
from wijzer.corpus.register import identifier_of
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Regeling

PAGE = "docs/over.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the frozen sources."""
    return Path(shutil.copytree(FROZEN, tmp_path, dirs_exist_ok=True))


def write(project: Path, text: str, path: str = PAGE) -> int:
    """Add a paragraph at the end of a page; return its line."""
    file = project / path
    before = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    file.write_text(f"{before}{text}\n", encoding="utf-8")
    return before.count("\n") + 1


def replace(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(project: Path) -> list[Melding]:
    return check(project).errors


def only(project: Path) -> Melding:
    meldingen = found(project)
    assert len(meldingen) == 1, meldingen
    return meldingen[0]


def test_every_rule_with_a_number_has_a_typed_identifier() -> None:
    corpus = frozen()
    numbers = []
    for document in corpus.graph.of_kind(REGELING):
        assert isinstance(document.model, Regeling)
        if identifier := identifier_of(document.model.bron):
            numbers.append(str(identifier))
            assert str(identifier) == document.model.bron.waarde
    assert {"BWBR0001947", "BWBR0001854", "CVDR696775", "32016R0679"} <= set(numbers)


def test_citing_what_the_register_lacks_names_the_nearest_articles(project: Path) -> None:
    line = write(project, '{{ artikel("ambtenarenwet-2017", "8", lid="3") }}')
    melding = only(project)
    assert (melding.pad, melding.regel) == (PAGE, line)
    assert melding.tekst == (
        "artikel 8, derde lid, van de Ambtenarenwet 2017 staat niet bij `artikelen` van "
        "regelgeving/wetten/ambtenarenwet-2017.md"
    )
    law = frozen().graph.documents["ambtenarenwet-2017"].model
    assert isinstance(law, Regeling)
    about = {a.onderdeel: a.onderwerp for a in law.artikelen if (a.nummer, a.lid) == ("8", "1")}
    near = "; ".join(
        f"artikel 8, eerste lid, aanhef en onder {part} ({about[part]})" for part in "abc"
    )
    assert melding.tip == (
        f"Dichtbij staan: {near}. Klopt jouw verwijzing? Voeg het artikel daar dan eerst toe."
    )


@pytest.mark.parametrize("nummer", ["362", "369", "374", "375"])
def test_an_article_that_does_not_exist_is_refused(project: Path, nummer: str) -> None:
    write(project, f'{{{{ artikel("wetboek-van-strafrecht", "{nummer}") }}}}')
    melding = only(project)
    assert (
        melding.tekst
        == f"artikel {nummer} van het Wetboek van Strafrecht heeft geen geldende tekst"
    )
    assert melding.tip.startswith("Dichtbij staan: artikel 3")


def test_an_article_without_words_cannot_be_added_to_the_register(project: Path) -> None:
    path = "regelgeving/wetten/wetboek-van-strafrecht.md"
    replace(project, path, "artikelen:\n", 'artikelen:\n  - nummer: "362"\n    onderwerp: niets\n')
    line = (project / path).read_text(encoding="utf-8").split("\n").index('  - nummer: "362"') + 1
    melding = only(project)
    assert (melding.pad, melding.regel) == (path, line)
    assert melding.tekst == "artikel 362 van het Wetboek van Strafrecht heeft geen geldende tekst"


def test_an_article_beyond_the_last_one_is_refused(project: Path) -> None:
    write(project, '{{ artikel("ambtenarenwet-2017", "125") }}')
    assert only(project).tekst == (
        "artikel 125 van de Ambtenarenwet 2017 bestaat niet: het laatste artikel is 18"
    )


def test_the_legal_basis_of_a_norm_is_in_the_register(project: Path) -> None:
    path = "regelgeving/basisnormen/relatiegeschenken.md"
    replace(project, path, '    artikel: "363"\n', '    artikel: "362"\n')
    melding = only(project)
    line = (project / path).read_text(encoding="utf-8").split("\n").index('    artikel: "362"') + 1
    assert (melding.pad, melding.regel) == (path, line)
    assert melding.tekst == "artikel 362 van het Wetboek van Strafrecht heeft geen geldende tekst"


def test_an_article_number_is_only_a_number(project: Path) -> None:
    path = "regelgeving/basisnormen/relatiegeschenken.md"
    replace(project, path, '    artikel: "363"\n', '    artikel: "363 lid 1"\n')
    melding = found(project)[0]
    assert melding.tekst == "`wettelijke_basis (2e) artikel` is geen artikelnummer: `363 lid 1`"
    assert melding.tip == 'Schrijf alleen het nummer, als tekst, zoals: "8", "3a" of "2:4"'
    write(project, '{{ artikel("gemeentewet", "8 lid 1") }}')
    assert "`8 lid 1` is geen artikelnummer" in {m.tekst for m in found(project)}


@pytest.mark.parametrize(
    ("url", "tip"),
    [
        (
            "https://wetten.overheid.nl/BWBR0001947/2025-07-01#Artikel9",
            'Schrijf de macro: {{ artikel("ambtenarenwet-2017", "9") }}',
        ),
        (
            "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8&lid=1&o=e",
            'Schrijf de macro: {{ artikel("ambtenarenwet-2017", "8", lid="1", onderdeel="e") }}',
        ),
        (
            "https://wetten.overheid.nl/BWBR0001947",
            'Schrijf de macro: {{ verwijs("ambtenarenwet-2017") }}',
        ),
        (
            "https://lokaleregelgeving.overheid.nl/CVDR696775/1",
            'Schrijf de macro: {{ verwijs("meldprocedure-2023") }} of '
            '{{ verwijs("onderzoeksprotocol-2023") }}',
        ),
        (
            "https://wetten.overheid.nl/BWBR0001840",
            "Maak eerst een pagina in regelgeving/wetten/ met `bron: {bwb: BWBR0001840}` en "
            'schrijf dan: {{ artikel("de-id", "8") }}',
        ),
        (
            "https://wetten.overheid.nl/zoeken",
            "Zoek de regel op in de map regelgeving/ en schrijf: "
            '{{ verwijs("ambtenarenwet-2017") }}',
        ),
    ],
)
def test_an_address_of_a_law_by_hand_is_refused_with_what_to_write(
    project: Path, url: str, tip: str
) -> None:
    line = write(project, f"Lees [de wet]({url}).")
    assert only(project) == Melding(
        PAGE, line, f"een adres van een wet of regel met de hand: `{url}`", tip
    )


@pytest.mark.parametrize("schrijfwijze", ["<{}>", "{}", '<a href="{}">wet</a>', "[wet]: {}"])
def test_every_way_to_write_an_address_is_seen(project: Path, schrijfwijze: str) -> None:
    url = "https://wetten.overheid.nl/BWBR0001947"
    write(project, schrijfwijze.format(url))
    assert only(project).tekst == f"een adres van een wet of regel met de hand: `{url}`"


def allow(project: Path, host: str) -> int:
    """Put a website on top of the list; return its line."""
    file = project / "docs/toegestane-hosts.yml"
    before, rest = file.read_text(encoding="utf-8").split("\nhosts:\n")
    row = f"  - host: {host}\n    waarom: de website van de gemeente\n"
    file.write_text(f"{before}\nhosts:\n{row}{rest}", encoding="utf-8")
    return before.count("\n") + 3


def test_other_websites_must_be_on_the_list(project: Path) -> None:
    line = write(project, "Kijk op [Haarlem](https://www.haarlem.nl/contact).")
    assert only(project) == Melding(
        PAGE,
        line,
        "de website `www.haarlem.nl` staat niet op de lijst: `https://www.haarlem.nl/contact`",
        "Haal de link weg, of zet `www.haarlem.nl` met de reden in docs/toegestane-hosts.yml.",
    )
    allow(project, "www.haarlem.nl")
    assert found(project) == []


def test_an_address_in_the_front_matter_counts_too(project: Path) -> None:
    replace(project, PAGE, "  - colofon\n", '  - "colofon https://voorbeeld.example/x"\n')
    assert only(project).tekst == (
        "de website `voorbeeld.example` staat niet op de lijst: `https://voorbeeld.example/x`"
    )


def test_a_mistake_in_the_list_of_websites_is_a_finding(project: Path) -> None:
    line = allow(project, "https://www.haarlem.nl")
    assert only(project) == Melding(
        "docs/toegestane-hosts.yml",
        line,
        "een website heeft een `host` (zonder https://) en een `waarom` nodig",
        "Bijvoorbeeld:\nhosts:\n  - host: www.rijksoverheid.nl\n    waarom: uitleg over wetten",
    )
