"""The forms on the Git server, and ``voorstel``: a draft dilemma from a form that was filled in."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.boom import REPO, Project, dilemma, rol, tekst
from wijzer.editor.dilemma_form import LABELS
from wijzer.model.fields import MAX_SUMMARY
from wijzer.model.vocabulary import Doelgroep, Thema

FORMS = REPO / ".github/ISSUE_TEMPLATE"
FORM = tekst("""
    ### Titel

    De sleutel: van wie?

    ### In één zin

    Een collega vraagt of zij de sleutel van het archief "even" mag lenen.

    ### Situatie

    Noor beheert het archief. Vrijdag om vijf uur staat Bram aan de balie.

    ### Wat hij zegt

    ‘Ik heb de sleutel maar tien minuten nodig,’ zegt hij. #12 @iedereen

    ### De vraag

    Mag Noor de sleutel geven?

    ### Thema

    Eigen belangen

    ### Voor wie

    Medewerkers, Inhuur en uitzendkrachten

    ### Bespreek met elkaar

    1. Wat weegt hier zwaar?
    - 3 mensen weten het. Maakt dat uit?

    Wat doe jij?

    ### En als …

    _No response_

    ### Zoekwoorden

    archief
    - sleutel lenen

    ### Even nalopen

    - [X] Er staan geen echte namen in, en niemand is te herkennen.
    - [X] Dit is geen melding.
""")
DRAFT = tekst("""
    ---
    titel: "De sleutel: van wie?"
    samenvatting: "Een collega vraagt of zij de sleutel van het archief \\"even\\" mag lenen."
    zoekwoorden:
      - "archief"
      - "sleutel lenen"
    eigenaar: hrm
    nummer: 3
    thema: belangen
    doelgroep:
      - medewerker
      - inhuur
    kernwaarden:
      - zorgvuldigheid
    basisnormen:
      - relatiegeschenken
    regelingen:
      - ambtenarenwet-2017
    rollen:
      - vertrouwenspersonen
    concept: true
    ---

    ## Situatie

    Noor beheert het archief. Vrijdag om vijf uur staat Bram aan de balie.

    ### Wat hij zegt

    ‘Ik heb de sleutel maar tien minuten nodig,’ zegt hij. #12 @iedereen

    ## De vraag

    Mag Noor de sleutel geven?

    ## Bespreek met elkaar

    1. Wat weegt hier zwaar?
    1. 3 mensen weten het. Maakt dat uit?
    1. Wat doe jij?

    ## En als …

    …

    ## Wat de regels zeggen

    …

    ## Voor de begeleider

    …
""")
PATH = "dilemmas/de-sleutel-van-wie.md"
END = "Er is niets gemaakt. Verbeter het formulier en geef de opdracht opnieuw.\n"


@pytest.fixture
def project(boom):
    """A project on whose cards 2 was once printed."""
    return boom({
        "docs/rollen/vertrouwenspersonen.md": rol(titel="Vertrouwenspersonen"),
        "dilemmas/oud.md": dilemma(titel="Oud", nummer="2"),
    })  # fmt: skip


@pytest.fixture
def propose(project, tmp_path, wijzer):
    """Run the command with a form of this text."""

    def run(text: str, *arguments: str) -> tuple[int, str]:
        form = tmp_path / "formulier.md"
        form.write_bytes(text.encode())
        return wijzer(project, "voorstel", str(form), *arguments)

    return run


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_form_becomes_a_draft(project, propose, ends):
    assert propose(FORM.replace("\n", ends)) == (
        0,
        f"{PATH} staat klaar als concept, met nummer 3.\n"
        "Lees eerst of er niemand in te herkennen is. Kies de kernwaarden en Basisnormen, vul aan\n"
        "waar `…` staat, en draai: python3 scripts/wijzer.py controleer\n",
    )
    assert (project.root / PATH).read_text(encoding="utf-8") == f"{DRAFT}\n"
    assert project.fouten() == tekst(f"""
        {PATH}:42: onder de kop `## En als …` staat nog alleen `…`
            Schrijf hier de tekst van dit onderdeel.
        {PATH}:46: onder de kop `## Wat de regels zeggen` staat nog alleen `…`
            Schrijf hier de tekst van dit onderdeel.
        {PATH}:50: onder de kop `## Voor de begeleider` staat nog alleen `…`
            Schrijf hier de tekst van dit onderdeel.
    """)


def test_another_name_for_the_file(project, propose):
    code, said = propose(FORM, "de-sleutel")
    assert (code, said.split("\n")[0]) == (
        0,
        "dilemmas/de-sleutel.md staat klaar als concept, met nummer 3.",
    )


def test_search_words_may_be_left_out(project, propose):
    assert propose(FORM.replace("archief\n- sleutel lenen", "_No response_"))[0] == 0
    assert "\nzoekwoorden: []\n" in (project.root / PATH).read_text(encoding="utf-8")


def without(label: str) -> str:
    return re.sub(rf"(### {label}\n\n).*?(?=\n\n### )", r"\1_No response_", FORM, flags=re.DOTALL)


HOSTILE = {
    "no form": ("Hallo!", "1: onder `### Titel` staat niets\n    Neem de hele tekst van het formulier over, met de koppen erbij."),
    "empty": ("", "1: onder `### Titel` staat niets\n    Neem de hele tekst van het formulier over, met de koppen erbij."),
    "left out": (without("Thema"), "1: onder `### Thema` staat niets\n    Neem de hele tekst van het formulier over, met de koppen erbij."),
    "a label twice": (
        FORM.replace("### Wat hij zegt", "### De vraag"),
        "17: de kop `### De vraag` staat er twee keer\n    Haal een van de twee weg: zo is niet te zien welke tekst waarbij hoort.",
    ),
    "another theme": (
        FORM.replace("Eigen belangen", "Eigen belang\nconcept: false"),
        "23: onbekende keuze: `Eigen belang concept: false`\n    Dichtbij staan: Eigen belangen, Weggaan of overstappen, Collega's onder elkaar.",
    ),
    "html": (
        FORM.replace("#12", "<script>alert(1)</script>"),
        "15: HTML-element `<script>` mag niet in een pagina\n    Schrijf het in gewone Markdown, of vraag de beheerder om een macro.",
    ),
    "a macro": (
        FORM.replace("#12", '{{ "a".__class__ }}'),
        '15: tussen `{{` en `}}` mag alleen een macro staan\n    Schrijf een macro zo: {{ verwijs("relatiegeschenken") }}',
    ),
    "a heading of ours": (
        FORM.replace("### Wat hij zegt", "## De vraag"),
        "19: de kop `## De vraag` staat er twee keer\n    Voeg de twee stukken samen.",
    ),
    "a link": (
        FORM.replace("#12", "[x](https://kwaad.example/)"),
        "15: de website `kwaad.example` staat niet op de lijst: `https://kwaad.example/`\n    Haal de link weg, of zet `kwaad.example` met de reden in docs/toegestane-hosts.yml.",
    ),
    "unseen": (FORM.replace("archief.", "arch\u202eief."), "11: een onzichtbaar teken: U+202E RIGHT-TO-LEFT OVERRIDE"),
    "title": (FORM.replace("van wie?", "van \u200bwie?"), "3: een onzichtbaar teken: U+200B ZERO WIDTH SPACE"),
    "long": (
        FORM.replace("even", "even " * 40),
        "7: `samenvatting` is te lang: ",
    ),
}  # fmt: skip


def sources(project: Project) -> list[str]:
    """Return all files but for what the check remembers of cards."""
    files = (path.relative_to(project.root).as_posix() for path in project.root.rglob("*"))
    return sorted(path for path in files if not path.startswith(".cache"))


@pytest.mark.parametrize(("text", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_what_the_check_refuses_is_refused_with_the_line_of_the_form(
    project, propose, text, expected
):
    before = sources(project)
    code, said = propose(text)
    assert code == 1
    assert said.startswith(f"formulier.md:{expected}")
    assert said.endswith(END)
    assert sources(project) == before


def test_a_form_that_is_no_text(project, tmp_path, wijzer):
    form = tmp_path / "formulier.md"
    form.write_bytes(b"\xff\xfe")
    assert wijzer(project, "voorstel", str(form)) == (
        1,
        "formulier.md:1: het formulier is geen UTF-8-tekst\n"
        f"    Sla het bestand op met de codering UTF-8.\n{END}",
    )
    assert wijzer(project, "voorstel", "nergens.md") == (2, "nergens.md bestaat niet.\n")


def test_a_page_is_never_overwritten(project, propose):
    assert propose(FORM, "oud") == (2, "dilemmas/oud.md bestaat al\n")
    assert propose(FORM, "../oud")[0] == 2
    title = FORM.replace("De sleutel: van wie?", "…!")
    assert propose(title) == (
        2,
        "`` is geen goede naam; gebruik kleine letters, cijfers en streepjes, zoals: fles-wijn\n",
    )


# -- the forms themselves ------------------------------------------------------------------------


def load(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((FORMS / name).read_text(encoding="utf-8")))


def fields(name: str) -> dict[str, dict[str, Any]]:
    return {
        part["attributes"]["label"]: part
        for part in load(name)["body"]
        if part["type"] != "markdown"
    }


def test_the_form_asks_what_the_command_reads():
    found = fields("dilemma.yml")
    assert sorted(found) == sorted(LABELS)
    for label, kind in (("Thema", Thema), ("Voor wie", Doelgroep)):
        assert found[label]["attributes"]["options"] == [word.label for word in kind]
    assert f"Hooguit {MAX_SUMMARY} tekens" in found["In één zin"]["attributes"]["description"]


@pytest.mark.parametrize("name", ["dilemma.yml", "fout.yml"])
def test_a_form_is_whole_and_warns_in_time(name):
    form = load(name)
    assert {"name", "description", "title", "labels", "body"} == form.keys()
    kinds = [part["type"] for part in form["body"]]
    assert set(kinds) <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) and len(ids) == len(fields(name))
    assert kinds[0] == "markdown"
    warning = form["body"][0]["attributes"]["value"]
    for words in ("kan iedereen lezen", "vertrouwenspersoon", "meldpunt"):
        assert words in warning
    assert not re.search(r"\d{3}|https?:", warning)
    assert all(
        option["required"] for option in fields(name)["Even nalopen"]["attributes"]["options"]
    )


def test_only_the_forms_are_offered():
    assert load("config.yml") == {"blank_issues_enabled": False}
