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
        problem = omgeving.tail(done.stderr)
        raise omgeving.OmgevingError(
            f"Het formulier is niet op te halen. Dit was het probleem:\n{problem}"
        )


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-m", "wijzer", "formulier", str(ensure())])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
