"""What two versions of the sources differ in, as a reader and an editor would say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wijzer.base.findings import Ernst, Melding
from wijzer.model.document import Document
from wijzer.review.cards import Kaartwijziging
from wijzer.review.words import Alinea


class Wat(StrEnum):
    """What happened to a page."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERHUISD = "verhuisd"
    VERVALLEN = "vervallen"
    MEE = "verandert mee"
    """Its own source is the same; another page or file changed what a reader sees."""


@dataclass(frozen=True)
class Paginawijziging:
    """One page that is no longer what it was."""

    wat: Wat
    pagina: Document
    """The page as it is now, or as it was when it is gone."""
    van: str = ""
    """The source of before, for a page that moved."""
    woorden: tuple[Alinea, ...] = ()


@dataclass(frozen=True)
class Adreswijziging:
    """An address that readers may have kept."""

    adres: str
    was: str
    """Title of the page to which it led."""
    wordt: str = ""
    """Title of another page to which it leads now; empty when it leads nowhere."""


@dataclass(frozen=True, order=True)
class Verbandwijziging:
    """A relation or a citation that was not there, or that no longer is."""

    erbij: bool
    pagina: str
    wat: str
    """The field with a relation, or the place with a citation."""
    naar: str


@dataclass(frozen=True)
class Sitewijziging:
    """All that a reviewer wants to know."""

    paginas: tuple[Paginawijziging, ...]
    adressen: tuple[Adreswijziging, ...]
    verbanden: tuple[Verbandwijziging, ...]
    aanhalingen: tuple[Verbandwijziging, ...]
    kaarten: tuple[Kaartwijziging, ...]
    meldingen: tuple[Melding, ...]
    """Findings that the version before did not have, and every mistake."""
    concepten: tuple[Document, ...] = ()
    """Drafts that are new or have changed: readers do not see them yet."""
    fout_voor: bool = False
    """Mistakes in the version before keep its words from being known."""
    fout_na: bool = False

    @property
    def woorden_bekend(self) -> bool:
        """Whether we know what a reader sees, before and after."""
        return not (self.fout_voor or self.fout_na)

    @property
    def breekt(self) -> bool:
        """Whether it should not be merged like this: an address gets lost, or there are errors."""
        return bool(self.adressen) or any(m.ernst is Ernst.FOUT for m in self.meldingen)

    @property
    def leeg(self) -> bool:
        """Whether nobody notices anything."""
        known = self.paginas or self.adressen or self.verbanden or self.aanhalingen
        return not (known or self.kaarten or self.meldingen or self.concepten)
