"""Macros that show what the municipality sets itself."""

from __future__ import annotations

from wijzer.corpus.macro import Context, MacroError
from wijzer.model.document import page_id
from wijzer.model.kinds import INSTELLINGEN
from wijzer.model.validate import suggestion
from wijzer.pages.markdown import escape, section
from wijzer.pages.settings import setting_list, settings, value_text


def instelling(context: Context, naam: str) -> str:
    """De waarde van een instelling, of dat de gemeente haar nog moet vaststellen."""
    found = settings(context.graph)
    if naam not in found:
        tip = suggestion(naam, found) or "Kijk in docs/instellingen.md."
        (page,) = map(page_id, INSTELLINGEN.paginas)
        raise MacroError(f"de instelling `{naam}` bestaat niet", tip, unknown_id=page)
    item = found[naam]
    return f"{value_text(item)} {escape(item.zolang)}" if item.waarde is None else value_text(item)


def instellingen(context: Context) -> str:
    """Alle bedragen, termijnen en afspraken die de gemeente vaststelt."""
    found = [*settings(context.graph).values()]
    return section("instellingen", setting_list(context.document, found, context.graph), tag="div")
