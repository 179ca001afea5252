"""From the XML of a whole text to its passages: articles wherever they stand, and annexes.

Structure (chapters, sections, books) is not kept: a citation names the article only, and an
article that moves to another chapter says the same.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from wijzer.recht.article import BLOCKS, clean_number, parts_of
from wijzer.recht.passages import Passage
from wijzer.recht.xml import name, text_at

_NOT_THE_RULE = frozenset(
    "kop meta-data intitule citeertitel aanhef preambule considerans wetsluiting regeling-sluiting "
    "circulaire.aanhef circulaire-sluiting slotformulering ondertekening toelichting "
    "nota-toelichting inhoudsopgave bijlage-sluiting".split()
)
BIJLAGE = "bijlage"
_FIRST_NUMBER = re.compile(r"(?:artikel|bijlage)?\s*(\d+[a-z]*(?:[.:]\d+[a-z]*)*)", re.IGNORECASE)


@dataclass(frozen=True)
class Stuk:
    """One article or another piece of text, with the number that citations use."""

    nummer: str
    element: Element
    blokken: tuple[Element, ...]

    @property
    def vervallen(self) -> bool:
        """Whether the official file says that it no longer has words."""
        return self.element.get("status") == "vervallen"


@dataclass(frozen=True)
class Inhoud:
    """All passages of a text, its last article, and the articles without words."""

    passages: tuple[Passage, ...]
    laatste_artikel: str
    zonder_tekst: tuple[str, ...]


def read_body(root: Element, versie: datetime.date) -> Inhoud:
    """Read everything below ``root``; ``versie`` is the date for what has none of its own."""
    passages: list[Passage] = []
    empty: list[str] = []
    last = ""
    for stuk in _numbered(_pieces(root, "")):
        found = () if stuk.vervallen else tuple(_passages(stuk, versie))
        if name(stuk.element) == "artikel" and not stuk.nummer.startswith(BIJLAGE):
            last = stuk.nummer
        passages += found
        if not found:
            empty.append(stuk.nummer)
    return Inhoud(tuple(passages), last, tuple(empty))


def _passages(stuk: Stuk, versie: datetime.date) -> Iterator[Passage]:
    since = _date(stuk.element.get("inwerking", "")) or versie
    stam = stuk.element.get("stam-id", "")
    for lid, part, text in parts_of(stuk.blokken):
        yield Passage(stuk.nummer, lid, part, text, since, stam)


def _pieces(container: Element, number: str) -> Iterator[Stuk]:
    """Yield the pieces in a container: its own text, and then what is inside it, in order."""
    number = _number(container, number)
    blocks = tuple(child for child in container if name(child) in BLOCKS)
    if blocks or name(container) == "artikel":
        yield Stuk(number, container, blocks)
    if name(container) != "artikel":
        for child in container:
            if name(child) not in _NOT_THE_RULE and name(child) not in BLOCKS:
                yield from _pieces(child, number)


def _number(element: Element, around: str) -> str:
    """Return the number of an element, or that of what is around it."""
    own = clean_number(text_at(element, "kop", "nr"))
    if not own and (found := _FIRST_NUMBER.match(text_at(element, "kop", "label"))):
        own = found[1]
    if name(element) == BIJLAGE:
        return f"{BIJLAGE} {own}".strip()
    if not own:
        return around
    if around.startswith(BIJLAGE):
        level = "artikel " if name(element) == "artikel" else ""
        return f"{around.partition(' artikel')[0]} {level}{own}"
    return own


def _numbered(pieces: Iterable[Stuk]) -> Iterator[Stuk]:
    """Give every piece a number of its own: ``tekst`` without one, ``8 (2)`` for a second 8."""
    seen: Counter[str] = Counter()
    for stuk in pieces:
        number = stuk.nummer or "tekst"
        seen[number] += 1
        again = f" ({seen[number]})" if seen[number] > 1 else ""
        yield Stuk(number + again, stuk.element, stuk.blokken)


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
