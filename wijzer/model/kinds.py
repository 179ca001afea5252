"""The kinds of pages: one declaration each.

Menu, check, templates, search, facts, backlinks and what the preview watches follow from it.
"""

from __future__ import annotations

from wijzer.model.melden import Meldwegen
from wijzer.model.pages import (
    Basisnorm,
    Begrippenlijst,
    Dilemma,
    Kernwaarde,
    Pijler,
    Regeling,
    Rol,
    VrijePagina,
)
from wijzer.model.soort import DOCS, Soort, Soorten
from wijzer.model.wegwijzer import Instellingen, Wegwijzer
from wijzer.model.workshop import Workshop

_READ_ON = "Lees ook"

KERNWAARDE = Soort(
    naam="kernwaarde",
    meervoud="Kernwaarden",
    model=Kernwaarde,
    mappen=("kernwaarden",),
    hub="kernwaarden",
    koppen=(
        "Zo staat het in het beleidsplan",
        "Wat betekent dit voor jou",
        "Zo herken je het",
        "Dit past er niet bij",
    ),
    eerst=("Wat betekent dit voor jou",),
    gewicht=1.1,
)
BASISNORM = Soort(
    naam="basisnorm",
    meervoud="Basisnormen",
    model=Basisnorm,
    mappen=("regelgeving/basisnormen",),
    hub="basisnormen",
    koppen=(
        "Waar gaat het om",
        "Waar toets je aan",
        "Wat betekent dit voor jou",
        "Wat doe je",
        "Wat doet de gemeente",
    ),
    eerst=("Wat doe je",),
    terecht=True,
    gewicht=1.2,
)
REGELING = Soort(
    naam="regeling",
    meervoud="Wetten en regels",
    model=Regeling,
    mappen=("regelgeving/wetten",),  # and the folder that gemeente.yml names
    hub="regelgeving",
    koppen=("Wat regelt dit", "Wat betekent dit voor jou"),
    optionele_koppen=("Wat is er veranderd",),
    eerst=("Wat betekent dit voor jou",),
    terecht=True,
)
DILEMMADELEN: dict[str, str] = {
    "situatie": "Situatie",
    "vraag": "De vraag",
    "bespreek": "Bespreek met elkaar",
    "wendingen": "En als …",
    "regels": "Wat de regels zeggen",
    "begeleider": "Voor de begeleider",
}
"""The parts of a dilemma: a short name for cards, scripts and templates, and the heading."""
DILEMMA = Soort(
    naam="dilemma",
    meervoud="Dilemma's",
    model=Dilemma,
    mappen=("dilemmas",),
    hub="dilemmas",
    koppen=tuple(DILEMMADELEN.values()),
    gevouwen=(DILEMMADELEN["begeleider"],),
    verwant="Dilemma's om over te praten",
    terecht=True,
    gewicht=0.9,
)
ROL = Soort(
    naam="rol",
    meervoud="Rollen",
    model=Rol,
    mappen=("docs/rollen",),
    hub="rollen",
    eerst=("Wanneer ga je hierheen",),
)
PIJLER = Soort(
    naam="pijler",
    meervoud="Pijlers",
    model=Pijler,
    mappen=("docs/pijlers",),
    hub="pijlers",
    verwant="Pijlers van het beleid",
)
MELDWEGEN = Soort(
    naam="meldwegen",
    meervoud="Meldwegen",
    model=Meldwegen,
    paginas=("docs/melden/welke-weg.md",),
    verwant=_READ_ON,
    vrij=True,
)
WEGWIJZER = Soort(
    naam="wegwijzer",
    meervoud="Wegwijzers",
    model=Wegwijzer,
    mappen=("docs/wegwijzers",),
    hub="wegwijzers",
    verwant="Loop de vragen door",
    vooraan=True,
    gewicht=0.9,
)
INSTELLINGEN = Soort(
    naam="instellingen",
    meervoud="Instellingen",
    model=Instellingen,
    paginas=("docs/instellingen.md",),
    verwant=_READ_ON,
    vrij=True,
)
WORKSHOP = Soort(
    naam="workshop",
    meervoud="Workshop",
    model=Workshop,
    paginas=("docs/workshop.md",),
    verwant=_READ_ON,
    vrij=True,
)
BEGRIPPENLIJST = Soort(
    naam="begrippenlijst",
    meervoud="Begrippen",
    model=Begrippenlijst,
    paginas=("docs/begrippen.md",),
    verwant=_READ_ON,
    vrij=True,
)
PAGINA = Soort(
    naam="pagina",
    meervoud="Pagina's",
    model=VrijePagina,
    mappen=(DOCS,),
    verwant=_READ_ON,
    vrij=True,
    gewicht=0.95,
)

SOORTEN = Soorten(
    (
        KERNWAARDE,
        BASISNORM,
        REGELING,
        DILEMMA,
        ROL,
        PIJLER,
        MELDWEGEN,
        WEGWIJZER,
        INSTELLINGEN,
        WORKSHOP,
        BEGRIPPENLIJST,
        PAGINA,
    )
)
