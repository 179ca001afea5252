"""Macros for the pages about reporting: the ways side by side, the places, the prints.

Real tables with explicit ARIA roles: on a phone the rows become blocks, and CSS that changes
``display`` would otherwise take the table away from a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijzer.findings import quoted
from wijzer.macro import Context, MacroError
from wijzer.model.melden import Meldplek, Meldwegen, Weg
from wijzer.pages.markdown import attribute, bullets, href
from wijzer.poster.content import DRUKWERK

_PAGE = "welke-weg"
_COLUMNS = (
    ("waarvoor", "Waarvoor"),
    ("wat", "Wat er dan gebeurt"),
    ("wie", "Wie het weet"),
    ("wanneer", "Wanneer je iets hoort"),
)


def meldweg(context: Context, onderwerp: str) -> str:
    """Een tabel met de weg voor iedere lezer bij één onderwerp, zoals een misstand."""
    model = _data(context)
    topics = {topic.id: topic for topic in model.onderwerpen}
    if onderwerp not in topics:
        tip = f"Kies uit: {quoted(topics)}."
        raise MacroError(f"het onderwerp `{onderwerp}` bestaat niet", tip)
    places = {place.id: place for place in model.plekken}
    topic = topics[onderwerp]
    rows = [_way(context, weg, places) for weg in topic.wegen]
    caption = f"{topic.titel}: wat je doet en waar je terechtkunt"
    return _table(caption, ("Ben je …", "Doe dit", "Hier kun je terecht"), rows, "wegen wegen--weg")


def _way(context: Context, weg: Weg, places: dict[str, Meldplek]) -> str:
    found = [places[place] for place in weg.plekken if place in places]
    items = "".join(f"<li>{_place_link(context, place)}</li>" for place in found)
    cells = [
        _cell("Doe dit", attribute(weg.doe)),
        _cell("Hier kun je terecht", f"<ul>{items}</ul>"),
    ]
    return _row(attribute(weg.voor.label), cells)


def meldplekken(context: Context) -> str:
    """Een tabel van alle plekken om te melden, eerst binnen en dan buiten de gemeente."""
    model = _data(context)
    inside = [place for place in model.plekken if not place.website]
    outside = [place for place in model.plekken if place.website]
    rows = [*_group("Binnen de gemeente", context, inside)]
    rows += _group("Buiten de gemeente", context, outside)
    head = ("Plek", *(title for _, title in _COLUMNS))
    return _table("Alle plekken naast elkaar, binnen en buiten de gemeente", head, rows)


def _group(title: str, context: Context, places: Iterable[Meldplek]) -> Iterator[str]:
    span = len(_COLUMNS) + 1
    yield (
        f'<tr role="row" class="groep"><th role="columnheader" scope="colgroup" colspan="{span}">'
        f"{title}</th></tr>"
    )
    for place in places:
        cells = [_cell(head, attribute(getattr(place, veld))) for veld, head in _COLUMNS]
        yield _row(_place_link(context, place), cells)


def drukwerk(context: Context) -> str:
    """De poster en het zakkaartje met de contactgegevens, om te downloaden en te printen."""
    sizes = {file.pad: _size(file.inhoud) for file in context.bestanden}
    return bullets(
        f'<a href="{href(context.document, druk.bestand)}">{attribute(druk.titel)}</a> '
        f"({', '.join(['pdf', druk.formaat, *filter(None, [sizes.get(druk.bestand)])])})"
        for druk in DRUKWERK
    )


def _size(data: bytes) -> str:
    return f"{max(1, round(len(data) / 1000))} kB"


def _data(context: Context) -> Meldwegen:
    model = context.find(_PAGE).model
    if not isinstance(model, Meldwegen):
        raise MacroError(f"`{_PAGE}` is niet de pagina met de wegen om te melden")
    return model


def _place_link(context: Context, place: Meldplek) -> str:
    url = place.website or ""
    if place.rol and place.rol in context.graph.documents:
        url = href(context.document, context.graph.documents[place.rol].address)
    if not url:
        return attribute(place.titel)
    return f'<a href="{attribute(url)}">{attribute(place.titel)}</a>'


def _table(caption: str, head: Iterable[str], rows: Iterable[str], css_class: str = "wegen") -> str:
    columns = "".join(f'<th role="columnheader" scope="col">{attribute(h)}</th>' for h in head)
    body = "\n".join(rows)
    return (
        f'<div class="{css_class}">\n<table role="table">\n'
        f"<caption>{attribute(caption)}</caption>\n"
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table>\n</div>'
    )


def _row(header: str, cells: Iterable[str]) -> str:
    return f'<tr role="row"><th role="rowheader" scope="row">{header}</th>{"".join(cells)}</tr>'


def _cell(head: str, content: str) -> str:
    return f'<td role="cell" data-kop="{attribute(head)}">{content}</td>'
