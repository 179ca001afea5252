"""The workshop: all dilemmas complete in one page, so that it works from a USB stick.

Without JavaScript it is a list to read; ``workshop.js`` and ``podium.js`` make of it a screen
full of one dilemma, step by step.
"""

from __future__ import annotations

from wijzer.corpus.macro import Context, MacroError
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA, DILEMMADELEN
from wijzer.model.pages import Dilemma
from wijzer.model.workshop import Workshop
from wijzer.pages.dilemma_parts import FACETTEN, delen, kenmerken, kop
from wijzer.pages.markdown import attribute, escape, link
from wijzer.pages.overview import overzicht


def workshop(context: Context) -> str:
    """Alle dilemma's voor in de zaal: stap voor stap op een groot scherm, met notities apart."""
    rows = [_dilemma(context, document) for document in context.graph.of_kind(DILEMMA)]
    return overzicht("zaal", FACETTEN, rows)


def _dilemma(context: Context, document: Document) -> str:
    model = document.model
    assert isinstance(model, Dilemma)
    parts = delen(context, document)
    blocks = "\n\n".join(
        f"{kop(text)}\n\n{parts.blok(naam)}" for naam, text in DILEMMADELEN.items()
    )
    title = attribute(document.titel)
    return (
        f'<li{kenmerken(context, model)} data-thema="{attribute(model.thema.label)}"'
        f' data-titel="{title}" markdown="block">\n'
        f'<details markdown="1"><summary><span role="heading" aria-level="2">'
        f"{model.nummer}. {escape(document.titel)}</span></summary>\n\n{blocks}\n\n"
        f"{link(context.document, document, f'De pagina van dit dilemma: {document.titel}')}"
        "\n\n</details>\n</li>"
    )


def stappenplan(context: Context) -> str:
    """De stappen van het gesprek, uit de kop van deze pagina; ook op papier."""
    model = context.document.model
    if not isinstance(model, Workshop):
        tip = 'Verwijs naar de pagina: {{ verwijs("workshop") }}'
        raise MacroError("alleen docs/workshop.md heeft een stappenplan", tip)
    plan = model.stappenplan
    rows = (
        f"{number}. **{escape(stap.vraag)}** {escape(stap.hulp)}"
        for number, stap in enumerate(plan.stappen, start=1)
    )
    text = "\n\n".join([escape(plan.inleiding), "\n".join(rows), escape(plan.bron)])
    return f'<div data-stappenplan markdown="1">\n\n{text}\n\n</div>'
