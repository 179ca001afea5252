"""The consolidated text of a national law: ``toestand`` of the official repository.

Shape: ``toestand[@bwb-id, @inwerkingtreding]`` › ``wetgeving`` › ``citeertitel``, ``intitule`` and
the text itself (``wet-besluit/wettekst``, ``regeling/regeling-tekst``, ``circulaire`` and others).
Source: schema BWB-toestand 2016-1.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from wijzer.recht.body import Inhoud, read_body
from wijzer.recht.xml import BrokenXmlError, first, name, parse, text_at


@dataclass(frozen=True)
class Toestand:
    """One version of a law."""

    versie: datetime.date
    citeertitel: str
    opschrift: str
    """The heading in full: ``Wet van 25 oktober 2021, houdende regels over …``."""
    inhoud: Inhoud


def read_toestand(data: bytes, nummer: str) -> Toestand:
    """Read a version of this law; raise :class:`BrokenXmlError`."""
    root = parse(data)
    if name(root) != "toestand" or root.get("bwb-id") != nummer:
        raise BrokenXmlError(f"de tekst is niet van {nummer} maar van {root.get('bwb-id', '?')}")
    law = first(root, "wetgeving")
    if law is None:
        raise BrokenXmlError(f"het bestand van {nummer} heeft geen tekst")
    try:
        since = datetime.date.fromisoformat(root.get("inwerkingtreding", ""))
    except ValueError:
        raise BrokenXmlError(f"de tekst van {nummer} zegt niet vanaf wanneer hij geldt") from None
    inhoud = read_body(law, since)
    if not inhoud.passages:
        raise BrokenXmlError(f"het bestand van {nummer} heeft geen tekst")
    return Toestand(since, text_at(law, "citeertitel"), text_at(law, "intitule"), inhoud)
