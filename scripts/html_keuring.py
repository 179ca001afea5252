"""Check the HTML of every built page with the Nu Html Checker of the W3C: run bouw.py first.

Pass another folder to check that one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hulpprogrammas
import omgeving
from npm_pakket import NpmPakket

JAR = "vnu.jar"
KEURING = NpmPakket(
    "html", "De HTML-keuring", "de HTML-keuring", (f"vnu-jar/build/dist/{JAR}", "vnu-jar/LICENSE")
)
SPEAKS_OF_A_FILE = "Content Security Policy"
"""A file on disk is not 'self' to the checker; a test in a browser watches the policy."""


def command(folder: Path) -> list[str]:
    """Return what checks all pages in a folder: one Java for all of them takes 5 seconds."""
    java = hulpprogrammas.require_java()
    jar = str(KEURING.ensure() / JAR)
    return [
        java,
        "-Xss4m",
        "-jar",
        jar,
        "--format",
        "json",
        "--skip-non-html",
        str(folder.resolve()),
    ]


def findings(folder: Path) -> list[str]:
    """Return every mistake and warning: "page, line N: what (piece of the page)"."""
    done = subprocess.run(
        command(folder), capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise omgeving.OmgevingError(
            f"De HTML-keuring stopte zonder uitslag:\n{omgeving.tail(done.stderr)}"
        ) from error
    return sorted(_told(messages, folder))


def _told(messages: list[dict[str, str]], folder: Path) -> Iterator[str]:
    for message in messages:
        text = message["message"]
        serious = message["type"] != "info" or message.get("subType") == "warning"
        if serious and SPEAKS_OF_A_FILE not in text:
            page = message.get("url", "").rpartition(f"{folder.resolve().as_posix()}/")[2]
            piece = " ".join(message.get("extract", "").split())
            yield f"{page}, regel {message.get('lastLine', '?')}: {text} ({piece})"


def main() -> int:
    folder = Path(*sys.argv[1:]) if sys.argv[1:] else omgeving.ROOT / "site"
    total = sum(1 for _ in folder.rglob("*.html"))
    if not total:
        raise omgeving.OmgevingError(
            f"In {folder} staat geen pagina. Draai eerst: python3 scripts/bouw.py"
        )
    found = findings(folder)
    for line in found:
        omgeving.say(line)
    omgeving.say(f"{total} pagina's gekeurd: {len(found) or 'geen'} fouten of waarschuwingen.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
