"""``nieuw``: start a page with all its keys and headings."""

from __future__ import annotations

import argparse
import sys

from wijzer.corpus.corpus import load_corpus
from wijzer.editor.template import template
from wijzer.model.fields import ID
from wijzer.model.kinds import SOORTEN
from wijzer.rules.identity import free_number

_SOORTEN = {soort.naam: soort for soort in SOORTEN if soort.mappen}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("soort", choices=list(_SOORTEN), help=", ".join(_SOORTEN))
    parser.add_argument("id", help="de bestandsnaam zonder .md, zoals: fles-wijn")
    parser.add_argument("--in", dest="folder", help="de map, als een soort er meer heeft")


def run(options: argparse.Namespace) -> int:
    """Begin een nieuwe pagina met alle sleutels en koppen."""
    soort = _SOORTEN[options.soort]
    if not ID.fullmatch(options.id):
        print(
            f"`{options.id}` is geen goede naam; "
            "gebruik kleine letters, cijfers en streepjes, zoals: fles-wijn",
            file=sys.stderr,
        )
        return 2
    folder = options.folder or soort.mappen[0]
    if folder not in soort.mappen:
        print(f"een {soort.naam} hoort in {' of '.join(soort.mappen)}", file=sys.stderr)
        return 2
    file = options.map / folder / f"{options.id}.md"
    if file.exists():
        print(f"{folder}/{options.id}.md bestaat al", file=sys.stderr)
        return 2
    corpus, _ = load_corpus(options.map)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = template(soort, free_number(corpus, soort))
    file.write_text(text, encoding="utf-8", newline="\n")
    print(
        f"{folder}/{options.id}.md staat klaar. Vul de pagina en draai: python -m wijzer controleer"
    )
    return 0
