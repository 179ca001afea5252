"""``server``: write the configuration of the web server."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.check import check
from wijzer.base.output import Formaat, render
from wijzer.corpus.corpus import without_drafts
from wijzer.corpus.site_address import site_address
from wijzer.pages.redirects import moved
from wijzer.server.config import Webserver, configurations, path_of

_FOLDER = "/srv/integriteitswijzer/huidig"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("doel", type=Path, metavar="MAP", help="waar de bestanden komen")
    parser.add_argument(
        "--toont",
        default=_FOLDER,
        metavar="PAD",
        help=f"de map op de server die de webserver toont ({_FOLDER})",
    )


def run(options: argparse.Namespace) -> int:
    """Schrijf de instellingen voor de webserver: nginx, Caddy en IIS."""
    outcome = check(options.map)
    if outcome.errors:
        print(render(outcome.errors, Formaat.TEKST, len(outcome.corpus.all_documents)))
        return 1
    corpus = without_drafts(outcome.corpus)
    leads = tuple((old, document.address) for old, document, _ in moved(corpus))
    address = site_address(corpus.gemeente)
    facts = Webserver(options.toont, path_of(address), leads, corpus.gemeente.site.frame_ancestors)
    target: Path = options.doel
    target.mkdir(parents=True, exist_ok=True)
    for name, text in configurations(options.map, facts).items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
        print(target / name)
    if address is None:
        print(
            "Let op: het adres van de site is nog niet ingevuld. De instellingen gaan uit van een "
            "site zonder submap.",
            file=sys.stderr,
        )
    return 0
