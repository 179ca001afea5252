"""``bouw``: check, build and verify the site, then put it in the place of the old one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.build import build_site
from wijzer.app.check import check
from wijzer.base.dates import date_option
from wijzer.base.output import Formaat, render
from wijzer.pages.markdown import day


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--publiceren",
        action="store_true",
        help="bouw alleen als alle contactgegevens zijn ingevuld",
    )
    parser.add_argument(
        "--op",
        type=date_option,
        metavar="DATUM",
        help="bouw de site zoals die op een dag geldt, zoals: 2026-06-01",
    )


def run(options: argparse.Namespace) -> int:
    """Bouw de site in de map `site`."""
    if options.publiceren and not complete(options.map):
        print("De site is niet gebouwd: vul eerst aan wat hierboven staat.", file=sys.stderr)
        return 1
    start = build_site(options.map, options.op)
    if options.op:
        print(f"Dit is de site zoals die geldt op {day(options.op)}. Publiceer haar niet.")
    print(f"De site staat klaar. Open {start.as_uri()} in je browser.")
    return 0


def complete(root: Path) -> bool:
    """Print what stands in the way of publishing; tell whether there was nothing."""
    outcome = check(root, publish=True)
    if outcome.errors:
        pages = len(outcome.corpus.all_documents)
        print(render(outcome.errors, Formaat.TEKST, pages), file=sys.stderr)
    return not outcome.errors
