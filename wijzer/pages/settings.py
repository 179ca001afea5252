"""What the municipality sets itself: amounts, periods and agreements, known or not yet known."""

from __future__ import annotations

from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import INSTELLINGEN
from wijzer.model.wegwijzer import Instelling, Instellingen
from wijzer.pages.markdown import bullets, day, escape
from wijzer.pages.references import reference


def settings(graph: Graph) -> dict[str, Instelling]:
    """Return all settings of the municipality by id."""
    models = (document.model for document in graph.of_kind(INSTELLINGEN))
    return {item.id: item for m in models if isinstance(m, Instellingen) for item in m.instellingen}


def value_text(item: Instelling) -> str:
    """Return the value, or the visible mark that the municipality has yet to set it."""
    if item.waarde is None:
        return '<em class="invullen">Nog vast te stellen door de gemeente.</em>'
    since = f" (vastgesteld op {day(item.vastgesteld_op)})" if item.vastgesteld_op else ""
    return f"**{escape(item.waarde)}**{since}"


def setting_entry(document: Document, item: Instelling, graph: Graph) -> str:
    """Return one setting as a list item: name, value and what the law says meanwhile."""
    name = item.naam[:1].upper() + item.naam[1:]
    parts = [f"**{escape(name)}**: {value_text(item)}"]
    if item.waarde is None:
        parts.append(escape(item.zolang))
    if item.regels:
        own = document.soort == INSTELLINGEN
        found = "; ".join(reference(document, rule, graph, here=own) for rule in item.regels)
        parts.append(f"Zie {found}.")
    return "  \n  ".join(parts)


def setting_list(document: Document, items: list[Instelling], graph: Graph) -> str:
    """Return settings as a Markdown list."""
    return bullets(setting_entry(document, item, graph) for item in items)
