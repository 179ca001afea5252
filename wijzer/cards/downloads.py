"""The PDF files that the site offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.base.files import Bestand
from wijzer.base.store import kept
from wijzer.base.version import version_date
from wijzer.cards.card import cards
from wijzer.cards.deck import ALL, site_decks
from wijzer.cards.form import CARD_FORMS, Vorm
from wijzer.cards.printing import Press
from wijzer.cards.typst_input import Edition
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.site_address import site_address
from wijzer.model.workshop import Workshop

FOLDER = "kaarten"
_WHOLE_ONLY = (Vorm.BEGELEIDER, Vorm.DEELNEMERS)


@dataclass(frozen=True)
class Download(Bestand):
    """A PDF for the site, with what a reader wants to know before fetching it."""

    stapel: str
    """Name of the deck, such as ``thema-geschenken``."""
    titel: str
    """Title of the deck, such as ``Thema Geschenken``."""
    vorm: Vorm
    dilemmas: int
    paginas: int

    @property
    def grootte(self) -> str:
        """The size as readers see it: ``310 kB`` or ``1,2 MB`` (1 kB is 1,000 bytes)."""
        kilobytes = max(1, round(len(self.inhoud) / 1000))
        if kilobytes < 1000:
            return f"{kilobytes} kB"
        return f"{kilobytes / 1000:.1f} MB".replace(".", ",")


def edition_of(corpus: Corpus) -> Edition:
    """Return the edition of a checkout: its version date, address, steps and publisher."""
    plans = (d.model.stappenplan for d in corpus.all_documents if isinstance(d.model, Workshop))
    site = site_address(corpus.gemeente)
    return Edition(version_date(corpus.root), site, next(plans, None), corpus.gemeente)


def downloads(corpus: Corpus) -> Iterator[Download]:
    """Yield every PDF of the site; the sources must have passed the check."""
    edition = edition_of(corpus)
    found = cards(corpus, edition.site)
    press = Press(found, edition, kept(corpus.root, "kaarten"))
    for deck in site_decks(found):
        for vorm in (*CARD_FORMS, *_WHOLE_ONLY) if deck.naam == ALL else CARD_FORMS:
            made = press.make(deck, vorm)
            path = f"{FOLDER}/{deck.naam}-{vorm.value}.pdf"
            count = len(deck.kaarten)
            yield Download(path, made.pdf, deck.naam, deck.titel, vorm, count, made.pages)
