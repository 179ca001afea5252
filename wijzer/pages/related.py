"""The block under a page: everything that hangs together with it, grouped by kind."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.legal import plaats_text
from wijzer.model.document import Document
from wijzer.model.kinds import (
    BASISNORM,
    DILEMMA,
    KERNWAARDE,
    PAGINA,
    PIJLER,
    REGELING,
    ROL,
    WEGWIJZER,
    Soort,
)
from wijzer.model.pages import Dilemma, Regeling
from wijzer.model.vocabulary import Status
from wijzer.pages.markdown import bullets, escape, link, section
from wijzer.relations import Graph, Plaats, Verwant

HAS_CONTACT_BOX = (BASISNORM, DILEMMA, REGELING)
_GROUPS: tuple[tuple[Soort, str], ...] = (
    (WEGWIJZER, "Loop de vragen door"),
    (KERNWAARDE, "Kernwaarden"),
    (BASISNORM, "Basisnormen"),
    (REGELING, "Wetten en regels"),
    (DILEMMA, "Dilemma's om over te praten"),
    (ROL, "Rollen"),
    (PIJLER, "Pijlers van het beleid"),
    (PAGINA, "Lees ook"),
)


def related(document: Document, graph: Graph) -> str:
    """Return the block of related pages; empty when there are none."""
    groups = [*_groups(document, graph)]
    if not groups:
        return ""
    return section("verwant", "\n\n".join(["## Hangt samen met", *groups]))


def _groups(document: Document, graph: Graph) -> Iterator[str]:
    if replaced := graph.predecessors(document):
        items = bullets(_line(document, Verwant(before)) for before in replaced)
        yield f"### Vervangt\n\n{items}"
    for soort, title in _GROUPS:
        if soort is ROL and document.soort in HAS_CONTACT_BOX:
            continue  # the box on the same page names them already
        if found := graph.related(document, soort):
            items = bullets(_line(document, verwant) for verwant in found)
            yield f"### {escape(title)}\n\n{items}"


def _line(document: Document, verwant: Verwant) -> str:
    other = verwant.document
    places = _places(verwant.plaatsen)
    mark = _past(other)
    number = f"{other.model.nummer}. " if isinstance(other.model, Dilemma) else ""
    return f"{link(document, other, number + other.titel)}{places}{mark}: {_summary(other)}"


def _past(document: Document) -> str:
    """Return a mark behind a rule that no longer applies."""
    model = document.model
    if isinstance(model, Regeling) and model.status in (Status.VERVANGEN, Status.INGETROKKEN):
        return f" ({model.status.label.lower()})"
    return ""


def _summary(document: Document) -> str:
    return escape(document.model.samenvatting)


def _places(places: tuple[Plaats, ...]) -> str:
    return f", {'; '.join(plaats_text(plaats) for plaats in places)}" if places else ""
