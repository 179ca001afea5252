"""Measure what decks of 60 and 480 cards cost: processor seconds and memory, from nothing kept.

Beside it WeasyPrint with the same texts, when that happens to be installed.
"""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import omgeving

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wijzer.cards.card import Card
    from wijzer.cards.markdown_tree import Content

SIZES = (60, 480)
ADDRESS = "https://wijzer.voorbeeld.nl/"
STYLE = """@page{size:210mm 297mm;margin:0} body{margin:0;font:10pt sans-serif;hyphens:auto}
section{width:89mm;height:132mm;padding:8mm;float:left;overflow:hidden}"""


def many_cards(count: int) -> list[Card]:
    """Return the cards of this checkout, repeated with new numbers."""
    from macros import REGISTRY
    from wijzer.cards.card import cards
    from wijzer.corpus.corpus import load_corpus

    corpus, _ = load_corpus(omgeving.ROOT, REGISTRY)
    found = cards(corpus, ADDRESS)
    return [replace(card, nummer=n) for n, card in enumerate(islice(cycle(found), count), 1)]


def with_typst(cards: list[Card]) -> bytes:
    import datetime

    from wijzer.base.store import Store
    from wijzer.cards.deck import Deck
    from wijzer.cards.form import Vorm
    from wijzer.cards.printing import Press
    from wijzer.cards.typst_input import Edition

    edition = Edition(datetime.date(2026, 11, 23), ADDRESS)
    with tempfile.TemporaryDirectory() as folder:
        press = Press(cards, edition, Store(Path(folder)))
        return press.make(Deck("proef", "Proef", tuple(cards)), Vorm.A6X4).pdf


def with_weasyprint(cards: list[Card]) -> bytes:
    import weasyprint  # type: ignore[import-not-found,unused-ignore]

    parts = (
        f"<section><h1>{card.titel}</h1>{side}</section>" for card in cards for side in sides(card)
    )
    page = f'<html lang="nl"><style>{STYLE}</style>{"".join(parts)}</html>'
    pdf: bytes = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def sides(card: Card) -> list[str]:
    from wijzer.cards.card import BACK, FRONT

    return ["".join(as_html(card.delen[heading]) for heading in side) for side in (FRONT, BACK)]


def as_html(content: Iterable[Content]) -> str:
    tags = {"paragraph": "p", "bullets": "ul", "numbers": "ol", "item": "li", "strong": "b"}
    return "".join(
        html.escape(part)
        if isinstance(part, str)
        else "<{0}>{1}</{0}>".format(tags.get(part.kind.value, "span"), as_html(part.children))
        for part in content
    )


PRINTERS = {"typst": with_typst, "weasyprint": with_weasyprint}


def measure(printer: str, count: int) -> None:
    """Print one deck and say what it cost; runs in a process of its own."""
    import resource  # not on Windows

    cards = many_cards(count)
    begin = time.process_time()
    pdf = PRINTERS[printer](cards)
    seconds = time.process_time() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{printer:10}  {count:3} kaarten: {seconds:6.2f} s processortijd, "
        f"{megabytes:4.0f} MB geheugen, PDF van {len(pdf) / 1e6:.1f} MB"
    )


def main() -> int:
    omgeving.prepare("site")
    if Path(sys.prefix).resolve() != omgeving.VENV.resolve():
        omgeving.become(["python", __file__])
    sys.path.insert(0, str(omgeving.ROOT))
    if len(sys.argv) > 1:
        measure(sys.argv[1], int(sys.argv[2]))
        return 0
    printers = [name for name in PRINTERS if find_spec(name)]
    for printer in printers:
        for count in SIZES:
            subprocess.run([sys.executable, __file__, printer, str(count)], check=True)
    if "weasyprint" not in printers:
        print("WeasyPrint is hier niet geïnstalleerd; er is geen vergelijking.")
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
