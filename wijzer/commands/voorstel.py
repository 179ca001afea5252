"""``voorstel``: a draft dilemma from a form that somebody filled in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.proposal import propose
from wijzer.base.escape import terminal_line
from wijzer.editor.new_page import NewPageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("formulier", type=Path, help="het bestand met de tekst van het formulier")
    parser.add_argument("id", nargs="?", default="", help="de bestandsnaam zonder .md (de titel)")


def run(options: argparse.Namespace) -> int:
    """Maak een concept van een ingevuld formulier “Stel een dilemma voor”."""
    if not options.formulier.is_file():
        print(f"{options.formulier} bestaat niet.", file=sys.stderr)
        return 2
    try:
        found = propose(options.map, options.formulier, options.id)
    except NewPageError as error:
        print(terminal_line(str(error)), file=sys.stderr)
        return 2
    if found.fouten:
        for melding in found.fouten:
            print(f"{terminal_line(f'{melding.pad}:{melding.regel}: {melding.tekst}')}")
            print("\n".join(f"    {terminal_line(line)}" for line in melding.tip.split("\n")))
        print("Er is niets gemaakt. Verbeter het formulier en geef de opdracht opnieuw.")
        return 1
    print(f"{found.pad} staat klaar als concept, met nummer {found.nummer}.")
    print(
        "Lees eerst of er niemand in te herkennen is. Kies de kernwaarden en Basisnormen, vul aan"
    )
    print("waar `…` staat, en draai: python3 scripts/wijzer.py controleer")
    return 0
