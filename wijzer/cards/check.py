"""The text of a dilemma fits on its card, and every character can be printed."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.cards.card import REGELS, SITUATIE
from wijzer.cards.characters import unprintable
from wijzer.cards.fit import Fit
from wijzer.cards.form import A6
from wijzer.cards.overflow import overflows
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA

_SIDES = {"voor": ("voorkant", SITUATIE), "achter": ("achterkant", REGELS)}
_LINE = 3.75
"""Height of a line in the smallest type, in millimetres."""


def check_cards(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about the cards of all dilemmas."""
    printable = True
    for document in corpus.graph.of_kind(DILEMMA):
        for melding in _characters(document):
            printable = False
            yield melding
    if printable:  # Typst cannot measure what it cannot print
        yield from (_too_long(document, fit) for document, fit in overflows(corpus))


def _characters(document: Document) -> Iterator[Melding]:
    if not unprintable(document.raw.body) and not unprintable(document.titel):
        return
    for number, line in enumerate(document.raw.body.split("\n"), document.raw.body_line):
        for char in unprintable(line):
            text = f"het teken `{char}` (U+{ord(char):04X}) kan niet op een kaart staan"
            tip = "Gebruik gewone letters en leestekens. Schrijf in woorden wat je bedoelt."
            yield document.fout(number, text, tip)
    for char in unprintable(document.titel):
        text = f"het teken `{char}` (U+{ord(char):04X}) kan niet op een kaart staan"
        yield document.fout(("titel",), text, "Gebruik gewone letters en leestekens.")


def _too_long(document: Document, fit: Fit) -> Melding:
    side, heading = _SIDES[fit.zijde]
    line, _ = document.body.sections.get(heading, (document.raw.body_line, ""))
    over = f"{fit.over:.1f}".replace(".", ",")
    text = f"kaart {fit.nummer}, {side}: de tekst is {over} mm te lang"
    lines = max(1, -int(-fit.over // _LINE))
    amount = "één regel" if lines == 1 else f"{lines} regels"
    tip = (
        f"Maak de {side} ongeveer {amount} korter. "
        f"Zelfs met de kleinste letter ({A6.smallest} punt) past de tekst niet op de kaart."
    )
    return document.fout(line, text, tip)
