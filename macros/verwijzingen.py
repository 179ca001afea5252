"""The page for HRM on how the references stand: broken, moved, unchecked, to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.corpus.linkstand import AdresStand, Oordeel
from wijzer.corpus.macro import Context
from wijzer.corpus.register import identifier_of, rules_with, source_url
from wijzer.legal.prose import Citaat
from wijzer.legal.urls import parse_url
from wijzer.model.kinds import REGELING
from wijzer.model.pages import BronSoort, Regeling
from wijzer.model.vocabulary import Zekerheid
from wijzer.pages.markdown import bullets, day, escape, link, section

_VERDICTS = (
    (Oordeel.GEBROKEN, "Werkt niet meer"),
    (Oordeel.VERKEERDE_TITEL, "Opent een andere tekst"),
    (Oordeel.ANKER_ONTBREEKT, "Opent de goede pagina, maar niet de goede plek"),
    (Oordeel.VERPLAATST, "Verhuisd naar een ander adres"),
    (Oordeel.NIET_GECONTROLEERD, "Niet gecontroleerd"),
)

_NOT_FETCHED = "nog niet opgehaald bij de officiële bron"


def stand_van_de_verwijzingen(context: Context) -> str:
    """Welke links werken, welke niet, en welke bronnen de gemeente nog moet bevestigen."""
    parts = [_summary(context)]
    for verdict, title in _VERDICTS:
        rows = [*_visited(context, verdict)]
        if verdict is Oordeel.NIET_GECONTROLEERD:
            rows += _never_visited(context)
        parts.append(_part(title, rows))
    parts.append(_part("Woorden van de wet op deze site", [*_texts(context)]))
    parts.append(_part("Bron nog niet bekend", [*_unknown_sources(context)]))
    parts.append(_part("Te bevestigen door de gemeente", [*_uncertain(context)]))
    return section("verwijzingen", "\n\n".join(parts), tag="div")


def _part(title: str, rows: list[str]) -> str:
    return f"## {title} ({len(rows)})\n\n{bullets(rows) if rows else 'Geen.'}"


def _summary(context: Context) -> str:
    visits = context.graph.stand.adressen.values()
    days = [adres.bezocht for adres in visits if adres.bezocht]
    if not days:
        return "De links naar andere websites zijn **nog niet gecontroleerd**."
    good = sum(adres.oordeel is Oordeel.IN_ORDE for adres in visits)
    return (
        f"Laatste controle: **{day(max(days))}**. "
        f"In orde: {good} van de {len(visits)} adressen op andere websites."
    )


def _visited(context: Context, verdict: Oordeel) -> Iterator[str]:
    for url, adres in sorted(context.graph.stand.adressen.items()):
        if adres.oordeel is verdict:
            yield f"{_name(context, url)}: {escape(_why(adres))}"


def _why(adres: AdresStand) -> str:
    when = f" (op {day(adres.bezocht)})" if adres.bezocht else ""
    return f"{adres.toelichting or adres.oordeel.value}{when}"


def _name(context: Context, url: str) -> str:
    """Name an address by what it points at, with a link to the page of that rule."""
    adres = parse_url(url)
    rules = rules_with(adres.regeling, context.graph) if adres else iter(())
    if adres is None or (rule := next(rules, None)) is None:
        return f"`{url}`"
    return link(context.document, rule, Citaat(adres.plaats, rule.titel).lang)


def _rules(context: Context) -> Iterator[tuple[str, Regeling]]:
    for document in context.graph.of_kind(REGELING):
        if isinstance(document.model, Regeling):
            yield link(context.document, document), document.model


def _never_visited(context: Context) -> Iterator[str]:
    for name, model in _rules(context):
        url = source_url(model.bron)
        if url and url not in context.graph.stand.adressen:
            yield f"{name}: nog nooit"


def _texts(context: Context) -> Iterator[str]:
    """Yield per rule which text the site has, where it came from, and what is known to come."""
    for document in context.graph.of_kind(REGELING):
        if (tekst := document.tekst) is None:
            continue
        newest, coming = (_NOT_FETCHED, _NOT_FETCHED)
        if tekst.opgehaald:
            newest = f"die van {day(tekst.versie)}"
            coming = f"vanaf {day(document.komt.versie)}" if document.komt else "geen bekend"
        yield (
            f"**{link(context.document, document)}**: tekst van {day(tekst.versie)}, "
            f"gelezen op {day(tekst.gelezen_op)}. Bron: {escape(tekst.herkomst)}. "
            f"Nieuwste versie: {newest}. Volgende versie: {coming}."
        )


def _unknown_sources(context: Context) -> Iterator[str]:
    for name, model in _rules(context):
        if model.bron.soort is BronSoort.ONBEKEND:
            yield f"{name}: {escape(model.bron.waarde)}"


def _uncertain(context: Context) -> Iterator[str]:
    for name, model in _rules(context):
        if model.zekerheid is not Zekerheid.GELEZEN:
            number = f"{model.bron.waarde}, " if identifier_of(model.bron) else ""
            yield f"{name}: {number}{model.zekerheid.label} ({model.zekerheid.value})"
