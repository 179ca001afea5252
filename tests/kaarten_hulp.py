"""Reading PDF files in tests: where text stands, what a page looks like, what a QR code says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2 as pdfium
import zxingcpp

from tests.boom import DAG, REPO, koppen
from tests.gemeente import frozen
from wijzer.base.store import Store, kept
from wijzer.cards.card import Card, cards
from wijzer.cards.typst_input import Edition
from wijzer.model.kinds import DILEMMA

SITE = "https://wijzer.voorbeeld.nl/"
EDITION = Edition(DAG, SITE)
SITUATIE, VRAAG, BESPREEK, EN_ALS, REGELS, BEGELEIDER = DILEMMA.koppen
MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True)
class Spot:
    """Where a text begins: page from 1, millimetres from the left and top of the page."""

    page: int
    left: float
    top: float


def real_cards() -> list[Card]:
    """Return the cards of the frozen municipality: texts as people write them."""
    return cards(frozen(), SITE)


def real_store() -> Store:
    """Return the store of this checkout: what was measured before is not measured again."""
    return kept(REPO, "kaarten")


def body(**texts: str) -> str:
    """Return the body of a dilemma with these texts under its headings."""
    return koppen(DILEMMA.koppen, **texts)


@dataclass(frozen=True)
class PageText:
    """The text of one page, with a way to its letters."""

    text: str
    letters: pdfium.PdfTextPage
    height: float
    """In points."""

    def spot(self, number: int, index: int) -> Spot:
        """Return where a letter stands: its advance from the left, its ink from the top."""
        left = self.letters.get_charbox(index, loose=True)[0]
        top = self.letters.get_charbox(index)[3]
        return Spot(number, left / MM, (self.height - top) / MM)


@lru_cache(maxsize=8)
def pages_of(pdf: bytes) -> tuple[PageText, ...]:
    """Read all pages of a PDF."""
    document = pdfium.PdfDocument(pdf)
    read = ((page.get_textpage(), page.get_height()) for page in document)
    return tuple(PageText(text.get_text_range(), text, height) for text, height in read)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in millimetres."""
    document = pdfium.PdfDocument(pdf)
    return [(round(w / MM, 1), round(h / MM, 1)) for w, h in (p.get_size() for p in document)]


def letters_of(pdf: bytes) -> str:
    """Return the text of all pages without white space and hyphens, which depend on the lines."""
    return bare("".join(page.text for page in pages_of(pdf)))


def bare(text: str) -> str:
    """Drop what may differ between a source and its lines on paper.

    PDFium marks the hyphen at the end of a line with U+FFFE or U+0002.
    """
    return re.sub(r"[\s\u00a0\u00ad\ufffe\x02-]+", "", text)


def find(pdf: bytes, text: str) -> list[Spot]:
    """Return every place where a text begins."""
    spots = []
    for number, page in enumerate(pages_of(pdf), 1):
        if text not in page.text:
            continue
        searcher = page.letters.search(text, match_case=True, match_whole_word=True)
        while (hit := searcher.get_next()) is not None:
            spots.append(page.spot(number, hit[0]))
    return spots


def qr_texts(pdf: bytes, dpi: int = 150) -> dict[int, list[str]]:
    """Return what the QR codes on each page say, read from an image of the page."""
    found = {}
    for number, page in enumerate(pdfium.PdfDocument(pdf), 1):
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        image = b"".join(rows[y * stride : y * stride + width] for y in range(height))
        shaped = memoryview(image).cast("B", shape=[height, width])
        codes = zxingcpp.read_barcodes(
            shaped, zxingcpp.BarcodeFormat.QRCode, try_rotate=False, try_invert=False
        )
        found[number] = sorted(code.text for code in codes)
    return found
