"""Layer 3: the real linkchecker against a real server, and the state it leaves behind."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from macros import REGISTRY
from tests.boom import REPO
from tests.gemeente import FROZEN, frozen
from tests.links_server import closed_port, serving, tls
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
from wijzer.links.linkchecker import Bezoekregels, read_report
from wijzer.links.outcome import counts, findings
from wijzer.links.outside import Ronde, check_outside, expected_titles
from wijzer.links.verdict import judge
from wijzer.pages.compose import compose
from wijzer.recht.lines import dump, load

DAG = datetime.date(2026, 11, 10)
SNEL = Bezoekregels(timeout=1, pogingen=3, wacht=0.1)
WET = "Ambtenarenwet 2017"
ORDE, VERPLAATST, GEBROKEN = Oordeel.IN_ORDE, Oordeel.VERPLAATST, Oordeel.GEBROKEN
TITEL, NIET = Oordeel.VERKEERDE_TITEL, Oordeel.NIET_GECONTROLEERD

# path: titles that are right, verdict after one day, verdict after three days, explanation then
CASES: dict[str, tuple[list[str], Oordeel, Oordeel, str]] = {
    "goed": ([WET], ORDE, ORDE, ""),
    "jci1.3:c:BWBR0001947&artikel=8": ([], NIET, GEBROKEN, "404 Not Found"),
    "latin": (["COOPERATIE & Privé"], ORDE, ORDE, ""),
    "301/goed": ([WET], VERPLAATST, VERPLAATST, "het nieuwe adres is {host}/goed"),
    "308/goed": ([WET], VERPLAATST, VERPLAATST, "het nieuwe adres is {host}/goed"),
    "301/302/goed": ([WET], VERPLAATST, VERPLAATST, "het nieuwe adres is {host}/302/goed"),
    "302/goed": ([WET], ORDE, ORDE, ""),
    "303/goed": ([WET], ORDE, ORDE, ""),
    "307/goed": ([WET], ORDE, ORDE, ""),
    "302/301/goed": ([WET], ORDE, ORDE, ""),
    "kring": ([], NIET, GEBROKEN, "het adres verwijst eindeloos door"),
    "404": ([], NIET, GEBROKEN, "404 Not Found"),
    "410": ([], NIET, GEBROKEN, "410 Gone"),
    "500": ([], NIET, GEBROKEN, "500 Internal Server Error"),
    "401": ([], NIET, NIET, "aanmelden nodig (401)"),
    "403": ([], NIET, NIET, "geen toegang (403)"),
    "druk": ([], NIET, NIET, "te druk (429)"),
    "even": ([WET], ORDE, ORDE, ""),
    "traag": ([], NIET, NIET, "te laat antwoord"),
    "breekt": ([], NIET, GEBROKEN, "de verbinding werd verbroken of geweigerd"),
    "fout": (
        [WET],
        TITEL,
        TITEL,
        "de pagina heet “wetten.nl - Regeling - Wet op de dierproeven”, "
        "verwacht was “Ambtenarenwet 2017”",
    ),
    "302/fout": (
        [WET],
        TITEL,
        TITEL,
        "de pagina heet “wetten.nl - Regeling - Wet op de dierproeven”, "
        "verwacht was “Ambtenarenwet 2017”",
    ),
    "zonder": (
        [WET],
        TITEL,
        TITEL,
        "de pagina heeft geen titel, verwacht was “Ambtenarenwet 2017”",
    ),
}


def test_every_case_gets_its_verdict_over_three_days(tmp_path: Path) -> None:
    context, _ = tls(tmp_path)
    with serving() as server, serving(context) as secure:
        hosts = {
            case: f"http://127.0.0.{n}:{server.server_port}" for n, case in enumerate(CASES, 2)
        }
        titels = {f"{hosts[case]}/{case}": row[0] for case, row in CASES.items()}
        robots = f"http://127.0.0.200:{server.server_port}/goed"
        self_signed = f"https://127.0.0.99:{secure.server_port}/goed"
        closed = f"http://127.0.0.201:{closed_port()}/"
        titels |= {robots: [], self_signed: [], closed: []}
        days = [LEEG]
        for day in range(3):
            on = DAG + datetime.timedelta(days=day)
            days.append(check_outside(titels, days[-1], on, SNEL, alles=True).stand)
    _, first, second, third = days
    for case, (_, after_one, after_three, why) in CASES.items():
        url = f"{hosts[case]}/{case}"
        assert first.of(url).oordeel is after_one, (case, first.of(url))
        assert second.of(url).oordeel is after_one, (case, second.of(url))
        assert third.of(url).oordeel is after_three, (case, third.of(url))
        assert third.of(url).toelichting == why.format(host=hosts[case])
    assert third.of(robots) == AdresStand(
        NIET, DAG + datetime.timedelta(2), toelichting="robots.txt verbiedt de controle"
    )
    assert third.of(self_signed).oordeel is GEBROKEN
    assert third.of(self_signed).toelichting == "de beveiligde verbinding klopt niet"
    assert third.of(closed).oordeel is GEBROKEN
    assert third.of(closed).toelichting == "de verbinding werd verbroken of geweigerd"
    gone = f"{hosts['404']}/404"
    assert [day.of(gone).toelichting for day in days[1:]] == [
        "404 Not Found; 1 van 3 keer mislukt",
        "404 Not Found; 2 van 3 keer mislukt",
        "404 Not Found",
    ]
    assert third.of(f"{hosts['301/goed']}/301/goed").nieuw_adres == f"{hosts['301/goed']}/goed"
    assert len(server.paths("404")) == 3, "a definite answer is not asked for twice"
    assert len(server.paths("druk")) == 3, "a busy server is left alone"
    assert len(server.paths("500")) == 9, "a fault that may pass is tried three times"
    assert len(server.paths("even")) == 4, "only the first of four visits failed"
    assert set(server.paths("jci")) == {"/jci1.3:c:BWBR0001947&artikel=8"}
    assert ("127.0.0.200", "/goed") not in {(h.split(":")[0], p) for _, h, p in server.seen}


def test_a_known_certificate_is_accepted() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others,
        folder = Path(name)  # and as root linkchecker goes on as the user nobody
        folder.chmod(0o755)
        context, pem = tls(folder)
        pem.chmod(0o644)
        with serving(context) as secure:
            url = f"https://127.0.0.99:{secure.server_port}/goed"
            settings = Bezoekregels(timeout=5, pogingen=1, certificaten=str(pem))
            ronde = check_outside({url: [WET]}, LEEG, DAG, settings)
    assert ronde.stand.of(url).oordeel is ORDE, ronde


def test_one_host_is_visited_at_most_once_a_second() -> None:
    with serving() as server:
        urls = [
            f"http://127.0.0.2:{server.server_port}/{name}" for name in ("goed", "fout", "latin")
        ]
        check_outside({url: [] for url in urls}, LEEG, DAG, Bezoekregels(timeout=5, pogingen=1))
    moments = sorted(when for when, _, path in server.seen if path != "/robots.txt")
    assert len(moments) == 3
    assert all(after - before > 0.99 for before, after in pairwise(moments))


def test_a_fresh_address_is_not_visited_again() -> None:
    with serving() as server:
        url = f"http://127.0.0.2:{server.server_port}/goed"
        settings = Bezoekregels(timeout=5, pogingen=1)
        first = check_outside({url: []}, LEEG, DAG, settings)
        later = DAG + datetime.timedelta(days=5)
        second = check_outside({url: []}, first.stand, later, settings)
        week = DAG + datetime.timedelta(days=7)
        third = check_outside({url: []}, second.stand, week, settings)
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
    law = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&amp;artikel=8"
    moved = "https://wetten.overheid.nl/BWBR0001947/2025-07-01"
    other = "https://wetten.overheid.nl/BWBR0005416/2026-06-04"

    def report(new: str) -> str:
        return (
            f"<urldata><url>{law}</url><warnings><warning tag='http-redirected'>Redirected to "
            f"`{new}' status: 301 Moved Permanently.</warning><warning>Found '&lt;title&gt;"
            "Ambtenarenwet 2017&lt;/title&gt;' at line 3 in link contents.</warning></warnings>"
            '<valid result="200 OK">1</valid></urldata>'
        )

    (same,), (elsewhere,) = read_report(report(moved)), read_report(report(other))
    assert judge(same, [WET]).oordeel is ORDE
    assert judge(elsewhere, [WET]) == Bezoekoordeel(
        VERPLAATST, f"het nieuwe adres is {other}", other
    )


def test_a_report_that_was_cut_off_still_counts_for_what_it_holds() -> None:
    whole = '<urldata><url>http://a/</url><valid result="200 OK">1</valid></urldata>'
    assert [bezoek.url for bezoek in read_report(f"<linkchecker>{whole}<urldata><url>http")] == [
        "http://a/"
    ]


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
    assert expected_titles(url, corpus.graph.documents.values()) == titels


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
    (tmp_path / "links-stand.json").write_text('{"adressen": {"x": 1}}', encoding="utf-8")
    stand, (melding,) = load_state(tmp_path)
    assert stand == LEEG
    assert melding.tekst == "de stand van de links is niet te lezen"


def project(folder: Path) -> Path:
    """A copy of the sources, with an empty state."""
    shutil.copytree(FROZEN, folder, dirs_exist_ok=True)
    shutil.copyfile(REPO / "mkdocs.yml", folder / "mkdocs.yml")
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
    assert melding.tip == "Haal het bestand weg en draai: python -m wijzer links --extern"


def small_site(folder: Path, *urls: str) -> Path:
    links = "".join(f'<a href="{url.replace("&", "&amp;")}">x</a>' for url in urls)
    (folder / "melden").mkdir(parents=True)
    home = '<link rel="canonical" href="https://wijzer.example/"><a href="melden/">x</a>'
    (folder / "index.html").write_text(f"<title>x</title>{home}", encoding="utf-8")
    (folder / "melden/index.html").write_text(f"<title>y</title>{links}", encoding="utf-8")
    return folder


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where every way out is closed."""
    dead = f"http://127.0.0.1:{closed_port()}"
    env = os.environ | {"https_proxy": dead, "http_proxy": dead, "no_proxy": ""}
    call = [sys.executable, "-m", "wijzer", "--map", str(root), "links", *arguments]
    return subprocess.run(
        call, cwd=REPO, env=env, capture_output=True, encoding="utf-8", check=False
    )


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
