"""The workshop: from drawing a dilemma to its back, by keyboard, from disk, without a trace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import Form, OpenPage, in_every_form, violations
from tests.gemeente import frozen
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma

pytestmark = pytest.mark.browser

DILEMMAS = {
    d.model.nummer: d for d in frozen().graph.of_kind(DILEMMA) if isinstance(d.model, Dilemma)
}
SIZES = {1920: 1080, 1280: 800, 390: 844}
STEPS_OF_JUDGEMENT = 7


def items(number: int, heading: str) -> list[str]:
    """Return the list items under a heading of a dilemma, as written."""
    text = DILEMMAS[number].body.sections[heading][1]
    return re.findall(r"^(?:-|\d+\.) (.+)$", text, flags=re.MULTILINE)


def question(number: int) -> str:
    return DILEMMAS[number].body.sections["De vraag"][1]


def stage(page: Page) -> Locator:
    return page.get_by_role("region", name="Workshop", exact=True)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there, as someone without a mouse does."""
    for _ in range(80):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"de Tab-toets komt niet bij {target}")


def walk(page: Page, number: int) -> None:
    """Go through one dilemma with the arrow keys; the stage shows its first step."""
    shown = stage(page).locator(".podium__scherm")
    twists = items(number, "En als …")
    expect(stage(page).get_by_role("heading", level=1)).to_have_text(
        f"{number}. {DILEMMAS[number].titel}"
    )
    expect(shown).not_to_contain_text(question(number))
    page.keyboard.press("ArrowRight")
    expect(shown.locator(".podium__groot")).to_have_text(question(number))
    for index, twist in enumerate(twists):
        page.keyboard.press("ArrowRight")
        expect(shown.locator(".podium__groot")).to_have_text(f"En als {twist}")
        expect(shown.locator(".podium__eerder li")).to_have_count(index)
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text(items(number, "Bespreek met elkaar")[0])
    expect(shown).to_contain_text("Wat de regels zeggen")
    steps = len(twists) + 3
    expect(stage(page)).to_contain_text(f"stap {steps} van {steps}")


def test_a_workshop_by_keyboard_only(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?kaarten=19,3,25")
    expect(page.get_by_text("3 dilemma’s klaargelegd")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Begin met het eerste"))
    page.keyboard.press("Enter")
    expect(stage(page).get_by_role("heading", level=1)).to_be_focused()
    for number in (19, 3, 25):
        walk(page, number)
        if number != 25:
            tab_to(page, stage(page).get_by_role("button", name="Volgende dilemma"))
            page.keyboard.press("Enter")
    expect(stage(page).get_by_role("button", name="Volgende dilemma")).to_be_hidden()
    page.keyboard.press("PageUp")
    expect(stage(page).locator(".podium__groot")).to_have_text(
        f"En als {items(25, 'En als …')[-1]}"
    )
    page.keyboard.press("Escape")
    expect(stage(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Begin met het eerste")).to_be_focused()
    expect(page).to_have_url(f"{base}workshop/?kaarten=19,3,25")


def test_the_buttons_do_the_same_and_keep_the_focus(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?kaarten=3")
    page.get_by_role("button", name="Begin met het eerste").click()
    forward = stage(page).locator(".podium__onder .knop--hoofd")
    forward.focus()
    labels = []
    while forward.is_visible():
        labels.append(forward.inner_text())
        page.keyboard.press("Enter")
    twists = len(items(3, "En als …"))
    more = ["Nog een: en als …"] * (twists - 1)
    assert labels == ["Naar de vraag", "En als …", *more, "Naar de achterkant"]
    expect(stage(page).get_by_role("heading", level=1)).to_be_focused()
    expect(stage(page).get_by_role("button", name="Trek een ander")).to_be_hidden()
    tab_to(page, stage(page).get_by_role("button", name="Vorige"))
    page.keyboard.press("Enter")
    expect(stage(page).get_by_role("button", name="Vorige")).to_be_focused()


def test_draws_come_from_the_filter_and_never_twice(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/")
    page.get_by_label("Thema").select_option("Inkoop")
    pool = {n for n, d in DILEMMAS.items() if getattr(d.model, "thema", "") == "inkoop"}
    expect(page.get_by_text(f"{len(pool)} dilemma’s om uit te trekken")).to_be_visible()
    page.get_by_role("button", name="Trek er een").click()
    drawn = []
    while True:
        drawn.append(int(stage(page).get_by_role("heading", level=1).inner_text().split(".")[0]))
        again = stage(page).get_by_role("button", name="Volgende dilemma")
        if again.is_hidden():
            break
        again.click()
    assert set(drawn) == pool
    assert len(drawn) == len(pool)


def test_nothing_to_draw_is_said_and_cannot_begin(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?woord=xyzzy")
    expect(page.get_by_text("0 dilemma’s om uit te trekken")).to_be_visible()
    expect(page.get_by_role("button", name="Begin met het eerste")).to_be_disabled()


def test_reload_back_and_forward_keep_the_place(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?kaarten=3,19")
    page.get_by_role("button", name="Begin met het eerste").click()
    page.keyboard.press("ArrowRight")
    place = f"{base}workshop/?kaarten=3,19&nu=3&stap=1"
    expect(page).to_have_url(place)
    page.reload()
    expect(stage(page).locator(".podium__groot")).to_have_text(question(3))
    page.go_back()
    expect(stage(page)).to_be_hidden()
    page.go_forward()
    expect(stage(page).locator(".podium__groot")).to_have_text(question(3))
    page.goto(place.replace("stap=1", "stap=999"))
    expect(stage(page)).to_contain_text("Wat de regels zeggen")
    page.goto(f"{base}workshop/?nu=999&stap=x")
    expect(stage(page)).to_be_hidden()


def test_the_page_behind_the_stage_cannot_be_reached(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?kaarten=3,19")
    page.get_by_role("button", name="Begin met het eerste").click()
    inside = (
        "document.activeElement === document.body || !!document.activeElement.closest('.podium')"
    )
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    page.keyboard.press("n")  # a shortcut of the theme for the next page
    page.keyboard.press("/")  # and one for search
    expect(stage(page)).to_be_visible()
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()


def test_the_seven_steps_stand_beside_it(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?kaarten=3")
    page.get_by_role("button", name="Begin met het eerste").click()
    guide = stage(page).get_by_role("region", name="De zeven stappen")
    expect(guide.get_by_role("listitem")).to_have_count(STEPS_OF_JUDGEMENT)
    toggle = stage(page).get_by_role("button", name="De zeven stappen")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    toggle.press("Enter")
    expect(guide).to_be_hidden()
    expect(toggle).to_have_attribute("aria-expanded", "false")


def test_the_timer_is_optional_and_says_when_time_is_over(page: Page, base: str) -> None:
    page.clock.install()
    page.goto(f"{base}workshop/?kaarten=3")
    page.get_by_role("button", name="Begin met het eerste").click()
    timer = stage(page).get_by_role("timer")
    expect(timer).to_be_hidden()
    stage(page).get_by_role("button", name="Tijd", exact=True).press("Enter")
    expect(timer).to_have_text("5:00")
    stage(page).get_by_role("combobox", name="Tijd").select_option("2")
    stage(page).get_by_role("button", name="Start").click()
    page.clock.run_for(30_000)
    expect(timer).to_have_text("1:30")
    stage(page).get_by_role("button", name="Wacht even").click()
    page.clock.run_for(10_000)
    expect(timer).to_have_text("1:30")
    stage(page).get_by_role("button", name="Start").click()
    page.clock.run_for(90_000)
    expect(timer).to_have_text("0:00")
    expect(stage(page).get_by_text("De tijd is om. Praat gerust door.")).to_be_visible()


def test_the_notes_are_a_view_of_their_own(page: Page, base: str) -> None:
    page.goto(f"{base}workshop/?kaarten=19,3")
    note = items(3, "Voor de begeleider")[0]
    page.get_by_role("button", name="Begin met het eerste").click()
    for _ in range(6):
        expect(stage(page)).not_to_contain_text(items(19, "Voor de begeleider")[0])
        page.keyboard.press("ArrowRight")
    link = stage(page).get_by_role("link", name="Notities ↗ (opent in een nieuw venster)")
    with page.context.expect_page() as opened:
        link.click()
    notes = opened.value
    expect(notes.locator("h1")).to_contain_text("Notities voor de begeleider")
    expect(notes.get_by_text(items(19, "Voor de begeleider")[0])).to_be_visible()
    expect(notes.get_by_text(note)).to_be_hidden()
    expect(notes.get_by_role("button", name="Begin met het eerste")).to_have_count(0)
    notes.close()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Notities voor de begeleider").click()
    expect(page.get_by_text(note)).to_be_visible()
    page.get_by_role("link", name="Naar de workshop").click()
    expect(page).to_have_url(f"{base}workshop/?kaarten=19,3")


def test_nothing_is_kept_and_nothing_is_asked_afterwards(open_page: OpenPage, base: str) -> None:
    page = open_page()
    page.goto(f"{base}workshop/?kaarten=3,19", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Trek er een").click()
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Trek een ander").or_(
        page.get_by_role("button", name="Volgende dilemma")
    ).first.click()
    page.get_by_role("button", name="Stop").click()
    expect(stage(page)).to_be_hidden()
    # Chromium looks for the icon of the tab again when the address changes.
    assert {url for url in asked if not url.endswith("/favicon.svg")} == set()
    assert page.context.cookies() == []
    kept = page.evaluate(
        "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),"
        " ...(await indexedDB.databases()), ...(await caches.keys())]"
    )
    assert [name for name in kept if not name.endswith("__palette")] == []


def test_a_workshop_from_a_usb_stick(page: Page, site: Path) -> None:
    file = (site / "workshop" / "index.html").as_uri()
    page.goto(f"{file}?kaarten=19,3")
    page.get_by_role("button", name="Begin met het eerste").click()
    walk(page, 19)
    expect(page).to_have_url(re.compile(re.escape(f"{file}?kaarten=19,3&nu=19&stap=")))
    page.reload()
    expect(stage(page)).to_contain_text("Wat de regels zeggen")
    page.keyboard.press("Escape")
    expect(stage(page)).to_be_hidden()


@in_every_form
def test_axe_finds_nothing_in_any_state(open_page: OpenPage, base: str, form: Form) -> None:
    page = open_page(width=form.width, height=SIZES[form.width], scheme=form.scheme)
    begin = f"{base}workshop/?kaarten=19,3"
    visit(page, begin)
    page.locator(".zaal summary").first.click()
    assert violations(page, form=form) == []
    for step in (0, 3, 5):
        visit(page, f"{begin}&nu=19&stap={step}")
        if step == 3:
            stage(page).get_by_role("button", name="Tijd", exact=True).click()
        assert violations(page, form=form) == [], step
    visit(page, f"{begin}&beeld=begeleider")
    assert violations(page, form=form) == []


def visit(page: Page, address: str) -> None:
    """Open a page without its hidden dilemmas: they cost axe seconds and hold nothing to judge."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('.zaal > [hidden]').forEach((row) => row.remove())")


@pytest.mark.parametrize("width", SIZES)
def test_every_step_fits_the_width_and_its_buttons_are_in_view(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width, height=SIZES[width])
    page.goto(f"{base}workshop/?kaarten=19")
    page.get_by_role("button", name="Begin met het eerste").click()
    for _ in range(6):
        sizes = page.evaluate(
            "[...document.querySelectorAll('.podium, .podium *')]"
            ".filter((e) => !e.closest('.alleen-voorlezen'))"
            ".map((e) => e.getBoundingClientRect().right)"
        )
        assert max(sizes) <= width
        expect(stage(page).locator(".podium__onder")).to_be_in_viewport(ratio=1)
        page.keyboard.press("ArrowRight")


def test_without_javascript_it_is_a_list_to_read(open_page: OpenPage, base: str) -> None:
    page = open_page(javascript=False)
    page.goto(f"{base}workshop/")
    rows = page.locator(".zaal > li:visible")
    expect(rows).to_have_count(len(DILEMMAS))
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    row = page.locator('.zaal > li[data-nummer="19"]')
    row.locator("summary").click()
    for heading in DILEMMAS[19].soort.koppen:
        expect(row.get_by_role("heading", name=heading)).to_be_visible()
    expect(row.get_by_text(question(19))).to_be_visible()
    expect(page.locator("[data-stappenplan] > ol").first.locator("li")).to_have_count(7)
