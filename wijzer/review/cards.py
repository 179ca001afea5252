"""Which cards have to be printed anew, and whether their texts fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from wijzer.base.findings import Melding
from wijzer.cards.card import BACK, FRONT, Card, cards
from wijzer.cards.check import check_cards
from wijzer.corpus.corpus import Corpus

_Print: TypeAlias = tuple[object, ...]


@dataclass(frozen=True)
class Kaartwijziging:
    """A card that is new, that has another text, or that is gone."""

    nummer: int
    titel: str
    wat: str
    """``nieuw``, ``anders`` or ``vervallen``."""
    meldingen: tuple[Melding, ...] = ()
    """Why the card cannot be printed; empty when it fits."""


def card_changes(before: Corpus, after: Corpus) -> Iterator[Kaartwijziging]:
    """Yield the cards that changed, by number."""
    old, new = ({card.nummer: card for card in cards(corpus, None)} for corpus in (before, after))
    problems = list(check_cards(after))
    for number in sorted(old.keys() | new.keys()):
        card = new.get(number)
        if card is None:
            yield Kaartwijziging(number, old[number].titel, "vervallen")
        elif number not in old or _print(old[number]) != _print(card):
            found = tuple(m for m in problems if m.pad == card.document.path)
            wat = "anders" if number in old else "nieuw"
            yield Kaartwijziging(number, card.titel, wat, found)


def _print(card: Card) -> _Print:
    """Return everything that is printed on a card."""
    texts = tuple(card.delen[heading] for heading in (*FRONT, *BACK))
    return card.titel, card.thema, card.kernwaarden, texts
