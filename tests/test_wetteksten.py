"""Official texts: a citation needs words, and nobody changes the words by hand."""

from __future__ import annotations

import json

import pytest

from tests.boom import basisnorm, pagina, passage, regeling, tekst, wettekst
from tests.gemeente import content
from wijzer.model.kinds import REGELING
from wijzer.recht.lines import dump, load

WET = "regelgeving/wetten/ambtenarenwet-2017.md"
TEKST = "regelgeving/teksten/ambtenarenwet-2017.json"
ACHT = (
    passage("8", "1", "aanhef", "Het is de ambtenaar niet toegestaan:"),
    passage("8", "1", "a", "nevenwerkzaamheden te verrichten;"),
    passage("8", "1", "b", "deel te nemen aan aannemingen."),
    passage("8", "2", "", "De ambtenaar doet opgave."),
)
ZONDER_TITEL = regeling(titel="Ambtenarenwet 2017", officiele_titel=None)


def met_tekst(*passages, page=ZONDER_TITEL, **fields):
    return {WET: page, TEKST: wettekst(*(passages or ACHT), **fields)}


def aangehaald(**place):
    """A page that cites a place of article 8 in its text."""
    options = "".join(f', {key}="{value}"' for key, value in place.items())
    return pagina(f'Zie {{{{ artikel("ambtenarenwet-2017", "8"{options}) }}}}.\n', titel="Over")


def test_a_project_without_texts_has_no_findings(boom):
    assert boom().meldingen() == ""


def test_a_citation_with_words_is_right(boom):
    for place in ({}, {"lid": "1"}, {"lid": "1", "onderdeel": "b"}, {"onderdeel": "a"}):
        project = boom({**met_tekst(), "docs/over.md": aangehaald(**place)})
        assert project.meldingen() == ""


@pytest.mark.parametrize(
    ("place", "where", "there"),
    [
        (
            {"lid": "3", "onderdeel": "e"},
            "artikel 8, derde lid, aanhef en onder e, van de Ambtenarenwet 2017",
            "Artikel 8 heeft lid 1 en lid 2; een lid 3 onder e is er niet.",
        ),
        (
            {"lid": "3"},
            "artikel 8, derde lid, van de Ambtenarenwet 2017",
            "Artikel 8 heeft lid 1 en lid 2; een lid 3 is er niet.",
        ),
        (
            {"lid": "1", "onderdeel": "q"},
            "artikel 8, eerste lid, aanhef en onder q, van de Ambtenarenwet 2017",
            "Artikel 8, lid 1, heeft onderdeel a en onderdeel b; een onderdeel q is er niet.",
        ),
        (
            {"lid": "2", "onderdeel": "a"},
            "artikel 8, tweede lid, aanhef en onder a, van de Ambtenarenwet 2017",
            "Artikel 8, lid 2, heeft geen onderdelen; een onderdeel a is er niet.",
        ),
    ],
)
def test_a_citation_in_a_page_without_words_says_what_is_there(boom, place, where, there):
    project = boom({**met_tekst(), "docs/over.md": aangehaald(**place)})
    assert project.meldingen() == tekst(f"""
        docs/over.md:8: {where} staat niet in de officiële tekst van 2025-07-01
            {there} Dichtbij staan: artikel 8 (geen geschenken).
        """)


def test_of_a_text_that_is_not_complete_only_what_we_have_is_known(boom):
    project = boom({**met_tekst(volledig=False), "docs/over.md": aangehaald(lid="3")})
    assert "Artikel 8 heeft in de tekst die wij hebben lid 1 en lid 2; een lid 3 is er niet." in (
        project.meldingen()
    )


def test_the_register_lists_only_what_has_words(boom):
    page = regeling(
        titel="Ambtenarenwet 2017",
        officiele_titel=None,
        artikelen=['nummer: "8"\nlid: "3"\nonderdeel: e\nonderwerp: geen geschenken'],
    )
    assert boom(met_tekst(page=page)).meldingen() == tekst("""
        regelgeving/wetten/ambtenarenwet-2017.md:17: artikel 8, derde lid, aanhef en onder e, van de Ambtenarenwet 2017 staat niet in de officiële tekst van 2025-07-01
            Artikel 8 heeft lid 1 en lid 2; een lid 3 onder e is er niet.
        """)


def test_the_legal_basis_of_a_norm_needs_words(boom):
    basis = ['regeling: ambtenarenwet-2017\nartikel: "9"']
    norm = basisnorm(titel="Relatiegeschenken", wettelijke_basis=basis)
    project = boom({**met_tekst(), "regelgeving/basisnormen/relatiegeschenken.md": norm})
    assert project.meldingen() == tekst("""
        regelgeving/basisnormen/relatiegeschenken.md:13: artikel 9 van de Ambtenarenwet 2017 bestaat niet
            Dichtbij staan: artikel 8 (geen geschenken).
        """)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"volledig": True}, "artikel 99 van de Ambtenarenwet 2017 bestaat niet"),
        (
            {"laatste_artikel": "18"},
            "artikel 99 van de Ambtenarenwet 2017 bestaat niet: het laatste artikel is 18",
        ),
        (
            {"zonder_tekst": ("99",)},
            "artikel 99 van de Ambtenarenwet 2017 heeft geen geldende tekst",
        ),
        (
            {"volledig": False},
            "artikel 99 van de Ambtenarenwet 2017 staat niet in de officiële tekst van 2025-07-01",
        ),
    ],
)
def test_an_article_that_does_not_exist_is_named_as_such(boom, fields, text):
    over = pagina('Zie {{ artikel("ambtenarenwet-2017", "99") }}.\n', titel="Over")
    assert boom({**met_tekst(**fields), "docs/over.md": over}).check().errors[0].tekst == text


def test_a_text_that_was_changed_by_hand_is_found_with_its_line(boom):
    written = wettekst(*ACHT)
    line = next(i for i, row in enumerate(written.split("\n"), 1) if "opgave" in row)
    for changed, at in (
        (written.replace("De ambtenaar doet opgave.", "De ambtenaar hoeft niets."), line),
        (written.replace('"versie": "2025-07-01"', '"versie": "2025-07-02"'), 1),
        (written.replace('"volledig": true', '"volledig": false'), 1),
        (written.replace('"artikel": "8", "lid": "2"', '"artikel": "8", "lid": "3"'), 1),
        (written + "\n", 1),
    ):
        assert changed != written
        project = boom({WET: ZONDER_TITEL, TEKST: changed})
        assert project.meldingen() == tekst(f"""
            regelgeving/teksten/ambtenarenwet-2017.json:{at}: dit bestand is met de hand veranderd
                Haal het opnieuw op met: python3 scripts/wijzer.py recht ophalen ambtenarenwet-2017
            """)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"passages": 3}', b"\xff", b"[" * 9000])
def test_a_text_that_is_no_text_is_one_finding(boom, content):
    project = boom({WET: regeling(titel="Ambtenarenwet 2017"), TEKST: content})
    assert project.meldingen() == tekst("""
        regelgeving/teksten/ambtenarenwet-2017.json:1: dit bestand is niet te lezen
            Haal het opnieuw op met: python3 scripts/wijzer.py recht ophalen ambtenarenwet-2017
        """)


def test_what_the_text_says_itself_does_not_stand_on_the_page(boom):
    page = regeling(titel="Ambtenarenwet 2017", tekst_ontbreekt="Geen tijd.")
    assert boom(met_tekst(page=page)).meldingen() == tekst("""
        regelgeving/wetten/ambtenarenwet-2017.md:11: de officiële titel staat al in regelgeving/teksten/ambtenarenwet-2017.json
            Haal deze regel weg.
        regelgeving/wetten/ambtenarenwet-2017.md:20: de officiële tekst ontbreekt niet: die staat in regelgeving/teksten/ambtenarenwet-2017.json
            Haal deze regel weg.
        """)


def test_without_a_text_the_page_gives_the_official_title(boom):
    assert boom({WET: ZONDER_TITEL}).meldingen() == tekst("""
        regelgeving/wetten/ambtenarenwet-2017.md:1: de sleutel `officiele_titel` ontbreekt
            Voeg toe:
            officiele_titel: Ambtenarenwet 2017
        """)


def test_a_law_that_we_cite_needs_a_text_or_a_reason(boom):
    tree = {
        "regelgeving/teksten/woo.json": wettekst(*ACHT, nummer="BWBR0045754"),
        "regelgeving/wetten/woo.md": regeling(
            titel="Wet open overheid",
            officiele_titel=None,
            bron={"bwb": "BWBR0045754"},
            artikelen=None,
        ),
    }
    project = boom(tree)
    assert project.meldingen() == tekst("""
        regelgeving/wetten/ambtenarenwet-2017.md:17: wij halen artikelen aan, maar de tekst (regelgeving/teksten/ambtenarenwet-2017.json) is er niet
            Haal de tekst op met: python3 scripts/wijzer.py recht ophalen ambtenarenwet-2017
            Kan dat niet? Schrijf dan bij `tekst_ontbreekt` waarom.
        """)
    project.write(WET, regeling(titel="Ambtenarenwet 2017", tekst_ontbreekt="Nog niet gezocht."))
    assert project.meldingen() == ""
    lokaal = regeling(titel="Ambtenarenwet 2017", bron={"cvdr": "CVDR696775"})
    project.write(WET, lokaal)
    assert project.meldingen() == ""


def test_a_text_belongs_to_the_page_of_its_name(boom):
    tree = met_tekst(nummer="BWBR0005416")
    tree["regelgeving/teksten/niets.json"] = wettekst(*ACHT)
    assert boom(tree).meldingen() == tekst("""
        regelgeving/teksten/niets.json:1: er is geen wet of regel `niets`
            Haal dit bestand weg, of zet de pagina terug in regelgeving/.
        regelgeving/wetten/ambtenarenwet-2017.md:9: de tekst in regelgeving/teksten/ambtenarenwet-2017.json is van BWBR0005416, niet van BWBR0001947
            Verbeter `bron`, of draai: python3 scripts/wijzer.py recht ophalen ambtenarenwet-2017
        """)


def test_only_texts_stand_in_their_folder(boom):
    tree = {**met_tekst(), "regelgeving/teksten/lees.txt": "", "regelgeving/teksten/a.md": ""}
    assert boom(tree).meldingen() == tekst("""
        regelgeving/teksten/a.md:1: dit bestand hoort niet in deze map
            In deze map staan alleen wetteksten die het programma zelf ophaalt (.json).
        regelgeving/teksten/lees.txt:1: dit bestand hoort niet in deze map
            In deze map staan alleen wetteksten die het programma zelf ophaalt (.json).
        """)


def test_the_file_has_one_passage_a_line_and_is_read_back_as_it_was():
    written = wettekst(*ACHT, passage("9", "", "begrip: «é\n1.10»", "no: 1.10 – “é”"))
    assert sum('"tekst"' in row for row in written.split("\n")) == 5
    assert len(json.loads(written)["passages"]) == 5
    assert dump(load(written)) == written


def test_a_list_inside_a_sentence_counts_as_its_parts(boom):
    inside = passage("8", "1", "", "Gestraft wordt: 1°. die vraagt; 2°. die aanneemt.")
    tree = {**met_tekst(inside), "docs/over.md": aangehaald(lid="1", onderdeel="2")}
    assert boom(tree).meldingen() == ""
    tree["docs/over.md"] = aangehaald(lid="1", onderdeel="3")
    assert len(boom(tree).check().errors) == 1


@pytest.mark.inhoud
def test_every_law_of_the_project_that_is_cited_has_its_words():
    """The check is silent without the folder; this says that the project does keep it."""
    corpus = content()
    laws = [d for d in corpus.graph.of_kind(REGELING) if d.model.bron.bwb and d.model.artikelen]
    assert corpus.teksten.aanwezig
    assert [d.id for d in laws if d.tekst is None] == []


def test_half_a_character_in_a_text_is_a_finding(boom):
    tree = met_tekst()
    tree[TEKST] = tree[TEKST].replace("De ambtenaar doet opgave.", "\\ud800")
    assert boom(tree).fouten().startswith(f"{TEKST}:1: dit bestand is niet te lezen")


def test_a_sign_that_nobody_sees_in_a_text_is_a_finding(boom):
    found = boom(met_tekst(passage("8", "1", "", "Een \u202etekst."))).fouten()
    assert found.startswith(f"{TEKST}:1: een onzichtbaar teken: U+202E RIGHT-TO-LEFT OVERRIDE")
