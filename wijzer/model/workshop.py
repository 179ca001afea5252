"""The page about the workshop, with the steps of the conversation as data.

The same steps stand on the screen, in the booklet, with every deck and on the sheet for
participants.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wijzer.model.fields import Regel, at_most
from wijzer.model.pages import Frozen, VrijePagina


class Stap(Frozen):
    """Eén stap van het gesprek."""

    vraag: Annotated[Regel, at_most(80), Field(examples=["Welke keuze ligt er?"])]
    """De vraag van de stap, ten hoogste 80 tekens."""
    hulp: Annotated[Regel, at_most(140), Field(examples=["Zeg in één zin wat je moet besluiten."])]
    """Wat je ermee doet, ten hoogste 140 tekens."""


class Stappenplan(Frozen):
    """De stappen waarmee een groep een dilemma bespreekt."""

    titel: Annotated[Regel, at_most(40), Field(examples=["De zeven stappen"])]
    """De kop boven de stappen."""
    inleiding: Annotated[Regel, at_most(200), Field(examples=["Zo bespreek je een dilemma."])]
    """De zin onder de kop."""
    stappen: Annotated[
        tuple[Stap, ...],
        Field(min_length=1, max_length=9, examples=[[{"vraag": "…?", "hulp": "…"}]]),
    ]
    """De stappen, in volgorde."""
    bron: Annotated[Regel, at_most(160), Field(examples=["Naar het zevenstappenplan."])]
    """Waar de stappen vandaan komen."""


class Workshop(VrijePagina):
    """De pagina van de workshop (`docs/workshop.md`)."""

    stappenplan: Annotated[Stappenplan, Field(examples=[{"titel": "De zeven stappen"}])]
    """De stappen van het gesprek, op het scherm en op papier."""
