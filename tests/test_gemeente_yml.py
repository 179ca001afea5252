"""``gemeente.yml``: what the check says about it, and where the site shows it."""

from __future__ import annotations

import html

import pytest

from macros import REGISTRY
from tests.boom import REPO, kernwaarde, pagina, regeling, rol, tekst
from tests.gemeente_hulp import GEMEENTE, gemeente
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.gemeente import ONBEKEND
from wijzer.editor.template import nested_models
from wijzer.model.gemeente import Gemeente
from wijzer.model.kinds import KERNWAARDE
from wijzer.pages.compose import compose
from wijzer.pages.facts import facts
from wijzer.rules.gemeente import contrast

TWO = ("zorgvuldigheid", "onafhankelijkheid")


def changed(old: str, new: str) -> str:
    assert GEMEENTE.count(old) == 1
    return gemeente(TWO, GEMEENTE.replace(old, new))


FINDINGS = {
    "nothing": (gemeente(TWO), ""),
    "a name is missing": (
        changed("naam: Haarlem\n", ""),
        "gemeente.yml:1: de sleutel `naam` ontbreekt\n    Voeg toe: naam: Voorbeeld",
    ),
    "all at once": (
        changed("  intranet: Insite\n", "  intranet:\n  intranett: Insite\n").replace(
            "map: haarlem", "map: Eigen Regels"
        ),
        """
        gemeente.yml:11: `lokale_regels map` is geen goede id: `Eigen Regels`
            Een id bestaat uit kleine letters, cijfers en streepjes, zoals: eed-of-belofte
        gemeente.yml:14: `woorden intranet` is leeg
            Vul een waarde in of haal de regel weg.
        gemeente.yml:15: de sleutel `woorden intranett` is onbekend
            Bedoelde je `intranet`?
        """,
    ),
    "a whole group is missing": (
        changed("lokale_regels:\n  map: haarlem\n  gezag: Haarlem\n", ""),
        "gemeente.yml:1: de sleutel `lokale_regels` ontbreekt\n"
        "    Voeg toe:\n    lokale_regels:\n      map: voorbeeld",
    ),
    "no web address": (
        changed("  adres:\n", "  adres: wijzer.voorbeeld.nl\n"),
        "gemeente.yml:7: `site adres` is geen webadres: `wijzer.voorbeeld.nl`\n"
        "    Zo ziet het eruit: https://www.voorbeeld.nl/",
    ),
    "a web address that no page may have": (
        changed("  repo:\n", "  repo: https://git.voorbeeld.nl/é\n"),
        "gemeente.yml:8: `site repo`: in dit webadres staat een teken dat er niet hoort: "
        "`https://git.voorbeeld.nl/é`\n    Kopieer het adres uit de browser.",
    ),
    "a web address with a name of somebody": (
        changed("https://www.knmi.nl/", "https://knmi.nl@evil.example/"),
        "gemeente.yml:9: `site snel_weg`: dit is geen goed webadres: "
        "`https://knmi.nl@evil.example/`\n    Kopieer het adres uit de browser.",
    ),
    "an address that nothing fits behind": (
        changed("  adres:\n", "  adres: https://A.voorbeeld.nl/?x=1\n"),
        "gemeente.yml:7: `site adres`: hier horen kleine letters in de naam, en geen `?`, `#` of "
        "`//`: `https://A.voorbeeld.nl/?x=1`\n    Kopieer het adres uit de browser.",
    ),
    "a font with one quote": (
        changed("letter: Arial, sans-serif", "letter: Arial', sans-serif"),
        "gemeente.yml:18: `huisstijl letter` is geen rij lettertypen: `Arial', sans-serif`\n"
        "    Schrijf namen van lettertypen met komma's ertussen, zoals: Arial, sans-serif",
    ),
    "more than a website": (
        changed(
            "  repo:\n", "  repo:\n  frame_ancestors:\n    - https://intranet.voorbeeld.nl/start\n"
        ),
        "gemeente.yml:10: `site frame_ancestors (1e)` is meer dan een website: "
        "`https://intranet.voorbeeld.nl/start`\n"
        "    Schrijf alleen de website, zonder pad, zoals: https://intranet.voorbeeld.nl",
    ),
    "another language first": (
        changed("  repo:\n", "  repo:\n  talen: [en, nl]\n"),
        "gemeente.yml:9: `site talen` begint met `en`\n"
        "    Zet `nl` vooraan: de pagina's zijn in het Nederlands.",
    ),
    "no colour": (
        changed('    link_actief: "#0b2a4d"', "    link_actief: blauw"),
        "gemeente.yml:23: `huisstijl licht link_actief` is geen kleur: `blauw`\n"
        '    Schrijf zes tekens na een #, zoals: "#154273"',
    ),
    "a colour without quotes": (
        changed('    link_actief: "#0b2a4d"', "    link_actief: #0b2a4d"),
        "gemeente.yml:23: achter ` #` leest YAML niet verder; `#0b2a4d` valt weg\n"
        "    Zet de hele tekst tussen dubbele aanhalingstekens, zoals: "
        'titel: "Geschenken: wat mag?"',
    ),
    "a font that would end the style": (
        changed("letter: Arial, sans-serif", "letter: Arial; } body { color:red"),
        "gemeente.yml:18: `huisstijl letter` is geen rij lettertypen: "
        "`Arial; } body { color:red`\n"
        "    Schrijf namen van lettertypen met komma's ertussen, zoals: Arial, sans-serif",
    ),
    "a link that cannot be read": (
        changed('    link: "#154273"', '    link: "#9cc7f0"'),
        """
        gemeente.yml:22: `huisstijl licht link` steekt te weinig af tegen #f2f5f9: 1,6
            Kies een andere kleur: het contrast is minstens 4,5 (WCAG).
        gemeente.yml:22: `huisstijl licht link` steekt te weinig af tegen #ffffff: 1,8
            Kies een andere kleur: het contrast is minstens 4,5 (WCAG).
        """,
    ),
    "a kernwaarde without a page": (
        gemeente([*TWO, "moed"]),
        "gemeente.yml:42: de kernwaarde `moed` heeft geen pagina\n"
        "    Maak kernwaarden/moed.md (python3 scripts/wijzer.py nieuw kernwaarde moed).",
    ),
    "a kernwaarde twice": (
        gemeente([*TWO, TWO[0]]),
        "gemeente.yml:42: de kernwaarde `zorgvuldigheid` staat er twee keer\n"
        "    Haal een van de twee weg.",
    ),
    "a page that is no kernwaarde": (
        gemeente(TWO[:1]),
        "kernwaarden/onafhankelijkheid.md:1: de kernwaarde `onafhankelijkheid` staat niet in "
        "gemeente.yml\n    Zet `onafhankelijkheid` daar op zijn plaats bij `kernwaarden`.",
    ),
}


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_findings(boom, text, expected):
    assert boom({"gemeente.yml": text}).meldingen() == tekst(expected)


def test_the_reporting_desk_has_one_name(boom):
    path = "docs/rollen/meldpunt-integriteit.md"
    project = boom({path: rol(titel="Integriteitsloket")})
    assert project.meldingen() == tekst(f"""
        {path}:2: het meldpunt heet hier `Integriteitsloket` en in gemeente.yml `Meldpunt Integriteit`
            Kies één naam en zet die op beide plekken.
    """)
    assert boom({path: rol(titel="Meldpunt Integriteit")}).meldingen() == ""


def test_texts_can_name_the_municipality(boom):
    body = (
        'De {{ gemeente("voluit") }} in {{ gemeente() }}: {{ gemeente("bijvoeglijk") }} regels '
        "op {{ intranet() }}, of het {{ meldpunt() }}.\n"
    )
    project = boom({"docs/proef.md": pagina(body)})
    assert project.meldingen() == ""
    pages = {page.pad: page.text for page in compose(load_corpus(project.root, REGISTRY)[0])}
    text = (
        "De gemeente Haarlem in Haarlem: Haarlemse regels op Insite, of het Meldpunt Integriteit."
    )
    assert text in pages["proef.md"]


def test_an_unknown_form_of_the_name_is_refused(boom):
    project = boom({"docs/proef.md": pagina('Een {{ gemeente("inwoner") }}.\n')})
    assert project.meldingen() == tekst("""
        docs/proef.md:8: `inwoner` is geen vorm van de naam
            Kies uit: `naam`, `voluit` of `bijvoeglijk`.
    """)


def test_without_the_file_there_is_one_finding_and_no_avalanche(boom):
    project = boom({"gemeente.yml": None, "regelgeving/eigen/regel.md": regeling()})
    assert project.meldingen() == tekst("""
        gemeente.yml:1: het bestand ontbreekt
            Zet het bestand terug uit Git, of begin met: python3 scripts/wijzer.py begin MAP
    """)
    assert load_corpus(project.root)[0].gemeente is ONBEKEND


def test_rules_stand_in_the_folder_that_the_file_names(boom):
    tree = {"regelgeving/eigen/regel.md": regeling(titel="Een eigen regel")}
    assert boom(tree).meldingen() == tekst("""
        regelgeving/eigen/regel.md:1: in deze map horen geen pagina's
            Zet het bestand rechtstreeks in een van de mappen die in BIJDRAGEN.md staan.
    """)
    assert boom({**tree, "gemeente.yml": changed("map: haarlem", "map: eigen")}).meldingen() == ""


def test_kernwaarden_stand_in_the_order_of_the_file(boom):
    page = {"kernwaarden/aandacht.md": kernwaarde(titel="Aandacht")}
    project = boom({**page, "gemeente.yml": gemeente([*TWO, "aandacht"])})
    graph = load_corpus(project.root)[0].graph
    found = graph.of_kind(KERNWAARDE)
    assert [document.id for document in found] == [*TWO, "aandacht"]
    assert "Kernwaarde 3 van 3" in facts(found[2], graph)


def test_the_words_of_the_municipality_stand_in_the_facts(boom):
    text = changed("intranet: Insite", "intranet: Het Plein").replace(
        "beleidsplan:", "beleidsplan: Plan Integriteit (2026)"
    )
    tree = {
        "gemeente.yml": text,
        "regelgeving/haarlem/eed.md": regeling(bron={"intranet": "De eed"}),
        "docs/rollen/hrm.md": rol(paragraaf='"5.4"'),
    }
    graph = load_corpus(boom(tree).root)[0].graph
    assert "Het Plein: De eed" in facts(graph.documents["eed"], graph)
    assert "Plan Integriteit (2026), paragraaf 5.4" in html.unescape(
        facts(graph.documents["hrm"], graph)
    )


def test_the_guide_explains_every_key():
    guide = (REPO / "BIJDRAGEN.md").read_text(encoding="utf-8")
    for model in (Gemeente, *nested_models(Gemeente)):
        for name, info in model.model_fields.items():
            assert info.description
            assert f"| `{name}` |" in guide


def test_contrast_is_that_of_the_standard():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#ffffff", "#767676"), 2) == 4.54
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("folder", ["wijzer", "macros", "thema", "scripts", "docs/assets"])
def test_the_code_names_no_municipality(folder):
    files = [f for f in sorted((REPO / folder).rglob("*")) if f.is_file() and f.suffix != ".pyc"]
    assert files
    found = [f for f in files if "haarlem" in f.read_text("utf-8", errors="ignore").casefold()]
    assert found == []


def test_the_settings_of_mkdocs_name_no_municipality():
    assert "haarlem" not in (REPO / "mkdocs.yml").read_text(encoding="utf-8").casefold()
