"""The matrix: kernwaarden × Basisnormen × rules × dilemmas, with the gaps visible."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.corpus.macro import Context
from wijzer.corpus.relations import Verwant
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, REGELING
from wijzer.model.pages import Basisnorm
from wijzer.pages.geldigheid import marked
from wijzer.pages.markdown import link
from wijzer.pages.table import Cell, Row, Table


def matrix(context: Context) -> str:
    """Een tabel van Basisnormen en kernwaarden, met de regels en dilemma's die erbij horen."""
    values = context.graph.of_kind(KERNWAARDE)
    norms = context.graph.of_kind(BASISNORM)
    caption = (
        "Per Basisnorm: hoeveel dilemma's er zijn bij elke kernwaarde, "
        "en welke regels en dilemma's erbij horen."
    )
    rows = tuple(_row(context, norm, values) for norm in norms)
    return Table("matrix", caption, tuple(_columns(values)), rows, searchable=False).markdown()


def _columns(values: list[Document]) -> Iterator[str]:
    yield "Basisnorm"
    yield from (value.titel for value in values)
    yield "Wetten en regels"
    yield "Dilemma's"


def _row(context: Context, norm: Document, values: list[Document]) -> Row:
    assert isinstance(norm.model, Basisnorm)
    dilemmas = context.graph.related(norm, DILEMMA)
    cells = [_value_cell(norm, value, dilemmas) for value in values]
    cells.append(_list_cell(context, context.graph.related(norm, REGELING)))
    cells.append(_list_cell(context, dilemmas))
    return Row(link(context.document, norm, f"{norm.model.nummer}. {norm.titel}"), tuple(cells))


def _value_cell(norm: Document, value: Document, dilemmas: list[Verwant]) -> Cell:
    assert isinstance(norm.model, Basisnorm)
    count = sum(value.id in getattr(v.document.model, "kernwaarden", ()) for v in dilemmas)
    if value.id not in norm.model.kernwaarden:
        return Cell(str(count), "los")
    if count:
        return Cell(f"{count} <span>hoort erbij</span>", "hoort")
    return Cell("gat <span>hoort erbij</span>", "gat")


def _list_cell(context: Context, found: list[Verwant]) -> Cell:
    if not found:
        return Cell("gat <span>nog geen</span>", "gat")
    names = (marked(link(context.document, v.document), v.document, context.graph) for v in found)
    items = "\n".join(f'<li markdown="span">{name}</li>' for name in names)
    return Cell(
        f'<details markdown="1">\n'
        f'<summary markdown="span">{len(found)} <span>bekijken</span></summary>\n'
        f'<ul markdown="1">\n{items}\n</ul>\n</details>',
        block=True,
    )
