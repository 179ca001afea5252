"""The bar above every page with only a keyboard: in view, uncovered, in and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import OpenPage, violations
from tests.gemeente import frozen

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 640, 1164, 1280)
"""A small phone, a phone, and a screen of 1280 at 200 %, 110 % and 100 %."""
SMALL = WIDTHS[:3]
with_menu_button = pytest.mark.parametrize("width", WIDTHS[:4])
PAGE = "kernwaarden/zorgvuldigheid/"

STOP = """() => {
    const stop = document.activeElement;
    const { left, top, width, height } = stop.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    const inside = left >= 0 && top >= 0 && left + width <= innerWidth + 1 && height >= 1;
    return {
        name: stop === document.body ? "BODY" : (stop.ariaLabel || stop.innerText || stop.tagName).trim(),
        seen: inside && found !== null && (stop.contains(found) || found.contains(stop)),
        drawer: Boolean(stop.closest(".md-sidebar--primary")),
        article: Boolean(stop.closest("article")),
    };
}"""


def stops(page: Page) -> list[str]:
    """Walk to the first link of the text; every stop can be seen.  Return their names."""
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert stop["seen"], f"niet te zien: {stop['name']}"
        if stop["article"]:
            return names
        names.append(stop["name"])
    raise AssertionError(f"de tekst is niet bereikt: {names}")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_stop_on_the_way_to_the_text_is_in_view(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width, height=800)
    page.goto(base + PAGE)
    names = stops(page)
    assert ("Menu" in names) == (width < 1220)
    assert ("Zoeken" in names) == (width < 960)
    assert ("Dilemmakaarten" in names) == (width >= 1220)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@with_menu_button
def test_the_menu_opens_and_gives_the_focus_back(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width, height=800)
    page.goto(base + PAGE)
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary")).to_have_js_property("inert", True)
    button.focus()
    page.keyboard.press("Enter")
    close = page.get_by_role("button", name="Sluit menu")
    expect(close).to_be_focused()
    page.wait_for_function("document.activeElement.getBoundingClientRect().left >= 0")
    for _ in range(25):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert stop["name"] == "BODY" or (stop["drawer"] and stop["seen"]), stop
    close.focus()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # now on "Sluit menu"
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", SMALL)
def test_search_opens_and_gives_the_focus_back(open_page: OpenPage, base: str, width: int) -> None:
    page = open_page(width=width, height=800)
    page.goto(base + PAGE)
    button = page.get_by_role("button", name="Zoeken", exact=True)
    expect(page.locator(".md-search")).to_have_js_property("inert", True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-search') !== null")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sluit", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(page.locator(".md-search")).to_have_js_property("inert", True)


def test_without_javascript_the_menu_stands_below_the_text(open_page: OpenPage, base: str) -> None:
    page = open_page(width=390, javascript=False)
    page.goto(base + PAGE)
    expect(page.locator(".kop button:visible")).to_have_count(0)
    page.get_by_role("link", name="Menu", exact=True).click()
    entry = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Workshop")
    expect(entry).to_be_visible()
    entry.click()
    expect(page.locator("h1")).to_contain_text("Workshop")


def test_axe_finds_nothing_in_the_open_menu(open_page: OpenPage, base: str) -> None:
    page = open_page(width=390)
    page.goto(base + PAGE)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.wait_for_function("document.activeElement.getBoundingClientRect().left >= 0")
    assert violations(page, ".md-sidebar--primary") == []


@pytest.mark.parametrize(
    ("address", "group", "entry", "current"),
    [
        ("kernwaarden/zorgvuldigheid/", "Regels", "Kernwaarden", "true"),
        ("melden/na-je-melding/", "Melden", "Melden", "true"),
        ("dilemmas/", "Met je team", "Dilemma's", "page"),
        ("toegankelijkheid/", "Over", "Over de Integriteitswijzer", "true"),
    ],
)
def test_a_page_has_its_place_in_the_menu(
    page: Page, base: str, address: str, group: str, entry: str, current: str
) -> None:
    page.goto(base + address)
    expect(page.locator(".menu__groep--hier > .menu__naam")).to_have_text(group)
    here = page.locator(".menu [aria-current]")
    expect(here).to_have_text(entry)
    expect(here).to_have_attribute("aria-current", current)


def test_every_page_has_a_place_in_the_menu(site: Path) -> None:
    for document in frozen().graph.documents.values():
        html = (site / document.address / "index.html").read_text("utf-8")
        menu = html[html.index('id="__menu"') :]
        assert menu[: menu.index("</nav>")].count("aria-current=") == 1, document.path


@pytest.mark.parametrize("width", (320, 1280))
def test_help_is_one_key_away_on_every_page(open_page: OpenPage, base: str, width: int) -> None:
    page = open_page(width=width, height=800)
    page.goto(base + PAGE)
    page.get_by_role("link", name="Hulp of melden").focus()
    page.keyboard.press("Enter")
    help = page.get_by_role("region", name="Hulp of melden")
    expect(help).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(help.get_by_role("link").first).to_be_focused()
    links = help.get_by_role("link").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert [href for href in links if href.startswith("tel:")] == [
        "tel:112",
        "tel:08000113",
        "tel:0881331000",
    ]
    help.get_by_role("link", name="Vertrouwenspersonen").click()
    expect(page.locator("h1")).to_contain_text("Vertrouwenspersonen")


REPORTING = ("melden/", "melden/buiten-de-gemeente/", "wegwijzers/wegwijzer-misstand/")


@pytest.mark.parametrize("address", REPORTING)
def test_three_times_escape_leaves_a_sensitive_page(page: Page, base: str, address: str) -> None:
    page.goto(base)
    page.goto(base + address)
    link = page.get_by_role("link", name="Verlaat deze pagina")
    expect(link).to_have_attribute("href", "https://www.knmi.nl/")
    link.evaluate("(link, to) => (link.href = to)", f"{base}workshop/")
    before = page.evaluate("history.length")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    told = page.get_by_text("Nog 1 keer Escape en je verlaat deze pagina.")
    expect(told).to_be_visible()
    page.keyboard.press("Shift")  # another key: it begins again
    expect(told).to_have_count(0)
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page).to_have_url(f"{base}workshop/")
    assert page.evaluate("history.length") == before
    page.go_back()
    expect(page).to_have_url(base)


def test_the_key_that_leaves_can_be_switched_off(page: Page, base: str) -> None:
    page.goto(f"{base}melden/")
    page.get_by_label("Drie keer Escape verlaat deze pagina.").uncheck()
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".verlaat__melding")).to_have_text("")


@pytest.mark.parametrize("width", (320, 1280))
def test_every_stop_of_a_sensitive_page_is_in_view(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width, height=800)
    page.goto(f"{base}melden/")
    assert "Verlaat deze pagina" in stops(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
