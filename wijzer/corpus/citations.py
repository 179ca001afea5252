"""Which page cites which place of a rule: in its text, its front matter or the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.corpus.macro import Context, Macro
from wijzer.corpus.relations import Aanhaling, Graph, edges_of
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.recht.passages import AANHEF, SLOT


@dataclass(frozen=True)
class Vermelding:
    """One page that cites one place."""

    document: Document
    plaats: Aanhaling

    def leans_on(self, artikel: str, lid: str, onderdeel: str) -> bool:
        """Tell whether the page leans on this passage.

        The words above and below a list belong to each of its parts, and whoever cites a lid leans
        on all of it.
        """
        cited = self.plaats
        if cited.artikel != artikel or (cited.lid and cited.lid != lid):
            return False
        around = onderdeel in ("", AANHEF, SLOT)
        inside = onderdeel == cited.onderdeel or onderdeel.startswith(f"{cited.onderdeel}.")
        return not cited.onderdeel or around or inside


def citations(graph: Graph) -> dict[str, tuple[Vermelding, ...]]:
    """Return, by the id of a rule, every page that cites a place of it, in order of source."""
    found: dict[str, dict[tuple[str, Aanhaling], Vermelding]] = {}
    for document in sorted(graph.documents.values(), key=lambda d: d.path):
        for plaats in _places(document, graph):
            one = Vermelding(document, plaats)
            found.setdefault(plaats.regeling, {})[document.id, plaats] = one
    return {regeling: tuple(mentions.values()) for regeling, mentions in found.items()}


def _places(document: Document, graph: Graph) -> Iterator[Aanhaling]:
    for edge in edges_of(document):
        if edge.plaats:
            yield edge.plaats
    if isinstance(document.model, Regeling):
        for row in document.model.artikelen:
            yield Aanhaling(document.id, row.nummer, row.lid or "", row.onderdeel or "")
    yield from _in_text(document, graph)


def _in_text(document: Document, graph: Graph) -> Iterator[Aanhaling]:
    """Yield the calls of the macro ``artikel``, by letting the text call a recorder instead."""
    calls: list[Aanhaling] = []

    def artikel(
        context: Context, regeling: str, nummer: str, *, lid: str = "", onderdeel: str = ""
    ) -> str:
        calls.append(Aanhaling(regeling, str(nummer), str(lid), onderdeel))
        return ""

    Context(graph, document, {"artikel": Macro(artikel, "")}).expand(document)
    return iter(calls)
