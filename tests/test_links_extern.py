"""Layer 3: rounds of visits to a real server, the state they leave behind, and the command."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from macros import REGISTRY
from tests import proces
from tests.boom import REPO, tekst
from tests.gemeente import FROZEN, frozen
from tests.links_server import closed_port, serving
from wijzer.app.check import check
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.linkstand import (
    LEEG,
    AdresStand,
    Bezoekoordeel,
    LinkStand,
    Oordeel,
    load_state,
    save_state,
)
from wijzer.links.outcome import counts, findings
from wijzer.links.outside import Ronde, check_outside, expected_titles
from wijzer.links.request import Bezoekregels
from wijzer.links.verdict import judge
from wijzer.links.visit import Bezoek, Pagina
from wijzer.pages.compose import compose
from wijzer.recht.lines import dump, load

DAG = datetime.date(2026, 11, 10)
SNEL = Bezoekregels(timeout=20, heel=30, tussen=0, pogingen=3, wacht=0.05, ook=("127.0.0.0/8",))
WET = "Ambtenarenwet 2017"
ORDE, VERPLAATST, GEBROKEN = Oordeel.IN_ORDE, Oordeel.VERPLAATST, Oordeel.GEBROKEN
TITEL, NIET = Oordeel.VERKEERDE_TITEL, Oordeel.NIET_GECONTROLEERD
DIEREN = (
    "de pagina heet “wetten.nl - Regeling - Wet op de dierproeven”, "
    "verwacht was “Ambtenarenwet 2017”"
)

# path: verdict after one day, verdict after three days, explanation then, visits a day
CASES = {
    "goed": (ORDE, ORDE, "", 1),
    "302/fout": (TITEL, TITEL, DIEREN, 1),
    "404": (NIET, GEBROKEN, "de pagina bestaat niet (404)", 1),
    "zacht404": (NIET, GEBROKEN, "de pagina zegt zelf “Pagina niet gevonden”", 1),
    "301/": (
        NIET,
        GEBROKEN,
        "het adres leidt naar de voorpagina; de pagina zelf is er niet meer",
        1,
    ),
    "500": (NIET, GEBROKEN, "de website heeft een storing (500)", 3),
    "breekt": (NIET, GEBROKEN, "de verbinding werd verbroken", 3),
    "afgekapt": (NIET, GEBROKEN, "het antwoord kwam niet heel binnen", 3),
    "onderhoud": (NIET, NIET, "de website is even dicht (503)", 1),
    "418": (NIET, NIET, "de website wil geen programma's op bezoek (418)", 1),
    "druk": (NIET, NIET, "te druk (429)", 1),
    "portaal": (NIET, NIET, "het adres leidt naar een inlogpagina", 1),
}


def test_broken_is_only_said_after_three_days_and_after_trying_again() -> None:
    with serving() as server:
        hosts = {
            case: f"http://127.0.0.{n}:{server.server_port}" for n, case in enumerate(CASES, 2)
        }
        titels = {
            f"{hosts[case]}/{case}": [WET] if row[0] in (ORDE, TITEL) else []
            for case, row in CASES.items()
        }
        days = [LEEG]
        for day in range(3):
            on = DAG + datetime.timedelta(days=day)
            days.append(check_outside(titels, days[-1], on, SNEL, alles=True).stand)
    _, first, second, third = days
    for case, (after_one, after_three, why, visits) in CASES.items():
        url = f"{hosts[case]}/{case}"
        verdicts = [day.of(url).oordeel for day in (first, second, third)]
        assert verdicts == [after_one, after_one, after_three], case
        assert third.of(url).toelichting == why
        assert len(server.paths(case)) == 3 * visits, case
    gone = f"{hosts['404']}/404"
    assert [day.of(gone).toelichting for day in days[1:]] == [
        "de pagina bestaat niet (404); 1 van 3 keer mislukt",
        "de pagina bestaat niet (404); 2 van 3 keer mislukt",
        "de pagina bestaat niet (404)",
    ]


def test_a_slow_answer_is_no_other_text_and_silence_says_nothing() -> None:
    regels = replace(SNEL, timeout=3, heel=4, pogingen=2)
    with serving() as server:
        silent, slow = (
            f"http://127.0.0.{n}:{server.server_port}/{case}"
            for n, case in enumerate(("traag", "druppel"), 2)
        )
        stand = check_outside({silent: [WET], slow: [WET]}, LEEG, DAG, regels).stand
    assert stand.of(silent) == AdresStand(NIET, DAG, toelichting="te laat antwoord")
    why = "het antwoord kwam niet heel binnen; 1 van 3 keer mislukt"
    assert stand.of(slow) == AdresStand(NIET, DAG, mislukt=1, toelichting=why)


def test_a_fault_that_passes_is_no_fault() -> None:
    with serving() as server:
        url = f"http://127.0.0.2:{server.server_port}/even"
        ronde = check_outside({url: [WET]}, LEEG, DAG, SNEL)
    assert ronde.stand.of(url) == AdresStand(ORDE, DAG, DAG)
    assert len(server.paths("even")) == 2


def test_places_on_one_page_take_one_visit() -> None:
    with serving() as server:
        page = f"http://127.0.0.2:{server.server_port}/ankers"
        urls = [page, f"{page}#oud", f"{page}#weg", f"{page}#kwijt"]
        ronde = check_outside({url: [] for url in urls}, LEEG, DAG, SNEL)
    verdicts = [ronde.stand.of(url).oordeel for url in urls]
    assert verdicts == [ORDE, ORDE, Oordeel.ANKER_ONTBREEKT, Oordeel.ANKER_ONTBREEKT]
    assert len(server.paths("ankers")) == 1


def test_a_host_that_asks_for_rest_gets_it() -> None:
    with serving() as server:
        start = f"http://127.0.0.2:{server.server_port}"
        urls = [f"{start}/druk", f"{start}/goed"]
        ronde = check_outside({url: [] for url in urls}, LEEG, DAG, SNEL)
    assert [ronde.stand.of(url).toelichting for url in urls] == [
        "te druk (429)",
        "de controle kwam niet aan dit adres toe",
    ]
    assert not server.paths("goed")


def test_a_fresh_address_is_not_visited_again() -> None:
    with serving() as server:
        url = f"http://127.0.0.2:{server.server_port}/goed"
        first = check_outside({url: []}, LEEG, DAG, SNEL)
        later = DAG + datetime.timedelta(days=5)
        second = check_outside({url: []}, first.stand, later, SNEL)
        week = DAG + datetime.timedelta(days=7)
        third = check_outside({url: []}, second.stand, week, SNEL)
    assert [ronde.bezocht for ronde in (first, second, third)] == [1, 0, 1]
    assert second.stand.of(url).bezocht == DAG
    assert third.stand.of(url).in_orde_op == week


def test_an_address_that_left_the_site_leaves_the_state() -> None:
    old = LinkStand({"https://weg.example/": AdresStand(ORDE, DAG, DAG)})
    assert check_outside({}, old, DAG, SNEL).stand == LEEG


def test_no_network_changes_nothing_and_says_so() -> None:
    port = closed_port()
    urls = {f"http://127.0.0.{n}:{port}/{n}": [WET] for n in (2, 3)}
    old = LinkStand({next(iter(urls)): AdresStand(GEBROKEN, DAG, None, 3, "404 Not Found")})
    ronde = check_outside(urls, old, DAG, SNEL, alles=True)
    assert ronde.geen_netwerk
    assert ronde.stand is old


def test_failing_twice_on_one_day_counts_once() -> None:
    failed = Bezoekoordeel(GEBROKEN, "404 Not Found")
    once = AdresStand().after(failed, DAG)
    assert once.mislukt == once.after(failed, DAG).mislukt == 1
    twice = once.after(failed, DAG + datetime.timedelta(1))
    assert (twice.mislukt, twice.oordeel) == (2, NIET)
    healed = twice.after(Bezoekoordeel(ORDE), DAG + datetime.timedelta(2))
    assert (healed.mislukt, healed.oordeel) == (0, ORDE)


def test_a_law_that_only_gets_a_date_in_its_address_has_not_moved() -> None:
    law = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8"
    moved = "https://wetten.overheid.nl/BWBR0001947/2025-07-01"
    other = "https://wetten.overheid.nl/BWBR0005416/2026-06-04"
    page = Pagina(titel=WET, ankers=frozenset({"Artikel8"}))

    def visit(new: str) -> Bezoek:
        return Bezoek(law, None, 200, ((301, new),), page)

    assert judge(visit(moved), [WET]) == Bezoekoordeel(ORDE)
    assert judge(visit(f"{moved}/#Artikel8"), [WET], "Artikel8") == Bezoekoordeel(ORDE)
    gone = visit(f"{moved}/#Artikel99")
    assert judge(gone, [WET], gone.anchor(law)).oordeel is Oordeel.ANKER_ONTBREEKT
    assert judge(visit(other), [WET]) == Bezoekoordeel(
        VERPLAATST, f"het nieuwe adres is {other}", other
    )


@pytest.mark.parametrize(
    ("url", "titels"),
    [
        ("https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8", ["Ambtenarenwet 2017"]),
        (
            "https://lokaleregelgeving.overheid.nl/CVDR696775",
            [
                "Meldprocedure Integriteit en ongewenst gedrag gemeente Haarlem 2023",
                "Onderzoeksprotocol melding integriteit en ongewenst gedrag gemeente Haarlem 2023",
            ],
        ),
        ("https://eur-lex.europa.eu/eli/reg/2016/679/oj", ["2016/679"]),
        ("https://www.haarlem.nl/", []),
    ],
)
def test_the_right_title_comes_from_the_register(url: str, titels: list[str]) -> None:
    corpus = frozen()
    assert expected_titles(url, corpus.graph) == titels


def test_the_state_reads_back_as_it_was_written(tmp_path: Path) -> None:
    stand = LinkStand(
        {
            "https://a.example/": AdresStand(ORDE, DAG, DAG),
            "https://b.example/": AdresStand(GEBROKEN, DAG, None, 4, "404 Not Found"),
            "https://c.example/": AdresStand(
                VERPLAATST, DAG, DAG, 0, "het …", "https://d.example/"
            ),
        }
    )
    save_state(tmp_path, stand)
    assert load_state(tmp_path) == (stand, [])
    row = '{"adressen": {"https://a.example/": {"oordeel": "gebroken", "toelichting": "%s"}}}'
    for text in ('{"adressen": {"x": 1}}', "[" * 100_000, row % "\u202ea", row % "\\ud800"):
        (tmp_path / "links-stand.json").write_text(text, encoding="utf-8")
        stand, (melding,) = load_state(tmp_path)
        assert stand == LEEG
        assert melding.tekst == "de stand van de links is niet te lezen"


def project(folder: Path) -> Path:
    """A copy of the sources, with an empty state."""
    shutil.copytree(FROZEN, folder, dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    return folder


def page_of(root: Path, path: str) -> str:
    corpus, _ = load_corpus(root, REGISTRY)
    pages = {page.bronpad: page.inhoud for page in compose(corpus)}
    return pages[path]


def fact(text: str, term: str) -> str:
    """Return the value of a fact on a page."""
    lines = text.split("\n")
    return lines[lines.index(term) + 1].removeprefix(":   ")


LAW, PROCEDURE = (
    "https://wetten.overheid.nl/BWBR0005416",
    "https://lokaleregelgeving.overheid.nl/CVDR696775",
)
LAW_PAGE = "regelgeving/wetten/gemeentewet.md"


def test_a_rule_says_when_its_link_was_checked(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert fact(page_of(root, LAW_PAGE), "Link gecontroleerd op") == "nog niet gecontroleerd"
    visited = datetime.date(2026, 11, 12)
    for stand, term, value in (
        (AdresStand(ORDE, visited, visited), "Link gecontroleerd op", "12 november 2026"),
        (AdresStand(NIET, visited, DAG), "Link gecontroleerd op", "10 november 2026"),
        (
            AdresStand(GEBROKEN, visited, DAG, 3, "404 Not Found"),
            "Link",
            "werkte niet meer bij de controle op 12 november 2026",
        ),
        (
            AdresStand(TITEL, visited, DAG),
            "Link",
            "opende een andere tekst bij de controle op 12 november 2026",
        ),
    ):
        save_state(root, LinkStand({LAW: stand}))
        assert fact(page_of(root, LAW_PAGE), term) == value


def test_a_rule_links_to_the_very_text_that_was_read(tmp_path: Path) -> None:
    root = project(tmp_path)
    path = root / "regelgeving/teksten/gemeentewet.json"
    tekst = load(path.read_text(encoding="utf-8"))
    path.write_text(dump(replace(tekst, versie=datetime.date(2026, 6, 4))), encoding="utf-8")
    assert fact(page_of(root, LAW_PAGE), "Wij lazen") == (
        "[de tekst van 4 juni 2026](https://wetten.overheid.nl/"
        "jci1.3:c:BWBR0005416&z=2026-06-04&g=2026-06-04)"
    )


def test_the_page_for_hrm_shows_how_every_reference_stands(tmp_path: Path) -> None:
    root = project(tmp_path)
    page = root / "regelgeving/wetten/algemene-wet-bestuursrecht.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"(?m)^zekerheid: .$", "zekerheid: M", text), encoding="utf-8")
    before = page_of(root, "docs/verwijzingen.md")
    assert "De links naar andere websites zijn **nog niet gecontroleerd**." in before
    assert "## Werkt niet meer (0)\n\nGeen." in before
    assert "- [Gemeentewet](regelgeving/wetten/gemeentewet.md): nog nooit" in before
    article = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=9"
    stand = {
        LAW: AdresStand(ORDE, DAG, DAG),
        article: AdresStand(GEBROKEN, DAG, None, 3, "404 Not Found"),
        PROCEDURE: AdresStand(VERPLAATST, DAG, DAG, 0, "het nieuwe adres is https://x.example/"),
    }
    save_state(root, LinkStand(stand))
    text = page_of(root, "docs/verwijzingen.md")
    assert (
        "Laatste controle: **10 november 2026**. In orde: 1 van de 3 adressen op andere websites."
    ) in text
    assert (
        "## Werkt niet meer (1)\n\n- [artikel 9 van de Ambtenarenwet 2017]"
        "(regelgeving/wetten/ambtenarenwet-2017.md): 404 Not Found (op 10 november 2026)"
    ) in text
    assert (
        "## Verhuisd naar een ander adres (1)\n\n"
        "- [Meldprocedure Integriteit en ongewenst gedrag 2023]"
        "(regelgeving/haarlem/meldprocedure-2023.md): het nieuwe adres is https://x.example/"
    ) in text
    assert "- [Gemeentewet](regelgeving/wetten/gemeentewet.md): nog nooit" not in text
    assert "- [Cao Gemeenten](regelgeving/wetten/cao-gemeenten.md): Een cao is" in text
    assert (
        "- [Algemene wet bestuursrecht](regelgeving/wetten/algemene-wet-bestuursrecht.md): "
        "BWBR0005537, algemene kennis, niet nagezocht (M)"
    ) in text


def test_a_state_that_cannot_be_read_fails_the_check_but_not_the_pages(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "links-stand.json").write_text("<<<<<<< HEAD", encoding="utf-8")
    (melding,) = check(root).errors
    assert melding.pad == "links-stand.json"
    assert melding.tip == "Haal het bestand weg en draai: python3 scripts/wijzer.py links --extern"


def small_site(folder: Path, *urls: str) -> Path:
    links = "".join(f'<a href="{url.replace("&", "&amp;")}">x</a>' for url in urls)
    (folder / "melden").mkdir(parents=True)
    home = '<link rel="canonical" href="https://wijzer.example/"><a href="melden/">x</a>'
    (folder / "index.html").write_text(f"<title>x</title>{home}", encoding="utf-8")
    (folder / "melden/index.html").write_text(f"<title>y</title>{links}", encoding="utf-8")
    return folder


def command(root: Path, *arguments: str, proxy: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command where every way out is closed but, at most, one."""
    way = proxy or f"http://127.0.0.1:{closed_port()}"
    env = os.environ | {"https_proxy": way, "http_proxy": way, "no_proxy": "", "NO_PROXY": ""}
    return proces.run("wijzer", "--map", str(root), "links", *arguments, cwd=REPO, env=env)


def test_without_network_the_command_says_so_and_is_strict_on_demand(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    site = str(small_site(tmp_path / "site", LAW, PROCEDURE))
    line = (
        "Er is geen netwerk: alle adressen buiten de site zijn niet gecontroleerd. "
        "Wat eerder gevonden was, blijft staan."
    )
    outcome = command(root, "--site", site, "--extern")
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.split("\n")[-2] == line
    assert f"docs/melden.md:1: tip: niet gecontroleerd: {LAW}: geen netwerk" in outcome.stdout
    assert not (root / "links-stand.json").exists()
    strict = command(root, "--site", site, "--extern", "--streng", "--formaat", "junit")
    assert strict.returncode == 1
    assert strict.stderr.strip() == line
    suite = ET.fromstring(strict.stdout)
    assert suite.get("failures") == "2"
    assert [case.get("classname") for case in suite.iter("testcase")] == ["docs/melden.md"] * 2


def test_the_command_visits_everything_by_way_of_a_proxy(tmp_path: Path) -> None:
    """Real addresses, real commands; the proxy of the organisation is played by our server."""
    root = project(tmp_path / "project")
    law = "http://wetten.example/goed"
    urls = (law, f"{law}#weg", "http://weg.example/404", "http://kwijt.example/301/")
    inner = "http://boos.example/door?http%3A//169.254.169.254/latest/"
    site = str(small_site(tmp_path / "site", *urls, inner))
    hosts = ("wetten", "weg", "kwijt", "boos")
    rows = "".join(f"  - host: {host}.example\n    waarom: proef\n" for host in hosts)
    (root / "docs/toegestane-hosts.yml").write_text(f"hosts:\n{rows}", encoding="utf-8")
    with serving() as server:
        proxy = f"http://127.0.0.1:{server.server_port}"
        outcome = command(root, "--site", site, "--extern", proxy=proxy)
    assert outcome.stderr == ""
    assert outcome.returncode == 0
    assert outcome.stdout.rstrip("\n") == tekst("""
        docs/melden.md:1: tip: anker ontbreekt: http://wetten.example/goed#weg: op de pagina staat geen `#weg`; de lezer komt bovenaan uit
            Zoek op die pagina de goede plek, of haal weg wat na `#` staat.
        docs/melden.md:1: tip: niet gecontroleerd: http://boos.example/door?http%3A//169.254.169.254/latest/: het adres leidt naar een netwerk dat niet openbaar is
            Open de link zelf om het na te kijken.
        docs/melden.md:1: tip: niet gecontroleerd: http://kwijt.example/301/: het adres leidt naar de voorpagina; de pagina zelf is er niet meer; 1 van 3 keer mislukt
            Open de link zelf om het na te kijken.
        docs/melden.md:1: tip: niet gecontroleerd: http://weg.example/404: de pagina bestaat niet (404); 1 van 3 keer mislukt
            Open de link zelf om het na te kijken.
        2 pagina’s nagekeken: 0 fouten, 4 tips.
        5 adressen buiten de site, 5 nu bezocht: 1 in orde, 1 anker ontbreekt, 3 niet gecontroleerd.
    """)
    stand, problems = load_state(root)
    assert (len(stand.adressen), problems) == (5, [])
    assert stand.of(law).oordeel is ORDE
    assert not [path for _, _, path in server.seen if "169.254" in path.partition("?")[0]]
    agent = server.headers[0]["User-Agent"]
    assert agent == "Integriteitswijzer/1.0 (linkcontrole; https://wijzer.example/)"


def test_verdicts_become_findings_at_the_source_of_the_page(tmp_path: Path) -> None:
    corpus = frozen()
    stand = LinkStand(
        {
            "https://a.example/": AdresStand(ORDE, DAG, DAG),
            "https://b.example/": AdresStand(GEBROKEN, DAG, None, 3, "404 Not Found"),
            "https://c.example/": AdresStand(VERPLAATST, DAG, DAG, 0, "het nieuwe adres is …"),
        }
    )
    pages = {url: ["melden/index.html", "over/index.html"] for url in stand.adressen}
    assert [(m.pad, m.ernst.value, m.tekst, m.tip) for m in findings(stand, pages, corpus)] == [
        (
            "docs/melden.md",
            "fout",
            "gebroken: https://b.example/ (en op 1 andere): 404 Not Found",
            "Zoek het goede adres of haal de link weg.",
        ),
        (
            "docs/melden.md",
            "tip",
            "verplaatst: https://c.example/ (en op 1 andere): het nieuwe adres is …",
            "Neem het nieuwe adres over.",
        ),
    ]
    assert counts(Ronde(stand, 2)) == (
        "3 adressen buiten de site, 2 nu bezocht: 1 in orde, 1 verplaatst, 1 gebroken."
    )
