"""The check of relations, ids, numbers and addresses between pages."""

from __future__ import annotations

import pytest

from tests.boom import GEWENST, dilemma, koppen, pagina, pijler, regeling, rol, tekst
from wijzer.model.kinds import DILEMMA

WET = "regelgeving/wetten/ambtenarenwet-2017.md"
FLES = "dilemmas/fles-wijn.md"
NORM = "regelgeving/basisnormen/relatiegeschenken.md"


def vervangen(*opvolgers):
    return regeling(status="ingetrokken", geldig_vanaf=None, vervangen_door=list(opvolgers))


CASES = {
    "unknown id, nearly right": (
        {FLES: dilemma(kernwaarden=["zorgvuldigheid", "onafhankelijkhied"])},
        """
        dilemmas/fles-wijn.md:13: `kernwaarden` verwijst naar `onafhankelijkhied`, maar die pagina bestaat niet
            Bedoelde je `onafhankelijkheid`?
        """,
    ),
    "unknown id": (
        {FLES: dilemma(kernwaarden=["zorgvuldigheid", "moed"])},
        """
        dilemmas/fles-wijn.md:13: `kernwaarden` verwijst naar `moed`, maar die pagina bestaat niet
            Kies uit: onafhankelijkheid, zorgvuldigheid.
        """,
    ),
    "unknown id, deeper": (
        {WET: regeling(artikelen=['nummer: "8"\nonderwerp: x\nbasisnormen:\n  - wijn'])},
        """
        regelgeving/wetten/ambtenarenwet-2017.md:21: `artikelen basisnormen` verwijst naar `wijn`, maar die pagina bestaat niet
            Kies uit: relatiegeschenken.
        """,
    ),
    "another kind": (
        {FLES: dilemma(eigenaar="zorgvuldigheid")},
        """
        dilemmas/fles-wijn.md:6: `eigenaar` verwijst naar `zorgvuldigheid`, maar dat is een kernwaarde
            Hier hoort de id van een rol.
        """,
    ),
    "itself": (
        {WET: vervangen("ambtenarenwet-2017")},
        """
        regelgeving/wetten/ambtenarenwet-2017.md:21: `vervangen_door` verwijst naar de pagina zelf: `ambtenarenwet-2017`
            Haal de verwijzing weg.
        """,
    ),
    "loop": (
        {
            WET: vervangen("b-wet"),
            "regelgeving/wetten/b-wet.md": vervangen("c-wet"),
            "regelgeving/wetten/c-wet.md": vervangen("ambtenarenwet-2017"),
        },
        """
        regelgeving/wetten/ambtenarenwet-2017.md:20: de opvolgers lopen in een kring: ambtenarenwet-2017 → b-wet → c-wet → ambtenarenwet-2017
            De laatste in de rij moet nu gelden.
        regelgeving/wetten/b-wet.md:20: de opvolgers lopen in een kring: b-wet → c-wet → ambtenarenwet-2017 → b-wet
            De laatste in de rij moet nu gelden.
        regelgeving/wetten/c-wet.md:20: de opvolgers lopen in een kring: c-wet → ambtenarenwet-2017 → b-wet → c-wet
            De laatste in de rij moet nu gelden.
        """,
    ),
    "duplicate id": (
        {"docs/fles-wijn.md": pagina()},
        """
        docs/fles-wijn.md:1: de id `fles-wijn` is al van dilemmas/fles-wijn.md
            Geef het bestand een andere naam; die naam is de id.
        """,
    ),
    "duplicate number": (
        {
            "dilemmas/gratis-lunch.md": dilemma(nummer="2"),
            "dilemmas/kaartje.md": dilemma(nummer="1"),
            "dilemmas/taart.md": dilemma(nummer="4"),
        },
        """
        dilemmas/kaartje.md:7: `nummer` 1 is al van dilemmas/fles-wijn.md
            Het eerste vrije nummer is 3.
        """,
    ),
    "the same number in two kinds is fine": (
        {"docs/pijlers/beschermen.md": pijler(nummer="1")},
        "",
    ),
    "old address of a page that exists": (
        {FLES: dilemma(oude_paden=["kernwaarden/zorgvuldigheid"])},
        """
        dilemmas/fles-wijn.md:17: het oude adres `kernwaarden/zorgvuldigheid` is het adres van kernwaarden/zorgvuldigheid.md
            Haal het adres weg; die pagina bestaat nog.
        """,
    ),
    "old address of the page itself": (
        {FLES: dilemma(oude_paden=["/dilemmas/fles-wijn/"])},
        """
        dilemmas/fles-wijn.md:17: het oude adres `dilemmas/fles-wijn` is het adres van dilemmas/fles-wijn.md
            Haal het adres weg; die pagina bestaat nog.
        """,
    ),
    "old address twice": (
        {
            FLES: dilemma(oude_paden=["wijn"]),
            "dilemmas/taart.md": dilemma(nummer="2", oude_paden=["taart", "wijn/"]),
        },
        """
        dilemmas/taart.md:18: het oude adres `wijn` staat ook in dilemmas/fles-wijn.md
            Een oud adres kan maar naar één pagina leiden.
        """,
    ),
    "old address of a file that exists": (
        {FLES: dilemma(oude_paden=["kaart"]), "docs/kaart/index.html": "<p>Kaart</p>"},
        """
        dilemmas/fles-wijn.md:17: het oude adres `kaart` is het adres van docs/kaart/index.html
            Haal het adres weg; dat bestand bestaat nog.
        docs/kaart/index.html:1: dit soort bestand hoort niet in docs/
            Maak er een gewone pagina van (.md). De site maakt zelf HTML.
        """,
    ),
    "two pages, one address": (
        {"docs/zaak.md": pagina(), "docs/zaak/index.md": pagina(), "docs/index.md": None},
        """
        docs/zaak.md:1: het adres `/zaak/` is ook van `docs/zaak/index.md`
            Hernoem of verplaats een van de bestanden.
        """,
    ),
    "a page in docs in the place of a page elsewhere": (
        {"docs/dilemmas/fles-wijn.md": pagina()},
        """
        docs/dilemmas/fles-wijn.md:1: de id `fles-wijn` is al van dilemmas/fles-wijn.md
            Geef het bestand een andere naam; die naam is de id.
        docs/dilemmas/fles-wijn.md:1: het adres `/dilemmas/fles-wijn/` is ook van `dilemmas/fles-wijn.md`
            Hernoem of verplaats een van de bestanden.
        """,
    ),
    "a file in the place of a page": (
        {"docs/kernwaarden/zorgvuldigheid/index.html": "<p>Oud</p>"},
        """
        docs/kernwaarden/zorgvuldigheid/index.html:1: dit bestand heeft hetzelfde adres als kernwaarden/zorgvuldigheid.md
            Haal het bestand weg of geef het een andere naam.
        docs/kernwaarden/zorgvuldigheid/index.html:1: dit soort bestand hoort niet in docs/
            Maak er een gewone pagina van (.md). De site maakt zelf HTML.
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tree", "expected"), CASES.values(), ids=CASES.keys())
def test_finding(boom, tree, expected):
    found = [line for line in boom(tree).meldingen().split("\n") if line]
    gaps = ("nog geen dilemma", "nog geen wet of regel", "bij `basisnormen` van een")
    shown = [line for line in found if not line.endswith(gaps) and gaps[2] not in line]
    assert "\n".join(shown) == tekst(expected)


def test_broken_page_brings_no_other_findings(boom):
    """Everything that points at a page that cannot be read stays silent: it does exist."""
    body = "## Situatie\n\n[Wet](../regelgeving/wetten/ambtenarenwet-2017.md) en "
    body += '{{ verwijs("ambtenarenwet-2017") }} en {{ artikel("ambtenarenwet-2017", "8") }}.\n'
    body += GEWENST["Situatie"] + "\n\n" + koppen(DILEMMA.koppen[1:])
    project = boom({WET: "kapot", FLES: dilemma(body, regelingen=["ambtenarenwet-2017"])})
    assert project.meldingen() == tekst("""
        regelgeving/wetten/ambtenarenwet-2017.md:1: er is geen kop (front matter)
            Begin het bestand met een kop tussen twee regels `---`, zoals:
            ---
            titel: "…"
            ---
    """)


def test_broken_role_is_not_reported_on_every_page(boom):
    project = boom({"docs/rollen/hrm.md": rol(kleur="rood")})
    assert [line.split(":")[0] for line in project.meldingen().split("\n") if line[0] != " "] == [
        "docs/rollen/hrm.md"
    ]


def test_relations_show_on_both_ends(boom):
    graph = boom().check().corpus.graph
    norm, fles = graph.documents["relatiegeschenken"], graph.documents["fles-wijn"]
    assert [v.document.id for v in graph.related(norm, DILEMMA)] == ["fles-wijn"]
    assert [v.document.id for v in graph.related(fles, norm.soort)] == ["relatiegeschenken"]


def test_of_many_pages_the_three_nearest_are_named(boom):
    roles = {
        f"docs/rollen/{name}.md": rol(titel=name)
        for name in "arts bode griffier raad wethouder".split()
    }
    tree = {**roles, "docs/over.md": pagina(titel="Over", rollen="\n  - xgriffe", eigenaar="hrm")}
    assert "Bedoelde je `griffier`?" in boom(tree).fouten()
    tree["docs/over.md"] = pagina(titel="Over", rollen="\n  - wrd")
    assert boom(tree).fouten() == tekst("""
        docs/over.md:8: `rollen` verwijst naar `wrd`, maar die pagina bestaat niet
            Dichtbij staan: raad, wethouder, hrm.
    """)
