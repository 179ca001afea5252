"""Show the form for pages on this computer: fetch Decap CMS once, then serve it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import hulpprogrammas
import omgeving

LOCK = omgeving.ROOT / "requirements" / "formulier"
"""What npm fetches, and the hashes; what Decap CMS was made from is left empty there."""
HOUSE = omgeving.ROOT / ".cache" / "formulier"
STAMP = HOUSE / "klaar.txt"
CMS = ("decap-cms.js", "decap-cms.js.LICENSE.txt")
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
NO_CONNECTION_TEXT = (
    "Er is geen verbinding met internet, of de verbinding viel weg. Controleer de verbinding\n"
    "(en de proxy, als je die gebruikt) en probeer het opnieuw."
)
NO_CONNECTION = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT")
FAILURES = (
    (NO_CONNECTION, NO_CONNECTION_TEXT),
    (
        ("EINTEGRITY",),
        "Een pakket is niet hetzelfde als wat in requirements/formulier/ is vastgelegd. Daarom is\n"
        "er niets geïnstalleerd. Probeer het later. Blijft het zo? Vraag een ontwikkelaar.",
    ),
)
"""What npm says -> what we say. The first hit counts."""


def ensure() -> Path:
    """Return the folder with Decap CMS; fetch it when it is not there yet."""
    lock = hashlib.sha256((LOCK / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == lock:
        return HOUSE
    omgeving.say("Ik haal het formulier op (Decap CMS, minder dan een minuut, één keer) …")
    shutil.rmtree(HOUSE, ignore_errors=True)
    shutil.copytree(LOCK, HOUSE)
    fetch()
    for name in CMS:
        shutil.copyfile(HOUSE / "node_modules" / "decap-cms" / "dist" / name, HOUSE / name)
    shutil.rmtree(HOUSE / "node_modules")
    STAMP.write_text(lock, encoding="utf-8")
    return HOUSE


def fetch() -> None:
    """Let npm fetch what the lock names, and run nothing of it."""
    command = [hulpprogrammas.require_npm(), *NPM]
    done = subprocess.run(
        command, cwd=HOUSE, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise omgeving.OmgevingError(
            f"Het formulier is niet op te halen.\n{explain(done.stdout + done.stderr)}"
        )


def explain(log: str) -> str:
    """Turn npm's output into one Dutch text."""
    for signs, text in FAILURES:
        if any(sign in log for sign in signs):
            return text
    return f"Dit was het probleem:\n{omgeving.tail(log)}"


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-m", "wijzer", "formulier", str(ensure())])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
