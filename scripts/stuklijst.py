"""Write what the site is made with: a CycloneDX SBOM and a list of licences."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import omgeving

SBOM, LICENCES = "sbom.cdx.json", "licenties.md"
COMMAND = (
    "python",
    "-m",
    "cyclonedx_py",
    "environment",
    "--pyproject=pyproject.toml",
    "--output-reproducible",  # the same packages give the same file
    "--output-format=JSON",
)
INTRO = """# Licenties van de pakketten

Met deze pakketten wordt de site gemaakt en getest. Ze staan niet op de webserver. De lijst komt uit
{sbom}.

| Pakket | Versie | Licentie |
|---|---|---|
"""


def licences(component: dict[str, Any]) -> str:
    """Return the licences of a component of the SBOM, as its makers name them."""
    found = []
    for choice in component.get("licenses", []):
        licence = choice.get("license", {})
        name = choice.get("expression") or licence.get("id") or licence.get("name", "")
        found.append(name.removeprefix("License :: ").removeprefix("OSI Approved :: "))
    short = [name.split("\n")[0] for name in found if name]
    return ", ".join(dict.fromkeys(short)) or "onbekend"


def licence_list(sbom: dict[str, Any]) -> str:
    """Return the table of all packages in an SBOM."""
    rows = [
        f"| {c['name']} | {c.get('version', '')} | {licences(c).replace('|', ' of ')} |"
        for c in sorted(sbom["components"], key=lambda c: str(c["name"]).lower())
    ]
    return INTRO.format(sbom=SBOM) + "\n".join(rows) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Schrijft een stuklijst (SBOM) en de licenties.")
    parser.add_argument("doel", type=Path, metavar="MAP", help="waar de bestanden komen")
    target: Path = parser.parse_args().doel.resolve()
    omgeving.prepare("test")
    target.mkdir(parents=True, exist_ok=True)
    if omgeving.run([*COMMAND, f"--output-file={target / SBOM}"]):
        raise omgeving.OmgevingError("De stuklijst is niet gemaakt. Hierboven staat waarom.")
    sbom = json.loads((target / SBOM).read_text(encoding="utf-8"))
    (target / LICENCES).write_text(licence_list(sbom), encoding="utf-8", newline="\n")
    omgeving.say(f"{SBOM} en {LICENCES} staan in {target}.")
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
