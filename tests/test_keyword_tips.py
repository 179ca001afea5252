"""Tips for HRM about zoekwoorden."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from wijzer.app.check import check
from wijzer.base.findings import Ernst

PAGE = """---
titel: {titel}
samenvatting: Een zin over deze pagina.
zoekwoorden:
{words}
eigenaar: hrm
---
Tekst.
"""


def write(root: Path, name: str, titel: str, *words: str) -> None:
    lines = "\n".join(f"  - {word}" for word in words)
    path = root / "docs" / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PAGE.format(titel=titel, words=lines), encoding="utf-8")


def tips(root: Path) -> list[tuple[str, int, str, str]]:
    found = check(root, datetime.date(2026, 11, 1)).meldingen
    return [
        (m.pad, m.regel, m.tekst, m.tip)
        for m in found
        if m.ernst is Ernst.TIP and "zoekwoord" in m.tekst
    ]


@pytest.mark.parametrize(("number", "words"), [(1, "1 zoekwoord"), (4, "4 zoekwoorden")])
def test_fewer_than_five_zoekwoorden(tmp_path: Path, number: int, words: str) -> None:
    write(tmp_path, "a", "Onderwerp", *"abcde"[:number])
    tip = "Noem er 5 of meer: woorden die een medewerker zou typen, zoals `cadeau` of `fles wijn`."
    assert tips(tmp_path) == [("docs/a.md", 4, f"deze pagina heeft {words}", tip)]


def test_five_is_enough(tmp_path: Path) -> None:
    write(tmp_path, "a", "Onderwerp", *"abcde")
    assert tips(tmp_path) == []


def test_a_zoekwoord_that_is_in_the_title(tmp_path: Path) -> None:
    write(tmp_path, "a", "Geschenken en uitnodigingen", *"abcd", "Uitnodigingen", "schenken")
    tip = "De zoekfunctie kent de titel al. Kies een ander woord voor hetzelfde."
    text = "het zoekwoord “Uitnodigingen” staat al in de titel"
    assert tips(tmp_path) == [("docs/a.md", 9, text, tip)]


def test_a_zoekwoord_on_more_than_five_pages(tmp_path: Path) -> None:
    for n in range(6):
        write(
            tmp_path, f"p{n}", f"Titel {n}", "Geld" if n else "geld", *(f"w{n}{c}" for c in "abcd")
        )
    found = tips(tmp_path)
    assert [(pad, line) for pad, line, _, _ in found] == [(f"docs/p{n}.md", 5) for n in range(6)]
    assert found[0][2] == "het zoekwoord “geld” staat op 6 pagina's"
    assert found[0][3] == (
        "Laat het staan op hoogstens 5 pagina's die er echt over gaan. "
        "Kies hier iets preciezers: niet `geld`, maar `geld lenen van een collega`."
    )


def test_on_five_pages_is_fine(tmp_path: Path) -> None:
    for n in range(5):
        write(tmp_path, f"p{n}", f"Titel {n}", "geld", *(f"w{n}{c}" for c in "abcd"))
    assert tips(tmp_path) == []
