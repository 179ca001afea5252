"""Show the form for pages on this computer: fetch Decap CMS once, then serve it."""

from __future__ import annotations

import sys

import omgeving
from npm_pakket import NpmPakket

CMS = ("decap-cms/dist/decap-cms.js", "decap-cms/dist/decap-cms.js.LICENSE.txt")
FORMULIER = NpmPakket("formulier", "Het formulier", "het formulier", CMS)
"""Decap CMS; what it was made from is left empty in the lock."""


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-m", "wijzer", "formulier", str(FORMULIER.ensure())])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
