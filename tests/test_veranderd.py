"""What changed on the site, told from real commits: exact words, and what must not be told."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from typing import get_args

import pytest

from tests.boom import REPO, Project, dilemma, pagina, passage, plant, tekst, wettekst
from tests.geschiedenis_hulp import begin, changes, commit, edited, git, lines, read
from wijzer.base.git_log import read_blobs
from wijzer.corpus.veranderingen import ONBEKEND
from wijzer.history.note import Noot, read_note
from wijzer.history.version import plain_heading
from wijzer.history.words import LABELS, LISTS, SILENT
from wijzer.model.kinds import SOORTEN

NORM = "regelgeving/basisnormen/relatiegeschenken.md"
WET = "regelgeving/wetten/ambtenarenwet-2017.md"
WAARDE = "kernwaarden/zorgvuldigheid.md"
INSTELLINGEN = """\
---
titel: Bedragen
samenvatting: Wat de gemeente vaststelt.
zoekwoorden: [w1, w2, w3, w4, w5]
eigenaar: hrm
instellingen:
  - id: bedrag
    naam: bedrag voor geschenken
    zolang: De wet noemt geen bedrag.
  - id: termijn
    naam: termijn voor een antwoord
    zolang: De wet noemt geen termijn.
---

{{ instellingen() }}
"""
CONTACT = "hrm:\n  - naam: {}\n    telefoon: 023 000 00 00\n    geldig_tot: {}\n"
TREE = {
    "docs/oud.md": pagina("Deze tekst blijft zoals hij is.\n\nEn deze ook.\n", titel="Oud"),
    "docs/weg.md": pagina("Wat hier stond, staat nu elders.\n", titel="Weg"),
    "docs/plan.md": pagina(titel="Plan", concept="true"),
    "docs/instellingen.md": INSTELLINGEN,
    "docs/contact.yml": CONTACT.format("", ""),
}


def make_history(project: Project) -> Project:
    """Give the minimal project a year and more of changes."""

    def change(day: str, message: str, path: str, old: str, new: str, time: str = "12:00") -> None:
        commit(project, day, message, edited(project, path, old, new), time)

    begin(project, "2025-10-01")
    change("2025-10-20", "Te lang geleden", "docs/index.md", "de tekst", "een tekst")
    change("2026-09-01", "Een", NORM, "## Wat doe je\n\n", "## Wat doe je\n\nVraag het.\n\n")
    change(
        "2026-09-01", "Twee", NORM, "Waar gaat het om\n\n", "Waar gaat het om\n\nOm dit.\n", "15:00"
    )
    change("2026-09-02", "Zoekwoorden", NORM, "w0", "cadeautje")
    change("2026-09-03", "Regels", NORM, "Vraag het.\n", "Vraag\n   het.  \n\n\n")
    change("2026-09-04", "Nagelopen", NORM, "eigenaar", "beoordeeld_op: 2026-09-04\neigenaar")
    change("2026-09-05", "Tikfout\n\nKlein: ja", WAARDE, "de tekst", "de text")
    change(
        "2026-10-01",
        "Bedrag",
        "docs/instellingen.md",
        "  - id: termijn",
        "    waarde: € 50\n  - id: termijn",
    )
    commit(
        project, "2026-10-02", "HRM", {"docs/contact.yml": CONTACT.format("Ab Bas", "2027-01-01")}
    )
    commit(
        project, "2026-10-03", "Datum", {"docs/contact.yml": CONTACT.format("Ab Bas", "2028-01-01")}
    )
    commit(
        project,
        "2026-10-05",
        "Kaart",
        {"dilemmas/taart.md": dilemma(titel="De taart", nummer="49")},
    )
    moved = read(project, "docs/oud.md").replace("Oud", "Ander").replace("---\n\n", "---\n", 1)
    moved = moved.replace("eigenaar: hrm", "eigenaar: hrm\noude_paden: [oud]")
    commit(project, "2026-10-10", "Verhuisd", {"docs/oud.md": None, "docs/ander.md": moved})
    change("2026-10-20", "Af", "docs/plan.md", "concept: true\n", "")
    index = edited(project, "docs/index.md", "eigenaar: hrm", "eigenaar: hrm\noude_paden: [weg]")
    commit(project, "2026-11-01", "Weg", {**index, "docs/weg.md": None})
    git(project.root, "switch", "--quiet", "--create", "voorstel")
    note = "Plan\n\nVoor-lezers: Je leest nu ook  hoe lang het duurt"
    change("2026-11-02", note, "docs/plan.md", "Dit is de tekst.", "Het duurt een week.")
    git(project.root, "switch", "--quiet", "main")
    moment = "2026-11-03T12:00:00+00:00"
    git(project.root, "merge", "--quiet", "--no-ff", "-m", "Merge #3", "voorstel", moment=moment)
    change(
        "2026-11-10", "Ingetrokken", WET, "soort: wet", "soort: wet\nstatus: ingetrokken", "23:30"
    )
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return make_history(plant(tmp_path_factory.mktemp("geschiedenis") / "project", TREE))


ALLES = """
    11-11 Ambtenarenwet 2017. Ingetrokken.
    03-11 Plan. Je leest nu ook hoe lang het duurt.
    01-11 Weg. Vervallen.
    20-10 Plan. Nieuw.
    10-10 Ander. Verhuisd. Andere titel: eerst “Oud”.
    05-10 De taart. Nieuw dilemma (kaart 49).
    02-10 Afdeling HRM. Gewijzigd: de contactgegevens.
    01-10 Bedragen. Gewijzigd: bedrag voor geschenken.
    01-09 Relatiegeschenken. Gewijzigd: “Waar gaat het om” en “Wat doe je”.
"""


def test_every_change_in_words(project):
    found = changes(project)
    assert "\n".join(lines(found)) == tekst(ALLES)
    assert (found.sinds, found.ondiep) == (datetime.date(2025, 11, 11), False)


def test_where_a_change_leads(project):
    where = {one.titel: (one.bron, one.pagina, one.opvolger) for one in changes(project).alle}
    assert where["Ander"] == ("docs/ander.md", "docs/ander.md", "")
    assert where["Weg"] == ("docs/weg.md", "", "docs/index.md")


def test_a_page_keeps_what_happened_under_its_old_name(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2026-09-02", "Een", edited(project, "docs/oud.md", "En", "En ook"))
    git(project.root, "mv", "docs/oud.md", "docs/later.md")
    commit(project, "2026-09-03", "Twee", {})
    found = changes(project).van("docs/later.md")
    assert [(one.bron, one.tekst) for one in found] == [
        ("docs/later.md", "Verhuisd."),
        ("docs/oud.md", "Gewijzigd: de tekst."),
    ]


def test_a_rewritten_page_that_claims_an_old_address_has_moved(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    new = pagina(
        "## Zo\n\nHeel andere woorden, van voor tot achter.\n", titel="N", oude_paden="[oud]"
    )
    commit(project, "2026-09-02", "Een", {"docs/oud.md": None, "docs/nieuw.md": new})
    (one,) = changes(project).alle
    assert one.delen == (
        "Verhuisd",
        "Andere titel: eerst “Oud”",
        "Gewijzigd: het begin en “Zo”",
    )


def test_what_is_undone_on_the_same_day_is_no_news(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    before = read(project, NORM)
    commit(project, "2026-09-02", "Een", edited(project, NORM, "de tekst", "iets anders"))
    git(project.root, "mv", "docs/oud.md", "docs/even.md")
    commit(project, "2026-09-02", "Twee", {NORM: before}, "13:00")
    git(project.root, "mv", "docs/even.md", "docs/oud.md")
    commit(project, "2026-09-02", "Drie", {"docs/kort.md": pagina(titel="Kort")}, "14:00")
    commit(project, "2026-09-02", "Vier", {"docs/kort.md": None}, "15:00")
    assert changes(project).alle == ()


def test_a_page_at_the_address_of_one_that_went(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2026-09-02", "Weg", {"docs/weg.md": None})
    git(project.root, "mv", "docs/oud.md", "docs/weg.md")
    commit(project, "2026-09-02", "Erheen", {}, "13:00")
    commit(project, "2026-09-03", "Terug", {"docs/oud.md": pagina(titel="Weer")})
    commit(project, "2026-09-03", "Weg", {"docs/oud.md": None}, "13:00")
    commit(project, "2026-09-03", "Terug", {"docs/oud.md": pagina(titel="Weer")}, "14:00")
    assert [(one.bron, one.tekst) for one in changes(project).alle] == [
        ("docs/oud.md", "Nieuw."),
        ("docs/weg.md", "Verhuisd."),
    ]


def test_a_version_with_a_mistake_was_never_on_the_site(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2026-09-02", "Stuk", edited(project, NORM, "titel: ", "titel: [ "))
    commit(project, "2026-09-03", "Heel", edited(project, NORM, "titel: [ ", "titel: Andere "))
    assert lines(changes(project)) == [
        "03-09 Andere Relatiegeschenken. Andere titel: eerst “Relatiegeschenken”."
    ]


def test_many_parts_and_parts_with_a_comma(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2026-09-02", "Alles", edited(project, NORM, "Dit is", "Hier is"))
    path = "docs/instellingen.md"
    more = edited(project, path, "bedrag voor", "bedrag, per keer, voor")[path]
    commit(project, "2026-09-03", "Komma", {path: more.replace("geen termijn", "een termijn")})
    assert lines(changes(project)) == [
        "03-09 Bedragen. Gewijzigd: bedrag, per keer, voor geschenken en termijn voor een antwoord.",
        "02-09 Relatiegeschenken. Gewijzigd: “Waar gaat het om”, “Waar toets je aan”, "
        "“Wat betekent dit voor jou”, “Wat doe je” en “Wat doet de gemeente”.",
    ]


def test_what_nobody_could_publish_breaks_no_build(tmp_path):
    """An old version never passed the gate; its words do now, on the page that tells of it."""
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    odd = edited(project, NORM, "## Wat doe je\n", "## W\u0430t doe je\n\n## Wat doe\u202e je\n")
    commit(project, "2026-09-02", "Vreemd", odd)
    weg = {"docs/weg.md": read(project, "docs/weg.md").replace("titel: Weg", r'titel: "\u0430b"')}
    commit(project, "2026-09-02", "Ook", weg, "13:00")
    commit(project, "2026-09-03", "Weg", {"docs/weg.md": None})
    assert lines(changes(project)) == [
        "03-09 Een pagina. Vervallen.",
        "02-09 Een pagina. Andere titel: eerst “Weg”.",
        "02-09 Relatiegeschenken. Gewijzigd: een ander onderdeel en “Wat doe je”.",
    ]


def test_two_pages_of_one_kind_are_not_one_that_moved(tmp_path):
    text = {name: dilemma(titel=name, nummer=number) for name, number in (("A", "7"), ("B", "8"))}
    project = begin(plant(tmp_path / "project", {**TREE, "dilemmas/a.md": text["A"]}), "2026-09-01")
    words = text["B"].replace("Dit is de tekst.", "Hier gaat het over iets anders.")
    commit(project, "2026-09-02", "B voor A", {"dilemmas/a.md": None, "dilemmas/b.md": words})
    assert lines(changes(project)) == ["02-09 A. Vervallen.", "02-09 B. Nieuw dilemma (kaart 8)."]


def test_what_stands_beside_a_page(tmp_path):
    """The law is fetched by a program, people move on: the page that shows it tells of it."""
    law = "regelgeving/teksten/ambtenarenwet-2017.json"
    plain = "plaatsen:\n  - regeling: ambtenarenwet-2017\n    artikel: '8'\n    uitleg: {}\n"
    old, new = wettekst(passage("8", tekst="Toen.")), wettekst(passage("8", tekst="Nu."))
    start = {law: old, "docs/wet-uitleg.yml": plain.format("Zo."), **TREE}
    project = begin(plant(tmp_path / "project", start), "2026-09-01")
    fetched = wettekst(passage("8", tekst="Toen."), gelezen_op=datetime.date(2026, 9, 2))
    commit(project, "2026-09-02", "Opgehaald", {law: fetched})
    commit(project, "2026-09-03", "Wet", {law: new, "docs/wet-uitleg.yml": plain.format("Dus.")})
    note = "HRM\n\nVoor-lezers: HRM heeft een nieuw nummer."
    commit(project, "2026-09-04", note, {"docs/contact.yml": CONTACT.format("Ab", "")})
    role = edited(project, "docs/rollen/hrm.md", "Dit is", "Hier is")
    people = {"docs/contact.yml": CONTACT.format("Bo", "")}
    commit(project, "2026-09-05", "HRM", {**role, **people})
    assert lines(changes(project)) == [
        "05-09 Afdeling HRM. Gewijzigd: de tekst en de contactgegevens.",
        "04-09 Afdeling HRM. HRM heeft een nieuw nummer.",
        "03-09 Ambtenarenwet 2017. Gewijzigd: de uitleg bij de wet en de woorden van de wet.",
    ]


def test_another_order_and_a_heading_in_code(tmp_path):
    code = "## Kop\n```\n## geen kop\n```\n"
    project = begin(plant(tmp_path / "project", {**TREE, "docs/c.md": pagina(code)}), "2026-09-01")
    head, one, two, end = re.split(r"(?=  - id)|(?=---\n\n)", INSTELLINGEN)
    commit(project, "2026-09-02", "Orde", {"docs/instellingen.md": head + two + one + end})
    more = one.replace("bedrag", "grens")
    commit(project, "2026-09-03", "Erbij", {"docs/instellingen.md": head + more + two + one + end})
    commit(project, "2026-09-04", "Code", edited(project, "docs/c.md", "geen", "nog geen"))
    assert lines(changes(project)) == [
        "04-09 Een titel. Gewijzigd: “Kop”.",
        "03-09 Bedragen. Gewijzigd: grens voor geschenken.",
        "02-09 Bedragen. Gewijzigd: de volgorde.",
    ]


def test_relations_have_a_name_and_files_that_are_no_pages_are_no_news(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    more = "  - zorgvuldigheid\n  - onafhankelijkheid"
    commit(project, "2026-09-02", "Erbij", edited(project, NORM, "  - zorgvuldigheid", more))
    hosts = edited(project, "docs/toegestane-hosts.yml", "de gemeente", "wij")
    other = {"docs/.eigen.md": pagina(), "docs/assets/x.css": "a {}\n", "README.md": pagina()}
    commit(project, "2026-09-03", "Ernaast", {**hosts, **other})
    commit(project, "2026-09-04", "Ernaast", {"docs/.eigen.md": None, "docs/assets/x.css": "b {}"})
    assert lines(changes(project)) == [
        "02-09 Relatiegeschenken. Gewijzigd: de kernwaarden die erbij horen."
    ]


def test_a_rule_that_is_withdrawn_and_more(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    text = edited(project, WET, "soort: wet", "soort: wet\nstatus: onbekend")
    commit(project, "2026-09-02", "Onbekend", text)
    text = edited(project, WET, "status: onbekend", "status: ingetrokken")[WET]
    commit(project, "2026-09-03", "Weg", {WET: text.replace("Wat hier", "Wat daar")})
    commit(project, "2026-09-04", "Nog eens", edited(project, WET, "Wat daar", "Wat er"))
    assert [one.tekst for one in changes(project).alle] == [
        "Gewijzigd: de samenvatting.",
        "Ingetrokken. Gewijzigd: de samenvatting.",
        "Gewijzigd: of de regel geldt.",
    ]


def test_a_year_and_no_longer(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2024-01-01")
    commit(project, "2025-11-09", "Net niet", edited(project, NORM, "Dit is", "Daar is"), "22:59")
    commit(project, "2025-11-09", "Net wel", edited(project, WAARDE, "Dit is", "Hier is"), "23:01")
    commit(project, "2026-11-10", "Nu", {}, "22:59")
    found = changes(project)
    assert found.sinds == datetime.date(2025, 11, 10)
    assert [one.bron for one in found.alle] == [WAARDE]


def test_a_draft_is_no_news(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2026-09-02", "Een", edited(project, "docs/plan.md", "Dit is", "Dit wordt"))
    hidden = read(project, "docs/oud.md").replace("titel: Oud", "titel: Geheim\nconcept: ja")
    commit(project, "2026-09-03", "Twee", {"docs/oud.md": hidden})
    assert lines(changes(project)) == ["03-09 Oud. Vervallen."]


# -- what is known, and where ---------------------------------------------------------------------


def test_without_git_nothing_is_known(tmp_path):
    assert changes(plant(tmp_path / "project", TREE)) == ONBEKEND


def test_in_a_folder_that_git_does_not_follow_nothing_is_known(tmp_path):
    begin(plant(tmp_path / "project", TREE), "2026-09-01")
    assert changes(plant(tmp_path / "project" / ".cache" / "kopie", TREE)) == ONBEKEND


def test_in_a_folder_of_a_larger_repository(tmp_path):
    outer = Project(tmp_path / "groot")
    inner = plant(outer.root / "wijzer", TREE)
    outer.write("docs/over.md", pagina(titel="Van een ander"))
    begin(outer, "2026-09-01")
    commit(outer, "2026-09-02", "Ernaast", {"docs/over.md": pagina("Anders.\n", titel="Niet")})
    commit(inner, "2026-09-03", "Erin", edited(inner, "docs/oud.md", "En deze", "En die"))
    assert lines(changes(inner)) == ["03-09 Oud. Gewijzigd: de tekst."]


def test_a_shallow_clone_knows_from_when(project, tmp_path):
    address = project.root.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=4", "--no-local", address, "kopie")
    found = changes(Project(tmp_path / "kopie"))
    assert (found.sinds, found.ondiep) == (datetime.date(2026, 10, 20), True)
    assert "\n".join(lines(found)) == "\n".join(tekst(ALLES).split("\n")[:3])


def test_the_first_commit_alone(tmp_path):
    found = changes(begin(plant(tmp_path / "project", TREE), "2026-09-01"))
    assert (found.alle, found.sinds) == ((), datetime.date(2026, 9, 1))


def test_a_clock_that_ran_wrong(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2036-01-01", "Later", edited(project, NORM, "Dit is", "Hier is"))
    commit(project, "2026-09-01", "Eerder", edited(project, WAARDE, "Dit is", "Hier is"))
    assert {one.dag for one in changes(project).alle} == {datetime.date(2026, 9, 1)}


PRINT = """
import sys
from pathlib import Path
from tests.boom import Project
from tests.geschiedenis_hulp import changes
print(ascii(changes(Project(Path(sys.argv[1])))))
"""


@pytest.mark.parametrize(("zone", "taal"), [("Pacific/Auckland", "C"), ("America/Adak", "nl_NL")])
def test_the_same_in_every_time_zone(project, zone, taal):
    there = {"TZ": zone, "LC_ALL": taal, "LANG": taal, "GIT_CONFIG_COUNT": "2"}
    colours = {"GIT_CONFIG_KEY_0": "color.ui", "GIT_CONFIG_VALUE_0": "always"}
    renames = {"GIT_CONFIG_KEY_1": "diff.renames", "GIT_CONFIG_VALUE_1": "false"}
    done = subprocess.run(
        [sys.executable, "-c", PRINT, str(project.root)],
        cwd=REPO,
        env={**os.environ, **there, **colours, **renames},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == f"{changes(project)!a}\n"


# -- what a message may say -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bericht", "noot"),
    [
        ("Pas de grens aan", Noot()),
        ("Grens\n\nVoor-lezers: De grens is nu 50 euro.", Noot("De grens is nu 50 euro.")),
        ("Grens\r\n\r\n  voor-lezers :  De  grens\r\nis weg", Noot("De grens")),
        ("Tikfout\n\nKLEIN: Ja.", Noot(klein=True)),
        ("Klein: nee", Noot()),
        ("Voor-lezers:\nKlein:", Noot()),
        ("Voor-lezers: a\u202eb\ue000c", Noot("abc")),
        (f"Voor-lezers: {'o' * 400}", Noot("o" * 299 + "…")),
    ],
)
def test_the_lines_for_readers_in_a_message(bericht, noot):
    assert read_note(bericht) == noot


def test_small_only_when_everybody_says_so(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    commit(project, "2026-09-02", "a\n\nKlein: ja", edited(project, NORM, "om\n\n", "om\n\nEen.\n"))
    small = edited(project, NORM, "aan\n\n", "aan\n\nTwee.\n")
    commit(project, "2026-09-02", "b\n\nKlein: ja", small, "13:00")
    commit(project, "2026-09-03", "c\n\nKlein: ja", edited(project, NORM, "Een.", "1."))
    commit(project, "2026-09-03", "d", edited(project, NORM, "Twee.", "2."), "13:00")
    commit(project, "2026-09-04", "e\n\nKlein: ja", {"docs/n.md": pagina(titel="N")})
    assert lines(changes(project)) == [
        "04-09 N. Nieuw.",
        "03-09 Relatiegeschenken. Gewijzigd: “Waar gaat het om” en “Waar toets je aan”.",
    ]


@pytest.mark.parametrize(
    ("own", "along", "told"),
    [
        ("Merge", ("a\n\nKlein: ja", "b\n\nKlein: ja"), []),
        ("Merge\n\nKlein: ja", ("a", "b"), []),
        ("Merge", ("a", "b\n\nKlein: ja"), ["Gewijzigd: “Waar gaat het om”."]),
        ("Merge", ("a\n\nVoor-lezers: Een.", "b\n\nVoor-lezers: Twee."), ["Een. Twee."]),
        ("Merge\n\nVoor-lezers: Drie.", ("a", "b\n\nVoor-lezers: Een."), ["Drie. Een."]),
    ],
)
def test_what_a_merge_brings_along(tmp_path, own, along, told):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    git(project.root, "switch", "--quiet", "--create", "voorstel")
    for number, message in enumerate(along):
        change = edited(project, NORM, "om\n\n", f"om\n\nZin {number}.\n")
        commit(project, "2026-09-02", message, change)
    git(project.root, "switch", "--quiet", "main")
    commit(project, "2026-09-03", "Elders", edited(project, WAARDE, "Dit is", "Hier is"))
    merge = ("merge", "--quiet", "--no-ff", "-m", own, "voorstel")
    git(project.root, *merge, moment="2026-09-04T12:00:00+00:00")
    found = changes(project).van(NORM)
    assert [one.tekst for one in found] == told
    assert all(one.dag == datetime.date(2026, 9, 4) for one in found)


def test_a_proposal_that_took_in_what_came_meanwhile(tmp_path):
    project = begin(plant(tmp_path / "project", TREE), "2026-09-01")
    git(project.root, "switch", "--quiet", "--create", "voorstel")
    small = edited(project, NORM, "om\n\n", "om\n\nKlein.\n")
    commit(project, "2026-09-02", "a\n\nKlein: ja", small)
    git(project.root, "switch", "--quiet", "main")
    large = edited(project, NORM, "gemeente\n\n", "gemeente\n\nGroot.\n")
    commit(project, "2026-09-03", "b", large)
    for there, other in (("voorstel", "main"), ("main", "voorstel")):
        git(project.root, "switch", "--quiet", there)
        merge = ("merge", "--quiet", "--no-ff", "-m", "Merge", other)
        git(project.root, *merge, moment="2026-09-04T12:00:00+00:00")
    assert lines(changes(project)) == [
        "03-09 Relatiegeschenken. Gewijzigd: “Wat doet de gemeente”."
    ]


def test_what_git_does_not_have_is_left_out(project):
    known = git(project.root, "rev-parse", "HEAD:.gitignore").strip()
    ignored = (project.root / ".gitignore").read_bytes()
    assert read_blobs(project.root, ["0" * 40, known, "1" * 40, known]) == {known: ignored}
    assert read_blobs(project.root, []) == {}


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Wat *doe* je met `dit`", "Wat doe je met dit"),
        ("Lees [dit](dat.md) <kbd>x</kbd>", "Lees dit x"),
        ('De regels van {{ gemeente("naam") }}', ""),
    ],
)
def test_a_heading_as_it_was_seen(heading, shown):
    assert plain_heading(heading) == shown


def test_every_field_has_a_name_for_readers():
    """A new field belongs in one of the three, or nobody can be told that it changed."""
    fields = {name for soort in SOORTEN for name in soort.model.model_fields}
    assert fields == {*SILENT, *LISTS, *LABELS}
    for soort in SOORTEN:
        for name in LISTS.keys() & soort.model.model_fields.keys():
            part, _ = get_args(soort.model.model_fields[name].annotation)
            assert LISTS[name] in part.model_fields
