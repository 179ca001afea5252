"""What a reviewer sees of a change: two real commits, and the comment about them word for word."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.boom import Project, dilemma, koppen, pagina, plant, tekst
from wijzer.base.escape import issue_text
from wijzer.model.kinds import DILEMMA
from wijzer.review.words import changed_words

NORM = "regelgeving/basisnormen/relatiegeschenken.md"
TREE = {
    "docs/oud.md": pagina("Hier staat iets wat niemand meer nodig heeft.\n", titel="Oud"),
    "docs/weg.md": pagina("Wie hier komt, leest een andere tekst dan elders.\n", titel="Weg"),
    "docs/mee.md": pagina('Lees {{ verwijs("relatiegeschenken") }}.\n', titel="Mee"),
    "dilemmas/bus.md": dilemma(
        koppen(DILEMMA.koppen, **{"De vraag": "Ga je mee met de bus?"}), titel="De bus", nummer="2"
    ),
}
ZIN = " ".join(f"woord{number}" for number in range(20))


def git(project: Project, *arguments: str) -> str:
    who = ("-c", "user.name=Iemand", "-c", "user.email=iemand@voorbeeld.nl")
    command = ["git", "-C", str(project.root), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def commit(project: Project, message: str) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", message)


@pytest.fixture
def project(tmp_path):
    """A project of which the first version is on ``main``, and a branch beside it."""
    project = plant(tmp_path / "project", TREE)
    project.write(".gitignore", ".cache/\n")
    git(project, "init", "--quiet", "--initial-branch=main")
    commit(project, "Begin")
    git(project, "switch", "--quiet", "--create", "voorstel")
    return project


def move(project: Project, old: str, new: str) -> None:
    (project.root / new).parent.mkdir(exist_ok=True)
    (project.root / old).rename(project.root / new)


def edit(project: Project, path: str, old: str, new: str) -> None:
    text = (project.root / path).read_text(encoding="utf-8")
    assert old in text
    project.write(path, text.replace(old, new))


def verschil(project: Project, *arguments: str, code: int) -> str:
    done = project.wijzer("verschil", *arguments)
    assert (done.returncode, done.stderr) == (code, "")
    return done.stdout


COMMENT = """
    ### Adressen die niet meer kloppen (1)

    - \\/weg\\/ \\(“Weg”\\) leidt nergens meer heen\\: zet het adres bij oude\\_paden van de pagina die ervoor in de plaats komt

    ### Nieuwe pagina's (1)

    - Nieuw @\u200bowner \\!\\[x\\]\\(https\\:\u200b\\/\\/a\\.example\\) \\(pagina, docs\\/nieuw\\.md\\)

    ### Pagina's die verhuizen (1)

    - Oud \\(pagina, docs\\/oud\\.md wordt docs\\/elders\\/ander\\.md\\)
        - Hier staat iets wat ~~niemand~~ **iedereen** meer nodig heeft\\.

    ### Pagina's die veranderen (2)

    - De bus \\(dilemma, dilemmas\\/bus\\.md\\)
        - ~~Ga je mee met de bus?~~ **Mag dat?**
        - Lees ~~Relatiegeschenken\\.~~ **Geschenken en giften\\.**
    - Geschenken en giften \\(basisnorm, regelgeving\\/basisnormen\\/relatiegeschenken\\.md\\)
        - ~~Relatiegeschenken~~ **Geschenken en giften**
        - **Zie artikel 8 van de Ambtenarenwet 2017\\.**

    ### Pagina's die verdwijnen (1)

    - Weg \\(pagina, docs\\/weg\\.md\\)

    ### Pagina's die mee veranderen (2)

    - Een fles wijn \\(dilemma, dilemmas\\/fles\\-wijn\\.md\\)
        - Lees ~~Relatiegeschenken\\.~~ **Geschenken en giften\\.**
    - Mee \\(pagina, docs\\/mee\\.md\\)
        - Lees ~~Relatiegeschenken\\.~~ **Geschenken en giften\\.**

    ### Kaarten (2)

    - Kaart 1, Een fles wijn\\: anders; past
    - Kaart 2, De bus\\: anders; past

    ### Verbanden (3)

    - erbij\\: Nieuw @\u200bowner \\!\\[x\\]\\(https\\:\u200b\\/\\/a\\.example\\) → Afdeling HRM \\(eigenaar\\)
    - weg\\: De bus → Onafhankelijkheid \\(kernwaarden\\)
    - weg\\: Weg → Afdeling HRM \\(eigenaar\\)

    ### Aanhalingen van wetten en regels (1)

    - erbij\\: Geschenken en giften haalt artikel 8 aan \\(Ambtenarenwet 2017\\)

    ### Nieuwe tips (1)

    - dilemmas\\/bus\\.md\\:11\\: dit dilemma noemt maar één kernwaarde
        - Een dilemma wringt als twee kernwaarden botsen\\. Noem ook de andere\\.
"""


def change(project: Project) -> None:
    move(project, "docs/oud.md", "docs/elders/ander.md")
    edit(project, "docs/elders/ander.md", "niemand", "iedereen")
    edit(project, "docs/elders/ander.md", "eigenaar: hrm\n", "eigenaar: hrm\noude_paden: [oud]\n")
    (project.root / "docs/weg.md").unlink()
    edit(project, "dilemmas/bus.md", "Ga je mee met de bus?", "Mag dat?")
    edit(project, "dilemmas/bus.md", "  - onafhankelijkheid\n", "")
    edit(project, NORM, "titel: Relatiegeschenken", "titel: Geschenken en giften")
    text = 'Zie {{ artikel("ambtenarenwet-2017", "8") }}.\n\n## Waar toets je aan'
    edit(project, NORM, "## Waar toets je aan", text)
    project.write(
        "docs/nieuw.md",
        pagina("Nieuwe tekst.\n", titel="'Nieuw @owner ![x](https://a.example)'"),
    )


def test_the_whole_comment_of_a_change(project):
    change(project)
    commit(project, "Voorstel")
    found = verschil(project, "main", "--formaat", "markdown", code=1)
    assert found.strip("\n") == tekst(COMMENT)


def test_the_same_for_a_person_at_a_terminal(project, wijzer):
    edit(project, "docs/mee.md", "Lees {{", f"{ZIN} Lees nu {{{{")
    edit(project, "docs/weg.md", "andere", "mooiere")
    assert wijzer(project, "verschil", "main") == (
        0,
        "Pagina's die veranderen (2)\n"
        "- Mee (pagina, docs/mee.md)\n"
        f"    {{+{ZIN}+}} Lees {{+nu+}} Relatiegeschenken.\n"
        "- Weg (pagina, docs/weg.md)\n"
        "    Wie hier komt, leest een [-andere-] {+mooiere+} tekst dan elders.\n\n",
    )


def test_words_far_from_a_change_are_left_out():
    (alinea,) = changed_words((f"{ZIN} oud {ZIN}",), (f"{ZIN} nieuw {ZIN}",))
    before = "… woord12 woord13 woord14 woord15 woord16 woord17 woord18 woord19"
    after = "woord0 woord1 woord2 woord3 woord4 woord5 woord6 woord7 …"
    pieces = [(piece.teken, piece.tekst) for piece in alinea]
    assert pieces == [("=", before), ("-", "oud"), ("+", "nieuw"), ("=", after)]


def test_for_a_program(project, wijzer):
    edit(project, "docs/weg.md", "andere", "mooiere")
    code, text = wijzer(project, "verschil", "main", "--formaat", "json")
    assert code == 0
    assert json.loads(text) == {
        "opmerkingen": [],
        "breekt": False,
        "woorden_bekend": True,
        "paginas": [
            {
                "wat": "gewijzigd",
                "pad": "docs/weg.md",
                "titel": "Weg",
                "van": "",
                "woorden": [
                    [
                        ["=", "Wie hier komt, leest een"],
                        ["-", "andere"],
                        ["+", "mooiere"],
                        ["=", "tekst dan elders."],
                    ]
                ],
            }
        ],
        "concepten": [],
        "adressen": [],
        "verbanden": [],
        "aanhalingen": [],
        "kaarten": [],
        "meldingen": [],
    }


def test_without_a_change_there_is_nothing_to_tell(project, wijzer):
    assert wijzer(project, "verschil", "main") == (0, "Er verandert niets aan de site.\n")


def test_a_draft_is_named_and_not_shown(project, wijzer):
    project.write("docs/idee.md", pagina("Nog niet af.\n", titel="Idee", concept="true"))
    told = "Concepten, nog niet op de site (1)\n- Idee (pagina, docs/idee.md)\n\n"
    assert wijzer(project, "verschil", "main") == (0, told)
    commit(project, "Idee")
    assert wijzer(project, "verschil", "HEAD") == (0, "Er verandert niets aan de site.\n")
    edit(project, "docs/idee.md", "Nog", "Bijna")
    assert wijzer(project, "verschil", "HEAD") == (0, told)


def test_with_mistakes_there_are_no_new_words_but_all_else_is_told(project, wijzer):
    edit(project, "docs/weg.md", "andere", '{{ verwijs("nergens") }}')
    code, text = wijzer(project, "verschil", "main")
    assert (code, text) == (
        1,
        "Zolang er fouten zijn, is er geen nieuwe site. Welke woorden voor lezers veranderen, staat "
        "hier pas als de fouten verholpen zijn.\n\n"
        "Fouten (1)\n"
        "- docs/weg.md:8: de pagina `nergens` bestaat niet\n"
        "    Kijk in de map naar de naam.\n\n"
        "Pagina's die veranderen (1)\n"
        "- Weg (pagina, docs/weg.md)\n\n",
    )


def test_of_an_earlier_version_with_mistakes_the_words_are_not_known(project, wijzer):
    edit(project, "docs/weg.md", "andere", '{{ verwijs("nergens") }}')
    commit(project, "Fout")
    edit(project, "docs/weg.md", '{{ verwijs("nergens") }}', "andere")
    assert wijzer(project, "verschil", "HEAD") == (
        0,
        "In de eerdere versie vindt de controle van nu fouten. Welke woorden voor lezers veranderen, "
        "is daarom niet bekend.\n\n"
        "Pagina's die veranderen (1)\n- Weg (pagina, docs/weg.md)\n\n",
    )


def test_a_card_that_does_not_fit_is_told_beside_the_new_words(project, wijzer):
    edit(project, "dilemmas/bus.md", "Ga je mee met de bus?", "Ga je mee? " + f"{ZIN}. " * 30)
    code, text = wijzer(project, "verschil", "main")
    assert code == 1
    assert "Kaarten (1)\n- Kaart 2, De bus: anders; past niet\n" in text
    assert "    Ga je [-mee met de bus?-] {+mee? woord0" in text


def test_the_number_of_a_card_that_another_dilemma_took_is_told(project, wijzer):
    (project.root / "dilemmas/bus.md").unlink()
    title = "Een bijbaan"
    project.write(
        "dilemmas/bijbaan.md",
        dilemma(koppen(DILEMMA.koppen, Situatie=f"{ZIN} " * 4), titel=title, nummer="2"),
    )
    code, text = wijzer(project, "verschil", "main", "--formaat", "json")
    assert (code, json.loads(text)["adressen"]) == (
        1,
        [
            {"adres": "d/2", "was": "De bus", "wordt": "Een bijbaan"},
            {"adres": "dilemmas/bus", "was": "De bus", "wordt": ""},
        ],
    )


def test_what_main_got_in_the_meantime_is_no_part_of_the_change(project, wijzer):
    git(project, "switch", "--quiet", "main")
    edit(project, "docs/mee.md", "Lees", "Kijk naar")
    commit(project, "Intussen")
    git(project, "switch", "--quiet", "voorstel")
    assert wijzer(project, "verschil", "main") == (0, "Er verandert niets aan de site.\n")


def test_a_shallow_copy_says_what_it_cannot_know(project, tmp_path, wijzer):
    edit(project, "docs/weg.md", "andere", "mooiere")
    commit(project, "Voorstel")
    copy = Project(tmp_path / "kopie")
    address = project.root.as_uri()
    command = ["git", "clone", "--quiet", "--depth=1", "--branch=voorstel", address, copy.root]
    subprocess.run(command, check=True)
    assert wijzer(copy, "verschil", "main") == (
        2,
        "De versie `main` is er niet in Git.\n"
        "Deze kopie heeft niet de hele geschiedenis (shallow). Haal de versie op met: "
        "git fetch --depth=1 origin VERSIE\n",
    )
    git(copy, "fetch", "--quiet", "--depth=1", "origin", "main:main")
    code, text = wijzer(copy, "verschil", "main")
    assert (code, text.split("\n")[0]) == (
        0,
        "Waar deze wijziging is begonnen, is hier niet te zien: deze kopie heeft niet de hele "
        "geschiedenis. Wat intussen in `main` veranderd is, staat hieronder dus ook, andersom.",
    )
    assert "    Wie hier komt, leest een [-andere-] {+mooiere+} tekst dan elders.\n" in text


@pytest.mark.parametrize("basis", ["bestaat-niet", "--output=/dev/null"])
def test_a_version_that_is_not_there(project, wijzer, basis):
    assert wijzer(project, "verschil", "--", basis) == (
        2,
        f"De versie `{basis}` is er niet in Git.\n",
    )


def test_a_comment_is_never_longer_than_a_comment_can_be(project, wijzer):
    body = "\n\n".join(f"Alinea {number}. {ZIN}" for number in range(200))
    for name in ("mee", "weg"):
        project.write(f"docs/{name}.md", pagina(body, titel=name))
    _, text = wijzer(project, "verschil", "main", "--formaat", "markdown")
    assert len(text) < 60_200
    assert text.endswith(
        "\n\nEr is meer veranderd dan hier past. Alles zie je met: python3 scripts/wijzer.py verschil BASIS\n"
    )


def test_text_in_a_comment_calls_nobody_and_leads_nowhere():
    hostile = "@a/b #1 GH-1 www.a.example https://a.example a@b.nl <b> \x1b[31m \u202eom"
    assert issue_text(hostile) == (
        "@\u200ba\\/b #\u200b1 GH\u200b\\-1 www\u200b\\.a\\.example https\\:\u200b\\/\\/a\\.example "
        "a@\u200bb\\.nl \\<b\\> \\[31m om"
    )
