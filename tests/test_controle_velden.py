"""The check of single fields: keys, shapes, closed lists, dates and identifiers."""

from __future__ import annotations

import pytest

from tests.boom import basisnorm, dilemma, pagina, pijler, regeling, tekst

DILEMMA = "dilemmas/fles-wijn.md"
REGELING = "regelgeving/wetten/ambtenarenwet-2017.md"
SLEUTELS = (
    "titel, samenvatting, zoekwoorden, eigenaar, beoordeeld_op, beoordelen_voor, oude_paden, "
    "concept, nummer, thema, doelgroep, kernwaarden, basisnormen, regelingen, rollen"
)
THEMAS = (
    "`geschenken`, `nevenwerkzaamheden`, `belangen`, `informatie`, `omgangsvormen`, "
    "`bedrijfsmiddelen`, `communicatie`, `inkoop`, `druk`, `collega`, `relatie`, `overstap`, "
    "`kwetsbaar` of `bestuur`"
)
BRONNEN = "bwb, cvdr, celex, ecli, publicatie, document, intranet, onbekend"

IN_DILEMMA = {
    "unknown key, nearly right": (
        {"titl": "Fles wijn"},
        """16: de sleutel `titl` is onbekend
               Bedoelde je `titel`?""",
    ),
    "unknown key": (
        {"kleur": "rood"},
        f"""16: de sleutel `kleur` is onbekend
               Deze sleutels mogen hier: {SLEUTELS}.""",
    ),
    "key of a macro plugin": (
        {"render_macros": "true"},
        f"""16: de sleutel `render_macros` is onbekend
               Deze sleutels mogen hier: {SLEUTELS}.""",
    ),
    "missing text": (
        {"titel": None},
        """1: de sleutel `titel` ontbreekt
               Voeg toe: titel: Relatiegeschenken""",
    ),
    "missing list": (
        {"doelgroep": None},
        """1: de sleutel `doelgroep` ontbreekt
               Voeg toe:
               doelgroep:
                 - medewerker""",
    ),
    "empty text": (
        {"titel": ""},
        """2: `titel` is leeg
               Vul een waarde in of haal de regel weg.""",
    ),
    "list for a text": (
        {"titel": ["Fles", "Wijn"]},
        """2: `titel` moet één tekst zijn; er staat een lijst
               Schrijf de tekst achter de dubbele punt, tussen " " als er `: ` in staat.""",
    ),
    "keys for a text": (
        {"titel": {"nl": "Fles"}},
        """2: `titel` moet één tekst zijn; er staat een groep sleutels
               Schrijf de tekst achter de dubbele punt, tussen " " als er `: ` in staat.""",
    ),
    "text for a list": (
        {"kernwaarden": "zorgvuldigheid"},
        """11: `kernwaarden` moet een lijst zijn; er staat `zorgvuldigheid`
               Zet elke waarde op een eigen regel:
               kernwaarden:
                 - zorgvuldigheid""",
    ),
    "keys for a list": (
        {"kernwaarden": {"eerste": "zorgvuldigheid"}},
        """11: `kernwaarden` moet een lijst zijn; er staat iets anders
               Zet elke waarde op een eigen regel:
               kernwaarden:
                 - zorgvuldigheid""",
    ),
    "nothing for a list": (
        {"kernwaarden": ""},
        """11: `kernwaarden` is leeg
               Vul een waarde in of haal de regel weg.""",
    ),
    "too few": (
        {"kernwaarden": "[]"},
        """11: `kernwaarden` heeft er te weinig: 0
               Het minste is 1.""",
    ),
    "only wrong items": (
        {"kernwaarden": ["Zorgvuldig"]},
        """12: `kernwaarden (1e)` is geen goede id: `Zorgvuldig`
               Een id bestaat uit kleine letters, cijfers en streepjes, zoals: eed-of-belofte""",
    ),
    "empty item": (
        {"kernwaarden": ["zorgvuldigheid", ""]},
        """13: `kernwaarden (2e)` is leeg
               Vul een waarde in of haal de regel weg.""",
    ),
    "unknown word, nearly right": (
        {"thema": "geschenkn"},
        """8: `thema` heeft een onbekende waarde: `geschenkn`
               Bedoelde je `geschenken`?""",
    ),
    "unknown word": (
        {"thema": "wijn"},
        f"""8: `thema` heeft een onbekende waarde: `wijn`
               Kies uit: {THEMAS}.""",
    ),
    "no word": (
        {"thema": ""},
        f"""8: `thema` is leeg
               Kies uit: {THEMAS}.""",
    ),
    "list for a word": (
        {"thema": ["geschenken"]},
        f"""8: `thema` moet één woord zijn; er staat een lijst of een groep sleutels
               Kies uit: {THEMAS}.""",
    ),
    "unknown word in a list": (
        {"doelgroep": ["medewerker", "ambtenaar"]},
        """11: `doelgroep (2e)` heeft een onbekende waarde: `ambtenaar`
               Kies uit: `medewerker`, `leidinggevende`, `inhuur` of `bestuurder`.""",
    ),
    "no number": (
        {"nummer": "een"},
        """7: `nummer` is geen nummer: `een`
               Schrijf een heel getal vanaf 1, zoals: 12""",
    ),
    "no whole number": (
        {"nummer": "1.0"},
        """7: `nummer` is geen nummer: `1.0`
               Schrijf een heel getal vanaf 1, zoals: 12""",
    ),
    "number zero": (
        {"nummer": "0"},
        """7: `nummer` is geen nummer: `0`
               Schrijf een heel getal vanaf 1, zoals: 12""",
    ),
    "no date": (
        {"beoordelen_voor": "1 mei 2027"},
        """16: `beoordelen_voor` is geen datum: `1 mei 2027`
               Schrijf een datum als jaar-maand-dag, zoals: 2027-05-01""",
    ),
    "date that does not exist": (
        {"beoordelen_voor": "2027-02-30"},
        """16: `beoordelen_voor` is een datum die niet bestaat: `2027-02-30`
               Kijk op de kalender; een datum is jaar-maand-dag, zoals: 2027-05-01""",
    ),
    "review before the review": (
        {"beoordeeld_op": "2026-05-01", "beoordelen_voor": "2026-04-30"},
        """17: `beoordelen_voor` (2026-04-30) ligt niet na `beoordeeld_op` (2026-05-01)
               Zet bij `beoordelen_voor` een datum na 2026-05-01.""",
    ),
    "no id": (
        {"eigenaar": "Afdeling HRM"},
        """6: `eigenaar` is geen goede id: `Afdeling HRM`
               Een id bestaat uit kleine letters, cijfers en streepjes, zoals: eed-of-belofte""",
    ),
    "summary too long": (
        {"samenvatting": "a" * 161},
        """3: `samenvatting` is te lang: 161 tekens
               Houd één zin over van ten hoogste 160 tekens.""",
    ),
    "summary of two sentences": (
        {"samenvatting": "Een zin. Nog een zin."},
        """3: `samenvatting` bestaat uit meer dan één zin
               Houd één zin over.""",
    ),
    "no yes or no": (
        {"concept": "misschien"},
        """16: `concept` is geen ja of nee: `misschien`
               Schrijf `true` (ja) of `false` (nee).""",
    ),
    "address with a domain": (
        {"oude_paden": ["https://haarlem.nl/wijn"]},
        """17: `oude_paden (1e)` is geen adres op deze site: `https://haarlem.nl/wijn`
               Schrijf het adres zonder domein, met kleine letters, zoals: regels/geschenken""",
    ),
    "address that climbs": (
        {"oude_paden": ["../wijn"]},
        """17: `oude_paden (1e)` is geen adres op deze site: `../wijn`
               Schrijf het adres zonder domein, met kleine letters, zoals: regels/geschenken""",
    ),
}

IN_REGELING = {
    "ends before it begins": (
        {"geldig_vanaf": "2020-01-01", "geldig_tot": "2019-12-31"},
        """20: `geldig_tot` (2019-12-31) ligt niet na `geldig_vanaf` (2020-01-01)
               Zet bij `geldig_tot` een datum na 2020-01-01.""",
    ),
    "unknown kind of rule": (
        {"soort": "wetje"},
        """7: `soort` heeft een onbekende waarde: `wetje`
               Bedoelde je `wet`?""",
    ),
    "two sources": (
        {"bron": {"bwb": "BWBR0001947", "cvdr": "CVDR696775"}},
        f"""9: `bron` moet precies één sleutel hebben; er staat `bwb` en `cvdr`
               Kies uit: {BRONNEN}.""",
    ),
    "source without a key": (
        {"bron": "BWBR0001947"},
        """9: `bron` moet sleutels met waarden hebben; er staat `BWBR0001947`
               Bijvoorbeeld:
               bron:
                 bwb: BWBR0001947""",
    ),
    "unknown source": (
        {"bron": {"wet": "BWBR0001947"}},
        f"""10: de sleutel `bron wet` is onbekend
               Deze sleutels mogen hier: {BRONNEN}.""",
    ),
    "identifier of the wrong shape": (
        {"bron": {"bwb": "BWB1947"}},
        """10: `bron bwb` is geen goede aanduiding: `BWB1947`
               Na BWB hoort een R (regeling) of een V (verdrag). Zo ziet het eruit: BWBR0001947""",
    ),
    "text for an article": (
        {"artikelen": ["artikel 8"]},
        """18: `artikelen (1e)` moet sleutels met waarden hebben; er staat `artikel 8`
               Bijvoorbeeld:
               artikelen:
                 - nummer: "8"
                   onderwerp: geen geschenken zonder toestemming""",
    ),
    "unknown key in an article": (
        {"artikelen": ['nummer: "8"\nonderwerp: geschenken\nlids: "1"']},
        """20: de sleutel `artikelen (1e) lids` is onbekend
               Bedoelde je `lid`?""",
    ),
    "missing key in an article": (
        {"artikelen": ["onderwerp: geschenken"]},
        """18: de sleutel `artikelen (1e) nummer` ontbreekt
               Voeg toe: nummer: "8\"""",
    ),
}


def expected(path, text):
    first, *tips = text.split("\n")
    return "\n".join([f"{path}:{first}", *(f"    {tip[15:]}" for tip in tips)])


@pytest.mark.parametrize(("fields", "text"), IN_DILEMMA.values(), ids=IN_DILEMMA.keys())
def test_in_a_dilemma(boom, fields, text):
    assert boom({DILEMMA: dilemma(**fields)}).meldingen() == expected(DILEMMA, text)


@pytest.mark.parametrize(("fields", "text"), IN_REGELING.values(), ids=IN_REGELING.keys())
def test_in_a_rule(boom, fields, text):
    assert boom({REGELING: regeling(**fields)}).meldingen() == expected(REGELING, text)


def test_number_beyond_the_plan(boom):
    project = boom(
        {
            "docs/pijlers/beschermen.md": pijler(nummer="4"),
            "regelgeving/basisnormen/relatiegeschenken.md": basisnorm(nummer="14"),
        }
    )
    assert project.meldingen() == tekst("""
        docs/pijlers/beschermen.md:7: `nummer` is te hoog: `4`
            Het hoogste nummer is 3.
        regelgeving/basisnormen/relatiegeschenken.md:7: `nummer` is te hoog: `14`
            Het hoogste nummer is 13.
    """)


def test_pillar_with_one_facet(boom):
    page = pijler("## Een\n\nTekst.\n", deelfacetten=["titel: Een\nsamenvatting: Kort."])
    assert boom({"docs/pijlers/beschermen.md": page}).meldingen() == tekst("""
        docs/pijlers/beschermen.md:8: `deelfacetten` heeft er te weinig: 1
            Het minste is 3.
    """)


def test_pillar_with_one_facet_twice(boom):
    facets = [f"titel: {name}\nsamenvatting: Kort." for name in ("Een", "Twee", "Een")]
    page = pijler("## Een\n\nTekst.\n\n## Twee\n\nTekst.\n", deelfacetten=facets)
    assert boom({"docs/pijlers/beschermen.md": page}).meldingen() == tekst("""
        docs/pijlers/beschermen.md:8: twee van de `deelfacetten` heten hetzelfde: `Een`
            Geef elk deelfacet een eigen `titel`.
    """)


def test_abbreviation_that_is_not_spelled_out(boom):
    page = pagina(begrippen=["term: AVG\nuitleg: Een wet.\nafkorting: true"])
    assert boom({"docs/begrippen.md": page}).meldingen() == tekst("""
        docs/begrippen.md:8: `afkorting` en `voluit` horen bij elkaar
            Schrijf bij een afkorting `afkorting: true` en `voluit: …`.
    """)


def test_dutch_yes_and_no(boom):
    project = boom({"docs/plan.md": pagina(concept="ja"), "docs/af.md": pagina(concept="nee")})
    documents = project.check().corpus.graph.documents
    assert (documents["plan"].model.concept, documents["af"].model.concept) == (True, False)


@pytest.mark.parametrize(
    "nummer", ["3.10", "1:20", "nee", "0x1F", "2:4", "1e3", "044", "null", "~", "1_000", "no"]
)
def test_values_stay_text(boom, nummer):
    project = boom({REGELING: regeling(aliassen=[nummer])})
    assert project.meldingen() == ""
    model = project.check().corpus.graph.documents["ambtenarenwet-2017"].model
    assert model.aliassen == (nummer,)


@pytest.mark.parametrize("nummer", ["3.10", "1:20", "2:4", "044", "17da"])
def test_article_numbers_stay_text(boom, nummer):
    article = f"nummer: {nummer}\nonderwerp: geen geschenken"
    project = boom({REGELING: regeling(artikelen=[article])})
    assert project.meldingen() == ""
    model = project.check().corpus.graph.documents["ambtenarenwet-2017"].model
    assert model.artikelen[0].nummer == nummer


def test_everything_at_once(boom):
    page = dilemma(titel=None, thema="wijn", kleur="rood", beoordelen_voor="2027-02-30")
    assert [line for line in boom({DILEMMA: page}).meldingen().split("\n") if line[0] != " "] == [
        f"{DILEMMA}:1: de sleutel `titel` ontbreekt",
        f"{DILEMMA}:7: `thema` heeft een onbekende waarde: `wijn`",
        f"{DILEMMA}:15: de sleutel `kleur` is onbekend",
        f"{DILEMMA}:16: `beoordelen_voor` is een datum die niet bestaat: `2027-02-30`",
    ]
