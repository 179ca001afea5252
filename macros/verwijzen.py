"""Macros that point at something: a page, an article of law, people, or a gap."""

from __future__ import annotations

from wijzer.corpus.macro import Context, MacroError
from wijzer.corpus.register import article_url, citation, problem_with
from wijzer.corpus.relations import Aanhaling
from wijzer.model.pages import Regeling
from wijzer.pages.contact import contact_box
from wijzer.pages.facts import to_fill_in
from wijzer.pages.markdown import link
from wijzer.pages.settings import settings
from wijzer.pages.wettekst import place_link


def verwijs(context: Context, pagina: str, tekst: str = "") -> str:
    """Een link naar een pagina, met de titel van die pagina of met je eigen tekst."""
    return link(context.document, context.find(pagina), tekst)


def deur(context: Context, pagina: str, tekst: str) -> str:
    """Een grote knop naar een pagina. Zet er een zin achter, en de knoppen in een lijst."""
    return f"{link(context.document, context.find(pagina), tekst)}{{: .deur }}"


def artikel(
    context: Context, regeling: str, nummer: str, *, lid: str = "", onderdeel: str = ""
) -> str:
    """Een artikel uit een wet of regel, met een link naar de woorden van de wet."""
    rule = context.find(regeling)
    if not isinstance(rule.model, Regeling):
        raise MacroError(f"`{regeling}` is geen wet of regel", "Neem de id van een wet of regel.")
    plaats = Aanhaling(regeling, str(nummer), str(lid), onderdeel)
    if wrong := problem_with(rule, plaats):
        raise MacroError(*wrong)
    text = citation(rule.model, plaats).lang
    if not article_url(rule.model.bron, plaats):
        return link(context.document, rule, text)
    here = plaats in context.own_places
    return place_link(context.document, plaats, context.graph, text, here=here)


def nog_in_te_vullen(context: Context, wat: str) -> str:
    """Een zichtbaar merkteken voor wat de gemeente nog moet invullen."""
    for item in settings(context.graph).values():
        if item.naam == wat.strip():
            text = f"`{wat}` staat al in docs/instellingen.md; daar vult de gemeente het in"
            raise MacroError(text, f'Schrijf: {{{{ instelling("{item.id}") }}}}')
    return to_fill_in(wat)


def bij_wie(context: Context, *rollen: str) -> str:
    """Een kader dat zegt bij wie de lezer terechtkan."""
    if not rollen:
        raise MacroError("de macro `bij_wie` noemt geen rol", 'Bijvoorbeeld: {{ bij_wie("hrm") }}')
    for rol in rollen:
        if context.find(rol).soort.naam != "rol":
            raise MacroError(f"`{rol}` is geen rol", "Neem een bestandsnaam uit docs/rollen/.")
    return contact_box(context.document, rollen, context.graph)
