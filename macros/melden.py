"""Macros for the pages about reporting: the ways side by side, the places, the prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijzer.base.findings import quoted
from wijzer.corpus.macro import Context, MacroError
from wijzer.model.document import Document
from wijzer.model.kinds import ROL
from wijzer.model.melden import Meldplek, Meldwegen, Weg
from wijzer.pages.contact import reached_by, way_in
from wijzer.pages.markdown import bullets, escape, file_link, link, outside
from wijzer.pages.table import Cell, Row, Table
from wijzer.pages.vcard import tel_uri
from wijzer.poster.content import DRUKWERK, Druk

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
    rows = tuple(_way(context, weg, places) for weg in topic.wegen)
    caption = f"{topic.titel}: wat je doet en waar je terechtkunt"
    head = ("Ben je …", "Doe dit", "Hier kun je terecht")
    return Table(f"weg-{topic.id}", caption, head, rows, "wegen wegen--weg").markdown()


def _way(context: Context, weg: Weg, places: dict[str, Meldplek]) -> Row:
    found = [places[place] for place in weg.plekken if place in places]
    where = bullets(_ways_to(context, place) for place in found)
    return Row(escape(weg.voor.label), (Cell(escape(weg.doe)), Cell(where, block=True)))


def meldplekken(context: Context) -> str:
    """Een tabel van alle plekken om te melden, eerst binnen en dan buiten de gemeente."""
    model = _data(context)
    inside = [place for place in model.plekken if not place.website]
    outside = [place for place in model.plekken if place.website]
    rows = (
        *_group("Binnen de gemeente", context, inside),
        *_group("Buiten de gemeente", context, outside),
    )
    head = ("Plek", *(title for _, title in _COLUMNS))
    caption = "Alle plekken naast elkaar, binnen en buiten de gemeente"
    return Table("plekken", caption, head, rows, "wegen").markdown()


def _group(title: str, context: Context, places: Iterable[Meldplek]) -> Iterator[Row]:
    yield Row(title)
    for place in places:
        cells = tuple(Cell(escape(getattr(place, veld))) for veld, _ in _COLUMNS)
        yield Row(_ways_to(context, place), cells)


def _ways_to(context: Context, place: Meldplek) -> str:
    """Return a place with what leads there: its page or site, and what a telephone dials."""
    return " ".join([_place_link(context, place), *_button(context, place)])


def _button(context: Context, place: Meldplek) -> list[str]:
    """Return the first way to call or mail a place; all others stand on the page of the role."""
    if place.telefoon:
        return [f"[Bel {escape(place.telefoon)}]({tel_uri(place.telefoon)})"]
    return reached_by(role)[:1] if (role := _role(context, place)) else []


def _role(context: Context, place: Meldplek) -> Document | None:
    return context.graph.documents.get(place.rol or "")


def bereik(context: Context, pagina: str) -> str:
    """Hoe een lezer een rol bereikt: knoppen om te bellen en te mailen, of de beste andere weg."""
    rol = context.find(pagina)
    if rol.soort != ROL:
        raise MacroError(f"`{pagina}` is geen rol", "Neem een bestandsnaam uit docs/rollen/.")
    return way_in(context.document, rol, context.graph)


def drukwerk(context: Context) -> str:
    """De poster en het zakkaartje met de contactgegevens, om te downloaden en te printen."""
    sizes = {file.pad: _size(file.inhoud) for file in context.bestanden}
    return bullets(_print(context, druk, sizes.get(druk.bestand, "")) for druk in DRUKWERK)


def _print(context: Context, druk: Druk, size: str) -> str:
    """Return one download; its size is not known yet while the sources are being checked."""
    facts = ", ".join(filter(None, ["pdf", druk.formaat, size]))
    return f"{file_link(context.document, druk.bestand, druk.titel)} ({facts})"


def _size(data: bytes) -> str:
    return f"{max(1, round(len(data) / 1000))} kB"


def _data(context: Context) -> Meldwegen:
    model = context.find(_PAGE).model
    if not isinstance(model, Meldwegen):
        raise MacroError(f"`{_PAGE}` is niet de pagina met de wegen om te melden")
    return model


def _place_link(context: Context, place: Meldplek) -> str:
    if place.website:
        return outside(place.titel, place.website)
    role = _role(context, place)
    return link(context.document, role, place.titel) if role else escape(place.titel)
