"""The edges of rules: the last value that is right beside the first that is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from macros import REGISTRY
from tests.boom import (
    Project,
    basisnorm,
    bron,
    dilemma,
    pagina,
    passage,
    regeling,
    rol,
    tekst,
    wettekst,
)
from tests.contact_hulp import persoon
from wijzer.corpus.corpus import load_corpus
from wijzer.load.data_file import MAX_BYTES
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, ROL
from wijzer.pages.compose import compose
from wijzer.pages.vcard import vcard

Boom = Callable[..., Project]
DAY = datetime.date(2026, 11, 1)
YML = "docs/contact.yml"
WET = "regelgeving/wetten/ambtenarenwet-2017.md"
NORM = "regelgeving/basisnormen/relatiegeschenken.md"


def pages(project: Project) -> dict[str, str]:
    """Return the composed pages by their source; the sources must be clean."""
    assert project.meldingen() == ""
    return {p.bronpad: p.text for p in compose(load_corpus(project.root, REGISTRY)[0])}


# -- relations -------------------------------------------------------------------------------------


def test_a_role_does_not_list_every_page_that_it_owns(boom: Boom) -> None:
    project = boom()
    graph = load_corpus(project.root, REGISTRY)[0].graph
    hrm, wijn = graph.documents["hrm"], graph.documents["fles-wijn"]
    assert {edge.van for edge in graph.terug["hrm"]} >= {"fles-wijn", "relatiegeschenken"}
    assert graph.related(hrm, DILEMMA) == []
    assert graph.related(wijn, ROL) == []
    assert "Een fles wijn" not in pages(project)["docs/rollen/hrm.md"]


def test_a_page_that_names_itself_is_not_related_to_itself(boom: Boom) -> None:
    """The check refuses it; the preview shows the page meanwhile."""
    norm = basisnorm(titel="Norm", kernwaarden=["relatiegeschenken", "zorgvuldigheid"])
    graph = load_corpus(boom({NORM: norm}).root)[0].graph
    document = graph.documents["relatiegeschenken"]
    assert "relatiegeschenken" in [edge.naar for edge in graph.uit["relatiegeschenken"]]
    assert graph.related(document, BASISNORM) == []
    assert [v.document.id for v in graph.related(document, KERNWAARDE)] == ["zorgvuldigheid"]


@pytest.mark.parametrize(("number", "folded"), [(2, 0), (3, 0), (4, 1), (9, 6)])
def test_of_a_group_three_are_in_sight(boom: Boom, number: int, folded: int) -> None:
    cards = {
        f"dilemmas/d{n}.md": dilemma(titel=f"Dilemma {n}", nummer=str(n + 1))
        for n in range(1, number)
    }
    text = pages(boom(cards))[NORM]
    assert text.count("](../../dilemmas/") == number
    in_sight, _, rest = text.partition('<summary class="vouwkop">Toon nog')
    assert in_sight.count("](../../dilemmas/") == number - folded
    assert rest.startswith(f" {folded}: dilemma's om over te praten</summary>") == bool(folded)


def test_three_roles_of_the_norms_stand_in_the_box(boom: Boom) -> None:
    roles = [f"rol-{n}" for n in range(1, 5)]
    tree = {f"docs/rollen/{r}.md": rol(titel=f"Titel {r}") for r in roles}
    tree[NORM] = basisnorm(titel="Relatiegeschenken", rollen=roles)
    text = pages(boom(tree))["dilemmas/fles-wijn.md"]
    box = text.partition('class="terecht"')[2].partition("</section>")[0]
    assert [r for r in roles if f"rollen/{r}.md" in box] == roles[:3]


# -- macros ----------------------------------------------------------------------------------------


def test_only_a_draft_may_call_a_draft(boom: Boom) -> None:
    call = '{{ verwijs("plan") }}\n'
    plan = {"docs/plan.md": pagina(titel="Plan", concept="true")}
    draft = {"docs/ook.md": pagina(call, titel="Ook", concept="true")}
    assert boom({**plan, **draft}).meldingen() == ""
    published = {"docs/wel.md": pagina(call, titel="Wel")}
    assert boom({**plan, **published}).meldingen() == tekst("""
        docs/wel.md:8: de pagina `plan` is nog concept
            Publiceer die pagina eerst, of haal de macro weg.
    """)


# -- values ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields", [{"telefoon": "n.v.t."}, {"mail": "n.v.t."}], ids=["telefoon", "mail"]
)
def test_one_way_in_is_enough(boom: Boom, fields: dict[str, str]) -> None:
    assert boom({YML: f"hrm:\n{persoon(**fields)}"}).meldingen() == ""


def test_a_summary_has_at_most_160_characters(boom: Boom) -> None:
    assert boom({"docs/x.md": pagina(samenvatting="é" * 160)}).meldingen() == ""
    assert boom({"docs/x.md": pagina(samenvatting="é" * 161)}).meldingen() == tekst("""
        docs/x.md:3: `samenvatting` is te lang: 161 tekens
            Houd één zin over van ten hoogste 160 tekens.
    """)


def test_a_number_has_at_most_four_digits(boom: Boom) -> None:
    path = "dilemmas/fles-wijn.md"
    assert boom({path: dilemma(titel="Wijn", nummer="9999")}).meldingen() == ""
    assert boom({path: dilemma(titel="Wijn", nummer="10000")}).meldingen() == tekst("""
        dilemmas/fles-wijn.md:7: `nummer` is geen nummer: `10000`
            Schrijf een heel getal vanaf 1, zoals: 12
    """)


def test_a_review_lies_after_the_review_before(boom: Boom) -> None:
    dates = {"beoordeeld_op": "2026-11-01", "beoordelen_voor": "2026-11-02"}
    assert boom({"docs/x.md": pagina(**dates)}).check(on=DAY).errors == []
    dates["beoordelen_voor"] = "2026-11-01"
    (melding,) = boom({"docs/x.md": pagina(**dates)}).check(on=DAY).errors
    assert melding.tekst == (
        "`beoordelen_voor` (2026-11-01) ligt niet na `beoordeeld_op` (2026-11-01)"
    )
    assert melding.tip == "Zet bij `beoordelen_voor` een datum na 2026-11-01."


@pytest.mark.parametrize(
    ("extra", "right"),
    [
        ("", True),
        ("\nafkorting: true\nvoluit: Alles van gister", True),
        ("\nvoluit: Alles van gister", False),
        ("\nafkorting: true", False),
    ],
)
def test_an_abbreviation_and_its_words_belong_together(boom: Boom, extra: str, right: bool) -> None:
    fields = {
        "titel": "Begrippen",
        "samenvatting": "Een zin.",
        "zoekwoorden": [f"woord{n}" for n in range(5)],
        "eigenaar": "hrm",
        "begrippen": [f"term: AVG\nuitleg: Uitleg.{extra}"],
    }
    found = [m.tekst for m in boom({"docs/begrippen.md": bron("Tekst.\n", fields)}).check().errors]
    assert found == ([] if right else ["`afkorting` en `voluit` horen bij elkaar"])


# -- rules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("last", "right"), [("8", True), ("7", False), ("9", True)])
def test_the_last_article_itself_exists(boom: Boom, last: str, right: bool) -> None:
    law = regeling(titel="Ambtenarenwet 2017", officiele_titel=None)
    words = passage("8" if right else "1")
    text = wettekst(words, laatste_artikel=last, volledig=False)
    tree = {WET: law, "regelgeving/teksten/ambtenarenwet-2017.json": text}
    found = [m.tekst for m in boom(tree).check().errors]
    absent = f"artikel 8 van de Ambtenarenwet 2017 bestaat niet: het laatste artikel is {last}"
    assert found == ([] if right else [absent])


@pytest.mark.parametrize("mark", ["{}", "({})", "<{}>", "({}),", "({});"])
def test_an_address_between_brackets_in_the_front_matter_is_seen(boom: Boom, mark: str) -> None:
    url = "https://voorbeeld.example/x"
    project = boom({"docs/x.md": pagina(samenvatting=f'"Lees {mark.format(url)}"')})
    (melding,) = project.check().errors
    assert melding.tekst == f"de website `voorbeeld.example` staat niet op de lijst: `{url}`"


# -- files -----------------------------------------------------------------------------------------


def nested(depth: int) -> str:
    """Return lists in lists."""
    return "[" * depth + "a" + "]" * depth


def test_a_front_matter_has_at_most_twenty_layers(boom: Boom) -> None:
    def told(depth: int) -> bool:
        project = boom({"docs/x.md": pagina(zoekwoorden=nested(depth))})
        return "te veel lagen" in project.meldingen()

    # the list itself is a layer below its key
    assert [told(depth) for depth in (18, 19, 20)] == [False, False, True]


def test_a_file_of_data_has_at_most_64_kb_in_bytes(boom: Boom) -> None:
    """Letters of two bytes count twice."""
    begin = b"hrm:\n  - naam: Team\n    telefoon: 023 000 00 00\n# "
    room = MAX_BYTES - len(begin)
    full = begin + "é".encode() * (room // 2) + b"." * (room % 2)
    assert MAX_BYTES == len(full) == 65536
    assert boom({YML: full}).meldingen() == ""
    assert "64 kB" in boom({YML: full + b"."}).meldingen()


@pytest.mark.parametrize("name", ["a" * 71, "é" * 36, "a" * 300])
def test_a_line_of_a_card_fills_75_octets(boom: Boom, name: str) -> None:
    """RFC 6350, 3.2: lines of at most 75 octets, without the line break; full ones, so no more."""
    project = boom({YML: f"hrm:\n{persoon(naam=name)}"})
    text = vcard(
        load_corpus(project.root, REGISTRY)[0].graph.documents["hrm"], "Gemeente Voorbeeld"
    )
    lines = text.split("\r\n")
    lengths = [len(line.encode()) for line in lines]
    assert max(lengths) <= 75
    folded = [size for size, after in zip(lengths, lines[1:], strict=False) if after[:1] == " "]
    assert all(size >= 74 for size in folded)


def test_a_plain_tree_needs_a_folder(boom: Boom) -> None:
    project = boom()
    file = project.write("uitvoer", "van mij")
    result = project.wijzer("schrijf", str(file))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{file} is niet leeg. Kies een nieuwe of lege map.\n"
    assert file.read_text(encoding="utf-8") == "van mij"
