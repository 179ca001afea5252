"""Reading the official files: every shape that they come in."""

from __future__ import annotations

import datetime
import re
from textwrap import dedent

import pytest
from bs4 import BeautifulSoup

from tests.recht_bron import DATA, WOO, WOO_MANIFEST, WOO_WTI, WOO_XML
from wijzer.recht.body import Inhoud
from wijzer.recht.cvdr import read_cvdr
from wijzer.recht.manifest import read_manifest
from wijzer.recht.toestand import read_toestand
from wijzer.recht.wti import read_wti
from wijzer.recht.xml import BrokenXmlError

DAG = datetime.date(2022, 6, 1)


def gelezen(body: str, bwb: str = "BWBR0000001") -> dict[tuple[str, str, str], str]:
    """Read a law with this text; return the words by place."""
    return {p.sleutel: p.tekst for p in inhoud_van(body, bwb).passages}


def inhoud_van(body: str, bwb: str = "BWBR0000001") -> Inhoud:
    xml = (
        f'<toestand bwb-id="{bwb}" inwerkingtreding="2022-05-01"><wetgeving>'
        f"<citeertitel>Proefwet</citeertitel>{dedent(body)}</wetgeving></toestand>"
    )
    return read_toestand(xml.encode(), bwb).inhoud


def wet(body: str) -> dict[tuple[str, str, str], str]:
    return gelezen(f"<wet-besluit><wettekst>{body}</wettekst></wet-besluit>")


# -- the Woo, whole ------------------------------------------------------------------------------


def test_every_article_of_the_woo_is_there_counted_in_another_way():
    inhoud = read_toestand(WOO_XML, WOO).inhoud
    numbers = re.findall(r'<artikel [^>]*label="Artikel ([^"]+)"', WOO_XML.decode())
    with_words = {p.artikel for p in inhoud.passages} - {"bijlage"}
    assert len(numbers) == 112
    assert with_words | set(inhoud.zonder_tekst) == set(numbers)
    assert not with_words & set(inhoud.zonder_tekst)
    assert inhoud.laatste_artikel == numbers[-1] == "10.4"


@pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")
def test_every_word_of_the_woo_is_there_read_in_another_way():
    """BeautifulSoup reads the same file as a web page; what we leave out is taken out there."""
    soup = BeautifulSoup(WOO_XML.decode(), "html.parser")
    for part in soup.select("kop, meta-data, redactie, lidnr, li\\.nr"):
        part.decompose()
    texts = read_toestand(WOO_XML, WOO).inhoud
    for element in soup.select("artikel"):
        number = str(element["label"]).removeprefix("Artikel ")
        words = [
            f"{p.onderdeel.removeprefix('begrip: ')}: {p.tekst}"
            if "begrip" in p.onderdeel
            else p.tekst
            for p in texts.passages
            if p.artikel == number
        ]
        assert "".join(" ".join(words).split()) == "".join(element.get_text().split()), number


def test_a_lid_and_a_part_of_the_woo_stand_where_they_should():
    inhoud = read_toestand(WOO_XML, WOO).inhoud
    by_key = {p.sleutel: p for p in inhoud.passages}
    assert by_key["5.1", "1", "a"].tekst == "de eenheid van de Kroon in gevaar zou kunnen brengen;"
    assert by_key["5.1", "1", "aanhef"].tekst.endswith("blijft achterwege voor zover dit:")
    assert by_key["2.1", "", "begrip: Onze Minister"].tekst == (
        "Onze Minister van Binnenlandse Zaken en Koninkrijksrelaties;"
    )
    assert ("3.3", "1", "") not in by_key, "a lid that is not in force has no words"
    assert by_key["5.1", "1", "a"].geldig_vanaf == datetime.date(2022, 5, 1)
    assert by_key["5.1", "1", "a"].stam == "16114923"


# -- shapes --------------------------------------------------------------------------------------


def test_articles_are_found_in_books_chapters_sections_and_annexes():
    article = "<artikel><kop><nr>{}</nr></kop><al>Woorden.</al></artikel>"
    text = "".join(
        [
            article.format("1"),
            f"<boek><kop><nr>2</nr></kop><titeldeel>{article.format('2:1')}</titeldeel></boek>",
            f"<hoofdstuk><afdeling><paragraaf><sub-paragraaf>{article.format('3a')}"
            "</sub-paragraaf></paragraaf></afdeling></hoofdstuk>",
        ]
    )
    annex = (
        f"<bijlage><kop><label>Bijlage</label><nr>II</nr></kop>{article.format('1')}"
        "<al>Los.</al></bijlage>"
    )
    body = f"<wet-besluit><wettekst>{text}</wettekst>{annex}</wet-besluit>"
    assert list(gelezen(body)) == [
        ("1", "", ""),
        ("2:1", "", ""),
        ("3a", "", ""),
        ("bijlage II", "", ""),
        ("bijlage II artikel 1", "", ""),
    ]
    assert inhoud_van(body).laatste_artikel == "3a", "een bijlage telt niet mee"


def test_lists_nest_three_deep_with_words_before_and_after():
    found = wet("""
        <artikel><kop><nr>1</nr></kop><lid><lidnr>1</lidnr><al>Er is:</al><lijst>
          <li><li.nr>a.</li.nr><al>een huis met</al><lijst>
            <li><li.nr>1°.</li.nr><al>een deur, met</al><lijst>
              <li><li.nr>i.</li.nr><al>een klink</al></li>
              <li><li.nr>ii.</li.nr><al>een slot;</al></li></lijst></li>
            <li><li.nr>2°.</li.nr><al>een raam;</al></li></lijst><al>dat open kan.</al></li>
          <li><li.nr>b)</li.nr><al>een tuin.</al></li></lijst><al>Dat is alles.</al></lid></artikel>
    """)
    assert found == {
        ("1", "1", "aanhef"): "Er is:",
        ("1", "1", "a"): "een huis met",
        ("1", "1", "a.1"): "een deur, met",
        ("1", "1", "a.1.i"): "een klink",
        ("1", "1", "a.1.ii"): "een slot;",
        ("1", "1", "a.2"): "een raam;",
        ("1", "1", "a.slot"): "dat open kan.",
        ("1", "1", "b"): "een tuin.",
        ("1", "1", "slot"): "Dat is alles.",
    }


def test_what_lapsed_or_does_not_apply_yet_has_no_words():
    xml = """
        <toestand bwb-id="BWBR0000001" inwerkingtreding="2022-05-01"><wetgeving><wet-besluit>
        <wettekst><artikel status="vervallen"><kop><nr>1</nr></kop><al>Vervallen</al></artikel>
        <artikel><kop><nr>2</nr></kop><al>[Vervallen]</al></artikel>
        <artikel><kop><nr>3</nr></kop><al><redactie>Vervallen.</redactie></al></artikel>
        <artikel><kop><nr>4</nr></kop></artikel>
        <artikel><kop><nr>5</nr></kop><al>De vergunning is vervallen.</al></artikel>
        </wettekst></wet-besluit></wetgeving></toestand>"""
    inhoud = read_toestand(xml.encode(), "BWBR0000001").inhoud
    assert inhoud.zonder_tekst == ("1", "2", "3", "4")
    assert [p.tekst for p in inhoud.passages] == ["De vergunning is vervallen."]


def test_a_lid_without_a_number_counts_by_its_place():
    found = wet(
        "<artikel><kop><nr>7</nr></kop><lid><al>Een.</al></lid><lid><al>Twee.</al></lid></artikel>"
    )
    assert found == {("7", "1", ""): "Een.", ("7", "2", ""): "Twee."}


def test_definitions_without_letters_are_named_by_their_word():
    found = wet("""
        <artikel><kop><nr>1</nr></kop><al>Wij verstaan onder:</al><lijst type="ongemarkeerd">
        <li><al><nadruk>melder:</nadruk> iemand die meldt;</al></li>
        <li><al>huis: een gebouw met</al><lijst><li><li.nr>a.</li.nr><al>een dak;</al></li></lijst>
        </li></lijst></artikel>""")
    assert found == {
        ("1", "", "aanhef"): "Wij verstaan onder:",
        ("1", "", "begrip: melder"): "iemand die meldt;",
        ("1", "", "begrip: huis"): "een gebouw met",
        ("1", "", "begrip: huis.a"): "een dak;",
    }


def test_a_definition_that_only_heads_a_list_keeps_its_word():
    found = wet("""
        <artikel><kop><nr>1</nr></kop><lijst type="ongemarkeerd"><li><al>Gemeentewet:</al><lijst>
        <li><li.nr>a.</li.nr><al>artikel 2;</al></li></lijst></li></lijst></artikel>""")
    assert found == {
        ("1", "", "begrip: Gemeentewet"): "Gemeentewet:",
        ("1", "", "begrip: Gemeentewet.a"): "artikel 2;",
    }


def test_bullets_count_by_their_place_and_a_sentence_with_a_colon_is_no_definition():
    found = wet("""
        <artikel><kop><nr>1</nr></kop><lijst><li><li.nr>–</li.nr><al>Let op: dit telt.</al></li>
        <li nr="•"><al>En dit.</al></li></lijst></artikel>""")
    assert list(found) == [("1", "", "streepje 1"), ("1", "", "streepje 2")]


def test_two_lists_with_the_same_letters_stay_apart():
    lijst = "<lijst><li><li.nr>a.</li.nr><al>{}</al></li></lijst>"
    one, two = lijst.format("een"), lijst.format("twee")
    found = wet(f"<artikel><kop><nr>1</nr></kop>{one}<al>en</al>{two}</artikel>")
    assert found == {
        ("1", "", "a"): "een",
        ("1", "", "slot"): "en",
        ("1", "", "a (2)"): "twee",
    }


def test_a_circular_is_read_by_the_numbers_of_its_parts():
    found = gelezen("""
        <circulaire><circulaire.aanhef><al>Aan allen.</al></circulaire.aanhef><circulaire-tekst>
        <circulaire.divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop><tekst><al>Begin.</al>
        </tekst><circulaire.divisie><kop><nr>1.1</nr></kop><tekst><al>Verder.</al></tekst>
        </circulaire.divisie></circulaire.divisie></circulaire-tekst></circulaire>""")
    assert found == {("1", "", ""): "Begin.", ("1.1", "", ""): "Verder."}


def test_a_small_regulation_with_a_list_in_two_columns():
    xml = (DATA / "bwb-toestand-klein.xml").read_bytes()
    toestand = read_toestand(xml, "BWBR0003984")
    assert (
        toestand.citeertitel
        == "Vaststelling nummers kandidatenlijsten centrales van overheidspersoneel"
    )
    assert [(p.artikel, p.onderdeel) for p in toestand.inhoud.passages] == [
        ("1", "aanhef"), ("1", "a"), ("1", "b"), ("1", "c"), ("1", "d"), ("2", ""), ("3", ""),
    ]  # fmt: skip
    assert toestand.inhoud.passages[3].tekst == "het Ambtenarencentrum: nummer 3"


def test_the_words_of_references_and_tables_stay_and_notes_go():
    found = wet("""
        <artikel><kop><nr>1</nr></kop><al>Zie <extref doc="x">artikel 2</extref>, lid<sup>1</sup>
        <noot><noot.nr>1</noot.nr><al>Een noot.</al></noot>.</al><table><tgroup><tbody>
        <row><entry><al>een</al></entry><entry><al>twee</al></entry></row>
        <row><entry><al>drie</al></entry><entry/></row></tbody></tgroup></table></artikel>""")
    assert found == {("1", "", ""): "Zie artikel 2, lid1 . een | twee / drie"}


# -- versions, titles, local rules ---------------------------------------------------------------


def test_the_version_of_a_day_and_the_next_one():
    manifest = read_manifest(WOO_MANIFEST, WOO)
    assert [v.label for v in manifest.versies] == [
        "2022-05-01_0", "2022-08-01_0", "2023-02-18_0", "2023-04-01_0",
    ]  # fmt: skip
    for day, now, after in (
        ("2022-04-30", None, "2022-05-01_0"),
        ("2022-05-01", "2022-05-01_0", "2022-08-01_0"),
        ("2022-07-31", "2022-05-01_0", "2022-08-01_0"),
        ("2022-08-01", "2022-08-01_0", "2023-02-18_0"),
        ("2026-11-23", "2023-04-01_0", None),
    ):
        date = datetime.date.fromisoformat(day)
        found, coming = manifest.op(date), manifest.na(date)
        assert (found and found.label, coming and coming.label) == (now, after)
    assert manifest.versies[0].grootte == len(WOO_XML)


def test_of_two_files_for_one_day_the_last_one_counts():
    text = WOO_MANIFEST.decode().replace("2022-08-01_0", "2022-05-01_1")
    text = text.replace("<datum_inwerkingtreding>2022-08-01", "<datum_inwerkingtreding>2022-05-01")
    found = read_manifest(text.encode(), WOO).op(datetime.date(2022, 6, 1))
    assert found is not None
    assert found.label == "2022-05-01_1"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('label="2022-05-01_0"', 'label="../../etc"', "een vreemde naam: `../../etc/"),
        ("BWBR0045754_2022-05-01_0.xml", "/etc/passwd", "een vreemde naam: `2022-05-01_0//etc"),
        ("7aa45d39", "ZZZZZZZZ", "de grootte of de hash van versie 2022-05-01_0 is niet te lezen"),
        ("<size>465371", "<size>veel", "de grootte of de hash van versie 2022-05-01_0"),
        ("<einddatum>2022-07-31", "<einddatum>31 juli", "`31 juli` in de lijst met versies"),
        ('work xmlns:xsi', 'werk xmlns:xsi', "het bestand is geen goede XML"),
        ('label="BWBR0045754"', 'label="BWBR0001947"', "niet van BWBR0045754 maar van BWBR0001947"),
    ],
)  # fmt: skip
def test_a_manifest_with_something_strange_is_refused(old, new, message):
    with pytest.raises(BrokenXmlError, match=re.escape(message)):
        read_manifest(WOO_MANIFEST.decode().replace(old, new).encode(), WOO)


def test_titles_kind_and_abbreviations_of_a_law():
    found = read_wti(WOO_WTI, WOO, DAG)
    assert (found.citeertitel, found.soort, found.afkortingen) == (
        "Wet open overheid", "wet", ("Woo",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("file", "number", "titel", "maker", "tot", "passages"),
    [
        (1, "CVDR112779", "Lijst van binnengemeentelijke afnemers", "Spijkenisse", "2012-04-25", 1),
        (2, None, "Beleidsregels verkeersveiligheid en parkeren", "Kampen", None, 5),
        (3, None, "Beleidsregel Wet Bibob voor omgevingsvergunning", "Someren", None, 33),
    ],
)
def test_local_rules_in_their_three_shapes(file, number, titel, maker, tot, passages):
    data = (DATA / f"cvdr-{file}.xml").read_bytes()
    found = re.search(rb"<dcterms:identifier>(?:CVDR)?(\d+)_", data)
    assert found
    regel = read_cvdr(data, number or f"CVDR{found[1].decode()}")
    assert regel.titel.startswith(titel)
    assert (regel.maker, regel.tot and regel.tot.isoformat()) == (maker, tot)
    assert len(regel.inhoud.passages) == passages
    with pytest.raises(BrokenXmlError, match="de tekst is niet van CVDR1 maar van"):
        read_cvdr(data, "CVDR1")


# -- XML that may not be read --------------------------------------------------------------------

BOMB = b"""<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<toestand bwb-id="BWBR0045754">&b;</toestand>"""
OUTSIDE = b"""<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]><toestand>&a;</toestand>"""


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, b'<!DOCTYPE t SYSTEM "http://127.0.0.1/x"><t/>'])
@pytest.mark.parametrize("read", [read_toestand, read_cvdr, read_manifest])
def test_entities_and_definitions_are_refused(read, data):
    with pytest.raises(BrokenXmlError, match="XML die niet mag"):
        read(data, WOO)


@pytest.mark.parametrize("data", [b"", b"<a>", b"\xff\xfe", b"geen xml", WOO_XML[:200_000]])
def test_what_is_no_xml_is_refused(data):
    with pytest.raises(BrokenXmlError, match="geen goede XML"):
        read_toestand(data, WOO)


def test_a_text_of_another_law_or_without_words_is_refused():
    with pytest.raises(BrokenXmlError, match="niet van BWBR0001947 maar van BWBR0045754"):
        read_toestand(WOO_XML, "BWBR0001947")
    empty = b'<toestand bwb-id="BWBR0045754" inwerkingtreding="2022-05-01"><wetgeving/></toestand>'
    with pytest.raises(BrokenXmlError, match="heeft geen tekst"):
        read_toestand(empty, WOO)
