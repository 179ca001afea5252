"""``publiceer``: build, and put the site as a release in the folder of the web server."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.build import SITE, build_site
from wijzer.base.clock import today
from wijzer.commands.bouw import complete
from wijzer.corpus.adressen import PATH as ADRESSEN
from wijzer.corpus.adressen import keep_addresses
from wijzer.corpus.corpus import load_corpus, without_drafts
from wijzer.model.kinds import SOORTEN
from wijzer.release import manifest
from wijzer.release.changes import changed_since
from wijzer.release.manifest import Manifest
from wijzer.release.publish import go_back, inspect, publish
from wijzer.release.shelf import Shelf, ShelfError

_SHOWN = 5
"""Damaged files that are named; the rest is a number."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("doel", type=Path, metavar="MAP", help="de map van de webserver")
    parser.add_argument(
        "--onvolledig",
        action="store_true",
        help="ook als nog niet alle contactgegevens zijn ingevuld",
    )
    parser.add_argument(
        "--vorige",
        type=Path,
        metavar="BESTAND",
        help="de uitgave.json van de site die er nu staat, als die niet in MAP staat",
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--zonder-bouwen", action="store_true", help="neem de site die er staat en bouw niet"
    )
    choice.add_argument("--terug", action="store_true", help="toon weer de uitgave hiervoor")
    choice.add_argument(
        "--controleer", action="store_true", help="kijk na of alle uitgaven nog heel zijn"
    )


def run(options: argparse.Namespace) -> int:
    """Bouw de site en zet haar als nieuwe uitgave in een map van de webserver."""
    shelf = Shelf(options.doel.resolve())
    shelf.require_free(options.map)
    if (options.terug or options.controleer) and not shelf.is_ours():
        raise ShelfError(f"In {shelf.map} is nog niets gepubliceerd.")
    try:
        if options.controleer:
            return _inspect(shelf)
        return _go_back(shelf) if options.terug else _publish(shelf, options)
    except Exception as error:
        error.add_note("De lezers zien nog wat ze zagen.")
        raise


def _publish(shelf: Shelf, options: argparse.Namespace) -> int:
    root: Path = options.map
    if not options.zonder_bouwen:
        if not options.onvolledig and not complete(root):
            print(
                "Er is niets gepubliceerd: vul eerst aan wat hierboven staat, of gebruik "
                "--onvolledig.",
                file=sys.stderr,
            )
            return 1
        build_site(root)
    before = _previous(shelf, options.vorige)
    uitgave = publish(shelf, root / SITE, today())
    if uitgave.new and before:
        print(changed_since(root, before.commit, SOORTEN.bronmappen))
    if not options.zonder_bouwen:
        _keep_addresses(root)
    if uitgave.new:
        print(f"Uitgave {uitgave.name} is gepubliceerd: {uitgave.count} bestanden.")
        print(f"De webserver toont {shelf.huidig}.")
    else:
        print(f"Er is niets veranderd. De lezers zien nog uitgave {uitgave.name}.")
    return 0


def _previous(shelf: Shelf, file: Path | None) -> Manifest | None:
    """Return what readers saw until now; None before the first release."""
    if file is not None:
        return manifest.read_file(file)
    name = shelf.current() if shelf.is_ours() else None
    return manifest.read(shelf.uitgaven / name) if name else None


def _keep_addresses(root: Path) -> None:
    corpus, _ = load_corpus(root)
    if new := keep_addresses(root, without_drafts(corpus).all_documents):
        count = "staat nu 1 nieuw adres" if new == 1 else f"staan nu {new} nieuwe adressen"
        print(f"In {ADRESSEN} {count}. Bewaar dat bestand in Git.")


def _go_back(shelf: Shelf) -> int:
    name, damaged = go_back(shelf)
    for other, found in damaged.items():
        print(f"Uitgave {other} is overgeslagen: {_few(found)}.", file=sys.stderr)
    if name is None:
        print("Er is geen eerdere uitgave die heel is. Er is niets veranderd.", file=sys.stderr)
        return 1
    print(f"De lezers zien nu weer uitgave {name}.")
    return 0


def _inspect(shelf: Shelf) -> int:
    current, damage = inspect(shelf)
    for name, found in damage.items():
        mark = " (huidig)" if name == current else ""
        print(f"{name}{mark}: {'beschadigd, want ' + _few(found) if found else 'heel'}")
    if current not in damage:
        print("De huidige uitgave ontbreekt. Publiceer opnieuw.", file=sys.stderr)
    elif damage[current]:
        print("De huidige uitgave is beschadigd. Publiceer opnieuw.", file=sys.stderr)
    return 1 if current not in damage or any(damage.values()) else 0


def _few(found: list[str]) -> str:
    more = len(found) - _SHOWN
    text = ", ".join(found[:_SHOWN])
    return f"{text} en nog {more}" if more > 0 else text
