"""Look up whether a locked package has a known vulnerability, with pip-audit."""

from __future__ import annotations

import sys

import omgeving

# The lock of the tests holds everything, also what the site itself needs.
COMMAND = (
    "python",
    "-m",
    "pip_audit",
    "--requirement=requirements/test.txt",
    "--disable-pip",
    "--require-hashes",
    "--strict",
    "--progress-spinner=off",
)


def main() -> int:
    omgeving.prepare("test")
    omgeving.become([*COMMAND, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
