"""The matrix: kernwaarden × Basisnormen × rules × dilemmas, with the gaps visible.

A real table with explicit ARIA roles: on a phone the rows become blocks, and CSS that changes
``display`` would otherwise take the table away from a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.macro import Context
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, REGELING
from wijzer.model.pages import Basisnorm
from wijzer.pages.markdown import attribute, href
from wijzer.relations import Verwant


def matrix(context: Context) -> str:
    """Een tabel van Basisnormen en kernwaarden, met de regels en dilemma's die erbij horen."""
    values = context.graph.of_kind(KERNWAARDE)
    norms = context.graph.of_kind(BASISNORM)
    head = "".join(f'<th role="columnheader" scope="col">{text}</th>' for text in _columns(values))
    rows = "\n".join(_row(context, norm, values) for norm in norms)
    return (
        '<div class="matrix" data-search-exclude>\n<table class="matrix__tabel" role="table">\n'
        "<caption>Per Basisnorm: hoeveel dilemma's er zijn bij elke kernwaarde, en welke regels "
        "en dilemma's erbij horen.</caption>\n"
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>\n</div>'
    )


def _columns(values: list[Document]) -> Iterator[str]:
    yield "Basisnorm"
    yield from (attribute(value.titel) for value in values)
    yield "Wetten en regels"
    yield "Dilemma's"


def _row(context: Context, norm: Document, values: list[Document]) -> str:
    assert isinstance(norm.model, Basisnorm)
    dilemmas = context.graph.related(norm, DILEMMA)
    cells = [_value_cell(norm, value, dilemmas) for value in values]
    cells.append(_list_cell(context, "Wetten en regels", context.graph.related(norm, REGELING)))
    cells.append(_list_cell(context, "Dilemma's", dilemmas))
    name = f"{norm.model.nummer}. {norm.titel}"
    header = f'<th role="rowheader" scope="row">{_anchor(context, norm, name)}</th>'
    return f'<tr role="row">{header}{"".join(cells)}</tr>'


def _value_cell(norm: Document, value: Document, dilemmas: list[Verwant]) -> str:
    assert isinstance(norm.model, Basisnorm)
    belongs = value.id in norm.model.kernwaarden
    count = sum(value.id in getattr(v.document.model, "kernwaarden", ()) for v in dilemmas)
    state = "los"
    text = str(count)
    if belongs:
        state = "hoort" if count else "gat"
        text = f"{count} <span>hoort erbij</span>" if count else "gat <span>hoort erbij</span>"
    return f'<td role="cell" class="{state}" data-kop="{attribute(value.titel)}">{text}</td>'


def _list_cell(context: Context, label: str, found: list[Verwant]) -> str:
    if not found:
        gap = "gat <span>nog geen</span>"
        return f'<td role="cell" class="gat" data-kop="{attribute(label)}">{gap}</td>'
    items = "".join(f"<li>{_anchor(context, v.document, v.document.titel)}</li>" for v in found)
    details = (
        f"<details><summary>{len(found)} <span>bekijken</span></summary><ul>{items}</ul></details>"
    )
    return f'<td role="cell" data-kop="{attribute(label)}">{details}</td>'


def _anchor(context: Context, document: Document, text: str) -> str:
    return f'<a href="{href(context.document, document.address)}">{attribute(text)}</a>'
