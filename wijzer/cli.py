"""The command line, in Dutch; each command is a function of its own module."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from wijzer.base.trouble import DEBUG, explain
from wijzer.commands import (
    begin,
    beoordeeld,
    bouw,
    controleer,
    formulier,
    hernoem,
    kaarten,
    links,
    nieuw,
    publiceer,
    rapport,
    recht,
    schema,
    schrijf,
    server,
    verplaats,
    verschil,
    verwijder,
    voorstel,
)

OK, FINDINGS, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130

_COMMANDS = (
    controleer,
    bouw,
    publiceer,
    server,
    kaarten,
    links,
    schrijf,
    nieuw,
    voorstel,
    formulier,
    hernoem,
    verplaats,
    verwijder,
    beoordeeld,
    rapport,
    recht,
    verschil,
    schema,
    begin,
)


class _Parser(argparse.ArgumentParser):
    """An argument parser that says in Dutch what is wrong with a call."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how the command is used; exit code 2."""
        print(f"{self.prog}: {_dutch(message)}\n", file=sys.stderr)
        self.print_usage(sys.stderr)
        raise SystemExit(WRONG_CALL)

    def format_usage(self) -> str:
        """Return the usage line with a Dutch label."""
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        """Return the help text with Dutch labels."""
        text = super().format_help().replace("usage:", "gebruik:", 1)
        text = text.replace("positional arguments:", "wat je opgeeft:")
        text = text.replace("options:", "opties:")
        return text.replace("show this help message and exit", "toon deze uitleg")


_DUTCH = {
    "the following arguments are required:": "dit ontbreekt nog:",
    "unrecognized arguments:": "dit ken ik niet:",
    "invalid choice:": "onbekende keuze:",
    "choose from": "kies uit",
    "expected one argument": "hier hoort een waarde achter",
    "argument ": "",
}


def _dutch(message: str) -> str:
    for english, dutch in _DUTCH.items():
        message = message.replace(english, dutch)
    return message


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with all commands."""
    parser = _Parser(
        prog="python3 scripts/wijzer.py", description="De Integriteitswijzer bouwen en nakijken."
    )
    parser.add_argument(
        "--map", type=Path, default=Path(), metavar="MAP", help="de map van het project (hier)"
    )
    commands = parser.add_subparsers(dest="opdracht", required=True, metavar="opdracht")
    for module in _COMMANDS:
        name = module.__name__.rpartition(".")[2]
        summary = (module.run.__doc__ or "").split("\n")[0]
        sub = commands.add_parser(name, help=summary, description=summary)
        module.configure(sub)
        sub.set_defaults(run=module.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code: 0 clean, 1 findings, 2 wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows consoles default to a code page; a path may hold what is no text at all.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    run: Callable[[argparse.Namespace], int] = options.run
    options.map = options.map.resolve()
    if not (options.map / "mkdocs.yml").is_file():
        print(
            f"{options.map} is geen map met de Integriteitswijzer (mkdocs.yml ontbreekt).",
            file=sys.stderr,
        )
        return WRONG_CALL
    return guarded(lambda: run(options))


def guarded(command: Callable[[], int]) -> int:
    """Run a command; whatever goes wrong becomes one Dutch text and exit code 1.

    With ``WIJZER_DEBUG=1`` the traceback comes first.
    """
    try:
        return command()
    except KeyboardInterrupt:
        print("Gestopt. Je kunt de opdracht gewoon opnieuw geven.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception as error:
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        print(explain(error), file=sys.stderr)
        return FINDINGS
