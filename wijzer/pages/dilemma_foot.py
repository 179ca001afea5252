"""Where a reader goes from a dilemma: into a workshop with it, or to the next about the theme."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA, WORKSHOP
from wijzer.model.pages import Dilemma
from wijzer.model.vocabulary import Thema
from wijzer.pages.markdown import bullets, link, section


def into_workshop(document: Document, graph: Graph) -> str:
    """Return a button that opens the workshop with this dilemma laid ready.

    The selection of a workshop stands in its address only: whoever made one keeps it there.
    Empty for any other page, and on a site without a workshop.
    """
    rooms = graph.of_kind(WORKSHOP)
    if not rooms or not isinstance(document.model, Dilemma):
        return ""
    query = f"kaarten={document.model.nummer}"
    button = link(document, rooms[0], "Neem dit dilemma mee in een workshop", query=query)
    return section("naar-workshop", f"{button}{{: .knop }}", tag="div")


def neighbours(document: Document, graph: Graph) -> str:
    """Return links to the dilemma before and after this one in its theme, in order of number.

    Empty for any other page, and for a dilemma that is the only one of its theme.
    """
    if not isinstance(document.model, Dilemma):
        return ""
    theme = document.model.thema
    links = bullets(
        link(document, other, f"{word} in {theme.label}: {other.titel}")
        for word, other in _beside(document, graph, theme)
    )
    return section("buren", links, label=f"Verder in {theme.label}", tag="nav") if links else ""


def _beside(document: Document, graph: Graph, theme: Thema) -> Iterator[tuple[str, Document]]:
    """Yield the dilemmas before and after this one; the first and the last have only one."""
    row = [d for d in graph.of_kind(DILEMMA) if getattr(d.model, "thema", None) is theme]
    at = row.index(document)
    yield from (("Vorige", before) for before in row[:at][-1:])
    yield from (("Volgende", after) for after in row[at + 1 :][:1])
