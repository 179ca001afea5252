"""The matrix: kernwaarden × Basisnormen × rules × dilemmas, with the gaps visible.

A real table with explicit ARIA roles: on a phone the rows become blocks, and CSS that changes
``display`` would otherwise take the table away from a screen reader.  Its links are Markdown,
so that every renderer makes the right address of them; hence ``markdown=`` on all around them.
(Python-Markdown knows no ``caption``: a paragraph names the table instead.)
"""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.macro import Context
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, REGELING
from wijzer.model.pages import Basisnorm
from wijzer.pages.markdown import attribute, link
from wijzer.relations import Verwant


def matrix(context: Context) -> str:
    """Een tabel van Basisnormen en kernwaarden, met de regels en dilemma's die erbij horen."""
    values = context.graph.of_kind(KERNWAARDE)
    norms = context.graph.of_kind(BASISNORM)
    head = "\n".join(
        f'<th role="columnheader" scope="col" markdown="span">{text}</th>'
        for text in _columns(values)
    )
    rows = "\n".join(_row(context, norm, values) for norm in norms)
    return (
        '<div class="matrix" data-search-exclude markdown="1">\n'
        '<p class="matrix__titel" id="matrix-titel" markdown="span">'
        "Per Basisnorm: hoeveel dilemma's er zijn bij elke kernwaarde, en welke regels "
        "en dilemma's erbij horen.</p>\n"
        '<table class="matrix__tabel" role="table" aria-labelledby="matrix-titel" markdown="1">\n'
        f'<thead role="rowgroup" markdown="1">\n<tr role="row" markdown="1">\n{head}\n</tr>\n'
        f'</thead>\n<tbody role="rowgroup" markdown="1">\n{rows}\n</tbody>\n</table>\n</div>'
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
    target = link(context.document, norm, name)
    header = f'<th role="rowheader" scope="row" markdown="span">{target}</th>'
    content = "\n".join([header, *cells])
    return f'<tr role="row" markdown="1">\n{content}\n</tr>'


def _value_cell(norm: Document, value: Document, dilemmas: list[Verwant]) -> str:
    assert isinstance(norm.model, Basisnorm)
    belongs = value.id in norm.model.kernwaarden
    count = sum(value.id in getattr(v.document.model, "kernwaarden", ()) for v in dilemmas)
    state = "los"
    text = str(count)
    if belongs:
        state = "hoort" if count else "gat"
        text = f"{count} <span>hoort erbij</span>" if count else "gat <span>hoort erbij</span>"
    label = attribute(value.titel)
    return f'<td role="cell" class="{state}" data-kop="{label}" markdown="span">{text}</td>'


def _list_cell(context: Context, label: str, found: list[Verwant]) -> str:
    if not found:
        gap = "gat <span>nog geen</span>"
        return (
            f'<td role="cell" class="gat" data-kop="{attribute(label)}" markdown="span">{gap}</td>'
        )
    items = "\n".join(
        f'<li markdown="span">{link(context.document, v.document)}</li>' for v in found
    )
    return (
        f'<td role="cell" data-kop="{attribute(label)}" markdown="1">\n<details markdown="1">\n'
        f'<summary markdown="span">{len(found)} <span>bekijken</span></summary>\n'
        f'<ul markdown="1">\n{items}\n</ul>\n</details>\n</td>'
    )
