"""Renew the generated parts of BIJDRAGEN.md: macros, keys and headings."""

from __future__ import annotations

import sys

import omgeving

PROGRAM = """
from pathlib import Path
from macros import REGISTRY
from wijzer.editor.guide import fill_guide
guide = Path("BIJDRAGEN.md")
guide.write_text(fill_guide(guide.read_text("utf-8"), REGISTRY), "utf-8", newline="\\n")
print("BIJDRAGEN.md is bijgewerkt.")
"""


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-c", PROGRAM])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
