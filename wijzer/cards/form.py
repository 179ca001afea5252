"""The forms in which dilemmas are printed, with their sizes in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

STEP = 0.25
"""Points between one type size and the next."""


@dataclass(frozen=True)
class Face:
    """One side of a card: its size and type sizes; millimetres and points."""

    naam: str
    width: float
    height: float
    padding: float
    largest: float
    smallest: float
    """Type sizes in points: from the largest down in steps of :data:`STEP`."""
    qr: float
    """Side of the QR code, its quiet zone included."""
    foot: float
    """Type size of the line with number, version and address; points."""


A6 = Face("a6", 105, 148, 8, 12.5, 9, 18, 9)
A5 = Face("a5", 210, 148, 12, 17, 9, 24, 11)
FACES = (A6, A5)


@dataclass(frozen=True)
class Layout:
    """How cards lie on a sheet; the grid stands in the middle of the page."""

    page: tuple[float, float]
    cell: tuple[float, float]
    columns: int
    rows: int
    face: Face
    folded: bool = False
    """The back lies beside its front on the same page, to be folded."""


_A4 = (210.0, 297.0)


class Vorm(StrEnum):
    """What to print; the value is the word on the command line and in file names."""

    A6X4 = "a6x4"
    A5X2 = "a5x2"
    VOUW = "vouw"
    A6 = "a6"
    BEGELEIDER = "begeleider"
    DEELNEMERS = "deelnemers"

    @property
    def label(self) -> str:
        """The form as readers see it."""
        return _LABELS[self]

    @property
    def layout(self) -> Layout | None:
        """The layout of the sheets; None for the booklet and the participants' sheet."""
        return _LAYOUTS.get(self)


_LABELS = {
    Vorm.A6X4: "vier kleine kaarten op een A4, dubbelzijdig",
    Vorm.A5X2: "twee grote kaarten op een A4, dubbelzijdig",
    Vorm.VOUW: "vouwkaarten, voor een printer die niet dubbelzijdig print",
    Vorm.A6: "losse kaarten van A6, voor een drukker",
    Vorm.BEGELEIDER: "boekje voor de begeleider",
    Vorm.DEELNEMERS: "blad voor deelnemers",
}
_LAYOUTS = {
    Vorm.A6X4: Layout(_A4, (105, 148.5), 2, 2, A6),
    Vorm.A5X2: Layout(_A4, (210, 148.5), 1, 2, A5),
    Vorm.VOUW: Layout(_A4, (105, 148.5), 2, 2, A6, folded=True),
    Vorm.A6: Layout((105, 148), (105, 148), 1, 1, A6),
}
CARD_FORMS = tuple(_LAYOUTS)
