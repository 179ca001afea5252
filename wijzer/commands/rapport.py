"""``rapport``: what the municipality still has to review, confirm or fill in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.base.clock import today
from wijzer.base.version import version_date
from wijzer.corpus.corpus import load_corpus
from wijzer.editor.herziening import calendar, herziening, proposal
from wijzer.editor.report import report


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "deel",
        nargs="?",
        choices=["herziening"],
        metavar="herziening",
        help="alleen welke pagina's iemand moet nalopen, per eigenaar",
    )
    parser.add_argument(
        "--ics", type=Path, metavar="BESTAND", help="zet die datums in een agenda (.ics)"
    )
    parser.add_argument(
        "--voorstel", action="store_true", help="stel datums voor, over een jaar verdeeld"
    )


def run(options: argparse.Namespace) -> int:
    """Toon voor HRM wat nog nagelopen, bevestigd of ingevuld moet worden."""
    if (options.ics or options.voorstel) and options.deel != "herziening":
        print(
            "--ics en --voorstel horen bij: python3 scripts/wijzer.py rapport herziening",
            file=sys.stderr,
        )
        return 2
    corpus, _ = load_corpus(options.map)
    if options.ics:
        text = calendar(corpus, version_date(options.map))
        options.ics.write_text(text, encoding="utf-8", newline="")
        print(f"De agenda staat in {options.ics}.")
    elif options.voorstel:
        print(proposal(corpus, today()))
    elif options.deel:
        print(herziening(corpus, today()))
    else:
        print(report(corpus, today()))
    return 0
