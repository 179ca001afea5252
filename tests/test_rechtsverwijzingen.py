"""Legal references: parse, normalise, print and link, and back again."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.legal.errors import MalformedReferenceError
from wijzer.legal.identifiers import KINDS, Bwb, Celex, Cvdr, Ecli, Identifier, Publicatie
from wijzer.legal.jci import Jci
from wijzer.legal.place import GEHEEL, Sleutel, Vindplaats, sort_key
from wijzer.legal.prose import Citaat, article_of
from wijzer.legal.urls import Adres, is_legal, parse_url, url_of

DAG = datetime.date(2025, 7, 1)
AW = Bwb("BWBR0001947")
GESCHENKEN = Vindplaats.of("8", "1", "e")


@pytest.mark.parametrize(
    ("geschreven", "soort", "normaal"),
    [
        ("BWBR0001947", Bwb, "BWBR0001947"),
        (" bwbv0001000 ", Bwb, "BWBV0001000"),
        ("CVDR696775", Cvdr, "CVDR696775"),
        ("cvdr696775_1", Cvdr, "CVDR696775/1"),
        ("CVDR696775/12", Cvdr, "CVDR696775/12"),
        ("32016R0679", Celex, "32016R0679"),
        ("CELEX:32019l1937", Celex, "32019L1937"),
        ("eli/reg/2016/679/oj", Celex, "32016R0679"),
        ("http://data.europa.eu/eli/dir/2016/2102/oj/nld", Celex, "32016L2102"),
        ("ecli:nl:hr:1977:ac1784", Ecli, "ECLI:NL:HR:1977:AC1784"),
        ("GMB-2023-237726", Publicatie, "gmb-2023-237726"),
        ("stb-2019-173", Publicatie, "stb-2019-173"),
        ("stcrt-2019-71141", Publicatie, "stcrt-2019-71141"),
        ("kst-35968", Publicatie, "kst-35968"),
        ("kst-35000-vii-2", Publicatie, "kst-35000-VII-2"),
    ],
)
def test_an_identifier_is_read_in_every_spelling_and_kept_in_one(
    geschreven: str, soort: type[Identifier], normaal: str
) -> None:
    gelezen = soort.parse(geschreven)
    assert str(gelezen) == normaal
    assert soort.parse(str(gelezen)) == gelezen


@pytest.mark.parametrize(
    ("soort", "fout", "melding"),
    [
        (
            "bwb",
            "BWBR001947",
            "`BWBR001947` is geen BWB-nummer: het heeft 6 cijfers in plaats van 7",
        ),
        (
            "bwb",
            "BWBX0001947",
            "`BWBX0001947` is geen BWB-nummer: na BWB hoort een R (regeling) of een V (verdrag)",
        ),
        ("bwb", "Ambtenarenwet", "`AMBTENARENWET` is geen BWB-nummer"),
        ("cvdr", "CVDR", "`CVDR` is geen CVDR-nummer"),
        ("celex", "2016/679", "`2016/679` is geen CELEX-nummer"),
        (
            "ecli",
            "ECLI:NL:HR:1977",
            "`ECLI:NL:HR:1977` is geen ECLI: het heeft 4 delen in plaats van 5",
        ),
        ("publicatie", "gmb-237726", "`gmb-237726` is geen officiële bekendmaking"),
    ],
)
def test_a_malformed_identifier_says_what_is_wrong_and_shows_a_right_form(
    soort: str, fout: str, melding: str
) -> None:
    with pytest.raises(MalformedReferenceError) as gevangen:
        KINDS[soort].parse(fout)
    assert gevangen.value.text == melding
    assert gevangen.value.tip == f"Zo ziet het eruit: {KINDS[soort].VOORBEELD}"
    KINDS[soort].parse(KINDS[soort].VOORBEELD)


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        AW.waarde = "BWBR0005416"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        GESCHENKEN.delen = ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("url", "verwacht"),
    [
        (url_of(AW), "https://wetten.overheid.nl/BWBR0001947"),
        (
            url_of(AW, Vindplaats.of("8")),
            "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8",
        ),
        (
            url_of(AW, GESCHENKEN, DAG),
            "https://wetten.overheid.nl/jci1.3:c:BWBR0001947"
            "&artikel=8&lid=1&o=e&z=2025-07-01&g=2025-07-01",
        ),
        (url_of(Cvdr("CVDR696775")), "https://lokaleregelgeving.overheid.nl/CVDR696775"),
        (url_of(Cvdr("CVDR696775/1")), "https://lokaleregelgeving.overheid.nl/CVDR696775/1"),
        (url_of(Celex("32016R0679")), "https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
        (
            url_of(Celex("62014CJ0362")),
            "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:62014CJ0362",
        ),
        (
            url_of(Ecli("ECLI:NL:HR:1977:AC1784")),
            "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:1977:AC1784",
        ),
        (
            url_of(Publicatie("gmb-2023-237726")),
            "https://zoek.officielebekendmakingen.nl/gmb-2023-237726.html",
        ),
    ],
)
def test_an_address_is_made_from_the_reference(url: str, verwacht: str) -> None:
    assert url == verwacht
    assert is_legal(url)
    gelezen = parse_url(url)
    assert gelezen is not None
    assert gelezen.url == url


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        (
            "https://wetten.overheid.nl/BWBR0001947/2025-07-01#Artikel8",
            Adres(AW, Vindplaats.of("8")),
        ),
        (
            "http://wetten.overheid.nl/BWBR0001947/#Hoofdstuk2_Artikel3a",
            Adres(AW, Vindplaats.of("3a")),
        ),
        (
            "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&amp;artikel=8",
            Adres(AW, Vindplaats.of("8")),
        ),
        ("https://lokaleregelgeving.overheid.nl/CVDR696775/1", Adres(Cvdr("CVDR696775/1"))),
        (
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32016R0679",
            Adres(Celex("32016R0679")),
        ),
        (
            "https://zoek.officielebekendmakingen.nl/stb-2019-173.pdf",
            Adres(Publicatie("stb-2019-173")),
        ),
    ],
)
def test_an_address_in_another_spelling_is_understood(geschreven: str, bedoeld: Adres) -> None:
    assert parse_url(geschreven) == bedoeld


def test_an_address_of_a_legal_host_without_reference_is_not_guessed() -> None:
    assert parse_url("https://wetten.overheid.nl/zoeken") is None
    assert is_legal("https://wetten.overheid.nl/zoeken")
    assert not is_legal("https://www.haarlem.nl/BWBR0001947")


@pytest.mark.parametrize(
    ("plaats", "titel", "lang"),
    [
        (
            GESCHENKEN,
            "Ambtenarenwet 2017",
            "artikel 8, eerste lid, aanhef en onder e, van de Ambtenarenwet 2017",
        ),
        (
            Vindplaats.of("363"),
            "Wetboek van Strafrecht",
            "artikel 363 van het Wetboek van Strafrecht",
        ),
        (
            Vindplaats.of("41c", "2"),
            "Gemeentewet",
            "artikel 41c, tweede lid, van de Gemeentewet",
        ),
        (
            Vindplaats.of("5", "21"),
            "Verordening (EU) 2016/679",
            "artikel 5, lid 21, van Verordening (EU) 2016/679",
        ),
        (
            Vindplaats(((Sleutel.HOOFDSTUK, "2"), (Sleutel.AFDELING, "2.1"))),
            "Algemene wet bestuursrecht",
            "hoofdstuk 2, afdeling 2.1, van de Algemene wet bestuursrecht",
        ),
        (GEHEEL, "Grondwet", "Grondwet"),
    ],
)
def test_a_citation_is_printed_in_dutch_legal_style(
    plaats: Vindplaats, titel: str, lang: str
) -> None:
    assert Citaat(plaats, titel).lang == lang


@pytest.mark.parametrize(
    ("titel", "lidwoord"),
    [
        ("Wetboek van Strafrecht", "het"),
        ("Burgerlijk Wetboek Boek 7", "het"),
        ("Rechtspositiebesluit decentrale politieke ambtsdragers", "het"),
        ("Strategisch Inkoopbeleid 2021", "het"),
        ("Ambtenarenreglement 1995", "het"),
        ("Wet open overheid", "de"),
        ("Algemene verordening gegevensbescherming", "de"),
        ("Richtlijn (EU) 2019/1937", ""),
    ],
)
def test_a_title_gets_the_right_article(titel: str, lidwoord: str) -> None:
    assert article_of(titel) == lidwoord


@pytest.mark.parametrize(
    ("geschreven", "normaal"),
    [
        ("jci1.3:c:BWBR0001947&paragraaf=3&artikel=8", None),
        ("jci1.31:c:BWBR0001947&artikel=20&o=a.", "jci1.31:c:BWBR0001947&artikel=20&o=a"),
        ("jci1.3.1:c:BWBR0001947", "jci1.31:c:BWBR0001947"),
        ("1.0:v:BWBR0001947&artikel=15", "jci1.0:v:BWBR0001947&artikel=15"),
        (
            "jci1.3:c:BWBR0001947&g=2025-07-01&z=2025-07-02",
            "jci1.3:c:BWBR0001947&z=2025-07-02&g=2025-07-01",
        ),
        ("jci1.2:v:BWBR0001947&s=2020-01-01&e=2025-07-01&z=2025-07-01", None),
    ],
)
def test_a_jci_reference_of_each_version_is_read(geschreven: str, normaal: str | None) -> None:
    assert str(Jci.parse(geschreven)) == (normaal or geschreven)


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        (
            "jci9.9:c:BWBR0001947",
            "versie 9.9 van JCI bestaat niet; kies uit 1.0, 1.1, 1.2, 1.3, 1.31",
        ),
        (
            "jci1.3:x:BWBR0001947",
            "`x` is geen soort verwijzing; kies c (één tekst) of v (verzameling)",
        ),
        ("jci1.3:c:BWBR0001947&amp;artikel=8", "schrijf `&` en niet `&amp;` in een verwijzing"),
        ("jci1.3:c:BWBR0001947&artikel=", "`artikel=` heeft geen waarde"),
        ("jci1.3:c:BWBR0001947&artikel=8 lid 1", "`8 lid 1` is geen nummer van een artikel"),
        ("jci1.3:c:BWBR0001947&artikel=8&artikel=9", "`artikel` staat er twee keer"),
        ("jci1.3:c:BWBR0001947&lid=1&artikel=8", "`artikel` staat na `lid`, maar hoort ervoor"),
        ("jci1.3:c:BWBR0001947&g=01-07-2025", "`01-07-2025` is geen datum"),
        ("jci1.3:c:BWBR0001947&g=2025-02-30", "`2025-02-30` is geen datum"),
        (
            "jci1.3:c:BWBR0001947&s=2025-07-01",
            "bij soort c horen alleen de datums z, g, elk één keer",
        ),
        (
            "jci1.3:c:BWBR000194&artikel=8",
            "`BWBR000194` is geen BWB-nummer: het heeft 6 cijfers in plaats van 7",
        ),
        ("artikel 8", "`artikel 8` is geen JCI-verwijzing"),
    ],
)
def test_a_malformed_jci_reference_says_what_is_wrong(fout: str, melding: str) -> None:
    with pytest.raises(MalformedReferenceError) as gevangen:
        Jci.parse(fout)
    assert gevangen.value.text == melding


def test_article_numbers_are_text_in_their_natural_order() -> None:
    op_volgorde = ["1.2", "1.10", "2:4", "2:10", "3", "3a", "9:28", "17da", "44a", "170"]
    assert sorted(set(op_volgorde), key=sort_key) == op_volgorde


letters = st.text("abcdefgz", max_size=2)
artikelen = st.builds(
    lambda eerste, letter, rest: f"{eerste}{letter}{rest}",
    st.integers(1, 999),
    letters,
    st.sampled_from(["", ":4", ".10", ":1a", ":28"]),
)
binnen = st.builds(
    Vindplaats.of, artikelen, st.one_of(st.just(""), st.integers(1, 40).map(str)), letters
)
levels = [s for s in Sleutel if s not in (Sleutel.ARTIKEL, Sleutel.LID, Sleutel.ONDERDEEL)]
buiten = st.lists(
    st.tuples(
        st.sampled_from(levels), st.from_regex(r"[0-9]{1,2}[A-Za-z]?(\.[0-9])?", fullmatch=True)
    ),
    max_size=3,
    unique_by=lambda deel: deel[0],
)
plaatsen = st.builds(
    lambda om, in_: Vindplaats((*om, *in_.delen)), buiten, st.one_of(st.just(GEHEEL), binnen)
)
dagen = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
bwbs = st.builds(
    lambda soort, n: Bwb(f"BWB{soort}{n:07d}"), st.sampled_from("RV"), st.integers(0, 9_999_999)
)


@given(bwbs, plaatsen, st.sampled_from(["1.0", "1.1", "1.2", "1.3", "1.31"]), dagen, st.booleans())
def test_every_jci_reference_reads_back_as_itself(
    regeling: Bwb, plaats: Vindplaats, versie: str, dag: datetime.date, gedateerd: bool
) -> None:
    datums = (("z", dag), ("g", dag)) if gedateerd else ()
    jci = Jci(regeling, plaats, versie, "c", datums)
    assert Jci.parse(str(jci)) == jci


@given(
    st.one_of(
        bwbs,
        st.integers(1, 9_999_999).map(lambda n: Cvdr(f"CVDR{n}")),
        st.builds(
            lambda jaar, soort, n: Celex(f"3{jaar}{soort}{n:04d}"),
            st.integers(1950, 2100),
            st.sampled_from("RLD"),
            st.integers(1, 9999),
        ),
        st.from_regex(r"ECLI:NL:[A-Z]{2,6}:[12][0-9]{3}:[A-Z]{2}[0-9]{4}", fullmatch=True).map(
            Ecli
        ),
        st.from_regex(r"(gmb|stb|stcrt)-20[0-9]{2}-[1-9][0-9]{0,5}", fullmatch=True).map(
            Publicatie
        ),
    ),
    binnen,
    st.one_of(st.none(), dagen),
)
def test_every_address_reads_back_as_its_reference(regeling, plaats, op) -> None:  # type: ignore[no-untyped-def]
    assert type(regeling).parse(str(regeling)) == regeling
    wet = isinstance(regeling, Bwb)
    gelezen = parse_url(url_of(regeling, plaats if wet else GEHEEL, op if wet else None))
    assert gelezen == Adres(regeling, plaats if wet else GEHEEL, op if wet else None)


@given(st.text())
def test_no_text_makes_the_readers_fall(text: str) -> None:
    for lees in (*(kind.parse for kind in KINDS.values()), Jci.parse):
        try:
            lees(text)
        except MalformedReferenceError as fout:
            assert fout.text
            assert fout.tip
