"""Check everything: style, types and tests. Arguments go to pytest, which then runs alone."""

from __future__ import annotations

import sys

import hulpprogrammas
import omgeving

TYPED_FOLDERS = ("wijzer", "scripts", "macros")


def typed_folders() -> list[str]:
    """Return the folders that hold Python; mypy stumbles over an empty one."""
    return [name for name in TYPED_FOLDERS if any((omgeving.ROOT / name).rglob("*.py"))]


def lint_steps() -> dict[str, list[str]]:
    return {
        "Stijl van de code (ruff check)": ["ruff", "check", "."],
        "Opmaak van de code (ruff format)": ["ruff", "format", "--check", "."],
        "Typen in de code (mypy)": ["mypy", "--strict", *typed_folders()],
    }


def step(name: str, command: list[str], env: dict[str, str]) -> int:
    """Run one step and tell how it ended."""
    omgeving.say(f"== {name}")
    code = omgeving.run(["python", "-m", *command], env=env)
    omgeving.say(f"== {name}: {'in orde' if code == 0 else 'NIET in orde'}\n")
    return code


def main() -> int:
    chosen = sys.argv[1:]
    omgeving.prepare("test")
    env = {**omgeving.clean_env(), **hulpprogrammas.ensure()}
    if not chosen:
        codes = [step(name, command, env) for name, command in lint_steps().items()]
        if any(codes):
            return next(filter(None, codes))
    return step("Tests (pytest)", ["pytest", "-n", "auto", "--dist", "worksteal", *chosen], env)


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
