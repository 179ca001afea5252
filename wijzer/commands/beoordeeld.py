"""``beoordeeld``: write down that pages were looked over."""

from __future__ import annotations

import argparse
import datetime

from wijzer.app.edit import changed
from wijzer.base.clock import today
from wijzer.base.dates import date_option
from wijzer.editor.reviewed import reviewed


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("id", nargs="+", help="de id's van de pagina's, zoals: fles-wijn over")
    parser.add_argument(
        "--op", type=_past, default=None, metavar="DATUM", help="de dag van het nalopen (vandaag)"
    )
    parser.add_argument(
        "--voor",
        type=date_option,
        metavar="DATUM",
        help="de dag waarvoor het weer moet: 2027-05-01",
    )


def run(options: argparse.Namespace) -> int:
    """Zet bij pagina's dat de eigenaar ze heeft nagelopen (`beoordeeld_op`)."""
    on = options.op or today()
    return changed(options.map, lambda corpus: reviewed(corpus, options.id, on, options.voor))


def _past(text: str) -> datetime.date:
    day = date_option(text)
    if day > today():
        message = f"`{text}` ligt in de toekomst; neem de dag waarop het is gebeurd"
        raise argparse.ArgumentTypeError(message)
    return day
