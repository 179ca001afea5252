"""Taking a page away, and writing down that pages were looked over."""

from __future__ import annotations

import pytest

from tests.boom import dilemma, koppen, pagina, passage, regeling, tekst, wettekst
from tests.wijzig_hulp import files, lines
from wijzer.model.kinds import DILEMMA

BUS = "dilemmas/bus.md"


def bus(**fields):
    parts = {"Situatie": "Een ander verhaal, met andere woorden. " * 12}
    return dilemma(koppen(DILEMMA.koppen, **parts), titel="De bus", nummer="2", **fields)


def test_a_page_that_is_named_stays_and_all_places_are_shown(boom, wijzer):
    project = boom(
        {
            "docs/over.md": pagina(
                'Zie [wijn](../dilemmas/fles-wijn.md).\n\n{{ verwijs("fles-wijn") }}\n'
            )
        }
    )
    before = files(project.root)
    assert wijzer(project, "verwijder", "fles-wijn", "--adres-vervalt") == (
        1,
        "dilemmas/fles-wijn.md kan nog niet weg, want de pagina wordt hier genoemd:\n"
        "  docs/over.md:8: een link\n"
        "  docs/over.md:10: de macro `verwijs`\n"
        "Haal dat eerst weg. Er is niets veranderd.\n",
    )
    assert files(project.root) == before


def test_a_rule_is_named_by_relations_data_and_the_menu(boom, wijzer):
    project = boom(
        {
            "docs/contact.yml": "hrm:\n  - naam:\n",
            "regelgeving/wetten/woo.md": regeling(titel="Woo", artikelen=None),
        }
    )
    code, said = wijzer(project, "verwijder", "hrm", "--adres-vervalt")
    assert code == 1
    assert "  docs/contact.yml:1: contactgegevens\n" in said
    assert "  docs/index.md:6: `eigenaar` in de kop\n" in said
    assert "docs/rollen/hrm.md:" not in said


def test_somebody_has_to_say_what_becomes_of_the_address(boom, wijzer):
    project = boom({BUS: bus()})
    before = files(project.root)
    assert wijzer(project, "verwijder", "bus") == (
        2,
        tekst("""
            Wat moet er met het adres /dilemmas/bus/ gebeuren? Kies een van deze twee:
              --naar ID          wie daar komt, leest voortaan die pagina
              --adres-vervalt    wie daar komt, vindt niets meer
            Er is niets veranderd.
        """)
        + "\n",
    )
    assert files(project.root) == before


def test_the_addresses_of_a_page_lead_to_another_one(boom, wijzer):
    project = boom({BUS: bus(oude_paden=["dilemmas/busreis"])})
    before = lines(project, "dilemmas/fles-wijn.md")
    assert wijzer(project, "verwijder", "bus", "--naar", "fles-wijn") == (
        0,
        "dilemmas/bus.md\ndilemmas/fles-wijn.md\n"
        "Klaar: 2 bestanden zijn veranderd, zonder fouten.\n",
    )
    assert not (project.root / BUS).exists()
    added = "oude_paden:\n  - dilemmas/bus\n  - d/2\n  - dilemmas/busreis\n"
    assert lines(project, "dilemmas/fles-wijn.md").replace(added, "") == before
    assert added in lines(project, "dilemmas/fles-wijn.md")
    assert project.meldingen() == ""


def test_an_address_may_lapse_and_a_draft_never_had_one(boom, wijzer):
    project = boom({BUS: bus(), "docs/idee.md": pagina(titel="Idee", concept="true")})
    assert wijzer(project, "verwijder", "bus", "--adres-vervalt")[0] == 0
    assert wijzer(project, "verwijder", "idee")[0] == 0
    assert not (project.root / BUS).exists()
    assert not (project.root / "docs/idee.md").exists()


def test_an_address_that_was_published_does_not_lapse(boom, wijzer):
    project = boom({BUS: bus(), "adressen.txt": "d/2 dilemmas/bus\ndilemmas/bus\n"})
    before = files(project.root)
    assert wijzer(project, "verwijder", "bus", "--adres-vervalt") == (
        2,
        "Het adres /dilemmas/bus/ stond al op de site, dus mensen kunnen het hebben bewaard. "
        "Kies met --naar ID welke pagina zij voortaan lezen. Er is niets veranderd.\n",
    )
    assert files(project.root) == before
    assert wijzer(project, "verwijder", "bus", "--naar", "fles-wijn")[0] == 0
    assert project.meldingen() == ""
    assert wijzer(project, "nieuw", "dilemma", "lunch")[0] == 0
    assert "\nnummer: 3\n" in lines(project, "dilemmas/lunch.md")


def test_a_dilemma_with_a_card_that_was_published_can_have_another_name(boom, wijzer):
    project = boom({BUS: bus(), "adressen.txt": "d/2 dilemmas/bus\ndilemmas/bus\n"})
    assert wijzer(project, "hernoem", "bus", "busreis")[0] == 0
    assert project.meldingen() == ""


def test_the_words_of_a_rule_go_with_it(boom, wijzer):
    project = boom(
        {
            "regelgeving/wetten/ambtenarenwet-2017.md": regeling(artikelen=None),
            "regelgeving/wetten/woo.md": regeling(
                titel="Woo", bron={"bwb": "BWBR0045754"}, officiele_titel=None
            ),
            "regelgeving/teksten/woo.json": wettekst(passage("8"), nummer="BWBR0045754"),
        }
    )
    assert project.check().errors == []
    assert wijzer(project, "verwijder", "woo", "--adres-vervalt") == (
        0,
        "regelgeving/teksten/woo.json\nregelgeving/wetten/woo.md\n"
        "Klaar: 2 bestanden zijn veranderd, zonder fouten.\n",
    )
    assert not (project.root / "regelgeving/teksten/woo.json").exists()


# -- beoordeeld ----------------------------------------------------------------------------------

KOP = """\
---
titel: 'Over'
samenvatting: >-
  Wat hier staat
  in een zin.
# woorden van lezers
zoekwoorden:   [a1, a2, a3, a4, a5]
eigenaar:  "hrm"
{}---

Tekst   met  spaties.
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "beoordeeld_op: 2026-11-01\n"),
        (
            "# vaker?\nbeoordelen_voor: 2027-05-01\n",
            "# vaker?\nbeoordeeld_op: 2026-11-01\nbeoordelen_voor: 2027-05-01\n",
        ),
        ("beoordeeld_op:   '2025-01-01'\n", "beoordeeld_op:   2026-11-01\n"),
    ],
)
def test_only_the_line_with_the_date_changes(boom, wijzer, before, after):
    project = boom({"docs/over.md": KOP.format(before)})
    assert project.check().errors == []
    assert wijzer(project, "beoordeeld", "over", "fles-wijn", "--op", "2026-11-01") == (
        0,
        "dilemmas/fles-wijn.md\ndocs/over.md\nKlaar: 2 bestanden zijn veranderd, zonder fouten.\n",
    )
    assert lines(project, "docs/over.md") == KOP.format(after)


def test_the_next_day_can_be_set_at_once(boom, wijzer):
    project = boom({"docs/over.md": KOP.format("beoordelen_voor: 2026-05-01\n")})
    done = wijzer(project, "beoordeeld", "over", "--op", "2026-11-01", "--voor", "2027-11-01")
    assert done[0] == 0
    dates = "beoordeeld_op: 2026-11-01\nbeoordelen_voor: 2027-11-01\n"
    assert dates in lines(project, "docs/over.md")


def test_every_name_that_is_wrong_is_said_at_once(boom, wijzer):
    project = boom()
    before = files(project.root)
    assert wijzer(project, "beoordeeld", "fles-wijn", "fles", "niets", "--op", "2026-11-01") == (
        2,
        "Er is geen pagina `fles`. Bedoelde je `fles-wijn`?\nEr is geen pagina `niets`.\n",
    )
    assert files(project.root) == before


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "1-11-2026",
            "dit is geen datum: `1-11-2026`. Schrijf een datum als jaar-maand-dag, zoals: 2027-05-01",
        ),
        (
            "2026-02-30",
            "dit is een datum die niet bestaat: `2026-02-30`. Kijk op de kalender; een datum is jaar-maand-dag, zoals: 2027-05-01",
        ),
        ("9999-01-01", "`9999-01-01` ligt in de toekomst; neem de dag waarop het is gebeurd"),
    ],
)
def test_a_day_that_cannot_be(boom, wijzer, day, said):
    code, text = wijzer(boom(), "beoordeeld", "fles-wijn", "--op", day)
    assert (code, text.split("\n")[0]) == (2, f"python3 scripts/wijzer.py beoordeeld: --op: {said}")


def test_a_next_day_before_the_last_one_is_refused(boom, wijzer):
    project = boom({"docs/over.md": KOP.format("beoordelen_voor: 2026-05-01\n")})
    before = files(project.root)
    code, said = wijzer(project, "beoordeeld", "over", "--op", "2026-11-01")
    assert code == 1
    assert "`beoordelen_voor` (2026-05-01) ligt niet na `beoordeeld_op` (2026-11-01)" in said
    assert files(project.root) == before
