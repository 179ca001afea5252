"""Somebody on a phone sees the answer and the first thing to do without scrolling."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser import OpenPage
from tests.gemeente import frozen
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, ROL, WEGWIJZER

WIDTH, HEIGHT = 390, 844
FIRST_STEP = "#wat-doe-je ~ :is(ol, ul) > li, #wat-doe-je ~ p"
WAY_IN = ".bereik :is(a, .invullen)"
QUESTION = ".wegwijzer__stap:not([hidden]) .wegwijzer__antwoorden :is(a, button)"
TO_DO = ":is(.praat, .terecht) a, a[href^='tel:']"
PLACES = """(selectors) => selectors.map((selector) => {
  const found = [...document.querySelectorAll(`article :is(${selector})`)]
    .filter((element) => element.checkVisibility());
  if (!found.length) return null;
  const { left, right, top, bottom } = found[0].getBoundingClientRect();
  return { left, right, top, bottom };
})"""


def pages() -> Iterator[tuple[Document, str, str]]:
    """Yield pages with the selector of their answer and that of the first thing to do."""
    graph = frozen().graph
    for soort, action in ((BASISNORM, FIRST_STEP), (WEGWIJZER, QUESTION)):
        yield from ((document, ".samenvatting", action) for document in graph.of_kind(soort))
    for role in graph.of_kind(ROL):
        own = role.model.eigen_contact  # type: ignore[attr-defined]
        yield role, ".samenvatting", WAY_IN if own else "h2 ~ :is(ol, ul) > li, h2 ~ p"
    for document in graph.documents.values():
        if document.path.startswith("docs/melden"):
            yield document, "h1 ~ p, h1 ~ .praat ~ p", TO_DO


def test_the_first_screen_holds_the_answer_and_the_first_thing_to_do(
    open_page: OpenPage, base: str
) -> None:
    phone = open_page(width=WIDTH, height=HEIGHT)
    found = [*pages()]
    assert {document.soort.naam for document, _, _ in found} >= {"basisnorm", "wegwijzer", "rol"}
    assert [problem for one in found if (problem := too_far(phone, base, *one))] == []


def too_far(phone: Page, base: str, document: Document, answer: str, action: str) -> str:
    """Return what does not stand on the first screen of a page; empty when all does."""
    phone.goto(base + document.address, wait_until="domcontentloaded")
    boxes = phone.evaluate(PLACES, [answer, action])
    inside = [
        box
        and box["left"] >= 0
        and box["right"] <= WIDTH
        and 0 <= box["top"] < box["bottom"]
        and box["bottom"] <= HEIGHT
        for box in boxes
    ]
    return "" if all(inside) else f"{document.path}: {boxes}"
