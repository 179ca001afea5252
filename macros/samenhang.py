"""The macro that draws how kernwaarden, Basisnormen and rules hang together."""

from __future__ import annotations

from wijzer.corpus.macro import Context
from wijzer.pages.samenhang import drawing


def samenhang(context: Context) -> str:
    """Een tekening van kernwaarden, Basisnormen en de regels die nu gelden, met lijnen ertussen."""
    return drawing(context.document, context.graph)
