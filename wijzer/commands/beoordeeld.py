"""``beoordeeld``: write down that pages were looked over."""

from __future__ import annotations

import argparse
import datetime
import re

from wijzer.app.edit import changed
from wijzer.base.clock import today
from wijzer.editor.reviewed import reviewed

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("id", nargs="+", help="de id's van de pagina's, zoals: fles-wijn over")
    parser.add_argument(
        "--op", type=_past, default=None, metavar="DATUM", help="de dag van het nalopen (vandaag)"
    )
    parser.add_argument(
        "--voor", type=_date, metavar="DATUM", help="de dag waarvoor het weer moet: 2027-05-01"
    )


def run(options: argparse.Namespace) -> int:
    """Zet bij pagina's dat de eigenaar ze heeft nagelopen (`beoordeeld_op`)."""
    on = options.op or today()
    return changed(options.map, lambda corpus: reviewed(corpus, options.id, on, options.voor))


def _date(text: str) -> datetime.date:
    try:
        if _DATE.fullmatch(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    message = f"`{text}` is geen datum; schrijf hem zo: 2026-11-01"
    raise argparse.ArgumentTypeError(message)


def _past(text: str) -> datetime.date:
    day = _date(text)
    if day > today():
        message = f"`{text}` ligt in de toekomst; neem de dag waarop het is gebeurd"
        raise argparse.ArgumentTypeError(message)
    return day
