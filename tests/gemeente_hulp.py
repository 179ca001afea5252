"""The ``gemeente.yml`` of small projects: everything filled in, nothing with a finding."""

from __future__ import annotations

from collections.abc import Iterable

GEMEENTE = """\
naam: Haarlem
voluit: gemeente Haarlem
bijvoeglijk: Haarlemse
site:
  naam: Integriteitswijzer
  omschrijving: De gedragscode van de gemeente Haarlem
  adres:
  repo:
  snel_weg: https://www.knmi.nl/
lokale_regels:
  map: haarlem
  gezag: Haarlem
woorden:
  intranet: Insite
  meldpunt: Meldpunt Integriteit
  beleidsplan:
huisstijl:
  letter: Arial, sans-serif
  licht:
    hoofdkleur: "#154273"
    hoofdkleur_tekst: "#ffffff"
    link: "#154273"
    link_actief: "#0b2a4d"
    focus: "#9a4d00"
    vlak: "#f2f5f9"
    rand: "#8a94a0"
    waarschuwing: "#8a2c0d"
    goed: "#1a5c2e"
  donker:
    hoofdkleur: "#0f2f54"
    hoofdkleur_tekst: "#ffffff"
    link: "#9cc7f5"
    link_actief: "#cfe3fa"
    focus: "#ffc46b"
    vlak: "#262b36"
    rand: "#8d97a5"
    waarschuwing: "#ffb59c"
    goed: "#9fdcb0"
"""


def gemeente(kernwaarden: Iterable[str] = ("zorgvuldigheid",), text: str = GEMEENTE) -> str:
    """Return a ``gemeente.yml`` with these kernwaarden at the end."""
    return text + "\n".join(["kernwaarden:", *(f"  - {name}" for name in kernwaarden)]) + "\n"
