"""``schema``: JSON Schemas of all sources, for editors of text such as VS Code."""

from __future__ import annotations

import argparse
from pathlib import Path

from wijzer.editor.schema import print_schema, schemas


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "naar", type=Path, metavar="MAP", help="de map waar de schema's komen: .vscode/schemas"
    )


def run(options: argparse.Namespace) -> int:
    """Schrijf van elke soort bron een JSON Schema, voor een editor zoals VS Code."""
    options.naar.mkdir(parents=True, exist_ok=True)
    made = dict(schemas())
    for name, schema in made.items():
        (options.naar / name).write_text(print_schema(schema), encoding="utf-8", newline="\n")
    print(f"{len(made)} schema's staan in {options.naar}.")
    return 0
