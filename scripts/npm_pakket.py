"""Fetch with npm what no Python package brings: pinned, checked by its hash, and never run."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import hulpprogrammas
import omgeving

NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
NO_CONNECTION_TEXT = (
    "Er is geen verbinding met internet, of de verbinding viel weg. Controleer de verbinding\n"
    "(en de proxy, als je die gebruikt) en probeer het opnieuw."
)
NO_CONNECTION = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT")
CHANGED_TEXT = (
    "Een pakket is niet hetzelfde als wat in requirements/{name}/ is vastgelegd. Daarom is\n"
    "er niets geïnstalleerd. Probeer het later. Blijft het zo? Vraag een ontwikkelaar."
)
FAILURES = ((NO_CONNECTION, NO_CONNECTION_TEXT), (("EINTEGRITY",), CHANGED_TEXT))
"""What npm says -> what we say. The first hit counts."""


@dataclass(frozen=True)
class NpmPakket:
    """A lock below ``requirements/``, and which files of its packages are kept in ``.cache/``.

    ``what`` is its Dutch name at the start of a sentence, ``needed_for`` after "nodig voor".
    """

    name: str
    what: str
    needed_for: str
    files: tuple[str, ...]

    @property
    def lock(self) -> Path:
        return omgeving.ROOT / "requirements" / self.name

    @property
    def house(self) -> Path:
        return omgeving.ROOT / ".cache" / self.name

    def ensure(self) -> Path:
        """Return the folder with the files; fetch them when they are not there yet."""
        lock = hashlib.sha256((self.lock / "package-lock.json").read_bytes()).hexdigest()
        stamp = self.house / "klaar.txt"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
            return self.house
        omgeving.say(f"{self.what} komt binnen (minder dan een minuut, één keer) …")
        shutil.rmtree(self.house, ignore_errors=True)
        shutil.copytree(self.lock, self.house)
        self._fetch()
        packages = self.house / "node_modules"
        for name in self.files:
            shutil.copyfile(packages / name, self.house / Path(name).name)
        shutil.rmtree(packages)
        stamp.write_text(lock, encoding="utf-8")
        return self.house

    def _fetch(self) -> None:
        """Let npm fetch what the lock names, and run nothing of it."""
        command = [hulpprogrammas.require_npm(self.needed_for), *NPM]
        done = subprocess.run(
            command,
            cwd=self.house,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            told = self._explain(done.stdout + done.stderr)
            raise omgeving.OmgevingError(f"{self.what} is niet op te halen.\n{told}")

    def _explain(self, log: str) -> str:
        """Turn npm's output into one Dutch text."""
        for signs, text in FAILURES:
            if any(sign in log for sign in signs):
                return text.format(name=self.name)
        return f"Dit was het probleem:\n{omgeving.tail(log)}"
