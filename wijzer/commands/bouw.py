"""``bouw``: check, build and verify the site, then put it in the place of the old one."""

from __future__ import annotations

import argparse
import sys

from wijzer.build import BuildError, build_site


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Bouw de site in de map `site`."""
    try:
        start = build_site(options.map)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"De site staat klaar. Open {start.as_uri()} in je browser.")
    return 0
