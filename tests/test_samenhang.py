"""The drawing of how it all hangs together: what is in it, how the lines run, and how it is used."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Locator, Page, expect

from macros import REGISTRY
from tests.boom import DAG, Project, basisnorm, pagina, regeling, tekst
from tests.browser import FORMS, Form, OpenPage, violations
from tests.gemeente import frozen
from wijzer.base.clock import Peildag
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.geldigheid import fase
from wijzer.model.kinds import BASISNORM, KERNWAARDE
from wijzer.model.pages import Regeling
from wijzer.model.vocabulary import Fase
from wijzer.pages.compose import compose
from wijzer.pages.curves import HEIGHT, WIDTH, Line, curves
from wijzer.pages.samenhang import web

Boom = Callable[..., Project]
LOKAAL = {"soort": "regeling", "bron": {"onbekend": "Niet gevonden."}, "artikelen": None}
MATRIX = pagina("{{ samenhang() }}\n", titel="Samenhang")
NORM = "regelgeving/basisnormen/{}.md"
_PATH = re.compile(r"M0 (\d+)C50 (\d+) 50 (\d+) 100 (\d+)")


def regel(titel: str, **fields: object) -> str:
    return regeling(titel=titel, **{**LOKAAL, **fields})  # type: ignore[arg-type]


def drawn(project: Project, dag: datetime.date = DAG) -> str:
    """Return the page with the drawing, as the site of a day has it."""
    corpus = load_corpus(project.root, REGISTRY, peildag=Peildag(dag, vast=True))[0]
    return {page.pad: page.inhoud for page in compose(corpus)}["samenhang.md"]


# -- what is in it ---------------------------------------------------------------------------------


def test_a_small_site_in_a_drawing(boom: Boom) -> None:
    project = boom({"docs/samenhang.md": MATRIX})
    assert project.meldingen() == ""
    assert tekst("""
        <div class="samenhang" role="group" aria-label="Tekening van de samenhang" data-search-exclude markdown="1">
        <div class="samenhang__vlak" markdown="1">
        <div class="samenhang__kolom samenhang__kolom--kernwaarden" markdown="1">
        <p class="samenhang__kop" id="samenhang-kernwaarden" markdown="span">Kernwaarden</p>
        <ul aria-labelledby="samenhang-kernwaarden" markdown="1">
        <li data-knoop="onafhankelijkheid" markdown="span">[Onafhankelijkheid](kernwaarden/onafhankelijkheid.md) <span class="samenhang__voet"><span>1 dilemma</span></span></li>
        <li data-knoop="zorgvuldigheid" markdown="span">[Zorgvuldigheid](kernwaarden/zorgvuldigheid.md) <span class="samenhang__voet"><span>1 dilemma</span></span></li>
        </ul>
        </div>
        <div class="samenhang__lijnen samenhang__lijnen--links"><svg viewBox="0 0 100 1000" preserveAspectRatio="none" role="img" aria-label="Lijnen van kernwaarden naar Basisnormen" xmlns="http://www.w3.org/2000/svg"><g class="teken-onafhankelijkheid"></g><g class="teken-zorgvuldigheid"><path data-lijn="zorgvuldigheid relatiegeschenken" d="M0 750C50 750 50 500 100 500"/></g></svg></div>
        <div class="samenhang__kolom samenhang__kolom--basisnormen" markdown="1">
        <p class="samenhang__kop" id="samenhang-basisnormen" markdown="span">Basisnormen</p>
        <ul aria-labelledby="samenhang-basisnormen" markdown="1">
        <li data-knoop="relatiegeschenken" markdown="span">[9. Relatiegeschenken](regelgeving/basisnormen/relatiegeschenken.md) <span class="samenhang__voet"><span>1 dilemma</span><span><span class="teken-zorgvuldigheid"></span></span></span></li>
        </ul>
        </div>
        <div class="samenhang__lijnen samenhang__lijnen--rechts"><svg viewBox="0 0 100 1000" preserveAspectRatio="none" role="img" aria-label="Lijnen van Basisnormen naar wetten en regels" xmlns="http://www.w3.org/2000/svg"><path data-lijn="relatiegeschenken ambtenarenwet-2017" d="M0 500C50 500 50 500 100 500"/></svg></div>
        <div class="samenhang__kolom samenhang__kolom--regels" markdown="1">
        <p class="samenhang__kop" id="samenhang-regels" markdown="span">Wetten en regels die nu gelden</p>
        <ul aria-labelledby="samenhang-regels" markdown="1">
        <li data-knoop="ambtenarenwet-2017" markdown="span">[Ambtenarenwet 2017](regelgeving/wetten/ambtenarenwet-2017.md)</li>
        </ul>
        </div>
        </div>
        </div>
        """) in drawn(project)


def test_only_rules_that_hold_on_the_day_are_drawn(boom: Boom) -> None:
    rules = {
        "oud": regel("Oud", geldig_vanaf="2020-01-01", vervangen_door=["nieuw"]),
        "nieuw": regel("Nieuw", geldig_vanaf="2027-01-01"),
        "onzeker": regel("Onzeker", status="onbekend"),
        "ingetrokken": regel("Ingetrokken", status="ingetrokken"),
    }
    pages = {f"regelgeving/haarlem/{name}.md": text for name, text in rules.items()}
    project = boom(pages | {"docs/samenhang.md": MATRIX})

    def rules_on(dag: datetime.date) -> list[str]:
        last = drawn(project, dag).partition("samenhang__kolom--regels")[2]
        return re.findall(r'data-knoop="([^"]+)"', last)

    assert rules_on(DAG) == ["ambtenarenwet-2017", "oud"]
    assert rules_on(datetime.date(2027, 1, 1)) == ["ambtenarenwet-2017", "nieuw"]


def test_a_rule_that_ends_says_so_and_turns_on_its_day(boom: Boom) -> None:
    rule = regel("Oud", geldig_vanaf="2020-01-01", geldig_tot="2027-01-01")
    project = boom({"regelgeving/haarlem/oud.md": rule, "docs/samenhang.md": MATRIX})
    corpus = load_corpus(project.root, REGISTRY, peildag=Peildag(DAG))[0]
    page = {page.pad: page.inhoud for page in compose(corpus)}["samenhang.md"]
    assert '<span data-tot="2027-01-01">[Oud](regelgeving/haarlem/oud.md) (geldt tot 1 jan' in page


def test_a_rule_stands_near_the_middle_of_its_basisnormen(boom: Boom) -> None:
    norms = ("een", "twee", "drie")
    pages = {
        NORM.format(name): basisnorm(titel=name.title(), nummer=str(number))
        for number, name in enumerate(norms, 1)
    }
    around = {"a": ["drie"], "b": ["een", "drie"], "c": ["een"]}
    pages |= {
        f"regelgeving/haarlem/{name}.md": regel(name.title(), basisnormen=found)
        for name, found in around.items()
    }
    graph = load_corpus(boom(pages).root, REGISTRY, peildag=Peildag(DAG))[0].graph
    order = [rule.id for rule in web(graph).regels]
    assert [name for name in order if name in around] == ["c", "b", "a"]


def test_names_are_text_and_nothing_else(boom: Boom) -> None:
    norm = basisnorm(titel="'Geschenken <b> *& meer*'")
    page = drawn(boom({NORM.format("relatiegeschenken"): norm, "docs/samenhang.md": MATRIX}))
    assert "[9. Geschenken &#60;b&#62; &#42;&#38; meer&#42;]" in page


def test_gaps_are_counted_too(boom: Boom) -> None:
    pages = {
        "dilemmas/fles-wijn.md": None,
        "kernwaarden/onafhankelijkheid.md": None,
        "regelgeving/wetten/ambtenarenwet-2017.md": None,
        "docs/samenhang.md": MATRIX,
    }
    page = drawn(boom(pages))
    assert page.count("<span>nog geen dilemma</span>") == 2
    assert "samenhang__kolom--regels" not in page


def test_without_basisnormen_nothing_is_drawn(boom: Boom) -> None:
    gone = ("dilemmas/fles-wijn", "regelgeving/wetten/ambtenarenwet-2017")
    pages = {f"{name}.md": None for name in (*gone, NORM.format("relatiegeschenken")[:-3])}
    assert "samenhang__" not in drawn(boom({**pages, "docs/samenhang.md": MATRIX}))


def test_what_hangs_together_in_the_frozen_municipality_is_drawn_once() -> None:
    graph = frozen().graph
    found = web(graph)
    assert list(found.kernwaarden) == graph.of_kind(KERNWAARDE)
    assert list(found.basisnormen) == graph.of_kind(BASISNORM)
    left = {(found.kernwaarden[a.left].id, found.basisnormen[a.right].id) for a in found.links}
    assert left == {
        (value, norm.id)
        for norm in found.basisnormen
        for value in getattr(norm.model, "kernwaarden", ())
    }
    assert len(left) == len(found.links)
    for rule in found.regels:
        assert isinstance(rule.model, Regeling)
        assert fase(rule.model, graph) is Fase.GELDEND
    assert {line.right for line in found.rechts} == set(range(len(found.regels)))
    assert web(graph) == found


# -- the lines -------------------------------------------------------------------------------------


@st.composite
def webs(draw: st.DrawFn) -> tuple[list[Line], int, int]:
    left, right = draw(st.integers(1, 8)), draw(st.integers(1, 40))
    ends = st.builds(Line, st.integers(0, left - 1), st.integers(0, right - 1))
    return draw(st.lists(ends, max_size=60)), left, right


@given(webs())
def test_every_line_runs_from_its_own_block_to_its_own_block(
    given_web: tuple[list[Line], int, int],
) -> None:
    lines, left, right = given_web
    paths = curves(lines, left, right)
    assert set(paths) == set(lines)
    for line, path in paths.items():
        found = _PATH.fullmatch(path)
        assert found
        begin, begin_bend, end_bend, end = map(int, found.groups())
        assert (begin, end) == (begin_bend, end_bend)
        assert line.left <= begin * left / HEIGHT <= line.left + 1
        assert line.right <= end * right / HEIGHT <= line.right + 1


def test_lines_of_one_block_do_not_cross() -> None:
    paths = curves([Line(0, n) for n in (4, 0, 2, 1, 3)], 1, 5)
    found = [_PATH.fullmatch(path) for path in paths.values()]
    ends = [(int(path[1]), int(path[4])) for path in found if path]
    assert len(ends) == 5
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(ends))
    assert WIDTH == 100


# -- in the browser --------------------------------------------------------------------------------


def picture(page: Page, base: str) -> Locator:
    page.goto(f"{base}matrix/")
    return page.get_by_role("group", name="Tekening van de samenhang")


def lit(drawing: Locator, query: str) -> set[str]:
    found = drawing.locator(f"{query}.samenhang__hoort")
    return set(found.evaluate_all("all => all.map(e => e.dataset.knoop || e.dataset.lijn)"))


@pytest.mark.browser
def test_every_name_is_a_link_in_the_order_of_reading(page: Page, base: str) -> None:
    drawing = picture(page, base)
    found = web(frozen().graph)
    names = [d.id for d in (*found.kernwaarden, *found.basisnormen, *found.regels)]
    drawing.get_by_role("link").first.focus()
    for name in names:
        focused = page.evaluate("document.activeElement.closest('[data-knoop]').dataset.knoop")
        assert focused == name
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.samenhang')") is None
    drawing.get_by_role("link", name="1. Aandacht voor integriteit").click()
    expect(page.locator("h1")).to_contain_text("Aandacht voor integriteit")


@pytest.mark.browser
def test_with_the_focus_a_name_shows_what_belongs_to_it(page: Page, base: str) -> None:
    drawing = picture(page, base)
    norm = "financiele-belangen"
    drawing.locator(f"[data-knoop={norm}] a").focus()
    found = web(frozen().graph)
    place = [document.id for document in found.basisnormen].index(norm)
    values = {found.kernwaarden[a.left].id for a in found.links if a.right == place}
    rules = {found.regels[a.right].id for a in found.rechts if a.left == place}
    assert values
    assert rules
    assert lit(drawing, "li") == {norm, *values, *rules}
    lines = {*(f"{value} {norm}" for value in values), *(f"{norm} {rule}" for rule in rules)}
    assert lit(drawing, "path") == lines
    chosen, other = drawing.locator("path.samenhang__hoort").first, "path:not(.samenhang__hoort)"
    expect(chosen).to_have_css("opacity", "1")
    expect(drawing.locator(other).first).to_have_css("opacity", "0.15")
    page.locator("h1").click()
    assert lit(drawing, "li") == lit(drawing, "path") == set()


@pytest.mark.browser
def test_the_mouse_shows_the_same_and_leaves_the_focus_alone(page: Page, base: str) -> None:
    drawing = picture(page, base)
    value, norm = (drawing.locator(f"[data-knoop={n}]") for n in ("zorgvuldigheid", "gedragscodes"))
    norm.locator("a").focus()
    value.hover()
    assert all(line.startswith("zorgvuldigheid ") for line in lit(drawing, "path"))
    page.locator("h1").hover()
    assert "gedragscodes" in lit(drawing, "li")
    expect(norm.locator("a")).to_be_focused()


@pytest.mark.browser
def test_without_javascript_every_line_and_link_is_there(open_page: OpenPage, base: str) -> None:
    drawing = picture(open_page(javascript=False), base)
    found = web(frozen().graph)
    expect(drawing.locator("path:visible")).to_have_count(len(found.links) + len(found.rechts))
    drawn_names = len(found.kernwaarden) + len(found.basisnormen) + len(found.regels)
    expect(drawing.get_by_role("link")).to_have_count(drawn_names)


@pytest.mark.browser
@pytest.mark.parametrize("form", [*FORMS, Form(320, "light", "zonder kleur")], ids=str)
def test_it_fits_every_screen_and_axe_finds_nothing(
    open_page: OpenPage, base: str, form: Form
) -> None:
    page = open_page(width=form.width, scheme=form.scheme)
    drawing = picture(page, base)
    drawing.locator("[data-knoop=financiele-belangen] a").focus()
    assert page.evaluate("document.documentElement.scrollWidth") <= form.width
    too_wide = """all => all.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.innerText)"""
    assert drawing.locator("li:visible").evaluate_all(too_wide) == []
    assert violations(page, ".samenhang", form) == []
    wide = form.width == 1280
    expect(drawing.get_by_role("list")).to_have_count(3 if wide else 2)


@pytest.mark.browser
def test_a_line_ends_at_the_side_of_its_blocks(page: Page, base: str) -> None:
    """What the build counts on: the blocks of a column share its height, and lines fill the gap."""
    drawing = picture(page, base)
    for line in drawing.locator("path").all():
        box = line.bounding_box()
        names = (line.get_attribute("data-lijn") or "").split()
        one, two = (drawing.locator(f"[data-knoop={name}]").bounding_box() for name in names)
        assert box
        assert one
        assert two
        assert abs(one["x"] + one["width"] - box["x"]) < 4
        assert abs(two["x"] - box["x"] - box["width"]) < 4
        top, bottom = box["y"], box["y"] + box["height"]
        sides = [(b["y"] - 4, b["y"] + b["height"] + 4) for b in (one, two)]
        assert all(any(a <= end <= b for end in (top, bottom)) for a, b in sides)
