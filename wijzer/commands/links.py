"""``links``: verify every link of the built site, and with ``--extern`` those that leave it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.build import SITE
from wijzer.corpus import load_corpus
from wijzer.links.verify import verify_folder
from wijzer.output import Formaat, render


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--site", type=Path, metavar="MAP", help="de map met de gebouwde site (anders: site)"
    )
    parser.add_argument(
        "--formaat",
        choices=[f.value for f in Formaat],
        default=Formaat.TEKST.value,
        help="hoe de uitkomst eruitziet",
    )


def run(options: argparse.Namespace) -> int:
    """Kijk alle links van de gebouwde site na."""
    folder: Path = (options.site or options.map / SITE).resolve()
    if not (folder / "index.html").is_file():
        print(
            f"Er is geen site in {folder}. Bouw die eerst: python -m wijzer bouw", file=sys.stderr
        )
        return 2
    corpus, _ = load_corpus(options.map)
    meldingen, pages = verify_folder(folder, corpus)
    print(render(meldingen, Formaat(options.formaat), pages))
    return 1 if meldingen else 0
