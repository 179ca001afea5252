"""Macros that list pages: by kind, by theme, by search word."""

from __future__ import annotations

import unicodedata

from wijzer.base.findings import quoted
from wijzer.corpus.macro import Context, MacroError
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Begrippenlijst, Dilemma
from wijzer.model.validate import suggestion
from wijzer.model.vocabulary import Thema
from wijzer.pages.geldigheid import marked
from wijzer.pages.markdown import bullets, escape, link, section


def _items(context: Context, documents: list[Document]) -> str:
    lines = []
    for document in documents:
        number = f"{document.model.nummer}. " if isinstance(document.model, Dilemma) else ""
        target = link(context.document, document, number + document.titel)
        target = marked(f"**{target}**", document, context.graph)
        lines.append(f"{target}  \n  {escape(document.model.samenvatting)}")
    return bullets(lines)


def lijst(context: Context, soort: str) -> str:
    """Alle pagina's van een soort, met hun samenvatting."""
    kinds = context.graph.soorten.hubs
    if soort not in kinds:
        tip = suggestion(soort, kinds) or f"Kies uit: {quoted(kinds)}."
        raise MacroError(f"er is geen lijst van `{soort}`", tip)
    return section("lijst", _items(context, context.graph.of_kind(kinds[soort])), tag="div")


def dilemmas(context: Context, *, thema: str = "", kernwaarde: str = "") -> str:
    """De dilemma's van een thema of een kernwaarde."""
    if thema and thema not in list(Thema):
        tip = suggestion(thema, list(Thema)) or f"Kies uit: {quoted(Thema)}."
        raise MacroError(f"`{thema}` is geen thema", tip)
    if kernwaarde:
        context.find(kernwaarde)
    found = [
        document
        for document in context.graph.of_kind(DILEMMA)
        if isinstance(document.model, Dilemma)
        and (not thema or document.model.thema == thema)
        and (not kernwaarde or kernwaarde in document.model.kernwaarden)
    ]
    return section("lijst", _items(context, found), tag="div")


def zoekveld(context: Context) -> str:
    """Een groot zoekveld; zonder JavaScript een link naar de pagina Zoeken of alle zoekwoorden."""
    page = context.graph.documents.get("zoeken")
    target = page if page and page is not context.document else context.find("a-z")
    text = "Zoek op een woord, zoals cadeau, bijbaan of pesten"
    return (
        '<p class="zoekveld" data-search-exclude markdown="span">'
        f"{link(context.document, target, text)}{{: .zoekveld__open }}</p>"
    )


def dilemma_van_de_dag(context: Context) -> str:
    """Elke dag een ander dilemma; zonder JavaScript altijd het eerste."""
    items = [
        f'<li{"" if index == 0 else " hidden"} markdown="span">{link(context.document, d)}: '
        f"{escape(d.model.samenvatting)}</li>"
        for index, d in enumerate(context.graph.of_kind(DILEMMA))
    ]
    rows = "\n".join(items)
    return f'<ul class="van-de-dag" data-search-exclude markdown="1">\n{rows}\n</ul>'


def begrippenlijst(context: Context) -> str:
    """Alle begrippen en afkortingen van de pagina Begrippen, op alfabet."""
    model = context.document.model
    if not isinstance(model, Begrippenlijst):
        tip = "Deze macro hoort alleen in docs/begrippen.md."
        raise MacroError("deze pagina heeft geen `begrippen`", tip)
    rows = []
    for begrip in sorted(model.begrippen, key=lambda b: sort_key(b.term)):
        meaning = escape(begrip.uitleg)
        if begrip.voluit:
            meaning = f"*{escape(begrip.voluit)}*. {meaning}"
        source = f" (Bron: {escape(begrip.bron)}.)" if begrip.bron else ""
        rows.append(f"{escape(begrip.term)}\n:   {meaning}{source}")
    return "\n\n".join(rows)


def sort_key(word: str) -> str:
    """Return what a word is sorted by: its letters without accents and capitals."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().casefold()
