"""Macros with the municipality's own words, for a text that holds for any municipality."""

from __future__ import annotations

from wijzer.base.findings import quoted
from wijzer.corpus.macro import Context, MacroError
from wijzer.pages.markdown import escape

_VORMEN = ("naam", "voluit", "bijvoeglijk")


def gemeente(context: Context, vorm: str = "naam") -> str:
    """De naam van de gemeente: gewoon, `"voluit"` of `"bijvoeglijk"`."""
    if vorm not in _VORMEN:
        raise MacroError(f"`{vorm}` is geen vorm van de naam", f"Kies uit: {quoted(_VORMEN)}.")
    return escape(str(getattr(context.graph.gemeente, vorm)))


def intranet(context: Context) -> str:
    """De naam van het intranet van de gemeente."""
    return escape(context.graph.gemeente.woorden.intranet)


def meldpunt(context: Context) -> str:
    """De naam van de plek om een vermoeden te melden."""
    return escape(context.graph.gemeente.woorden.meldpunt)
