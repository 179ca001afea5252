"""``verschil``: what the sources of now do for readers, beside those of an earlier version."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from wijzer.app.check import check
from wijzer.base.git import NoHistoryError, begin_of, extract, is_shallow
from wijzer.review.compare import compare
from wijzer.review.output import PRINTERS, Vorm
from wijzer.review.side import Kant, look

_FETCH = (
    "Deze kopie heeft niet de hele geschiedenis (shallow). Haal de versie op met: "
    "git fetch --depth=1 origin VERSIE"
)
_NO_BEGIN = (
    "Waar deze wijziging is begonnen, is hier niet te zien: deze kopie heeft niet de hele "
    "geschiedenis. Wat intussen in `{}` veranderd is, staat hieronder dus ook, andersom."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        f"{run.__doc__} Wat er in de wet zelf veranderd is, toont `recht verschil`. Uitkomst: "
        "0 als alles in orde is, 1 als er fouten zijn of een adres niet meer klopt, 2 als er niets "
        "te vergelijken is."
    )
    parser.add_argument("basis", metavar="BASIS", help="een versie in Git, zoals: main")
    parser.add_argument("--formaat", choices=[*Vorm], default=Vorm.TEKST, help="hoe het eruitziet")


def run(options: argparse.Namespace) -> int:
    """Laat zien wat er voor lezers verandert sinds een eerdere versie van het project."""
    begin = begin_of(options.map, options.basis)
    notes = []
    try:
        before = _at(options.map, begin or options.basis)
    except NoHistoryError:
        print(f"De versie `{options.basis}` is er niet in Git.", file=sys.stderr)
        if is_shallow(options.map):
            print(_FETCH, file=sys.stderr)
        return 2
    if begin is None:
        notes.append(_NO_BEGIN.format(options.basis))
    found = compare(before, _now(options.map))
    print(PRINTERS[Vorm(options.formaat)](found, notes))
    return 1 if found.breekt else 0


def _now(root: Path) -> Kant:
    outcome = check(root)
    return look(outcome.corpus, outcome.meldingen)


def _at(root: Path, versie: str) -> Kant:
    """Return a version as it was; all of it is read before its files are gone again."""
    with tempfile.TemporaryDirectory() as folder:
        extract(root, versie, Path(folder))
        return _now(Path(folder))
