"""Whom to turn to: the box on pages, and the way in on the page of a role."""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.corpus.relations import Graph
from wijzer.model.contact import Contactpersoon
from wijzer.model.document import Document
from wijzer.model.pages import Rol
from wijzer.pages.markdown import (
    attribute,
    bullets,
    day,
    escape,
    file_link,
    link,
    section,
)
from wijzer.pages.vcard import has_vcard, tel_uri, vcard_path

_VELDEN = ("naam", "telefoon", "mail", "kamer", "uren")
"""What a reader sees of a person, in this order."""
_HELPERS = ("vertrouwenspersonen", "meldpunt-integriteit")
"""Roles to turn to while another one cannot be reached yet, best first."""
_NO_WAY_IN = "Het telefoonnummer en e-mailadres staan nog niet op deze site."
CONTACT_CLASS = 'class="terecht"'
"""Tells that a text holds a box already."""


def contact_box(document: Document, roles: Iterable[str], graph: Graph) -> str:
    """Return a box with the roles that can help, best first, and the way to report."""
    found = [graph.documents[role] for role in roles if role in graph.documents]
    lines = [_role(document, rol, graph) for rol in found]
    if (melden := graph.documents.get("melden")) and melden is not document:
        lines.append(f"Wil je iets melden? Lees {link(document, melden)}.")
    if not lines:
        return ""
    return section(
        "terecht", f"**Bij wie kan ik terecht?**\n\n{bullets(lines)}", "Bij wie kan ik terecht?"
    )


def first_call(document: Document, graph: Graph) -> str:
    """Return a line with the first role of a page, for a page whose box stands further down."""
    roles = (graph.documents.get(role) for role in getattr(document.model, "rollen", ()))
    if not (rol := next((role for role in roles if role), None)):
        return ""
    parts = [f"Praat met: **{link(document, rol)}**", *reached_by(rol)]
    return section("praat", " ".join(parts), tag="div")


def _role(document: Document, rol: Document, graph: Graph) -> str:
    lines = [f"**{link(document, rol)}**: {escape(rol.model.samenvatting)}"]
    if has_own_contact(rol):
        people = filter(None, map(_person, rol.contact))
        ways = (*people, _instead(document, rol, graph))
        lines += [f"    - {way}" for way in ways if way]
        if has_vcard(rol):
            lines.append(f"    - {_vcard_link(document, rol)}")
    return "\n".join(lines)


def has_own_contact(rol: Document) -> bool:
    """Tell whether a role has contact data of its own; a manager, say, is different for all."""
    return isinstance(rol.model, Rol) and rol.model.eigen_contact


def _person(person: Contactpersoon) -> str:
    """Return one line: name, buttons to call and to mail, place and hours; what is known."""
    place = (escape(person.value(veld)) for veld in ("kamer", "uren"))
    parts = (escape(person.value("naam")), *_buttons(person), *place)
    return " · ".join(part for part in parts if part)


def _buttons(person: Contactpersoon) -> list[str]:
    ways = (("telefoon", "Bel "), ("mail", "Mail "))
    return [_way_in(person, veld, verb) for veld, verb in ways if person.value(veld)]


def _way_in(person: Contactpersoon, veld: str, verb: str = "") -> str:
    text = person.value(veld)
    url = tel_uri(text) if veld == "telefoon" else f"mailto:{text}"
    return f'<a href="{attribute(url)}">{verb}{escape(text)}</a>'


def reached_by(rol: Document) -> list[str]:
    """Return the buttons to call and to mail the people of a role."""
    return [button for person in rol.contact for button in _buttons(person)]


def way_in(document: Document, rol: Document, graph: Graph) -> str:
    """Return on one line how to reach a role: buttons to call and to mail, or the next best way."""
    if not has_own_contact(rol):
        return f"Praat met je **{link(document, rol, rol.titel.lower())}**."
    return " ".join(reached_by(rol)) or _instead(document, rol, graph)


def _instead(document: Document, rol: Document, graph: Graph) -> str:
    """Return the next best way in while a role has none, and what is missing after it."""
    if reached_by(rol):
        return ""
    gap = f'<em class="invullen">{_NO_WAY_IN}</em>'
    helpers = (graph.documents.get(role) for role in _HELPERS if role != rol.id)
    if other := next((role for role in helpers if role and reached_by(role)), None):
        buttons = " ".join(reached_by(other))
        return f"Ga zolang naar **{link(document, other)}**: {buttons} {gap}"
    intranet = escape(graph.gemeente.woorden.intranet)
    return f"Zoek op {intranet} naar “{escape(rol.titel)}”. {gap}"


def _vcard_link(document: Document, rol: Document) -> str:
    text = f"Zet {rol.titel} in je contacten (vCard)"
    return file_link(document, vcard_path(rol), text)


def contact_block(rol: Document, graph: Graph) -> str:
    """Return how to reach a role, for the top of its own page; empty for other pages.

    Unlike a box it is searchable: who looks for a colleague's name wants this page.
    """
    if not has_own_contact(rol):
        return ""
    card = _vcard_link(rol, rol) if has_vcard(rol) else ""
    people = (_details(person) for person in rol.contact)
    parts = ("**Contactgegevens**", *people, _instead(rol, rol, graph), card)
    content = "\n\n".join(part for part in parts if part)
    label = f"Contactgegevens: {rol.titel}"
    opening = f'<section class="bereik" aria-label="{attribute(label)}" markdown="1">'
    return f"{opening}\n\n{content}\n\n</section>"


def _details(person: Contactpersoon) -> str:
    rows = [(veld, _value(person, veld)) for veld in _VELDEN]
    if person.geldig_tot:
        rows.append(("geldig tot", day(person.geldig_tot)))
    filled = "\n\n".join(f"{veld.capitalize()}\n:   {value}" for veld, value in rows if value)
    content = "\n\n".join(part for part in (_photo(person), filled) if part)
    return f'<div class="persoon" markdown="1">\n\n{content}\n\n</div>' if content else ""


def _value(person: Contactpersoon, veld: str) -> str:
    if veld in ("telefoon", "mail") and person.value(veld):
        return _way_in(person, veld)
    return escape(person.value(veld))


def _photo(person: Contactpersoon) -> str:
    if not person.foto:
        return ""
    alt = f"Foto van {person.value('naam')}" if person.value("naam") else "Foto"
    return f"![{escape(alt)}](../{person.foto}){{: .bereik__foto }}"
