"""Cards whose text does not fit, found fast: a guess first, then what is known, then Typst."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from wijzer.base.store import Store, kept
from wijzer.cards.card import BACK, FRONT, make_card
from wijzer.cards.compile import template_fingerprint
from wijzer.cards.estimate import surely_fits
from wijzer.cards.fit import Fit, measure_cards, smallest_only
from wijzer.cards.form import A6
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma

FRONT_ROOM = A6.height - 2 * A6.padding
BACK_ROOM = FRONT_ROOM - A6.qr - 2
"""Room for text on the smallest card, in millimetres."""
FRONT_HEADINGS, BACK_HEADINGS = 14.0, 11.0
"""Besides the text, in em: number, title over three lines, bar, values; four headings."""
_LONGEST_TITLE = 45
"""Characters that surely take three lines at most."""
_ANY_NUMBER = 1000
"""Cards are measured with a number of four digits, so that equal texts are measured once."""


def overflows(corpus: Corpus) -> Iterator[tuple[Document, Fit]]:
    """Yield every side that is too long for the smallest type on the smallest card.

    What fits there fits on the larger card too.
    """
    doubtful: dict[str, list[Document]] = defaultdict(list)
    for document in corpus.graph.of_kind(DILEMMA):
        front, back = _expanded(document, corpus)
        if not _surely_fits(document, front, back):
            doubtful[_key(document, corpus, [*front, *back])].append(document)
    if not doubtful:
        return
    examples = {key: documents[0] for key, documents in doubtful.items()}
    for key, fits in _fits(examples, corpus).items():
        for document in doubtful[key]:
            number = getattr(document.model, "nummer", 0)
            yield from ((document, replace(f, nummer=number)) for f in fits if not f.fits)


def _expanded(document: Document, corpus: Corpus) -> tuple[list[str], list[str]]:
    """Return the Markdown of the front and of the back, macros replaced."""
    sections = corpus.context(document).sections(document)
    front, back = ([sections.get(heading, "") for heading in side] for side in (FRONT, BACK))
    return front, back


def _surely_fits(document: Document, front: list[str], back: list[str]) -> bool:
    return (
        len(document.titel) <= _LONGEST_TITLE
        and surely_fits(front, FRONT_HEADINGS, A6, FRONT_ROOM)
        and surely_fits(back, BACK_HEADINGS, A6, BACK_ROOM)
    )


def _key(document: Document, corpus: Corpus, texts: list[str]) -> str:
    """Return what the length of a card depends on, as a hash."""
    model = document.model
    assert isinstance(model, Dilemma)
    pages = corpus.graph.documents
    values = [pages[i].titel if i in pages else i for i in model.kernwaarden]
    content = json.dumps([document.titel, model.thema.label, values, texts]).encode("utf-8")
    return hashlib.sha256(template_fingerprint() + content).hexdigest()


def _fits(examples: dict[str, Document], corpus: Corpus) -> dict[str, list[Fit]]:
    """Return how both sides fit, per key; what is not known yet is measured."""
    store = kept(corpus.root, "kaarten")
    found = {key: fits for key in examples if (fits := _read(store, key))}
    missing = {_ANY_NUMBER + n: key for n, key in enumerate(examples.keys() - found.keys())}
    cards = [
        replace(make_card(examples[key], corpus, None), nummer=number)
        for number, key in missing.items()
    ]
    measured: dict[str, list[Fit]] = defaultdict(list)
    for fit in measure_cards(cards, [smallest_only(A6)]):
        measured[missing[fit.nummer]].append(fit)
    for key, fits in measured.items():
        store.write(f"{key}.json", json.dumps([[f.zijde, f.over] for f in fits]).encode("utf-8"))
    return found | measured


def _read(store: Store, key: str) -> list[Fit]:
    data = store.read(f"{key}.json")
    rows = json.loads(data) if data else []
    return [Fit(_ANY_NUMBER, A6.naam, side, A6.smallest, over) for side, over in rows]
