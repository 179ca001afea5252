"""``verplaats``: another folder for a page."""

from __future__ import annotations

import argparse

from wijzer.app.edit import changed
from wijzer.editor.move import find_page, relocate


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("id", help="de id van de pagina, zoals: over")
    parser.add_argument("naar", metavar="MAP", help="de nieuwe map, zoals: docs/melden")


def run(options: argparse.Namespace) -> int:
    """Zet een pagina in een andere map; links veranderen mee en het oude adres blijft werken."""
    return changed(
        options.map,
        lambda corpus: relocate(corpus, find_page(corpus, options.id), options.naar),
        same_words=True,
    )
