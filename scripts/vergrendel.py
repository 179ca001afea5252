"""Write the hash-locked requirements anew from the .in files, with uv."""

from __future__ import annotations

import argparse
import sys

import omgeving

OPTIONS = (
    "--no-config",
    "--universal",
    "--python-version=3.11",
    "--fork-strategy=fewest",  # the same version of a package on every system
    "--only-binary=:all:",
    "--prerelease=disallow",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def neutral_env() -> dict[str, str]:
    """Leave out what one machine has set: everybody must get the same lock."""
    ours = {
        key: value
        for key, value in omgeving.clean_env().items()
        if not key.startswith(("PIP_", "UV_"))
    }
    return {**ours, "UV_CACHE_DIR": str(omgeving.ROOT / ".cache" / "uv")}


def compile_lock(name: str, extra: list[str]) -> None:
    """Compile requirements/NAME.in into requirements/NAME.txt."""
    omgeving.say(f"Ik leg de versies vast in requirements/{name}.txt (minder dan een minuut) …")
    command = ["uv", "pip", "compile", f"{name}.in", "--output-file", f"{name}.txt"]
    folder = omgeving.ROOT / "requirements"
    if omgeving.run([*command, *OPTIONS, *extra], env=neutral_env(), cwd=folder):
        raise omgeving.OmgevingError("Dat is niet gelukt. Hierboven staat waarom.")


def main() -> int:
    """Lock site first; test then takes its versions from the site lock."""
    parser = argparse.ArgumentParser(
        description="Legt opnieuw vast welke versies van pakketten het project gebruikt."
    )
    parser.add_argument(
        "--nieuwste", action="store_true", help="neem van elk pakket de nieuwste versie"
    )
    upgrade = ["--upgrade"] if parser.parse_args().nieuwste else []
    omgeving.prepare("test")
    for name in ("site", "test"):
        compile_lock(name, upgrade)
    omgeving.say("Klaar. Controleer of alles nog werkt met: python3 scripts/test.py")
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
