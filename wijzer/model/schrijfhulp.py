"""What the writing help knows: ``docs/schrijfhulp.yml``, kept by HRM."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wijzer.model.fields import Regel, at_most
from wijzer.model.pages import Frozen

Uitdrukking = Annotated[Regel, at_most(60)]


class MoeilijkWoord(Frozen):
    """Een moeilijk woord, met een gewoner woord."""

    woord: Annotated[Uitdrukking, Field(examples=["alsmede"])]
    """Het moeilijke woord, of een paar woorden die bij elkaar horen."""
    vormen: Annotated[tuple[Uitdrukking, ...], Field(examples=[["tracht", "trachtte"]])] = ()
    """Meervoud, vervoegingen en andere vormen."""
    gewoon: Annotated[Uitdrukking, Field(examples=["en ook"])]
    """Wat je beter kunt schrijven."""

    @property
    def alle(self) -> tuple[str, ...]:
        """The word and all its forms, in lower case."""
        return tuple(form.lower() for form in (self.woord, *self.vormen))


class Schrijfhulp(Frozen):
    """De woorden van de schrijfhulp (`docs/schrijfhulp.yml`)."""

    moeilijk: Annotated[tuple[MoeilijkWoord, ...], Field(examples=[[]])] = ()
    """Moeilijke woorden, elk met een gewoner woord."""
    goed_gespeld: Annotated[tuple[Uitdrukking, ...], Field(examples=[["DigiD"]])] = ()
    """Woorden die goed zijn en niet in het woordenboek staan."""
