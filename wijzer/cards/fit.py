"""Which type size makes the text of a card fit, and how much too long it is otherwise.

Typst measures, since only the program that sets the text knows where lines break.  Results
are kept by content, so an unchanged card is measured once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeAlias

from wijzer.base.store import Store
from wijzer.cards.card import Card
from wijzer.cards.compile import measure, template_fingerprint
from wijzer.cards.form import FACES, STEP, Face
from wijzer.cards.typst_input import card_texts

Sizes: TypeAlias = dict[int, dict[str, float]]
"""Type size in points per card number and side."""

_ROUNDING = 0.01
"""Millimetres; less than this is not too long."""


@dataclass(frozen=True)
class Fit:
    """How the text of one side fits."""

    nummer: int
    vlak: str
    """Name of the :class:`Face`."""
    zijde: str
    """``voor`` or ``achter``."""
    punten: float
    """Largest type size that fits, in points; the smallest allowed when none fits."""
    over: float
    """Millimetres that the text is longer than its room; 0 or less when it fits."""

    @property
    def fits(self) -> bool:
        """Tell whether all of the text can be printed."""
        return self.over <= _ROUNDING


def fit_cards(cards: Sequence[Card], store: Store, faces: Sequence[Face] = FACES) -> list[Fit]:
    """Measure both sides of every card on every face."""
    keys = {card.nummer: _key(card, faces) for card in cards}
    known = {number: fits for number, key in keys.items() if (fits := _read(store, key, number))}
    missing = [card for card in cards if card.nummer not in known]
    for fit in measure_cards(missing, faces):
        known.setdefault(fit.nummer, []).append(fit)
    for card in missing:
        _write(store, keys[card.nummer], known[card.nummer])
    return [fit for card in cards for fit in known[card.nummer]]


def smallest_only(face: Face) -> Face:
    """Return a face with its smallest type only: enough to know whether a text fits."""
    return replace(face, largest=face.smallest)


def sizes_of(fits: Iterable[Fit]) -> Sizes:
    """Return the type size per card and side: ``{12: {"voor": 11.5, "achter": 9.5}}``."""
    sizes: Sizes = {}
    for fit in fits:
        sizes.setdefault(fit.nummer, {})[fit.zijde] = fit.punten
    return sizes


def measure_cards(cards: Sequence[Card], faces: Sequence[Face]) -> list[Fit]:
    """Measure both sides of every card anew; numbers tell the cards apart."""
    if not cards:
        return []
    return [Fit(**value) for value in measure("measure.typ", _data(cards, faces))]


def _data(cards: Iterable[Card], faces: Iterable[Face]) -> dict[str, Any]:
    return {
        "kaarten": [card_texts(card) for card in cards],
        "vlakken": [asdict(face) for face in faces],
        "stap": STEP,
    }


def _key(card: Card, faces: Sequence[Face]) -> str:
    data = json.dumps(_data([card], faces), sort_keys=True).encode("utf-8")
    return hashlib.sha256(template_fingerprint() + data).hexdigest()


def _read(store: Store, key: str, number: int) -> list[Fit]:
    data = store.read(f"{key}.json")
    if data is None:
        return []
    return [Fit(number, **values) for values in json.loads(data)]


def _write(store: Store, key: str, fits: Iterable[Fit]) -> None:
    values = [{k: v for k, v in asdict(fit).items() if k != "nummer"} for fit in fits]
    store.write(f"{key}.json", json.dumps(values).encode("utf-8"))
