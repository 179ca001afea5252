"""What the last visits found: ``links-stand.json``, which the site shows to its readers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.base.unseen import unseen

PATH = "links-stand.json"
IN_A_ROW = 3
"""An address is broken after so many failed days in a row: one bad night alarms nobody."""


class Oordeel(StrEnum):
    """What we know of an address outside the site."""

    IN_ORDE = "in orde"
    VERPLAATST = "verplaatst"
    GEBROKEN = "gebroken"
    VERKEERDE_TITEL = "verkeerde titel"
    ANKER_ONTBREEKT = "anker ontbreekt"
    NIET_GECONTROLEERD = "niet gecontroleerd"


@dataclass(frozen=True)
class Bezoekoordeel:
    """The verdict about one visit; ``gebroken`` still has to last for three visits."""

    oordeel: Oordeel
    toelichting: str = ""
    nieuw_adres: str = ""


@dataclass(frozen=True)
class AdresStand:
    """What we know of one address."""

    oordeel: Oordeel = Oordeel.NIET_GECONTROLEERD
    bezocht: datetime.date | None = None
    in_orde_op: datetime.date | None = None
    """The last day on which the address led where it should."""
    mislukt: int = 0
    """Failed days in a row."""
    toelichting: str = ""
    nieuw_adres: str = ""

    def after(self, visit: Bezoekoordeel, on: datetime.date) -> AdresStand:
        """Return the state after a visit on a day; a second failure on one day counts once."""
        oordeel, why, failed = visit.oordeel, visit.toelichting, 0
        reached = oordeel in (Oordeel.IN_ORDE, Oordeel.VERPLAATST)
        if oordeel is Oordeel.GEBROKEN:
            failed = self.mislukt + (not self.mislukt or self.bezocht != on)
            if failed < IN_A_ROW:
                oordeel = Oordeel.NIET_GECONTROLEERD
                why = f"{why}; {failed} van {IN_A_ROW} keer mislukt"
        elif oordeel is Oordeel.NIET_GECONTROLEERD:
            failed = self.mislukt  # neither better nor worse
        good = on if reached else self.in_orde_op
        return AdresStand(oordeel, on, good, failed, why, visit.nieuw_adres)


@dataclass(frozen=True)
class LinkStand:
    """The state of every address outside the site."""

    adressen: Mapping[str, AdresStand] = field(default_factory=dict)

    def of(self, url: str) -> AdresStand:
        """Return the state of an address; never visited when it is not known."""
        return self.adressen.get(url, AdresStand())


LEEG = LinkStand()


def load_state(root: Path) -> tuple[LinkStand, list[Melding]]:
    """Read the state below ``root``; a file that cannot be read is a finding."""
    file = root / PATH
    if not file.is_file():
        return LEEG, []
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        rows = {_plain(url): _read(row) for url, row in data["adressen"].items()}
        return LinkStand(rows), []
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        tip = "Haal het bestand weg en draai: python3 scripts/wijzer.py links --extern"
        return LEEG, [Melding(PATH, 1, "de stand van de links is niet te lezen", tip)]


def save_state(root: Path, stand: LinkStand) -> None:
    """Write the state, sorted, one value a line, so that a change reads well in Git."""
    rows = {url: _row(stand.adressen[url]) for url in sorted(stand.adressen)}
    text = json.dumps({"adressen": rows}, ensure_ascii=False, indent=2) + "\n"
    (root / PATH).write_text(text, encoding="utf-8", newline="\n")


def _row(adres: AdresStand) -> dict[str, object]:
    row = {
        "oordeel": adres.oordeel.value,
        "bezocht": adres.bezocht and adres.bezocht.isoformat(),
        "in_orde_op": adres.in_orde_op and adres.in_orde_op.isoformat(),
        "mislukt": adres.mislukt,
        "toelichting": adres.toelichting,
        "nieuw_adres": adres.nieuw_adres,
    }
    return {key: value for key, value in row.items() if value}


def _read(row: Mapping[str, object]) -> AdresStand:
    return AdresStand(
        Oordeel(str(row["oordeel"])),
        _date(row.get("bezocht")),
        _date(row.get("in_orde_op")),
        int(str(row.get("mislukt", 0))),
        _plain(row.get("toelichting", "")),
        _plain(row.get("nieuw_adres", "")),
    )


def _date(value: object) -> datetime.date | None:
    return datetime.date.fromisoformat(str(value)) if value else None


def _plain(value: object) -> str:
    """Return a text; raise ValueError for one with a sign that a reader would not see."""
    text = str(value)
    if any(unseen(text)):
        raise ValueError("a sign that nobody sees")
    return text
