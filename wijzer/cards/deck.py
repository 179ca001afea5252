"""Which cards go together: a selection with a title."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wijzer.base.findings import quoted
from wijzer.cards.card import Card
from wijzer.model.vocabulary import Thema

ALL = "alle"
"""Name of the deck with every dilemma."""


class SelectionError(Exception):
    """A selection that cannot be made; the message is for the person who asked."""


@dataclass(frozen=True)
class Deck:
    """Cards that are printed together."""

    naam: str
    """For the file name, such as ``thema-geschenken``."""
    titel: str
    """What readers see, such as ``Thema Geschenken``."""
    kaarten: tuple[Card, ...]


def site_decks(cards: Sequence[Card]) -> Iterator[Deck]:
    """Yield the decks that the site offers: all cards, then per kernwaarde, then per thema."""
    if not cards:
        return
    yield Deck(ALL, "Alle dilemma's", tuple(cards))
    values = {
        value: title
        for card in cards
        for value, title in zip(card.kernwaarde_ids, card.kernwaarden, strict=True)
    }
    for value, title in sorted(values.items(), key=lambda item: item[1]):
        found = tuple(card for card in cards if value in card.kernwaarde_ids)
        yield Deck(f"kernwaarde-{value}", f"Kernwaarde {title}", found)
    for thema in Thema:
        if found := tuple(card for card in cards if card.thema is thema):
            yield Deck(f"thema-{thema.value}", f"Thema {thema.label}", found)


def select(
    cards: Sequence[Card], thema: str = "", kernwaarde: str = "", nummers: Collection[int] = ()
) -> Deck:
    """Return the deck that somebody asks for.

    ``thema`` and ``kernwaarde`` narrow the choice together; ``nummers`` puts these cards with
    it, or stands alone.  Raises :class:`SelectionError` when a word or number is unknown, or
    when nothing is left.
    """
    _refuse_unknown(cards, kernwaarde, nummers)
    filtered = bool(thema or kernwaarde)
    chosen = tuple(
        card
        for card in cards
        if card.nummer in nummers
        or (
            (filtered or not nummers)
            and (not thema or card.thema == thema)
            and (not kernwaarde or kernwaarde in card.kernwaarde_ids)
        )
    )
    if not chosen:
        raise SelectionError("Bij deze keuze hoort geen enkel dilemma.")
    title = _title(cards, thema, kernwaarde, nummers)
    return Deck("keuze", title, chosen)


def _refuse_unknown(cards: Sequence[Card], kernwaarde: str, nummers: Collection[int]) -> None:
    known = {card.nummer for card in cards}
    if missing := sorted(set(nummers) - known):
        numbers = ", ".join(map(str, missing))
        range_ = f"{min(known)} tot en met {max(known)}" if known else "geen"
        raise SelectionError(f"Dit dilemma bestaat niet: {numbers}. Nummers die er zijn: {range_}.")
    values = sorted({value for card in cards for value in card.kernwaarde_ids})
    if kernwaarde and kernwaarde not in values:
        raise SelectionError(f"`{kernwaarde}` is geen kernwaarde. Kies uit: {quoted(values)}.")


def _title(cards: Sequence[Card], thema: str, kernwaarde: str, nummers: Collection[int]) -> str:
    titles = {v: t for c in cards for v, t in zip(c.kernwaarde_ids, c.kernwaarden, strict=True)}
    parts = [f"Thema {Thema(thema).label}"] if thema else []
    parts += [f"kernwaarde {titles[kernwaarde]}"] if kernwaarde else []
    if not parts:
        return "Een keuze uit de dilemma's" if nummers else "Alle dilemma's"
    title = ", ".join(parts)
    return title[0].upper() + title[1:]
