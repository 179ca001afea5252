"""Sizes, spacing, motion and colours that WCAG 2.2 asks, on a page of every kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import OpenPage
from tests.gemeente import frozen
from wijzer.model.kinds import SOORTEN

pytestmark = pytest.mark.browser

PAGES = {soort.naam: frozen().graph.of_kind(soort)[0].address for soort in SOORTEN}
PAGES |= {"start": "", "matrix": "matrix/", "melden": "melden/"}
PHONE = 320
"""A screen of 1280 at 400 %: the narrowest that WCAG asks for."""

SMALL_TARGETS = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary")];
    const seen = all.filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && !e.closest("[inert]"));
    const boxes = seen.map((target) => ({ target, box: target.getBoundingClientRect() }));
    const inText = (e) => getComputedStyle(e).display === "inline"
        && e.parentElement.innerText.trim().length > e.innerText.trim().length;
    const big = ({ width, height }) => width >= 24 && height >= 24;
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const near = (mine, other) => {
        const [x, y] = middle(mine);
        const dx = Math.max(other.left - x, 0, x - other.right);
        const dy = Math.max(other.top - y, 0, y - other.bottom);
        const [ox, oy] = middle(other);
        return Math.hypot(dx, dy) < 12 || (!big(other) && Math.hypot(ox - x, oy - y) < 24);
    };
    return boxes
        .filter(({ target, box }) => box.width > 1 && !big(box) && !inText(target))
        .filter(({ target, box }) => boxes.some((other) =>
            other.target !== target && other.box.width > 1 && near(box, other.box)))
        .map(({ target, box }) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`);
}"""
"""Targets below 24 by 24 that touch another: not in a sentence, and no room around them (2.5.8)."""

SPACED = """() => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, wide];
}"""
CLIPPED = """() => [...document.querySelectorAll("article *, .kop *, .hulp *")].filter((e) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(e);
    if (clipPath !== "none" || e.clientWidth < 2 || !e.innerText?.trim()) return false;
    return (["hidden", "clip"].includes(overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (["hidden", "clip"].includes(overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map((e) => e.outerHTML.slice(0, 90))"""
MOVING = """() => [...document.querySelectorAll("*")].filter((e) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(e);
    const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
    return long(transitionDuration) || (animationName !== "none" && long(animationDuration));
}).map((e) => e.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("kind", PAGES)
def test_a_phone_with_wide_text_and_without_motion(
    open_page: OpenPage, base: str, kind: str
) -> None:
    """Nothing sticks out or is cut off (1.4.10, 1.4.12), and every target can be hit (2.5.8)."""
    page = open_page(width=PHONE, height=640)
    page.goto(base + PAGES[kind])
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(MOVING) == []
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("address", ["", "melden/", "melden/buiten-de-gemeente/"])
def test_help_can_be_hit_with_an_unsteady_thumb(
    open_page: OpenPage, base: str, address: str
) -> None:
    page = open_page(width=PHONE)
    page.goto(base + address)
    targets = page.locator(".kop__hulp, .verlaat__knop, .hulp a[href^='tel:']").locator(
        "visible=true"
    )
    heights = targets.evaluate_all("all => all.map((e) => e.getBoundingClientRect().height)")
    assert len(heights) >= 4
    assert min(heights) >= 44


@pytest.fixture
def forced(browser: Browser) -> Iterator[Page]:
    """A page in the colours that a reader chose, as Windows does with high contrast."""
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


EDGE = """(e) => {
    const { borderTopStyle, borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(e);
    return (borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1)
        || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1);
}"""


@pytest.mark.parametrize(
    "part", [".kop__hulp", ".md-search__form", ".verlaat__knop", ".klikvlak, .knop, .antwoord"]
)
def test_in_forced_colours_a_control_has_an_edge(forced: Page, base: str, part: str) -> None:
    """Backgrounds are gone there: only a border tells a field or button from text."""
    forced.goto(f"{base}melden/" if "knop, " not in part else f"{base}dilemmas/")
    found = forced.locator(part).locator("visible=true")
    assert found.count()
    assert all(found.nth(i).evaluate(EDGE) for i in range(min(found.count(), 5)))


def test_the_measures_can_fail(page: Page, base: str) -> None:
    page.goto(f"{base}melden/")
    page.evaluate("""() => document.querySelector("article").insertAdjacentHTML("afterbegin",
        "<button id=a>A</button><button id=b>B</button><p id=c>Een lange zin</p>")""")
    page.evaluate("""() => {
        for (const id of ["a", "b"])
            Object.assign(document.getElementById(id).style, { width: "9px", height: "9px" });
        Object.assign(document.getElementById("c").style,
            { overflow: "hidden", height: "8px", transition: "color 2s" });
    }""")
    ids = ["a", "b"]
    assert [small.split('"')[1] for small in page.evaluate(SMALL_TARGETS)][:2] == ids
    assert [cut.split('"')[1] for cut in page.evaluate(CLIPPED)] == ["c"]
    page.emulate_media(reduced_motion="no-preference")
    assert 'id="c"' in "".join(page.evaluate(MOVING))


def test_in_forced_colours_the_focus_is_seen(forced: Page, base: str) -> None:
    forced.goto(f"{base}melden/")
    for _ in range(12):
        forced.keyboard.press("Tab")
        expect(forced.locator(":focus")).to_have_count(1)
        assert forced.locator(":focus").evaluate(
            "(e) => getComputedStyle(e).outlineStyle !== 'none'"
        )


@pytest.mark.parametrize("address", ["matrix/", "melden/welke-weg/"])
def test_a_table_stays_one_on_a_phone(open_page: OpenPage, base: str, address: str) -> None:
    page = open_page(width=PHONE)
    page.goto(base + address)
    table = page.get_by_role("table").first
    expect(table).to_have_css("display", "block")
    rows = table.locator("tbody tr:not(.groep)").count()
    assert table.get_by_role("row").count() > rows
    assert table.get_by_role("rowheader").count() == rows
    assert table.get_by_role("columnheader").count() > 1
    assert table.get_by_role("cell").count() >= rows
