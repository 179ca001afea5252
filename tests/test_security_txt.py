"""``security.txt``: only with an address that somebody still stands for."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from tests.bouw_hulp import small_project
from tests.browser import build
from tests.gemeente_hulp import GEMEENTE, gemeente
from wijzer.corpus.corpus import load_corpus
from wijzer.editor.report import report
from wijzer.pages.security_txt import PATH, security_txt

DAG = datetime.date(2026, 11, 24)


def _filled(text: str, end: str, contact: str = "veilig@gemeente.example") -> str:
    text = re.sub(r"^beveiliging:\n(?:  .*\n)+\n?", "", text, flags=re.MULTILINE)
    block = f"beveiliging:\n  contact: {contact}\n  geldig_tot: {end}\nlokale_regels:"
    return text.replace("lokale_regels:", block, 1)


def with_address(contact: str, end: str) -> str:
    return gemeente(("zorgvuldigheid",), _filled(GEMEENTE, end, contact))


def written(boom, contact: str, end: str, address: str | None = None) -> str:
    corpus, _ = load_corpus(boom({"gemeente.yml": with_address(contact, end)}).root)
    return "".join(f.inhoud.decode() for f in security_txt(corpus.gemeente, address, DAG))


def test_the_file_names_the_address_its_end_and_its_place(boom):
    address = "https://www.gemeente.example/wijzer/"
    assert written(boom, "veilig@gemeente.example", "2027-05-01", address) == (
        "Contact: mailto:veilig@gemeente.example\n"
        "Expires: 2027-05-01T23:59:59Z\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://www.gemeente.example/.well-known/security.txt\n"
    )


def test_a_web_address_will_do(boom):
    text = written(boom, "https://www.gemeente.example/cvd", "2027-05-01")
    assert text.startswith("Contact: https://www.gemeente.example/cvd\n")
    assert "Canonical" not in text


@pytest.mark.parametrize(
    ("contact", "end"), [("", ""), ("veilig@gemeente.example", "2026-11-23"), ("", "2027-05-01")]
)
def test_without_an_address_or_past_its_end_there_is_no_file(boom, contact, end):
    assert written(boom, contact, end) == ""


FINDINGS = {
    ("veilig@gemeente.example", "2027-05-01"): "",
    ("veilig@gemeente.example", "2026-11-23"): (
        "`beveiliging geldig_tot` is voorbij; security.txt staat niet meer op de site"
    ),
    ("veilig@gemeente.example", "2026-12-24"): (
        "`beveiliging geldig_tot` is bijna voorbij; dan verdwijnt security.txt van de site"
    ),
    ("veilig@gemeente.example", "2028-01-01"): (
        "`beveiliging geldig_tot` is meer dan een jaar later"
    ),
    ("veilig@gemeente.example", ""): ("`beveiliging` heeft een `contact`, maar geen `geldig_tot`"),
    ("http://www.gemeente.example/", "2027-05-01"): (
        "`beveiliging contact` is geen plek om veilig te melden: `http://www.gemeente.example/`"
    ),
}


@pytest.mark.parametrize("data", FINDINGS, ids=" ".join)
def test_the_check_watches_the_end(boom, data):
    found = boom({"gemeente.yml": with_address(*data)}).meldingen(DAG)
    lines = [line for line in found.split("\n") if "beveiliging" in line and "gemeente.yml" in line]
    assert len(lines) == bool(FINDINGS[data])
    assert all(FINDINGS[data] in line for line in lines)


def test_the_report_asks_for_the_address(boom):
    asked = "waar iemand een lek in de site meldt (security.txt)"
    for contact, times in (("", 1), ("veilig@gemeente.example", 0)):
        root = boom({"gemeente.yml": with_address(contact, "2027-05-01")}).root
        assert report(load_corpus(root)[0], DAG).count(asked) == times


def test_the_built_site_has_the_file(tmp_path: Path):
    project = small_project(tmp_path / "project")
    file = project.root / "gemeente.yml"
    far = datetime.date.today() + datetime.timedelta(days=200)
    file.write_text(_filled(file.read_text(encoding="utf-8"), str(far)), encoding="utf-8")
    site = build(tmp_path / "site", project.root)
    assert f"Expires: {far}T" in (site / PATH).read_text(encoding="utf-8")
