"""``schrijf``: write the complete plain docs tree, for any renderer."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.plain_tree import write_tree
from wijzer.app.site import load_site
from wijzer.base.files import TargetInUseError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("doel", type=Path, metavar="MAP", help="een lege of nieuwe map")


def run(options: argparse.Namespace) -> int:
    """Schrijf alle pagina's als gewone Markdown in een map."""
    site = load_site(options.map)
    if site.errors:
        print(site.report)
        return 1
    try:
        count = write_tree(site, options.doel)
    except TargetInUseError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{count} bestanden geschreven in {options.doel}. Bouw de site daar met: mkdocs build")
    return 0
