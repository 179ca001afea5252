"""``hernoem``: another id for a page, everywhere at once."""

from __future__ import annotations

import argparse

from wijzer.app.edit import changed
from wijzer.editor.move import find_page, rename


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("oud", help="de id van nu, zoals: fles-wijn")
    parser.add_argument("nieuw", help="de nieuwe id, zoals: wijn-van-een-leverancier")


def run(options: argparse.Namespace) -> int:
    """Geef een pagina overal een andere naam; het oude adres blijft werken."""
    return changed(
        options.map,
        lambda corpus: rename(corpus, find_page(corpus, options.oud), options.nieuw),
        same_words=True,
    )
