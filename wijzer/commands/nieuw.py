"""``nieuw``: start a page with all its keys and headings."""

from __future__ import annotations

import argparse
import sys

from wijzer.editor.new_page import NewPageError, begin_page
from wijzer.model.kinds import SOORTEN


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    kinds = list(SOORTEN.beginbaar)
    parser.add_argument("soort", choices=kinds, help=", ".join(kinds))
    parser.add_argument("id", help="de bestandsnaam zonder .md, zoals: fles-wijn")
    parser.add_argument(
        "--in", dest="folder", default="", help="de map, als een soort er meer heeft"
    )


def run(options: argparse.Namespace) -> int:
    """Begin een nieuwe pagina met alle sleutels en koppen."""
    try:
        path = begin_page(options.map, options.soort, options.id, options.folder)
    except NewPageError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{path} staat klaar. Vul de pagina en draai: python3 scripts/wijzer.py controleer")
    return 0
