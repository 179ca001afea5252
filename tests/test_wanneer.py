"""What held when: the line of time on the page of a rule, and all of them on one page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros import REGISTRY
from tests.boom import DAG, Project, pagina, regeling, tekst
from tests.browser import FORMS, Form, OpenPage, violations
from wijzer.base.clock import Peildag
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.geldigheid import Geldigheid
from wijzer.corpus.opvolging import keten, ketens
from wijzer.corpus.relations import Graph
from wijzer.model.vocabulary import Fase
from wijzer.pages.compose import compose
from wijzer.pages.wanneer import period

Boom = Callable[..., Project]
LOKAAL = {"soort": "regeling", "bron": {"onbekend": "Niet gevonden."}, "artikelen": None}
HUB = {"docs/regelgeving.md": pagina("{{ vervangen_regels() }}\n", titel="Regels")}


def rules(**fields: dict[str, object]) -> dict[str, str]:
    """Return a page for each rule: its name and the fields that matter."""
    return {
        f"regelgeving/haarlem/{name}.md": regeling(
            titel=name.title(),
            **{**LOKAAL, **own},  # type: ignore[arg-type]
        )
        for name, own in fields.items()
    }


DRIE = rules(
    eerst={"geldig_vanaf": "2010-01-01", "vervangen_door": ["toen"]},
    toen={"geldig_vanaf": "2015-05-01", "vervangen_door": ["straks"]},
    straks={"geldig_vanaf": "2027-01-01"},
)


def graph_of(project: Project) -> Graph:
    return load_corpus(project.root, REGISTRY, peildag=Peildag(DAG))[0].graph


def pages_on(project: Project, dag: datetime.date = DAG, *, vast: bool = True) -> dict[str, str]:
    corpus = load_corpus(project.root, REGISTRY, peildag=Peildag(dag, vast))[0]
    return {page.pad: page.inhoud for page in compose(corpus)}


def names(chain: tuple[object, ...]) -> list[str]:
    return [str(getattr(rule, "id", "")) for rule in chain]


# -- the chains ------------------------------------------------------------------------------------


def test_every_rule_of_a_chain_knows_the_whole_chain(boom: Boom) -> None:
    graph = graph_of(boom(DRIE))
    for name in ("eerst", "toen", "straks"):
        assert names(keten(graph.documents[name], graph)) == ["eerst", "toen", "straks"]
    assert keten(graph.documents["ambtenarenwet-2017"], graph) == ()
    assert [names(chain) for chain in ketens(graph)] == [["eerst", "toen", "straks"]]


def test_what_replaces_comes_last_then_the_days_and_then_what_has_no_day(boom: Boom) -> None:
    found = rules(
        zonder={"geldig_vanaf": None, "status": "onbekend", "vervangen_door": ["nu"]},
        later={"geldig_vanaf": "2019-01-01", "vervangen_door": ["nu"]},
        einde={"geldig_vanaf": None, "geldig_tot": "2018-01-01", "vervangen_door": ["nu"]},
        eerder={"geldig_vanaf": "2012-01-01", "vervangen_door": ["nu"]},
        nu={"geldig_vanaf": "2023-01-01"},
    )
    graph = graph_of(boom(found))
    order = ["eerder", "einde", "later", "zonder", "nu"]
    assert names(keten(graph.documents["nu"], graph)) == order


def test_rules_in_a_circle_are_a_finding_and_no_crash(boom: Boom) -> None:
    circle = rules(
        een={"geldig_tot": "2021-01-01", "vervangen_door": ["twee"]},
        twee={"geldig_tot": "2022-01-01", "vervangen_door": ["een"]},
    )
    project = boom({**circle, **HUB})
    assert "de opvolgers lopen in een kring" in project.fouten()
    graph = graph_of(project)
    assert sorted(names(keten(graph.documents["een"], graph))) == ["een", "twee"]


# -- the line --------------------------------------------------------------------------------------


def test_the_page_of_a_rule_shows_what_held_when(boom: Boom) -> None:
    project = boom(DRIE)
    assert project.meldingen() == ""
    assert (
        tekst("""
        <section class="wanneer" data-search-exclude markdown="1">

        ## Wat gold wanneer

        <ol class="wanneer__lijn" markdown="1">
        <li markdown="span">[Eerst](eerst.md)<br><span class="wanneer__dagen">vanaf 1 januari 2010 tot 1 mei 2015</span> <span class="status status--vervangen">Vervangen, geldt niet meer</span><br>Vervangen door: Toen</li>
        <li aria-current="page" markdown="span"><strong>Toen</strong> (deze pagina)<br><span class="wanneer__dagen">vanaf 1 mei 2015 tot 1 januari 2027</span> <span class="status status--geldend">Geldt tot 1 januari 2027</span><br>Vervangen door: Straks</li>
        <li markdown="span">[Straks](straks.md)<br><span class="wanneer__dagen">vanaf 1 januari 2027</span> <span class="status status--toekomstig">Geldt vanaf 1 januari 2027</span></li>
        </ol>

        </section>
        """)
        in pages_on(project)["regelgeving/haarlem/toen.md"]
    )


def test_what_holds_is_that_of_the_day_of_the_site(boom: Boom) -> None:
    project = boom(DRIE)

    def held(dag: datetime.date) -> list[str]:
        page = pages_on(project, dag)["regelgeving/haarlem/eerst.md"]
        lines = page.partition("## Wat gold wanneer")[2].split("\n")
        items = (line for line in lines if "status--geldend" in line)
        return [found[1] for line in items if (found := re.search(r"(?:\[|<strong>)(\w+)", line))]

    assert held(DAG) == ["Toen"]
    assert held(datetime.date(2012, 1, 1)) == ["Eerst"]
    assert held(datetime.date(2027, 1, 1)) == ["Straks"]


def test_the_mark_turns_on_its_day_in_a_site_of_today(boom: Boom) -> None:
    page = pages_on(boom(DRIE), vast=False)["regelgeving/haarlem/straks.md"]
    below = page.partition("## Wat gold wanneer")[2]
    line = below.partition("[Toen](toen.md)")[2].partition("</li>")[0]
    assert '<span data-tot="2027-01-01"><span class="status status--geldend">' in line
    assert '<span data-vanaf="2027-01-01" hidden><span class="status status--vervangen">' in line


def test_what_is_not_sure_says_so(boom: Boom) -> None:
    unsure = rules(
        oud={"geldig_vanaf": None, "status": "onbekend", "vervangen_door": ["nieuw"]},
        nieuw={"geldig_vanaf": "2023-06-02"},
    )
    project = boom(unsure)
    assert project.meldingen() == ""
    page = pages_on(project)["regelgeving/haarlem/nieuw.md"]
    assert (
        '[Oud](oud.md)<br><span class="wanneer__dagen">datum onbekend</span> '
        '<span class="status status--onbekend">Onbekend, de gemeente moet dit bevestigen</span>'
        "<br>Waarschijnlijk vervangen door: Nieuw</li>"
    ) in page


def test_a_rule_without_a_chain_has_no_line(boom: Boom) -> None:
    found = pages_on(boom(rules(alleen={"geldig_vanaf": "2020-01-01"})))
    assert not [path for path, text in found.items() if "wanneer" in text]


def test_a_title_is_text_and_nothing_else(boom: Boom) -> None:
    pages = dict(DRIE)
    old = "regelgeving/haarlem/eerst.md"
    pages[old] = pages[old].replace("titel: Eerst", "titel: '*Eerst* <b>'")
    found = pages_on(boom(pages))
    assert "[&#42;Eerst&#42; &#60;b&#62;](eerst.md)" in found["regelgeving/haarlem/toen.md"]
    assert "<strong>&#42;Eerst&#42; &#60;b&#62;</strong>" in found[old]


BEGIN, END = datetime.date(2020, 1, 1), datetime.date(2023, 6, 2)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (Geldigheid(BEGIN, END), "vanaf 1 januari 2020 tot 2 juni 2023"),
        (Geldigheid(BEGIN), "vanaf 1 januari 2020"),
        (Geldigheid(None, END), "begindatum onbekend, tot 2 juni 2023"),
        (Geldigheid(), "begindatum onbekend"),
        (Geldigheid(altijd=Fase.ONBEKEND), "datum onbekend"),
        (Geldigheid(BEGIN, altijd=Fase.ONBEKEND), "vanaf 1 januari 2020, einddatum onbekend"),
        (Geldigheid(BEGIN, altijd=Fase.INGETROKKEN), "vanaf 1 januari 2020, einddatum onbekend"),
    ],
)
def test_no_day_is_invented(when: Geldigheid, text: str) -> None:
    assert period(when) == text


# -- all of them -----------------------------------------------------------------------------------


def test_one_page_shows_every_chain_under_what_came_last(boom: Boom) -> None:
    more = rules(
        oud={"geldig_vanaf": "2010-01-01", "vervangen_door": ["aldus"]},
        aldus={"geldig_vanaf": "2020-01-01"},
    )
    page = pages_on(boom({**DRIE, **more, **HUB}))["regelgeving.md"]
    assert re.findall(r"^### (\w+)$", page, re.MULTILINE) == ["Aldus", "Straks"]
    listed = re.findall(r"<li[^>]*>\[(\w+)\]", page)
    assert listed == ["Oud", "Aldus", "Eerst", "Toen", "Straks"]
    assert "aria-current" not in page


def test_without_chains_the_page_says_so(boom: Boom) -> None:
    page = pages_on(boom(HUB))["regelgeving.md"]
    assert "Er is nog geen regel door een andere vervangen." in page


# -- in the browser --------------------------------------------------------------------------------

MELDEN = "regelgeving/haarlem/meldprocedure-2023/"


@pytest.mark.browser
@pytest.mark.parametrize("form", [*FORMS, Form(320, "light", "zonder kleur")], ids=str)
def test_the_line_fits_every_screen_and_axe_finds_nothing(
    open_page: OpenPage, base: str, form: Form
) -> None:
    page = open_page(width=form.width, scheme=form.scheme)
    page.goto(base + MELDEN)
    expect(page.locator(".wanneer").get_by_role("listitem")).not_to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= form.width
    assert violations(page, ".wanneer", form) == []


@pytest.mark.browser
def test_the_rule_that_holds_has_a_full_dot_and_the_page_is_marked(page: Page, base: str) -> None:
    page.goto(base + MELDEN)
    items = page.locator(".wanneer").get_by_role("listitem")
    here, first = page.locator(".wanneer [aria-current=page]"), items.first
    expect(here).to_contain_text("(deze pagina)")
    expect(here).to_contain_text("Geldt nu")
    dot = "e => getComputedStyle(e, '::before').backgroundColor"
    assert here.evaluate(dot) != first.evaluate(dot)
    first.get_by_role("link").click()
    expect(page.locator(".wanneer [aria-current=page]")).to_contain_text("(deze pagina)")
    expect(page).not_to_have_url(base + MELDEN)
