"""``rapport herziening``: what must be reviewed per owner, as a calendar, and spread over a year."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros import REGISTRY
from tests.boom import DAG, Project, pagina, passage, regeling, rol, tekst, wettekst
from wijzer.corpus.corpus import load_corpus
from wijzer.editor.herziening import calendar, herziening, proposal, risk
from wijzer.editor.review_issues import review_issues
from wijzer.editor.wetswijziging import changes
from wijzer.pages.markdown import day

Boom = Callable[..., Project]
TREE = {
    "docs/rollen/juristen.md": rol(titel="Juristen", eigenaar="juristen"),
    "docs/laat.md": pagina(titel="Laat", eigenaar="juristen", beoordelen_voor="2026-11-22"),
    "docs/vroeg.md": pagina(titel="Vroeg; of niet", eigenaar="juristen", beoordelen_voor=str(DAG)),
    "docs/ook.md": pagina(titel="Ook", eigenaar="juristen", beoordelen_voor=str(DAG)),
}


def test_each_owner_has_a_list_the_most_urgent_first(boom: Boom) -> None:
    corpus, _ = load_corpus(boom(TREE).root)
    first, hrm, lawyers = herziening(corpus, DAG).split("\n\n")
    assert first == "Na te lopen pagina's, 23 november 2026"
    assert hrm.startswith("Afdeling HRM, hrm (8)\n  zonder datum: dilemmas/fles-wijn.md\n")
    assert lawyers == tekst("""
        Juristen, juristen (4)
          voor 22 november 2026, over tijd: docs/laat.md
          voor 23 november 2026: docs/ook.md
          voor 23 november 2026: docs/vroeg.md
          zonder datum: docs/rollen/juristen.md
    """)


def test_the_calendar_has_one_event_for_an_owner_and_a_date(boom: Boom) -> None:
    corpus, _ = load_corpus(boom(TREE).root)
    text = calendar(corpus, DAG)
    assert text == calendar(corpus, DAG)
    assert {line.endswith("\r") for line in text.split("\n")[:-1]} == {True}
    lines = [line for line in text.split("\r\n") if not line.startswith("UID:")]
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Integriteitswijzer//herziening//NL",
        "BEGIN:VEVENT",
        "DTSTAMP:20261123T000000Z",
        "DTSTART;VALUE=DATE:20261122",
        "SUMMARY:Integriteitswijzer: 1 pagina nalopen (Juristen\\, juristen)",
        "DESCRIPTION:Laat",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "DTSTAMP:20261123T000000Z",
        "DTSTART;VALUE=DATE:20261123",
        "SUMMARY:Integriteitswijzer: 2 pagina’s nalopen (Juristen\\, juristen)",
        "DESCRIPTION:Ook\\nVroeg\\; of niet",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    assert len({line for line in text.split("\r\n") if line.startswith("UID:")}) == 2


def test_the_proposal_names_every_page_once_within_a_year(boom: Boom) -> None:
    corpus, _ = load_corpus(boom(TREE).root)
    title, *months = proposal(corpus, DAG).split("\n\n")
    assert title == "Voorstel: verdeel het nalopen over een jaar, met het grootste risico eerst."
    assert len(months) == 12
    heads = [month.split("\n")[0] for month in months]
    assert (heads[0], heads[-1]) == (
        "beoordelen_voor: 2027-01-01 (1)",
        "beoordelen_voor: 2027-12-01 (1)",
    )
    rows = [row.strip() for month in months for row in month.split("\n")[1:]]
    assert sorted(rows) == sorted(document.path for document in corpus.all_documents)
    risks = [risk(next(d for d in corpus.all_documents if d.path == row), corpus) for row in rows]
    assert risks == sorted(risks, reverse=True)


RISKS = {
    "nobody knows whether it applies": (regeling(status="onbekend"), 3),
    "not read at its source": (regeling(zekerheid="P"), 3),
    "a rule": (regeling(), 2),
    "a rule of the past": (regeling(status="ingetrokken"), 0),
}


@pytest.mark.parametrize(("source", "expected"), RISKS.values(), ids=RISKS.keys())
def test_risk(boom: Boom, source: str, expected: int) -> None:
    corpus, _ = load_corpus(boom({"regelgeving/haarlem/regel.md": source}).root)
    assert risk(corpus.graph.documents["regel"], corpus) == expected


def test_the_command(boom: Boom) -> None:
    project = boom(TREE)
    shown = project.wijzer("rapport", "herziening")
    now = datetime.date.today()
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith(f"Na te lopen pagina's, {day(now)}\n")
    file = project.root / "agenda.ics"
    made = project.wijzer("rapport", "herziening", "--ics", str(file))
    assert (made.returncode, made.stdout) == (0, f"De agenda staat in {file}.\n")
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    asked = project.wijzer("rapport", "herziening", "--voorstel")
    assert asked.stdout.startswith("Voorstel: ")
    wrong = project.wijzer("rapport", "--voorstel")
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (
        2,
        "",
        "--ics, --per-eigenaar en --voorstel horen bij: python3 scripts/wijzer.py rapport herziening\n",
    )


DUE = {
    "docs/rollen/juristen.md": rol(titel="Juristen", eigenaar="juristen"),
    "docs/laat.md": pagina(titel="Laat", eigenaar="juristen", beoordelen_voor="2026-11-22"),
    "docs/bijna.md": pagina(titel="Bijna *en* @wie", beoordelen_voor="2026-12-24"),
    "docs/later.md": pagina(titel="Later", beoordelen_voor="2026-12-25"),
}


def test_each_owner_has_an_issue_with_what_cannot_wait_a_month(boom: Boom) -> None:
    corpus, _ = load_corpus(boom(DUE).root)
    assert review_issues(corpus, [], DAG) == {
        "hrm": "## Afdeling HRM, hrm\n\n"
        "- [ ] voor 24 december 2026: Bijna \\*en\\* @\u200bwie (`docs/bijna.md`)\n",
        "juristen": "## Juristen, juristen\n\n"
        "- [ ] voor 22 november 2026, over tijd: Laat (`docs/laat.md`)\n",
    }


def test_a_law_that_changes_is_on_the_same_list(boom: Boom) -> None:
    name, path = "ambtenarenwet-2017", "regelgeving/teksten/{}ambtenarenwet-2017.json"
    cites = 'Zie {{{{ artikel("ambtenarenwet-2017", "{}") }}}}.\n'
    project = boom({
        path.format(""): wettekst(passage("8"), passage("9")),
        path.format("volgende/"): wettekst(passage("8"), passage("9", tekst="Straks."), versie=datetime.date(2027, 1, 1)),
        "regelgeving/wetten/ambtenarenwet-2017.md": regeling(
            titel="Ambtenarenwet 2017",
            artikelen=['nummer: "8"\nonderwerp: geschenken', 'nummer: "9"\nonderwerp: geheimen'],
        ),
        "docs/nu.md": pagina(cites.format("8"), titel="Nu"),
        "docs/straks.md": pagina(cites.format("9"), titel="Straks"),
    })  # fmt: skip
    corpus, _ = load_corpus(project.root, REGISTRY)
    old = replace(
        corpus.teksten.gelezen[name], passages=(passage("8", tekst="Eerst."), passage("9"))
    )
    found = review_issues(corpus, changes(corpus, {name: old}, DAG), DAG)["hrm"]
    assert "- [ ] nu, want Ambtenarenwet 2017 is veranderd: Nu (`docs/nu.md`)\n" in found
    assert (
        "- [ ] nu, want Ambtenarenwet 2017 verandert op 1 januari 2027: Straks (`docs/straks.md`)\n"
        in found
    )


def test_the_lists_are_files(boom: Boom, tmp_path: Path, wijzer: Callable[..., object]) -> None:
    project = boom(DUE)
    target = tmp_path / "lijsten"
    git = ["git", "-C", str(project.root), "-c", "user.name=Proef", "-c", "user.email=p@v.nl"]
    assert wijzer(project, "rapport", "herziening", "--per-eigenaar", str(target)) == (
        2,
        "de versie `HEAD` van het project is er niet (in Git)\n",
    )
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*git, *words], check=True)
    assert wijzer(project, "rapport", "herziening", "--per-eigenaar", str(target)) == (
        0,
        f"Iets na te lopen: hrm, juristen. De lijsten staan in {target}.\n",
    )
    assert sorted(file.name for file in target.iterdir()) == ["hrm.md", "juristen.md"]
    assert wijzer(project, "rapport", "herziening", "--per-eigenaar", str(target)) == (
        2,
        f"{target} is niet leeg. Kies een nieuwe of lege map.\n",
    )
