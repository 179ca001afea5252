"""``begin``: write a starting point for the site of another municipality."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.check import check
from wijzer.base.files import TargetInUseError
from wijzer.base.output import Formaat, render
from wijzer.editor.begin import begin

_NEXT = """\
{pages} pagina's staan klaar in {map}. Zo ga je verder, in die map:
    python3 scripts/serve.py                      laat de site zien
    python3 scripts/wijzer.py rapport zegt wat je moet invullen
Begin met gemeente.yml. README.md zegt wat er daarna komt."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("doel", type=Path, metavar="MAP", help="een lege of nieuwe map")


def run(options: argparse.Namespace) -> int:
    """Begin een site voor een andere gemeente: landelijke inhoud en lege plekken."""
    outcome = check(options.map)
    if outcome.errors:
        print(render(outcome.errors, Formaat.TEKST, len(outcome.corpus.all_documents)))
        return 1
    try:
        pages = begin(outcome.corpus, options.doel)
    except TargetInUseError as error:
        print(error, file=sys.stderr)
        return 2
    print(_NEXT.format(pages=pages, map=options.doel))
    return 0
