"""The cards on the page with dilemmas: filters, turning, a selection in the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import Form, OpenPage, in_every_form, violations
from tests.gemeente import frozen
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma

pytestmark = pytest.mark.browser

MODELS = [d.model for d in frozen().graph.of_kind(DILEMMA)]
HUB = "dilemmas/"


def counted(wanted: Callable[[Dilemma], bool]) -> int:
    return sum(wanted(model) for model in MODELS if isinstance(model, Dilemma))


def card(page: Page, number: int) -> Locator:
    return page.locator(f'.kaart[data-nummer="{number}"]')


def test_filters_combine_count_and_come_back_from_the_address(page: Page, base: str) -> None:
    page.goto(base + HUB)
    page.get_by_label("Kernwaarde").select_option("Zorgvuldigheid")
    one = counted(lambda m: "zorgvuldigheid" in m.kernwaarden)
    expect(page.get_by_text(f"{one} van {len(MODELS)} getoond")).to_be_visible()
    page.get_by_label("Basisnorm").select_option("Informatiebescherming")
    page.get_by_label("Thema").select_option("Informatie")
    three = counted(
        lambda m: (
            "zorgvuldigheid" in m.kernwaarden
            and "informatiebescherming" in m.basisnormen
            and m.thema == "informatie"
        )
    )
    assert 0 < three < one
    expect(page.get_by_text(f"{three} van {len(MODELS)} getoond")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Thema")).to_have_value("Informatie")
    expect(page.locator(".kaart:visible")).to_have_count(three)
    page.get_by_role("button", name="Toon alles").click()
    expect(page.locator(".kaart:visible")).to_have_count(len(MODELS))
    expect(page).to_have_url(base + HUB)


def test_a_word_is_found_in_the_whole_text_with_or_without_accents(page: Page, base: str) -> None:
    page.goto(base + HUB)
    page.get_by_label("Woord in de tekst").fill("TANDENBORSTELS wijkteam")
    expect(page.locator(".kaart:visible")).to_have_count(1)
    expect(card(page, 18)).to_be_visible()
    page.get_by_label("Woord in de tekst").fill("één klik envelop")
    with_accents = page.locator(".kaart:visible").count()
    page.get_by_label("Woord in de tekst").fill("een klik envelop")
    assert page.locator(".kaart:visible").count() == with_accents == 1
    page.get_by_label("Woord in de tekst").fill("xyzzy")
    text = f"0 van {len(MODELS)} getoond. Haal een keuze weg om meer te zien."
    expect(page.get_by_text(text)).to_be_visible()


def test_the_keyboard_filters_turns_and_selects(page: Page, base: str) -> None:
    page.goto(base + HUB)
    page.get_by_label("Thema").focus()
    page.keyboard.type("Inkoop")
    expected = counted(lambda m: m.thema == "inkoop")
    expect(page.locator(".kaart:visible")).to_have_count(expected)
    first = page.locator(".kaart:visible").first
    turn = first.get_by_role("button", name="Draai om")
    for _ in range(30):
        if turn.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first.get_by_text("Bespreek met elkaar")).to_be_visible()
    expect(first.get_by_text("Lees de situatie")).to_be_hidden()
    front = first.get_by_role("button", name="Naar de voorkant")
    expect(front).to_be_focused()
    page.keyboard.press("Space")
    expect(first.get_by_text("Bespreek met elkaar")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    number = first.get_attribute("data-nummer")
    expect(page).to_have_url(f"{base}{HUB}?thema=Inkoop&kaarten={number}")


def test_a_selection_keeps_its_order_in_the_address(page: Page, base: str) -> None:
    page.goto(base + HUB)
    expect(page.get_by_text("Er liggen nog geen kaarten klaar")).to_be_visible()
    for number in (18, 3, 12):
        card(page, number).get_by_role("checkbox").check()
    expect(page).to_have_url(f"{base}{HUB}?kaarten=18,3,12")
    expect(page.get_by_text("3 kaarten liggen klaar")).to_be_visible()
    page.reload()
    expect(card(page, 3).get_by_role("checkbox")).to_be_checked()
    card(page, 3).get_by_role("checkbox").uncheck()
    expect(page).to_have_url(f"{base}{HUB}?kaarten=18,12")
    page.locator("select[name=voor]").select_option("Bestuurders")
    expect(page).to_have_url(f"{base}{HUB}?kaarten=18,12&voor=Bestuurders")
    page.get_by_role("link", name="Naar de workshop").click()
    expect(page).to_have_url(f"{base}workshop/?kaarten=18,12")
    page.go_back()
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.get_by_text("Er liggen nog geen kaarten klaar")).to_be_focused()
    expect(page).to_have_url(f"{base}{HUB}?voor=Bestuurders")


def test_all_shown_cards_are_laid_ready_at_once(page: Page, base: str) -> None:
    page.goto(f"{base}{HUB}?thema=Onder+druk&kaarten=18")
    shown = counted(lambda m: m.thema == "druk")
    page.get_by_role("button", name=f"Leg alle {shown} getoonde klaar").click()
    expect(page.get_by_text(f"{shown + 1} kaarten liggen klaar")).to_be_visible()
    expect(page.get_by_role("button", name="getoonde klaar")).to_be_hidden()


@pytest.mark.parametrize("text", ["kaarten=999", "kaarten=abc,,-1", "kaarten=<b>1</b>", "kaarten="])
def test_a_strange_address_selects_nothing(page: Page, base: str, text: str) -> None:
    page.goto(f"{base}{HUB}?{text}")
    expect(page.get_by_text("Er liggen nog geen kaarten klaar")).to_be_visible()
    assert page.locator(".kaart:visible").count() == len(MODELS)


def test_the_print_dialog_holds_the_focus_and_gives_it_back(page: Page, base: str) -> None:
    page.goto(f"{base}{HUB}?kaarten=3")
    page.get_by_role("button", name="Print de kaarten").press("Enter")
    dialog = page.get_by_role("dialog", name="Kaarten printen")
    expect(dialog.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("radio", name="korte zijde")).to_be_checked()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Print de kaarten")).to_be_focused()


@in_every_form
def test_axe_finds_nothing_in_any_state(open_page: OpenPage, base: str, form: Form) -> None:
    page = open_page(width=form.width, scheme=form.scheme)
    page.goto(f"{base}{HUB}?kaarten=17,18&thema=Informatie")
    # Hidden cards cost axe seconds and hold nothing to judge.
    page.evaluate("document.querySelectorAll('.kaarten > [hidden]').forEach((c) => c.remove())")
    card(page, 17).get_by_role("button", name="Draai om").click()
    card(page, 18).get_by_text("Lees de situatie").click()
    assert violations(page, form=form) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= form.width
    page.get_by_role("button", name="Print de kaarten").click()
    assert violations(page, form=form) == []


def test_nothing_is_kept_and_nothing_is_asked_afterwards(open_page: OpenPage, base: str) -> None:
    page = open_page()
    page.goto(base + HUB, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Woord in de tekst").fill("bus")
    card(page, 25).get_by_role("checkbox").check()
    card(page, 25).get_by_role("button", name="Draai om").click()
    page.get_by_role("button", name="Print de kaarten").click()
    page.get_by_role("radio", name="korte zijde").check()
    # Chromium looks for the icon of the tab again when the address changes.
    assert {url for url in asked if not url.endswith("/favicon.svg")} == set()
    assert page.context.cookies() == []
    kept = page.evaluate(
        "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),"
        " ...(await indexedDB.databases()), ...(await caches.keys())]"
    )
    assert [name for name in kept if not name.endswith("__palette")] == []


def test_the_selection_works_from_disk(page: Page, site: Path) -> None:
    page.goto((site / "dilemmas" / "index.html").as_uri())
    card(page, 3).get_by_role("checkbox").check()
    page.get_by_role("link", name="Naar de workshop").click()
    expect(page.locator("h1")).to_contain_text("Workshop")
    expect(page).to_have_url((site / "workshop" / "index.html").as_uri() + "?kaarten=3")


def test_without_javascript_every_card_is_there_complete(open_page: OpenPage, base: str) -> None:
    page = open_page(javascript=False)
    page.goto(base + HUB)
    expect(page.locator(".kaart:visible")).to_have_count(len(MODELS))
    for name in ("button", "checkbox", "combobox"):
        expect(page.locator("article").get_by_role(name)).to_have_count(0)  # type: ignore[arg-type]
    card(page, 18).get_by_text("Lees de situatie").click()
    expect(card(page, 18).get_by_text("Meryem werkt in een wijkteam.")).to_be_visible()
    card(page, 18).get_by_text("Bekijk de achterkant").click()
    expect(card(page, 18).get_by_text("Wat de regels zeggen")).to_be_visible()
    page.get_by_role("link", name="Naar de workshop").click()
    expect(page).to_have_url(f"{base}workshop/")
