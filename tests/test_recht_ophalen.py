"""Fetching official texts: from a repository on loopback, and nothing replaced unless it is whole."""

from __future__ import annotations

import threading
from itertools import pairwise

import pytest

from tests.boom import regeling, tekst
from tests.recht_bron import (
    DAG,
    DATA,
    WOO,
    WOO_WTI,
    WOO_XML,
    Versie,
    afgekapt,
    antwoord,
    artikel,
    bron,
    bwb,
    druppelt,
    eerst,
    manifest,
    woo,
)
from wijzer.legal.identifiers import Bwb, Cvdr
from wijzer.recht.access import Bron, FetchError, Geduld
from wijzer.recht.fetch import CACHE, Ophaler
from wijzer.recht.lines import load

NUMMER = Bwb(WOO)
GAUW = Geduld(tussen=0, antwoord=1, bestand=1, terugval=0)
NU = woo("2022-05-01")
PAD = f"bwb/{WOO}/2022-05-01_0/xml/{WOO}_2022-05-01_0.xml"


@pytest.fixture
def server():
    with bron() as running:
        yield running


def haal(server, tmp_path, dag=DAG, number=NUMMER, geduld=GAUW, gezag=""):
    said = []
    ophaler = Ophaler(Bron(server.adres, geduld), tmp_path, dag, said.append, gezag)
    return ophaler.fetch(number), said


def weigering(server, tmp_path, number=NUMMER):
    with pytest.raises(FetchError) as error:
        haal(server, tmp_path, number=number)
    return str(error.value)


# -- what comes back -----------------------------------------------------------------------------


def test_the_text_in_force_comes_with_its_title_and_its_words(server, tmp_path):
    server.bestanden = bwb(NU)
    found, said = haal(server, tmp_path)
    assert found.volgende is None
    nu = found.nu
    assert (nu.nummer, nu.titel, nu.soort, nu.afkortingen) == (
        WOO, "Wet open overheid", "wet", ("Woo",),
    )  # fmt: skip
    assert (nu.versie.isoformat(), nu.geldig_tot, nu.volledig) == ("2022-05-01", None, True)
    assert (nu.laatste_artikel, nu.gelezen_op) == ("10.4", DAG)
    assert nu.herkomst == "officiële bron (KOOP), BWBR0045754, versie 2022-05-01_0"
    assert nu.opschrift.startswith("Wet van 25 oktober 2021")
    assert nu.at("5.1", "1", "a")[0].tekst.startswith("de eenheid van de Kroon")
    assert said == ["de lijst met versies", "titel en afkortingen", "versie 2022-05-01_0 (454 kB)"]


def test_the_next_version_comes_along_when_it_is_known(server, tmp_path):
    later = woo(
        "2027-01-01", "9999-12-31", ("de eenheid van de Kroon in gevaar", "de Kroon in nood")
    )
    server.bestanden = bwb(woo("2022-05-01", "2026-12-31"), later)
    found, _ = haal(server, tmp_path)
    assert found.nu.geldig_tot.isoformat() == "2027-01-01"
    assert found.volgende.versie.isoformat() == "2027-01-01"
    assert found.volgende.at("5.1", "1", "a")[0].tekst == "de Kroon in nood zou kunnen brengen;"


def test_a_withdrawn_law_says_until_when_it_applied(server, tmp_path):
    server.bestanden = bwb(woo("2022-05-01", "2024-06-30"))
    found, _ = haal(server, tmp_path)
    assert found.nu.geldig_tot.isoformat() == "2024-07-01"


def test_a_law_that_does_not_apply_yet_is_not_fetched(server, tmp_path):
    server.bestanden = bwb(woo("2027-01-01"))
    assert weigering(server, tmp_path) == "BWBR0045754 geldt nog niet; dat begint op 2027-01-01"


def test_a_title_that_changed_is_taken_over(server, tmp_path):
    wti = WOO_WTI.replace(b"Wet open overheid</citeertitel>", b"Wet openbaarheid</citeertitel>")
    server.bestanden = bwb(NU, wti=wti)
    assert haal(server, tmp_path)[0].nu.titel == "Wet openbaarheid"


@pytest.mark.parametrize(
    ("edit", "place", "there"),
    [
        (  # lapsed
            (artikel("5.2"), '<artikel label="Artikel 5.2" status="vervallen"><kop><nr>5.2</nr></kop>'
             "<al>Vervallen</al></artikel>"),
            ("5.2", "", ""),
            False,
        ),
        (  # renumbered
            ('<nr status="officieel">10.4</nr>', '<nr status="officieel">10.5</nr>'),
            ("10.5", "", ""),
            True,
        ),
        (  # split
            (artikel("1.1"), artikel("1.1") + '<artikel inwerking="2027-01-01"><kop><nr>1.2</nr></kop>'
             "<al>En dit is nieuw.</al></artikel>"),
            ("1.2", "", ""),
            True,
        ),
        (  # moved to another chapter
            (artikel("10.4"), "</hoofdstuk><hoofdstuk><kop><nr>11</nr></kop>" + artikel("10.4")),
            ("10.4", "", ""),
            True,
        ),
    ],
    ids=["vervallen", "vernummerd", "gesplitst", "verplaatst"],
)  # fmt: skip
def test_what_happens_to_articles(server, tmp_path, edit, place, there):
    server.bestanden = bwb(woo("2022-05-01", "9999-12-31", edit))
    nu = haal(server, tmp_path)[0].nu
    assert bool(nu.at(*place)) is there
    assert (place[0] in nu.zonder_tekst) is not there


def test_a_local_rule_comes_with_the_version_of_the_day(server, tmp_path):
    old = (DATA / "cvdr-1.xml").read_bytes()
    new = old.replace(b"112779_1", b"CVDR112779_2").replace(b"2011-09-14", b"2012-04-25")
    new = new.replace(b">2012-04-25</overheidrg:uit", b"></overheidrg:uit")
    later = new.replace(b"_2<", b"_3<").replace(
        b">2012-04-25</overheidrg:in", b">2027-01-01</overheidrg:in"
    )
    files = {"1": old, "2": new, "3": later}
    rows = "".join(
        f'<expression label="{n}"><metadata/><manifestation label="xml"><metadata/>'
        f'<item label="CVDR112779_{n}.xml"/></manifestation></expression>'
        for n in files
    )
    server.bestanden = {
        "cvdr/CVDR112779/manifest.xml": f'<work label="CVDR112779">{rows}</work>'.encode(),
        **{f"cvdr/CVDR112779/{n}/xml/CVDR112779_{n}.xml": data for n, data in files.items()},
    }
    found, _ = haal(server, tmp_path, number=Cvdr("CVDR112779/1"))
    assert found.nu.versie.isoformat() == "2012-04-25"
    assert found.nu.soort == "regel van Spijkenisse"
    assert found.volgende.versie.isoformat() == "2027-01-01"
    assert "cvdr/CVDR112779/1/xml/CVDR112779_1.xml" not in server.paden
    note = "let op: dit is een regel van Spijkenisse, niet van Haarlem"
    number = Cvdr("CVDR112779/1")
    assert note in haal(server, tmp_path, number=number, gezag="Haarlem")[1]
    assert note not in haal(server, tmp_path, number=number, gezag="Spijkenisse")[1]


# -- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("versie", "message"),
    [
        (
            Versie(WOO_XML, "2022-05-01", hash="0" * 128),
            "versie 2022-05-01_0 is onderweg veranderd: de hash klopt niet",
        ),
        (
            Versie(WOO_XML, "2022-05-01", grootte=len(WOO_XML) + 1),
            "versie 2022-05-01_0 is 465371 bytes in plaats van 465372",
        ),
        (
            Versie(WOO_XML, "2022-05-01", grootte=1000),
            f"{PAD}: het bestand is groter dan het hoort te zijn",
        ),
        (
            Versie(WOO_XML, "2022-06-01"),
            "de tekst van versie 2022-06-01_0 is van 2022-05-01",
        ),
        (
            Versie(WOO_XML.replace(b"BWBR0045754", b"BWBR0001947"), "2022-05-01"),
            "de tekst is niet van BWBR0045754 maar van BWBR0001947",
        ),
        (Versie(b"<a>" * 50_000 + b"</a>" * 50_000, "2022-05-01"), "maar van ?"),
        (
            Versie(
                b'<toestand bwb-id="BWBR0045754" inwerkingtreding="2022-05-01"><wetgeving>'
                + b"<hoofdstuk>" * 5000 + b"</hoofdstuk>" * 5000 + b"</wetgeving></toestand>",
                "2022-05-01",
            ),
            "het bestand van BWBR0045754 heeft te veel lagen",
        ),
        (
            Versie(b'<!DOCTYPE t [<!ENTITY a "aa">]><toestand>&a;</toestand>', "2022-05-01"),
            "het bestand bevat XML die niet mag (een DTD of entiteiten)",
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_is_refused(server, tmp_path, versie, message):
    server.bestanden = bwb(versie)
    assert message in weigering(server, tmp_path)


def test_a_manifest_without_a_hash_is_refused(server, tmp_path):
    server.bestanden = bwb(NU)
    listed = manifest([NU]).decode()
    without = listed.replace(listed.partition("<hashcode>")[2].partition("</")[0], "")
    server.bestanden[f"bwb/{WOO}/manifest.xml"] = without.encode()
    assert weigering(server, tmp_path) == (
        "de lijst met versies geeft geen grootte en hash van 2022-05-01_0"
    )


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (antwoord(404), f"{PAD}: dit staat niet bij de officiële bron"),
        (antwoord(403), f"{PAD}: de bron antwoordt met een fout (403)"),
        (antwoord(500), f"{PAD}: de bron antwoordt met een fout (500)"),
        (afgekapt(WOO_XML), f"{PAD}: het bestand kwam niet heel binnen"),
        (
            antwoord(302, Location="http://127.0.0.2:1/x"),
            "de bron stuurt door naar een andere website (127.0.0.2:1); dat volg ik niet",
        ),
        (
            antwoord(302, Location="//voorbeeld.example/x"),
            "de bron stuurt door naar een andere website (voorbeeld.example); dat volg ik niet",
        ),
        (
            antwoord(301, Location="file:///etc/passwd"),
            "de bron stuurt door naar een andere website (file:///etc/passwd); dat volg ik niet",
        ),
        (
            antwoord(302, Location=f"/{PAD}"),
            f"{PAD}: de bron stuurt steeds door naar een ander adres",
        ),
    ],
)
def test_an_answer_that_is_not_right_is_refused(server, tmp_path, answer, message):
    server.bestanden = {**bwb(NU), PAD: answer}
    assert weigering(server, tmp_path) == message


def test_a_redirect_within_the_source_is_followed(server, tmp_path):
    server.bestanden = {**bwb(NU), PAD: antwoord(302, Location="/elders.xml"), "elders.xml": NU.xml}
    assert haal(server, tmp_path)[0].nu.titel == "Wet open overheid"


def test_an_answer_that_trickles_is_given_up(server, tmp_path):
    over = threading.Event()
    server.bestanden = {**bwb(NU), PAD: druppelt(NU.xml, over)}
    try:
        assert weigering(server, tmp_path) == f"{PAD}: het antwoord duurt te lang"
    finally:
        over.set()


def test_a_source_that_says_nothing_is_given_up(server, tmp_path):
    over = threading.Event()
    server.bestanden = {**bwb(NU), PAD: lambda handler: over.wait(30) and None}
    try:
        short = Geduld(tussen=0, antwoord=0.2, bestand=1, pogingen=0, terugval=0)
        with pytest.raises(FetchError, match="de bron geeft geen antwoord"):
            haal(server, tmp_path, geduld=short)
    finally:
        over.set()


def test_a_source_that_cannot_be_reached_is_named(tmp_path):
    with bron() as gone:
        pass
    message = "de bron is niet te bereiken; is er internet?"
    assert message in weigering(gone, tmp_path)


@pytest.mark.parametrize("headers", [{}, {"Retry_After": "0"}], ids=["", "Retry-After"])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_fault_that_passes_is_tried_again(server, tmp_path, status, headers):
    server.bestanden = {**bwb(NU), PAD: eerst(status, 2, NU.xml, **headers)}
    assert haal(server, tmp_path)[0].nu.titel == "Wet open overheid"
    assert server.paden.count(PAD) == 3


def test_between_two_requests_there_is_a_pause_and_we_say_who_we_are(server, tmp_path):
    server.bestanden = bwb(NU)
    haal(server, tmp_path, geduld=Geduld(tussen=0.3, antwoord=5, bestand=5))
    moments = [moment for moment, _, _ in server.gevraagd]
    assert all(after - before >= 0.3 for before, after in pairwise(moments))
    assert all("Integriteitswijzer" in headers["User-Agent"] for _, _, headers in server.gevraagd)


@pytest.mark.parametrize(
    "adres",
    ["http://repository.officiele-overheidspublicaties.nl", "https://voorbeeld.example",
     "http://127.0.0.1.voorbeeld.example:80", "http://127.0.0.1:80@voorbeeld.example"],
)  # fmt: skip
def test_only_the_official_source_is_a_source(adres):
    with pytest.raises(FetchError, match="is geen officiële bron"):
        Bron(adres)


# -- a run that broke off, and the command -------------------------------------------------------


def test_a_file_that_came_in_whole_is_not_asked_for_again(server, tmp_path):
    server.bestanden = bwb(NU)
    haal(server, tmp_path)
    haal(server, tmp_path)
    assert server.paden.count(PAD) == 1
    (kept,) = (tmp_path / CACHE).iterdir()
    kept.write_bytes(b"kapot")
    haal(server, tmp_path)
    assert server.paden.count(PAD) == 2


WOO_PAGE = {"titel": "Wet open overheid", "bron": {"bwb": WOO}, "artikelen": None}
TEKST = "regelgeving/teksten/woo.json"


def ophalen(project, server, *arguments):
    return project.wijzer("recht", "ophalen", "--bron", server.adres, *arguments)


def test_the_command_keeps_the_text_and_says_how_far_it_is(server, boom):
    project = boom({"regelgeving/wetten/woo.md": regeling(**WOO_PAGE)})
    later = woo("2099-01-01", "9999-12-31", ("de eenheid van de Kroon", "de Kroon"))
    server.bestanden = bwb(woo("2022-05-01", "2098-12-31"), later)
    done = ophalen(project, server, "woo")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == tekst("""
        woo: de lijst met versies …
        woo: titel en afkortingen …
        woo: versie 2022-05-01_0 (454 kB) …
        woo: versie 2099-01-01_0 (454 kB) …
        woo: de tekst van 1 mei 2022; op 1 januari 2099 verandert hij.
        1 van de 1 teksten zijn opgehaald.
        Kijk wat er veranderd is met: python3 scripts/wijzer.py recht verschil
        """)
        + "\n"
    )
    kept = load((project.root / TEKST).read_text(encoding="utf-8"))
    assert kept.at("5.1", "1", "a")[0].tekst.startswith("de eenheid van de Kroon")
    assert (project.root / "regelgeving/teksten/volgende/woo.json").is_file()
    server.bestanden = bwb(NU)
    assert ophalen(project, server, "woo").returncode == 0
    assert not (project.root / "regelgeving/teksten/volgende/woo.json").exists()


def test_nothing_is_replaced_when_one_text_fails_and_the_others_go_on(server, boom):
    project = boom(
        {
            "regelgeving/wetten/woo.md": regeling(**WOO_PAGE),
            "regelgeving/wetten/ambtenarenwet-2017.md": regeling(titel="Ambtenarenwet 2017"),
        }
    )
    server.bestanden = bwb(NU)
    ophalen(project, server, "woo")
    before = (project.root / TEKST).read_bytes()
    server.bestanden = {**bwb(woo("2023-01-01")), PAD: antwoord(500)}
    server.bestanden.update(bwb(Versie(WOO_XML, "2023-01-01", hash="0" * 128)))
    done = ophalen(project, server, "--alles")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout
        == tekst("""
        ambtenarenwet-2017: de lijst met versies …
        ambtenarenwet-2017: niet gelukt. bwb/BWBR0001947/manifest.xml: dit staat niet bij de officiële bron
        woo: de lijst met versies …
        woo: titel en afkortingen …
        woo: versie 2023-01-01_0 (454 kB) …
        woo: niet gelukt. versie 2023-01-01_0 is onderweg veranderd: de hash klopt niet
        0 van de 2 teksten zijn opgehaald.
        Niet gelukt: ambtenarenwet-2017, woo. Wat er stond, staat er nog.
        """)
        + "\n"
    )
    assert (project.root / TEKST).read_bytes() == before
    assert not list(project.root.rglob("*.deel"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Noem een wet of regel, of kies --alles."),
        (["ambtenarenwet"], "Er is geen wet of regel `ambtenarenwet`. "
         "Bedoelde je `ambtenarenwet-2017`?"),
        (["relatiegeschenken"], "De tekst van `relatiegeschenken` is niet op te halen: "
         "alleen die met een BWB- of CVDR-nummer."),
        (["ambtenarenwet-2017", "--bron", "https://voorbeeld.example"],
         "https://voorbeeld.example is geen officiële bron"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_explained(boom, arguments, message):
    done = boom().wijzer("recht", "ophalen", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{message}\n")
