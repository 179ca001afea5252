"""Show the site in the free example theme of NL Design System.

The theme (``@nl-design-system-unstable/voorbeeld-design-tokens``, EUPL 1.2) is fetched from the npm
registry, held against its hash and laid over a copy of the project; nothing here changes.  A
municipality does the same with its own theme: put its ``theme.css`` in the project and name it in
``gemeente.yml`` (``huisstijl: thema:``).

    python3 scripts/thema.py           # builds .cache/thema/project/site
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import shutil
import sys
import tarfile
import urllib.request
from pathlib import Path

import omgeving

URL = (
    "https://registry.npmjs.org/@nl-design-system-unstable/voorbeeld-design-tokens/-/"
    "voorbeeld-design-tokens-7.4.1.tgz"
)
SHA512 = "GNnapAn2mTIzXRcCvs0JMr4Bf9+ivUJ3zFBJLRT1SYpAYm2xPwptVxIM3k4WLJ0c59E9FfxsEBPJluGuAHUVvg=="
MEMBER = "package/dist/theme.css"
THEME = "huisstijl/voorbeeld.css"
LEAVE = (".git", ".venv", ".cache", "site", "tests", "__pycache__", "node_modules", ".*cache")


def fetch() -> bytes:
    """Return the style sheet of the theme; stop when it is not the one that we know."""
    try:
        with urllib.request.urlopen(URL, timeout=60) as answer:
            packed = answer.read()
    except OSError as error:
        raise omgeving.OmgevingError(f"Het thema is niet op te halen: {URL}") from error
    if base64.b64encode(hashlib.sha512(packed).digest()).decode() != SHA512:
        raise omgeving.OmgevingError("Het thema is niet het bestand dat we kennen (SHA-512).")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found = archive.extractfile(MEMBER)
        return found.read() if found else b""


def lay_over(project: Path, theme: bytes) -> None:
    """Copy this project, with the theme in it and named in ``gemeente.yml``."""
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(omgeving.ROOT, project, ignore=shutil.ignore_patterns(*LEAVE))
    file = project / THEME
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(theme)
    settings = project / "gemeente.yml"
    lines = settings.read_text("utf-8").splitlines(keepends=True)
    lines = [line for line in lines if not line.startswith("  thema:")]
    place = next(n for n, line in enumerate(lines) if line.startswith("  licht:"))
    lines.insert(place, f"  thema: {THEME}\n")
    settings.write_text("".join(lines), "utf-8", newline="\n")


def main() -> int:
    """Fetch, lay over and build."""
    parser = argparse.ArgumentParser(
        description="Bouwt de site in het vrije voorbeeldthema van NL Design System."
    )
    parser.parse_args()
    project = omgeving.ROOT / ".cache" / "thema" / "project"
    lay_over(project, fetch())
    omgeving.prepare("site")
    command = ["python", "-m", "wijzer", "--map", str(project), "bouw"]
    return omgeving.run(command)


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
