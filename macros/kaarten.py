"""The dilemmas as cards: a front, a back, filters and a selection to print.

Every card is complete without JavaScript: situation and back fold open.  ``kaarten.js`` makes
them turn, ``selectie.js`` keeps the selection and ``vellen.js`` puts it on sheets of paper.
"""

from __future__ import annotations

from wijzer.cards.form import A6, STEP
from wijzer.corpus.macro import Context
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA, DILEMMADELEN
from wijzer.model.pages import Dilemma
from wijzer.pages.dilemma_parts import FACETTEN, delen, kenmerken, kop, titel_van
from wijzer.pages.markdown import escape, link
from wijzer.pages.overview import overzicht
from wijzer.pages.tekens import sign_class

_BACK = ("bespreek", "wendingen", "regels")


def dilemmakaarten(context: Context) -> str:
    """Alle dilemma's als kaarten om te kiezen, om te draaien, klaar te leggen en te printen."""
    rows = [_card(context, document) for document in context.graph.of_kind(DILEMMA)]
    sizes = f' data-letters="{A6.largest} {A6.smallest} {STEP}"'  # in points, for vellen.js
    return _workshop_link(context) + overzicht("kaarten", FACETTEN, rows, sizes)


def _workshop_link(context: Context) -> str:
    """Return the way to the workshop, which ``kaarten.js`` gives the selection to take along."""
    page = context.graph.documents.get("workshop")
    if page is None:
        return ""
    target = link(context.document, page, "Naar de workshop")
    return f'<p class="naar-workshop" markdown="span">{target}{{ .knop }}</p>\n\n'


def _card(context: Context, document: Document) -> str:
    model = document.model
    assert isinstance(model, Dilemma)
    parts = delen(context, document)
    back = "\n\n".join(f"{kop(DILEMMADELEN[name])}\n\n{parts.blok(name)}" for name in _BACK)
    values = " · ".join(_value(context, value) for value in model.kernwaarden)
    return (
        f'<li class="kaart"{kenmerken(context, model)} markdown="block">\n'
        f"{_top(context, document, model)}\n"
        '<div class="kaart__voor" markdown="1">\n'
        f"<p>{escape(model.samenvatting)}</p>\n"
        '<details markdown="1"><summary>Lees de situatie</summary>\n\n'
        f"{parts.blok('situatie')}\n\n</details>\n\n{parts.blok('vraag')}\n\n</div>\n"
        '<details class="kaart__achter" markdown="1"><summary>Bekijk de achterkant</summary>\n\n'
        f"{back}\n\n</details>\n"
        f'<p class="kaart-onder">{values}</p>\n</li>'
    )


def _value(context: Context, kernwaarde: str) -> str:
    name = escape(titel_van(context, kernwaarde))
    return f'<span class="{sign_class(kernwaarde)}">{name}</span>'


def _top(context: Context, document: Document, model: Dilemma) -> str:
    return (
        '<div class="kaart__kop" markdown="1">\n'
        f'<p class="kaart-boven">Dilemma {model.nummer} · {escape(model.thema.label)}</p>\n'
        '<p class="kaart__titel" role="heading" aria-level="2" markdown="span">'
        f"{link(context.document, document)}</p>\n</div>"
    )
