"""``nieuw``: start a page with all its keys and headings."""

from __future__ import annotations

import argparse
import sys

from wijzer.corpus.corpus import load_corpus
from wijzer.editor.interview import Antwoorden, interview
from wijzer.editor.new_page import NewPageError, begin_page
from wijzer.model.kinds import SOORTEN

_NO_ID = "Dit ontbreekt nog: id. Zo: python3 scripts/wijzer.py nieuw dilemma fles-wijn"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    kinds = list(SOORTEN.beginbaar)
    parser.description = f"{run.__doc__} Zonder soort en id vraagt de opdracht wat zij moet weten."
    parser.add_argument("soort", nargs="?", choices=kinds, help=", ".join(kinds))
    parser.add_argument("id", nargs="?", help="de bestandsnaam zonder .md, zoals: fles-wijn")
    parser.add_argument(
        "--in", dest="folder", default="", help="de map, als een soort er meer heeft"
    )


def run(options: argparse.Namespace) -> int:
    """Begin een nieuwe pagina met alle sleutels en koppen."""
    if options.soort and not options.id:
        print(_NO_ID, file=sys.stderr)
        return 2
    try:
        wanted = _wanted(options)
        path = begin_page(options.map, wanted.soort, wanted.id, wanted.map, wanted.titel)
    except EOFError:
        print("\nEr kwam geen antwoord. Er is geen pagina gemaakt.", file=sys.stderr)
        return 2
    except NewPageError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{path} staat klaar. Vul de pagina en draai: python3 scripts/wijzer.py controleer")
    return 0


def _wanted(options: argparse.Namespace) -> Antwoorden:
    if options.soort:
        return Antwoorden(options.soort, options.id, options.folder, "")
    corpus, _ = load_corpus(options.map)
    return interview(corpus.soorten, corpus.gemeente.map, input)
