"""``formulier``: fill in pages in the browser instead of typing YAML."""

from __future__ import annotations

import argparse
import errno
from pathlib import Path

from wijzer.app.form_server import CMS, FormServer

_PORTS = (*range(8100, 8200), 0)
"""The same one every time, if it is free: a browser keeps half a page by its address."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "cms", type=Path, metavar="MAP", help=f"de map met {CMS}; scripts/formulier.py zorgt ervoor"
    )


def run(options: argparse.Namespace) -> int:
    """Toon een formulier om pagina's mee in te vullen, in de browser op deze computer."""
    if not (options.cms / CMS).is_file():
        print(f"{CMS} staat niet in {options.cms}. Typ: python3 scripts/formulier.py")
        return 1
    with _server(options.map, options.cms) as server:
        print(f"Het formulier staat op {server.address}. Stoppen doe je met Ctrl+C.", flush=True)
        server.serve_forever()
    return 0


def _server(root: Path, cms: Path) -> FormServer:
    for port in _PORTS:
        try:
            return FormServer(root, cms, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise AssertionError("port 0 is always free")
