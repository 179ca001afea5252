"""The menu in mkdocs.yml: what the check accepts there, the renderer can build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import boom
from tests.boom import plant, tekst

MENU = "site_name: Proef\nnav:\n  - Start: index.md\n  - Meer:\n      - Rollen: rollen.md\n"


def roles(**fields: boom.Field) -> dict[str, str | bytes | None]:
    """Return a tree with a menu and the pages that list the kinds."""
    page = boom.pagina(titel="Rollen", **fields)
    return {"mkdocs.yml": MENU, **boom.hubs(), "docs/rollen.md": page}


def test_a_menu_of_pages_that_are_there_is_right(tmp_path: Path) -> None:
    assert plant(tmp_path, roles()).meldingen() == ""


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    tree = roles() | {"mkdocs.yml": MENU + "      - Weg: weg/pagina.md\n"}
    assert plant(tmp_path, tree).meldingen() == tekst("""
        mkdocs.yml:6: het menu (`nav`) noemt `weg/pagina.md`, maar die pagina is er niet
            Haal deze regel weg uit het menu, of zet de pagina terug.
    """)


def test_an_address_elsewhere_is_no_page(tmp_path: Path) -> None:
    tree = roles() | {"mkdocs.yml": MENU + "  - Elders: https://www.haarlem.nl/\n"}
    assert plant(tmp_path, tree).meldingen() == ""


def test_a_page_that_is_a_draft(tmp_path: Path) -> None:
    assert plant(tmp_path, roles(concept="true")).meldingen() == tekst("""
        mkdocs.yml:5: het menu (`nav`) noemt `rollen.md`, maar die pagina is nog concept
            Haal `concept: true` weg uit die pagina, of haal deze regel weg uit het menu.
    """)


def test_a_kind_without_the_page_that_lists_it(tmp_path: Path) -> None:
    assert plant(tmp_path, roles() | {"docs/pijlers.md": None}).meldingen() == tekst("""
        docs/pijlers/beschermen.md:1: de pagina met de lijst hiervan, `docs/pijlers.md`, is er niet
            Zet `docs/pijlers.md` terug, of haal alle pagina's van deze soort weg.
    """)


@pytest.mark.parametrize(
    ("text", "line"),
    [("site_name: [x\nnav: 3\n", 2), ("- een\n- twee\n", 1), ("nav: 'x\n", 2), (b"\xff\xfe", 1)],
)
def test_what_is_no_yaml(tmp_path: Path, text: str | bytes, line: int) -> None:
    assert plant(tmp_path, {"mkdocs.yml": text}).meldingen() == tekst(f"""
        mkdocs.yml:{line}: dit bestand is geen goede YAML
            Zet het bestand terug zoals het was, of vraag het de beheerder van deze site.
    """)


@pytest.mark.parametrize("nav", ["nav: index.md", "nav: 3", "nav: {Start: index.md}", "nav:"])
def test_a_menu_that_is_no_list(tmp_path: Path, nav: str) -> None:
    tree = roles() | {"mkdocs.yml": f"site_name: Proef\n{nav}\n"}
    found = plant(tmp_path, tree).meldingen().split("\n")
    assert "mkdocs.yml:2: het menu (`nav`) is geen lijst van pagina's" in found


def test_other_settings_of_another_shape_do_not_stop_the_check(tmp_path: Path) -> None:
    tree = roles() | {"mkdocs.yml": MENU + "extra_css: 3\nextra: x\nextra_javascript: [1]\n"}
    assert plant(tmp_path, tree).meldingen() == ""


def test_a_build_says_why_it_did_not_start(tmp_path: Path) -> None:
    done = plant(tmp_path, {"mkdocs.yml": "site_name: [x\n"}).wijzer("bouw")
    assert (done.returncode, done.stderr) == (
        1,
        "mkdocs.yml: dit bestand is geen goede YAML\n"
        "De site is niet gebouwd. Er is nog geen site.\n",
    )
