"""Finished files that a renderer only has to put in their place."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bestand:
    """A finished file for the docs tree that is no text, such as a PDF."""

    pad: str
    """POSIX path in the docs tree, such as ``kaarten/alle-a6x4.pdf``."""
    inhoud: bytes = field(repr=False)
