"""The facts of a page: what it is and whether it applies on top; who keeps it at the foot."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from wijzer.corpus.geldigheid import geldigheid
from wijzer.corpus.linkstand import Oordeel
from wijzer.corpus.register import official_title, source_url
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.markers import Feit, Relatie, marked
from wijzer.model.pages import BronSoort, Kernwaarde, Regeling, Rol
from wijzer.model.vocabulary import Woord
from wijzer.model.wegwijzer import Wegwijzer
from wijzer.pages.geldigheid import label
from wijzer.pages.markdown import day, escape, folded, link, outside, section

SOURCE_NAMES = {
    BronSoort.BWB: "wetten.overheid.nl",
    BronSoort.CVDR: "lokaleregelgeving.overheid.nl",
    BronSoort.CELEX: "eur-lex.europa.eu",
    BronSoort.ECLI: "rechtspraak.nl",
    BronSoort.PUBLICATIE: "officielebekendmakingen.nl",
}


def standing(document: Document, graph: Graph) -> str:
    """Return the line under the title: what the page is, and whether a rule applies."""
    values = [value for _, value in _marked(document, graph, boven=True)]
    return section("kenmerk", " · ".join(values), tag="div") if values else ""


def facts(document: Document, graph: Graph) -> str:
    """Return the folded block at the foot, as a definition list."""
    rows = [*_about(document, graph), *_upkeep(document, graph)]
    content = "\n\n".join(f"{term}\n:   {value}" for term, value in rows)
    return folded("feiten", "Over deze pagina", content)


def _about(document: Document, graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield the fields that are marked as facts, then what needs more than one field."""
    yield from _marked(document, graph, boven=False)
    match document.model:
        case Kernwaarde():
            every = len(graph.gemeente.kernwaarden)
            yield "Soort", f"Kernwaarde {graph.nummer(document)} van {every}"
        case Regeling() as model:
            yield from _text(document, model)
            yield from _link_state(model, graph)
        case Wegwijzer() as model:
            count = f"{len(model.vragen)} vragen en {len(model.uitkomsten)} uitkomsten"
            yield "Soort", f"Wegwijzer, {count}"


def _marked(document: Document, graph: Graph, *, boven: bool) -> Iterator[tuple[str, str]]:
    for name, feit in marked(type(document.model), Feit).items():
        if feit.boven is boven and (value := _value(document, name, graph)):
            yield feit.label, feit.vorm.format(value)


def _value(document: Document, name: str, graph: Graph) -> str:
    match document.model, name:
        case Regeling() as model, "status":
            return label(document, model, graph)
        case Regeling() as model, "geldig_tot":
            return _shown(geldigheid(model, graph).tot)
        case Regeling() as model, "bron":
            return source_link(document, model, graph)
        case Rol() as model, "paragraaf" if model.paragraaf:
            plan = graph.gemeente.woorden.beleidsplan or "Beleidsplan"
            return f"{escape(plan)}, paragraaf {escape(model.paragraaf)}"
        case model, _ if name in marked(type(model), Relatie):
            return _links(document, getattr(model, name), graph)
        case model, _:
            return _shown(getattr(model, name))


def _links(document: Document, ids: str | tuple[str, ...] | None, graph: Graph) -> str:
    wanted = (ids,) if isinstance(ids, str) else ids or ()
    found = (graph.documents[i] for i in wanted if i in graph.documents)
    return ", ".join(link(document, other) for other in found)


def _shown(value: Any) -> str:
    """Print the value of any field for readers; empty when there is none."""
    if isinstance(value, tuple):
        words = all(isinstance(item, Woord) for item in value)
        shown = [_shown(item) for item in value]
        return ", ".join(shown).lower() if words else "; ".join(shown)
    match value:
        case None:
            return ""
        case Woord():
            return value.label
        case datetime.date():
            return day(value)
        case bool():
            return "ja" if value else "nee"
    return escape(str(value))


def _text(document: Document, model: Regeling) -> Iterator[tuple[str, str]]:
    """Yield what the text is called at its source, and which text we have read."""
    if (officieel := official_title(document)) != model.titel:
        yield "Officiële titel", escape(officieel)
    if document.tekst:
        text = f"de tekst van {day(document.tekst.versie)}"
        yield "Wij lazen", outside(text, source_url(model.bron, document.tekst.versie))


def _link_state(model: Regeling, graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield when the link to the source was last right, or that it no longer is."""
    if not (url := source_url(model.bron)):
        return
    adres = graph.stand.of(url)
    seen = day(adres.bezocht) if adres.bezocht else ""
    if adres.oordeel is Oordeel.GEBROKEN:
        yield "Link", f"werkte niet meer bij de controle op {seen}"
    elif adres.oordeel is Oordeel.VERKEERDE_TITEL:
        yield "Link", f"opende een andere tekst bij de controle op {seen}"
    else:
        good = day(adres.in_orde_op) if adres.in_orde_op else "nog niet gecontroleerd"
        yield "Link gecontroleerd op", good


def source_link(document: Document, model: Regeling, graph: Graph) -> str:
    """Return the one-click link to a rule's text, or plainly say why there is none."""
    bron = model.bron
    if url := source_url(bron):
        return outside(f"Lees {official_title(document)} op {SOURCE_NAMES[bron.soort]}", url)
    if bron.soort is BronSoort.ONBEKEND:
        return f"{to_fill_in('de vindplaats')}. {escape(bron.waarde)}"
    if bron.soort is BronSoort.INTRANET:
        return f"{escape(graph.gemeente.woorden.intranet)}: {escape(bron.waarde)}"
    return escape(bron.waarde)


def to_fill_in(what: str) -> str:
    """Return the visible mark for what the municipality must still supply."""
    return f'<em class="invullen">nog in te vullen door de gemeente: {escape(what)}</em>'


def _upkeep(document: Document, graph: Graph) -> Iterator[tuple[str, str]]:
    model = document.model
    if eigenaar := graph.documents.get(model.eigenaar):
        yield "Bijgehouden door", link(document, eigenaar)
    reviewed = day(model.beoordeeld_op) if model.beoordeeld_op else "nog niet door de gemeente"
    yield "Nagelopen op", reviewed
    if model.beoordelen_voor:
        before = f'<span data-beoordelen-voor="{model.beoordelen_voor.isoformat()}">'
        yield "Na te lopen voor", f"{before}{day(model.beoordelen_voor)}</span>"
