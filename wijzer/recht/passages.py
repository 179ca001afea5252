"""The official text of a rule as typed, immutable values: one passage per lid or onderdeel."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

AANHEF = "aanhef"
"""The part that holds the words above a list."""
SLOT = "slot"
"""The part that holds the words below a list."""
OFFICIEEL = "officiële bron"
"""How the origin begins of a text that came from the official repository."""
BEGRIP = "begrip: "
"""How the part of a definition without a letter begins: ``begrip: melder``."""


@dataclass(frozen=True)
class Passage:
    """The words of one place: an article, a lid of it, or a part (onderdeel) of either.

    ``onderdeel`` is a letter or number, nested ones with a full stop (``b.2``), or one of
    :data:`AANHEF`, :data:`SLOT`, or :data:`BEGRIP` with the word that is defined.
    """

    artikel: str
    lid: str
    onderdeel: str
    tekst: str
    geldig_vanaf: datetime.date
    """Since when these words apply, or else the day of the version that they were read in."""
    stam: str = ""
    """The article's ``stam-id`` in the official file: it stays when the number changes."""

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """Which place this is: article, lid, part."""
        return self.artikel, self.lid, self.onderdeel

    @cached_property
    def hash(self) -> str:
        """Sixteen hexadecimal digits that change with the words."""
        return hashlib.sha256(self.tekst.encode()).hexdigest()[:16]

    def within(self, lid: str, onderdeel: str) -> bool:
        """Tell whether this is (part of) a lid and part; an empty text stands for all of them."""
        return (not lid or self.lid == lid) and (not onderdeel or self._holds(onderdeel))

    def _holds(self, onderdeel: str) -> bool:
        """Tell whether a part is this one, inside it, or a list that stands in the sentence."""
        if not self.onderdeel:
            return any(f" {onderdeel}{dot} " in self.tekst for dot in (".", "°."))
        return self.onderdeel == onderdeel or self.onderdeel.startswith(f"{onderdeel}.")


@dataclass(frozen=True)
class Wettekst:
    """What the project has of the official text of one rule, in the version of one day."""

    nummer: str
    """The identifier of the rule: BWB, CVDR or CELEX."""
    titel: str
    """The official title."""
    versie: datetime.date
    """The day from which this version of the text applies."""
    herkomst: str
    """Where the words were read."""
    gelezen_op: datetime.date
    volledig: bool
    """Whether every article of the text is here: only then what is absent does not exist."""
    passages: tuple[Passage, ...]
    laatste_artikel: str = ""
    """The last article of the text, or an empty text when it was not read."""
    zonder_tekst: tuple[str, ...] = ()
    """Articles that have no words in force: lapsed, not in force yet, or never there."""
    geldig_tot: datetime.date | None = None
    """The first day on which this version no longer applies, when that is known."""
    opschrift: str = ""
    """The heading in full: ``Wet van 25 oktober 2021, houdende regels over …``."""
    soort: str = ""
    """The kind of rule in the words of the source."""
    afkortingen: tuple[str, ...] = ()

    @property
    def opgehaald(self) -> bool:
        """Whether ``recht ophalen`` got it: only then newer versions are known as well."""
        return self.herkomst.startswith(OFFICIEEL)

    @cached_property
    def artikelen(self) -> Mapping[str, tuple[Passage, ...]]:
        """All passages by article, in the order of the text."""
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.artikel, []).append(passage)
        return {artikel: tuple(passages) for artikel, passages in found.items()}

    def at(self, artikel: str, lid: str = "", onderdeel: str = "") -> tuple[Passage, ...]:
        """Return the passages of a place, in the order of the text; empty when it has none."""
        passages = self.artikelen.get(artikel, ())
        return tuple(p for p in passages if p.within(lid, onderdeel))
