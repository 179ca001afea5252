"""One declaration of a kind of page is enough: everything else follows from it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from pydantic import Field

from macros import REGISTRY
from tests.boom import (
    DAG,
    REPO,
    Project,
    bron,
    environment,
    hubs,
    koppen,
    pagina,
    regeling,
    rol,
    tekst,
)
from tests.gemeente import content
from tests.velden_hulp import changed_corpora
from wijzer.app.check import check
from wijzer.app.menu import full_menu
from wijzer.app.plain_tree import write_tree
from wijzer.app.site import load_site
from wijzer.base.config import read_config
from wijzer.base.output import Formaat, render
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.editor.new_page import begin_page
from wijzer.editor.template import all_models
from wijzer.model.fields import Datum, KernwaardeId, Nummer, Regel, RolId
from wijzer.model.kinds import REGELING, SOORTEN
from wijzer.model.markers import Feit
from wijzer.model.pages import Pagina
from wijzer.model.soort import Soort, Soorten
from wijzer.pages.compose import compose
from wijzer.search.facts import page_facts


class Proefsoort(Pagina):
    """Een soort pagina die alleen in deze tests bestaat."""

    nummer: Annotated[Nummer, Feit("Soort", "Proefsoort {}"), Field(examples=["3"])]
    """De plaats in de lijst."""
    duur: Annotated[Regel, Feit("Duur"), Field(examples=["twee uur"])]
    """Hoe lang het duurt."""
    begint_op: Annotated[Datum | None, Feit("Begint op"), Field(examples=["2027-01-15"])] = None
    """De eerste dag."""
    geheim: Annotated[Regel | None, Field(examples=["iets"])] = None
    """Een veld waaraan niemand heeft gezegd waar het staat."""
    kernwaarden: Annotated[tuple[KernwaardeId, ...], Field(examples=[["zorgvuldigheid"]])] = ()
    """De kernwaarden waar het over gaat."""
    begeleider: Annotated[RolId, Feit("Begeleider"), Field(examples=["hrm"])]
    """Wie erbij helpt."""


PROEFSOORT = Soort(
    naam="proefsoort",
    meervoud="Proefsoorten",
    model=Proefsoort,
    mappen=("proefsoorten",),
    hub="proefsoorten",
    koppen=("Wat leer je", "Zo meld je je aan"),
    verwant="Leer er meer over",
    vooraan=True,
    terecht=True,
    gewicht=0.7,
)
KINDS = Soorten((*SOORTEN, PROEFSOORT))
PATH = "proefsoorten/nee-zeggen.md"

Boom = Callable[..., Project]


def proefsoort(**fields: str | list[str]) -> str:
    own: dict[str, str | list[str]] = {
        "titel": "Nee zeggen",
        "samenvatting": "Je oefent met nee zeggen.",
        "zoekwoorden": "eigen",
        "eigenaar": "hrm",
        "nummer": "3",
        "duur": "twee uur",
        "begint_op": "2027-01-15",
        "kernwaarden": ["zorgvuldigheid"],
        "begeleider": "hrm",
    }
    return bron(koppen(PROEFSOORT.koppen), {**own, **fields})


@pytest.fixture
def project(boom: Boom) -> Project:
    return boom(
        {
            **hubs(),
            PATH: proefsoort(),
            "docs/rollen/leidinggevende.md": rol(titel="Leidinggevende"),
            "docs/proefsoorten.md": pagina(
                '{{ lijst("proefsoorten") }}\n', titel="Alle proefsoorten"
            ),
            "mkdocs.yml": (
                "site_name: Proef\nnav:\n  - Start: index.md\n"
                "markdown_extensions: [def_list, md_in_html]\n"
            ),
        }
    )


@pytest.fixture
def corpus(project: Project) -> Corpus:
    return load_corpus(project.root, REGISTRY, KINDS)[0]


def meldingen(project: Project) -> str:
    found = check(project.root, DAG, soorten=KINDS).meldingen
    return render(found, Formaat.TEKST, 0).rpartition("\n")[0]


def page(corpus: Corpus, path: str) -> str:
    return next(p.inhoud for p in compose(corpus) if p.pad == path)


def test_the_check_knows_its_fields_and_headings(project: Project) -> None:
    assert meldingen(project) == ""
    wrong = proefsoort(duur="", begeleider="zorgvuldigheid").replace(
        "## Wat leer je", "## Wat leerje"
    )
    project.write(PATH, wrong)
    assert meldingen(project) == tekst("""
        proefsoorten/nee-zeggen.md:8: `duur` is leeg
            Vul een waarde in of haal de regel weg.
    """)
    project.write(PATH, wrong.replace("duur: ", "duur: twee uur"))
    assert meldingen(project) == tekst("""
        proefsoorten/nee-zeggen.md:12: `begeleider` verwijst naar `zorgvuldigheid`, maar dat is een kernwaarde
            Hier hoort de id van een rol.
        proefsoorten/nee-zeggen.md:14: de kop `## Wat leer je` ontbreekt
            De koppen zijn, in deze volgorde: Wat leer je, Zo meld je je aan.
        proefsoorten/nee-zeggen.md:14: onbekende kop: `## Wat leerje`
            Bedoelde je `Wat leer je`?
    """)


def test_a_number_is_used_once(project: Project) -> None:
    project.write("proefsoorten/ja-zeggen.md", proefsoort(titel="Ja zeggen"))
    assert meldingen(project) == tekst("""
        proefsoorten/nee-zeggen.md:7: `nummer` 3 is al van proefsoorten/ja-zeggen.md
            Het eerste vrije nummer is 1.
    """)


def test_a_new_page_begins_with_its_keys_and_headings(project: Project) -> None:
    path = begin_page(project.root, "proefsoort", "samen-leren", soorten=KINDS)
    text = (project.root / path).read_text("utf-8")
    assert path == "proefsoorten/samen-leren.md"
    assert "\nnummer: 1\nduur: …\n" in text
    assert "\nbegeleider: hrm\n" in text
    assert text.endswith("## Wat leer je\n\n…\n\n## Zo meld je je aan\n\n…\n")


def test_the_guide_of_the_editor_explains_its_fields() -> None:
    assert ("proefsoort", Proefsoort) in [*all_models(KINDS)]


def test_its_page_shows_facts_trail_and_whom_to_turn_to(corpus: Corpus) -> None:
    text = page(corpus, PATH)
    assert "[Begin](../index.md) › [Alle proefsoorten](../proefsoorten.md) › Nee zeggen" in text
    assert '<p class="samenvatting">Je oefent met nee zeggen.</p>' in text
    assert (
        "Soort\n:   Proefsoort 3\n\nDuur\n:   twee uur\n\nBegint op\n:   15 januari 2027\n\n"
        "Begeleider\n:   [Afdeling HRM](../rollen/hrm.md)\n"
    ) in text
    box = text.partition('class="terecht"')[2]
    assert "**[Leidinggevende](../rollen/leidinggevende.md)**" in box


def test_its_relations_show_on_both_pages(corpus: Corpus) -> None:
    assert "[Zorgvuldigheid](../kernwaarden/zorgvuldigheid.md)" in page(corpus, PATH)
    back = page(corpus, "kernwaarden/zorgvuldigheid.md")
    related = back.partition("## Hangt samen met\n\n")[2]
    assert related.startswith(
        "### Leer er meer over\n\n- [Nee zeggen](../proefsoorten/nee-zeggen.md): Je oefent"
    )


def test_its_hub_lists_it_and_stands_in_the_menu(corpus: Corpus) -> None:
    assert "**[Nee zeggen](proefsoorten/nee-zeggen.md)**" in page(corpus, "proefsoorten.md")
    menu = [{"Start": "index.md"}]
    assert full_menu(menu, corpus)[-1] == {"Proefsoorten": "proefsoorten.md"}
    placed = [{"Leren": [{"Volg iets": "proefsoorten.md"}]}, "index.md"]
    assert full_menu(placed, corpus)[:2] == placed
    assert str(full_menu(placed, corpus)).count("proefsoorten.md") == 1


def test_search_knows_its_name_number_and_weight(corpus: Corpus) -> None:
    found = page_facts(corpus)["proefsoorten/nee-zeggen/"]
    assert (found.soort, found.codes, found.gewicht) == ("Proefsoort 3", ("proefsoort 3",), 0.7)


def test_a_field_without_a_place_makes_no_difference(corpus: Corpus) -> None:
    """What the test of all fields leans on: it finds a field that somebody forgets to show."""
    before = _pages(corpus)
    shown = {
        name: _pages(changed) != before
        for (model, name), changed in changed_corpora(corpus)
        if model is Proefsoort
    }
    assert [name for name, seen in shown.items() if not seen] == ["geheim"]


def _pages(corpus: Corpus) -> object:
    return compose(corpus), page_facts(corpus)


def test_a_real_mkdocs_builds_it_with_its_place_in_the_menu(
    project: Project, tmp_path: Path
) -> None:
    target = tmp_path / "gewoon"
    write_tree(load_site(project.root, soorten=KINDS), target)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        command, cwd=target, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    html = (target / "site/proefsoorten/nee-zeggen/index.html").read_text("utf-8")
    assert 'href="../"' in html
    assert "Proefsoorten</a>" in html
    assert "<dd>twee uur</dd>" in html


@pytest.mark.parametrize("leave", ["proefsoorten", "dilemmas", "kernwaarden"])
def test_a_kind_without_a_page_is_no_mistake(boom: Boom, leave: str) -> None:
    project = boom(
        {"docs/index.md": pagina(titel="Begin"), "docs/rollen/hrm.md": pagina(titel="HRM")},
        kaal=True,
    )
    assert not (project.root / leave).exists()
    assert meldingen(project) == ""
    (project.root / leave).mkdir()
    assert meldingen(project) == ""


def test_a_site_may_give_a_kind_another_folder(boom: Boom) -> None:
    local = replace(REGELING, mappen=("regelgeving/wetten", "regelgeving/waterdam"))
    kinds = Soorten(tuple(local if soort == REGELING else soort for soort in SOORTEN))
    project = boom(
        {
            "regelgeving/waterdam/erecode.md": regeling(
                titel="Erecode", soort="gedragscode", bron={"onbekend": "Nergens."}, artikelen=None
            ),
            "docs/regels.md": pagina('{{ regeloverzicht(map="waterdam") }}\n', titel="Regels"),
        }
    )
    outcome = check(project.root, DAG, soorten=kinds)
    assert outcome.errors == []
    assert "[Erecode](regelgeving/waterdam/erecode.md)" in page(outcome.corpus, "regels.md")


@pytest.mark.inhoud
def test_every_kind_has_the_page_that_lists_it() -> None:
    missing = set(SOORTEN.hubs) - set(content().graph.documents)
    assert not missing, f"maak een pagina in docs/ met {{{{ lijst(...) }}}}: {missing}"


def test_no_other_file_lists_the_folders_of_the_kinds() -> None:
    assert not set(read_config(REPO).values["watch"]) & set(SOORTEN.bronmappen)
    hooks = yaml.safe_load((REPO / ".pre-commit-config.yaml").read_text("utf-8"))
    assert "files" not in hooks["repos"][0]["hooks"][0]
