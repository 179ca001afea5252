"""What we say about the law beside its words: ``docs/wet-uitleg.yml`` and the reader's table."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from wijzer.model.fields import Regel, at_most, refuse
from wijzer.model.identifiers import ArtikelNummer
from wijzer.model.pages import Frozen, Verwijzing
from wijzer.model.vocabulary import Woord

Sleutel = tuple[str, str, str]
"""A place in one rule: article, lid, onderdeel; an empty text for what is not named."""
_KENMERK = re.compile(r"[0-9a-f]{16}")


def _kenmerk(value: str) -> str:
    if value and not _KENMERK.fullmatch(value):
        tip = "Maak het vak leeg en draai: python3 scripts/wijzer.py recht nagelezen --aanvullen"
        raise refuse(f"is geen kenmerk van een tekst: `{value}`", tip)
    return value


class Plaats(Verwijzing):
    """Een plaats in een wet, met het artikel."""

    artikel: Annotated[ArtikelNummer, Field(examples=['"8"'])]
    """Het artikelnummer, als tekst."""

    @property
    def sleutel(self) -> Sleutel:
        """The place without its rule."""
        return self.artikel, self.lid or "", self.onderdeel or ""


class Uitleg(Plaats):
    """Eén gewone zin bij een plaats in een wet."""

    uitleg: Annotated[Regel, at_most(300), Field(examples=["Je vraagt niet om een cadeau."])]
    """Wat er staat, in gewone taal."""


class Wetuitleg(Frozen):
    """Alle uitleg bij de wet (`docs/wet-uitleg.yml`)."""

    plaatsen: Annotated[tuple[Uitleg, ...], Field(examples=[[]])]
    """Elke plaats met haar zin."""


class Leesoordeel(Woord):
    """What the reader found when laying our sentence beside the official words."""

    JUIST = "juist"
    VOORWAARDE = "voorwaarde genoemd"
    UITZONDERING = "uitzondering genoemd"


class Nagelezen(Plaats):
    """Eén aanhaling die naast de officiële woorden is gelegd."""

    pagina: Annotated[Regel, Field(examples=["docs/melden.md:Zo werkt het"])]
    """De bron, met achter de dubbele punt de kop of het veld."""
    onze_zin: str = ""
    """Wat wij erover zeggen."""
    officiele_woorden: str = ""
    """De woorden waar het op aankomt."""
    oordeel: Annotated[Leesoordeel | None, Field(examples=["juist"])] = None
    """Wat de lezer vond; leeg als nog niemand dit las."""
    overwogen: str = ""
    """Welke voorwaarde of uitzondering is overwogen."""
    kenmerk: Annotated[str, AfterValidator(_kenmerk)] = ""
    """Het kenmerk van de woorden die zijn gelezen; leeg als wij die niet hebben."""

    @property
    def bestand(self) -> str:
        """The page, without the place on it."""
        return self.pagina.partition(":")[0]
