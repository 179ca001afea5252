"""A deck as the JSON that the Typst templates read: values only, never code."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from wijzer.cards.card import Card
from wijzer.cards.deck import Deck
from wijzer.cards.form import Vorm
from wijzer.cards.qr import qr_svg
from wijzer.corpus.gemeente import ONBEKEND
from wijzer.model.gemeente import Gemeente
from wijzer.model.kinds import DILEMMADELEN
from wijzer.model.workshop import Stappenplan
from wijzer.pages.markdown import day


@dataclass(frozen=True)
class Edition:
    """What is the same on every print of one version of the sources."""

    versie: datetime.date
    """The date that stands on every card."""
    site: str | None
    """Public address of the site with a slash at the end; None when it is not known yet."""
    stappenplan: Stappenplan | None = None
    """The steps of the conversation; None when there is no page about the workshop."""
    gemeente: Gemeente = ONBEKEND
    """Who publishes it."""

    @property
    def moment(self) -> int:
        """The date inside the PDF: midnight (UTC) of the version, in seconds since 1970."""
        start = datetime.datetime.combine(self.versie, datetime.time(), datetime.UTC)
        return int(start.timestamp())


def card_texts(card: Card) -> dict[str, Any]:
    """Return the texts of one card; nothing that depends on the edition."""
    parts = {
        name: [node.as_json() for node in card.delen[heading]]
        for name, heading in DILEMMADELEN.items()
    }
    return {
        "nummer": card.nummer,
        "titel": card.titel,
        "thema": card.thema.label,
        "kernwaarden": list(card.kernwaarden),
        "koppen": DILEMMADELEN,
        **parts,
    }


def deck_data(
    deck: Deck, vorm: Vorm, edition: Edition, sizes: dict[int, dict[str, float]]
) -> dict[str, Any]:
    """Return everything that a template needs.

    ``sizes`` holds the type size in points per card number and side.
    """
    layout = vorm.layout
    return {
        "titel": deck.titel,
        "titel_volledig": f"Dilemmakaarten: {deck.titel}" if layout else _title(deck, vorm),
        "omschrijving": f"{deck.titel}: {amount(len(deck.kaarten))} over integer werken",
        "trefwoorden": ["integriteit", "dilemma", edition.gemeente.voluit],
        "uitgever": edition.gemeente.uitgever,
        "inkt": edition.gemeente.huisstijl.licht.hoofdkleur,
        "vorm": vorm.value,
        "opmaak": asdict(layout) if layout else None,
        "versie": day(edition.versie),
        "site": edition.site,
        "site_kort": _short(edition.site or ""),
        "stappenplan": edition.stappenplan and edition.stappenplan.model_dump(mode="json"),
        "kaarten": [_card_data(card, edition, sizes.get(card.nummer)) for card in deck.kaarten],
    }


def amount(count: int) -> str:
    """Print a number of dilemmas in Dutch: ``1 dilemma``, ``3 dilemma's``."""
    return f"{count} dilemma" if count == 1 else f"{count} dilemma's"


def _title(deck: Deck, vorm: Vorm) -> str:
    if vorm is Vorm.DEELNEMERS:
        return "Deelnemersblad bij de dilemmakaarten"
    return f"Boekje voor de begeleider: {deck.titel}"


def _card_data(card: Card, edition: Edition, sizes: dict[str, float] | None) -> dict[str, Any]:
    url = f"{edition.site}{card.adres}" if edition.site else None
    printed = {
        "url": url,
        "adres": _short(url or ""),
        "qr": qr_svg(url) if url else "",
        "punten": sizes or {},
    }
    return card_texts(card) | printed


def _short(url: str) -> str:
    """Return an address as people type it."""
    return url.partition("://")[2].rstrip("/") + ("/" if url.count("/") > 3 else "")
