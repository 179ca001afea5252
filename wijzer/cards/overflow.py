"""Cards whose text does not fit, found fast: a guess first, Typst only when in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.cards.card import BACK, FRONT, make_card, section_text
from wijzer.cards.estimate import surely_fits
from wijzer.cards.fit import Fit, fit_cards, smallest_only
from wijzer.cards.form import A6
from wijzer.cards.store import card_store
from wijzer.corpus import Corpus
from wijzer.macro import Context, Macros, expand
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA

_FRONT_ROOM = A6.height - 2 * A6.padding
_BACK_ROOM = _FRONT_ROOM - A6.qr - 2
# Besides the text, in em: number, title over three lines, bar, values; on the back four headings.
_FRONT_HEADINGS, _BACK_HEADINGS = 14.0, 11.0


def overflows(corpus: Corpus, registry: Macros) -> Iterator[tuple[Document, Fit]]:
    """Yield every side that is too long for the smallest type on the smallest card.

    What fits there fits on the larger card too.
    """
    doubtful = [
        document
        for document in corpus.graph.of_kind(DILEMMA)
        if not _surely_fits(document, Context(corpus.graph, document), registry)
    ]
    by_number = {}
    made = []
    for document in doubtful:
        card = make_card(document, corpus, registry, None)
        if card.nummer not in by_number:  # a number used twice is reported elsewhere
            by_number[card.nummer] = document
            made.append(card)
    for fit in fit_cards(made, card_store(corpus.root), [smallest_only(A6)]):
        if not fit.fits:
            yield by_number[fit.nummer], fit


def _surely_fits(document: Document, context: Context, registry: Macros) -> bool:
    def expanded(heading: str) -> str:
        return expand(section_text(document, heading), context, registry)[0]

    front, back = ([expanded(h) for h in headings] for headings in (FRONT, BACK))
    return (
        len(document.titel) <= 45
        and surely_fits(front, _FRONT_HEADINGS, A6, _FRONT_ROOM)
        and surely_fits(back, _BACK_HEADINGS, A6, _BACK_ROOM)
    )
