"""The PDF files of all real dilemmas: sheets, mirrored backs, QR codes, standards."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

import page as pdf_checker
import pytest

from tests.kaarten_hulp import (
    EDITION,
    MM,
    SITE,
    bare,
    find,
    letters_of,
    pages_of,
    qr_texts,
    real_cards,
    real_store,
    sizes,
)
from wijzer.cards.card import BACK, FRONT
from wijzer.cards.deck import ALL, Deck
from wijzer.cards.form import CARD_FORMS, Vorm
from wijzer.cards.markdown_tree import Content
from wijzer.cards.printing import Press, Print

A4 = (210.0, 297.0)
FORMS = pytest.mark.parametrize("vorm", CARD_FORMS, ids=[vorm.value for vorm in CARD_FORMS])


@functools.cache
def deck() -> Deck:
    return Deck(ALL, "Alle dilemma's", tuple(real_cards()))


@functools.cache
def press() -> Press:
    return Press(deck().kaarten, EDITION, real_store())


@functools.cache
def printed(vorm: Vorm) -> Print:
    return press().make(deck(), vorm)


def sheets(cards_per_sheet: int) -> int:
    return -(-len(deck().kaarten) // cards_per_sheet)


def test_every_sheet_is_upright_a4_and_the_instructions_take_one_sheet() -> None:
    assert sizes(printed(Vorm.A6X4).pdf) == [A4] * (2 + 2 * sheets(4))
    assert sizes(printed(Vorm.A5X2).pdf) == [A4] * (2 + 2 * sheets(2))
    assert sizes(printed(Vorm.VOUW).pdf) == [A4] * (2 + sheets(2))


def test_a_print_shop_gets_one_side_of_a6_a_page() -> None:
    assert sizes(printed(Vorm.A6).pdf) == [(105.0, 148.0)] * (2 + 2 * len(deck().kaarten))


def test_the_booklet_and_the_sheet_are_a4() -> None:
    assert set(sizes(printed(Vorm.BEGELEIDER).pdf)) == {A4}
    assert sizes(printed(Vorm.DEELNEMERS).pdf) == [A4]


@pytest.mark.parametrize("vorm", Vorm)
def test_the_page_count_that_readers_see_is_right(vorm: Vorm) -> None:
    assert printed(vorm).pages == len(sizes(printed(vorm).pdf))


@FORMS
def test_every_back_lies_in_the_mirrored_cell_of_its_front(vorm: Vorm) -> None:
    """Turn the sheet over its long side: what was left is right, and the height stays.

    Both sides begin at the same distance from the edges of their cell, so the two distances
    from the left add up to the same for every card.
    """
    page_width, cell_width, padding = {
        Vorm.A6X4: (210, 105, 8),
        Vorm.A5X2: (210, 210, 12),
        Vorm.VOUW: (210, 105, 8),
        Vorm.A6: (105, 105, 8),
    }[vorm]
    pdf = printed(vorm).pdf
    for card in deck().kaarten:
        (front,) = find(pdf, f"{card.thema.label} · kaart {card.nummer}")
        (back,) = find(pdf, f"Achterkant van kaart {card.nummer}")
        assert back.page - front.page == (0 if vorm is Vorm.VOUW else 1)
        assert front.page % 2 == 1 or vorm is Vorm.VOUW, "a front is on the right side of a sheet"
        assert front.left + back.left == pytest.approx(
            page_width - cell_width + 2 * padding, abs=0.5
        )
        assert back.top == pytest.approx(front.top, abs=0.5)


@FORMS
def test_every_card_lies_in_a_cell_of_its_own(vorm: Vorm) -> None:
    fronts = [
        find(printed(vorm).pdf, f"{card.thema.label} · kaart {card.nummer}")[0]
        for card in deck().kaarten
    ]
    cells = {(spot.page, round(spot.left), round(spot.top)) for spot in fronts}
    assert len(cells) == len(fronts)


@FORMS
def test_every_qr_code_leads_to_the_short_address_of_its_card(vorm: Vorm) -> None:
    pdf = printed(vorm).pdf
    read = qr_texts(pdf)
    for card in deck().kaarten:
        (back,) = find(pdf, f"Achterkant van kaart {card.nummer}")
        assert f"{SITE}d/{card.nummer}/" in read[back.page]
    assert sum(len(texts) for texts in read.values()) == len(deck().kaarten)


@FORMS
def test_every_card_carries_number_version_and_short_address(vorm: Vorm) -> None:
    pdf = printed(vorm).pdf
    for card in deck().kaarten:
        assert len(find(pdf, f"Kaart {card.nummer} · versie 23 november 2026")) == 1
        assert len(find(pdf, f"wijzer.voorbeeld.nl/d/{card.nummer}/")) == 1


@FORMS
def test_every_word_of_a_card_is_printed(vorm: Vorm) -> None:
    letters = letters_of(printed(vorm).pdf)
    for card in deck().kaarten:
        for heading in (*FRONT, *BACK):
            for text in strings(card.delen[heading]):
                assert bare(text) in letters, f"kaart {card.nummer}, {heading}"


def strings(content: Iterable[Content]) -> Iterator[str]:
    for part in content:
        if isinstance(part, str):
            yield part
        else:
            yield from strings(part.children)


def test_no_text_leaves_its_side_or_runs_into_the_foot() -> None:
    """On A6: 8 mm of white around, and 20 mm at the bottom of a back for the foot."""
    descender, hanging = 1.2, 1.0  # a hyphen at the end of a line hangs in the margin
    for number, page in enumerate(pages_of(printed(Vorm.A6).pdf)[2:]):
        is_back = number % 2 == 1
        text_ends = page.text.index("· versie") - 9 if is_back else page.letters.count_chars()
        lowest = 148 - 8 - (20 if is_back else 0) + descender
        for index in range(page.letters.count_chars()):
            left, bottom, right, top = (side / MM for side in page.letters.get_charbox(index))
            assert left >= 8 - 0.5 or left == right
            assert right <= 105 - 8 + hanging
            assert 148 - top >= 8 - 0.5 or top == bottom
            if index < text_ends:
                assert 148 - bottom <= lowest or top == bottom


def problems(pdf: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 and PDF/A-2a that a file breaks."""
    reports = (pdf_checker.validate_pdf_bytes(pdf, profile=p) for p in ("ua1", "pdfa2a"))
    return [failure.rule_id for report in reports for failure in report.failures]


@pytest.mark.parametrize("vorm", Vorm)
def test_every_form_is_pdf_ua_and_pdf_a(vorm: Vorm) -> None:
    assert problems(printed(vorm).pdf) == []


DEFECTS = {
    "no language": (b"/Lang(nl-NL)", b"/Xang(nl-NL)"),
    "not marked as tagged": (b"/Marked true", b"/Xarked true"),
    "tags under suspicion": (b"/Suspects false", b"/Suspects true "),
    "no structure": (b"/StructTreeRoot", b"/XtructTreeRoot"),
    "no metadata": (b"/Metadata ", b"/Xetadata "),
    "title not shown": (b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
    "no title": (b"<dc:title>", b"<dc:xitle>"),
    "picture without text": (b"/Alt(", b"/Xlt("),
    "another part of PDF/A": (b"<pdfaid:part>2", b"<pdfaid:part>9"),
    "another level of PDF/A": (b"<pdfaid:conformance>A", b"<pdfaid:conformance>B"),
    "another part of PDF/UA": (b"<pdfuaid:part>1", b"<pdfuaid:part>7"),
    "font not embedded": (b"/FontFile3", b"/XontFile3"),
    "letters without meaning": (b"/ToUnicode", b"/XoUnicode"),
    "tab order": (b"/Tabs/S", b"/Tabs/R"),
    "skipped heading": (b"/S/H2", b"/S/H4"),
    "list of table rows": (b"/S/LI", b"/S/TR"),
    "link without description": (b"/Contents(", b"/Xontents("),
    "link outside the structure": (b"/StructParent ", b"/XtructParent "),
    "unknown role": (b"/S/Link", b"/S/Blok"),
    "no file id": (b"/ID[", b"/XD["),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_checker_sees_a_planted_defect(defect: str) -> None:
    """A checker that finds nothing must be able to find something."""
    whole, broken = DEFECTS[defect]
    pdf = printed(Vorm.A6X4).pdf
    assert whole in pdf
    assert problems(pdf.replace(whole, broken)) != []
