"""Printing a selection in the browser: every back lies behind its own front.

What is measured is the line "Dilemma 12 · title · side" that begins each side: it stands in the
same place of its cell on both sides, so its place on the sheet tells where the cell is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

MM = 72 / 25.4
CARD_WIDTH, CARD_HEIGHT = 105.0, 148.5
NUMBERS = (19, 3, 48, 12, 7, 31, 25, 1, 40)  # three sheets, the last one with a single card
CLOSE = 0.5  # millimetres
FIRST_LINE = re.compile(r"Dilemma (\d+) ?· [^\n]* ?· (voorkant|achterkant)")


@dataclass(frozen=True)
class Side:
    """Where the first line of a side begins, in mm from the top left corner of the sheet."""

    page: int
    x: float
    y: float


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    yield page
    page.close()


def printed(page: Page, address: str, flip: str, target: Path) -> pypdfium2.PdfDocument:
    page.goto(address)
    page.get_by_role("button", name="Print de kaarten").click()
    page.locator(f"input[value={flip}]").check()
    page.pdf(path=target, prefer_css_page_size=True, print_background=True)
    return pypdfium2.PdfDocument(target)


def sides(document: pypdfium2.PdfDocument, *, turned: bool = False) -> dict[tuple[int, str], Side]:
    """Find the first line of every side.

    A sheet of backs that stands upside down is read, and measured, from its opposite corner.
    """
    found: dict[tuple[int, str], Side] = {}
    for index, page in enumerate(document):
        upside_down = turned and index % 2 == 1
        page.set_rotation(180 if upside_down else 0)
        width, height = page.get_size()
        text = page.get_textpage()
        for match in FIRST_LINE.finditer(text.get_text_range()):
            left, bottom, right, top = text.get_charbox(match.start(), loose=True)
            x, y = (width - right, bottom) if upside_down else (left, height - top)
            found[int(match[1]), match[2]] = Side(index, x / MM, y / MM)
    return found


@pytest.mark.parametrize("flip", ["lang", "kort"])
def test_every_back_lies_behind_its_front(page: Page, base: str, tmp_path: Path, flip: str) -> None:
    """Over the long edge a sheet turns left to right; over the short edge it stands on its head.

    Seen from where a reader of the backs begins, the mirrored cell is the same in both cases.
    """
    address = f"{base}dilemmas/?kaarten={','.join(map(str, NUMBERS))}"
    document = printed(page, address, flip, tmp_path / "kaarten.pdf")
    assert len(document) == 6
    found = sides(document, turned=flip == "kort")
    assert len(found) == 2 * len(NUMBERS)
    for index, number in enumerate(NUMBERS):
        front, back = found[number, "voorkant"], found[number, "achterkant"]
        sheet, place = divmod(index, 4)
        column, row = place % 2, place // 2
        assert (front.page, back.page) == (2 * sheet, 2 * sheet + 1)
        inside_x, inside_y = front.x - column * CARD_WIDTH, front.y - row * CARD_HEIGHT
        assert 8 < inside_x < 10
        assert 7 < inside_y < 11
        behind = ((1 - column) * CARD_WIDTH + inside_x, row * CARD_HEIGHT + inside_y)
        assert (back.x, back.y) == pytest.approx(behind, abs=CLOSE)


def test_single_sided_cards_fold_on_the_middle(page: Page, base: str, tmp_path: Path) -> None:
    address = f"{base}dilemmas/?kaarten=19,3,48"
    found = sides(printed(page, address, "enkel", tmp_path / "vouw.pdf"))
    for index, number in enumerate((19, 3, 48)):
        front, back = found[number, "voorkant"], found[number, "achterkant"]
        assert (front.page, back.page) == (index // 2, index // 2)
        assert front.y - (index % 2) * CARD_HEIGHT == pytest.approx(9, abs=2)
        assert (back.x, back.y) == pytest.approx((front.x + CARD_WIDTH, front.y), abs=CLOSE)


def test_the_sheets_are_a4_with_cut_marks_and_nothing_runs_off_a_card(
    page: Page, base: str, tmp_path: Path
) -> None:
    numbers = ",".join(str(number) for number in range(1, 49))
    document = printed(page, f"{base}dilemmas/?kaarten={numbers}", "lang", tmp_path / "alles.pdf")
    assert len(document) == 24
    assert page.get_by_text("Dit past niet op de kaart").count() == 0
    for index in range(len(document)):
        sheet = document[index]
        width, height = sheet.get_size()
        assert (width / MM, height / MM) == pytest.approx((210, 297), abs=CLOSE)
        text = sheet.get_textpage()
        for char in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(char)
            if right > left and top > bottom:
                assert margin(left / MM, right / MM, CARD_WIDTH) >= 5
                assert margin((height - top) / MM, (height - bottom) / MM, CARD_HEIGHT) >= 5
        # Four marks at the edges and a cross in the middle.
        paths = [o for o in sheet.get_objects() if o.type == pdfium.FPDF_PAGEOBJ_PATH]
        assert len([o for o in paths if max(size(o)) < 6 * MM]) >= 6


def margin(first: float, last: float, cell: float) -> float:
    """Return the distance (mm) from something between two places to the edge of its cell."""
    begin = first // cell * cell
    return min(first - begin, begin + cell - last)


def size(found: pypdfium2.PdfObject) -> tuple[float, float]:
    left, bottom, right, top = found.get_bounds()
    return right - left, top - bottom


def test_a_card_carries_its_number_and_short_address(page: Page, base: str, tmp_path: Path) -> None:
    document = printed(page, f"{base}dilemmas/?kaarten=12", "lang", tmp_path / "kaart.pdf")
    host = base.removeprefix("http://")
    for index in range(2):
        assert f"{host}d/12/" in document[index].get_textpage().get_text_range()
    title = page.locator('.kaart[data-nummer="12"] .kaart__titel').inner_text()
    page.goto(f"{base}d/12/")
    expect(page.locator("article h1")).to_contain_text(title)


def test_without_a_selection_the_page_prints_as_it_is(
    page: Page, base: str, tmp_path: Path
) -> None:
    page.goto(f"{base}dilemmas/?thema=Inkoop")
    page.pdf(path=tmp_path / "lijst.pdf", prefer_css_page_size=True)
    text = pypdfium2.PdfDocument(tmp_path / "lijst.pdf")[0].get_textpage().get_text_range()
    assert text.lstrip().startswith(("Dilemma's", "Een dilemma"))
    assert "voorkant" not in text
    expect(page.locator("#vellen")).to_have_count(0)


def test_after_printing_the_page_is_as_it_was(page: Page, base: str, tmp_path: Path) -> None:
    printed(page, f"{base}dilemmas/?kaarten=3", "lang", tmp_path / "kaart.pdf")
    expect(page.locator("#vellen")).to_have_count(0)
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert page.evaluate("document.documentElement.className").split().count("print-kaarten") == 0


def test_text_that_does_not_fit_is_told_in_millimetres(
    page: Page, base: str, tmp_path: Path
) -> None:
    page.goto(f"{base}dilemmas/?kaarten=3")
    page.evaluate(
        "document.querySelector('.kaart[data-nummer=\"3\"] [data-deel=situatie]')"
        ".append('Woorden. '.repeat(400))"
    )
    page.get_by_role("button", name="Print de kaarten").click()
    page.pdf(path=tmp_path / "lang.pdf", prefer_css_page_size=True)
    status = page.locator("dialog").get_by_role("status")
    expect(status).to_have_text(
        re.compile(r"^Dit past niet op de kaart: Dilemma 3 · .* · voorkant \(\d+ mm te lang\)\.$")
    )
