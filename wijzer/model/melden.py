"""The ways to report as data: places inside and outside, and per subject who does what.

The data stands in the front matter of ``docs/melden/welke-weg.md``; the shape of the whole is
checked by ``wijzer/rules/melden.py``.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from wijzer.model.contact import Belnummer
from wijzer.model.fields import Id, Regel, RolId, refuse
from wijzer.model.markers import Intern
from wijzer.model.pages import Frozen, VrijePagina
from wijzer.model.vocabulary import Lezer

MAX_CELL = 240


def _short(value: str) -> str:
    if len(value) > MAX_CELL:
        tip = f"Houd het bij ten hoogste {MAX_CELL} tekens: het staat in een tabel."
        raise refuse(f"is te lang: {len(value)} tekens", tip)
    return value


def _website(value: str) -> str:
    if not re.fullmatch(r"https://(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*", value):
        tip = "Zo ziet het eruit: https://www.huisvoorklokkenluiders.nl/"
        raise refuse(f"is geen adres van een website: `{value}`", tip)
    return value


Cel = Annotated[Regel, AfterValidator(_short)]
Website = Annotated[Regel, AfterValidator(_website)]


class Meldplek(Frozen):
    """Een plek waar een lezer iets kan melden of bespreken."""

    id: Annotated[Id, Intern("the ways name the place by it"), Field(examples=["meldpunt"])]
    """Korte naam, met streepjes."""
    titel: Annotated[Regel, Field(examples=["Meldpunt Integriteit"])]
    """De naam van de plek."""
    rol: Annotated[RolId | None, Field(examples=["meldpunt-integriteit"])] = None
    """Bij een plek binnen de gemeente: de rol, als er een pagina van is."""
    website: Annotated[
        Website | None, Field(examples=["https://www.huisvoorklokkenluiders.nl/"])
    ] = None
    """Bij een plek buiten de gemeente: het adres. Zonder website is de plek binnen de gemeente."""
    telefoon: Annotated[Belnummer | None, Field(examples=['"088 133 10 00"'])] = None
    """Bij een plek buiten de gemeente: het nummer. Binnen de gemeente staat het in contact.yml."""
    waarvoor: Annotated[Cel, Field(examples=["Een vermoeden van een schending."])]
    """Waarvoor je er terechtkunt."""
    wat: Annotated[Cel, Field(examples=["Schrijft je melding op en kijkt of onderzoek nodig is."])]
    """Wat er met je verhaal gebeurt."""
    wie: Annotated[Cel, Field(examples=["Wie je melding behandelt, houdt geheim wie je bent."])]
    """Wie het te weten komt."""
    wanneer: Annotated[Cel, Field(examples=["Binnen 7 dagen een bevestiging."])]
    """Wanneer je iets hoort."""


class Weg(Frozen):
    """Wat één soort lezer bij een onderwerp kan doen."""

    voor: Annotated[Lezer, Field(examples=["medewerker"])]
    """Voor wie de weg is."""
    doe: Annotated[Cel, Field(examples=["Praat eerst met een vertrouwenspersoon."])]
    """Wat die lezer doet."""
    plekken: Annotated[tuple[Id, ...], Field(min_length=1, examples=[["meldpunt"]])]
    """De plekken waar die lezer terechtkan, de beste eerst."""


class Onderwerp(Frozen):
    """Iets wat een lezer kan melden."""

    id: Annotated[Id, Field(examples=["misstand"])]
    """Korte naam, met streepjes; de macro `meldweg` noemt hem."""
    titel: Annotated[Regel, Field(examples=["Vermoeden van een misstand"])]
    """De naam van het onderwerp."""
    wegen: Annotated[tuple[Weg, ...], Field(examples=[[]])]
    """De weg voor elke soort lezer, altijd alle vijf."""


class Meldwegen(VrijePagina):
    """De pagina met de wegen om te melden (`docs/melden/welke-weg.md`)."""

    plekken: Annotated[tuple[Meldplek, ...], Field(examples=[[]])]
    """Alle plekken, binnen en buiten de gemeente."""
    onderwerpen: Annotated[tuple[Onderwerp, ...], Field(examples=[[]])]
    """Alle onderwerpen."""
