"""From cards to PDF files; a file that was made before is taken from the store."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from wijzer.base.store import Store
from wijzer.cards.card import Card
from wijzer.cards.compile import make_pdf, template_fingerprint
from wijzer.cards.deck import Deck
from wijzer.cards.fit import Fit, Sizes, fit_cards, sizes_of
from wijzer.cards.form import Face, Vorm
from wijzer.cards.typst_input import Edition, deck_data

_TEMPLATES = {Vorm.BEGELEIDER: "booklet.typ", Vorm.DEELNEMERS: "participants.typ"}
_PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True)
class Print:
    """A deck in one form, as the bytes of a PDF file."""

    deck: Deck
    vorm: Vorm
    pdf: bytes

    @cached_property
    def pages(self) -> int:
        """How many pages the file has, read from its page objects."""
        return len(_PAGE.findall(self.pdf))


class TooLongError(Exception):
    """Some texts do not fit on their card; the check reports them one by one."""

    def __init__(self, fits: Sequence[Fit]) -> None:
        self.fits = tuple(fits)
        sides = (f"kaart {f.nummer} ({f.zijde}kant, {f.over:.1f} mm te lang)" for f in fits)
        super().__init__("De tekst past niet op de kaart: " + ", ".join(sides).replace(".", ","))


class Press:
    """Makes PDF files of one edition; measures every card once per size of card."""

    def __init__(self, cards: Sequence[Card], edition: Edition, store: Store) -> None:
        """Prepare to print decks of these cards."""
        self._cards = cards
        self._edition = edition
        self._store = store
        self._sizes: dict[Face, Sizes] = {}

    def make(self, deck: Deck, vorm: Vorm) -> Print:
        """Return the PDF of a deck; equal sources give equal bytes.

        Raises :class:`TooLongError` when a text does not fit.
        """
        sizes = self._sizes_on(vorm.layout.face) if vorm.layout else {}
        data = deck_data(deck, vorm, self._edition, sizes)
        template = _TEMPLATES.get(vorm, "deck.typ")
        content = json.dumps([template, data, self._edition.moment], sort_keys=True).encode()
        name = hashlib.sha256(template_fingerprint() + content).hexdigest() + ".pdf"
        pdf = self._store.read(name)
        if pdf is None:
            pdf = make_pdf(template, data, self._edition.moment)
            self._store.write(name, pdf)
        return Print(deck, vorm, pdf)

    def _sizes_on(self, face: Face) -> Sizes:
        if face not in self._sizes:
            fits = fit_cards(self._cards, self._store, [face])
            if too_long := [fit for fit in fits if not fit.fits]:
                raise TooLongError(too_long)
            self._sizes[face] = sizes_of(fits)
        return self._sizes[face]
