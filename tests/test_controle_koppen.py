"""The check of headings: all of them, once, filled and in order."""

from __future__ import annotations

import pytest

from tests.boom import GEWENST, dilemma, koppen, pagina, pijler, tekst
from wijzer.load.markdown.body import Body
from wijzer.model.kinds import DILEMMA

FLES = "dilemmas/fles-wijn.md"
ORDE = f"De koppen zijn, in deze volgorde: {', '.join(DILEMMA.koppen)}."
SITUATIE, VRAAG, BESPREEK, *REST = DILEMMA.koppen


def page(*names, **texts):
    return dilemma(koppen(names, **texts))


CASES = {
    "missing": (
        page(SITUATIE, BESPREEK, *REST),
        f"""
        dilemmas/fles-wijn.md:17: de kop `## De vraag` ontbreekt
            {ORDE}
        """,
    ),
    "twice": (
        page(SITUATIE, VRAAG, BESPREEK, VRAAG, *REST),
        """
        dilemmas/fles-wijn.md:31: de kop `## De vraag` staat er twee keer
            Voeg de twee stukken samen.
        """,
    ),
    "empty": (
        page(SITUATIE, VRAAG, BESPREEK, *REST, **{VRAAG: "   "}),
        """
        dilemmas/fles-wijn.md:21: onder de kop `## De vraag` staat niets
            Schrijf hier de tekst van dit onderdeel.
        """,
    ),
    "not yet written": (
        page(SITUATIE, VRAAG, BESPREEK, *REST, **{VRAAG: "…"}),
        """
        dilemmas/fles-wijn.md:21: onder de kop `## De vraag` staat nog alleen `…`
            Schrijf hier de tekst van dit onderdeel.
        """,
    ),
    "wrong order": (
        page(VRAAG, SITUATIE, BESPREEK, *REST),
        f"""
        dilemmas/fles-wijn.md:17: de koppen staan niet in de goede volgorde
            {ORDE}
        """,
    ),
    "unknown, nearly right": (
        page(SITUATIE, "De vragen", BESPREEK, *REST),
        f"""
        dilemmas/fles-wijn.md:17: de kop `## De vraag` ontbreekt
            {ORDE}
        dilemmas/fles-wijn.md:21: onbekende kop: `## De vragen`
            Bedoelde je `De vraag`?
        """,
    ),
    "unknown": (
        page(*DILEMMA.koppen, "Nawoord"),
        f"""
        dilemmas/fles-wijn.md:46: onbekende kop: `## Nawoord`
            {ORDE}
        """,
    ),
    "level one": (
        dilemma("# Fles wijn\n\n" + koppen(DILEMMA.koppen)),
        """
        dilemmas/fles-wijn.md:17: een kop van niveau 1: `# Fles wijn`
            De titel komt uit de kop van het bestand. Begin met `## `.
        """,
    ),
    "underlined": (
        dilemma(koppen(DILEMMA.koppen) + "\nLet op\n---\n\nEen tekst.\n"),
        f"""
        dilemmas/fles-wijn.md:46: onbekende kop: `## Let op`
            {ORDE}
        """,
    ),
    "deeper headings are free": (
        page(*DILEMMA.koppen, **{SITUATIE: f"### Eerst\n\n{GEWENST[SITUATIE]}"}),
        "",
    ),
    "headings in code are text": (
        page(*DILEMMA.koppen, **{SITUATIE: f"```\n## Geen kop\n```\n\n{GEWENST[SITUATIE]}"}),
        "",
    ),
    "a rule under a blank line is no heading": (
        page(*DILEMMA.koppen, **{SITUATIE: f"Tekst.\n\n---\n\n{GEWENST[SITUATIE]}"}),
        "",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_finding(boom, text, expected):
    assert boom({FLES: text}).meldingen() == tekst(expected)


def test_pillar_has_its_facets_as_headings(boom):
    project = boom({"docs/pijlers/beschermen.md": pijler(koppen(["Een", "Drie", "Twee"]))})
    assert project.meldingen() == tekst("""
        docs/pijlers/beschermen.md:20: de koppen staan niet in de goede volgorde
            De koppen zijn, in deze volgorde: Een, Twee, Drie.
    """)


def test_free_page_has_free_headings(boom):
    assert boom({"docs/vragen.md": pagina("## Wat je wilt\n\nTekst.\n")}).meldingen() == ""


def anchors(text, title=""):
    return [h.anchor for h in Body(text, 1, title).headings]


def test_anchors_are_those_of_the_site():
    text = "## Kop\n\n## Kop\n\n## Één & twee\n\n## Met {#eigen}\n\n##Zonder spatie ##\n"
    assert anchors(text) == ["kop", "kop_1", "een-twee", "eigen", "zonder-spatie"]


def test_title_of_the_page_takes_its_anchor():
    assert anchors("## Leren\n", title="Leren") == ["leren_1"]
