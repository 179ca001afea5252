"""The macros that list the rules: all of them, and those that took each other's place."""

from __future__ import annotations

from wijzer.base.findings import quoted
from wijzer.corpus.geldigheid import geldigheid, momenten
from wijzer.corpus.macro import Context, MacroError
from wijzer.corpus.opvolging import ketens
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Regeling
from wijzer.pages.geldigheid import label
from wijzer.pages.keren import forms
from wijzer.pages.markdown import attribute, escape, link
from wijzer.pages.overview import facetten, overzicht
from wijzer.pages.wanneer import overview


def regeloverzicht(context: Context, *, map: str = "") -> str:
    """Alle wetten en regels (of die van één map), te filteren op soort, status en doelgroep."""
    folders = {
        folder.rpartition("/")[2]: folder for folder in context.graph.soorten[REGELING.naam].mappen
    }
    if map and map not in folders:
        raise MacroError(f"`{map}` is geen map met regels", f"Kies uit: {quoted(folders)}.")
    rows = [
        _rule(context, document)
        for document in context.graph.of_kind(REGELING)
        if not map or document.path.startswith(f"{folders[map]}/")
    ]
    return overzicht("regels", "Soort|Status|Geldt voor", rows)


def vervangen_regels(context: Context) -> str:
    """Alle regels die een andere vervingen, per onderwerp van oud naar nieuw, met de datums."""
    return overview(context.document, ketens(context.graph), context.graph)


def _rule(context: Context, document: Document) -> str:
    model = document.model
    assert isinstance(model, Regeling)
    graph, groups = context.graph, [group.label for group in model.doelgroep]
    when = geldigheid(model, graph)
    now, *later = forms(momenten(document, graph), lambda dag: when.op(dag).label)
    turns = "|".join(f"{form.vanaf}={form.tekst}" for form in later)
    more = f' data-keer-f1="{attribute(turns)}"' if turns else ""
    return (
        f'<li{facetten([model.soort.label], [now.tekst], groups)}{more} markdown="span">'
        f"{link(context.document, document)} {label(document, model, graph)}"
        f"<p>{escape(model.samenvatting)}</p></li>"
    )
