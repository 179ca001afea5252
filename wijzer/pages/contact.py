"""The box that tells whom to turn to."""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.model.document import Document
from wijzer.pages.markdown import bullets, escape, link, section
from wijzer.relations import Graph

CONTACT_CLASS = 'class="terecht"'
"""Tells that a text holds a box already."""


def contact_box(document: Document, roles: Iterable[str], graph: Graph) -> str:
    """Return a box with the roles that can help, best first, and the way to report."""
    found = [graph.documents[role] for role in roles if role in graph.documents]
    lines = [f"**{link(document, rol)}**: {escape(rol.model.samenvatting)}" for rol in found]
    if (melden := graph.documents.get("melden")) and melden is not document:
        lines.append(f"Wil je iets melden? Lees {link(document, melden)}.")
    if not lines:
        return ""
    return section(
        "terecht", f"**Bij wie kan ik terecht?**\n\n{bullets(lines)}", "Bij wie kan ik terecht?"
    )
