"""``controleer``: read everything and print every finding at once."""

from __future__ import annotations

import argparse

from wijzer.app.check import check
from wijzer.app.watch import each_change
from wijzer.base.findings import errors
from wijzer.base.output import Formaat, render
from wijzer.rules.writing import tips


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--formaat",
        choices=[f.value for f in Formaat],
        default=Formaat.TEKST.value,
        help="hoe de meldingen eruitzien",
    )
    parser.add_argument("--strikt", action="store_true", help="tips tellen als fouten")
    parser.add_argument(
        "--publiceren", action="store_true", help="lege contactgegevens tellen als fouten"
    )
    parser.add_argument(
        "--schrijfhulp",
        action="store_true",
        help="geeft ook tips over moeilijke woorden, lijdende vorm, leesniveau en spelling",
    )
    parser.add_argument(
        "--volg", action="store_true", help="kijk opnieuw na elke keer opslaan, tot Ctrl+C"
    )
    parser.add_argument("bestanden", nargs="*", help=argparse.SUPPRESS)  # pre-commit adds them


def run(options: argparse.Namespace) -> int:
    """Kijk alle bronnen na en toon alles wat beter moet."""
    if not options.volg:
        return _once(options)
    for _ in each_change(options.map):
        print("Ik kijk alles na …", flush=True)
        _once(options)
    return 0


def _once(options: argparse.Namespace) -> int:
    outcome = check(options.map, publish=options.publiceren)
    meldingen = [m.as_error() if options.strikt else m for m in outcome.meldingen]
    if options.schrijfhulp:
        meldingen = sorted({*meldingen, *tips(outcome.corpus)})
    report = render(meldingen, Formaat(options.formaat), len(outcome.corpus.all_documents))
    print(report, flush=True)
    return 1 if errors(meldingen) else 0
