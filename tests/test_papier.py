"""On paper: all that is to be read, nothing to click on, and no heading alone at the foot."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser import OpenPage

pytestmark = pytest.mark.browser

PAGES = {
    "start": "",
    "melden": "melden/",
    "vergelijking": "melden/buiten-de-gemeente/",
    "basisnorm": "regelgeving/basisnormen/relatiegeschenken/",
    "wet": "regelgeving/wetten/ambtenarenwet-2017/",
    "wegwijzer": "wegwijzers/wegwijzer-geschenk/",
    "dilemma": "dilemmas/elf-dozen-op-zolder/",
    "matrix": "matrix/",
}
CONTROLS = (
    "header, .menu, .md-search, .kruimelpad, .filters, .verlaat, button, input, select, .letters"
)
MARGIN = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
TITLES = """() => [...document.querySelectorAll(":is(h1, h2, h3, h4, summary, .groep)")]
  .filter((e) => e.checkVisibility()).map((e) => e.innerText.replaceAll("\\u00ad", "").trim())"""


def printed(page: Page, target: Path) -> pypdfium2.PdfDocument:
    page.pdf(path=target, format="A4", margin=MARGIN)
    return pypdfium2.PdfDocument(target)


def last_line(page: pypdfium2.PdfPage) -> str:
    """Return the words that stand lowest on a sheet."""
    text = page.get_textpage()
    boxes = [text.get_rect(index) for index in range(text.count_rects())]
    lowest = min(bottom for _, bottom, _, _ in boxes)
    line = [box for box in boxes if box[1] < lowest + 4]
    return "".join(text.get_text_bounded(*box) for box in sorted(line)).strip()


@pytest.mark.parametrize("name", PAGES)
def test_no_heading_stands_alone_and_no_control_is_printed(
    page: Page, base: str, tmp_path: Path, name: str
) -> None:
    page.goto(base + PAGES[name])
    sheets = printed(page, tmp_path / f"{name}.pdf")
    page.emulate_media(media="print")
    titles = {*page.evaluate(TITLES)} - {""}
    assert titles, "the page has headings"
    assert [found for sheet in sheets if (found := last_line(sheet)) in titles] == []
    for control in page.locator(CONTROLS).all():
        expect(control).not_to_be_visible()


def test_what_is_folded_is_printed_without_a_script(open_page: OpenPage, base: str) -> None:
    page = open_page(javascript=False)
    page.goto(base + PAGES["basisnorm"])
    folded = page.locator("details.feiten:not([open]) dl")
    assert folded.count() and not folded.first.evaluate(
        "e => e.checkVisibility({contentVisibilityAuto: true})"
    )
    page.emulate_media(media="print")
    assert folded.first.bounding_box()["height"] > 0  # type: ignore[index]
    assert folded.first.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")


def test_numbers_to_call_stand_under_every_text(page: Page, base: str, tmp_path: Path) -> None:
    page.goto(base + PAGES["dilemma"])
    *_, last = printed(page, tmp_path / "dilemma.pdf")
    text = last.get_textpage().get_text_range()
    assert "Hulp of melden" in text
    assert "112" in text


def test_an_address_is_written_out_where_the_text_does_not_tell_it(page: Page, base: str) -> None:
    page.goto(base + PAGES["vergelijking"])
    page.emulate_media(media="print")
    after = "e => getComputedStyle(e, '::after').content"
    outside = page.get_by_role("link", name="Huis voor Klokkenluiders").first
    assert "(" in outside.evaluate(after)
    law = page.locator(".wettekst a[href^='http']").first
    assert law.evaluate(after) == "none"


def test_a_list_of_all_cards_stays_a_list(page: Page, base: str) -> None:
    page.goto(base + "dilemmas/")
    page.emulate_media(media="print")
    card = page.locator("ul.kaarten > .kaart").first
    expect(card.locator(".kaart__titel")).to_be_visible()
    expect(card.locator(".kaart__achter")).to_be_hidden()
