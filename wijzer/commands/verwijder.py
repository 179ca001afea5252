"""``verwijder``: take a page away when nothing leans on it."""

from __future__ import annotations

import argparse

from wijzer.app.edit import changed
from wijzer.corpus.corpus import Corpus
from wijzer.editor.move import Bewerking, find_page
from wijzer.editor.remove import remove


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("id", help="de id van de pagina, zoals: fles-wijn")
    address = parser.add_mutually_exclusive_group()
    address.add_argument("--naar", metavar="ID", help="de pagina waar het oude adres heen leidt")
    address.add_argument(
        "--adres-vervalt",
        action="store_true",
        help="het oude adres werkt niet meer (alleen als het nooit op de site stond)",
    )


def run(options: argparse.Namespace) -> int:
    """Haal een pagina weg, als geen andere pagina haar noemt."""

    def plan(corpus: Corpus) -> Bewerking:
        naar = find_page(corpus, options.naar) if options.naar else None
        return remove(corpus, find_page(corpus, options.id), naar, vervalt=options.adres_vervalt)

    return changed(options.map, plan)
