"""Layers 1 and 2: every link of the built site, found by planting faults in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.boom import Project
from tests.bouw_hulp import small_project
from tests.browser import Once, build
from tests.gemeente import frozen
from tests.links_fouten import faults, plant
from wijzer.corpus.corpus import Corpus
from wijzer.gate.page import read_page
from wijzer.links.references import outside_urls
from wijzer.links.site import BuiltSite
from wijzer.links.verify import verify

ADDRESS = "https://integriteit.example/wijzer/"


@pytest.fixture(scope="module")
def built(once: Once, gemeente: Path) -> Path:
    """The site of the frozen municipality, at an address with a folder."""
    return once("links", lambda folder: build(folder, gemeente, WIJZER_ADRES=ADDRESS))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return frozen()


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to break."""
    return Path(shutil.copytree(built, tmp_path / "site"))


def found(site: Path, corpus: Corpus) -> set[tuple[str, str]]:
    return {(m.pad, m.tekst) for m in verify(BuiltSite(site), corpus)}


def add(site: Path, html: str, page: str = "melden/index.html") -> None:
    file = site / page
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</article>", f"{html}</article>", 1), encoding="utf-8")


def wijzer(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return Project(root).wijzer(*arguments)


def test_the_built_site_has_no_false_alarm(built: Path, corpus: Corpus) -> None:
    site = BuiltSite(built)
    assert verify(site, corpus) == []
    assert len(list(site.refs())) > 50 * len(site.pages)


def test_every_planted_fault_is_found_and_nothing_else(site: Path, corpus: Corpus) -> None:
    expected = plant(site, "melden", "over", ADDRESS)
    assert len(expected) == len(faults("over")) >= 30
    assert found(site, corpus) == expected


def test_a_finding_names_page_line_element_and_a_near_address(site: Path, corpus: Corpus) -> None:
    add(site, '\n<a class="knop" href="../meldn/">Melden</a>\n', "over/index.html")
    (melding,) = verify(BuiltSite(site), corpus)
    line = (site / "over/index.html").read_text(encoding="utf-8").split("\n")[melding.regel - 1]
    assert 'href="../meldn/"' in line
    assert melding.pad == "over/index.html"
    assert melding.tekst == '<a href="../meldn/">: dit adres bestaat niet in de site'
    assert melding.tip == "Bedoelde je `melden/`?"


def test_a_link_to_mail_or_telephone_has_somebody_at_the_other_end(
    site: Path, corpus: Corpus
) -> None:
    wrong = {
        "mailto:": "dit is geen goed e-mailadres",
        "mailto:naam@haarlem": "dit is geen goed e-mailadres",
        "tel:": "dit is geen goed telefoonnummer",
        "tel:0800": "dit is geen goed telefoonnummer",
    }
    right = ("mailto:naam@voorbeeld.nl?subject=x", "tel:+31230000000", "tel:112")
    add(site, "".join(f'<a href="{url}">x</a>' for url in (*wrong, *right)))
    assert found(site, corpus) == {
        ("melden/index.html", f'<a href="{url}">: {text}') for url, text in wrong.items()
    }


OUTSIDE = {
    "https://wetten.overheid.nl/BWBR0001947#Artikel8": (
        "dit adres is niet uit de verwijzing gemaakt",
        "Het juiste adres is https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8",
    ),
    "https://wetten.overheid.nl/BWBR0001840": (
        "BWBR0001840 staat niet in het register",
        "Maak een pagina in regelgeving/.",
    ),
    "https://wetten.overheid.nl/jci1.3:c:BWBR0001854&artikel=369": (
        "artikel 369 van het Wetboek van Strafrecht heeft geen geldende tekst",
        "Dichtbij staan: artikel 366 (knevelarij); artikel 365 (misbruik van gezag); "
        "artikel 364a (buitenlandse en vroegere ambtenaren).",
    ),
    "https://wetten.overheid.nl/zoeken": (
        "dit is geen adres dat uit een verwijzing komt",
        "Gebruik de macro `artikel` of `verwijs`.",
    ),
    "https://www.haarlem.nl/contact": (
        "de website `www.haarlem.nl` staat niet op de lijst",
        "De lijst staat in docs/toegestane-hosts.yml.",
    ),
    "//elders.example/contact": (
        "de website `elders.example` staat niet op de lijst",
        "De lijst staat in docs/toegestane-hosts.yml.",
    ),
}


def test_an_address_outside_is_made_from_a_reference_or_on_the_list(
    site: Path, corpus: Corpus
) -> None:
    add(site, "".join(f'<a href="{url.replace("&", "&amp;")}">x</a>' for url in OUTSIDE))
    expected = {(f'<a href="{url}">: {text}', tip) for url, (text, tip) in OUTSIDE.items()}
    assert {(m.tekst, m.tip) for m in verify(BuiltSite(site), corpus)} == expected


def test_a_page_loads_nothing_from_another_website(site: Path, corpus: Corpus) -> None:
    pieces = (
        '<script src="https://elders.example/x.js"></script>',
        '<img src="https://elders.example/x.png">',
        '<link rel="stylesheet" href="https://elders.example/x.css">',
        '<div style="background: url(https://elders.example/x.webp)"></div>',
    )
    add(site, "".join(pieces))
    meldingen = verify(BuiltSite(site), corpus)
    assert len(meldingen) == len(pieces)
    for melding in meldingen:
        assert melding.tekst.endswith(": de pagina haalt iets op bij een andere website")


def test_the_git_server_is_allowed_when_it_is_set(
    site: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(site, '<a href="https://git.example/wijzer/edit/main/docs/melden.md">bewerken</a>')
    assert len(verify(BuiltSite(site), corpus)) == 1
    monkeypatch.setenv("WIJZER_REPO", "https://git.example/wijzer")
    assert verify(BuiltSite(site), corpus) == []


def test_a_feed_or_index_that_cannot_be_read_is_a_finding(site: Path, corpus: Corpus) -> None:
    (site / "feed.xml").write_text("<rss><channel>", encoding="utf-8")
    (site / "search/zoekindex.json").write_text("{", encoding="utf-8")
    assert found(site, corpus) == {
        ("feed.xml", "het bestand is geen goede XML (regel 1)"),
        ("search/zoekindex.json", "het bestand is geen goede JSON (regel 1)"),
    }


def test_the_page_for_unknown_addresses_may_start_at_the_top(site: Path, corpus: Corpus) -> None:
    add(site, '<a href="/wijzer/melden/">x</a><a href="/wijzer/weg/">y</a>', "404.html")
    assert found(site, corpus) == {
        ("404.html", '<a href="/wijzer/weg/">: dit adres bestaat niet in de site')
    }


def test_bad_html_does_not_stop_the_reader() -> None:
    gelezen = read_page(
        "<p id=een><a href=\"x\"<b id='twee' <!-- <a href=y> --> </p </html><a href=z"
    )
    assert "een" in gelezen.ids


def test_outside_addresses_are_listed_once_with_their_pages(built: Path) -> None:
    urls = outside_urls(BuiltSite(built))
    article = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=9"
    assert len(urls[article]) > 3
    assert not [url for url in urls if url.startswith(ADDRESS)]


def test_the_command_prints_each_finding_and_sets_the_exit_code(site: Path, gemeente: Path) -> None:
    clean = wijzer(gemeente, "links", "--site", str(site))
    assert clean.returncode == 0, clean.stdout
    assert clean.stdout.endswith("nagekeken: 0 fouten, 0 tips.\n")
    add(site, "\n<a href='#weg'>x</a>\n")
    broken = wijzer(gemeente, "links", "--site", str(site))
    assert broken.returncode == 1
    assert '<a href="#weg">: het anker `#weg` bestaat niet in melden/index.html' in broken.stdout


def test_the_command_prints_json_junit_and_github(site: Path, gemeente: Path) -> None:
    add(site, "<a href='#weg'>x</a>")
    text = '<a href="#weg">: het anker `#weg` bestaat niet in melden/index.html'
    data = json.loads(wijzer(gemeente, "links", "--site", str(site), "--formaat", "json").stdout)
    assert [m["tekst"] for m in data["meldingen"]] == [text]
    suite = ET.fromstring(
        wijzer(gemeente, "links", "--site", str(site), "--formaat", "junit").stdout
    )
    assert suite.get("failures") == "1"
    assert [failure.get("message") for failure in suite.iter("failure")] == [text]
    annotation = wijzer(gemeente, "links", "--site", str(site), "--formaat", "github").stdout
    assert annotation.startswith("::error file=melden/index.html,line=")


def test_without_a_site_the_command_says_what_to_do(tmp_path: Path, gemeente: Path) -> None:
    outcome = wijzer(gemeente, "links", "--site", str(tmp_path))
    assert outcome.returncode == 2
    assert outcome.stderr == (
        f"Er is geen site in {tmp_path}. Bouw die eerst: python3 scripts/wijzer.py bouw\n"
    )


def test_a_build_with_a_broken_link_does_not_replace_the_site(tmp_path: Path) -> None:
    made = small_project(tmp_path / "project")
    project = made.root
    template = project / "thema/404.html"
    template.write_text(template.read_text("utf-8").replace("'a-z/'", "'a-tot-z/'"), "utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("de vorige site", encoding="utf-8")
    outcome = made.wijzer("bouw")
    assert outcome.returncode == 1
    assert "404.html:" in outcome.stderr
    assert '<a href="/a-tot-z/">: dit adres bestaat niet in de site' in outcome.stderr
    assert "De links in de nieuwe site kloppen niet; de site is niet vervangen." in outcome.stderr
    assert (project / "site/index.html").read_text(encoding="utf-8") == "de vorige site"
