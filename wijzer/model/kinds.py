"""The kinds of pages: which folder holds them, which model they follow, where they appear."""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.model.melden import Meldwegen
from wijzer.model.pages import (
    Basisnorm,
    Begrippenlijst,
    Dilemma,
    Kernwaarde,
    Pagina,
    Pijler,
    Regeling,
    Rol,
    VrijePagina,
)
from wijzer.model.wegwijzer import Instellingen, Wegwijzer
from wijzer.model.workshop import Workshop

DOCS = "docs"


@dataclass(frozen=True)
class Soort:
    """A kind of page."""

    naam: str
    """Singular, as used in messages and relations."""
    meervoud: str
    """Plural, as used in headings."""
    model: type[Pagina]
    mappen: tuple[str, ...]
    """Source folders, relative to the project root."""
    hub: str
    """Id of the page that lists all pages of this kind; empty when there is none."""
    koppen: tuple[str, ...] = ()
    """Headings of level 2 that the body must have, in this order."""
    optionele_koppen: tuple[str, ...] = ()
    """Headings that may follow them."""


KERNWAARDE = Soort(
    "kernwaarde",
    "Kernwaarden",
    Kernwaarde,
    ("kernwaarden",),
    "kernwaarden",
    (
        "Zo staat het in het beleidsplan",
        "Wat betekent dit voor jou",
        "Zo herken je het",
        "Dit past er niet bij",
    ),
)
BASISNORM = Soort(
    "basisnorm",
    "Basisnormen",
    Basisnorm,
    ("regelgeving/basisnormen",),
    "basisnormen",
    (
        "Waar gaat het om",
        "Waar toets je aan",
        "Wat betekent dit voor jou",
        "Wat doe je",
        "Wat doet de gemeente",
    ),
)
REGELING = Soort(
    "regeling",
    "Wetten en regels",
    Regeling,
    ("regelgeving/wetten", "regelgeving/haarlem"),
    "regelgeving",
    ("Wat regelt dit", "Wat betekent dit voor jou"),
    ("Wat is er veranderd",),
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
    "dilemma",
    "Dilemma's",
    Dilemma,
    ("dilemmas",),
    "dilemmas",
    tuple(DILEMMADELEN.values()),
)
ROL = Soort("rol", "Rollen", Rol, ("docs/rollen",), "rollen")
PIJLER = Soort("pijler", "Pijlers", Pijler, ("docs/pijlers",), "pijlers")
MELDWEGEN = Soort("meldwegen", "Meldwegen", Meldwegen, (), "")
WEGWIJZER = Soort("wegwijzer", "Wegwijzers", Wegwijzer, ("docs/wegwijzers",), "wegwijzers")
INSTELLINGEN = Soort("instellingen", "Instellingen", Instellingen, (), "")
WORKSHOP = Soort("workshop", "Workshop", Workshop, (), "")
BEGRIPPENLIJST = Soort("begrippenlijst", "Begrippen", Begrippenlijst, (), "")
PAGINA = Soort("pagina", "Pagina's", VrijePagina, (DOCS,), "")

SOORTEN: tuple[Soort, ...] = (
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
_SINGLE_PAGES = {
    "docs/begrippen.md": BEGRIPPENLIJST,
    "docs/melden/welke-weg.md": MELDWEGEN,
    "docs/instellingen.md": INSTELLINGEN,
    "docs/workshop.md": WORKSHOP,
}


def soort_of(path: str) -> Soort | None:
    """Return the kind of the source at ``path``, or None when nothing belongs there.

    Only ``docs/`` may hold folders of the editor's own; the other folders are flat.
    """
    if path in _SINGLE_PAGES:
        return _SINGLE_PAGES[path]
    folder = path.rpartition("/")[0]
    for soort in SOORTEN:
        if folder in soort.mappen:
            return soort
    return PAGINA if folder.startswith(f"{DOCS}/") else None


def source_folders() -> tuple[str, ...]:
    """Return the top folders that hold sources."""
    return tuple(dict.fromkeys(m.partition("/")[0] for s in SOORTEN for m in s.mappen))
