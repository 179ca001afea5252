"""What holds follows from dates: the notices, labels and marks, and what the check refuses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest

from macros import REGISTRY
from tests.boom import DAG, Project, pagina, regeling, tekst
from tests.wegwijzers_hulp import answer, outcome, question, source
from wijzer.base.clock import Peildag
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.pages.compose import compose
from wijzer.search.facts import as_record, page_facts

Boom = Callable[..., Project]
LOKAAL = {"soort": "regeling", "bron": {"onbekend": "Niet gevonden."}, "artikelen": None}
OUD, NIEUW = "regelgeving/haarlem/oud.md", "regelgeving/haarlem/nieuw.md"
STRAKS = "2027-01-01"


def regel(titel: str, **fields: object) -> str:
    return regeling(titel=titel, **{**LOKAAL, **fields})  # type: ignore[arg-type]


VOORBEREID = {
    OUD: regel("Oud", geldig_vanaf="2020-01-01", vervangen_door=["nieuw"]),
    NIEUW: regel("Nieuw", geldig_vanaf=STRAKS),
}
"""A rule that holds now, and the one that takes its place in a few weeks."""


def corpus_on(project: Project, dag: datetime.date = DAG, *, vast: bool = False) -> Corpus:
    return load_corpus(project.root, REGISTRY, peildag=Peildag(dag, vast))[0]


def pages_on(project: Project, dag: datetime.date = DAG, *, vast: bool = False) -> dict[str, str]:
    """Return the composed pages of a site of a day, by path."""
    return {page.pad: page.inhoud for page in compose(corpus_on(project, dag, vast=vast))}


def test_a_prepared_rule_stands_on_both_pages_with_its_day(boom: Boom) -> None:
    project = boom(VOORBEREID)
    assert project.meldingen() == ""
    found = pages_on(project)
    assert (
        tekst("""
        <div data-tot="2027-01-01" markdown="1">

        !!! info "Deze regel geldt tot 1 januari 2027"

            Vanaf 1 januari 2027 geldt:

            - **[Nieuw](nieuw.md)**

        </div>

        <div data-vanaf="2027-01-01" hidden data-search-exclude markdown="1">

        !!! danger "Deze regel geldt niet meer"

            Deze pagina blijft staan voor wie de oude naam kent. Nu geldt:

            - **[Nieuw](nieuw.md)**

        </div>
        """)
        in found[OUD]
    )
    assert (
        tekst("""
        <div data-tot="2027-01-01" markdown="1">

        !!! info "Geldt vanaf 1 januari 2027"

            Tot die dag geldt nog:

            - **[Oud](oud.md)** (geldt tot 1 januari 2027)

        </div>
        """)
        in found[NIEUW]
    )
    assert found[NIEUW].count("!!!") == 1


def test_labels_and_marks_name_the_day_as_well(boom: Boom) -> None:
    hub = pagina("{{ regeloverzicht() }}\n", titel="Regels")
    found = pages_on(boom(VOORBEREID | {"docs/regelgeving.md": hub}))
    assert (
        '<span data-tot="2027-01-01"><span class="status status--geldend">'
        'Geldt tot 1 januari 2027</span></span><span data-vanaf="2027-01-01" hidden>'
        '<span class="status status--vervangen">Vervangen, geldt niet meer</span></span>'
    ) in found[OUD]
    listed = found["regelgeving.md"]
    assert (
        'data-f1="Geldt nu" data-f2="Medewerkers" '
        'data-keer-f1="2027-01-01=Vervangen, geldt niet meer"'
    ) in listed
    assert (
        'data-f1="Geldt nog niet" data-f2="Medewerkers" data-keer-f1="2027-01-01=Geldt nu"'
    ) in listed
    norm = found["regelgeving/basisnormen/relatiegeschenken.md"]
    assert (
        '- <span data-tot="2027-01-01">[Oud](../haarlem/oud.md) (geldt tot 1 januari 2027)</span>'
    ) in norm


def test_the_day_itself_is_the_first_of_the_new_rule(boom: Boom) -> None:
    project = boom(VOORBEREID)
    found = pages_on(project, datetime.date(2027, 1, 1))
    assert '!!! danger "Deze regel geldt niet meer"' in found[OUD]
    assert "!!!" not in found[NIEUW]
    assert "Geldig tot\n:   1 januari 2027" in found[OUD]
    assert "data-vanaf" not in found[OUD] + found[NIEUW]
    assert project.meldingen(datetime.date(2027, 1, 1)) == ""


def test_a_site_of_a_chosen_day_turns_no_more(boom: Boom) -> None:
    found = pages_on(boom(VOORBEREID), vast=True)
    assert '!!! info "Deze regel geldt tot 1 januari 2027"' in found[OUD]
    assert "data-tot" not in found[OUD] + found[NIEUW]


def test_search_knows_what_a_rule_becomes(boom: Boom) -> None:
    facts = page_facts(corpus_on(boom(VOORBEREID)))
    old, new = (as_record(facts[f"regelgeving/haarlem/{name}/"]) for name in ("oud", "nieuw"))
    assert (old["soort"], old["gewicht"]) == ("Regeling (geldt tot 1 januari 2027)", 1)
    assert "vervangen_door" not in old
    assert old["later"] == [
        {
            "vanaf": "2027-01-01",
            "soort": "Regeling (vervangen, geldt niet meer)",
            "gewicht": 0.9,
            "vervangen_door": ["regelgeving/haarlem/nieuw/"],
        }
    ]
    assert new["soort"] == "Regeling (geldt vanaf 1 januari 2027)"


def test_a_rule_that_may_be_replaced_says_that_nobody_is_sure(boom: Boom) -> None:
    tree = {OUD: regel("Oud", status="onbekend", vervangen_door=["nieuw"]), NIEUW: regel("Nieuw")}
    project = boom(tree)
    assert project.meldingen() == ""
    found = pages_on(project)
    assert (
        tekst("""
        !!! warning "Nog te bevestigen door de gemeente"

            Wij weten niet zeker of deze regel nu nog geldt. Waarschijnlijk geldt nu:

            - **[Nieuw](nieuw.md)**

            Vraag het na bij [Afdeling HRM](../../rollen/hrm.md).
        """)
        in found[OUD]
    )
    assert "### Komt waarschijnlijk in de plaats van\n\n- [Oud](oud.md)" in found[NIEUW]
    norm = found["regelgeving/basisnormen/relatiegeschenken.md"].partition("### Regels van vroeger")
    assert "[Oud](../haarlem/oud.md) (waarschijnlijk vervangen)" in norm[2]


def test_what_will_only_begin_does_not_probably_apply_now(boom: Boom) -> None:
    tree = {
        OUD: regel("Oud", status="onbekend", vervangen_door=["nieuw"]),
        NIEUW: regel("Nieuw", geldig_vanaf=STRAKS),
    }
    project = boom(tree)
    before, after = pages_on(project), pages_on(project, datetime.date(2027, 1, 1))
    assert "De gemeente moet dit bevestigen.\n\n</div>" in before[OUD]
    assert "Waarschijnlijk geldt nu:\n\n    - **[Nieuw](nieuw.md)**" in after[OUD]


EINDES = {
    "withdrawn on a day to come": (
        {"status": "ingetrokken", "geldig_tot": STRAKS},
        'info "Deze regel geldt tot 1 januari 2027"',
        "Daarna komt er geen regel voor in de plaats.",
    ),
    "nobody said what comes next": (
        {"geldig_tot": STRAKS},
        'info "Deze regel geldt tot 1 januari 2027"',
        "Welke regel daarna geldt, staat hier nog niet. Vraag het na bij "
        "[Afdeling HRM](../../rollen/hrm.md).",
    ),
    "withdrawn on a day that nobody knows": (
        {"status": "ingetrokken"},
        'danger "Deze regel geldt niet meer"',
        "Deze regel is ingetrokken. Er is geen regel voor in de plaats gekomen.",
    ),
    "to begin, in the place of nothing": (
        {"geldig_vanaf": STRAKS},
        'info "Geldt vanaf 1 januari 2027"',
        "Tot die dag geldt deze regel nog niet.",
    ),
}


@pytest.mark.parametrize(("fields", "title", "text"), EINDES.values(), ids=EINDES.keys())
def test_other_beginnings_and_ends(
    boom: Boom, fields: dict[str, str], title: str, text: str
) -> None:
    project = boom({OUD: regel("Oud", **fields)})
    assert project.fouten() == ""
    assert f"!!! {title}\n\n    {text}" in pages_on(project)[OUD]


WAT_NU = (
    "Noem de nieuwe regel bij `vervangen_door`. "
    "Komt er niets voor in de plaats? Zet dan `status: ingetrokken`."
)
MIS = {
    "over, and nothing in its place": (
        {OUD: regel("Oud", geldig_tot="2026-11-23")},
        f"""
        {OUD}:17: `geldig_tot` (2026-11-23) is voorbij, maar er staat niet wat er nu geldt
            {WAT_NU}
        """,
    ),
    "soon over, and nothing in its place": (
        {OUD: regel("Oud", geldig_tot=STRAKS)},
        f"""
        {OUD}:17: tip: de regel geldt tot 2027-01-01, maar er staat niet wat er dan geldt
            {WAT_NU}
        """,
    ),
    "a gap": (
        {
            OUD: regel("Oud", geldig_tot="2026-12-01", vervangen_door=["nieuw"]),
            NIEUW: regel("Nieuw", geldig_vanaf=STRAKS),
        },
        f"""
        {OUD}:19: tussen 2026-12-01 en 2027-01-01 geldt deze regel niet meer en `nieuw` nog niet
            Zet hier `geldig_tot: 2027-01-01`, of bij `nieuw` `geldig_vanaf: 2026-12-01`.
        """,
    ),
    "an overlap": (
        {
            OUD: regel("Oud", geldig_tot="2027-02-01", vervangen_door=["nieuw"]),
            NIEUW: regel("Nieuw", geldig_vanaf=STRAKS),
        },
        f"""
        {OUD}:19: tussen 2027-01-01 en 2027-02-01 gelden deze regel en `nieuw` allebei
            Zet hier `geldig_tot: 2027-01-01`, of bij `nieuw` `geldig_vanaf: 2027-02-01`.
        """,
    ),
    "a successor that begins earlier": (
        {
            OUD: regel("Oud", vervangen_door=["nieuw"]),
            NIEUW: regel("Nieuw", geldig_vanaf="2019-01-01"),
        },
        f"""
        {OUD}:18: de opvolger `nieuw` geldt vanaf 2019-01-01, niet later dan deze regel (2020-01-01)
            Kijk `geldig_vanaf` van beide regels na, of noem een andere regel.
        """,
    ),
    "a successor that readers cannot see": (
        {
            OUD: regel("Oud", vervangen_door=["nieuw"]),
            NIEUW: regel("Nieuw", geldig_vanaf="2026-11-23", concept="true"),
        },
        f"""
        {OUD}:18: de opvolger `nieuw` geldt sinds 2026-11-23, maar is nog concept
            Haal daar `concept: true` weg, of zet een latere dag bij `geldig_vanaf`.
        """,
    ),
    "replaced on no day": (
        {
            OUD: regel("Oud", vervangen_door=["nieuw"]),
            NIEUW: regel("Nieuw", geldig_vanaf=None),
        },
        f"""
        {OUD}:17: `vervangen_door` is gevuld, maar er staat niet vanaf welke dag
            Vul `geldig_tot` in, of `geldig_vanaf` bij de nieuwe regel. Weet niemand de dag? Zet dan `status: ingetrokken`. Is niet zeker dat de regel vervangen is? Zet dan `status: onbekend`.
        """,
    ),
    "unknown, yet over": (
        {OUD: regel("Oud", status="onbekend", geldig_tot="2026-01-01")},
        f"""
        {OUD}:17: de status is `onbekend`, maar volgens `geldig_tot` geldt de regel sinds 2026-01-01 niet
            Haal `status` of `geldig_tot` weg.
        """,
    ),
    "withdrawn, yet replaced on a day": (
        {
            OUD: regel(
                "Oud", status="ingetrokken", geldig_tot="2026-01-01", vervangen_door=["nieuw"]
            ),
            NIEUW: regel("Nieuw", geldig_vanaf="2026-01-01"),
        },
        f"""
        {OUD}:17: de status is `ingetrokken`, maar de datums zeggen al dat de regel is vervangen
            Haal `status` weg.
        """,
    ),
    "reviewed tomorrow": (
        {"docs/vragen.md": pagina(beoordeeld_op="2026-11-24")},
        """
        docs/vragen.md:7: `beoordeeld_op` (2026-11-24) ligt in de toekomst
            Schrijf de dag waarop het is gebeurd, op zijn laatst 2026-11-23.
        """,
    ),
    "decided tomorrow": (
        {
            "docs/instellingen.md": pagina(
                "{{ instellingen() }}\n",
                instellingen=[
                    "id: grens\nnaam: de grens\nwaarde: 50 euro\nvastgesteld_op: 2026-11-24\n"
                    "zolang: De wet noemt geen bedrag."
                ],
            )
        },
        """
        docs/instellingen.md:8: tip: geen wegwijzer noemt de instelling `grens`
            Zet `grens` bij `instellingen` van een uitkomst in docs/wegwijzers/.
        docs/instellingen.md:11: `vastgesteld_op` (2026-11-24) ligt in de toekomst
            Schrijf de dag waarop het is gebeurd, op zijn laatst 2026-11-23.
        """,
    ),
}


@pytest.mark.parametrize(("tree", "expected"), MIS.values(), ids=MIS.keys())
def test_finding(boom: Boom, tree: dict[str, str], expected: str) -> None:
    assert boom(tree).meldingen() == tekst(expected)


def test_a_guide_to_a_rule_that_ends_needs_no_hurry(boom: Boom) -> None:
    """The guide says by itself what applies now; the editor gets a wish, and the build goes on."""
    questions = [question("begin", answer("Ja", "eind"), answer("Nee", "eind"))]
    rules = [{"regeling": "oud"}]
    outcomes = [outcome("eind", geen_regel="false", regels=rules, rollen=["hrm"])]
    guide = {"docs/wegwijzers/wegwijzer-proef.md": source(questions, outcomes)}
    project = boom(VOORBEREID | guide | {"docs/wegwijzers.md": pagina(titel="Wegwijzers")})
    assert "geldt niet meer" not in project.meldingen()
    on_the_day = datetime.date(2027, 1, 1)
    assert project.fouten(on_the_day) == ""
    assert "tip: `oud` geldt niet meer\n    Nu geldt: nieuw" in project.meldingen(on_the_day)


def test_the_day_before_all_was_well(boom: Boom) -> None:
    project = boom({OUD: regel("Oud", geldig_tot="2026-11-24")})
    assert project.fouten(datetime.date(2026, 11, 23)) == ""
    assert project.fouten(datetime.date(2026, 11, 24)).startswith(f"{OUD}:17: `geldig_tot`")


WRONG = (
    "de status is `{}`, maar volgens de datums is de regel nu `{}`\n"
    "    Kijk `geldig_vanaf`, `geldig_tot` en `vervangen_door` na. "
    "Kloppen die? Haal `status` dan weg."
)
TYPED = {
    "as the dates say": ("geldend", DAG, "tip: `status: geldend` hoeft niet meer: dat volgt uit de datums\n    Haal de regel weg."),
    "still to begin": ("geldend", datetime.date(2026, 11, 22), WRONG.format("geldend", "toekomstig")),
    "replaced": ("vervangen", datetime.date(2027, 1, 1), "tip: `status: vervangen` hoeft niet meer: dat volgt uit de datums\n    Haal de regel weg."),
    "not replaced yet": ("vervangen", DAG, WRONG.format("vervangen", "geldend")),
}  # fmt: skip


@pytest.mark.parametrize(("status", "on", "expected"), TYPED.values(), ids=TYPED)
def test_a_status_that_dates_tell_is_harmless_unless_they_tell_another(
    boom: Boom, status: str, on: datetime.date, expected: str
) -> None:
    old = regel("Oud", status=status, geldig_vanaf="2026-11-23", vervangen_door=["nieuw"])
    project = boom({OUD: old, NIEUW: regel("Nieuw", geldig_vanaf="2027-01-01")})
    assert re.sub(r"^\S+:\d+: ", "", project.meldingen(on)) == expected
    assert project.meldingen(on).startswith(f"{OUD}:")
    assert load_corpus(project.root)[0].graph.documents["oud"].model.status is None
