"""The whole site with only a keyboard, in Chromium and in Firefox: every stop is in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.firefox import Firefox
from tests.toetsenbord import (
    TWICE,
    Screen,
    Window,
    chromium_window,
    tab_to,
    type_text,
    wait_for,
    walk,
)

pytestmark = pytest.mark.browser

SCREENS = (
    Screen("chromium", 320, 640),
    Screen("chromium", 390, 800),
    Screen("chromium", 640, 450),
    Screen("chromium", 1164, 800),
    Screen("chromium", 1280, 900),
    Screen("chromium", 390, 800, letters=2),
    Screen("chromium", 1280, 900, letters=2),
    Screen("firefox", 390, 800),
    Screen("firefox", 1280, 900),
    Screen("firefox", 1280, 900, letters=2),
)
"""A small phone, a phone, and a screen of 1280 by 900 at 200 % (640), 110 % (1164) and 100 %."""
FEW = pytest.mark.parametrize(
    "screen",
    [one for one in SCREENS if one.letters == 1 and one.width in (390, 1280)],
    ids=str,
    indirect=True,
)
SETTLED = """(async () => {
    const list = document.querySelector(".md-search-result__list");
    const before = list.innerText;
    await new Promise((later) => setTimeout(later, 400));
    return list.children.length > 3 && list.innerText === before;
})()"""
"""The results stand still: the search answers after every letter."""
ANSWER = "document.querySelector('.wegwijzer__stap:not([hidden]) button')?.textContent"
FORWARD = "document.querySelector('.podium__onder .knop--hoofd:not([hidden])')?.textContent"


@pytest.fixture(params=SCREENS, ids=str)
def screen(request: pytest.FixtureRequest) -> Screen:
    return request.param


@pytest.fixture
def window(screen: Screen, request: pytest.FixtureRequest) -> Iterator[Window]:
    """A window of this size, in this browser."""
    if screen.browser == "firefox":
        found: Firefox = request.getfixturevalue("firefox")
        found.size(screen.width, screen.height)
        yield found
    else:
        browser: Browser = request.getfixturevalue("browser")
        with chromium_window(browser, screen) as opened:
            yield opened


@pytest.fixture
def visit(window: Window, screen: Screen, base: str) -> Callable[[str], None]:
    """Open a page of the site as this screen shows it."""

    def go(address: str) -> None:
        window.open(base + address)
        if screen.letters > 1:
            window.ask(TWICE)

    return go


def test_a_page_from_the_first_stop_to_the_last(
    window: Window, visit: Callable[[str], None]
) -> None:
    visit("melden/")
    stops = walk(window)
    parts = {stop.part for stop in stops}
    assert {"article", ".md-footer"} <= parts
    assert stops[0].name == "Ga naar inhoud"
    assert "Hulp of melden" in {stop.name for stop in stops}


@pytest.mark.parametrize("address", ["kernwaarden/zorgvuldigheid/", "matrix/", "regelgeving/"])
@pytest.mark.parametrize("screen", SCREENS[:1], ids=str, indirect=True)
def test_other_pages_on_the_smallest_screen(
    window: Window, visit: Callable[[str], None], address: str
) -> None:
    visit(address)
    assert len(walk(window)) > 10


def test_the_menu_opens_holds_the_focus_and_gives_it_back(
    window: Window, screen: Screen, visit: Callable[[str], None]
) -> None:
    visit("melden/")
    if screen.width >= 1220:
        assert "Dilemma's" in {stop.name for stop in walk(window)}
        return
    tab_to(window, "Menu")
    window.press("Enter")
    wait_for(window, "document.activeElement.getBoundingClientRect().left >= 0")
    inside = walk(window)
    assert {stop.part for stop in inside} == {".md-sidebar--primary"}
    window.press("Escape")
    wait_for(window, "document.activeElement.matches('.kop__menu')")


def test_search_from_the_field_to_a_result_and_back(
    window: Window, screen: Screen, visit: Callable[[str], None]
) -> None:
    visit("melden/")
    if screen.width < 960:
        tab_to(window, "Zoeken")
        window.press("Enter")
        wait_for(window, "document.activeElement.matches('.md-search__input')")
    else:
        tab_to(window, "Zoek")
    type_text(window, "geschenk")
    wait_for(window, SETTLED)
    result = tab_to(window, "Relatiegeschenken")
    assert result.part == ".md-search"
    window.press("Escape")
    wait_for(window, "!document.querySelector('#__search').checked")


@FEW
def test_a_guide_to_its_outcome(window: Window, visit: Callable[[str], None]) -> None:
    visit("wegwijzers/wegwijzer-geschenk/")
    for _ in range(10):
        answer = window.ask(ANSWER)
        if not answer:
            break
        tab_to(window, answer)
        window.press("Enter")
    assert window.ask("document.querySelector('.wegwijzer').dataset.staat") == "uitkomst"
    assert len(walk(window)) > 3


@FEW
def test_the_workshop_from_the_draw_to_the_back(
    window: Window, visit: Callable[[str], None]
) -> None:
    visit("workshop/?kaarten=3")
    tab_to(window, "Begin met het eerste")
    window.press("Enter")
    wait_for(window, "document.activeElement.matches('.podium__titel')")
    assert {stop.part for stop in walk(window)} == {".podium"}
    for _ in range(12):
        if not (forward := window.ask(FORWARD)):
            break
        if not window.ask(f"document.activeElement.textContent === {forward!r}"):
            tab_to(window, forward)
        window.press("Enter")
    assert {stop.part for stop in walk(window)} == {".podium"}
    window.press("Escape")
    wait_for(window, "document.activeElement.textContent.startsWith('Begin met het eerste')")


@FEW
def test_a_dialog_holds_the_focus_and_gives_it_back(
    window: Window, visit: Callable[[str], None]
) -> None:
    visit("dilemmas/?kaarten=3")
    tab_to(window, "Print de kaarten")
    window.press("Enter")
    wait_for(window, "document.querySelector('dialog').open")
    assert {stop.part for stop in walk(window)} == {"dialog"}
    window.press("Escape")
    wait_for(window, "document.activeElement.textContent === 'Print de kaarten'")


def test_firefox_opens_no_menu_after_a_reload(firefox: Firefox, base: str) -> None:
    """Firefox keeps the state of a checkbox, and the menu opens with one."""
    firefox.size(390, 800)
    firefox.open(f"{base}melden/")
    firefox.ask("document.querySelector('.kop__menu').click()")
    wait_for(firefox, "document.querySelector('#__drawer').checked")
    firefox.reload()
    assert not firefox.ask("document.querySelector('#__drawer').checked")
    assert firefox.ask("document.querySelector('.kop__menu').ariaExpanded") == "false"
