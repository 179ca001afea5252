"""Back, forward, a reload and another answer: a guide keeps the place where that is safe."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.test_wegwijzer_in_browser import (
    GUIDES,
    SENSITIVE,
    STATE,
    address,
    by_mouse,
    model_step,
)
from wijzer.corpus.guide_paths import Weg, anchor, paths

pytestmark = pytest.mark.browser

LONGEST = max(
    (way for name in GUIDES if name not in SENSITIVE for way in paths(GUIDES[name])),
    key=lambda way: len(way.stappen),
)
ORDINARY = next(name for name, model in GUIDES.items() if LONGEST in [*paths(model)])
STEPS = [anchor(vraag) for vraag, _ in LONGEST.stappen] + [anchor(LONGEST.uitkomst)]
"""The steps of the longest way through any ordinary guide."""


def walk(page: Page, way: Weg) -> None:
    for vraag, answer in way.stappen:
        by_mouse(page, vraag.antwoorden.index(answer))


def shows(page: Page, step: str) -> None:
    """Wait until a step is the one in view, with the focus on its heading."""
    expect(page.locator(f"[data-stap={step}] h3")).to_be_focused()
    expect(page.locator(f"[data-stap={step}] h3")).to_be_in_viewport()
    assert page.evaluate(STATE)["shown"] == 1


def test_the_browser_goes_back_and_forward_by_one_question(page: Page, base: str) -> None:
    page.goto(base)
    page.goto(address(base, ORDINARY))
    walk(page, LONGEST)
    for step in reversed(STEPS[:-1]):
        page.go_back()
        shows(page, step)
        assert page.url == address(base, ORDINARY)
    assert page.evaluate(STATE)["summary"] == []
    for step in STEPS[1:]:
        page.go_forward()
        shows(page, step)
    assert len(page.evaluate(STATE)["summary"]) == len(LONGEST.stappen)
    for _ in STEPS:
        page.go_back()
    expect(page).to_have_url(base)


def test_the_button_for_the_question_before_is_the_way_back_of_the_browser(
    page: Page, base: str
) -> None:
    page.goto(base)
    page.goto(address(base, ORDINARY))
    walk(page, LONGEST)
    for step in reversed(STEPS[:-1]):
        page.get_by_role("button", name="Vorige vraag").click()
        shows(page, step)
    expect(page.get_by_role("button", name="Vorige vraag")).to_be_hidden()
    page.go_back()
    expect(page).to_have_url(base)


def test_who_comes_back_or_reloads_stands_at_the_question(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(address(base, ORDINARY))
    by_mouse(page, LONGEST.stappen[0][0].antwoorden.index(LONGEST.stappen[0][1]))
    page.reload()
    shows(page, STEPS[1])
    page.locator(".verwant a").last.click()  # far below the question
    page.go_back()
    shows(page, STEPS[1])
    assert len(page.evaluate(STATE)["summary"]) == 1


def test_a_link_to_another_part_of_the_page_keeps_the_place(page: Page, base: str) -> None:
    page.goto(address(base, ORDINARY))
    walk(page, LONGEST)
    page.evaluate("location.hash = document.querySelector('.verwant h2').id")
    expect(page).not_to_have_url(address(base, ORDINARY))
    page.reload()
    shows(page, STEPS[-1])
    page.go_back()
    expect(page).to_have_url(address(base, ORDINARY))
    shows(page, STEPS[-1])


@pytest.mark.parametrize("name", [ORDINARY, SENSITIVE[0]])
def test_an_answer_can_be_changed_and_those_before_it_stay(
    page: Page, base: str, name: str
) -> None:
    way = max(paths(GUIDES[name]), key=lambda found: len(found.stappen))
    page.goto(address(base, name))
    walk(page, way)
    second = way.stappen[1][0]
    page.get_by_role("button", name=f"Verander je antwoord op: {second.tekst}").click()
    shows(page, anchor(second))
    assert page.evaluate(STATE)["summary"] == [
        f"{vraag.tekst} {answer.tekst} Verander" for vraag, answer in way.stappen[:1]
    ]
    expect(page.get_by_role("button", name="Druk deze samenvatting af")).to_be_hidden()
    page.get_by_role("button", name="Vorige vraag").click()
    shows(page, anchor(way.stappen[0][0]))


@pytest.mark.parametrize("name", SENSITIVE)
def test_a_sensitive_guide_leaves_nothing_in_the_history(page: Page, base: str, name: str) -> None:
    page.goto(base)
    page.goto(address(base, name))
    before = page.evaluate("[history.length, history.state, location.href]")
    way = max(paths(GUIDES[name]), key=lambda found: len(found.stappen))
    walk(page, way)
    page.get_by_role("button", name="Vorige vraag").click()
    shows(page, anchor(way.stappen[-1][0]))
    assert page.evaluate("[history.length, history.state, location.href]") == before
    page.reload()
    first = anchor(GUIDES[name].vragen[0])
    assert (model_step(page), page.evaluate(STATE)["summary"]) == (first, [])
    by_mouse(page, 1)
    page.go_back()
    expect(page).to_have_url(base)
    page.go_forward()
    expect(page.locator(f"[data-stap={first}]")).to_be_in_viewport()
    assert page.evaluate(STATE)["summary"] == []


def test_a_sensitive_guide_forgets_when_somebody_leaves(page: Page, base: str) -> None:
    """A browser may keep the page as it was for who comes back: then it holds no answer."""
    page.goto(address(base, SENSITIVE[0]))
    by_mouse(page, 1)
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate(STATE)["summary"] == []
    assert model_step(page) == anchor(GUIDES[SENSITIVE[0]].vragen[0])


def test_what_does_not_fit_on_the_screen_begins_at_the_top_of_it(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(address(base, ORDINARY))
    walk(page, LONGEST)
    shows(page, STEPS[-1])
    top = page.locator(".wegwijzer__status").bounding_box()
    bar = page.locator(".md-header").bounding_box()
    assert top and bar
    assert bar["y"] + bar["height"] <= top["y"] < bar["y"] + bar["height"] + 100
